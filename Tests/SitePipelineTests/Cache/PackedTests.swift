import Foundation
import Reporting
import Testing

@testable import SitePipeline

/// Values that write themselves come back as they were.
@Suite struct PackedTests {
  private func record() throws -> PieceRecord {
    let answers = #"[{"question":{"page":{"ofSource":"a.md"}},"value":"articles/a/"}]"#
    let page = Array(##"<p id="a"><a href="#b">B</a> <a href="../c/#d">D</a></p>"##.utf8)
    let path = "articles/a/index.html"
    let stamp = FileStamp(size: 7, modified: 9)
    return PieceRecord(
      name: "articles/موتور", fingerprint: Fingerprint("facts"),
      sources: [
        .init(path: "a.md", content: Fingerprint("text")), .init(path: "b.md", content: nil),
      ],
      answers: try JSONDecoder().decode([SiteAnswer].self, from: Data(answers.utf8)),
      files: [
        .init(
          file: path,
          staged: StagedFile(path: path, stage: .articles, state: .unchanged, stamp: stamp),
          anchors: PageAnchors(file: path, bytes: page, root: "/", isKnown: { _ in false }),
          hash: ContentHash(page[...]), sha256: [1, 2, 3]),
        .init(file: "articles/a/cite.bib"),
      ],
      report: Report([
        Diagnostic(
          .warning, "figure-missing", "'a.png' is not there", at: SourceRange(startOf: "a.md"),
          hint: "Add it")
      ]),
      isForCrossref: true)
  }

  @Test func readsPiecesAsTheyWereWritten() throws {
    let full = try record()
    let bare = PieceRecord(
      name: "", fingerprint: Fingerprint(), sources: [], answers: [], files: [], report: Report(),
      isForCrossref: false)
    for record in [full, bare] {
      let read = try #require(PackedBytes.value(PieceRecord.self, from: PackedBytes.of(record)))
      #expect(String(reflecting: read) == String(reflecting: record))
    }
  }

  @Test func readsFilesAsTheyStandOnceTheyAreInPlace() throws {
    var record = try record()
    let standing = String(reflecting: record)
    record.files[0].staged?.state = .added
    let read = try #require(PackedBytes.value(PieceRecord.self, from: PackedBytes.of(record)))
    #expect(String(reflecting: read) == standing)
  }

  @Test func readsGroupsAsTheyWereWritten() {
    let group = StoredPlan.Group(
      piece: "authors/ada", articles: ["engine", ""], issues: [0, 12], sharesName: true)
    #expect(PackedBytes.value(StoredPlan.Group.self, from: PackedBytes.of(group)) == group)
  }

  @Test func refusesBytesThatAreCutOrGoOn() throws {
    let bytes = PackedBytes.of(try record())
    for end in bytes.indices {
      #expect(PackedBytes.value(PieceRecord.self, from: Array(bytes[..<end])) == nil)
    }
    #expect(PackedBytes.value(PieceRecord.self, from: bytes + [0]) == nil)
  }
}

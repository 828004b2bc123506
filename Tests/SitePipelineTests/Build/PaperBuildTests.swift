import Foundation
import Reporting
import SitePipeline
import Testing

/// Papers of two journals as their authors wrote them, built as folders of one issue, where the
/// corpus is beside the project.
@Suite(.enabled(if: TestSite.hasStyles && PaperCorpusTests.isPresent)) struct PaperBuildTests {
  struct Facts: Decodable {
    struct Citations: Decodable {
      var unresolved: [String]
      var duplicate_keys: [String]
    }

    var citations: Citations

    init(of paper: String) throws {
      let file = PaperCorpusTests.folder.appending(path: "\(paper)/expected/facts.json")
      self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
    }
  }

  /// The papers that are broken on purpose, or the others.
  private func papers(areBroken: Bool) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: PaperCorpusTests.folder.path).sorted()
      .filter { name in
        name.hasPrefix("broken-") == areBroken
          && FileManager.default.fileExists(
            atPath: PaperCorpusTests.folder.appending(path: "\(name)/expected").path)
      }
  }

  /// Builds an issue of the papers as they are.
  private func build<Result>(
    _ papers: [String], _ body: (TestSite, Report) async throws -> Result
  ) async throws -> Result {
    let journal = [
      "journal.yml": "title: Papers\nlanguages: [en]\ncitation: {style: apa, styles: []}\n",
      "issues/1/issue.yml": "date: 2024\n",
    ]
    return try await TestSite.inFolder(journal) { site in
      for paper in papers {
        let copy = site.folder.appending(path: "issues/1/\(paper)")
        try FileManager.default.copyItem(
          at: PaperCorpusTests.folder.appending(path: paper), to: copy)
        try FileManager.default.removeItem(at: copy.appending(path: "expected"))
      }
      return try await body(site, await site.build().report)
    }
  }

  /// The keys of the references of a page, sorted.
  private func listedKeys(of page: String) -> [String] {
    page.split(separator: "id=\"ref-").dropFirst().map { String($0.prefix { $0 != "\"" }) }.sorted()
  }

  /// The page without the content of code, which may show how to cite.
  private func withoutCode(_ page: String) -> String {
    let pieces = page.split(separator: "<code", omittingEmptySubsequences: false)
    return pieces.dropFirst().reduce(String(pieces[0])) { text, piece in
      text + (piece.firstRange(of: "</code>").map { String(piece[$0.upperBound...]) } ?? "")
    }
  }

  @Test func buildsThemWithoutAnError() async throws {
    let papers = try papers(areBroken: false)
    #expect(papers.count == 27)
    try await build(papers) { site, report in
      #expect(report.sorted.filter { $0.severity == .error } == [])
      for paper in papers {
        let expected = try String(
          contentsOf: PaperCorpusTests.folder.appending(
            path: "\(paper)/expected/references.apa.html"), encoding: .utf8)
        let page = try site.text("Output/articles/\(paper)/index.html")
        #expect(listedKeys(of: page) == listedKeys(of: expected), "\(paper)")
        #expect(!withoutCode(page).contains("[@"), "\(paper)")
      }
      let missing = report.diagnostics.filter { $0.code == "figure-missing" }
      #expect(Set(missing.map(\.message)).count == missing.count)
      #expect(missing.count { $0.range.path == "issues/1/fastpli/paper.md" } == 4)
    }
  }

  @Test func namesWhatIsWrongInEarlierRevisions() async throws {
    let papers = try papers(areBroken: true)
    #expect(papers.count == 4)
    try await build(papers) { site, report in
      for paper in papers {
        let facts = try Facts(of: paper)
        let found = report.diagnostics.filter { $0.range.path.hasPrefix("issues/1/\(paper)/") }
        let errors = found.filter { $0.severity == .error }
        #expect(errors.allSatisfy { $0.code == "citation-unknown-key" }, "\(paper)")
        #expect(
          errors.map { quoted($0.message) }.sorted() == facts.citations.unresolved.sorted(),
          "\(paper)")
        let duplicates = found.filter { $0.code == "reference-duplicate-key" }
        #expect(
          duplicates.map { quoted($0.message) } == facts.citations.duplicate_keys, "\(paper)")
        #expect(duplicates.allSatisfy { $0.notes.count == 1 }, "\(paper)")
      }
      #expect(try site.output().isEmpty)
    }
  }

  /// What a message quotes first.
  private func quoted(_ message: String) -> String {
    String(message.split(separator: "'", omittingEmptySubsequences: false).dropFirst().first ?? "")
  }
}

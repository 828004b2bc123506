import Foundation
import Reporting
import SitePipeline
import TestSupport
import Testing

/// Whatever is edited, building again comes to the site that a first build would make.
///
/// `FASCICLE_EDITS` says how many edits to try; `make check-edits` tries a thousand.
@Suite(.enabled(if: TestSite.hasStyles)) struct RandomEditTests {
  static let edits =
    ProcessInfo.processInfo.environment["FASCICLE_EDITS"].flatMap { Int($0) } ?? 16

  /// Journals that are edited at the same time, each from a seed of its own.
  @Test(arguments: 1...4)
  func comesToTheSiteOfAFirstBuild(seed: Int) async throws {
    var author = RandomAuthor(seed: UInt64(seed))
    try await withTemporaryFolder { folder in
      let site = try journal(in: folder)
      // Every other journal has been published.
      if seed % 2 == 0 { try site.write(["Content/published.txt": "issues/one/\t0\tOne\n"]) }
      for number in 0..<(Self.edits + 3) / 4 {
        let edit = number == 0 ? "nothing" : try author.edit(site)
        let links: LinkForm = author.isUnlikely ? .files : .folders
        let again = await site.build { RandomAuthor.ask(&$0, links, all: seed > 2) }
        let fresh = try await first(site, in: folder) {
          RandomAuthor.ask(&$0, links, all: seed > 2)
        }
        let place = Comment(rawValue: "seed \(seed), edit \(number): \(edit)")
        #expect(again.report.sorted == fresh.outcome.report.sorted, place)
        #expect(again.isWritten == fresh.outcome.isWritten, place)
        #expect(again.publication == fresh.outcome.publication, place)
        if again.isWritten {
          let names = differing(try site.output(), try fresh.site.output())
          #expect(names.isEmpty, place)
          let deposits = try fresh.site.deposits()
          let known = try site.deposits().filter { deposits[$0.key] != nil }
          #expect(differing(known, deposits).isEmpty, place)
        }
      }
    }
  }

  /// Parts of different ages come to it too.
  @Test(arguments: 5...6)
  func joinsPartsToTheSiteOfAFirstBuild(seed: Int) async throws {
    var author = RandomAuthor(seed: UInt64(seed))
    try await withTemporaryFolder { folder in
      let site = try journal(in: folder)
      for number in 0..<(Self.edits + 3) / 4 {
        let edit = number == 0 ? "nothing" : try author.edit(site)
        let issue = number % 2 == 0 ? "one" : "two"
        await site.buildPart(of: [issue], named: issue) {
          RandomAuthor.ask(&$0, .folders, all: seed > 5)
        }
        guard FileManager.default.fileExists(atPath: site.parts.path) else { continue }
        for name in [".fascicle", "Output"] {
          try? FileManager.default.removeItem(at: site.folder.appending(path: name))
        }
        let joined = await site.build {
          RandomAuthor.ask(&$0, .folders, all: seed > 5)
          $0.parts = site.parts.path
        }
        let fresh = try await first(site, in: folder) {
          RandomAuthor.ask(&$0, .folders, all: seed > 5)
        }
        let place = Comment(rawValue: "seed \(seed), edit \(number): \(edit)")
        #expect(
          joined.report.sorted.filter { $0.code != "part-outdated" } == fresh.outcome.report.sorted,
          place)
        #expect(joined.isWritten == fresh.outcome.isWritten, place)
        if joined.isWritten {
          let names = differing(try site.output(), try fresh.site.output())
          #expect(names.isEmpty, place)
        }
      }
    }
  }

  private func journal(in folder: URL) throws -> TestSite {
    let site = TestSite(folder: folder.appending(path: "journal"))
    try FileManager.default.createDirectory(at: site.folder, withIntermediateDirectories: true)
    try site.write(RandomAuthor.journal)
    return site
  }

  /// The same sources in a folder of their own, built for the first time.
  private func first(
    _ site: TestSite, in folder: URL, _ change: (inout BuildOptions) -> Void
  ) async throws -> (site: TestSite, outcome: BuildOutcome) {
    let fresh = TestSite(folder: folder.appending(path: "fresh"))
    try? FileManager.default.removeItem(at: fresh.folder)
    try FileManager.default.createDirectory(at: fresh.folder, withIntermediateDirectories: true)
    for name in ["Content", "Templates"] {
      let source = site.folder.appending(path: name)
      guard FileManager.default.fileExists(atPath: source.path) else { continue }
      try FileManager.default.copyItem(at: source, to: fresh.folder.appending(path: name))
    }
    return (fresh, await fresh.build(change))
  }

  private func differing(_ one: [String: [UInt8]], _ other: [String: [UInt8]]) -> [String] {
    Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
  }
}

extension TestSite {
  fileprivate func deposits() throws -> [String: [UInt8]] {
    let deposits = folder.appending(path: "Deposits")
    return FileManager.default.fileExists(atPath: deposits.path)
      ? try contents(ofFolder: deposits) : [:]
  }
}

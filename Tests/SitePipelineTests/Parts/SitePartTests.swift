import Foundation
import Reporting
import TestSupport
import Testing

@testable import SitePipeline

/// Issues that are built by themselves, and the site that is joined from them.
@Suite(.enabled(if: TestSite.hasStyles)) struct SitePartTests {
  private static let files = TestSite.small.merging([
    "Content/issues/2024-06/engine.md": """
    ---
    title: The Engine
    authors: [{family: Lovelace, given: Ada}]
    keywords: [engines]
    doi: 10.5555/acta.engine
    ---
    It weaves, as [the notes](notes.txt) and [the loom](../2024-12/loom.md) say, {{ oddly }}.

    """,
    "Content/issues/2024-06/notes.txt": "Notes",
    "Content/issues/2024-12/issue.yml": "date: 2024-12\n",
    "Content/issues/2024-12/loom.md": """
    ---
    title: The Loom
    authors: [{family: Jacquard, given: Joseph}]
    keywords: [looms, engines]
    ---
    It is programmed.

    """,
  ]) { _, new in new }

  /// Builds the site, then its parts, and joins these into a site of its own after a change.
  private func joined(
    formats: Set<String>? = nil,
    _ change: (TestSite) throws -> Void = { _ in }
  ) async throws -> (whole: BuildOutcome, joined: BuildOutcome, isSame: Bool) {
    try await TestSite.inFolder(Self.files) { site in
      for issue in ["2024-06", "2024-12"] {
        let part = await site.buildPart(of: [issue], named: issue) { $0.formats = formats }
        #expect(part.articleCount == 1)
      }
      try change(site)
      let whole = await site.build { $0.formats = formats }
      let (files, deposits) = (try site.output(), try? contents(ofFolder: site.deposits))
      try? FileManager.default.removeItem(at: site.deposits)
      let joined = await site.build {
        $0.formats = formats
        $0.output = site.folder.appending(path: "Joined").path
        $0.parts = site.parts.path
      }
      let isSame =
        try contents(ofFolder: site.folder.appending(path: "Joined")) == files
        && (try? contents(ofFolder: site.deposits)) == deposits
      return (whole, joined, isSame)
    }
  }

  @Test(arguments: [nil, ["html"], ["html", "bib", "crossref", "doaj"]] as [Set<String>?])
  func joinsToTheSiteOfAWholeBuild(formats: Set<String>?) async throws {
    let (whole, joined, isSame) = try await joined(formats: formats)
    #expect(isSame)
    // What was found in the parts is told again, and nothing had to be made a second time.
    #expect(joined.report.sorted == whole.report.sorted)
    #expect(joined.report.diagnostics.contains { $0.range.path.hasSuffix("engine.md") })
  }

  @Test func makesAgainWhatHasChanged() async throws {
    let (_, joined, isSame) = try await joined { site in
      try site.write([
        "Content/issues/2024-12/loom.md": """
        ---
        title: The Loom
        ---
        It is woven.

        """
      ])
    }
    #expect(isSame)
    #expect(joined.report.diagnostics.filter { $0.code == "part-outdated" }.count == 1)
  }

  @Test func leavesOutWhatIsNoPart() async throws {
    let (_, joined, isSame) = try await joined { site in
      try Data("no part".utf8).write(to: site.parts.appending(path: "2024-06.part"))
    }
    #expect(isSame)
    #expect(joined.report.diagnostics.contains { $0.code == "part-unusable" })
  }

  @Test func keepsTheSiteWhenAPartIsDamaged() async throws {
    try await TestSite.inFolder(Self.files) { site in
      await site.buildPart(of: ["2024-06"], named: "one")
      let old = try await site.build().isWritten ? site.output() : [:]
      let part = site.parts.appending(path: "one.part")
      var bytes = Array(try Data(contentsOf: part))
      let place = try #require(bytes.firstRange(of: Array("It weaves".utf8)))
      bytes[place.lowerBound] ^= 1
      try Data(bytes).write(to: part)
      try FileManager.default.removeItem(at: site.folder.appending(path: ".fascicle"))
      let joined = await site.build { $0.parts = site.parts.path }
      #expect(joined.report.diagnostics.contains { $0.code == "part-damaged" })
      #expect(!joined.isWritten)
      #expect(try site.output() == old)
    }
  }

  @Test func missesParts() async throws {
    try await TestSite.inFolder(Self.files) { site in
      _ = await site.build()
      let joined = await site.build { $0.parts = site.parts.path }
      #expect(joined.report.diagnostics.map(\.code) == ["parts-missing"])
      #expect(!joined.isWritten)
    }
  }

  @Test func knowsTheIssuesOfTheJournal() async throws {
    try await TestSite.inFolder(Self.files) { site in
      let part = await site.buildPart(of: ["2024-07"], named: "one")
      #expect(part.report.diagnostics.map(\.code) == ["issue-unknown"])
      #expect(part.articleCount == nil)
      #expect(!FileManager.default.fileExists(atPath: site.parts.appending(path: "one.part").path))
    }
  }

  /// Where the parts are joined, the formula might be converted.
  @Test(.enabled(if: (try? FormulaConverter()) == nil))
  func makesNoPartWithoutTheConverterOfFormulas() async throws {
    try await TestSite.inFolder(Self.files) { site in
      try site.write(["Content/issues/2024-12/loom.md": "---\ntitle: Sum\n---\n$x$\n"])
      let part = await site.buildPart(of: ["2024-12"], named: "one")
      #expect(
        Set(part.report.diagnostics.filter { $0.severity == .error }.map(\.code))
          == ["part-incomplete"])
      #expect(part.articleCount == nil)
    }
  }
}

extension TestSite {
  var parts: URL { folder.appending(path: "parts") }
  fileprivate var deposits: URL { folder.appending(path: "Deposits") }

  @discardableResult
  func buildPart(
    of issues: [String], named name: String, _ change: (inout BuildOptions) -> Void = { _ in }
  ) async -> PartOutcome {
    let options = options {
      change(&$0)
      $0.output = parts.appending(path: name + ".part").path
    }
    return await SitePipeline.buildPart(options, of: issues)
  }
}

import Foundation
import Reporting
import TestSupport
import Testing

@testable import SitePipeline

/// What is made when only the words of texts have changed, and when that is not enough.
@Suite(.enabled(if: TestSite.hasStyles)) struct ArticleBuildTests {
  private static let engine = "Content/issues/2024-06/engine.md"
  private static let files = TestSite.small.merging([
    // With an address to write to, there is a file for OAI.
    "Content/journal.yml": """
    title: Acta Exempli
    languages: [en]
    url: https://example.org/acta/
    contact: {email: editors@example.org}
    citation: {style: chicago-author-date, styles: [apa]}

    """,
    "Content/issues/2024-06/loom.md": """
    ---
    title: The Loom
    authors: [{family: Jacquard, given: Joseph}]
    ---
    It weaves, as [the notes](engine.md#notes) say.

    """,
  ]) { _, new in new }

  @Test func putsWordsInPlaceThatHaveChanged() async throws {
    try await TestSite.inFolder(Self.files) { site in
      let found = await site.build { $0.formats = nil }.report
      let outcome = try #require(try await replayed(site, "It weaves.", "It calculates."))
      #expect(outcome.isWritten)
      #expect(outcome.report == found)
      #expect(outcome.changes.added.isEmpty)
      #expect(outcome.changes.removed.isEmpty)
      #expect(outcome.changes.changed.contains("articles/engine/index.html"))
      #expect(!outcome.changes.changed.contains("articles/loom/index.html"))
      #expect(try site.text("Output/articles/engine/index.html").contains("It calculates."))
      let again = try #require(try await replayed(site, "calculates.", "calculates on."))
      #expect(again.isWritten)
      #expect(try site.text("Output/articles/engine/index.html").contains("calculates on."))
    }
  }

  @Test func putsReferencesInPlaceThatHaveChanged() async throws {
    let bibliography = "Content/issues/2024-06/engine.bib"
    let text = "@book{mill, title={Mills}, author={Doe, Jo}, year=1999}\n"
    let files = Self.files.merging([bibliography: text]) { _, new in new }
    try await TestSite.inFolder(files) { site in
      try site.write([
        Self.engine: site.text(Self.engine).replacingOccurrences(of: "It", with: "[@mill]")
      ])
      #expect(await site.build { $0.formats = nil }.isWritten)
      let new = ("Mills", "Windmills")
      let outcome = try #require(try await replayed(site, new.0, new.1, in: bibliography))
      #expect(outcome.changes.changed.contains("articles/engine/index.html"))
      #expect(!outcome.changes.changed.contains("articles/loom/index.html"))
      #expect(try site.text("Output/articles/engine/index.html").contains("Windmills"))
      try await expectTheSameFromAFirstBuild(of: site)
    }
  }

  @Test func saysHowThePublishedSiteChanges() async throws {
    try await TestSite.inFolder(Self.files) { site in
      let published = await site.build {
        $0.formats = nil
        $0.records = true
      }
      #expect(published.isWritten)
      #expect(await site.build { $0.formats = nil }.publication == PublicationChanges())
      let outcome = try #require(try await replayed(site, "It weaves.", "It calculates."))
      #expect(outcome.publication?.changed.map(\.path) == ["articles/engine/"])
      let back = try #require(try await replayed(site, "It calculates.", "It weaves."))
      #expect(back.publication == PublicationChanges())
      let renamed = try #require(try await replayed(site, "title: The", "title: An"))
      #expect(
        renamed.publication?.changed.map(\.title) == ["An Engine", "The Loom", "2024-06"])
      try await expectTheSameFromAFirstBuild(of: site)
    }
  }

  /// Of a shared one, a whole build finds out who cites from it.
  @Test func leavesASharedBibliographyToAWholeBuild() async throws {
    let bibliography = "Content/issues/2024-06/shared.bib"
    let files = Self.files.merging([
      bibliography: "@book{mill, title={Mills}, author={Doe, Jo}, year=1999}\n",
      "Content/issues/2024-06/issue.yml": "date: 2024-06\nbibliography: shared.bib\n",
    ]) { _, new in new }
    try await TestSite.inFolder(files) { site in
      #expect(await site.build { $0.formats = nil }.isWritten)
      let outcome = try await replayed(site, "Mills", "Windmills", in: bibliography)
      #expect(outcome == nil)
    }
  }

  @Test(arguments: [
    "family: Lovelace": "family: Byron", "keywords: [engines]": "keywords: [mills]",
    "pages: 1-9": "pages: 1-9\nsection: Notes",
    "pages: 1-": "colour: red\npages: 1-", "## Notes": "## Remarks",
    "It weaves.": "It [weaves](loom.md#main).", "It weaves": "![It weaves](mill.png)",
    "It weaves. ": "It weaves [@nobody].",
  ])
  func leavesToAWholeBuildWhatOthersMaySee(old: String, new: String) async throws {
    try await TestSite.inFolder(Self.files) { site in
      try site.write(["Content/issues/2024-06/mill.png": "PNG"])
      #expect(await site.build { $0.formats = nil }.isWritten)
      #expect(try await replayed(site, old.trimmingCharacters(in: .whitespaces), new) == nil)
    }
  }

  @Test(arguments: [
    "title: The Engine": "title: An Engine", "pages: 1-9": "pages: 1-9\nsubtitle: A Calculator",
    "keywords: [engines]": "keywords: [engines]\nabstract: It calculates.",
  ])
  func putsInPlaceWhatArticlesSayOfTheirSubjects(old: String, new: String) async throws {
    try await TestSite.inFolder(Self.files) { site in
      #expect(await site.build { $0.formats = nil }.isWritten)
      let outcome = try #require(try await replayed(site, old, new))
      #expect(outcome.changes.changed.contains("search/parts/articles/0.js"))
      #expect(outcome.changes.changed.contains("journal.bib"))
      #expect(outcome.changes.changed.contains("oai.xml"))
      #expect(try await replayed(site, "It weaves", "It weaves and weaves") != nil)
      try await expectTheSameFromAFirstBuild(of: site)
      #expect(try await replayed(site, new, old) != nil)
      try await expectTheSameFromAFirstBuild(of: site)
    }
  }

  /// An older article's key changes when a newer one takes its first word.
  @Test func leavesToAWholeBuildATitleThatChangesTheKeysOfOthers() async throws {
    let namesake = Self.files.merging([
      "Content/issues/2024-06/loom.md": """
      ---
      title: The Loom
      authors: [{family: Lovelace, given: Ada}]
      ---
      It weaves.

      """
    ]) { _, new in new }
    try await TestSite.inFolder(namesake) { site in
      #expect(await site.build { $0.formats = nil }.isWritten)
      let outcome = try await replayed(site, "title: The Engine", "title: The Loom")
      #expect(outcome == nil)
    }
  }

  @Test func seesAReportComeAndGo() async throws {
    try await TestSite.inFolder(Self.files) { site in
      let found = await site.build { $0.formats = nil }.report
      let with = try #require(try await replayed(site, "It weaves.", "![](gone.png)"))
      #expect(with.report.diagnostics.contains { $0.code == "figure-missing" })
      let without = try #require(try await replayed(site, "![](gone.png)", "It weaves."))
      #expect(without.report == found)
    }
  }

  /// What is renewed piles up beside what is stored, and is put in its place now and then.
  @Test func comesToTheSameSiteAfterManyEdits() async throws {
    try await TestSite.inFolder(Self.files) { site in
      #expect(await site.build { $0.formats = nil }.isWritten)
      for number in 0..<20 {
        #expect(try await replayed(site, "It weaves", "It weaves word\(number)") != nil)
      }
      try await expectTheSameFromAFirstBuild(of: site)
    }
  }

  private func expectTheSameFromAFirstBuild(
    of site: TestSite, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let again = try site.output()
    try await withTemporaryFolder { folder in
      let fresh = TestSite(folder: folder.appending(path: "fresh"))
      try FileManager.default.createDirectory(at: fresh.folder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: site.folder.appending(path: "Content"), to: fresh.folder.appending(path: "Content"))
      #expect(await fresh.build { $0.formats = nil }.isWritten)
      #expect(try fresh.output() == again, sourceLocation: sourceLocation)
    }
  }

  /// Nil when a whole build has to be made of the change.
  private func replayed(
    _ site: TestSite, _ old: String, _ new: String, in file: String = Self.engine
  ) async throws -> BuildOutcome? {
    let text = try site.text(file)
    try #require(text.contains(old))
    try site.write([file: text.replacingOccurrences(of: old, with: new)])
    var report = Report()
    let options = site.options { $0.formats = nil }
    return await BuildStart(options, report: &report).replayed()
  }
}

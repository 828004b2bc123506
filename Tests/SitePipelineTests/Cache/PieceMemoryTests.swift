import Foundation
import Reporting
import TestSupport
import Testing

@testable import SitePipeline

/// What is made again after a change.
@Suite(.enabled(if: TestSite.hasStyles)) struct PieceMemoryTests {
  private static let files = TestSite.small.merging([
    "Content/issues/2024-06/engine.md": """
    ---
    title: The Engine
    authors: [{family: Lovelace, given: Ada}]
    keywords: [engines]
    ---
    It weaves, as [the notes](notes.txt) say.

    """,
    "Content/issues/2024-06/notes.txt": "Notes",
    "Content/issues/2024-12/issue.yml": "date: 2024-12\n",
    "Content/issues/2024-12/loom.md": """
    ---
    title: The Loom
    authors: [{family: Jacquard, given: Joseph}]
    keywords: [looms]
    ---
    It is programmed.

    """,
  ]) { _, new in new }

  @Test func makesNothingAgainWithoutAChange() async throws {
    #expect(try await madeAgain { _ in }.isEmpty)
  }

  @Test func makesTheArticleWhoseTextHasChanged() async throws {
    let made = try await madeAgain { site in
      try replace("weaves", "calculates", site)
    }
    #expect(made == ["articles/engine/index.html", "search/parts/index.js"])
  }

  @Test func makesTheArticleThatOffersAFile() async throws {
    let made = try await madeAgain { site in
      try site.write(["Content/issues/2024-06/notes.txt": "More notes"])
    }
    #expect(made == ["articles/engine/index.html"])
  }

  @Test func makesThePagesThatShowATitle() async throws {
    let made = try await madeAgain { site in try replace("The Engine", "An Engine", site) }
    #expect(
      made.isSuperset(of: [
        "articles/engine/index.html", "issues/2024-06/index.html",
        "authors/lovelace-ada/index.html", "keywords/engines/index.html",
      ]))
    #expect(
      made.isDisjoint(with: [
        "articles/loom/index.html", "issues/2024-12/index.html",
        "authors/jacquard-joseph/index.html", "keywords/looms/index.html",
        "index.html", "issues/index.html", "authors/index.html", "keywords/index.html",
        "sitemap.xml",
      ]))
  }

  @Test func makesWhatIsMissingInTheSite() async throws {
    let made = try await madeAgain { site in
      try FileManager.default.removeItem(
        at: site.folder.appending(path: "Output/authors/jacquard-joseph/index.html"))
    }
    #expect(made == ["authors/jacquard-joseph/index.html"])
  }

  @Test func makesAllAgainWithOtherTemplates() async throws {
    let made = try await madeAgain { site in
      try site.write(["Templates/partials/own.mustache": "<p>Mine</p>"])
    }
    #expect(made.isSuperset(of: ["articles/loom/index.html", "index.html"]))
  }

  /// One that may not write finds what is wrong in what has changed, and leaves the site alone.
  @Test func endsWhereItMayNotWrite() async throws {
    try await TestSite.inFolder(Self.files) { site in
      #expect(await site.build().isWritten)
      let page = site.folder.appending(path: "Output/articles/engine/index.html")
      let old = try Data(contentsOf: page)
      let cache = site.folder.appending(path: ".fascicle")
      for folder in try FileManager.default.contentsOfDirectory(
        at: cache, includingPropertiesForKeys: nil)
      {
        let lock = folder.appending(path: "lock")
        try FileManager.default.removeItem(at: lock)
        try FileManager.default.createDirectory(at: lock, withIntermediateDirectories: false)
      }
      try replace("(notes.txt)", "(lost.md)", site)
      let outcome = await site.build()
      #expect(!outcome.isWritten)
      #expect(outcome.report.diagnostics.map(\.code) == ["output-refused", "link-dead"])
      #expect(try Data(contentsOf: page) == old)
    }
  }

  /// The first files of the pieces that a build after a change would make.
  private func madeAgain(_ change: (TestSite) throws -> Void) async throws -> Set<String> {
    try await TestSite.inFolder(Self.files) { site in
      #expect(await site.build().isWritten)
      try change(site)
      var report = Report()
      let options = site.options()
      let start = await BuildStart(options, report: &report)
      let prepared = try #require(await prepare(start.tree, options, &report))
      let memory = start.memory(notesHashes: false)
      #expect(memory != nil)
      let steps = await prepared.renderer.steps(
        knowing: memory, depositStands: start.depositStands)
      let plan = prepared.renderer.context.plan
      return Set(steps.compactMap(\.work).map { $0.piece.name(in: plan) })
    }
  }

  private func replace(_ old: String, _ new: String, _ site: TestSite) throws {
    let path = "Content/issues/2024-06/engine.md"
    try site.write([path: site.text(path).replacingOccurrences(of: old, with: new)])
  }
}

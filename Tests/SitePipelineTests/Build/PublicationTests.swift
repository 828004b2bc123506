import Reporting
import TestSupport
import Testing

@testable import SitePipeline

/// What has been published, and what becomes of it.
@Suite(.enabled(if: TestSite.hasStyles, "needs the package citation-style-language-styles"))
struct PublicationTests {
  private let second = [
    "Content/issues/2024-06/notes.md": "---\ntitle: Notes\nauthors: [{literal: L}]\n---\nText.\n"
  ]

  @Test func recordsArticlesIssuesAndPages() async throws {
    try await TestSite.inFolder { site in
      let outcome = await site.build { $0.records = true }
      #expect(outcome.isWritten && outcome.publication == nil)
      let lines = try site.text("Content/published.txt").split(separator: "\n").dropFirst()
      let fields = lines.map { $0.split(separator: "\t") }
      #expect(fields.map(\.first) == ["articles/engine/", "issues/2024-06/"])
      #expect(fields.map(\.last) == ["The Engine", "2024-06"])
    }
  }

  @Test func tellsWhatIsNewAndWhatHasChanged() async throws {
    try await TestSite.inFolder { site in
      _ = await site.build { $0.records = true }
      #expect(await site.build().publication == PublicationChanges())
      try site.write(second)
      var text = TestSite.small["Content/issues/2024-06/engine.md"] ?? ""
      text += "More.\n"
      try site.write(["Content/issues/2024-06/engine.md": text])
      let changes = await site.build().publication
      #expect(changes?.added == [.init(path: "articles/notes/", title: "Notes")])
      #expect(changes?.changed.map(\.path) == ["articles/engine/", "issues/2024-06/"])
      #expect(changes?.removed == [])
    }
  }

  @Test func refusesToLoseAPublishedAddressUntilItIsRedirected() async throws {
    try await TestSite.inFolder { site in
      try site.write(["Content/published.txt": "articles/loom/\t0\tThe Loom\n"])
      let outcome = await site.build()
      #expect(!outcome.isWritten)
      #expect(outcome.report.diagnostics.map(\.code) == ["published-address-vanished"])
      #expect(
        outcome.report.diagnostics.map(\.message)
          == ["'/articles/loom/' has been published and is no longer there"])
      #expect(outcome.publication?.removed == [.init(path: "articles/loom/", title: "The Loom")])
      let journal = TestSite.small["Content/journal.yml"] ?? ""
      try site.write([
        "Content/journal.yml": journal
          + "redirects:\n  - {from: /articles/loom/, to: /articles/engine/}\n"
      ])
      #expect(await site.build().isWritten)
    }
  }

  @Test func refusesALedgerThatHasBeenDamaged() async throws {
    try await TestSite.expect(
      ["Content/published.txt": "# ours\n1️⃣articles/engine/\n"],
      .init(
        "1️⃣", "published-line-unreadable", "Line is not a path, a hash and a title"))
  }
}

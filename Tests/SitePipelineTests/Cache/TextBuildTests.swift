import Foundation
import Reporting
import TestSupport
import Testing

@testable import SitePipeline

/// What is made when only the words of texts have changed, and when that is not enough.
@Suite(.enabled(if: TestSite.hasStyles)) struct TextBuildTests {
  private static let engine = "Content/issues/2024-06/engine.md"
  private static let files = TestSite.small.merging([
    "Content/issues/2024-06/loom.md": """
    ---
    title: The Loom
    authors: [{family: Jacquard, given: Joseph}]
    ---
    It weaves, as [the notes](engine.md#notes) say.

    """
  ]) { _, new in new }

  @Test func putsWordsInPlaceThatHaveChanged() async throws {
    try await TestSite.inFolder(Self.files) { site in
      let found = await site.build().report
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

  @Test(arguments: [
    "title: The Engine": "title: An Engine", "## Notes": "## Remarks",
    "It weaves.": "It [weaves](loom.md#main).", "It weaves": "![It weaves](mill.png)",
    "It weaves. ": "It weaves [@nobody].",
  ])
  func leavesToAWholeBuildWhatOthersMaySee(old: String, new: String) async throws {
    try await TestSite.inFolder(Self.files) { site in
      try site.write(["Content/issues/2024-06/mill.png": "PNG"])
      #expect(await site.build().isWritten)
      #expect(try await replayed(site, old.trimmingCharacters(in: .whitespaces), new) == nil)
    }
  }

  @Test func seesAReportComeAndGo() async throws {
    try await TestSite.inFolder(Self.files) { site in
      let found = await site.build().report
      let with = try #require(try await replayed(site, "It weaves.", "![](gone.png)"))
      #expect(with.report.diagnostics.contains { $0.code == "figure-missing" })
      let without = try #require(try await replayed(site, "![](gone.png)", "It weaves."))
      #expect(without.report == found)
    }
  }

  /// What is renewed piles up beside what is stored, and is put in its place now and then.
  @Test func comesToTheSameSiteAfterManyEdits() async throws {
    try await TestSite.inFolder(Self.files) { site in
      #expect(await site.build().isWritten)
      for number in 0..<20 {
        #expect(try await replayed(site, "It weaves", "It weaves word\(number)") != nil)
      }
      let again = try site.output()
      try FileManager.default.removeItem(at: site.folder.appending(path: ".fascicle"))
      try FileManager.default.removeItem(at: site.folder.appending(path: "Output"))
      #expect(await site.build().isWritten)
      #expect(try site.output() == again)
    }
  }

  /// Nil when a whole build has to be made of the change.
  private func replayed(_ site: TestSite, _ old: String, _ new: String) async throws
    -> BuildOutcome?
  {
    let text = try site.text(Self.engine)
    try #require(text.contains(old))
    try site.write([Self.engine: text.replacingOccurrences(of: old, with: new)])
    var report = Report()
    return await BuildStart(site.options(), report: &report).replayed()
  }
}

import Reporting
import SitePipeline
import TestSupport
import Testing

@testable import fascicle

@Suite struct BuildWordsTests {
  @Test func tellsWhatReadersWillFindNewChangedAndGone() {
    var outcome = BuildOutcome(report: Report(), isWritten: true)
    outcome.changes.added = ["a/index.html"]
    outcome.changes.removed = ["b/index.html", "c/index.html"]
    outcome.changes.unchangedCount = 40
    var publication = PublicationChanges()
    publication.added = [.init(path: "articles/a/", title: "A")]
    publication.removed = (1...22).map { .init(path: "articles/b\($0)/", title: "B") }
    outcome.publication = publication
    expectEqualLines(
      BuildWords(outcome, folder: "Output").text,
      """
      New since the last publication:
        + /articles/a/  A
      No longer there:
      \((1...20).map { "  - /articles/b\($0)/  B" }.joined(separator: "\n"))
        … and 2 more
      Output: 1 added, 2 removed, 40 as they were

      """, "words")
  }

  @Test func saysThatNothingHasChanged() {
    var outcome = BuildOutcome(report: Report(), isWritten: true)
    outcome.changes.unchangedCount = 3
    #expect(BuildWords(outcome, folder: "Output").text == "Output: 3 as they were\n")
  }
}

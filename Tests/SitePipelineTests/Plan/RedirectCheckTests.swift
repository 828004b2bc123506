import Reporting
import TestSupport
import Testing

@testable import SitePipeline

@Suite(.enabled(if: TestSite.hasStyles, "needs the package citation-style-language-styles"))
struct RedirectCheckTests {
  private let path = "Content/journal.yml"

  /// The settings with these lines under `redirects`.
  private func settings(_ lines: String) -> [String: String] {
    let redirects = lines.split(separator: "\n").map { "  \($0)\n" }.joined()
    return [path: (TestSite.small[path] ?? "") + "redirects:\n" + redirects]
  }

  @Test func takesAddressesThatAreGone() async throws {
    try await TestSite.expect(
      settings("/old/: /issues/\n/older: /old/\n/blog/: https://example.net/blog/"))
  }

  @Test func refusesToHideAPage() async throws {
    try await TestSite.expect(
      settings("1️⃣/issues/2️⃣: /articles/engine/"),
      .init("1️⃣", "redirect-hides-page", "A page of the site stands at '/issues/'"))
  }

  @Test func refusesToHideAPageFromTheArticleToo() async throws {
    let path = "Content/issues/2024-06/engine.md"
    let text = try #require(TestSite.small[path])
    try await TestSite.expect(
      [
        path: text.replacing("title:", with: "1️⃣title:")
          .replacing("pages: 1-9", with: "redirects: /acta/issues/")
      ],
      .init("1️⃣", "redirect-hides-page", "A page of the site stands at '/acta/issues/'"))
  }

  @Test func findsAnAddressThatIsRedirectedTwice() async throws {
    try await TestSite.expect(
      settings("2️⃣/old: /issues/\n1️⃣/old/: /search/"),
      .init(
        "1️⃣", "redirect-given-twice", "'/old/' is redirected a second time",
        notes: [("2️⃣", "First redirected here")]))
  }

  @Test func findsEachRingOnce() async throws {
    try await TestSite.expect(
      settings(
        """
        /in/: /a/
        1️⃣/a/: /b/
        /b/: https://example.org/acta/a/
        2️⃣/self/: /self/
        """),
      .init("1️⃣", "redirect-ring", "Redirects lead from '/a/' back to it"),
      .init("2️⃣", "redirect-ring", "Redirects lead from '/self/' back to it"))
  }

  @Test func findsATargetThatIsNotThere() async throws {
    try await TestSite.expect(
      settings("/old/: /1️⃣nowhere/"),
      .init("1️⃣", "page-link-dead", "'../nowhere/' on the page 'old/index.html' leads to nothing"))
  }
}

import SitePipeline
import Testing

/// What the search shows of an article is what its page and the contents say.
@Suite(.enabled(if: TestSite.hasStyles)) struct SearchBuildTests {
  @Test func showsTitlesBylinesAndAbstractsAsReadersKnowThem() async throws {
    let authors = (1...31).map { "{literal: Author \($0)}" }.joined(separator: ", ")
    let files = TestSite.small.merging([
      "Content/issues/2024-06/engine.md": """
      ---
      title: What is it?
      subtitle: A Question
      authors: [\(authors)]
      abstract: The *Night* of H~2~O.
      ---

      """,
      "Content/issues/2024-06/notice.md": """
      ---
      title: "Retraction: What is it?"
      type: retraction
      about: engine
      authors: [{literal: The Editors}]
      ---

      Why.

      """,
    ]) { $1 }
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().isWritten)
      let shown = try site.text("Output/search/parts/articles/0.js")
      #expect(shown.contains(#""RETRACTED: What is it? A Question""#))
      #expect(shown.contains(#""Retraction: What is it?""#))
      #expect(shown.contains(#""Author 20","…"]"#))
      #expect(shown.contains(#""The Night of H2O.""#))
    }
  }
}

import Foundation
import Reporting
import TestSupport
import Testing

@testable import SitePipeline

/// "How to Cite" as readers see it, on the article and on its citation page.
@Suite(.enabled(if: TestSite.hasStyles, "needs the package citation-style-language-styles"))
struct CitationPageTests {
  private let slug = "us-withdrawal-afghanistan"
  private let printed = """
    Mati -Ur- Rehman Bajwa. 2024. “The U.S. Withdrawal from Afghanistan and the Escalation of \
    Anti-Pakistan Sentiment: Analyzing Causes and Exploring Solutions”. Al-Qamar, June, 30-54.
    """

  /// The journal of this project, some words of its files replaced.
  private func journal(_ changes: [(String, String)] = []) throws -> [String: String] {
    let folder = TestSite.project.appending(path: "Content")
    var files: [String: String] = [:]
    for (path, bytes) in try contents(ofFolder: folder) {
      var text = String(decoding: bytes, as: UTF8.self)
      for (old, new) in changes { text = text.replacingOccurrences(of: old, with: new) }
      files["Content/" + path] = text
    }
    return files
  }

  /// The text of the element with a class, as a browser would copy it.
  private func text(ofClass name: String, in page: String) -> String? {
    guard let start = page.range(of: " \(name)\""),
      let open = page[start.upperBound...].firstIndex(of: ">"),
      let end = page[open...].range(of: "</p>")
    else { return nil }
    let markup = page[page.index(after: open)..<end.lowerBound]
    let plain = markup.replacing(/<[^>]*>/, with: "")
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacingOccurrences(of: "&amp;", with: "&")
  }

  @Test func citesAsTheJournalPrintsIt() async throws {
    try await TestSite.inFolder(journal()) { site in
      #expect(await site.build().isWritten)
      let article = try site.text("Output/articles/\(slug)/index.html")
      let citing = try site.text("Output/articles/\(slug)/cite/index.html")
      #expect(text(ofClass: "how-to-cite", in: article) == printed)
      #expect(text(ofClass: "how-to-cite", in: citing) == printed)
      #expect(article.contains("<i>Al-Qamar</i>, June, 30-54."))
      #expect(citing.contains("data-text=\"\(printed)\""))
      #expect(citing.components(separatedBy: "<p class=\"cit").count - 1 == 11)
    }
  }

  @Test func citesAsTheStyleHasItWithoutTheFormOfOJS() async throws {
    try await TestSite.inFolder(journal([("compat: ojs", "locale: en-US")])) { site in
      #expect(await site.build().isWritten)
      let article = try site.text("Output/articles/\(slug)/index.html")
      let expected = printed.replacingOccurrences(of: "Solutions”.", with: "Solutions.”")
        .replacingOccurrences(of: "30-54", with: "30–54")
      #expect(text(ofClass: "how-to-cite", in: article) == expected)
    }
  }

  @Test func printsTheAuthorsOwnCitationVerbatim() async throws {
    var files = TestSite.small
    files["Content/issues/2024-06/engine.md"] = """
      ---
      title: The Engine
      authors: [{family: Lovelace, given: Ada}]
      citation: {text: "A. A. L., Notes & Queries (1843)."}
      ---
      Text.

      """
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().report.diagnostics == [])
      for page in ["Output/articles/engine/index.html", "Output/articles/engine/cite/index.html"] {
        let citation = text(ofClass: "how-to-cite", in: try site.text(page))
        #expect(citation == "A. A. L., Notes & Queries (1843).")
      }
    }
  }
}

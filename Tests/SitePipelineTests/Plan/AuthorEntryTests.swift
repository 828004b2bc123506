import SitePipeline
import TestSupport
import Testing

@Suite(.enabled(if: TestSite.hasStyles, "needs the package citation-style-language-styles"))
struct AuthorEntryTests {
  private func article(_ author: String) -> String {
    "---\ntitle: The Engine\nauthors:\n  - {family: Lovelace, given: Ada, \(author)}\n---\n"
  }

  @Test func tellsPagesOfAuthorsOfOneNameApart() async throws {
    let files = TestSite.small.merging([
      "Content/issues/2024-06/engine.md": article("orcid: 0000-0002-1825-0097"),
      "Content/issues/2024-06/loom.md": article("orcid: 0000-0001-5109-3700"),
    ]) { _, new in new }
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().isWritten)
      let titles = try site.output().filter { path, _ in
        path.hasPrefix("authors/") && path != "authors/index.html"
      }.values.map { bytes in
        let page = String(decoding: bytes, as: UTF8.self)
        return page.split(separator: "<title>")[1].prefix { $0 != "<" }
      }
      #expect(
        titles.sorted() == [
          "Ada Lovelace (0000-0001-5109-3700) · Acta Exempli",
          "Ada Lovelace (0000-0002-1825-0097) · Acta Exempli",
        ])
    }
  }

  @Test func cutsNamesThatAreTooLongForFiles() async throws {
    let name = String(repeating: "Ada ", count: 80)
    let files = TestSite.small.merging([
      "Content/issues/2024-06/engine.md": """
      ---
      title: The Engine
      authors: [{literal: \(name)Lovelace}]
      keywords: [\(name)]
      ---

      """
    ]) { _, new in new }
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().isWritten)
      let names = try site.output().keys.flatMap { $0.split(separator: "/") }
      #expect(names.allSatisfy { $0.utf8.count <= 120 })
    }
  }
}

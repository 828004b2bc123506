import Foundation
import Reporting
import TestSupport
import Testing

@testable import SitePipeline

@Suite(.enabled(if: TestSite.hasStyles, "needs the package citation-style-language-styles"))
struct BuildTests {
  private let article = "Output/articles/engine/index.html"

  @Test func offersATextThatNobodySignedToZoteroByItsPage() async throws {
    var files = TestSite.small
    files["Content/issues/2024-06/verse.md"] = "---\ntitle: Verse\nauthor:\n---\nIt weaves.\n"
    try await TestSite.inFolder(files) { site in
      _ = await site.build()
      let unsigned = try site.text("Output/articles/verse/index.html")
      #expect(unsigned.contains("<span class=\"Z3988\"") && !unsigned.contains("citation_"))
      let signed = try site.text(article)
      #expect(!signed.contains("Z3988") && signed.contains("citation_author"))
    }
  }

  /// A journal with one article that cites in a style.
  private func citing(in style: String) -> [String: String] {
    var files = TestSite.small
    files["Content/journal.yml"] = "title: Acta\nlanguages: [en]\ncitation: {style: \(style)}\n"
    return files
  }

  @Test func keepsTheSentenceWholeWhereCitationsAreNotes() async throws {
    var files = citing(in: "chicago-fullnote-bibliography")
    files["Content/issues/2024-06/engine.bib"] =
      "@book{doe, author = {Doe, Jane}, title = {First}, publisher = {P}, year = 2001}\n"
    files["Content/issues/2024-06/engine.md"] = """
      ---
      title: E
      authors: [{literal: A}]
      bibliography: engine.bib
      ---
      One [@doe, 3]. Own.^[No cite.] Again [@doe, 3]. Says @doe [7], and^[Cf. @doe [8]; so [@doe, 9].] on
      and [see also @doe, 10].

      """
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().report.diagnostics == [])
      let page = try site.text("Output/articles/engine/index.html")
      #expect(page.contains("Says Jane Doe<sup"))
      let notes = page.matches(of: #/<li id="fn-[^>]*>(?s:(.*?))<a [^>]*doc-backlink/#).map {
        $0.1.replacing(/<[^>]*>/, with: "").trimmingCharacters(in: .whitespacesAndNewlines)
      }
      #expect(
        notes == [
          "Jane Doe, First (P, 2001), 3.", "No cite.", "Doe, First, 3.", "7.",
          "Cf. Doe, 8; so Doe, 9.", "See also Doe, First, 10.",
        ])
    }
  }

  @Test(arguments: ["chicago-author-date", "chicago-fullnote-bibliography"])
  func citesInWordsThatLeadNowhere(style: String) async throws {
    var files = citing(in: style)
    files["Content/issues/2024-06/a.png"] = "x"
    files["Content/issues/2024-06/engine.bib"] = """
      @book{doe, author = {Doe, Jane}, title = {First}, publisher = {P}, year = 2001}
      @book{2001P....1.2D, author = {Dee, Jim}, title = {Second}, publisher = {P}, year = 2002}

      """
    files["Content/issues/2024-06/engine.md"] = """
      ---
      title: E
      authors: [{literal: A}]
      bibliography: engine.bib
      ---
      So ![Map of [@doe].](a.png) here. [See @2001P....1.2D](https://example.org), as
      [@engineer](https://example.org/@engineer) does.

      """
    try await TestSite.inFolder(files) { site in
      let outcome = await site.build()
      #expect(!outcome.report.hasErrors)
      let page = try site.text("Output/articles/engine/index.html")
      #expect(
        page.contains(style.hasSuffix("date") ? "alt=\"Map of (Doe 2001).\"" : "alt=\"Map of Jane"))
      #expect(page.contains(">@engineer</a> does"))
      #expect(page.contains("id=\"ref-doe\"") && page.contains("id=\"ref-2001P....1.2D\""))
    }
  }

  @Test func findsAFigureThatIsNamedWithoutItsEnding() async throws {
    var files = TestSite.small
    files["Content/issues/2024-06/v1.2_plan.png"] = "x"
    files["Content/issues/2024-06/engine.md"] = """
      ---
      title: E
      authors: [{literal: A}]
      ---
      ![A plan](v1.2_plan)

      """
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().report.diagnostics == [])
      let page = try site.text("Output/articles/engine/index.html")
      #expect(page.contains("<img src=\"v1.2_plan.png\""))
    }
  }

  @Test func buildsTheSameBytesTwice() async throws {
    let source = TestSite.project.appending(path: "Tests/Fixtures/demonstration").path
    try await withTemporaryFolder { folder in
      var sites: [[String: [UInt8]]] = []
      for name in ["a", "b"] {
        let output = folder.appending(path: name)
        let outcome = await build(
          BuildOptions(source: source, output: output.path, writes: true))
        #expect(outcome.report.diagnostics.filter { $0.severity == .error }.isEmpty)
        try #require(outcome.isWritten)
        sites.append(try contents(ofFolder: output))
      }
      #expect(sites[0].count > 100)
      #expect(sites[0] == sites[1])
      try FileManager.default.removeItem(atPath: source + "/.fascicle")
    }
  }

  @Test func leavesTheOldSiteAfterAnError() async throws {
    try await TestSite.inFolder { site in
      #expect(await site.build().isWritten)
      let old = try site.output()
      try site.write(["Content/issues/2024-06/engine.md": "---\ntitle: [a\n---\n"])
      let outcome = await site.build()
      #expect(outcome.report.hasErrors && !outcome.isWritten)
      let new = try site.output()
      #expect(new == old)
    }
  }

  @Test func countsWarningsAsErrorsWhenStrict() async throws {
    try await TestSite.inFolder { site in
      let body = TestSite.small["Content/issues/2024-06/engine.md"] ?? ""
      try site.write(["Content/issues/2024-06/engine.md": body + "![Loom](loom.png)\n"])
      #expect(await site.build { $0.isStrict = true }.isWritten == false)
      #expect(await site.build().isWritten)
    }
  }

  @Test func replacesOnePartialAlone() async throws {
    try await TestSite.inFolder { site in
      _ = await site.build()
      let old = try site.output()
      try site.write(["Templates/footer.mustache": "<footer>{{page.journal}}, ours</footer>\n"])
      _ = await site.build()
      let new = try site.output()
      #expect(Set(new.keys) == Set(old.keys))
      let text = try site.text(article)
      let was = String(decoding: old["articles/engine/index.html"] ?? [], as: UTF8.self)
      let (a, b) = (text.components(separatedBy: "<footer"), was.components(separatedBy: "<footer"))
      #expect(a[0] == b[0])
      #expect(a[1] == ">Acta Exempli, ours</footer>\n</body>\n</html>\n")
    }
  }

  @Test func namesTheIndexFilesInACopyForTheDisk() async throws {
    try await TestSite.inFolder { site in
      _ = await site.build { $0.links = .files }
      for (path, bytes) in try site.output() where path.hasSuffix(".html") {
        let text = String(decoding: bytes, as: UTF8.self)
        for link in text.components(separatedBy: " href=\"").dropFirst() {
          let target = link.prefix { $0 != "\"" }
          #expect(target.hasPrefix("http") || !target.hasSuffix("/"), "\(path): \(target)")
        }
      }
    }
  }

  @Test func putsFiguresBesideTheArticle() async throws {
    var files = TestSite.small
    files["Content/issues/2024-06/engine.md", default: ""] += "![Loom](img/loom.svg)\n"
    files["Content/issues/2024-06/img/loom.svg"] = "<svg/>"
    try await TestSite.inFolder(files) { site in
      let outcome = await site.build()
      #expect(outcome.report.diagnostics == [])
      let (figure, page) = (
        try site.text("Output/articles/engine/img/loom.svg"), try site.text(article)
      )
      #expect(figure == "<svg/>")
      #expect(page.contains("src=\"img/loom.svg\""))
    }
  }

  @Test func linksArticlesByTheirFiles() async throws {
    var files = TestSite.small
    files["Content/issues/2024-06/notes.md"] =
      "---\ntitle: Notes\nauthors: [{literal: L. F. M.}]\n---\nSee [it](engine.md#notes).\n"
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().report.diagnostics == [])
      let page = try site.text("Output/articles/notes/index.html")
      #expect(page.contains("<a href=\"../engine/#notes\">it</a>"))
    }
  }

  /// Four thousand authors have four thousand pages, each of which shows their article.
  @Test(arguments: [(30, ", A28 and A29"), (31, ", A18, A19 and 11 others")])
  func showsTheFirstOfManyAuthorsInLists(count: Int, end: String) async throws {
    var files = TestSite.small
    let authors = (0..<count).map { "  - {literal: A\($0)}\n" }.joined()
    files["Content/issues/2024-06/engine.md"] = "---\ntitle: The Engine\nauthors:\n\(authors)---\n"
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().report.diagnostics == [])
      for page in ["issues/2024-06", "authors/a7"] {
        let html = try site.text("Output/\(page)/index.html")
        let start = try #require(html.firstRange(of: "<p class=\"by\">"))
        let line = html[start.upperBound...].split(separator: "</p>").first ?? ""
        #expect(line.replacing("<bdi>", with: "").replacing("</bdi>", with: "").hasSuffix(end))
      }
    }
  }
}

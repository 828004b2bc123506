import Foundation
import Reporting
import SitePipeline
import TestSupport
import Testing

/// What machines read beside the pages, from whole builds.
@Suite(.enabled(if: TestSite.hasStyles, "needs the package citation-style-language-styles"))
struct ExportBuildTests {
  /// A journal that can have every format, and an article with a DOI, a citation and an address.
  private let complete = TestSite.small.merging([
    "Content/journal.yml": """
    title: Acta Exempli
    languages: [en]
    url: https://example.org/acta/
    issn: {online: 2049-3630}
    publisher: {name: Example Press, country: GB}
    contact: {name: Ada Editor, email: editor@example.org}
    license: CC-BY-4.0
    deposits:
      crossref: {depositor: Example Press, email: doi@example.org, registrant: Example Press}
    citation: {style: chicago-author-date, styles: [apa]}

    """,
    "Content/issues/2024-06/engine.md": """
    ---
    title: The Engine
    authors:
      - {family: Lovelace, given: Ada, email: ada@example.org}
    pages: 1-9
    doi: 10.5555/acta.1
    statements: {interests: None.}
    ---

    It weaves [@menabrea1842], see [the data](data.csv).

    """,
    "Content/issues/2024-06/data.csv": "1,2\n",
    "Content/issues/2024-06/engine.bib": """
    @article{menabrea1842, author = {Menabrea, Luigi}, title = {Notions}, year = 1842,
      journal = {Bibliothèque}}

    """,
  ]) { _, new in new }

  @Test func writesWhatMachinesReadBesideThePages() async throws {
    try await TestSite.inFolder(complete) { site in
      let outcome = await site.build { $0.formats = nil }
      #expect(outcome.report.diagnostics == [])
      let files = Set(try site.output().keys.filter { !$0.hasSuffix(".html") })
      let article = [
        "cite.bib", "cite.ris", "cite.enw", "cite.csl.json", "jats.xml", "linkset.json",
      ]
      let wanted =
        article.map { "articles/engine/" + $0 } + ["articles/engine/data.csv"]
        + ["bib", "ris", "enw", "csl.json"].flatMap {
          ["issues/2024-06/issue.\($0)", "journal.\($0)"]
        } + [
          "feed.xml", "rss.xml", "sitemap.xml", "robots.txt", "oai.xml", "opensearch.xml",
          "_headers", "manifest-sha256.txt",
        ]
      #expect(Set(wanted).subtracting(files).isEmpty)
    }
  }

  @Test func callsPartsOfTheTextInJATSAsItsLanguageDoes() async throws {
    var files = complete
    files["Content/issues/2024-06/engine.md"] = """
      ---
      title: نول
      language: ar
      authors: [{family: Lovelace, given: Ada}]
      ---

      انظر @tbl:a ثم @sec:b.

      | أ |
      |---|
      | ب |

      Table: نول {#tbl:a}

      ## بداية {#sec:b}

      """
    try await TestSite.inFolder(files) { site in
      _ = await site.build { $0.formats = nil }
      let jats = try site.text("Output/articles/engine/jats.xml")
      #expect(jats.contains("<label>جدول ١</label>"))
      #expect(
        jats.contains(
          """
          <p>انظر <xref ref-type="table" rid="b-tbl_x003A_a">جدول\u{A0}١</xref> \
          ثم <xref ref-type="sec" rid="b-sec_x003A_b">القسم «بداية»</xref>.</p>
          """))
    }
  }

  @Test func tiesCitationsAndFilesOfTheTextInJATS() async throws {
    try await TestSite.inFolder(complete) { site in
      _ = await site.build { $0.formats = nil }
      let jats = try site.text("Output/articles/engine/jats.xml")
      let paragraph = jats.split(separator: "\n").first { $0.contains("It weaves") }
      #expect(
        paragraph.map(String.init) == """
            <p>It weaves <xref ref-type="bibr" rid="ref-menabrea1842">(Menabrea 1842)</xref>, see \
          <ext-link ext-link-type="uri" \
          xlink:href="https://example.org/acta/articles/engine/data.csv">the data</ext-link>.</p>
          """)
      #expect(jats.contains("<ref id=\"ref-menabrea1842\">"))
      #expect(jats.contains("<fn fn-type=\"coi-statement\">"))
    }
  }

  @Test func writesDepositsBesideTheSiteAndNoAddressOfAPersonIntoIt() async throws {
    try await TestSite.inFolder(complete) { site in
      _ = await site.build { $0.formats = nil }
      let deposits = try contents(ofFolder: site.folder.appending(path: "Deposits")).keys.sorted()
      #expect(
        deposits == [
          "crossref-2024-06.xml", "crossref-urls.txt", "doaj-2024-06.json", "doaj-2024-06.xml",
        ])
      for (path, bytes) in try site.output() {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("ada@example.org") && !text.contains("doi@example.org"), "\(path)")
      }
    }
  }

  @Test func asksForANewerTimeWhereADepositChanges() async throws {
    try await TestSite.inFolder(complete) { site in
      let path = "Content/issues/2024-06/engine.md"
      let article = try #require(complete[path])
      func codes(_ text: String) async throws -> [String] {
        try site.write([path: text])
        return await site.build { $0.formats = nil }.report.diagnostics.map(\.code.rawValue)
      }
      #expect(try await codes(article) == [])
      #expect(try await codes(article) == [])
      let changed = article.replacing("The Engine", with: "The Engines")
      #expect(try await codes(changed) == ["crossref-deposit-time"])
      let dated = changed.replacing("Engines", with: "Wheels")
        .replacing("pages: 1-9", with: "pages: 1-9\nrevision: 1")
      #expect(try await codes(dated) == [])
    }
  }

  @Test func refusesADepositOfTheSameTimeBeforeAnythingIsWritten() async throws {
    try await TestSite.inFolder(complete) { site in
      let path = "Content/issues/2024-06/engine.md"
      let article = try #require(complete[path])
      func build() async -> (code: [String], isWritten: Bool) {
        let outcome = await site.build {
          $0.formats = nil
          $0.isStrict = true
        }
        return (outcome.report.diagnostics.map(\.code.rawValue), outcome.isWritten)
      }
      #expect(await build().isWritten)
      try site.write([path: article.replacing("The Engine", with: "The Engines")])
      for _ in 1...2 {
        let second = await build()
        #expect(second.code == ["crossref-deposit-time"] && !second.isWritten)
      }
      #expect(try site.text("Output/articles/engine/index.html").contains("<h1>The Engine</h1>"))
    }
  }

  @Test func listsEveryFileWithItsHash() async throws {
    try await TestSite.inFolder(complete) { site in
      _ = await site.build { $0.formats = nil }
      let listed = try site.text("Output/manifest-sha256.txt").split(separator: "\n").map {
        String($0.split(separator: " ", maxSplits: 1)[1].drop { $0 == " " })
      }
      let files = try site.output().keys.filter { $0 != "manifest-sha256.txt" }
      #expect(Set(listed) == Set(files))
      #expect(listed.count == files.count)
    }
  }

  @Test func checksWhatReadersOfTheJournalAsk() async throws {
    try await TestSite.inFolder(complete) { site in
      let options = BuildOptions(
        source: site.folder.path, output: site.folder.appending(path: "Output").path)
      let outcome = await check(options, only: ["google-scholar", "crossref", "links", "jats"])
      #expect(
        outcome.rows.map { "\($0.title) \($0.status)" }
          == ["Google Scholar ⚠ 1", "Crossref ✓", "JATS ✓", "links ✓"])
      #expect(outcome.report.diagnostics.map(\.code.rawValue) == ["scholar-pdf-missing"])
      let written = try site.output()
      #expect(written.isEmpty)
    }
  }
}

import Reporting
import SitePipeline
import TestSupport
import Testing

/// What pages in one language say of people and texts in another.
@Suite(.enabled(if: TestSite.hasStyles, "needs the package citation-style-language-styles"))
struct ReadersLanguageTests {
  private static let files = [
    "Content/journal.yml": """
    title: Acta Exempli
    languages: [en, ar]
    url: https://example.org/acta/
    citation: {style: chicago-author-date}

    """,
    "Content/people.yml": "- {literal: Ada Sample, role: {en: Editor, ar: المحررة}}\n",
    "Content/pages/editorial-board.md": "---\ntitle: Board\n---\n\nThey are chosen.\n",
    "Content/issues/2024-06/engine.md": """
    ---
    title: The Engine
    authors:
      - family: الأشرف
        given: بلال
        affiliation: {name: {en: College of Examples, ar: كلية الأمثلة}, city: Lahore, country: PK}
        roles: [conceptualization, software]
      - {family: Lovelace, given: Ada, roles: [software]}
    keywords: {en: [moon, loom], ar: [قمر, نول]}
    dates: {published: 2023-05-01}
    language: ar
    pages: 1-9
    ---

    It weaves.

    """,
  ]

  private func lines(of page: String, with words: String) -> [String] {
    page.split(separator: "\n").map(String.init).filter { $0.contains(words) }
  }

  @Test func namesCountriesContributionsAndKeywordsAsEachLanguageDoes() async throws {
    try await TestSite.inFolder(TestSite.small.merging(Self.files) { $1 }) { site in
      #expect(await site.build().report.diagnostics == [])
      let english = try site.text("Output/articles/engine/index.html")
      let arabic = try site.text("Output/ar/articles/engine/index.html")
      #expect(english.contains("<span>College of Examples, Lahore, Pakistan</span>"))
      #expect(arabic.contains("<span>كلية الأمثلة، Lahore، باكستان</span>"))
      #expect(
        lines(of: english, with: "Ada Lovelace</bdi></span>") == [
          """
          <p class="meta"><span><bdi>conceptualization</bdi>: <bdi>بلال الأشرف</bdi></span> \
          <span><bdi>software</bdi>: <bdi>بلال الأشرف</bdi> and <bdi>Ada Lovelace</bdi></span> </p>
          """
        ])
      #expect(
        lines(of: arabic, with: "Ada Lovelace</bdi></span>") == [
          """
          <p class="meta"><span><bdi>تصور</bdi>: <bdi>بلال الأشرف</bdi></span> \
          <span><bdi>برمجة</bdi>: <bdi>بلال الأشرف</bdi> و<bdi>Ada Lovelace</bdi></span> </p>
          """
        ])
      #expect(english.contains("moon</a>; <a"))
      #expect(english.contains("قمر</a>؛ <a"))
    }
  }

  @Test func listsNamesOfArabicScriptWithItsComma() async throws {
    try await TestSite.inFolder(TestSite.small.merging(Self.files) { $1 }) { site in
      #expect(await site.build().report.diagnostics == [])
      let page = try site.text("Output/authors/index.html")
      #expect(page.contains("<bdi>الأشرف، بلال</bdi>"))
      #expect(page.contains("<bdi>Lovelace, Ada</bdi>"))
    }
  }

  @Test func tellsArticlesOfAnAuthorApartByTheirYears() async throws {
    try await TestSite.inFolder(TestSite.small.merging(Self.files) { $1 }) { site in
      #expect(await site.build().report.diagnostics == [])
      let author = try site.text("Output/authors/lovelace-ada/index.html")
      #expect(author.contains("<p class=\"pp\"><span class=\"vh\">Published </span>2023</p>"))
      let issue = try site.text("Output/issues/2024-06/index.html")
      #expect(
        issue.contains(#"<p class="pp"><span class="vh">Pages </span><bdi dir="ltr">1–9</bdi></p>"#)
      )
    }
  }

  /// As in a sentence of the page, where the first number of a range stands first.
  @Test func letsRangesOfPagesRunAsThePageDoes() async throws {
    try await TestSite.inFolder(TestSite.small.merging(Self.files) { $1 }) { site in
      #expect(await site.build().report.diagnostics == [])
      for (path, count) in [("issues/2024-06", 1), ("articles/engine", 3)] {
        let page = try site.text("Output/ar/\(path)/index.html")
        let ranges = page.matches(of: /<bdi[^>]*>١–٩/).map { String($0.output) }
        #expect(ranges == Array(repeating: #"<bdi dir="rtl">١–٩"#, count: count))
      }
    }
  }

  @Test(arguments: [
    ("pages: 1-9", "Pages", "1–9"), ("pages: e7", "Page", "e7"),
    ("article-number: e7", "Article number", "e7"),
  ])
  func namesWhereAnArticleStandsByWhatItIs(field: String, term: String, value: String) async throws
  {
    var files = TestSite.small
    files["Content/issues/2024-06/engine.md"]?.replace("pages: 1-9", with: field)
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().isWritten)
      let issue = try site.text("Output/issues/2024-06/index.html")
      #expect(issue.contains(#"<span class="vh">\#(term) </span><bdi dir="ltr">\#(value)</bdi>"#))
      let article = try site.text("Output/articles/engine/index.html")
      #expect(article.contains(#"<dt>\#(term)</dt><dd><bdi dir="ltr">\#(value)</bdi></dd>"#))
    }
  }

  @Test func turnsAReferenceThatRunsAgainstItsList() async throws {
    var files = TestSite.small
    files["Content/issues/2024-06/engine.bib"] = """
      @book{a, author={{الأشرف}}, title={حاشية}, year=2019}
      @book{b, author={Lovelace, Ada}, title={Notes}, year=2020}

      """
    files["Content/issues/2024-06/engine.md"] =
      "---\ntitle: The Engine\nauthors: [{literal: A}]\n---\n\n[@a; @b]\n"
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().report.diagnostics == [])
      let page = try site.text("Output/articles/engine/index.html")
      let heads = page.split(separator: "\n").filter { $0.hasPrefix("<li id=\"ref-") }
        .map { $0.prefix(34) }
      #expect(
        heads == ["<li id=\"ref-b\">Lovelace, Ada. 2020", "<li id=\"ref-a\"><div dir=\"rtl\">الأش"])
    }
  }

  @Test func keepsNamesAndTitlesApartThatRunAgainstTheirLine() async throws {
    var files = TestSite.small.merging(Self.files) { $1 }
    files["Content/issues/2024-06/engine.bib"] = """
      @book{a, author={{الأشرف}}, title={حاشية}, year=2019}
      @book{b, author={Lovelace, Ada and {الأشرف}}, title={حاشية}, year=2020}

      """
    files["Content/issues/2024-06/engine.md"] = """
      ---
      title: {en: The Engine, ar: المحرك}
      authors: [{literal: الأشرف}]
      language: ar
      ---

      قال [@a] و[@b].

      """
    files["Content/issues/2024-06/loom.md"] = """
      ---
      title: The Loom
      authors: [{literal: A}]
      bibliography: engine.bib
      ---

      Said [@a]. Then [@b].

      """
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().report.diagnostics == [])
      let engine = try site.text("Output/articles/engine/index.html")
      let loom = try site.text("Output/articles/loom/index.html")
      let references = lines(of: engine, with: "<li id=\"ref-").map {
        String($0.prefix { $0 != "/" })
      }
      #expect(lines(of: loom, with: "Said")[0].contains(">(<bdi>الأشرف</bdi> 2019)</a>"))
      #expect(lines(of: engine, with: "قال")[0].contains(">(الأشرف 2019)</a>"))
      #expect(references[0].hasPrefix("<li id=\"ref-a\">الأشرف. 2019."))
      #expect(references[1].hasSuffix("<div dir=\"ltr\">Lovelace, Ada, and <bdi>الأشرف<"))
      #expect(engine.contains(" how-to-cite\"><bdi>الأشرف</bdi>. 2024. “The Engine.”"))
    }
  }

  @Test func citesInUrdu() async throws {
    var files = TestSite.small
    files["Content/journal.yml"] = """
      title: Acta Exempli
      languages: [ur, en]
      url: https://example.org/acta/
      citation: {style: chicago-author-date}

      """
    files["Content/issues/2024-06/engine.bib"] = """
      @book{a, author={احمد, علی and اشرف, بلال}, title={حاشیہ}, edition={2}, publisher={مجلس}, year={2019}}
      @incollection{b, author={احمد, علی}, editor={اشرف, بلال}, title={متن}, booktitle={مجموعہ}}
      @book{c, author={Lovelace, Ada and Babbage, Charles}, title={Notes}, edition={2}, year={1843}}

      """
    files["Content/issues/2024-06/engine.md"] =
      "---\ntitle: متن\nauthors: [{literal: علی}, Ada Lovelace]\n---\n\n[@a] @b [@c]\n"
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().report.diagnostics == [])
      let page = try site.text("Output/articles/engine/index.html")
      #expect(page.contains(">احمد, علی, اور بلال اشرف. 2019. <i>حاشیہ</i>. 2را ایڈیشن. مجلس."))
      #expect(page.contains(">احمد, علی. س ن. “متن”. مشمولہ <i>مجموعہ</i>, مرتبہ بلال اشرف."))
      #expect(page.contains(">علی, اور <bdi>Ada Lovelace</bdi>. 2024. “متن”. <bdi><i>Acta"))
      #expect(page.contains(">(احمد اور اشرف 2019)</a>"))
      #expect(page.contains(">(Lovelace اور Babbage 1843)</a>"))
      #expect(page.contains(">Lovelace, Ada, and Charles Babbage. 1843. <i>Notes</i>. 2nd ed."))
    }
  }

  @Test func setsNotesThatCiteWorksFromLeftToRightInTheirDirection() async throws {
    var files = TestSite.small
    files["Content/journal.yml"] = """
      title: Acta Exempli
      languages: [ur]
      url: https://example.org/acta/
      citation: {style: chicago-fullnote-bibliography}

      """
    files["Content/issues/2024-06/engine.bib"] = """
      @book{a, author={Lovelace, Ada and {اشرف}}, title={Notes}, publisher={Press}, year={1843}}
      @book{b, author={{اشرف}}, title={حاشیہ}, publisher={مجلس}, year={2019}}

      """
    files["Content/issues/2024-06/engine.md"] =
      "---\ntitle: متن\nauthors: [{literal: علی}]\n---\n\nپہلا [@a]۔ دوسرا [@b]۔\n"
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().report.diagnostics == [])
      let notes = lines(of: try site.text("Output/articles/engine/index.html"), with: "fn-")
      #expect(
        notes.filter { $0.contains("id=\"c1\"") }.map { $0.contains(" id=\"c1\" dir=\"ltr\" ") }
          == [true])
      #expect(notes.contains { $0.contains(">Ada Lovelace and <bdi>اشرف</bdi>, <i>Notes</i>") })
      #expect(notes.contains { $0.contains(" id=\"c2\" role=\"doc-biblioref\">اشرف, ") })
    }
  }

  @Test func refersToSectionsInTheWordsAndQuotationMarksOfThePage() async throws {
    var files = TestSite.small
    files["Content/journal.yml"] =
      "title: Acta Exempli\nlanguages: [de]\nurl: https://example.org/acta/\n"
    files["Content/issues/2024-06/engine.md"] =
      "---\ntitle: A\nauthors: [{literal: A}]\n---\n\n## Anfang {#sec:a}\n\nSiehe @sec:a.\n"
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().report.diagnostics == [])
      let page = try site.text("Output/articles/engine/index.html")
      #expect(
        lines(of: page, with: "Siehe")
          == ["<p>Siehe <a href=\"#sec:a\">Abschnitt „Anfang“</a>.</p>"])
    }
  }

  @Test func setsTheBoardInTheLanguageOfThePageWhereItsTextIsInAnother() async throws {
    try await TestSite.inFolder(TestSite.small.merging(Self.files) { $1 }) { site in
      #expect(await site.build().report.diagnostics == [])
      let page = try site.text("Output/ar/about/editorial-board/index.html")
      #expect(
        page.contains(
          """
          <div class="prose" lang="en" dir="ltr">
          <p>They are chosen.</p>

          </div>
          <div class="prose">
          <h2 id="role-1">المحررة</h2>
          """))
    }
  }
}

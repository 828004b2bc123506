import Bibliography
import JournalModel
import Reporting
import SitePipeline
import Testing

/// The article of one file with these fields.
func readArticle(_ fields: String, with others: [String: String] = [:]) async throws -> Article {
  let files = ["issues/1/a.md": "---\n\(fields)\n---\nText.\n"].merging(others) { $1 }
  return try #require(try await resolved(files).article("a"))
}

/// What the fields of an article become.
@Suite struct ArticleFieldTests {
  @Test(arguments: [
    "no", "on", "yes", "true", "012", "1_000", "0x1F", "1e3", "10.1234/5", "2024-06", "null", "~a",
    "12:30:45", ".5", "2024-06-30", "=", "A-B", "R&D", "C#", "#", "50% off", "a:b", "http://x.org",
  ]) func keepsEveryScalarAsText(_ text: String) async throws {
    guard text != "#" else { return }
    #expect(try await readArticle("title: \(text)").title[.english].plain == text)
  }

  @Test func keepsATitleWithMarksOfYAMLInQuotes() async throws {
    let title = "2024: A Review #2 & [more] {here} * it's"
    #expect(try await readArticle("title: \"\(title)\"").title[.english].plain == title)
    let quoted = title.replacing("'", with: "''")
    #expect(try await readArticle("title: '\(quoted)'").title[.english].plain == title)
    #expect(
      try await readArticle("title: >-\n  2024: A\n  Review #2").title[.english].plain
        == "2024: A Review #2")
  }

  @Test func takesControlCharactersForBlanks() async throws {
    let title = "\"\\x7FOn \\x07 the\\x85Engine\""
    #expect(try await readArticle("title: \(title)").title[.english].plain == "On the Engine")
  }

  @Test func readsNumbersInTheDigitsOfOtherScripts() async throws {
    let journal = try await resolved([
      "issues/1/issue.yml": "date: ۲۰۲۴-۰۶\nvolume: ۳\nnumber: ٢\n",
      "issues/1/a.md": "---\ntitle: A\npages: ۱۲–۱۵\ndates: {published: ٢٠٢٤-٠٦-٣٠}\n---\nText.\n",
    ])
    let issue = try #require(journal.issues.first)
    #expect([issue.date.text, issue.volume, issue.number] == ["2024-06", "3", "2"])
    let article = try #require(journal.article("a"))
    #expect(article.extent == .pages(try PageRange("12-15")))
    #expect(article.dates.published.text == "2024-06-30")
  }

  @Test(arguments: [
    ("第３巻", "第2号"), ("제3권", "제2호"), ("Т. 3", "№ 2"), ("Vol. 3", "2"), ("כרך 3", "अंक २"),
  ]) func keepsTheNumberOfAVolumeThatIsCounted(_ volume: String, _ number: String) async throws {
    let journal = try await resolved([
      "issues/1/issue.yml": "date: 2024年6月\nvolume: \(volume)\nnumber: \(number)\n",
      "issues/1/a.md": "---\ntitle: A\npages: １２－１５\n---\nText.\n",
    ])
    let issue = try #require(journal.issues.first)
    #expect([issue.date.text, issue.volume, issue.number] == ["2024-06", "3", "2"])
    #expect(try journal.article("a")?.extent == .pages(PageRange("12-15")))
  }

  /// In Chinese and Japanese the end of a line is no blank.

  @Test func joinsLinesThatYAMLFolds() async throws {
    let article = try await readArticle(
      "title: 月の\n  表象と moon\nabstract: >\n  月は、\n  時間の\n  moon である。\n  달은\n  시간.")
    #expect(article.title[.english].plain == "月の表象と moon")
    #expect(article.abstracts.map(\.value.markdown) == ["月は、時間の moon である。 달은 시간."])
  }

  @Test func joinsATitleOfChineseToItsSubtitle() async throws {
    let journal = try await resolved([
      "issues/1/a.md": "---\ntitle: 论月\nsubtitle: 兼论日\n---\nText.\n"
    ])
    let article = try #require(journal.article("a"))
    #expect(journal.fullTitle(of: article, in: .english).plain == "论月：兼论日")
  }

  @Test func readsTextInSeveralLanguages() async throws {
    let article = try await readArticle(
      """
      title: {en: Engine, ur: انجن}
      abstract:
        en: |
          One.

          Two.
        ur: ایک
      keywords: {en: "one; two", ur: "ایک؛ دو، تین", ja: 月、物語, zh: [月，叙事]}
      """)
    let urdu = try #require(LanguageTag("ur"))
    #expect(article.title[urdu].plain == "انجن")
    #expect(article.abstracts.map(\.language.text) == ["en", "ur"])
    #expect(article.abstracts.map(\.value.markdown) == ["One.\n\nTwo.", "ایک"])
    #expect(
      article.keywords.map(\.value) == [
        ["one", "two"], ["ایک", "دو، تین"], ["月", "物語"], ["月", "叙事"],
      ])
  }

  /// YAML makes a bell of `\a`, and leaves other commands alone or refuses them.
  @Test func readsCommandsOfLaTeXInDoubleQuotes() async throws {
    let files = [
      "issues/1/a.md": "---\n" + #"title: "$\alpha$, $\beta$ and $\alpha$""# + "\n---\nText.\n"
    ]
    var report = Report()
    let loaded = await load(SourceTree(signed(Fault.base.merging(files) { $1 })), report: &report)
    let article = try #require(resolve(loaded, report: &report)?.article("a"))
    #expect(article.title[.english].plain == "α, β and α")
    #expect(
      report.diagnostics.map(\.code.rawValue) == .init(repeating: "yaml-latex-in-quotes", count: 3))
  }

  @Test(arguments: [
    ("plain", [RichText.Run("plain")]),
    ("*On* it", [.init("On", .italic), .init(" it")]),
    ("_On_ it", [.init("On", .italic), .init(" it")]),
    ("a **b** c", [.init("a "), .init("b", .bold), .init(" c")]),
    ("H<sub>2</sub>O", [.init("H"), .init("2", .subscript), .init("O")]),
    ("snake_case_name", [.init("snake_case_name")]),
    ("2 * 3 * 4", [.init("2 * 3 * 4")]),
    (#"\*no\*"#, [.init("*no*")]),
    ("the ``x`y`` code", [.init("the x`y code")]),
    ("``a`", [.init("``a`")]),
    ("*a _b* c_ d*", [.init("a ", .italic), .init("b* c", .italic), .init(" d", .italic)]),
    ("1 < 2 <b>3", [.init("1 < 2 <b>3")]),
    (
      "H~2~O at x^2^",
      [.init("H"), .init("2", .subscript), .init("O at x"), .init("2", .superscript)]
    ),
    ("~5 to ~6, 10^6 and 10^7", [.init("~5 to ~6, 10^6 and 10^7")]),
    ("$N$-body, $\\alpha^2$", [.init("N", .italic), .init("-body, α"), .init("2", .superscript)]),
    ("From $5 to $6", [.init("From $5 to $6")]),
    (
      #"\texttt{loom\_a}: \LaTeX{} in \emph{use}"#,
      [.init("loom_a: LaTeX in "), .init("use", .italic)]
    ),
    (#"Universit\^{e}, Andr\'e, {\"o}, \o{} \& 10\%"#, [.init("Universitê, André, ö, ø & 10%")]),
    (#"The \emph{Engine"#, [.init("The "), .init("Engine", .italic)]),
    (#"The \textbf{\emph{Engine"#, [.init("The "), .init("Engine", .italic)]),
    (#"don\'t say \"only\""#, [.init(#"don't say "only""#)]),
    ("A--B---C - D `--e`", [.init("A–B—C - D --e")]),
    (
      "On [Ibn *Sina*]{.smallcaps} [1]",
      [.init("On "), .init("Ibn ", .smallCaps), .init("Sina", .italic), .init(" [1]")]
    ),
    ("[a]{b} [c] {.smallcaps} [d {.e}", [.init("[a]{b} [c] {.smallcaps} [d {.e}")]),
    (
      "R&amp;D &#8217;s &#x2014;&nbsp;&lt;i&gt;&#42;a&#42; AT&T; &c; &#7;",
      [.init("R&D ’s —\u{A0}<i>*a* AT&T; &c;  ")]
    ),
  ]) func readsEmphasisInTitles(_ markdown: String, _ runs: [RichText.Run]) async throws {
    let quoted = markdown.replacing("'", with: "''")
    #expect(try await readArticle("title: '\(quoted)'").title[.english].runs == runs)
  }

  /// None of them would end in an hour if each mark were looked for by itself, nor in any stack.

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "=_~", "<b>", "`", "*a ", "**", "_a ", "~a", "^", "-", "\\", "\\emph{", "$a", "<sub>~", "[",
      "[a]{.b", "&amp", "&#1;",
    ])
  func readsATitleOfAnyLength(_ part: String) async throws {
    let text = String(repeating: part, count: 300_000 / part.utf8.count)
    let title = try await readArticle("title: |-\n  A \(text)").title[.english]
    #expect(title.plain.hasPrefix("A "))
  }

  @Test(arguments: [
    ("2024", "2024"), ("2024-06", "2024-06"), ("2024-06-30", "2024-06-30"),
    ("30 June 2024", "2024-06-30"), ("30. June 2024", "2024-06-30"),
    ("June 30, 2024", "2024-06-30"), ("28 October, 2020", "2020-10-28"),
    ("Jan, 20, 2016", "2016-01-20"), ("July 2017", "2017-07"), ("2nd May 2020", "2020-05-02"),
    ("2020/05/12", "2020-05-12"), ("2024-06-30T10:00:00Z", "2024-06-30"),
    ("2024-06-30 10:00:00 +0500", "2024-06-30"), ("30-Jun-2024", "2024-06-30"),
    ("30.06.2024", "2024-06-30"), ("Sunday, June 30, 2024", "2024-06-30"),
    ("30 juin 2024", "2024-06-30"), ("30 de junio de 2024", "2024-06-30"),
    ("2024 June 30", "2024-06-30"), ("12th of May, 2020", "2020-05-12"),
    ("30 جون 2024", "2024-06-30"), ("٣٠ يونيو ٢٠٢٤", "2024-06-30"), ("مه ۲۰۲۴", "2024-05"),
    ("30 Haziran 2024", "2024-06-30"), ("30 giugno 2024", "2024-06-30"),
    ("2024年6月30日", "2024-06-30"), ("2024년 6월", "2024-06"), ("30 июня 2024 г.", "2024-06-30"),
    ("июнь 2024", "2024-06"), ("30 Ιουνίου 2024", "2024-06-30"), ("30 יוני 2024", "2024-06-30"),
    ("जून २०२४", "2024-06"), ("৩০ জুন ২০২৪", "2024-06-30"), ("30 มิถุนายน 2024", "2024-06-30"),
  ]) func readsDatesAsPreciselyAsTheyAreGiven(_ written: String, _ date: String) async throws {
    #expect(try await readArticle("title: A\ndate: \"\(written)\"").dates.published.text == date)
  }

  @Test(arguments: [
    "received: 2024-01-02\naccepted: 2024-02-03",
    "dates: {received: 2024-01-02, accepted: 2024-02-03}",
    "submitted: 2023-01-01\ndates: {submitted: 2024-01-02, accepted: 2024-02-03}",
  ]) func readsTheDatesOfReviewWithAndWithoutAGroup(_ fields: String) async throws {
    let dates = try await readArticle("title: A\n\(fields)").dates
    #expect(dates.submitted?.text == "2024-01-02")
    #expect(dates.accepted?.text == "2024-02-03")
  }

  @Test func keepsTheWordsOfALinkInATitle() async throws {
    let title = "On [the *Engine*](https://example.org/a_b \"Title\"), [Cu](NO3)"
    var report = Report()
    let files = Fault.base.merging(["issues/1/a.md": "---\ntitle: '\(title)'\n---\nText.\n"]) { $1 }
    let loaded = await load(SourceTree(files), report: &report)
    let article = resolve(loaded, report: &report)?.article("a")
    #expect(report.diagnostics.map(\.code) == ["field-link", "article-author-missing"])
    #expect(article?.title[.english].markup == "On the <i>Engine</i>, [Cu](NO3)")
  }

  @Test func knowsTheFieldsOfPapersSharedWithAstronomers() async throws {
    let fields = "title: A\nauthor: Jane Loe\naas-doi: 10.1234/a\naas-journal: A Journal"
    let files = Fault.base.merging(["issues/1/a.md": "---\n\(fields)\n---\nText.\n"]) { $1 }
    #expect(await findings(in: files).diagnostics == [])
  }

  @Test(arguments: ["\n\n", "<!-- made by hand -->\n", "\u{FEFF}"])
  func findsTheFieldsBehindBlanksAndComments(_ prefix: String) async throws {
    let files = Fault.base.merging([
      "issues/1/a.md": prefix + "---\ntitle: Loom\nauthor: Ada\n---\nText.\n"
    ]) { $1 }
    var report = Report()
    let loaded = await load(SourceTree(files), report: &report)
    let journal = resolve(loaded, report: &report)
    #expect(report.diagnostics == [])
    #expect(journal?.article("a")?.title[.english].plain == "Loom")
  }

  @Test(arguments: ["\"@*\"", "\"[@*]\"", "|\n  @*"])
  func listsEverythingThatNociteAsksFor(_ nocite: String) async throws {
    #expect(try await readArticle("title: A\nnocite: \(nocite)").uncited == ["*"])
  }

  @Test func readsTermsFundingAndStatements() async throws {
    let article = try await readArticle(
      """
      title: A
      license: CC BY-NC 4.0
      copyright: {holder: The writers, year: 2024}
      funding:
        - {funder: Fund, ror: 05gq02987, awards: [A 1, A 2]}
        - Second Fund
      statements:
        data-availability: Here.
        interests: {en: None., ur: کوئی نہیں}
      supplements:
        - {title: Data, file: data.csv}
        - {title: Code, url: "https://example.org/code"}
      revision: 2
      """, with: ["issues/1/data.csv": "a,b\n"])
    #expect(article.licence?.spdx == "CC-BY-NC-4.0")
    #expect(article.copyright == .init(holder: "The writers", year: 2024))
    #expect(article.funding.map(\.funder) == ["Fund", "Second Fund"])
    #expect(article.funding.first?.awards == ["A 1", "A 2"])
    #expect(article.statements.map(\.subject) == [.data, .interests])
    #expect(
      article.supplements.map(\.target) == [
        .file(path: "issues/1/data.csv", fileName: "data.csv", mediaType: "text/csv", size: 4),
        .url("https://example.org/code"),
      ])
    #expect(article.revision == 2)
  }

  @Test func readsGalleysBesideTheArticleAndThoseItNames() async throws {
    let article = try await readArticle(
      "title: A\npdf: {en: print.pdf, ur: urdu.pdf}",
      with: [
        "issues/1/a.epub": "x", "issues/1/print.pdf": "%PDF", "issues/1/urdu.pdf": "%PDF-",
        "issues/1/ab.pdf": "%PDF",
      ])
    #expect(article.galleys.map(\.fileName) == ["a.epub", "a.pdf", "a.ur.pdf"])
    #expect(article.galleys.map(\.path).last == "issues/1/urdu.pdf")
  }

  @Test func readsReferencesBesideTheArticleAndInItsFields() async throws {
    let files = [
      "issues/1/a.md": """
      ---
      title: A
      nocite: "@*"
      references:
        - id: two
          type: book
          title: Two
      ---

      """, "issues/1/a.json": #"[{"id": "one", "type": "book", "title": "One"}]"#,
    ]
    #expect(try await references(of: "a", files).map(\.id) == ["one", "two"])
    #expect(try await resolved(files).article("a")?.uncited == ["*"])
  }

  @Test func readsBibliographiesOfEveryFormat() async throws {
    let references = try await references(
      of: "a",
      [
        "issues/1/a.md": "---\ntitle: A\nbibliography: [b.ris, c.bib, d.yaml]\n---\n",
        "issues/1/b.ris": "TY  - BOOK\nID  - one\nTI  - One\nER  - \n",
        "issues/1/c.bib": "@book{two, title = {Two}}\n",
        "issues/1/d.yaml": "references:\n- id: three\n  type: book\n  title: Three\n",
      ])
    #expect(references.map(\.id) == ["one", "two", "three"])
    #expect(references.map { $0[.title] } == ["One", "Two", "Three"])
  }

  @Test func takesFromSharedBibliographiesWhatTheTextMayCite() async throws {
    let references = try await references(
      of: "a",
      [
        "journal.yml": "title: Journal\nbibliography: all.json\n",
        "all.json":
          #"[{"id": "one"}, {"id": "two:b"}, {"id": "x y"}, {"id": "far"}, {"id": "three"}]"#
          .replacing(#""}"#, with: #"", "type": "book"}"#),
        "issues/1/issue.yml": "date: 2024\nbibliography: issue.json\n",
        "issues/1/issue.json": #"[{"id": "one", "type": "thesis"}]"#,
        "issues/1/a.json": #"[{"id": "three", "type": "map"}]"#,
        "issues/1/a.md": "---\ntitle: A\n---\nSee @two:b: and [@one; -@{x y}, p. 3] or @three.\n",
      ])
    #expect(references.map(\.id) == ["three", "two:b", "one", "x y"])
    #expect(references.map(\.type) == [.map, .book, .thesis, .book])
  }

  @Test func readsLineEndsOfWindowsAndAByteOrderMark() async throws {
    let text = "\u{FEFF}---\r\ntitle: Engine\r\nauthors:\r\n  - Ada Lovelace\r\n---\r\nText.\r\n"
    let journal = try await resolved(["issues/1/a.md": text])
    let article = try #require(journal.article("a"))
    #expect(article.title[.english].plain == "Engine")
    #expect(article.bodies.map(\.value.offset) == [text.utf8.count - 7])
  }

  @Test func placesAFindingBehindWordsOfOtherScripts() async {
    await Fault.article(
      "title: انجن\nkeywords: [ایک, دو, 1️⃣{x: y}]", "field-wrong-kind",
      "'keywords' takes text, not a set of fields"
    ).check()
  }
}

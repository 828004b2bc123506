import Foundation
import Reporting
import TestSupport
import Testing

@testable import SitePipeline

@Suite(.enabled(if: TestSite.hasStyles, "needs the package citation-style-language-styles"))
struct BuildDiagnosticsTests {
  private let path = "Content/issues/2024-06/engine.md"

  private func article(_ body: String, _ fields: String = "") -> [String: String] {
    [path: "---\ntitle: E\nauthors: [{literal: A}]\n\(fields)---\n\(body)\n"]
  }

  @Test func findsALinkThatLeadsNowhere() async throws {
    try await TestSite.expect(
      article("See 1️⃣[this](nowhere.md)2️⃣."),
      .init("1️⃣", "link-dead", "'nowhere.md' leads to nothing in this journal"))
  }

  @Test func findsAPlaceThatAnotherArticleDoesNotHave() async throws {
    var files = article("See [there](loom.md1️⃣#warp).")
    files["Content/issues/2024-06/loom.md"] = "---\ntitle: L\nauthors: [{literal: A}]\n---\nText.\n"
    try await TestSite.expect(
      files,
      .init(
        "1️⃣", "page-anchor-missing",
        "'../loom/#warp' on the page 'articles/engine/index.html' leads to no such place"))
  }

  @Test func findsAnUncitedWorkThatIsNotThere() async throws {
    var files = article("Text.", "nocite: '@babage'\n")
    files[path] = files[path]?.replacing("title: E", with: "1️⃣title: E")
    files["Content/issues/2024-06/engine.bib"] = "@book{babbage, title = {Passages}}\n"
    try await TestSite.expect(
      files,
      .init(
        "1️⃣", "citation-unknown-key",
        "No reference has the key 'babage'; did you mean 'babbage'?"))
  }

  @Test func listsAnUncitedWorkOfTheJournal() async throws {
    var files = article("Text.", "nocite: '@babbage'\n")
    files["Content/works.bib"] = "@book{babbage, title = {Passages}}\n"
    files["Content/journal.yml"] =
      (TestSite.small["Content/journal.yml"] ?? "") + "bibliography: works.bib\n"
    try await TestSite.inFolder(TestSite.small.merging(files) { $1 }) { site in
      let report = await site.build().report
      #expect(report.isEmpty, "\(report.diagnostics.map(\.message))")
      let page = try site.text("Output/articles/engine/index.html")
      #expect(page.contains("Passages"))
    }
  }

  @Test func findsAnUnknownFormatWhereItIsNamed() async throws {
    try await TestSite.expect(
      [
        "Content/journal.yml": (TestSite.small["Content/journal.yml"] ?? "")
          + "formats: [bib, 1️⃣endnote]\n"
      ],
      .init("1️⃣", "format-unknown", "No format has the name 'endnote'"),
      options: { $0.formats = nil })
  }

  @Test func warnsOfAMissingFigure() async throws {
    try await TestSite.expect(
      article("1️⃣![Loom](loom.png)"),
      .init("1️⃣", "figure-missing", "'loom.png' is not beside the text", .warning))
  }

  @Test func warnsOfAnAttachmentThatIsNotThere() async throws {
    try await TestSite.expect(
      article("See 1️⃣[the code](src/engine.py)2️⃣."),
      .init(
        "1️⃣", "attachment-missing",
        "'src/engine.py' is not beside the text; its words are no link", .warning))
  }

  @Test func knowsAFileByOtherCapitals() async throws {
    var files = article(
      "1️⃣![Loom](Figures/Loom.png)\n\n2️⃣[Data](./data.csv)3️⃣ and 4️⃣[it](Loom.md)5️⃣.")
    files["Content/issues/2024-06/figures/loom.png"] = "-"
    files["Content/issues/2024-06/DATA.csv"] = "-"
    files["Content/issues/2024-06/loom.md"] = "---\ntitle: L\nauthors: [{literal: A}]\n---\nText.\n"
    try await TestSite.expect(
      files,
      .init(
        "1️⃣", "figure-missing",
        "'Figures/Loom.png' is not beside the text; did you mean 'figures/loom.png'?", .warning),
      .init(
        "2️⃣", "attachment-missing",
        "'./data.csv' is not beside the text; its words are no link; did you mean './DATA.csv'?",
        .warning),
      .init(
        "4️⃣", "link-dead", "'Loom.md' leads to nothing in this journal; did you mean 'loom.md'?"))
  }

  @Test func namesAnImageThatIsLeftOutOnce() async throws {
    try await TestSite.expect(
      article("1️⃣![Loom](file:///C:/loom.png)"),
      .init(
        "1️⃣", "address-unsafe",
        "Address 'file:///C:/loom.png' could run a program; left out", .warning))
  }

  @Test func looksAtTheTextOfAnArticleWithoutTitle() async throws {
    try await TestSite.expect(
      [path: "---\n1️⃣authors: [{literal: A}]\n---\n[a](#top), [b](2️⃣#b2️⃣), 4️⃣![C](c.png)\n"],
      .init("1️⃣", "article-title-missing", "Article has no title"),
      .init(
        "2️⃣", "page-anchor-missing",
        "'#b' on the page 'articles/engine/index.html' leads to no such place"),
      .init("4️⃣", "figure-missing", "'c.png' is not beside the text", .warning))
  }

  @Test func looksAtTextsWhenATemplateIsWrong() async throws {
    var files = article("1️⃣![Loom](loom.png)")
    files["Templates/page.mustache"] = "{{2️⃣titel}}"
    try await TestSite.expect(
      files,
      .init("1️⃣", "figure-missing", "'loom.png' is not beside the text", .warning),
      .init(
        "2️⃣", "template-name-unknown", "Nothing here has the name 'titel'; did you mean 'title'?"))
  }

  @Test func offersAFigureThatBrowsersCannotShow() async throws {
    var files = article("1️⃣![Loom](loom.pdf)")
    files["Content/issues/2024-06/loom.pdf"] = "%PDF-1.4\n"
    try await TestSite.expect(
      files,
      .init(
        "1️⃣", "figure-format", "'loom.pdf' is no picture that browsers show; it becomes a link",
        .warning))
  }

  @Test func linksAFigureThatAnotherHostHas() async throws {
    try await TestSite.expect(
      article("1️⃣![Loom](https://figures.example/loom.png)2️⃣"),
      .init(
        "1️⃣", "figure-elsewhere",
        "'https://figures.example/loom.png' lies on another host, which no page asks for "
          + "anything; it becomes a link", .warning))
  }

  @Test func findsACitationOfNothing() async throws {
    var files = article("As shown [1️⃣@menabrae1842].", "bibliography: engine.bib\n")
    files["Content/issues/2024-06/engine.bib"] =
      "@book{menabrea1842, title = {Sketch}, author = {Menabrea, L. F.}, year = 1842}\n"
    try await TestSite.expect(
      files,
      .init(
        "1️⃣", "citation-unknown-key",
        "No reference has the key 'menabrae1842'; did you mean 'menabrea1842'?"))
  }

  @Test func warnsOfAReferenceThatNothingCites() async throws {
    var files = article("As shown [@a].", "bibliography: engine.bib\n")
    files["Content/issues/2024-06/engine.bib"] = """
      @book{a, title = {A}, author = {A, A.}, year = 1842}
      @book{1️⃣b, title = {B}, author = {B, B.}, year = 1843}

      """
    try await TestSite.expect(
      files, .init("1️⃣", "reference-unused", "Nothing cites 'b'", .warning))
  }

  @Test func warnsOfReferencesThatAStyleDoesNotList() async throws {
    var files = article(
      "As shown [@a].", "bibliography: engine.bib\ncitation: {references: silent}\n")
    files["Content/issues/2024-06/engine.bib"] = """
      @book{1️⃣a, title = {A}, author = {A, A.}, year = 1842}

      """
    files["Content/styles/silent.csl"] = """
      <style class="in-text"><info><title>S</title><id>s</id></info>
      <citation><layout><text variable="title"/></layout></citation></style>
      """
    try await TestSite.expect(
      files,
      .init("1️⃣", "reference-unprinted", "Style 'silent' lists nothing for 'a'", .warning))
  }

  @Test func warnsOfPagesThatAStyleDoesNotPrint() async throws {
    var files = article(
      "As shown [@a]; see [1️⃣@a, p. 3] and [@a, pp. 4-5].",
      "bibliography: engine.bib\ncitation: {references: numbers}\n")
    files["Content/issues/2024-06/engine.bib"] =
      "@book{a, title = {A}, author = {A, A.}, year = 1842}\n"
    files["Content/styles/numbers.csl"] = """
      <style class="in-text"><info><title>N</title><id>n</id></info>
      <citation><layout><text variable="citation-number"/></layout></citation>
      <bibliography><layout><text variable="title"/></layout></bibliography></style>
      """
    try await TestSite.expect(
      files,
      .init(
        "1️⃣", "citation-locator-unprinted",
        "Style 'numbers' prints no pages or other parts of what is cited", .warning))
  }

  @Test func findsAnAnchorThatIsNotThere() async throws {
    try await TestSite.expect(
      article("See [below](1️⃣#belwo).\n\n## Below"),
      .init(
        "1️⃣", "page-anchor-missing",
        "'#belwo' on the page 'articles/engine/index.html' leads to no such place"))
  }

  @Test func findsAnAnchorWhereItIsNamed() async throws {
    try await TestSite.expect(
      article("See [there](/1️⃣issues/2024-06/#no).\n"),
      .init(
        "1️⃣", "page-anchor-missing",
        "'../../issues/2024-06/#no' on the page 'articles/engine/index.html' leads to no such place"
      ))
    try await TestSite.expect(
      ["Templates/article.mustache": "<a href=\"1️⃣#no\">x</a>"],
      .init(
        "1️⃣", "page-anchor-missing",
        "'#no' on the page 'articles/engine/index.html' leads to no such place"))
  }

  @Test func findsADeadLinkOfAnAbstract() async throws {
    try await TestSite.expect(
      article("Words.", "abstract: See [there](1️⃣nowhere/).\n"),
      .init(
        "1️⃣", "page-link-dead",
        "'nowhere/' on the page 'articles/engine/index.html' leads to nothing"))
  }

  @Test func warnsOfACitationInAnAbstract() async throws {
    var files = article(
      "As shown [@a].", "bibliography: engine.bib\nabstract: 1️⃣Words of @a.\n")
    files["Content/issues/2024-06/engine.bib"] =
      "@book{a, title = {A}, author = {A, A.}, year = 1842}\n"
    try await TestSite.expect(
      files,
      .init(
        "1️⃣", "citation-in-field",
        "Citation of 'a' in a field is printed as its key, since fields are read without the list",
        .warning))
  }

  @Test func findsADeadLinkOfATemplate() async throws {
    try await TestSite.inFolder { site in
      try site.write(["Templates/article-header.mustache": "<h1>x</h1><a href=\"nowhere/\">y</a>\n"]
      )
      let outcome = await site.build()
      #expect(outcome.report.diagnostics.map(\.code) == ["page-link-dead"])
      #expect(
        outcome.report.diagnostics.map(\.message) == [
          "'nowhere/' on the page 'articles/engine/index.html' leads to nothing"
        ])
      #expect(outcome.report.diagnostics.map(\.range.path) == ["Templates/article-header.mustache"])
    }
  }

  @Test func namesTheStyleThatIsMeant() async throws {
    try await TestSite.expect(
      [
        "Content/journal.yml": "title: A\nlanguages: [en]\ncitation: {style: 1️⃣chicago-author-dat}\n"
      ],
      .init(
        "1️⃣", "citation-style-unknown",
        "No citation style has the name 'chicago-author-dat'; did you mean 'chicago-author-date'?"))
  }

  @Test func namesTheLanguageThatHasNoLocale() async throws {
    try await TestSite.expect(
      ["Content/journal.yml": "title: A\nlanguages: [en]\ncitation: {locale: 1️⃣tlh}\n"],
      .init(
        "1️⃣", "citation-locale-unknown",
        "No locale has the language 'tlh'; words and dates are those of 'en-US'", .warning))
  }

  @Test func looksUpWhatIsCitedWhenTheStyleIsUnknown() async throws {
    try await TestSite.expect(
      [
        "Content/journal.yml": "title: A\ncitation: {style: 1️⃣my-own}\n",
        "Content/issues/2024-06/engine.md": "---\ntitle: E\nauthor: B\n---\n[@a; 2️⃣@b]\n",
        "Content/issues/2024-06/engine.bib": "@book{a, title = {A}}\n@book{c, title = {C}}\n",
      ],
      .init("2️⃣", "citation-unknown-key", "No reference has the key 'b'"),
      .init("1️⃣", "citation-style-unknown", "No citation style has the name 'my-own'"))
  }

  @Test func refusesToReplaceAForeignFile() async throws {
    try await TestSite.inFolder { site in
      try site.write(["Output/index.html": "mine"])
      let outcome = await site.build()
      #expect(outcome.report.diagnostics.map(\.code) == ["output-foreign"])
      #expect(
        outcome.report.diagnostics.map(\.message)
          == ["'index.html' in the output folder is not from this program"])
      let text = try site.text("Output/index.html")
      #expect(text == "mine")
    }
  }

  @Test func saysWhenTheOutputCannotBeWritten() async throws {
    try await TestSite.inFolder { site in
      try site.write(["Output": "a file"])
      let outcome = await site.build()
      #expect(!outcome.isWritten)
      #expect(Set(outcome.report.diagnostics.map(\.code)) == ["output-refused"])
    }
  }

  @Test(arguments: ["", "/Content", "/Content/issues", "/Templates/site", "/.."])
  func refusesASiteAmongItsSources(place: String) async throws {
    try await TestSite.inFolder { site in
      let before = try contents(ofFolder: site.folder)
      let outcome = await site.build { $0.output = site.folder.path + place }
      #expect(!outcome.isWritten)
      #expect(
        outcome.report.diagnostics.map(\.message) == [
          "The site would stand among the files it is made from"
        ])
      #expect(outcome.report.diagnostics.map(\.code) == ["output-holds-content"])
      let after = try contents(ofFolder: site.folder)
      #expect(after == before)
    }
  }
}

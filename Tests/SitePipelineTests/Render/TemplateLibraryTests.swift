import JournalModel
import Reporting
import Testing

@testable import SitePipeline

@Suite struct TemplateLibraryTests {
  /// A page of a template and its partials.
  private func page(
    _ template: String, _ links: [LinkView] = [], partials: [String: String] = [:]
  ) throws -> String {
    var report = Report()
    let own = partials.merging(["not-found": template]) { first, _ in first }.map {
      (path: "Templates/\($0).mustache", bytes: Array($1.utf8))
    }
    let library = TemplateLibrary(own: own, report: &report)
    try #require(report.isEmpty)
    let frame = PageFrame(
      language: .english, title: "T", description: "", stylesheet: "", icon: "", scripts: [],
      metadata: [], journal: "Acta & <Co>", journalLanguage: .english, home: "./", menu: [],
      languages: [], policies: [], imprint: [])
    let words = InterfaceWords(text: InterfaceText(language: .english))
    let bytes = library.render(
      PageRecord(page: frame, words: words), NotFoundView(links: links), as: .notFound)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func escapesText() throws {
    #expect(try page("{{page.journal}} {{t.skip}}") == "Acta &amp; &lt;Co&gt; Skip to the text")
  }

  @Test func doesNotLookOutsideForAValueThatIsMissing() throws {
    let link = LinkView(label: "a", url: "b", note: nil)
    #expect(try page("{{#links}}[{{note}}{{^note}}none{{/note}}]{{/links}}", [link]) == "[none]")
  }

  @Test func knowsTheFirstAndTheLastOfAList() throws {
    let links = ["a", "b", "c"].map { LinkView(label: $0, url: "") }
    #expect(
      try page(
        "{{#links}}{{#first()}}<{{/first()}}{{label}}{{^last()}}, {{/last()}}{{/links}}", links)
        == "<a, b, c")
  }

  @Test func looksUpANameInTheInnermostRecordThatHasIt() throws {
    let link = LinkView(label: "a", url: "b")
    #expect(
      try page("{{#links}}{{label}} {{page.title}}{{#page}} {{title}}{{/page}}{{/links}}", [link])
        == "a T T")
  }

  @Test func printsMarkupInBothWaysOfWritingIt() throws {
    let link = LinkView(label: "", url: "", language: " lang=\"ur\"")
    #expect(
      try page("{{#links}}<a{{{language}}}{{&language}}>{{/links}}", [link])
        == "<a lang=\"ur\" lang=\"ur\">")
  }

  @Test func printsASectionOnceForEachAndTheInvertedOneForNone() throws {
    let template = "{{#links}}({{label}}){{/links}}{{^links}}none{{/links}}"
    #expect(try page(template, ["a", "b"].map { LinkView(label: $0, url: "") }) == "(a)(b)")
    #expect(try page(template) == "none")
  }

  @Test func takesTheLineOfATagThatStandsAlone() throws {
    let link = LinkView(label: "a", url: "")
    #expect(
      try page(
        """
        begin
          {{! A comment
          of two lines }}
          {{#links}}
        - {{label}}
        \t{{/links}}\u{20}
        {{^links}}\r
        none
        {{/links}}
        {{! in }} a line
        end {{! here }}
        {{#links}}
        {{/links}}
        """, [link]) == "begin\n- a\n a line\nend \n")
  }

  @Test func indentsTheLinesOfAPartialAsItsTag() throws {
    let links = ["a\nb", "c"].map { LinkView(label: $0, url: "") }
    let partials = [
      "outer": "<ul>\n  {{> inner}}\n</ul> {{> word}}!\n\n",
      "inner": "{{#links}}\n<li>{{label}}</li>\n{{/links}}\n", "word": "x\ny\n",
    ]
    #expect(
      try page(" {{> outer}}\n{{> word}}.", links, partials: partials)
        == " <ul>\n   <li>a\nb</li>\n   <li>c</li>\n </ul> x\ny\n!\n\nx\ny\n.")
  }

  @Test func printsPartialsOfTheSiteInPlaceOfTheTheme() throws {
    let page = try page("{{> ornament}}", partials: ["ornament": "*"])
    #expect(page == "*")
  }
}

import JournalModel
import Reporting
import Testing

@testable import SitePipeline

@Suite struct TemplateLibraryTests {
  private func page(_ footer: String, _ links: [LinkView] = []) throws -> String {
    var report = Report()
    let own = [(path: "Templates/not-found.mustache", bytes: Array(footer.utf8))]
    let library = try #require(TemplateLibrary(own: own, report: &report))
    let frame = PageFrame(
      language: .english, title: "T", description: "", stylesheet: "", icon: "", scripts: [],
      metadata: "", journal: "Acta & <Co>", journalLanguage: .english, home: "./", menu: [],
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
}

import JournalModel
import Testing

@testable import SitePipeline

@Suite struct PageLinksTests {
  private var journal = Journal(title: Localized("Acta", in: .english), languages: [.english])

  private func links(_ page: SitePath, _ form: LinkForm = .folders) -> PageLinks {
    PageLinks(of: page, form: form, journal: journal)
  }

  @Test func climbsFromAPageToAnother() {
    let engine = links(.article("engine"))
    #expect(engine.link(to: .article("notes")) == "../notes/")
    #expect(engine.link(to: .issue("2024-06")) == "../../issues/2024-06/")
    #expect(engine.link(to: .home) == "../../")
    #expect(engine.link(to: .citing("engine")) == "cite/")
    #expect(engine.link(to: .article("engine").file("engine.pdf")) == "engine.pdf")
    #expect(engine.link(to: .article("engine")) == "./")
    #expect(links(.home).link(to: .home) == "./")
    #expect(links(.home).link(to: .issues) == "issues/")
  }

  @Test func namesTheIndexFileInACopyForTheDisk() {
    let engine = links(.article("engine"), .files)
    #expect(engine.link(to: .article("notes")) == "../notes/index.html")
    #expect(engine.link(to: .home, fragment: "main") == "../../index.html#main")
    #expect(engine.link(to: .article("engine")) == "./index.html")
    #expect(engine.link(to: SitePath("assets/style.css")) == "../../assets/style.css")
  }

  @Test func encodesPathsOfOtherScripts() {
    #expect(links(.keywords).link(to: .keyword("علم")) == "%D8%B9%D9%84%D9%85/")
    #expect(links(.keyword("علم")).link(to: .keyword("علم")) == "./")
  }

  @Test(arguments: [
    (nil, "/"), ("https://example.org/", "/"), ("https://example.org", "/"),
    ("https://example.org/acta/", "/acta/"), ("https://example.org/a/b", "/a/b/"),
  ])
  func beginsWithThePathOfTheSiteOnThePageOfErrors(address: String?, path: String) {
    var journal = journal
    journal.facts.url = address
    let links = PageLinks(of: .notFound, form: .folders, journal: journal)
    #expect(links.link(to: .issues) == path + "issues/")
  }
}

import JournalModel
import Testing

@Suite struct SiteAddressesTests {
  private let english = LanguageTag.english

  @Test func joinsTheAddressOfTheSiteAndAPath() {
    var journal = Journal(title: Localized("Acta", in: english), languages: [english])
    #expect(SiteAddresses(journal)[.article("engine")] == nil)
    journal.facts.url = "https://example.org/acta"
    let addresses = SiteAddresses(journal)
    #expect(addresses[.home] == "https://example.org/acta/")
    #expect(addresses[.article("engine")] == "https://example.org/acta/articles/engine/")
    #expect(
      addresses[.article("engine").file("jats.xml")]
        == "https://example.org/acta/articles/engine/jats.xml")
  }

  @Test func prefixesEveryLanguageButTheFirst() throws {
    let urdu = try #require(LanguageTag("ur"))
    let journal = Journal(title: Localized("Acta", in: english), languages: [english, urdu])
    #expect(
      SitePath.issue("2024-06").translated(into: english, of: journal).text == "issues/2024-06/")
    #expect(
      SitePath.issue("2024-06").translated(into: urdu, of: journal).text == "ur/issues/2024-06/")
    #expect(SitePath.home.translated(into: urdu, of: journal).file == "ur/index.html")
  }

  @Test func encodesWhatAnAddressMayNotHold() {
    #expect(SitePath("articles/a b/ü%.pdf").encoded == "articles/a%20b/%C3%BC%25.pdf")
    #expect(SitePath.atomFeed.encoded == "feed.xml")
  }
}

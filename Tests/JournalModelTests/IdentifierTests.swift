import JournalModel
import Testing

/// Identifiers are right or do not exist.
@Suite struct IdentifierTests {
  @Test(arguments: [
    ("0000-0002-1825-0097", "0000-0002-1825-0097"),
    ("https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X"),
    ("orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"),
    ("0000000218250097", "0000-0002-1825-0097"),
  ]) func readsORCIDs(_ written: String, _ text: String) throws {
    #expect(try ORCID(written).text == text)
  }

  @Test(arguments: ["0000-0002-1825-0098", "0000-0002-1694-2330", "0000-0000-0000-0000"])
  func refusesORCIDsWithAWrongCheckDigit(_ text: String) {
    #expect(throws: ORCID.Flaw.checkDigit) { try ORCID(text) }
  }

  @Test(arguments: ["", "000000021825009", "0000-0002-1825-009", "0000-0002-1825-00971", "x"])
  func refusesWhatIsNoORCID(_ text: String) {
    #expect(throws: ORCID.Flaw.form) { try ORCID(text) }
  }

  @Test(arguments: ["2049-3630", "0317-8471", "2434-561X", "2434-561x"])
  func readsISSNs(_ text: String) throws {
    #expect(try ISSN(text).text == text.uppercased())
  }

  @Test func refusesISSNs() {
    #expect(throws: ISSN.Flaw.checkDigit) { try ISSN("2049-3631") }
    #expect(throws: ISSN.Flaw.form) { try ISSN("20493630") }
    #expect(throws: ISSN.Flaw.form) { try ISSN("2049-363") }
    #expect(throws: ISSN.Flaw.form) { try ISSN("") }
  }

  @Test(arguments: [
    ("10.5555/jss.1.1", "10.5555/jss.1.1"), ("doi:10.5555/A", "10.5555/A"),
    ("https://doi.org/10.5555/A", "10.5555/A"), ("http://dx.doi.org/10.5555/A", "10.5555/A"),
    ("10.1000.10/123", "10.1000.10/123"),
    ("10.1002/(SICI)1097-4679(199701)53:1<1::AID>3.0.CO;2-X", nil), ("10.12/abc", nil),
    ("10.5555/", nil), ("11.5555/a", nil), ("10.5555/a b", nil), ("", nil),
  ]) func readsDOIs(_ written: String, _ text: String?) {
    #expect(DOI(written)?.text == text)
  }

  @Test func encodesWhatAnAddressMayNotHold() throws {
    let doi = try #require(DOI("10.5555/a#b?c%d"))
    #expect(doi.url == "https://doi.org/10.5555/a%23b%3Fc%25d")
  }

  @Test(arguments: [
    ("05gq02987", "05gq02987"), ("https://ror.org/05gq02987", "05gq02987"),
    ("05gq02988", nil), ("15gq02987", nil), ("05gq0298", nil), ("05gu02987", nil),
  ]) func readsRORs(_ written: String, _ text: String?) {
    #expect(ROR(written)?.text == text)
  }

  @Test(arguments: [
    ("30-54", "30-54"), ("30–54", "30-54"), ("xii", "xii"), ("S1 - S9", "S1-S9"), ("7-7", "7"),
    ("30--54", "30-54"), ("A 12–A 14", "A12-A14"), ("12 a", "12a"), ("12-", "12"), (" 7 ", "7"),
  ]) func readsPageRanges(_ written: String, _ text: String) throws {
    #expect(try PageRange(written).text == text)
  }

  @Test func refusesPageRanges() {
    #expect(throws: PageRange.Flaw.reversed) { try PageRange("54-30") }
    for text in ["1-2-3", "", "-", "1, 3", "12 to 14", "12 14", "12- ", "é1"] {
      #expect(throws: PageRange.Flaw.form) { try PageRange(text) }
    }
  }

  @Test(arguments: [
    ("CC-BY-4.0", "CC BY 4.0"), ("cc by 4.0", "CC BY 4.0"), ("CC BY-NC-ND 3.0", "CC BY-NC-ND 3.0"),
    ("https://creativecommons.org/licenses/by-sa/4.0/", "CC BY-SA 4.0"),
    ("http://creativecommons.org/licenses/by/4.0/deed.en", "CC BY 4.0"),
    ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"), ("CC0", "CC0 1.0"),
    ("MIT", "MIT License"), ("Apache-2.0", "Apache License 2.0"),
    ("https://example.org/terms", "https://example.org/terms"), ("CC-BY", nil), ("CC-BY-5.0", nil),
    ("CC-NC-4.0", nil), ("free", nil), ("", nil),
  ]) func readsLicences(_ written: String, _ name: String?) {
    #expect(Licence(named: written)?.name == name)
  }

  @Test func knowsTheAddressOfALicence() {
    #expect(
      Licence(named: "CC-BY-4.0")?.url == "https://creativecommons.org/licenses/by/4.0/")
  }

  @Test(arguments: [
    ("en", "en"), ("EN-gb", "en-GB"), ("zh-hant-tw", "zh-Hant-TW"), ("pnb", "pnb"),
    ("english", nil), ("e", nil), ("en_US", nil), ("en-", nil), ("", nil),
  ]) func readsLanguageTags(_ written: String, _ text: String?) {
    #expect(LanguageTag(written)?.text == text)
  }

  @Test(arguments: [
    ("ur", TextDirection.rightToLeft), ("en", .leftToRight), ("ku-Arab", .rightToLeft),
    ("ur-Latn", .leftToRight),
  ])
  func knowsTheDirectionOfALanguage(_ tag: String, _ direction: TextDirection) {
    #expect(LanguageTag(tag)?.direction == direction)
  }

  @Test func refusesDaysThatAreNotInTheCalendar() {
    #expect(CalendarDate(year: 2024, month: 2, day: 29)?.text == "2024-02-29")
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2024, month: 13) == nil)
    #expect(CalendarDate(year: 2024, day: 3) == nil)
  }
}

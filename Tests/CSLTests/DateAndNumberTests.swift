import Bibliography
import CSL
import Testing

@Suite struct DateTests {
  private func dates(_ date: String, _ values: [ItemDate], language: String? = nil) throws
    -> [String]
  {
    var style = SmallStyle()
    style.citationLayout = ""
    style.citation = date
    style.language = language
    let items = values.enumerated().map { index, value in
      Item.book("\(index)") { $0[.issued] = value }
    }
    let document = CitedDocument(
      items: items, citations: items.map { Citation(cites: [Cite(id: $0.id)]) })
    return try style.processor().format(document).citations.map(\.plain)
  }

  private let day = ItemDate(PartialDate(year: 2024, month: 3, day: 5))

  @Test func localizesDates() throws {
    let text = #"<date variable="issued" form="text"/>"#
    #expect(try dates(text, [day]) == ["March 5, 2024"])
    #expect(try dates(text, [day], language: "de-DE") == ["5. März 2024"])
    #expect(try dates(#"<date variable="issued" form="numeric"/>"#, [day]) == ["03/05/2024"])
    #expect(
      try dates(#"<date variable="issued" form="text" date-parts="year"/>"#, [day]) == ["2024"])
  }

  @Test func showsOnlyThePartsThereAre() throws {
    #expect(
      try dates(
        #"<date variable="issued" form="text"/>"#,
        [
          ItemDate(PartialDate(year: 2024, month: 3)), ItemDate(PartialDate(year: 2024)),
          ItemDate(PartialDate(year: 2024), season: 1), ItemDate(literal: "forthcoming"),
        ]) == ["March 2024", "2024", "Spring 2024", "forthcoming"])
  }

  @Test func writesEqualPartsOfARangeOnce() throws {
    let start = PartialDate(year: 2024, month: 3, day: 5)
    #expect(
      try dates(
        #"<date variable="issued" form="text"/>"#,
        [
          ItemDate(start, to: PartialDate(year: 2024, month: 3, day: 9)),
          ItemDate(start, to: PartialDate(year: 2024, month: 5, day: 9)),
          ItemDate(start, to: PartialDate(year: 2025, month: 3, day: 5)),
          ItemDate(PartialDate(year: 2024), isOpenEnded: true),
        ]) == [
          "March 5–9, 2024", "March 5–May 9, 2024", "March 5, 2024–March 5, 2025", "2024–",
        ])
  }

  @Test func endsARangeOfOneYearInIt() throws {
    let year = PartialDate(year: 2024)
    #expect(
      try dates(
        #"<date variable="issued" form="text"/>"#,
        [ItemDate(PartialDate(year: 2024, month: 3), to: year), ItemDate(year, season: 1)])
        == ["March 2024", "Spring 2024"])
  }

  @Test func givesNoNumberToASeason() throws {
    #expect(
      try dates(
        #"<date variable="issued" form="numeric"/>"#,
        [ItemDate(PartialDate(year: 2024), season: 1), day]) == ["2024", "03/05/2024"])
  }

  @Test func keepsTheYearsOfARangeApart() throws {
    #expect(
      try dates(
        #"<date variable="issued"><date-part name="year" range-delimiter=""/></date>"#,
        [ItemDate(PartialDate(year: 1854), to: PartialDate(year: 1860))]) == ["1854–1860"])
  }

  @Test func namesTheEraOfEarlyYears() throws {
    #expect(
      try dates(
        #"<date variable="issued"><date-part name="year"/></date>"#,
        [ItemDate(PartialDate(year: -44)), ItemDate(PartialDate(year: 79))]) == ["44 BC", "79 AD"])
  }

  @Test func testsForUncertainDates() throws {
    let choose = """
      <choose><if is-uncertain-date="issued"><text value="circa "/></if></choose>
      <date variable="issued" form="text"/>
      """
    #expect(
      try dates(choose, [ItemDate(PartialDate(year: 1500), isApproximate: true), day]) == [
        "circa 1500", "March 5, 2024",
      ])
  }
}

@Suite struct NumberTests {
  private func number(_ element: String, _ value: String, locator: String? = nil) throws -> String {
    var style = SmallStyle()
    style.citationLayout = ""
    style.citation = element
    let item = Item.book("a") { $0[.edition] = value }
    let cite = Cite(id: "a", locator: locator.map { Locator(.page, $0) })
    let document = CitedDocument(items: [item], citations: [Citation(cites: [cite])])
    return try style.processor().format(document).citations[0].plain
  }

  @Test(arguments: [
    ("1", "1st"), ("2", "2nd"), ("11", "11th"), ("12", "12th"), ("23", "23rd"),
    ("Second", "Second"),
  ])
  func writesOrdinals(value: String, expected: String) throws {
    #expect(try number(#"<number variable="edition" form="ordinal"/>"#, value) == expected)
  }

  @Test func spellsSmallOrdinals() throws {
    #expect(try number(#"<number variable="edition" form="long-ordinal"/>"#, "2") == "second")
    #expect(try number(#"<number variable="edition" form="long-ordinal"/>"#, "13") == "13th")
  }

  @Test func writesRomanNumerals() throws {
    #expect(try number(#"<number variable="edition" form="roman"/>"#, "1994") == "mcmxciv")
    #expect(try number(#"<number variable="edition" form="roman"/>"#, "5000") == "5000")
  }

  @Test(arguments: [
    ("2", true), ("2nd", true), ("D2", true), ("2, 3", true), ("2 & 4", true), ("5-7", true),
    ("second", false), ("2nd edition", false), ("", false),
  ])
  func knowsWhatIsNumeric(value: String, expected: Bool) throws {
    let test = #"<choose><if is-numeric="edition"><text value="yes"/></if></choose>"#
    #expect(try number(test, value) == (expected ? "yes" : ""))
  }

  @Test func labelsSeveralPagesInThePlural() throws {
    let label = """
      <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
      """
    #expect(try number(label, "1", locator: "5") == "p. 5")
    #expect(try number(label, "1", locator: "5-7") == "pp. 5–7")
    #expect(try number(label, "1", locator: "5, 9") == "pp. 5, 9")
    #expect(try number(label, "1", locator: "1,009") == "p. 1,009")
  }

  @Test(arguments: [("3-4", "3–4"), ("S1", "S1"), ("A-B", "A-B"), ("3–4", "3–4")])
  func setsRangesOfEditionsWithADash(value: String, expected: String) throws {
    #expect(try number(#"<text variable="edition"/>"#, value) == expected)
  }

  @Test func shortensNoRangesButPages() throws {
    var style = SmallStyle()
    style.attributes += #" page-range-format="minimal""#
    style.citationLayout = ""
    style.citation = #"<text variable="locator"/>"#
    let document = CitedDocument(
      items: [.book("a")],
      citations: [LocatorLabel.page, .section].map {
        Citation(cites: [Cite(id: "a", locator: Locator($0, "112-114"))])
      })
    #expect(try style.processor().format(document).citations.map(\.plain) == ["112–4", "112–114"])
  }

  @Test(arguments: [
    ("chicago", "321-328", "321–28"), ("chicago", "100-104", "100–104"),
    ("chicago", "107-108", "107–8"), ("chicago", "1496-1504", "1496–1504"),
    ("expanded", "42-5", "42–45"), ("minimal", "321-328", "321–8"),
    ("minimal-two", "321-328", "321–28"), ("minimal-two", "42-45", "42–45"),
    ("minimal", "1,001-1,009", "1,001–1,009"), ("minimal", "12,15", "12, 15"),
  ])
  func shortensPageRanges(format: String, pages: String, expected: String) throws {
    var style = SmallStyle()
    style.attributes += " page-range-format=\"\(format)\""
    style.citationLayout = ""
    style.citation = #"<text variable="page"/>"#
    let item = Item.book("a") { $0[.page] = pages }
    #expect(try style.cite([item], ["a"]) == [expected])
  }
}

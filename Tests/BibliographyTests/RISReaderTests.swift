import Bibliography
import Reporting
import Testing

@Suite struct RISReaderTests {
  private func read(_ lines: String...) -> (items: [Item], findings: [String]) {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    var report = Report()
    let items = Item.readRIS(bytes, path: "a.ris", report: &report)
    let findings = report.sorted.map {
      "\($0.code.rawValue) “\(String(decoding: bytes[$0.range.bytes], as: UTF8.self))”"
    }
    return (items, findings)
  }

  @Test func readsAnArticle() {
    let (items, findings) = read(
      "\u{FEFF}TY  - JOUR", "ID  - key", "AU  - van Gogh, Vincent", "AU  - King, Martin, Jr.",
      "AU  - World Health Organization", "AU  - كرد علي، محمد", "TI  - A  Title", "  in two lines",
      "T2  - Journal of Tests", "JA  - J. Tests", "PY  - 2024", "DA  - 2024/06/30/", "VL  - 1",
      "IS  - 2", "SP  - 30", "EP  - 54", "SN  - 1234-5679", "DO  - https://doi.org/10.1/x",
      "UR  - https://example.org", "KW  - law", "KW  - war", "LA  - eng", "AB  - Text", "XX  - ?",
      "ER  - ", "")
    #expect(findings == [])
    #expect(items.count == 1)
    let expected = Item(
      id: "key", type: .articleJournal,
      text: [
        .title: "A Title in two lines", .containerTitle: "Journal of Tests",
        .containerTitleShort: "J. Tests", .volume: "1", .issue: "2", .page: "30-54",
        .issn: "1234-5679", .doi: "10.1/x", .url: "https://example.org", .keyword: "law, war",
        .language: "en", .abstract: "Text",
      ],
      names: [
        .author: [
          PersonName(family: "Gogh", given: "Vincent", nonDroppingParticle: "van"),
          PersonName(family: "King", given: "Martin", suffix: "Jr."),
          PersonName(literal: "World Health Organization"),
          PersonName(family: "كرد علي", given: "محمد"),
        ]
      ],
      dates: [.issued: ItemDate(PartialDate(year: 2024, month: 6, day: 30))],
      range: items.first?.range)
    #expect(items.first == expected)
  }

  @Test func namesStrayTextAndMissingEnds() {
    let (items, findings) = read(
      "Record 1", "Provider: x", "TY  - BOOK", "ID  - a", "TI  - A", "SP  - 300", "TY  - JOUR",
      "ID  - b", "ER -", "tail", "TI  - No type", "ER  - ", "TY  - XXXX", "ID  - c", "PY  - soon")
    #expect(items.map(\.id) == ["a", "b", "no", "c"])
    #expect(items.first?[.numberOfPages] == "300")
    #expect(
      findings == [
        "ris-stray-text “Record 1\nProvider: x”", "ris-missing-end “TY  - BOOK”",
        "ris-stray-text “tail”", "ris-missing-type “TI  - No type”",
        "reference-missing-key “TI  - No type”", "ris-missing-end “TY  - XXXX”",
        "ris-unknown-type “TY  - XXXX”", "ris-date “soon”",
      ])
  }

  @Test(arguments: [
    (["PY  - 2014//"], ItemDate(PartialDate(year: 2014))),
    (["Y1  - 2015/october"], ItemDate(PartialDate(year: 2015, month: 10))),
    (["DA  - 2014/12/12", "PY  - 2014"], ItemDate(PartialDate(year: 2014, month: 12, day: 12))),
    (["PY  - 2014///Spring"], ItemDate(PartialDate(year: 2014), season: 1)),
    (["DA  - 2014-05-06"], ItemDate(PartialDate(year: 2014, month: 5, day: 6))),
    (["DA  - 05/06/2014"], ItemDate(PartialDate(year: 2014, month: 5, day: 6))),
    (["DA  - 05/06", "PY  - 2014"], ItemDate(PartialDate(year: 2014))),
    (["PY  - 2014/2015"], ItemDate(PartialDate(year: 2014), to: PartialDate(year: 2015))),
  ])
  func readsDate(lines: [String], date: ItemDate) {
    let item = read((["TY  - JOUR"] + lines + ["ER  - "]).joined(separator: "\r\n")).items.first
    #expect(item?[.issued] == date)
  }

  @Test(arguments: [
    "DO  - 10.1000/a", "M3  - 10.1000/a", "N1  - 10.1000/a", "M3  - doi: 10.1000/a",
  ])
  func readsADOIWhereverPublishersPutIt(line: String) {
    let item = read("TY  - JOUR", "ID  - a", line, "ER  - ").items.first
    #expect(
      item == Item(id: "a", type: .articleJournal, text: [.doi: "10.1000/a"], range: item?.range))
  }

  @Test func readsTagsInSmallLettersAndValuesOnTheNextLine() {
    let (items, findings) = read(
      "ty  - JOUR", "ID  - a", "ti  - Title", "KW  - law", "AB  - ", "Words of", "the abstract",
      "AU  - ", "er  - ")
    #expect(findings == [])
    #expect(
      items == [
        Item(
          id: "a", type: .articleJournal,
          text: [.title: "Title", .keyword: "law", .abstract: "Words of the abstract"],
          range: items.first?.range)
      ])
  }

  @Test func namesWhatADateLoses() {
    let (items, findings) = read("TY  - JOUR", "ID  - a", "PY  - 2001/13/45/", "ER  - ")
    #expect(items.first?[.issued] == ItemDate(PartialDate(year: 2001)))
    #expect(findings == ["ris-date-part “2001/13/45/”"])
    let (february, lost) = read("TY  - JOUR", "ID  - a", "PY  - 2001/02/29/", "ER  - ")
    #expect(february.first?[.issued] == ItemDate(PartialDate(year: 2001, month: 2)))
    #expect(lost == ["ris-date-part “2001/02/29/”"])
  }

  @Test func readsBackWhatItWrites() {
    let items = [
      Item(
        id: "a", type: .chapter,
        text: [
          .title: "Title", .containerTitle: "Book", .page: "1-9", .isbn: "978-3-16-148410-0",
          .publisher: "House", .publisherPlace: "Bern", .keyword: "a; b, c", .language: "fr-FR",
          .collectionTitle: "Series", .collectionNumber: "7", .numberOfVolumes: "3",
        ],
        names: [
          .author: [PersonName(family: "Alembert", given: "Jean", nonDroppingParticle: "d’")],
          .editor: [PersonName(literal: "Barnes and Noble")],
        ],
        dates: [
          .issued: ItemDate(PartialDate(year: 2004), season: 3),
          .accessed: ItemDate(PartialDate(year: 2020, month: 1)),
        ]),
      Item(id: "b", type: .book, text: [.title: "Whole", .numberOfPages: "xii, 300"]),
    ]
    var report = Report()
    let back = Item.readRIS(Item.writeRIS(items), path: "a.ris", report: &report)
    #expect(report.isEmpty)
    #expect(
      String(decoding: Item.writeCSLJSON(back), as: UTF8.self)
        == String(decoding: Item.writeCSLJSON(items), as: UTF8.self))
  }
}

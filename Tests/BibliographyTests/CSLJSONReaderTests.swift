import Bibliography
import Reporting
import Testing

@Suite struct CSLJSONReaderTests {
  private func read(_ json: String) -> (items: [Item], report: Report) {
    var report = Report()
    let items = Item.readCSLJSON(Array(json.utf8), path: "refs.json", report: &report)
    return (items, report)
  }

  /// The text of each finding's place and its code.
  private func findings(_ json: String) -> [String] {
    let bytes = Array(json.utf8)
    return read(json).report.diagnostics.map {
      "\($0.code.rawValue) “\(String(decoding: bytes[$0.range.bytes], as: UTF8.self))”"
    }
  }

  @Test func readsAnArticle() throws {
    let (items, report) = read(
      """
      [{"id": "a", "type": "article-journal", "title": "On <i>Engines</i> \\u00e9\\n",
        "author": [{"family": "Lovelace", "given": "Ada"}, {"literal": "The Society"}],
        "issued": {"date-parts": [[1843, 9]]}, "volume": 3, "unknown": {"x": [1]}}]
      """)
    #expect(report.isEmpty)
    let item = try #require(items.first)
    #expect(item.id == "a")
    #expect(item.type == .articleJournal)
    #expect(item.text == [.title: "On <i>Engines</i> é\n", .volume: "3"])
    #expect(
      item[.author] == [
        PersonName(family: "Lovelace", given: "Ada"), PersonName(literal: "The Society"),
      ])
    #expect(item[.issued] == ItemDate(PartialDate(year: 1843, month: 9)))
  }

  @Test func readsNumbersAsTextAndTextAsNumbers() {
    let (items, report) = read(
      """
      [{"id": 7, "type": "book", "edition": 2.0, "issued": {"date-parts": [["1999", "04", "1"]]}}]
      """)
    #expect(report.isEmpty)
    #expect(items.map(\.id) == ["7"])
    #expect(items.first?[.edition] == "2")
    #expect(items.first?[.issued] == ItemDate(PartialDate(year: 1999, month: 4, day: 1)))
  }

  @Test(arguments: [
    (
      #"{"date-parts": [[2004], [2005, 6]]}"#,
      ItemDate(PartialDate(year: 2004), to: PartialDate(year: 2005, month: 6))
    ),
    (#"{"date-parts": [[2004], [0]]}"#, ItemDate(PartialDate(year: 2004), isOpenEnded: true)),
    (#"{"date-parts": [[2004]], "season": "2"}"#, ItemDate(PartialDate(year: 2004), season: 2)),
    (#"{"date-parts": [[2004, 21]]}"#, ItemDate(PartialDate(year: 2004), season: 1)),
    (
      #"{"date-parts": [[2004]], "circa": true}"#,
      ItemDate(PartialDate(year: 2004), isApproximate: true)
    ),
    (#"{"date-parts": [[-44]], "circa": 0}"#, ItemDate(PartialDate(year: -44))),
    (
      #"{"raw": "2004-06/2005"}"#,
      ItemDate(PartialDate(year: 2004, month: 6), to: PartialDate(year: 2005))
    ),
    (#"{"raw": "12 May 2020"}"#, ItemDate(PartialDate(year: 2020, month: 5, day: 12))),
    (#"{"literal": "forthcoming"}"#, ItemDate(literal: "forthcoming")),
    (#""2004-06~""#, ItemDate(PartialDate(year: 2004, month: 6), isApproximate: true)),
    ("2004", ItemDate(PartialDate(year: 2004))),
    (#"[{"year": 2004, "month": 5}]"#, ItemDate(PartialDate(year: 2004, month: 5))),
  ])
  func readsDate(json: String, date: ItemDate) {
    let (items, report) = read(#"[{"id": "a", "type": "book", "issued": \#(json)}]"#)
    #expect(report.isEmpty)
    #expect(items.first?[.issued] == date)
  }

  @Test(arguments: [
    (
      #"{"family": "van Gogh", "given": "Vincent"}"#,
      PersonName(family: "Gogh", given: "Vincent", nonDroppingParticle: "van")
    ),
    (
      #"{"family": "La Fontaine", "given": "Jean de"}"#,
      PersonName(family: "La Fontaine", given: "Jean", droppingParticle: "de")
    ),
    (
      #"{"family": "d’Alembert", "given": "Jean"}"#,
      PersonName(family: "Alembert", given: "Jean", nonDroppingParticle: "d’")
    ),
    (#"{"family": "كرد علي", "given": "محمد"}"#, PersonName(family: "كرد علي", given: "محمد")),
    (#"{"family": "\"van Gogh\"", "given": "V."}"#, PersonName(family: "van Gogh", given: "V.")),
    (
      #"{"family": "van Gogh", "given": "V.", "parse-names": false}"#,
      PersonName(family: "van Gogh", given: "V.")
    ),
    (
      #"{"family": "King", "given": "Martin, Jr."}"#,
      PersonName(family: "King", given: "Martin", suffix: "Jr.")
    ),
  ])
  func separatesParticles(json: String, name: PersonName) {
    let (items, _) = read(#"[{"id": "a", "type": "book", "author": [\#(json)]}]"#)
    #expect(items.first?[.author] == [name])
  }

  @Test(arguments: [
    #""author": [{"family": "van Gogh", "given": "V."}, {"literal": "Body"}, {}]"#,
    #""author": [{"family": "A", "given": null}], "editor": ["Body"], "translator": {"family": "B"}"#,
    #""author": [{"family": "King", "given": "M.", "suffix": "Jr.", "comma-suffix": true}]"#,
    #""author": [{"family": "A\u0042", "x": 1,},], "author": 7, "director": []"#,
    #""author": [{"fam\u0069ly": "A", "given": ["B"], "parse-names": false}]"#,
    #""issued": {"date-parts": [[2004, 5, 6], [2005]]}, "accessed": {"date-parts": [["2004"]]}"#,
    #""issued": {"date-parts": [[2004, 13]]}, "accessed": {"date-parts": [[0]]}, "submitted": {}"#,
    #""issued": {"date-parts": [[2004, 5, 6, 7]], "circa": true}, "accessed": {"date-parts": [2004]}"#,
    #""issued": {"date-parts": [[-44.0]]}, "accessed": {"date-parts": [[12345678901]]}"#,
    #""t\u0069tle": "A \"quoted\" one", "title": "B", "volume": 3.0, "x": {"y": [1]}, "x": 2"#,
    #""shortTitle": "A", "title-short": "B", "ISSN": ["1", "2"], "note": null, "DOI": true"#,
  ])
  func readsAListAsItReadsAMapOfReferences(fields: String) {
    let reference = #"{"id": "a", "type": "book", \#(fields)}"#
    let (items, report) = read(String(repeating: " ", count: 14) + "[\(reference)]")
    let (others, otherReport) = read(#"{"references":[\#(reference)]}"#)
    #expect(items == others)
    #expect(items.count == 1)
    #expect(report == otherReport)
  }

  @Test func goesOnAfterABrokenReference() {
    let json = """
      [{"id": "a", "type": "book"},
       {"id": "b", "title" "no colon", "author": [{"family": "X"}], "note": "], {"},
       {"id": "c", "type": "book", "title": "with
      a line end"},
       {"id": "d", "type": "book", "title": "no end, "author": [{"family": "X"}]},
       {"id": "e", "type": "book",}]
      """
    #expect(read(json).items.map(\.id) == ["a", "c", "e"])
    #expect(findings(json) == ["json-syntax “\"”", "json-syntax “a”"])
  }

  @Test func namesWhatIsOdd() {
    #expect(findings(#"[{"id": "a"}]"#) == ["reference-missing-type “{”"])
    #expect(
      findings(#"[{"id": "a", "type": "scroll"}]"#) == [#"reference-unknown-type “"scroll"”"#])
    #expect(
      findings(#"[{"id": "a", "type": "book", "title": {"x": 1}}]"#) == [
        #"reference-field-type “{"x": 1}”"#
      ])
    #expect(findings(#"["a"]"#) == [#"reference-not-a-map “"a"”"#])
    #expect(
      findings(#"[{"id": "a", "type": "book", "issued": "soon"}]"#) == [#"reference-date “"soon"”"#]
    )
    #expect(
      findings(#"[{"id": "a", "type": "book", "issued": {"date-parts": [["x"]]}}]"#) == [
        #"reference-date-parts “{"date-parts": [["x"]]}”"#
      ])
    #expect(
      findings(#"[{"id": "a", "type": "book", "issued": {"date-parts": [[99999999999]]}}]"#) == [
        #"reference-date-parts “{"date-parts": [[99999999999]]}”"#
      ])
    #expect(
      findings(#"[{"id": "a", "type": "book", "issued": {"date-parts": [[2000, 2, 99]]}}]"#) == [
        #"reference-date-left-out “{"date-parts": [[2000, 2, 99]]}”"#
      ])
    #expect(
      findings(#"[{"id": "a", "type": "book", "issued": {"date-parts": [[2023, 2, 29]]}}]"#) == [
        #"reference-date-left-out “{"date-parts": [[2023, 2, 29]]}”"#
      ])
    #expect(
      findings(#"[{"id": "a", "type": "book", "issued": {"date-parts": [["2000", 0, ""]]}}]"#) == []
    )
    #expect(
      findings(#"[{"id": "a", "type": "book", "title": "1", "title": "2"}]"#) == [
        #"reference-field-twice “"title"”"#
      ])
    #expect(findings("[] x") == ["json-text-after-end “x”"])
    #expect(findings("[" + String(repeating: "[", count: 100)).first == "json-syntax “[”")
  }

  @Test func givesAReferenceWithoutIDAKey() {
    let json = """
      [{"type": "book", "title": "The Engine", "author": [{"family": "Żółć", "given": "A."}],
        "issued": 1843}]
      """
    #expect(read(json).items.map(\.id) == ["zolc1843engine"])
    #expect(read(json).report.diagnostics.map(\.code) == ["reference-missing-key"])
  }

  @Test func keepsTheFirstOfTwoWithOneKeyAndNamesBothPlaces() throws {
    let (items, report) = read(
      #"[{"id": "a", "type": "book"}, {"id": "a", "type": "thesis"}]"#)
    #expect(items.map(\.type) == [.book])
    let diagnostic = try #require(report.diagnostics.first)
    #expect(diagnostic.code == "reference-duplicate-key")
    #expect(diagnostic.range.bytes == 37..<40)
    #expect(diagnostic.notes.map(\.range.bytes) == [8..<11])
  }

  @Test func readsBytesThatAreNotUTF8AndSaysSo() {
    var report = Report()
    let bytes =
      Array(#"[{"id": "a", "type": "book", "title": "Caf"#.utf8) + [0xE9] + Array(#" é"}]"#.utf8)
    let items = Item.readCSLJSON(bytes, path: "refs.json", report: &report)
    #expect(items.first?[.title] == "Café é")
    #expect(report.diagnostics.map(\.code) == ["bibliography-not-utf8"])
    #expect(report.diagnostics.map(\.range.bytes) == [42..<43])
  }

  @Test func refusesUTF16() {
    var report = Report()
    #expect(Item.readCSLJSON([0xFF, 0xFE, 0x5B, 0], path: "refs.json", report: &report).isEmpty)
    #expect(report.diagnostics.map(\.code) == ["bibliography-utf16"])
  }

  @Test func writesWhatItReads() throws {
    let item = Item(
      id: "a\"b", type: .chapter, text: [.title: "Tab\tand\u{1}", .page: "1–2"],
      names: [
        .author: [
          PersonName(
            family: "Gogh", given: "V.", nonDroppingParticle: "van", suffix: "Jr",
            hasCommaSuffix: true),
          PersonName(literal: "Body"),
          PersonName(family: "Mao", given: "Zedong", isStaticallyOrdered: true),
        ]
      ],
      dates: [
        .issued: ItemDate(
          PartialDate(year: 2004), to: PartialDate(year: 2005), season: 1, endSeason: 2,
          isApproximate: true),
        .accessed: ItemDate(PartialDate(year: 2004, month: 5, day: 6), isOpenEnded: true),
        .submitted: ItemDate(literal: "soon"),
      ])
    var report = Report()
    var items = Item.readCSLJSON(Item.writeCSLJSON([item]), path: "a.json", report: &report)
    #expect(report.isEmpty)
    items[0].range = nil
    #expect(items == [item])
  }

  // MARK: Fields in the note

  private func item(note: String, fields: String = "") -> Item? {
    read(##"[{"id": "a", "type": "book", "note": "\##(note)"\##(fields)}]"##).items.first
  }

  @Test func takesFieldsOutOfTheNote() throws {
    let read = try #require(
      item(
        note: """
          A signed copy.\\ntype: manuscript\\noriginal-date: 1923-05\\nPMID: 123\\n\
          editor: van Gogh || Vincent\\neditor: The Society\\nvolume: 9\\nSee the plates.\\npage: 7
          """, fields: #", "volume": 3, "issued": {"date-parts": [[1960]]}"#))
    #expect(read.type == .manuscript)
    #expect(read[.originalDate] == ItemDate(PartialDate(year: 1923, month: 5)))
    #expect(
      read[.editor] == [
        PersonName(family: "Gogh", given: "Vincent", nonDroppingParticle: "van"),
        PersonName(literal: "The Society"),
      ])
    #expect(
      read.text == [
        .volume: "3", .pmid: "123",
        .note: "A signed copy.\nvolume: 9\nSee the plates.\npage: 7",
      ])
  }

  @Test(
    arguments: [
      ("{:medium: Microfilm} {:volume: 2}", [.medium: "Microfilm", .volume: "2"]),
      ("A gift. {:medium: Microfilm}", [.medium: "Microfilm", .note: "A gift."]),
      ("medium: Film, {:volume: 2}", [.medium: "Film,", .volume: "2"]),
      ("shelf: 7\\nvolume: 2", [.volume: "2", .note: "shelf: 7"]),
      ("See this: volume: 2", [.note: "See this: volume: 2"]),
      ("Volume: 2", [.note: "Volume: 2"]),
      ("{:volume: 2", [.note: "{:volume: 2"]),
      ("issued: some day", [.note: "issued: some day"]),
      ("editor: ||", [.note: "editor: ||"]),
      ("id: b\\ntype: scroll", [.note: "id: b\ntype: scroll"]),
    ] as [(String, Fields<TextVariable, String>)])
  func leavesInTheNoteWhatIsNoField(note: String, text: Fields<TextVariable, String>) {
    #expect(item(note: note)?.text == text)
  }
}

import Bibliography
import CSL
import Testing

@Suite struct TraceTests {
  @Test func notesHintsAndTreesAfterEachStep() throws {
    var style = SmallStyle()
    style.citationAttributes = #"disambiguate-add-year-suffix="true""#
    style.citation = """
      <names variable="author"><name form="short"/></names>
      <date variable="issued"><date-part name="year"/></date>
      """
    style.bibliography = #"<text variable="title" font-style="italic"/>"#
    let items: [Item] = [
      .book("a", [.named("Ada Lovelace")], 1843, title: "Notes"),
      .book("b", [.named("Ada Lovelace")], 1843, title: "Letters"),
    ]
    let document = CitedDocument(
      items: items, citations: [Citation(cites: [Cite(id: "b")])], includesUncited: true)
    let steps = try style.processor().format(document, tracing: "a")
    let text = steps.map { "\($0.title): \($0.text)" }.joined(separator: "\n")
    #expect(
      text == """
        Positions: not cited
        Order: place 2 of 2, number 2
        Ambiguous: no hints
        alike: b
        Year-suffixes added: year-suffix 2
        alike: b
        Entry, evaluated: ·
          [italic] 'Notes'
        Entry, formatted: <i>Notes</i>
        """)
    #expect(try style.processor().format(document, tracing: "nobody").isEmpty)
  }
}

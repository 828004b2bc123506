import Bibliography
import CSL
import Testing

@Suite struct ConditionTests {
  private func cite(_ condition: String, _ item: Item) throws -> String {
    var style = SmallStyle()
    style.citationLayout = ""
    style.citation = """
      <choose><if \(condition)><text value="yes"/></if><else><text value="no"/></else></choose>
      """
    return try style.cite([item], ["a"])[0]
  }

  @Test(arguments: [
    (#"type="book thesis""#, "yes"), (#"type="book thesis" match="any""#, "yes"),
    (#"type="book thesis" match="none""#, "no"), (#"type="thesis map""#, "no"),
    (#"type="book thesis" variable="title""#, "yes"),
    (#"type="book thesis" variable="DOI""#, "no"), (#"type="book" variable="title DOI""#, "no"),
    (#"type="map" variable="title" match="any""#, "yes"),
  ])
  func takesSeveralTypesForAChoice(condition: String, expected: String) throws {
    #expect(try cite(condition, .book("a", title: "Notes")) == expected)
  }

  @Test func takesSeveralLocatorsForAChoice() throws {
    var style = SmallStyle()
    style.citationLayout = ""
    style.citation =
      #"<choose><if locator="page line"><text value="near"/></if><else><text value="far"/></else></choose>"#
    let document = CitedDocument(
      items: [.book("a")],
      citations: [LocatorLabel.page, .line, .chapter].map {
        Citation(cites: [Cite(id: "a", locator: Locator($0, "7"))])
      })
    let texts = try style.processor().format(document).citations.map(\.plain)
    #expect(texts == ["near", "near", "far"])
  }

  @Test func seesNamesThatHaveStoodInForOthers() throws {
    var style = SmallStyle()
    style.citationLayout = ""
    style.citation = """
      <names variable="author"><name form="short"/><substitute>
      <names variable="editor"/></substitute></names>
      <choose><if variable="author editor" match="none"><text value="Anon."/></if></choose>
      <names variable="editor" prefix=", "/>
      """
    let edited = Item.book("a") { $0[.editor] = [.named("Ada Lovelace")] }
    #expect(try style.cite([edited, .book("b")], ["a"], ["b"]) == ["Lovelace", "Anon."])
  }
}

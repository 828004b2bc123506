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

  @Test(arguments: [
    // Text without a variable stays, in a macro too.
    (#"<group><text value="x"/></group>"#, "x"),
    // What calls a variable in vain vanishes, unless another is there.
    (#"<group><text value="x"/><text variable="DOI"/></group>"#, ""),
    (#"<group><text value="x"/><text variable="DOI"/><text variable="title"/></group>"#, "xNotes"),
    // A condition that fails calls nothing.
    (
      #"<group><text value="x"/><choose><if variable="DOI"><text variable="DOI"/></if></choose></group>"#,
      "x"
    ),
    (
      """
      <group><text value="x"/><choose><if variable="DOI"><text variable="DOI"/></if>\
      <else><text variable="URL"/></else></choose></group>
      """, ""
    ),
    (
      #"<group><choose><if variable="DOI" match="none"><text value="y"/></if></choose></group>"#,
      "y"
    ),
    // The short form may be there without the long one, and a title may stand for names.
    (#"<group><text variable="container-title" form="short"/></group>"#, "J."),
    (
      #"<names variable="editor"><substitute><text variable="title"/></substitute></names>"#,
      "Notes"
    ),
  ])
  func passesOverWhatHasNoVariables(citation: String, expected: String) throws {
    var style = SmallStyle()
    style.citationLayout = ""
    style.macros = "<macro name=\"all\">\(citation)</macro>"
    style.citation = #"<text macro="all"/>"#
    var item = Item.book("a", title: "Notes")
    item[.containerTitleShort] = "J."
    #expect(try style.cite([item], ["a"])[0] == expected)
  }

  @Test(arguments: [
    // A condition that fails calls nothing.
    (
      """
      <group><text value="x"/><choose><if type="map"><text variable="DOI"/></if></choose></group>
      """, "x"
    ),
    (
      """
      <group><text value="x"/><choose><if type="map"><text value="m"/></if>\
      <else><text variable="URL"/></else></choose></group>
      """, ""
    ),
    (
      """
      <choose><if type="map"><text value="m"/></if><else-if type="book"><text value="b"/></else-if>\
      </choose>
      """, "b"
    ),
    (
      """
      <choose><if type="map"><text value="m"/></if><else><choose><if type="thesis">\
      <text value="t"/></if><else-if type="book" variable="title"><text value="b"/></else-if>\
      </choose></else></choose>
      """, "b"
    ),
    (#"<choose><if type="map" match="none"><text value="y"/></if></choose>"#, "y"),
    (#"<choose><if type="map" variable="title" match="any"><text value="y"/></if></choose>"#, "y"),
  ])
  func passesOverWhatIsForOtherTypes(citation: String, expected: String) throws {
    var style = SmallStyle()
    style.citationLayout = ""
    style.macros = "<macro name=\"all\">\(citation)</macro>"
    style.citation = #"<text macro="all"/>"#
    #expect(try style.cite([.book("a", title: "Notes")], ["a"])[0] == expected)
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

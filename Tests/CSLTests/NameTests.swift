import Bibliography
import Testing

@Suite struct NameTests {
  private func names(_ name: String, _ people: [PersonName], _ attributes: String = "") throws
    -> String
  {
    var style = SmallStyle()
    style.attributes += " " + attributes
    style.citationLayout = ""
    style.citation = #"<names variable="author">\#(name)</names>"#
    return try style.cite([.book("a", people)], ["a"])[0]
  }

  private let three: [PersonName] = [
    .named("Ada Lovelace"), .named("Charles Babbage"), .named("Mary Somerville"),
  ]

  @Test func joinsNamesWithTheConjunction() throws {
    #expect(
      try names(#"<name and="text"/>"#, three)
        == "Ada Lovelace, Charles Babbage, and Mary Somerville")
    #expect(
      try names(#"<name and="symbol" delimiter-precedes-last="never"/>"#, three)
        == "Ada Lovelace, Charles Babbage &amp; Mary Somerville")
    #expect(
      try names(#"<name and="text"/>"#, Array(three.prefix(2)))
        == "Ada Lovelace and Charles Babbage")
  }

  @Test func putsTheDelimiterBeforeTheLastNameAfterAnInvertedOne() throws {
    let name = """
      <name and="text" name-as-sort-order="first" delimiter-precedes-last="after-inverted-name"/>
      """
    #expect(
      try names(name, Array(three.prefix(2))) == "Lovelace, Ada, and Charles Babbage")
  }

  @Test func abbreviatesLongLists() throws {
    #expect(
      try names(#"<name et-al-min="3" et-al-use-first="1"/>"#, three) == "Ada Lovelace et al.")
    #expect(
      try names(#"<name et-al-min="3" et-al-use-first="2"/>"#, three)
        == "Ada Lovelace, Charles Babbage, et al.")
    #expect(
      try names(#"<name et-al-min="3" et-al-use-first="1" et-al-use-last="true"/>"#, three)
        == "Ada Lovelace … Mary Somerville")
    let five = three + [.named("George Airy"), .named("Luigi Menabrea")]
    #expect(
      try names(#"<name et-al-min="3" et-al-use-first="2" et-al-use-last="true"/>"#, five)
        == "Ada Lovelace, Charles Babbage, … Luigi Menabrea")
  }

  @Test func knowsAListThatEndsInOthers() throws {
    let cut = Array(three.prefix(2)) + [PersonName(literal: "others")]
    #expect(try names(#"<name and="text"/>"#, cut) == "Ada Lovelace, Charles Babbage, et al.")
  }

  @Test func labelsOneNameWithOthersAsSeveral() throws {
    var item = Item.book("a")
    item[.editor] = [.named("Ada Lovelace"), PersonName(literal: "others")]
    var style = SmallStyle()
    style.citation = """
      <names variable="editor"><name/><label form="short" prefix=", "/></names>
      """
    #expect(try style.cite([item], ["a"]) == ["(Ada Lovelace et al., eds.)"])
  }

  @Test func countsOthersAsOneMoreName() throws {
    let cut = Array(three.prefix(2)) + [PersonName(literal: "others")]
    #expect(
      try names(#"<name et-al-min="3" et-al-use-first="1"/>"#, cut) == "Ada Lovelace et al.")
  }

  @Test func putsNoSpacesRoundTermsOfScriptsWithoutThem() throws {
    var style = SmallStyle()
    style.locale = """
      <locale><terms><term name="and">和</term><term name="et-al">等</term></terms></locale>
      """
    style.citationLayout = ""
    let people = [PersonName(literal: "張三"), PersonName(literal: "李四")]
    style.citation = #"<names variable="author"><name and="text"/></names>"#
    #expect(try style.cite([.book("a", people)], ["a"]) == ["張三和李四"])
    style.citation = """
      <names variable="author"><name et-al-min="2" et-al-use-first="1"/></names>
      """
    #expect(try style.cite([.book("a", people)], ["a"]) == ["張三等"])
    style.citation = #"<names variable="author"><name and="text"/></names>"#
    let more = people + [PersonName(literal: "王五")]
    #expect(try style.cite([.book("a", more)], ["a"]) == ["張三, 李四和王五"])
  }

  @Test func writesTheHebrewAndAsOneWithTheNextName() throws {
    var style = SmallStyle()
    style.locale = """
      <locale><terms><term name="and">ו</term><term name="et-al">ואחרים</term></terms></locale>
      """
    style.citationLayout = ""
    let people = ["כהן", "לוי", "מזרחי"].map { PersonName(literal: $0) }
    style.citation = #"<names variable="author"><name and="text"/></names>"#
    #expect(try style.cite([.book("a", Array(people.prefix(2)))], ["a"]) == ["כהן ולוי"])
    #expect(try style.cite([.book("a", people)], ["a"]) == ["כהן, לוי, ומזרחי"])
    style.citation = """
      <names variable="author"><name et-al-min="2" et-al-use-first="1"/></names>
      """
    #expect(try style.cite([.book("a", people)], ["a"]) == ["כהן ואחרים"])
  }

  @Test func addsNoSpaceToAConjunctionThatBringsIt() throws {
    var style = SmallStyle()
    style.locale = #"<locale><terms><term name="and"> / </term></terms></locale>"#
    style.citationLayout = ""
    style.citation = #"<names variable="author"><name and="text"/></names>"#
    let people = Array(three.prefix(2))
    #expect(try style.cite([.book("a", people)], ["a"]) == ["Ada Lovelace / Charles Babbage"])
  }

  @Test func makesInitials() throws {
    let luc = [PersonName(family: "Martin", given: "Jean-Luc Marie")]
    #expect(try names(#"<name initialize-with=". "/>"#, luc) == "J.-L. M. Martin")
    #expect(try names(#"<name initialize-with=""/>"#, luc) == "J-LM Martin")
    #expect(
      try names("<name initialize-with=\".\u{A0}\"/>", luc) == "J.-L.\u{A0}M. Martin")
    #expect(
      try names(#"<name initialize-with="."/>"#, luc, #"initialize-with-hyphen="false""#)
        == "J.L.M. Martin")
    let abbreviated = [PersonName(family: "Ames", given: "M.E.")]
    #expect(
      try names(#"<name initialize="false" initialize-with=". "/>"#, abbreviated) == "M. E. Ames")
  }

  @Test(arguments: [
    ("ʿAlāʾ", "ʿA. Zayn"), ("`Alā'", "`A. Zayn"), ("‘Abd al-Raḥmān", "‘A. al-Raḥmān Zayn"),
    ("<b>John</b> Quincy", "<b>J.</b> Q. Zayn"), ("<b>J</b>-Q.", "<b>J.</b>-Q. Zayn"),
    (#"<span class="nocase">Ann Lea</span>"#, "A. L. Zayn"), ("<b John", "&lt;b J. Zayn"),
  ])
  func makesInitialsBehindSignsAndTags(given: String, expected: String) throws {
    let name = PersonName(family: "Zayn", given: given)
    #expect(try names(#"<name initialize-with=". "/>"#, [name]) == expected)
  }

  @Test func keepsTagsWhereOnlyInitialsAreSetAnew() throws {
    let name = PersonName(family: "Doe", given: "<b>J</b> Quincy R")
    #expect(
      try names(#"<name initialize="false" initialize-with="."/>"#, [name])
        == "<b>J.</b> Quincy R. Doe")
  }

  @Test func setsATitleThatStandsForNamesAsATitle() throws {
    var style = SmallStyle()
    style.citationLayout = ""
    style.citation = """
      <names variable="author" font-weight="bold" suffix=", "><substitute><names variable="editor"/>
      <text variable="title" font-style="italic"/></substitute></names>
      """
    let items: [Item] = [
      .book("a") { $0[.editor] = [.named("Ada Lovelace")] }, .book("b", title: "Notes"),
    ]
    #expect(
      try style.cite(items, ["a"], ["b"]) == ["<b>Ada Lovelace</b>, ", "<i>Notes</i>, "])
  }

  @Test func keepsParticlesWithTheirNames() throws {
    let beethoven = [PersonName(family: "van Beethoven", given: "Ludwig")]
    let inverted = #"<name name-as-sort-order="all"/>"#
    #expect(try names("<name/>", beethoven) == "Ludwig van Beethoven")
    #expect(try names(inverted, beethoven) == "Beethoven, Ludwig van")
    #expect(
      try names(inverted, beethoven, #"demote-non-dropping-particle="sort-only""#)
        == "van Beethoven, Ludwig")
    let aubignac = [PersonName(family: "d'Aubignac", given: "François")]
    #expect(try names(#"<name form="short"/>"#, aubignac) == "d’Aubignac")
    let humboldt = [PersonName(family: "Humboldt", given: "Alexander von")]
    #expect(try names(inverted, humboldt) == "Humboldt, Alexander von")
    #expect(try names(#"<name form="short"/>"#, humboldt) == "Humboldt")
  }

  @Test func neverInvertsAnInstitution() throws {
    let board = [PersonName(literal: "Board of Longitude")]
    #expect(try names(#"<name name-as-sort-order="all"/>"#, board) == "Board of Longitude")
  }

  @Test func writesChineseNamesWithoutSpace() throws {
    #expect(try names("<name/>", [PersonName(family: "王", given: "小明")]) == "王小明")
  }

  @Test func setsTheSuffixOff() throws {
    let king = [PersonName(family: "King", given: "Martin", suffix: "Jr.")]
    #expect(try names("<name/>", king) == "Martin King Jr.")
    #expect(try names(#"<name name-as-sort-order="all"/>"#, king) == "King, Martin, Jr.")
    let comma = [PersonName(family: "King", given: "Martin", suffix: "Jr.", hasCommaSuffix: true)]
    #expect(try names("<name/>", comma) == "Martin King, Jr.")
    let initials = #"<name initialize-with="" name-as-sort-order="all" sort-separator=" "/>"#
    #expect(try names(initials, king) == "King M Jr")
  }

  @Test func formatsNameParts() throws {
    let name = """
      <name><name-part name="family" text-case="uppercase" font-weight="bold"/></name>
      """
    #expect(try names(name, [.named("Ada Lovelace")]) == "Ada <b>LOVELACE</b>")
    let inverted = """
      <name name-as-sort-order="all"><name-part name="family" text-case="uppercase"/></name>
      """
    let demoted = [PersonName(family: "dos Santos", given: "Ana de")]
    #expect(try names(inverted, demoted) == "SANTOS, Ana de DOS")
  }

  @Test func namesEditorsWhoTranslatedOnce() throws {
    var style = SmallStyle()
    style.citation = """
      <names variable="editor translator" delimiter="; "><name/><label form="short" prefix=", "/></names>
      """
    let both = Item.book("a") {
      $0[.editor] = [.named("Ada Lovelace")]
      $0[.translator] = [.named("Ada Lovelace")]
    }
    let apart = Item.book("b") {
      $0[.editor] = [.named("Ada Lovelace"), .named("Mary Somerville")]
      $0[.translator] = [.named("Charles Babbage")]
    }
    #expect(
      try style.cite([both, apart], ["a"], ["b"]) == [
        "(Ada Lovelace, ed. &amp; tran.)",
        "(Ada Lovelace, Mary Somerville, eds.; Charles Babbage)",
      ])
  }

  @Test func doesNotRepeatWhatStandsForMissingNames() throws {
    var style = SmallStyle()
    style.citation = """
      <group delimiter=". "><names variable="author"><name/><substitute><names variable="editor"/>
      <text variable="title"/></substitute></names><text variable="title" font-style="italic"/></group>
      """
    let edited = Item.book("a", title: "Notes") { $0[.editor] = [.named("Ada Lovelace")] }
    #expect(
      try style.cite([edited, .book("b", title: "Notes")], ["a"], ["b"]) == [
        "(Ada Lovelace. <i>Notes</i>)", "(Notes)",
      ])
  }

  @Test func takesOneOfWhatAConditionOffersForMissingNames() throws {
    var style = SmallStyle()
    style.citationLayout = ""
    style.citation = """
      <names variable="author"><substitute><choose><if type="book"><text variable="publisher"/>
      <text variable="title"/></if></choose></substitute></names>
      """
    let published = Item.book("a", title: "Notes") { $0[.publisher] = "Murray" }
    #expect(
      try style.cite([published, .book("b", title: "Notes")], ["a"], ["b"]) == ["Murray", "Notes"])
  }

  @Test func inheritsOptionsFromTheCitation() throws {
    var style = SmallStyle()
    style.citationAttributes = #"et-al-min="2" et-al-use-first="1" name-delimiter=" / ""#
    style.citation = #"<names variable="author"><name form="short"/></names>"#
    style.bibliography = #"<names variable="author"><name form="short"/></names>"#
    let items = [Item.book("a", three)]
    #expect(try style.cite(items, ["a"]) == ["(Lovelace et al.)"])
    #expect(try style.entries(items) == ["Lovelace, Babbage, Somerville"])
  }
}

import Bibliography
import CSL
import Testing

@Suite struct EntryTests {
  private let items: [Item] = [
    .book("z", [.named("Émile Zola")], 1885, title: "Germinal"),
    .book("e", [.named("Umberto Eco")], 1980, title: "The Rose"),
    .book("o", [PersonName(family: "Östlund", given: "Åsa")], 1999, title: "Öl"),
    .book("n", [], 1999, title: "Nothing"),
  ]

  private func sorted(_ key: String, language: String? = nil) throws -> [String] {
    var style = SmallStyle()
    style.language = language
    style.bibliography = "<sort>\(key)</sort>" + #"<text variable="title"/>"#
    return try style.entries(items)
  }

  @Test func sortsByTheCollationOfTheLanguage() throws {
    let author = #"<key variable="author"/>"#
    #expect(try sorted(author) == ["The Rose", "Öl", "Germinal", "Nothing"])
    #expect(try sorted(author, language: "sv-SE") == ["The Rose", "Germinal", "Öl", "Nothing"])
  }

  @Test func putsEmptyKeysLastInBothDirections() throws {
    #expect(
      try sorted(#"<key variable="author" sort="descending"/>"#) == [
        "Germinal", "Öl", "The Rose", "Nothing",
      ])
  }

  @Test func asksLaterKeysOnlyWhereEarlierOnesTie() throws {
    let year = #"<key variable="issued" sort="descending"/>"#
    #expect(
      try sorted(year + #"<key variable="title"/>"#) == [
        "Nothing", "Öl", "The Rose", "Germinal",
      ])
  }

  @Test func sortsInitialsWithAndWithoutStopsAlike() throws {
    var style = SmallStyle()
    style.bibliography = #"<sort><key variable="author"/></sort><text variable="title"/>"#
    let entries = try style.entries([
      .book("c", [.named("Ada B. Lovelace"), .named("Carl Ruge")], title: "Third"),
      .book("a", [.named("Ada B Lovelace"), .named("Ben Olson")], title: "Second"),
      .book("b", [.named("Ada B. Lovelace"), .named("Ann Abel")], title: "First"),
    ])
    #expect(entries == ["First", "Second", "Third"])
  }

  /// The shorter family name first, and an author's own works before joint ones.
  @Test(arguments: [
    #"<key variable="author"/><key variable="title"/>"#,
    #"<key macro="author"/><key variable="title"/>"#, #"<key macro="author-title"/>"#,
  ])
  func sortsAuthorsAlikeByVariableAndByMacro(keys: String) throws {
    var style = SmallStyle()
    style.macros = """
      <macro name="author"><names variable="author"><name name-as-sort-order="all"/></names></macro>
      <macro name="author-title"><text macro="author" suffix=" "/><text variable="title"/></macro>
      """
    style.bibliography = "<sort>\(keys)</sort>" + #"<text variable="title"/>"#
    let entries = try style.entries([
      .book("d", [.named("Ada Smith"), .named("Bo Ames")], title: "D"),
      .book("e", [PersonName(family: "Smith Jones", given: "Ann")], title: "E"),
      .book("b", [.named("Ada Smith")], title: "B"),
      .book(
        "c", [PersonName(family: "Smith", given: "Ada", nonDroppingParticle: "van")], title: "C"),
      .book("a", [PersonName(literal: "Slow Press")], title: "A"),
    ])
    #expect(entries == ["A", "B", "D", "C", "E"])
  }

  @Test(arguments: [
    ["Notes: a draft", "Notes on rails", "Notes R"], ["élan", "Elba", "Émile"],
    ["Part 2", "Part 10", "“Part” 11"],
  ])
  func sortsByLettersAndNumbersAlone(titles: [String]) throws {
    var style = SmallStyle()
    style.bibliography = #"<sort><key variable="title"/></sort><text variable="title"/>"#
    let items = titles.reversed().map { Item.book($0, title: $0) }
    #expect(try style.entries(items) == titles)
  }

  @Test func sortsDatesOfAnyPrecisionTogether() throws {
    var style = SmallStyle()
    style.bibliography = #"<sort><key variable="issued"/></sort><text variable="title"/>"#
    let dates = [
      ("800", PartialDate(year: 800)), ("1980-03", PartialDate(year: 1980, month: 3)),
      ("1980-03-10", PartialDate(year: 1980, month: 3, day: 10)), ("2003", PartialDate(year: 2003)),
    ]
    let items = dates.reversed().map { title, date in
      Item.book(title, title: title) { $0[.issued] = ItemDate(date) }
    }
    #expect(try style.entries(items) == dates.map(\.0))
  }

  @Test func sortsNameByNameAndParticlesLast() throws {
    var style = SmallStyle()
    style.bibliography = """
      <sort><key macro="author"/></sort><text macro="author"/>
      """
    style.macros = """
      <macro name="author"><names variable="author"><name name-as-sort-order="all"/></names></macro>
      """
    let people = [
      [PersonName(family: "Dam", given: "Jan")],
      [PersonName(family: "Dam", given: "Jan"), .named("Ada Abel")],
      [PersonName(family: "Dam", given: "Kees", nonDroppingParticle: "van")],
      [PersonName(family: "Dam", given: "Rob")], [PersonName(family: "Dam Anker", given: "Bo")],
    ]
    let items = people.enumerated().reversed().map { Item.book("\($0)", $1) }
    #expect(
      try style.entries(items) == [
        "Dam, Jan", "Dam, Jan, Abel, Ada", "Dam, Kees van", "Dam, Rob", "Dam Anker, Bo",
      ])
  }

  @Test func tellsAuthorsApartAsTheCitationsDo() throws {
    var style = SmallStyle()
    let names = #"<names variable="author"><name initialize-with="."/></names>"#
    style.citationAttributes = #"disambiguate-add-givenname="true""#
    style.citation = #"<names variable="author"><name form="short" initialize-with="."/></names>"#
    style.bibliography = names
    let items: [Item] = [
      .book("a", [.named("Ada Lovelace")]), .book("b", [.named("Anne Lovelace")]),
      .book("c", [.named("Mary Somerville")]),
    ]
    #expect(try style.entries(items) == ["Ada Lovelace", "Anne Lovelace", "M. Somerville"])
  }

  @Test(arguments: [
    ("ascending", ["1999", "2001", "n.d."]), ("descending", ["2001", "1999", "n.d."]),
  ])
  func sortsWorksWithoutADateLast(direction: String, expected: [String]) throws {
    var style = SmallStyle()
    let date = """
      <choose><if variable="issued"><date variable="issued" form="text" date-parts="year"/></if>
      <else><text term="no date" form="short" prefix="[" suffix="]"/></else></choose>
      """
    style.macros = "<macro name=\"date\">\(date)</macro>"
    style.bibliography =
      #"<sort><key macro="date" sort="\#(direction)"/></sort><text variable="title"/>"#
    let items: [Item] = [
      .book("a", title: "n.d."), .book("b", [], 1999, title: "1999"),
      .book("c", [], 2001, title: "2001"),
    ]
    #expect(try style.entries(items) == expected)
  }

  @Test func showsNoFewerNamesThanTheCitations() throws {
    var style = SmallStyle()
    style.attributes += #" et-al-min="3" et-al-use-first="1""#
    style.citationAttributes = #"disambiguate-add-names="true""#
    style.citation = #"<names variable="author"><name form="short"/></names>"#
    style.bibliography = #"<names variable="author"><name/></names>"#
    let entries = try style.entries([
      .book("a", [.named("Ada Lovelace"), .named("Charles Babbage"), .named("Mary Somerville")]),
      .book("b", [.named("Ada Lovelace"), .named("George Airy"), .named("Mary Somerville")]),
      .book("c", [.named("Jean Rhys"), .named("George Airy"), .named("Mary Somerville")]),
    ])
    #expect(
      entries == [
        "Ada Lovelace, Charles Babbage, et al.", "Ada Lovelace, George Airy, et al.",
        "Jean Rhys et al.",
      ])
  }

  @Test(arguments: [
    (#"<i>On the</i> Origin of Species"#, [PersonName](), "Orig59"),
    ("Rules", [PersonName(literal: "The Royal Society")], "Roya59"),
    ("Rules", [.named("Ada McKay"), .named("Bo li")], "McLi59"),
  ])
  func makesCitationLabels(title: String, editors: [PersonName], expected: String) throws {
    var style = SmallStyle()
    style.bibliography = #"<text variable="citation-label"/>"#
    let item = Item.book("a", [], 1859, title: title) { $0[.translator] = editors }
    #expect(try style.entries([item]) == [expected])
  }

  @Test func capitalizesATermBehindTheNumberOfItsEntry() throws {
    var style = SmallStyle()
    style.bibliography = """
      <text variable="citation-number" suffix=". "/><text term="no date" form="short"/>
      """
    #expect(try style.entries([.book("a")]) == ["1. N.d."])
  }

  @Test func keepsTheOrderOfEqualEntries() throws {
    #expect(try sorted(#"<key variable="issued"/>"#) == ["Germinal", "The Rose", "Öl", "Nothing"])
  }

  @Test func replacesRepeatedAuthors() throws {
    func entries(_ rule: String) throws -> [String] {
      var style = SmallStyle()
      style.bibliographyAttributes =
        #"subsequent-author-substitute="———" subsequent-author-substitute-rule="\#(rule)""#
      style.bibliography = """
        <names variable="author" suffix=". "><name/></names><text variable="title"/>
        """
      let pair: [PersonName] = [.named("Ada Lovelace"), .named("Mary Somerville")]
      return try style.entries([
        .book("a", pair, title: "A"), .book("b", pair, title: "B"),
        .book("c", [pair[0], .named("George Airy")], title: "C"),
      ])
    }
    #expect(
      try entries("complete-all") == [
        "Ada Lovelace, Mary Somerville. A", "———. B", "Ada Lovelace, George Airy. C",
      ])
    #expect(
      try entries("complete-each") == [
        "Ada Lovelace, Mary Somerville. A", "———, ———. B", "Ada Lovelace, George Airy. C",
      ])
    #expect(
      try entries("partial-each") == [
        "Ada Lovelace, Mary Somerville. A", "———, ———. B", "———, George Airy. C",
      ])
    #expect(
      try entries("partial-first") == [
        "Ada Lovelace, Mary Somerville. A", "———, Mary Somerville. B", "———, George Airy. C",
      ])
  }

  @Test func replacesNeitherAnotherOfTheSameInitialNorNobody() throws {
    var style = SmallStyle()
    style.bibliographyAttributes = #"subsequent-author-substitute="———""#
    style.bibliography = """
      <names variable="author" suffix=". "><name initialize-with="."/>
      <substitute><text term="no date" form="short"/></substitute></names>
      <text variable="title"/>
      """
    #expect(
      try style.entries([
        .book("a", [.named("Jane Doe")], title: "A"), .book("b", [.named("John Doe")], title: "B"),
        .book("c", [.named("John Doe")], title: "C"), .book("d", title: "D"),
        .book("e", title: "E"),
      ]) == ["J. Doe. A", "J. Doe. B", "———. C", "N.d. D", "N.d. E"])
  }

  @Test func alignsTheSecondField() throws {
    var style = SmallStyle()
    style.bibliographyAttributes = #"second-field-align="flush""#
    style.bibliographyLayout = #"suffix=".""#
    style.bibliography = """
      <text variable="citation-number" suffix=". "/><text variable="title"/>
      """
    #expect(
      try style.entries([items[0]]) == [
        #"<span class="csl-left-margin">1. </span> <span class="csl-right-inline">Germinal.</span>"#
      ])
  }

  @Test(arguments: ["", #"second-field-align="flush""#])
  func leavesOutNumbersForAListThatCounts(alignment: String) throws {
    var style = SmallStyle()
    style.bibliographyAttributes = alignment
    style.bibliography = """
      <sort><key variable="title"/></sort>
      <text variable="citation-number" prefix="(" suffix=") "/><text variable="title"/>
      """
    #expect(try style.entries([items[0], items[3]], numbered: false) == ["Germinal", "Nothing"])
    style.citation = #"<text variable="citation-number"/>"#
    #expect(try style.cite(items, ["e"]) == ["(1)"])
  }

  @Test func keepsWhatIsNoNumberInTheMargin() throws {
    var style = SmallStyle()
    style.bibliographyAttributes = #"second-field-align="flush""#
    style.bibliography = """
      <names variable="author"><name/></names><text variable="title"/>
      """
    #expect(
      try style.entries([items[0], items[3]], numbered: false) == [
        #"<span class="csl-left-margin">Émile Zola</span> "#
          + #"<span class="csl-right-inline">Germinal</span>"#, "Nothing",
      ])
  }

  @Test func tellsTheNumbersOfEntries() throws {
    var style = SmallStyle()
    style.bibliography = #"<names variable="author"><name/></names>"#
    let document = CitedDocument(items: Array(items.reversed()), includesUncited: true)
    let entries = try style.processor().format(document).bibliography
    #expect(entries.map(\.id) == ["o", "e", "z"])
    #expect(entries.map(\.number) == [2, 3, 4])
  }

  @Test func listsOnlyCitedItemsUnlessAsked() throws {
    var style = SmallStyle()
    style.bibliography = #"<text variable="title"/>"#
    let document = CitedDocument(items: items, citations: [Citation(cites: [Cite(id: "o")])])
    let formatted = try style.processor().format(document)
    #expect(formatted.bibliography.map(\.id) == ["o"])
    #expect(try style.entries(items).count == 4)
  }

  @Test func formatsADocumentInSeveralStylesAsInEachOfThemAlone() throws {
    var names = SmallStyle()
    names.citationAttributes = #"disambiguate-add-givenname="true""#
    names.citation = #"<names variable="author"><name form="short" initialize-with="."/></names>"#
    names.bibliography =
      #"<sort><key variable="title"/></sort><names variable="author"><name/></names>"#
    var titles = SmallStyle()
    titles.language = "de-DE"
    titles.citation = #"<text variable="citation-number"/>"#
    titles.bibliography = """
      <text variable="citation-number" suffix=". "/><text variable="title" quotes="true"/>
      """
    let document = CitedDocument(
      items: items + [.book("p", [.named("Paula Zola")])],
      citations: [
        Citation(cites: [Cite(id: "z", locator: Locator(.page, "3")), Cite(id: "p")]),
        Citation(cites: [Cite(id: "z"), Cite(id: "o")]),
      ], includesUncited: true)
    let processors = try [names, titles, names].map { try $0.processor() }
    let together = Processor.format(document, in: processors)
    #expect(together == processors.map { $0.format(document) })
    #expect(together[0].citations.map(\.html) == ["(É. Zola; P. Zola)", "(É. Zola; Östlund)"])
    #expect(together[1].citations.map(\.html) == ["(1; 2)", "(1; 3)"])
  }

  @Test func separatesBlocksInPlainText() throws {
    var style = SmallStyle()
    style.bibliography = """
      <text variable="title"/><text variable="abstract" display="block"/>
      """
    let item = Item.book("a", title: "Notes") { $0[.abstract] = "On engines" }
    let document = CitedDocument(items: [item], includesUncited: true)
    let text = try style.processor().format(document).bibliography[0].text
    #expect(text.html == #"Notes<span class="csl-block">On engines</span>"#)
    #expect(text.plain == "Notes\nOn engines")
  }
}

@Suite struct LocaleTests {
  @Test func fallsBackFromDialectToLanguageToEnglish() {
    #expect(Locale.fallbacks(for: "de-AT") == ["de-AT", "de-DE", "de", "en-US"])
    #expect(Locale.fallbacks(for: "en-US") == ["en-US", "en"])
  }

  @Test func letsTheStyleBeatTheLocaleAndAnOverrideBeatBoth() throws {
    var style = SmallStyle()
    style.citationLayout = ""
    style.citation = #"<text term="et-al"/>"#
    style.language = "de-DE"
    #expect(try style.cite([.book("a")], ["a"]) == ["u. a."])
    style.locale =
      #"<locale xml:lang="de"><terms><term name="et-al">et alii</term></terms></locale>"#
    #expect(try style.cite([.book("a")], ["a"]) == ["et alii"])
    style.overrides = [#"<locale><terms><term name="et-al">and others</term></terms></locale>"#]
    #expect(try style.cite([.book("a")], ["a"]) == ["and others"])
  }

  @Test func prefersAnotherFormOfATermToAnotherLanguage() throws {
    var style = SmallStyle()
    style.citationLayout = ""
    style.citation = #"<text term="editor" form="short"/>"#
    style.language = "de-DE"
    #expect(try style.cite([.book("a")], ["a"]) == ["Herausgeber"])
  }

  @Test func setsTermsWithTypographicApostrophes() throws {
    var style = SmallStyle()
    style.citationLayout = ""
    style.citation = #"<text term="available at"/>"#
    style.locale = """
      <locale><terms><term name="available at">à l'adresse</term></terms></locale>
      """
    #expect(try style.cite([.book("a")], ["a"]) == ["à l’adresse"])
  }

  @Test func takesTermsThatALocaleLacksFromEnglish() throws {
    var style = SmallStyle()
    style.citationLayout = ""
    style.citation = #"<text term="page" form="short"/>"#
    style.language = "de-DE"
    #expect(try style.cite([.book("a")], ["a"]) == ["p."])
  }
}

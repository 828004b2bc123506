import Bibliography
import CSL
import Testing

@Suite struct CollapseTests {
  private func style(_ attributes: String, _ element: String? = nil) -> SmallStyle {
    var style = SmallStyle()
    style.citationAttributes = attributes
    style.citation =
      element ?? """
        <group delimiter=" "><names variable="author"><name form="short"/></names>
        <date variable="issued"><date-part name="year"/></date></group>
        """
    return style
  }

  private let lovelace: [Item] = [
    .book("a", [.named("Ada Lovelace")], 1843, title: "A"),
    .book("b", [.named("Ada Lovelace")], 1843, title: "B"),
    .book("c", [.named("Ada Lovelace")], 1843, title: "C"),
    .book("d", [.named("Ada Lovelace")], 1850, title: "D"),
    .book("x", [.named("Charles Babbage")], 1864, title: "X"),
  ]

  @Test func groupsCitesOfOneAuthor() throws {
    let items = [lovelace[0], lovelace[4], lovelace[3]]
    #expect(
      try style(#"cite-group-delimiter=", ""#).cite(items, ["a", "x", "d"]) == [
        "(Lovelace 1843, Lovelace 1850; Babbage 1864)"
      ])
    #expect(
      try style(#"collapse="year""#).cite(items, ["a", "x", "d"]) == [
        "(Lovelace 1843, 1850; Babbage 1864)"
      ])
  }

  @Test func collapsesYearSuffixes() throws {
    let suffix = #"disambiguate-add-year-suffix="true" year-suffix-delimiter="," collapse="#
    #expect(
      try style(suffix + #""year-suffix""#).cite(lovelace, ["a", "b", "c", "d", "x"]) == [
        "(Lovelace 1843a,b,c, 1850; Babbage 1864)"
      ])
    #expect(
      try style(suffix + #""year-suffix-ranged""#).cite(lovelace, ["a", "b", "c", "x"]) == [
        "(Lovelace 1843a–c; Babbage 1864)"
      ])
  }

  @Test func collapsesRunsOfThreeNumbers() throws {
    let numbers = style(#"collapse="citation-number""#, #"<text variable="citation-number"/>"#)
    #expect(
      try numbers.cite(
        lovelace, ["a", "b", "c", "d", "x"], ["a", "b", "d"], ["a", "c", "d", "x"])
        == ["(1–5)", "(1; 2; 4)", "(1; 3–5)"])
  }

  @Test func collapsesCitesWhoseLocatorsTheStyleLeavesOut() throws {
    let numbers = style(#"collapse="citation-number""#, #"<text variable="citation-number"/>"#)
    let cites = [Cite(id: "a", locator: Locator(.page, "7")), Cite(id: "b"), Cite(id: "c")]
    let document = CitedDocument(items: lovelace, citations: [Citation(cites: cites)])
    #expect(try numbers.processor().format(document).citations.map(\.plain) == ["(1–3)"])
  }

  @Test func takesAnEmptyGroupDelimiterForNone() throws {
    #expect(
      try style(#"collapse="year" cite-group-delimiter="" "#).cite(lovelace, ["a", "d"]) == [
        "(Lovelace 1843, 1850)"
      ])
  }

  @Test func lettersARangeOfYearsBehindIt() throws {
    let years = ["a", "b"].map { id in
      Item.book(id, [.named("Ada Lovelace")]) {
        $0[.issued] = ItemDate(PartialDate(year: 1843), to: PartialDate(year: 1844))
      }
    }
    #expect(
      try style(#"disambiguate-add-year-suffix="true""#).cite(years, ["a"], ["b"]) == [
        "(Lovelace 1843–1844a)", "(Lovelace 1843–1844b)",
      ])
  }

  @Test func keepsACiteWithALocatorApart() throws {
    let document = CitedDocument(
      items: lovelace,
      citations: [
        Citation(cites: ["a", "b", "c"].map { Cite(id: $0) }),
        Citation(cites: [
          Cite(id: "a"), Cite(id: "b", locator: Locator(.page, "7")), Cite(id: "c"),
        ]),
      ])
    let style = style(
      #"collapse="citation-number""#,
      #"<text variable="citation-number"/><text variable="locator" prefix=":"/>"#)
    let texts = try style.processor().format(document).citations.map(\.plain)
    #expect(texts == ["(1–3)", "(1; 2:7; 3)"])
  }
}

@Suite struct CiteFormTests {
  private let style = SmallStyle(
    citation: """
      <group delimiter=" "><names variable="author"><name form="short"/></names>
      <date variable="issued"><date-part name="year"/></date>
      <text variable="locator" prefix="p. "/></group>
      """)

  private func cite(_ cites: [Cite]) throws -> String {
    let items: [Item] = [
      .book("a", [.named("Ada Lovelace")], 1843), .book("b", [.named("Charles Babbage")], 1864),
    ]
    let document = CitedDocument(items: items, citations: [Citation(cites: cites)])
    return try style.processor().format(document).citations[0].plain
  }

  @Test func leavesTheAuthorToTheSentence() throws {
    #expect(try cite([Cite(id: "a", form: .suppressAuthor)]) == "(1843)")
    #expect(try cite([Cite(id: "a", form: .authorOnly)]) == "Lovelace")
    #expect(
      try cite([Cite(id: "a", locator: Locator(.page, "7"), form: .composite)])
        == "Lovelace (1843 p. 7)")
  }

  @Test func setsTheAuthorsOwnTextsOff() throws {
    #expect(
      try cite([Cite(id: "a", prefix: "see"), Cite(id: "b", suffix: ", with care")])
        == "(see Lovelace 1843; Babbage 1864, with care)")
    #expect(
      try cite([Cite(id: "a", suffix: "، ص"), Cite(id: "b", suffix: "ص")])
        == "(Lovelace 1843، ص; Babbage 1864 ص)")
    // The last byte of ל and à is also that of a quotation mark or a blank that never breaks.
    #expect(
      try cite([Cite(id: "a", prefix: "אצל"), Cite(id: "b", prefix: "à")])
        == "(אצל Lovelace 1843; à Babbage 1864)")
    #expect(
      try cite([Cite(id: "a", prefix: "参见", suffix: "，下"), Cite(id: "b", prefix: "如：")])
        == "(参见Lovelace 1843，下; 如：Babbage 1864)")
  }

  @Test func leavesOutUnknownItems() throws {
    #expect(try cite([Cite(id: "nobody"), Cite(id: "b")]) == "(Babbage 1864)")
    #expect(try cite([Cite(id: "nobody")]) == "")
  }
}

@Suite struct PositionTests {
  private func notes(_ cites: [(id: String, page: String?)], count: Int = 1) throws -> [String] {
    var style = SmallStyle()
    style.attributes = #"class="note""#
    style.citationAttributes = #"near-note-distance="2""#
    style.citationLayout = #"suffix=".""#
    style.citation = """
      <choose><if position="ibid-with-locator"><text term="ibid"/><text variable="locator" prefix=" "/></if>
      <else-if position="ibid"><text term="ibid"/></else-if>
      <else-if position="near-note"><text variable="title" suffix=" near"/></else-if>
      <else-if position="subsequent"><text variable="title"/>
      <text variable="first-reference-note-number" prefix=" n. "/></else-if>
      <else><text variable="title" prefix="First "/></else></choose>
      """
    let items: [Item] = [.book("a", title: "A"), .book("b", title: "B")]
    let citations = cites.enumerated().map { index, cite in
      Citation(
        cites: [Cite(id: cite.id, locator: cite.page.map { Locator(.page, $0) })],
        noteNumber: index + 1)
    }
    let document = CitedDocument(items: items, citations: citations)
    return try style.processor().format(document).citations.map(\.plain)
  }

  @Test func knowsRepeatedCites() throws {
    #expect(
      try notes([("a", nil), ("a", nil), ("a", "7"), ("a", "7"), ("a", nil)]) == [
        "First A.", "Ibid.", "Ibid. 7.", "Ibid.", "A near.",
      ])
  }

  @Test func countsTheDistanceBetweenNotes() throws {
    #expect(
      try notes([
        ("a", nil), ("b", nil), ("a", nil), ("b", nil), ("b", nil), ("b", nil), ("a", nil),
      ])
        == ["First A.", "First B.", "A near.", "B near.", "Ibid.", "Ibid.", "A n. 1."])
  }

  @Test func comparesACiteWithTheOnePrintedBeforeIt() throws {
    var style = SmallStyle()
    style.attributes = #"class="note""#
    style.citationLayout = #"delimiter="; ""#
    style.citation = """
      <sort><key variable="title"/></sort><choose><if position="ibid"><text value="same"/></if>
      <else><text variable="title"/></else></choose>
      """
    let items: [Item] = [.book("a", title: "A"), .book("b", title: "B")]
    let citations = [["b"], ["b", "a"], ["b"]].enumerated().map { index, ids in
      Citation(cites: ids.map { Cite(id: $0) }, noteNumber: index + 1)
    }
    let texts = try style.processor().format(CitedDocument(items: items, citations: citations))
      .citations.map(\.plain)
    #expect(texts == ["B", "A; B", "B"])
  }

  @Test func leavesATermSmallThatTheStyleWantsSmall() throws {
    var style = SmallStyle()
    style.attributes = #"class="note""#
    style.citationLayout = ""
    style.citation = #"<text term="ibid" text-case="lowercase"/>"#
    #expect(try style.cite([.book("a")], ["a"]) == ["ibid."])
    style.citation = #"<text term="ibid"/>"#
    #expect(try style.cite([.book("a")], ["a"]) == ["Ibid."])
  }

  @Test func tellsWhetherPagesArePrinted() throws {
    var style = SmallStyle()
    #expect(try !style.processor().printsLocators)
    style.macros = #"<macro name="pages"><text variable="locator"/></macro>"#
    #expect(try !style.processor().printsLocators)
    style.citation = #"<group><text macro="pages"/></group>"#
    #expect(try style.processor().printsLocators)
  }

  // MARK: Without the author

  private func citedWithoutAuthor(_ layout: String, class kind: String = "in-text") throws -> String
  {
    var style = SmallStyle()
    style.attributes = #"class="\#(kind)""#
    style.citation = layout
    style.citationLayout = #"suffix=".""#
    let document = CitedDocument(
      items: [.book("a", [.named("Ada Lovelace")], 1843, title: ".NET")],
      citations: [Citation(cites: [Cite(id: "a", form: .suppressAuthor)], noteNumber: 1)])
    return try style.processor().format(document).citations[0].plain
  }

  @Test func beginsWithoutWhatStoodBehindTheAuthor() throws {
    let author = #"<names variable="author"><name form="short"/></names>"#
    #expect(try citedWithoutAuthor(author + #"<text variable="title" prefix=", "/>"#) == ".NET.")
    #expect(
      try citedWithoutAuthor(
        "<group delimiter=\", \"><group>\(author)</group><text variable=\"title\" prefix=\"[\"/></group>"
      )
        == "[.NET.")
    // What an author has in common with what is left.
    #expect(
      try citedWithoutAuthor(
        "<group delimiter=\", \"><group>\(author)</group><text value=\"op. cit.\"/></group>")
        == "op. cit.")
    #expect(try citedWithoutAuthor(author) == "")
    #expect(try citedWithoutAuthor(author, class: "note") == "Lovelace.")
  }

  // MARK: Marked cites

  /// A citation of several works, each cite in brackets with the place of its item.
  private func marked(_ style: SmallStyle, _ ids: String...) throws -> String {
    let items: [Item] = [
      .book("a", [.named("Ada Lovelace")], 1843, title: "A"),
      .book("b", [.named("Ada Lovelace")], 1843, title: "B"),
      .book("c", [.named("Charles Babbage")], 1840, title: "C"),
    ]
    var document = CitedDocument(
      items: items, citations: [Citation(cites: ids.map { Cite(id: $0) })], includesUncited: true)
    let plain = try style.processor().format(document).citations[0]
    document.marksCites = true
    let marked = try style.processor().format(document).citations[0]
    #expect(marked.html == plain.html)
    var page: [UInt8] = []
    marked.appendHTML(to: &page) { $0 == 1 ? nil : "<a href=\"#\($0)\">" }
    return String(decoding: page, as: UTF8.self)
  }

  @Test func marksEachCiteOfSeveral() throws {
    let style = SmallStyle()
    #expect(try marked(style, "c", "b", "a") == ##"(<a href="#2">C</a>; B; <a href="#0">A</a>)"##)
    #expect(try marked(style, "c") == "(C)")
  }

  @Test func marksWhatIsLeftOfSortedAndCollapsedCites() throws {
    var numbers = SmallStyle()
    numbers.citationAttributes = #"collapse="citation-number""#
    numbers.citationLayout = #"delimiter="," vertical-align="sup""#
    numbers.citation =
      #"<sort><key variable="citation-number"/></sort><text variable="citation-number"/>"#
    #expect(
      try marked(numbers, "a", "b", "c") == ##"<sup><a href="#0">1</a>–<a href="#2">3</a></sup>"##)
    var years = SmallStyle()
    years.citationAttributes = #"collapse="year" disambiguate-add-year-suffix="true""#
    years.citation = """
      <names variable="author" suffix=" "><name form="short"/></names>
      <date variable="issued"><date-part name="year"/></date>
      """
    #expect(
      try marked(years, "b", "a", "c")
        == ##"(Lovelace 1843a, <a href="#0">1843b</a>; <a href="#2">Babbage 1840</a>)"##)
  }

  @Test func takesCitesApartWithTheirFormats() {
    let text = FormattedText(
      Array("1–3".utf8),
      marks: [
        .init(.styled(.superscript), opens: true, at: 0), .init(.cite(item: 0), opens: true, at: 0),
        .init(.cite(item: 0), opens: false, at: 1), .init(.cite(item: 2), opens: true, at: 4),
        .init(.cite(item: 2), opens: false, at: 5),
        .init(.styled(.superscript), opens: false, at: 5),
      ])
    #expect(text.parts.map(\.item) == [0, nil, 2])
    #expect(text.parts.map(\.text.html) == ["<sup>1</sup>", "<sup>–</sup>", "<sup>3</sup>"])
    #expect(FormattedText(Array("a".utf8)).parts.map(\.item) == [nil])
  }

  @Test func setsNoSpaceBehindTheAuthorOfAStyleThatPrintsNoMore() throws {
    var style = SmallStyle()
    style.citation = #"<names variable="author"/>"#
    let document = CitedDocument(
      items: [.book("a", [.named("Ada Lovelace")])],
      citations: [Citation(cites: [Cite(id: "a", form: .composite)])])
    #expect(try style.processor().format(document).citations.map(\.plain) == ["Ada Lovelace"])
  }

  @Test func setsNoSpaceForTheAuthorThatAStyleOfNumbersDoesNotName() throws {
    var style = SmallStyle()
    style.citation = #"<text variable="citation-number"/>"#
    let document = CitedDocument(
      items: [.book("a", [.named("Ada Lovelace")])],
      citations: [Citation(cites: [Cite(id: "a", form: .composite)])])
    #expect(try style.processor().format(document).citations.map(\.plain) == ["(1)"])
  }
}

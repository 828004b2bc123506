import Bibliography
import Exports
import JournalModel
import Prose
import TestSupport
import Testing

@Suite struct JATSTests {
  /// The lines inside the first element of a name.
  private func contentLines(of name: String, in record: ArticleRecord) throws -> [Substring] {
    let text = String(decoding: try #require(record.jats()), as: UTF8.self)
    let tag = try #require(text.firstRange(of: "<\(name)")).upperBound
    let start = try #require(text[tag...].firstRange(of: ">")).upperBound
    let end = try #require(text.firstRange(of: "</\(name)>")).lowerBound
    return text[start..<end].split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { !$0.isEmpty }
  }

  @Test(arguments: ["engine", "ghazal", "single", "retracted", "retraction", "late"])
  func writesEachArticle(slug: String) throws {
    let sample = try SampleJournal()
    let bytes = try #require(
      try sample.record(slug).jats { $0 == "nowhere" ? nil : "https://example.org/files/\($0)" })
    expectGolden(String(decoding: bytes, as: UTF8.self), in: "Fixtures/jats/\(slug).jats.xml")
  }

  @Test func isNotWrittenWithoutAnISSN() throws {
    var sample = try SampleJournal()
    sample.journal.facts.issn = .init()
    #expect(try sample.record("engine").jats() == nil)
  }

  /// The tag set allows nothing else in an abstract.
  @Test func writesListsOfAnAbstractInParagraphs() throws {
    let sample = try SampleJournal()
    let article = try #require(sample.resolved.article("engine"))
    let paragraph = Block(.paragraph([Inline(.text("Two:"), at: 0..<0)]), at: 0..<0)
    let item = List.Item(blocks: [paragraph], range: 0..<0)
    let list = Block(.list(List(items: [item], isTight: true)), at: 0..<0)
    let abstract = ArticleText.Abstract(
      language: sample.english, blocks: [paragraph, list], plain: "")
    let record = ArticleRecord(
      article, in: sample.resolved, text: ArticleText(abstracts: [abstract]))
    #expect(
      try contentLines(of: "abstract", in: record)
        == [
          "<p>Two:</p>", "<p>", "<list list-type=\"bullet\">", "<list-item>", "<p>Two:</p>",
          "</list-item>", "</list>", "</p>",
        ])
  }

  @Test func givesFormulasAsMathMLBesideTheirSource() throws {
    let sample = try SampleJournal()
    let article = try #require(sample.resolved.article("engine"))
    let formula = Block(.mathBlock(Math(tex: "x < 1", isDisplay: true)), at: 0..<0)
    let record = ArticleRecord(
      article, in: sample.resolved,
      text: ArticleText(
        body: Document(path: "a.md", blocks: [formula]),
        mathML: { _ in
          "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi><mo>&lt;</mo></math>"
        }))
    #expect(
      try contentLines(of: "body", in: record)
        == [
          "<disp-formula>",
          "<alternatives><mml:math xmlns:mml=\"http://www.w3.org/1998/Math/MathML\"><mml:mi>x</mml:mi>"
            + "<mml:mo>&lt;</mml:mo></mml:math><tex-math>x &lt; 1</tex-math></alternatives>",
          "</disp-formula>",
        ])
  }

  @Test func givesTheCopyrightTheYearOfPublicationWhereNoOtherIsKnown() throws {
    let sample = try SampleJournal()
    var article = try #require(sample.resolved.article("single"))
    article.facts.copyright = .init(holder: "The Author")
    let bytes = try #require(ArticleRecord(article, in: sample.resolved).jats())
    #expect(
      String(decoding: bytes, as: UTF8.self).contains("<copyright-year>2024</copyright-year>"))
  }

  @Test func tagsAllThatAReferenceSays() throws {
    let sample = try SampleJournal()
    let article = try #require(sample.resolved.article("engine"))
    var item = Item(
      id: "a_b:c", type: .articleJournal,
      text: [
        .title:
          "On <i>The <b>Moon</b></i> and <span class=\"nocase\">H</span><sub>2</sub>O & 1 <i> 2",
        .containerTitle: "The <sc>Review</sc>", .collectionTitle: "New Series", .volume: "2",
        .number: "e17", .numberOfPages: "12", .isbn: "978-0-00-000000-2", .issn: "2999-1234",
        .pmid: "12", .pmcid: "PMC34", .url: "https://example.org/a?b=1&c=2",
      ])
    item[.translator] = [PersonName(family: "Roe", given: "Ann")]
    item[.accessed] = ItemDate(PartialDate(year: 2024, month: 5, day: 6))
    let reference = ArticleText.Reference(id: item.id, plain: "On the Moon", item: item)
    let record = ArticleRecord(
      article, in: sample.resolved, text: ArticleText(references: [reference]))
    #expect(
      try contentLines(of: "ref-list", in: record)
        == [
          #"<ref id="ref-a_b_x003A_c">"#, "<citation-alternatives>",
          #"<element-citation publication-type="journal">"#,
          #"<person-group person-group-type="translator">"#, #"<name name-style="western">"#,
          "<surname>Roe</surname>", "<given-names>Ann</given-names>", "</name>", "</person-group>",
          "<article-title>On <italic>The <bold>Moon</bold></italic> and H<sub>2</sub>O &amp; 1 "
            + "&lt;i&gt; 2</article-title>",
          "<source>The <sc>Review</sc></source>", "<series>New Series</series>",
          "<volume>2</volume>", "<elocation-id>e17</elocation-id>",
          #"<size units="pages">12</size>"#, "<isbn>978-0-00-000000-2</isbn>",
          "<issn>2999-1234</issn>", #"<pub-id pub-id-type="pmid">12</pub-id>"#,
          #"<pub-id pub-id-type="pmcid">PMC34</pub-id>"#,
          #"<date-in-citation content-type="access-date">"#,
          #"<year iso-8601-date="2024">2024</year>"#, "<month>05</month>", "<day>06</day>",
          "</date-in-citation>",
          #"<ext-link ext-link-type="uri" xlink:href="https://example.org/a?b=1&amp;c=2" "#
            + #"xlink:title="example.org">https://example.org/a?b=1&amp;c=2</ext-link>"#,
          "</element-citation>",
          #"<mixed-citation publication-type="journal">On the Moon</mixed-citation>"#,
          "</citation-alternatives>", "</ref>",
        ])
  }

  @Test func datesReferencesByTheCalendarOfISO8601() throws {
    let sample = try SampleJournal()
    let article = try #require(sample.resolved.article("engine"))
    let references = [-45, 397, 1998].map { year in
      let item = Item(id: "a\(year)", type: .book, dates: [.issued: .init(.init(year: year))])
      return ArticleText.Reference(id: item.id, plain: "A book", item: item)
    }
    let record = ArticleRecord(
      article, in: sample.resolved, text: ArticleText(references: references))
    let text = String(decoding: try #require(record.jats()), as: UTF8.self)
    #expect(
      text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.contains("<year iso") }
        == [
          #"<year iso-8601-date="-0044">-45</year>"#, #"<year iso-8601-date="0397">397</year>"#,
          #"<year iso-8601-date="1998">1998</year>"#,
        ])
  }

  @Test func datesReferencesAsPreciselyAsTheyAreKnown() throws {
    let sample = try SampleJournal()
    let article = try #require(sample.resolved.article("engine"))
    let dates = [
      ItemDate(.init(year: 1999, month: 5, day: 6)), ItemDate(.init(year: 1999, month: 12)),
      ItemDate(.init(year: 2001), season: 1), ItemDate(literal: "forthcoming"),
    ]
    let references = dates.enumerated().map { index, date in
      let item = Item(id: "a\(index)", type: .book, dates: [.issued: date])
      return ArticleText.Reference(id: item.id, plain: "A book", item: item)
    }
    let record = ArticleRecord(
      article, in: sample.resolved, text: ArticleText(references: references))
    let text = String(decoding: try #require(record.jats()), as: UTF8.self)
    let back = try #require(text.firstRange(of: "<ref-list>")).upperBound
    #expect(
      text[back...].split(separator: "\n").map { $0.drop { $0 == " " } }.filter { line in
        ["<year", "<month", "<day", "<season", "<string-date"].contains(where: line.hasPrefix)
      } == [
        #"<year iso-8601-date="1999">1999</year>"#, "<month>05</month>", "<day>06</day>",
        #"<year iso-8601-date="1999">1999</year>"#, "<month>12</month>",
        #"<year iso-8601-date="2001">2001</year>"#, "<season>Spring</season>",
        "<string-date>forthcoming</string-date>",
      ])
  }

  @Test func saysWhatIsToBeSeenAsThePageDoes() throws {
    let sample = try SampleJournal()
    let article = try #require(sample.resolved.article("engine"))
    let image = Image(
      source: "a.png", alternative: [Inline(.text("Loom"), at: 0..<0)],
      attributes: Attributes(pairs: [.init(key: "fig-alt", value: "A loom at rest")]), range: 0..<0)
    let figure = Block(.figure(Figure(images: [image])), at: 0..<0)
    let record = ArticleRecord(
      article, in: sample.resolved,
      text: ArticleText(body: Document(path: "a.md", blocks: [figure])))
    let text = String(decoding: try #require(record.jats()), as: UTF8.self)
    #expect(text.contains("<alt-text>A loom at rest</alt-text>"))
  }

  @Test func keepsLinesThatAreBrokenByHand() throws {
    let sample = try SampleJournal()
    let article = try #require(sample.resolved.article("engine"))
    func inline(_ kind: Inline.Kind) -> Inline { Inline(kind, at: 0..<0) }
    let lines = [
      inline(.text("One ")),
      inline(.emphasis([inline(.text("two")), inline(.lineBreak), inline(.text("three"))])),
    ]
    let cell = Table.Cell(inlines: lines, range: 0..<0)
    let paragraph = Block(.paragraph(lines), at: 0..<0)
    let blocks: [Block.Kind] = [
      .paragraph(lines), .blockQuote([paragraph, SampleBody.paragraph(.text("End"))]),
      .table(Table(alignments: [.none], header: [cell], rows: [])),
      .heading(Heading(level: 2, inlines: lines)),
    ]
    let document = Document(path: "a.md", blocks: blocks.map { Block($0, at: 0..<0) })
    let record = ArticleRecord(article, in: sample.resolved, text: ArticleText(body: document))
    #expect(
      try contentLines(of: "body", in: record)
        == [
          "<p>One <italic>two</italic></p>", "<p><italic>three</italic></p>",
          "<disp-quote>", "<verse-group>", "<verse-line>One <italic>two</italic></verse-line>",
          "<verse-line><italic>three</italic></verse-line>", "</verse-group>", "<p>End</p>",
          "</disp-quote>", "<table-wrap>", "<table>", "<thead>", "<tr>",
          "<th>One <italic>two</italic><break/><italic>three</italic></th>", "</tr>", "</thead>",
          "</table>", "</table-wrap>", "<sec>",
          "<title>One <italic>two</italic><break/><italic>three</italic></title>", "</sec>",
        ])
  }

  @Test func holdsAnAddressOfAPersonOnlyWhereItMayBePublished() throws {
    let sample = try SampleJournal()
    let bytes = try #require(try sample.record("engine").jats())
    let addresses = String(decoding: bytes, as: UTF8.self).split { " <>\"".contains($0) }
      .filter { $0.contains("@") }
    #expect(addresses == ["ada@example.org"])
  }
}

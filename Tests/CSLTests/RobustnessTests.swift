import Bibliography
import CSL
import Reporting
import Testing

@Suite struct RobustnessTests {
  private func format(_ xml: String, _ items: [Item]) -> FormattedDocument? {
    var report = Report()
    guard let style = Style(xml: Array(xml.utf8), path: "a.csl", report: &report) else {
      return nil
    }
    let processor = Processor(style: style, locales: [], language: nil)
    let citations = [Citation(cites: items.map { Cite(id: $0.id) })]
    return processor.format(
      CitedDocument(items: items, citations: citations, includesUncited: true))
  }

  private func style(_ content: String) -> String { "<style>\(content)</style>" }

  @Test func takesNoStyleWhoseMacrosCallThemselvesOrDouble() {
    let circle = style(
      """
      <macro name="a"><group><text macro="b"/></group></macro>\
      <macro name="b"><text value="x"/><text macro="a"/></macro>\
      <citation><layout><text macro="a"/></layout></citation>
      """)
    #expect(format(circle, [.book("a")]) == nil)
    #expect(format(style(macros(60, twice: true)), [.book("a")]) == nil)
    #expect(format(style(macros(10_000, twice: false)), [.book("a")]) == nil)
  }

  /// Macros of which each calls the one before it.
  private func macros(_ count: Int, twice: Bool) -> String {
    var content = #"<macro name="m0"><text value="x"/></macro>"#
    for level in 1...count {
      let call = "<text macro=\"m\(level - 1)\"/>"
      content += "<macro name=\"m\(level)\">\(twice ? call + call : call)</macro>"
    }
    return content + "<citation><layout><text macro=\"m\(count)\"/></layout></citation>"
  }

  @Test func printsAllOfTheDeepestAndLargestStyles() throws {
    let doubled = try #require(format(style(macros(10, twice: true)), [.book("a")]))
    #expect(doubled.citations[0].plain == String(repeating: "x", count: 1024))
    let deep = try #require(format(style(macros(95, twice: false)), [.book("a")]))
    #expect(deep.citations[0].plain == "x")
  }

  @Test func readsMarkupThatNestsDeepFromTheInside() throws {
    let xml = style(#"<citation><layout><text variable="title"/></layout></citation>"#)
    func plain(_ opening: String, _ closing: String, _ count: Int) throws -> String {
      let title =
        String(repeating: opening, count: count) + "a" + String(repeating: closing, count: count)
      return try #require(format(xml, [.book("a", title: title)])).citations[0].plain
    }
    #expect(try plain("<i>", "</i>", 64) == "a")
    #expect(try plain("<i>", "</i>", 66) == "<i><i>a</i></i>")
    // Each used to look through all that are open.
    #expect(try plain("<i>", "</b>", 100_000).hasSuffix("</b>"))
    #expect(try plain("“", "”", 100_000).hasSuffix("””"))
  }

  @Test func takesStylesWithMissingAndOddAttributes() throws {
    let xml = style(
      """
      <macro/><macro name="m"><text/><number/><label/><date/><names/><names variable="x"/></macro>\
      <citation et-al-min="99999999999999999999" et-al-use-first="-3" near-note-distance="x">\
      <sort><key/><key macro="m"/></sort><layout><text macro="m"/><names variable="author">\
      <name et-al-min="2" et-al-use-first="0"/></names><choose><if/><else/></choose>\
      <date variable="issued" form="odd"/><date variable="issued"/></layout></citation>
      """)
    let item = Item.book("a", [.named("Ada Lovelace"), .named("Mary Somerville")], 1843)
    #expect(try #require(format(xml, [item])).citations.count == 1)
  }

  @Test func takesOddItems() throws {
    let xml = style(
      """
      <citation><layout><names variable="author"/><date variable="issued" form="text"/>\
      <date variable="issued"><date-part name="day"/><date-part name="month"/><date-part name="year"/>\
      </date><number variable="volume" form="roman"/><number variable="volume" form="ordinal"/>\
      <text variable="page"/><text variable="title" text-case="title" quotes="true"/></layout></citation>
      """)
    var items: [Item] = []
    for text in [
      "", " ", "<i>", "\"'\"'", "--", "1--2-3", "99999999999999999999-3", "\u{0}é\u{301}", "’’’",
    ] {
      items.append(
        .book(
          "i\(items.count)", [PersonName(family: text, given: text), PersonName()], title: text
        ) {
          $0[.page] = text
          $0[.volume] = text
          $0[.issued] = ItemDate(PartialDate(year: Int.max, month: -1, day: 99), season: 9)
        })
    }
    #expect(try #require(format(xml, items + items)).citations.count == 1)
  }

  @Test func survivesCutAndChangedStyles() {
    let xml = Array(
      style(
        """
        <locale xml:lang="en"><terms><term name="and">and</term></terms></locale>\
        <macro name="m"><names variable="author"><name and="text"/></names></macro>\
        <citation collapse="year"><layout><text macro="m"/><choose><if type="book"/></choose>\
        </layout></citation><bibliography><layout><text macro="m"/></layout></bibliography>
        """
      ).utf8)
    var seed: UInt64 = 42
    for length in stride(from: 0, through: xml.count, by: 3) {
      var bytes = Array(xml.prefix(length))
      for _ in 0..<3 where !bytes.isEmpty {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(seed >> 33) % bytes.count] = UInt8(truncatingIfNeeded: seed >> 56)
      }
      for candidate in [Array(xml.prefix(length)), bytes] {
        var report = Report()
        if let style = Style(xml: candidate, path: "a.csl", report: &report) {
          let processor = Processor(style: style, locales: [], language: nil)
          _ = processor.format(
            CitedDocument(items: [.book("a", [.named("Ada Lovelace")])], includesUncited: true))
        } else {
          #expect(report.hasErrors)
        }
      }
    }
  }

  @Test func formatsAnEmptyDocument() throws {
    let document = CitedDocument(items: [], citations: [Citation(cites: [])])
    let formatted = try SmallStyle().processor().format(document)
    #expect(formatted.citations == [FormattedText()])
    #expect(formatted.bibliography.isEmpty)
  }
}

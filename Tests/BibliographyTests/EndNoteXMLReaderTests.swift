import Bibliography
import Reporting
import Testing

@Suite struct EndNoteXMLReaderTests {
  private func read(_ xml: String) -> (items: [Item], findings: [String]) {
    var report = Report()
    let bytes = Array(xml.utf8)
    let items = Item.readEndNoteXML(bytes, path: "a.xml", report: &report)
    let findings = report.sorted.map {
      "\($0.code.rawValue) “\(String(decoding: bytes[$0.range.bytes], as: UTF8.self))”"
    }
    return (items, findings)
  }

  @Test func readsARecord() throws {
    let (items, findings) = read(
      """
      <?xml version="1.0"?><!DOCTYPE xml [<!ENTITY x "y>">]><!-- c -->
      <xml><records><record><label>key</label><ref-type name='Journal Article'>17</ref-type>
      <contributors><authors><author><style face="normal">Ahmad, A &amp; B</style></author>
      <author>Ministry,, Lahore</author></authors></contributors>
      <titles><title>On <style face="italic">E. coli </style>and H<style face="subscript">2</style>O
        &#xe9;</title><secondary-title><![CDATA[Br J <Cancer>]]></secondary-title></titles>
      <pages>943–7</pages><volume>112</volume><number>5</number>
      <dates><year>2015</year><pub-dates><date>Mar 3</date></pub-dates></dates>
      <keywords><keyword>one</keyword><keyword>two</keyword></keywords>
      <electronic-resource-num>10.1/x</electronic-resource-num>
      <urls><related-urls><url>https://example.org</url></related-urls></urls>
      </record></records></xml>
      """)
    #expect(findings == [])
    let item = try #require(items.first)
    #expect(
      item.text == [
        .title: "On <i>E. coli</i> and H<sub>2</sub>O é", .containerTitle: "Br J <Cancer>",
        .page: "943-7", .volume: "112", .issue: "5", .keyword: "one, two", .doi: "10.1/x",
        .url: "https://example.org",
      ])
    #expect(
      item[.author] == [
        PersonName(family: "Ahmad", given: "A & B"), PersonName(literal: "Ministry, Lahore"),
      ])
    #expect(item[.issued] == ItemDate(PartialDate(year: 2015, month: 3, day: 3)))
    #expect(item.type == .articleJournal)
  }

  @Test func namesWhatIsOdd() {
    #expect(read("").findings == ["xml-no-element “”"])
    #expect(read("<xml/>").findings == ["endnote-no-record “<xml/>”"])
    #expect(
      read("<xml><records><record><label>a</label><ref-type name='Scroll'/>").findings == [
        "xml-unclosed-element “<record>”", "endnote-unknown-type “<ref-type name='Scroll'/>”",
      ])
    #expect(
      read("<records><record><label>a < b</label></x></record></records>").findings == [
        "xml-syntax “<”", "xml-unexpected-end “</x>”",
      ])
  }

  @Test func tellsFormatsApart() {
    func format(_ path: String, _ text: String = "") -> BibliographyFormat? {
      BibliographyFormat(path: path, bytes: Array(text.utf8))
    }
    #expect(format("a/b.bib") == .bibTeX)
    #expect(format("refs.JSON") == .cslJSON)
    #expect(format("refs.ris") == .ris)
    #expect(format("refs.xml") == .endNoteXML)
    #expect(format("refs.txt", "\u{FEFF} TY  - JOUR") == .ris)
    #expect(format("refs", "@book{a}") == .bibTeX)
    #expect(format("refs", "[]") == .cslJSON)
    #expect(format("refs", "<xml/>") == .endNoteXML)
    #expect(format("refs.txt", "text") == nil)
    var report = Report()
    #expect(Item.read(Array("text".utf8), path: "refs.txt", report: &report) == [])
    #expect(report.diagnostics.map(\.code) == ["bibliography-unknown-format"])
  }
}

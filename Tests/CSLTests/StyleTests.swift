import CSL
import Reporting
import TestSupport
import Testing

@Suite struct StyleTests {
  private func expect(_ xml: String, _ expected: ExpectedDiagnostic...) {
    expectDiagnostics(in: ["a.csl": xml], expected) { files, report in
      for (path, bytes) in files { _ = Style(xml: bytes, path: path, report: &report) }
    }
  }

  private func style(_ content: String) -> String {
    "<style class=\"in-text\" version=\"1.0\">\(content)</style>"
  }

  private let citation = "<citation><layout/></citation>"

  @Test func knowsTheParentOfADependentStyle() throws {
    let xml = """
      <style xmlns="http://purl.org/net/xbiblio/csl" default-locale="fr-FR"><info><id>b</id>
      <title>B &amp; C</title><link href="http://example.org/a" rel="independent-parent"/></info></style>
      """
    var report = Report()
    let style = try #require(Style(xml: Array(xml.utf8), path: "b.csl", report: &report))
    #expect(style.parent == "http://example.org/a")
    #expect(style.title == "B & C")
    #expect(style.defaultLocale == "fr-FR")
    #expect(report.isEmpty)
  }

  @Test func readsReferencesThatAreEscapedTwice() throws {
    var style = SmallStyle()
    let affixes = #"prefix="&amp;#8211;&amp;#xA0;" suffix=" &amp;#; &amp;""#
    style.citation = "<text variable=\"title\" \(affixes)/>"
    #expect(
      try style.cite([.book("a", title: "T")], ["a"]) == ["(–\u{A0}T &amp;#; &amp;)"])
  }

  @Test func reportsIllFormedXML() {
    expect(
      "<style><citation>1️⃣</style>1️⃣",
      .init("1️⃣", "xml-syntax", "End tag does not match '<citation>'"))
    expect("1️⃣<style>1️⃣<citation/>", .init("1️⃣", "xml-syntax", "Element is not closed"))
    expect(
      "<style>1️⃣&secret;1️⃣</style>",
      .init("1️⃣", "xml-syntax", "Reference names no known entity"))
    expect("<style 1️⃣a1️⃣></style>", .init("1️⃣", "xml-syntax", "Attribute has no value"))
    expect(
      #"<style class="note" 1️⃣class1️⃣="note"></style>"#,
      .init("1️⃣", "xml-syntax", "Attribute stands twice"))
    expect(
      "<style>1️⃣&#1;1️⃣</style>", .init("1️⃣", "xml-syntax", "Reference names no known entity"))
    expect(
      "<style>1️⃣\u{1}1️⃣</style>", .init("1️⃣", "xml-syntax", "XML allows no control characters"))
  }

  @Test func refusesHugeTextsAndFiles() throws {
    let long = String(repeating: "x", count: 2001)
    expect(
      style("<locale><terms><term name=\"and\">1️⃣\(long)1️⃣</term></terms></locale>"),
      .init("1️⃣", "xml-syntax", "Text is longer than 2000 bytes"))
    expect(
      style("<citation><layout prefix=\"1️⃣\(long)1️⃣\"/></citation>"),
      .init("1️⃣", "xml-syntax", "Text is longer than 2000 bytes"))
    let texts = String(repeating: "<text/>", count: 20_000 - 3)
    expect(
      style("<citation><layout>\(texts)1️⃣<text1️⃣/></layout></citation>"),
      .init("1️⃣", "xml-syntax", "File has more than 20000 elements"))
  }

  @Test func followsNoDocumentType() {
    let xml = """
      <!DOCTYPE style [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
      <style><citation><layout><text value="1️⃣&secret;1️⃣"/></layout></citation></style>
      """
    expect(xml, .init("1️⃣", "xml-syntax", "Reference names no known entity"))
  }

  @Test func reportsTextThatIsNotUTF8() throws {
    var report = Report()
    let bytes = Array("<style>".utf8) + [0xFF] + Array("</style>".utf8)
    #expect(Style(xml: bytes, path: "a.csl", report: &report) == nil)
    let found = try #require(report.diagnostics.first)
    #expect(found.message == "Text is not UTF-8")
    #expect(found.range.bytes == 7..<8)
  }

  @Test func reportsDeepNesting() throws {
    var report = Report()
    let xml = String(repeating: "<group>", count: 100_000)
    #expect(Style(xml: Array(xml.utf8), path: "a.csl", report: &report) == nil)
    #expect(report.diagnostics.map(\.code.rawValue) == ["xml-syntax"])
  }

  @Test func reportsAnotherKindOfFile() {
    expect(
      "1️⃣<html>1️⃣</html>",
      .init("1️⃣", "style-root", "File is not a CSL style: its root is not 'style'"))
    expect(
      "1️⃣<style>1️⃣</style>",
      .init("1️⃣", "style-citation", "Style has neither a 'citation' nor an independent parent"))
  }

  @Test func reportsWhatAStyleDoesNotHave() {
    expect(
      style(#"<citation><layout><text macro="1️⃣title1️⃣"/></layout></citation>"#),
      .init("1️⃣", "macro-unknown", "Macro 'title' does not exist"))
    expect(
      style("1️⃣<citation>1️⃣</citation>"),
      .init("1️⃣", "layout-missing", "Citation or bibliography has no 'layout'"))
    expect(
      style(#"<citation><layout><text variable="1️⃣ttile1️⃣"/></layout></citation>"#),
      .init("1️⃣", "variable-unknown", "Variable 'ttile' is not one of CSL's", .warning))
    expect(
      style("1️⃣<macro>1️⃣</macro>" + citation),
      .init("1️⃣", "macro-name", "Macro without a name is ignored", .warning))
  }

  @Test func readsListsOverLines() {
    expect(
      style(
        "<citation><layout><names variable=\"author\n  editor\ttranslator\"/></layout></citation>"))
    expect(
      style("<citation><layout><names variable=\"1️⃣author\n ttile1️⃣\"/></layout></citation>"),
      .init("1️⃣", "variable-unknown", "Variable 'ttile' is not one of CSL's", .warning))
  }

  @Test func reportsMacrosThatCallThemselves() {
    let xml = style(
      """
      <macro name="a"><text macro="b"/></macro><macro name="b"><text macro="1️⃣a1️⃣"/></macro>\
      <citation><layout><text macro="a"/></layout></citation>
      """)
    expect(xml, .init("1️⃣", "macro-cycle", "Macro 'a' calls itself"))
  }

  @Test func reportsMacrosThatDouble() {
    let levels = (1...20).map { level in
      let call = "<text macro=\"m\(level - 1)\"/>"
      return "<macro name=\"m\(level)\">\(call)\(level == 11 ? "1️⃣\(call)1️⃣" : call)</macro>"
    }
    expect(
      style(#"<macro name="m0"><text value="x"/></macro>"# + levels.joined() + citation),
      .init(
        "1️⃣", "style-too-large",
        "Elements up to here come to more than 5000 with the macros that they call"))
  }

  @Test func reportsMacrosThatCallEachOtherTooDeep() {
    let levels = (1...5000).map { level in
      let call = "<text macro=\"m\(level - 1)\"/>"
      return "<macro name=\"m\(level)\">\(level == 100 ? "1️⃣\(call)1️⃣" : call)</macro>"
    }
    expect(
      style(#"<macro name="m0"><text value="x"/></macro>"# + levels.joined() + citation),
      .init(
        "1️⃣", "style-too-deep",
        "Elements nest deeper than 100 with the macros that they call"))
  }

  @Test func countsOneBranchOfAChoiceAndAllTexts() {
    let long = String(repeating: "x", count: 1600)
    let branch = "<if>" + String(repeating: "<text value=\"\(long)\"/>", count: 40) + "</if>"
    expect(style("<citation><layout><choose>\(branch)\(branch)</choose></layout></citation>"))
    expect(
      style(
        "<citation><layout><choose>\(branch)</choose>1️⃣<choose>1️⃣\(branch)</choose></layout></citation>"
      ),
      .init(
        "1️⃣", "style-too-large",
        "Elements up to here come to more than 5000 with the macros that they call"))
  }

  @Test func reportsWhatWouldBeLeftOut() {
    expect(
      style("<citation><layout>1️⃣<txt>1️⃣</txt><cs:txt/></layout></citation>"),
      .init(
        "1️⃣", "element-unknown", "Element 'txt' has no place in 'layout' and is left out",
        .warning))
    expect(
      style("<citation><layout/>1️⃣<layout>1️⃣</layout></citation>"),
      .init("1️⃣", "element-repeated", "'layout' stands here a second time"))
    expect(
      style(#"<macro name="a"/>1️⃣<macro name="a">1️⃣</macro>"# + citation),
      .init("1️⃣", "element-repeated", "'macro name=\"a\"' stands here a second time"))
    expect(
      style("<citation><layout><group/>1️⃣ and 1️⃣</layout></citation>"),
      .init("1️⃣", "text-ignored", "Text between elements is left out", .warning))
    expect(
      style(#"<citation and="1️⃣plus1️⃣"><layout/></citation>"#),
      .init("1️⃣", "attribute-value", "'plus' is no value of 'and' and is ignored", .warning))
    expect(
      style(#"<citation et-al-min="1️⃣-31️⃣"><layout/></citation>"#),
      .init(
        "1️⃣", "attribute-number", "'-3' is no number that 'et-al-min' can have", .warning))
    expect(style(#"<citation et-al-min=" 3 "><layout/></citation>"#))
  }

  @Test func reportsOddTerms() {
    expect(
      style(#"<locale><terms>1️⃣<term>1️⃣x</term></terms></locale>"# + citation),
      .init("1️⃣", "term-name", "Term without a name is ignored", .warning))
    expect(
      style(#"<locale><terms><term name="and" form="1️⃣tiny1️⃣">x</term></terms></locale>"# + citation),
      .init("1️⃣", "term-form", "Term form 'tiny' is not one of CSL's", .warning))
  }

  @Test func refusesALocaleThatIsNone() {
    expectDiagnostics(
      in: ["a.xml": "1️⃣<style>1️⃣</style>"],
      .init("1️⃣", "locale-root", "File is not a CSL locale: its root is not 'locale'")
    ) { files, report in
      for (path, bytes) in files { _ = Locale(xml: bytes, path: path, report: &report) }
    }
  }
}

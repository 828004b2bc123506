import Import
import Reporting
import TestSupport
import Testing

@Suite struct MarkupReaderTests {
  private func read(_ bytes: [UInt8], keeping kept: Set<String> = []) throws -> MarkupElement {
    var report = Report()
    let element = MarkupElement(xml: bytes, path: "a.xml", keeping: kept, report: &report)
    #expect(report.diagnostics == [])
    return try #require(element)
  }

  private func read(_ xml: String) throws -> MarkupElement { try read(Array(xml.utf8)) }

  @Test func readsElementsAttributesAndText() throws {
    let root = try read(
      """
      <?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><!-- before -->
      <a:root xmlns:l="http://www.w3.org/1999/xlink" l:href='x &amp; y'><b/>one <!-- gone -->two<![CDATA[ <3 ]]>
      </a:root>
      """)
    #expect(root.name == "root")
    #expect(root.attribute("xlink:href") == "x & y")
    #expect(root.elements.map(\.name) == ["b"])
    #expect(root.content == "one two <3")
  }

  @Test(arguments: [
    ("&#xE9;&#233;&eacute;&Sigma;&lt;", "éééΣ<"), ("a\r\nb\rc", "a\nb\nc"),
  ]) func decodes(text: String, as expected: String) throws {
    #expect(try read("<a>\(text)</a>").text == expected)
  }

  @Test func readsOtherEncodings() throws {
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9, 0x93]
    #expect(try read(latin + Array("</a>".utf8)).text == "é“")
    let wide = Array("<a>é</a>".utf16)
    #expect(
      try read([0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }).text == "é")
    #expect(
      try read([0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }).text == "é")
  }

  /// Places are those of the file, whatever its encoding.
  @Test func namesPlacesInOtherEncodings() throws {
    let words = String(repeating: "é😀", count: 2_000)
    let text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>\(words)&mine;"
    let wide: [UInt8] =
      [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    for (file, unit) in [(latin, 1), (wide, 2)] {
      var report = Report()
      _ = MarkupElement(xml: file, path: "a.xml", report: &report)
      let place = try #require(report.diagnostics.first { $0.code == "xml-entity-unknown" }).range
      #expect(place.bytes.count == 6 * unit)
      #expect(place.bytes.upperBound == file.count)
      let end = try #require(report.diagnostics.first { $0.code == "xml-malformed" }).range
      #expect(file[end.bytes].filter { $0 != 0 } == Array("<a".utf8))
    }
  }

  @Test func keepsWhatIsEmbeddedAsItStands() throws {
    let root = try read(Array("<a><embed n='1'>QUJD\n</embed></a>".utf8), keeping: ["embed"])
    let embed = try #require(root.first("embed"))
    #expect(Array(embed.bytes) == Array("QUJD\n".utf8))
    #expect(embed.text == "")
    #expect(embed.attribute("n") == "1")
  }

  @Test(arguments: [
    ("<a><b>1️⃣</a>", "'</a>' does not close '<b>'"),
    ("1️⃣<a>", "the element 'a' has no end"),
    ("<a/>1️⃣<b/>", "a second root element begins"),
    ("<a/>1️⃣text", "text stands outside of the elements"),
    ("<a 1️⃣x/>", "an attribute has no value"),
    ("<a 1️⃣x=y/>", "the value of an attribute is not quoted"),
    ("<a 1️⃣x=\"y/>", "the value of an attribute has no end"),
    ("<a>1️⃣& b</a>", "'&' begins no reference"),
    ("<a>1️⃣&#xD800;</a>", "'&#xD800;' is no character"),
    ("1️⃣", "the file has no element"),
    ("1️⃣<!DOCTYPE a", "the document type has no end"),
    ("1️⃣<!-- a", "the markup has no end"),
    ("<a>1️⃣< b</a>", "'<' begins no element"),
  ]) func refuses(xml: String, because problem: String) {
    expectDiagnostics(
      in: ["a.xml": xml], .init("1️⃣", "xml-malformed", "XML cannot be read: \(problem)")
    ) { files, report in
      for (path, bytes) in files { _ = MarkupElement(xml: bytes, path: path, report: &report) }
    }
  }

  @Test func namesCharactersAndEntitiesThatXMLDoesNotHave() {
    expectDiagnostics(
      in: ["a.xml": "<a>1️⃣\u{B}x\u{B}\u{FFFF}&#xFFFE;\u{FEFF}2️⃣&mine;&mine;</a>"],
      .init(
        "1️⃣", "xml-control-character",
        "Characters that XML does not allow are left out", .warning),
      .init(
        "2️⃣", "xml-entity-unknown", "Entity 'mine' is not known and stays as it is", .warning)
    ) { files, report in
      for (path, bytes) in files {
        let element = MarkupElement(xml: bytes, path: path, report: &report)
        #expect(element?.text == "x\u{FEFF}&mine;&mine;")
      }
    }
  }

  @Test func refusesWhatIsNestedTooDeep() {
    var report = Report()
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(MarkupElement(xml: Array(deep.utf8), path: "a.xml", report: &report) == nil)
    #expect(
      report.diagnostics.map(\.message)
        == ["XML cannot be read: elements are nested more than 200 deep"])
  }
}

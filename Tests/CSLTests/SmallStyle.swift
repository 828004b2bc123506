import Bibliography
import CSL
import Reporting
import Testing

/// A style written in a test: the layouts, and whatever stands beside them.
struct SmallStyle {
  var attributes = #"class="in-text""#
  var locale = ""
  var macros = ""
  var citationAttributes = ""
  var citation = #"<text variable="title"/>"#
  var citationLayout = #"prefix="(" suffix=")" delimiter="; ""#
  var bibliographyAttributes = ""
  var bibliography = ""
  var bibliographyLayout = ""
  var language: String?
  var overrides: [String] = []

  private var xml: String {
    let entries =
      bibliography.isEmpty
      ? ""
      : "<bibliography \(bibliographyAttributes)>\(layout(bibliography, bibliographyLayout))</bibliography>"
    return """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" \(attributes)>
      <info><id>small</id><title>Small</title></info>\(locale)\(macros)
      <citation \(citationAttributes)>\(layout(citation, citationLayout))</citation>\(entries)</style>
      """
  }

  /// A `cs:sort` stands in front of the layout.
  private func layout(_ content: String, _ attributes: String) -> String {
    guard let end = content.firstRange(of: "</sort>") else {
      return "<layout \(attributes)>\(content)</layout>"
    }
    return content[..<end.upperBound]
      + "<layout \(attributes)>\(content[end.upperBound...])</layout>"
  }

  func processor(for type: ItemType? = nil) throws -> Processor {
    var report = Report()
    let style = try #require(Style(xml: Array(xml.utf8), path: "small.csl", report: &report))
    #expect(report.isEmpty)
    let locales = try [SmallLocale.english, SmallLocale.german].map { xml in
      try #require(Locale(xml: Array(xml.utf8), path: "locale.xml", report: &report))
    }
    let changes = try overrides.map { xml in
      try #require(Locale(xml: Array(xml.utf8), path: "override.xml", report: &report))
    }
    return Processor(
      style: style, locales: locales, language: language, overrides: changes, type: type)
  }

  /// Citations as HTML, each of the ids given for it.
  func cite(_ items: [Item], _ citations: [String]...) throws -> [String] {
    let document = CitedDocument(
      items: items, citations: citations.map { Citation(cites: $0.map { Cite(id: $0) }) })
    return try format(document, items).citations.map(\.html)
  }

  /// The bibliography of all items as HTML.
  func entries(_ items: [Item], numbered: Bool = true) throws -> [String] {
    var document = CitedDocument(items: items, includesUncited: true)
    document.numbersEntries = numbered
    return try format(document, items).bibliography.map(\.text.html)
  }

  /// A processor for works of one type has to agree with one for all.
  private func format(_ document: CitedDocument, _ items: [Item]) throws -> FormattedDocument {
    let formatted = try processor().format(document)
    if let type = items.first?.type, items.allSatisfy({ $0.type == type }) {
      #expect(try processor(for: type).format(document) == formatted)
    }
    return formatted
  }
}

/// Locales of our own, with the few terms that the tests need.
enum SmallLocale {
  static let english = """
    <locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
    <style-options punctuation-in-quote="true"/>
    <date form="text"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/>
    <date-part name="year"/></date>
    <date form="numeric"><date-part name="month" form="numeric-leading-zeros" suffix="/"/>
    <date-part name="day" form="numeric-leading-zeros" suffix="/"/><date-part name="year"/></date>
    <terms><term name="and">and</term><term name="et-al">et al.</term><term name="ibid">ibid.</term>
    <term name="open-quote">“</term><term name="close-quote">”</term>
    <term name="open-inner-quote">‘</term><term name="close-inner-quote">’</term>
    <term name="page-range-delimiter">–</term><term name="no date" form="short">n.d.</term>
    <term name="ordinal">th</term><term name="ordinal-01">st</term><term name="ordinal-02">nd</term>
    <term name="ordinal-03">rd</term><term name="ordinal-11">th</term>
    <term name="ordinal-12">th</term><term name="ordinal-13">th</term>
    <term name="long-ordinal-02">second</term>
    <term name="editor"><single>editor</single><multiple>editors</multiple></term>
    <term name="editor" form="short"><single>ed.</single><multiple>eds.</multiple></term>
    <term name="editortranslator" form="short"><single>ed. &amp; tran.</single>
    <multiple>eds. &amp; trans.</multiple></term>
    <term name="editortranslator"><single>editor &amp; translator</single>
    <multiple>editors &amp; translators</multiple></term>
    <term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term>
    <term name="page"><single>page</single><multiple>pages</multiple></term>
    <term name="edition" form="short">ed.</term>
    <term name="ad"> AD</term><term name="bc"> BC</term>
    <term name="month-03">March</term><term name="month-05">May</term>
    <term name="month-03" form="short">Mar.</term><term name="month-06">June</term>
    <term name="season-01">Spring</term></terms></locale>
    """

  static let german = """
    <locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="de-DE">
    <style-options punctuation-in-quote="false"/>
    <date form="text"><date-part name="day" form="ordinal" suffix=" "/>
    <date-part name="month" suffix=" "/><date-part name="year"/></date>
    <terms><term name="and">und</term><term name="et-al">u. a.</term><term name="ordinal">.</term>
    <term name="open-quote">„</term><term name="close-quote">“</term>
    <term name="editor">Herausgeber</term><term name="month-03">März</term></terms></locale>
    """
}

extension Item {
  /// A book with the fields that most tests need.
  static func book(
    _ id: String, _ authors: [PersonName] = [], _ year: Int? = nil, title: String? = nil,
    change: (inout Item) -> Void = { _ in }
  ) -> Item {
    var item = Item(id: id, type: .book)
    item[.author] = authors
    item[.issued] = year.map { ItemDate(PartialDate(year: $0)) }
    item[.title] = title
    change(&item)
    return item
  }
}

extension PersonName {
  /// "Ada Lovelace": the last word is the family name.
  static func named(_ name: String) -> PersonName {
    let words = name.split(separator: " ")
    return PersonName(
      family: words.last.map(String.init) ?? "", given: words.dropLast().joined(separator: " "))
  }
}

import Bibliography
import CSL
import Foundation
import Reporting
import Testing

/// Formats with the styles of the system's package, where it is installed.
@Suite struct DebianStyleTests {
  private static let folder = "/usr/share/citation-style-language"
  private static var isInstalled: Bool {
    FileManager.default.fileExists(atPath: folder + "/styles/chicago-author-date.csl")
      && FileManager.default.fileExists(atPath: folder + "/locales/locales-en-US.xml")
  }

  private func processor(_ name: String, overrides: [CSL.Locale] = []) throws -> Processor {
    var report = Report()
    func bytes(_ path: String) throws -> [UInt8] {
      Array(try Data(contentsOf: URL(filePath: DebianStyleTests.folder + path)))
    }
    let style = try #require(
      Style(xml: try bytes("/styles/\(name).csl"), path: name, report: &report))
    let locales = try ["en-US", "en-GB"].map { language in
      try #require(
        CSL.Locale(
          xml: try bytes("/locales/locales-\(language).xml"), path: language, report: &report))
    }
    #expect(!report.hasErrors)
    return Processor(style: style, locales: locales, language: nil, overrides: overrides)
  }

  /// An article without volume and issue, as an imported journal has it.
  private func article(_ author: PersonName) -> Item {
    var item = Item(id: "a", type: .articleJournal)
    item[.author] = [author]
    item[.title] =
      "The U.S. Withdrawal from Afghanistan and the Escalation of Anti-Pakistan Sentiment: "
      + "Analyzing Causes and Exploring Solutions"
    item[.containerTitle] = "Al-Qamar"
    item[.issued] = ItemDate(PartialDate(year: 2024, month: 6))
    item[.page] = "30-54"
    return item
  }

  private func entry(_ item: Item, _ processor: Processor) -> FormattedText {
    let document = CitedDocument(items: [item], includesUncited: true)
    return processor.format(document).bibliography.first?.text ?? FormattedText()
  }

  @Test(.enabled(if: isInstalled)) func followsOJSWhereALocaleOverrides() throws {
    var report = Report()
    let xml = """
      <locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0">
      <style-options punctuation-in-quote="false"/>
      <terms><term name="page-range-delimiter">-</term></terms></locale>
      """
    let override = try #require(
      CSL.Locale(xml: Array(xml.utf8), path: "ojs.xml", report: &report))
    let item = article(PersonName(literal: "Mati -Ur- Rehman Bajwa"))
    let text = entry(item, try processor("chicago-author-date", overrides: [override]))
    #expect(
      text.plain == """
        Mati -Ur- Rehman Bajwa. 2024. “The U.S. Withdrawal from Afghanistan and the Escalation of \
        Anti-Pakistan Sentiment: Analyzing Causes and Exploring Solutions”. Al-Qamar, June, 30-54.
        """)
  }

  @Test(.enabled(if: isInstalled)) func followsChicagoOtherwise() throws {
    let item = article(PersonName(family: "Bajwa", given: "Mati-ur-Rehman"))
    #expect(
      entry(item, try processor("chicago-author-date")).html == """
        Bajwa, Mati-ur-Rehman. 2024. “The U.S. Withdrawal from Afghanistan and the Escalation of \
        Anti-Pakistan Sentiment: Analyzing Causes and Exploring Solutions.” <i>Al-Qamar</i>, June, \
        30–54.
        """)
  }

  @Test(
    .enabled(if: isInstalled),
    arguments: [
      (
        "apa",
        "Bajwa, M.-R., &amp; Rahman, T. (2024). The causes. <i>Al-Qamar</i>, <i>7</i>(2), 30–54. "
          + #"<a href="https://doi.org/10.1000/q">https://doi.org/10.1000/q</a>"#
      ),
      (
        "modern-language-association",
        "Bajwa, Mati-ur-Rehman, and Tariq Rahman. “The Causes.” <i>Al-Qamar</i>, vol. 7, no. 2, "
          + #"June 2024, pp. 30–54, <a href="https://doi.org/10.1000/q">https://doi.org/10.1000/q</a>."#
      ),
      (
        "harvard-cite-them-right",
        "Bajwa, M.-R. and Rahman, T. (2024) ‘The causes’, <i>Al-Qamar</i>, 7(2), pp. 30–54. "
          + #"Available at: <a href="https://doi.org/10.1000/q">https://doi.org/10.1000/q</a>."#
      ),
    ])
  func formatsAnArticle(style: String, expected: String) throws {
    var item = article(PersonName(family: "Bajwa", given: "Mati-ur-Rehman"))
    item[.author].append(.named("Tariq Rahman"))
    item[.title] = "The causes"
    item[.volume] = "7"
    item[.issue] = "2"
    item[.doi] = "10.1000/q"
    #expect(entry(item, try processor(style)).html == expected)
  }
}

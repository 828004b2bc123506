import Import
import Reporting
import TestSupport
import Testing

/// Dates of references in JATS.
@Suite struct JATSDateTests {
  /// The reference with these fields as the importer writes it, but for its title.
  private func reference(_ fields: String, _ report: inout Report) -> String {
    let files = contentFiles(
      fromJATS: Array(
        """
        <article><front><article-meta><title-group><article-title>T</article-title></title-group>
        </article-meta></front><back><ref-list><ref id="r"><element-citation
        publication-type="book"><source>S</source>\(fields)</element-citation></ref></ref-list>
        </back></article>
        """.utf8), path: "a.xml", folder: "", resource: { _ in nil }, report: &report)
    let json = files.first { $0.path == "t.json" }.map { String(decoding: $0.bytes, as: UTF8.self) }
    let line = json?.split(separator: "\n").first { $0.contains("issued") }
    return String((line ?? "").drop { $0 == " " })
  }

  @Test(arguments: [
    ("<year>1999</year><month>05</month><day>06</day>", #"{"date-parts": [[1999, 5, 6]]}"#),
    ("<month>May</month><year>1999</year>", #"{"date-parts": [[1999, 5]]}"#),
    ("<month>May–Jun</month><year>1999</year>", #"{"date-parts": [[1999, 5], [1999, 6]]}"#),
    ("<season>May-Jun</season><year>1999</year>", #"{"date-parts": [[1999, 5], [1999, 6]]}"#),
    ("<year>2001</year><season>Spring</season>", #"{"date-parts": [[2001]], "season": 1}"#),
    ("<year iso-8601-date=\"-0044\">-45</year>", #"{"date-parts": [[-45]]}"#),
    ("<year>in press</year>", #"{"literal": "in press"}"#),
    ("<date><year>1999</year><month>5</month></date>", #"{"date-parts": [[1999, 5]]}"#),
    (
      "<string-date>on <day>6</day> <month>May</month> <year>1999</year></string-date>",
      #"{"date-parts": [[1999, 5, 6]]}"#
    ),
    ("<string-date>6 May 1999</string-date>", #"{"date-parts": [[1999, 5, 6]]}"#),
    ("<string-date>forthcoming</string-date>", #"{"literal": "forthcoming"}"#),
  ]) func readsDates(fields: String, json: String) {
    var report = Report()
    #expect(reference(fields, &report) == "\"issued\": \(json),")
    #expect(report.diagnostics == [])
  }

  @Test func namesWhatIsNoDate() {
    var report = Report()
    #expect(
      reference(
        "<year>1999</year><month>Michaelmas</month><season>Lent</season><day>ides</day>", &report)
        == #""issued": {"date-parts": [[1999]]},"#)
    #expect(
      report.diagnostics.map(\.message)
        == ["month", "season", "day"].map {
          "Field '\($0)' has no place in the content"
        })
  }
}

import Reporting
import Testing

@testable import Prose

/// What cmark is asked for only where a text seems to want it.
@Suite struct TextWorkTests {
  @Test(
    arguments: [
      ("a -- b", "<p>a – b</p>\n"), ("It's \"so\"", "<p>It’s “so”</p>\n"),
      ("a... b", "<p>a… b</p>\n"), ("a. b-c", "<p>a. b-c</p>\n"),
      // Two hyphens in a line that could rule off a table, and does not.
      ("|--", "<p>|–</p>\n"),
      ("a&#64;example.org", "<p><a href=\"mailto:a@example.org\">a@example.org</a></p>\n"),
      ("www.example.org", "<p><a href=\"http://www.example.org\">www.example.org</a></p>\n"),
      ("a@b", "<p>a@b</p>\n"),
    ])
  func leavesNothingOutThatATextAsksFor(text: String, html: String) {
    var report = Report()
    let document = Document(reading: Array(text.utf8), path: "a.md", report: &report)
    #expect(String(decoding: document.html().body, as: UTF8.self) == html)
  }

  @Test func asksForNothingWhereATableIsRuledOff() {
    let text = Array("A. b\n\n| a |\n|---|\n| b |\n".utf8)
    let work = TextWork(for: .scholarly).seeming(in: text, hasBareAddresses: false)
    #expect(!work.addresses && !work.punctuation)
  }
}

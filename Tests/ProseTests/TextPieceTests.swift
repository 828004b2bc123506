import Reporting
import Testing

@testable import Prose

@Suite struct TextPieceTests {
  @Test func makesOneTextOfTheLinesOfAParagraph() {
    #expect(
      read("One *two*\nthree\nfour") == [
        Inline(.text("One "), at: 0..<4),
        Inline(.emphasis([Inline(.text("two"), at: 5..<8)]), at: 4..<9),
        Inline(.text("\nthree\nfour"), at: 10..<20),
      ])
  }

  @Test func setsTheEndOfALineAloneBehindWhatEndsThere() {
    #expect(
      read("`one`\n`two`") == [
        Inline(.code("one"), at: 1..<4), Inline(.text("\n"), at: 4..<4),
        Inline(.code("two"), at: 7..<10),
      ])
  }

  @Test func printsLinesAsOneWhereMarkupGoes() {
    #expect(read("One\ntwo  \n*three\nfour*").plainText == "One two three four")
  }

  private func read(_ markdown: String) -> [Inline] {
    var report = Report()
    let document = Document(reading: Array(markdown.utf8), path: "a.md", report: &report)
    guard case .paragraph(let inlines)? = document.blocks.first?.kind else { return [] }
    return inlines
  }
}

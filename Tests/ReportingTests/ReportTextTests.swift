import Reporting
import TestSupport
import Testing

@Suite struct ReportTextTests {
  @Test func showsPlaceMessageLineCaretNoteAndHint() {
    let source = MarkedText("title: A\nauthor: 1️⃣Ada1️⃣\nauthor: 2️⃣Bob2️⃣\n")
    let report = Report([
      Diagnostic(
        .error, "key-twice", "Key 'author' occurs twice", at: range("2️⃣", of: source),
        notes: [.init("the first is here", at: range("1️⃣", of: source))],
        hint: "Remove one of the two")
    ])
    expectEqualLines(
      report.text { _ in source.bytes },
      """
      a.md:3:9: error: Key 'author' occurs twice [key-twice]
        author: Bob
                ^~~
      a.md:2:9: note: the first is here
        author: Ada
                ^~~
        hint: Remove one of the two

      """, "text")
  }

  @Test func sortsByPathThenPlace() {
    let report = Report([
      Diagnostic(.warning, "c", "third", at: SourceRange(path: "b.md", bytes: 0..<1)),
      Diagnostic(.error, "b", "second", at: SourceRange(path: "a.md", bytes: 2..<3)),
      Diagnostic(.error, "a", "first", at: SourceRange(path: "a.md", bytes: 1..<2)),
    ])
    let text = report.text { _ in Array("xyz".utf8) }
    expectEqualLines(
      text,
      """
      a.md:1:2: error: first [a]
        xyz
         ^
      a.md:1:3: error: second [b]
        xyz
          ^
      b.md:1:1: warning: third [c]
        xyz
        ^

      """, "text")
  }

  @Test func showsAHundredOfAKindInAFileAndCountsTheRest() {
    let report = Report(
      (0..<300_000).map {
        Diagnostic(.error, "a-b", "Bad", at: SourceRange(path: "a.xml", bytes: $0..<$0 + 1))
      } + [Diagnostic(.error, "c", "Worse", at: SourceRange(path: "b.xml", bytes: 0..<1))])
    let text = report.text { _ in Array(String(repeating: "é", count: 150_000).utf8) }
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasSuffix("error: Bad [a-b]") } == 100)
    #expect(lines[300] == "a.xml: and 299900 more of this kind [a-b]")
    #expect(lines[301] == "b.xml:1:1: error: Worse [c]")
  }

  @Test func findsPlacesInOneLongLine() {
    let source = MarkedText(
      String(repeating: "é", count: 700_000) + "1️⃣bad1️⃣" + String(repeating: "ü", count: 700_000))
    let report = Report([Diagnostic(.error, "x", "Bad", at: range("1️⃣", of: source))])
    expectEqualLines(
      report.text { _ in source.bytes },
      """
      a.md:1:700001: error: Bad [x]
        …\(String(repeating: "é", count: 40))bad\(String(repeating: "ü", count: 53))…
         \(String(repeating: " ", count: 40))^~~

      """, "text")
  }

  @Test func countsColumnsInScalarsAndSetsTheCaretInTerminalColumns() {
    let source = MarkedText("\tعنوانُ 漢字 1️⃣bad1️⃣")
    let report = Report([Diagnostic(.error, "x", "Bad", at: range("1️⃣", of: source))])
    expectEqualLines(
      report.text { _ in source.bytes },
      """
      a.md:1:12: error: Bad [x]
         عنوانُ 漢字 bad
                    ^~~

      """, "text")
  }

  @Test func shortensAParagraphAroundTheMarkedText() {
    let source = MarkedText(
      String(repeating: "a", count: 200) + "1️⃣b1️⃣" + String(repeating: "c", count: 200))
    let report = Report([Diagnostic(.error, "x", "Bad", at: range("1️⃣", of: source))])
    expectEqualLines(
      report.text { _ in source.bytes },
      """
      a.md:1:201: error: Bad [x]
        …\(String(repeating: "a", count: 40))b\(String(repeating: "c", count: 55))…
        \(String(repeating: " ", count: 41))^

      """, "text")
  }

  @Test func leavesOutTheMiddleOfWhatAMessageQuotesAtLength() {
    let quoted = String(repeating: "ا", count: 1_000) + String(repeating: "b", count: 2_000)
    let diagnostic = Diagnostic(
      .error, "date-form", "'\(quoted)' is no date", at: SourceRange(path: "a.md", bytes: 0..<1))
    #expect(
      diagnostic.message == "'" + String(repeating: "ا", count: 399) + " … "
        + String(repeating: "b", count: 388) + "' is no date")
  }

  @Test func namesAMissingFileWithoutLineAndAWholeFileWithoutExcerpt() {
    let report = Report([
      Diagnostic(.error, "gone", "File is missing", at: SourceRange(startOf: "a.md")),
      Diagnostic(.error, "whole", "File is empty", at: SourceRange(startOf: "b.md")),
    ])
    let text = report.text { $0 == "b.md" ? [] : nil }
    expectEqualLines(
      text,
      """
      a.md: error: File is missing [gone]
      b.md:1:1: error: File is empty [whole]

      """, "text")
  }

  @Test func showsControlCharactersInsteadOfSendingThem() {
    let report = Report([
      Diagnostic(
        .error, "x", "Odd '\u{1B}[2J'", at: SourceRange(path: "a\u{7}.md", bytes: 0..<1),
        hint: "Remove '\u{202E}'")
    ])
    let text = report.text { _ in Array("\u{1B}[31m".utf8) }
    expectEqualLines(
      text,
      """
      a␇.md:1:1: error: Odd '␛[2J' [x]
        ␛[31m
        ^
        hint: Remove '\u{FFFD}'

      """, "text")
  }

  @Test func colorsSeverityPlaceAndMarker() {
    let report = Report([
      Diagnostic(.warning, "x", "Odd", at: SourceRange(path: "a.md", bytes: 0..<1))
    ])
    let text = report.text(colored: true) { _ in Array("o".utf8) }
    #expect(
      text == "\u{1B}[1ma.md:1:1:\u{1B}[0m \u{1B}[1;33mwarning:\u{1B}[0m Odd [x]\n"
        + "  o\n  \u{1B}[1;32m^\u{1B}[0m\n")
  }

  @Test(arguments: [
    (0, 0, "no problems"), (1, 0, "1 error"), (0, 2, "2 warnings"), (2, 1, "2 errors, 1 warning"),
  ])
  func summarizesInWords(errors: Int, warnings: Int, words: String) {
    let place = SourceRange(startOf: "a.md")
    let report = Report(
      Array(repeating: Diagnostic(.error, "e", "E", at: place), count: errors)
        + Array(repeating: Diagnostic(.warning, "w", "W", at: place), count: warnings))
    #expect(report.summary == words)
  }

  @Test func makesWarningsErrorsWhenStrict() {
    let report = Report([
      Diagnostic(.warning, "w", "W", at: SourceRange(startOf: "a.md"))
    ])
    #expect(!report.hasErrors)
    #expect(report.strict.hasErrors)
    #expect(report.strict.diagnostics.map(\.code) == ["w"])
  }

  private func range(_ mark: Character, of source: MarkedText) -> SourceRange {
    let offsets = source.offsets[mark, default: [0, 0]]
    return SourceRange(path: "a.md", bytes: offsets[0]..<offsets[1])
  }
}

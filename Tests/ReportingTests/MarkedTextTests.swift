import Reporting
import TestSupport
import Testing

/// The helpers every other suite rests on.
@Suite struct MarkedTextTests {
  @Test func stripsMarksAndKeepsTheirByteOffsets() {
    let marked = MarkedText("é1️⃣b2️⃣c1️⃣ 3")
    #expect(marked.text == "ébc 3")
    #expect(marked.offsets == ["1️⃣": [2, 4], "2️⃣": [3]])
  }

  @Test func acceptsTheWholeReportOfAReader() {
    expectDiagnostics(
      in: ["a.md": "x 1️⃣y1️⃣"], .init("1️⃣", "odd", "Odd 'y'", hint: "Mend it")
    ) { files, report in
      #expect(files == ["a.md": Array("x y".utf8)])
      report.add(oddY)
    }
  }

  @Test(arguments: [
    ("x 1️⃣y", "Odd 'z'", "- a.md:1:3: error: Odd 'z' [odd]\n+ a.md:1:3: error: Odd 'y' [odd]"),
    ("1️⃣x y", "Odd 'y'", "- a.md:1:1: error: Odd 'y' [odd]\n+ a.md:1:3: error: Odd 'y' [odd]"),
  ])
  func refusesAReportWithAnotherMessageOrPlace(text: String, message: String, difference: String) {
    let found = differenceOfDiagnostics(in: ["a.md": text], [.init("1️⃣", "odd", message)]) {
      _, report in report.add(oddY)
    }
    #expect(found.description == difference)
  }

  @Test func refusesAFindingNobodyExpects() {
    let found = differenceOfDiagnostics(in: ["a.md": "x y"], []) { _, report in report.add(oddY) }
    #expect(found.description == "- \n+ a.md:1:3: error: Odd 'y' [odd]")
  }

  @Test func showsOnlyTheLinesThatDiffer() {
    let difference = LineDifference(
      from: "a\nb\nc\nd\ne\nf\ng\nh", to: "a\nb\nc\nd\nE\nf\ng\nh")
    #expect(difference.description == "…\n  c\n  d\n- e\n+ E\n  f\n  g\n…")
    #expect(LineDifference(from: "a", to: "a").isEmpty)
  }

  private var oddY: Diagnostic {
    Diagnostic(
      .error, "odd", "Odd 'y'", at: SourceRange(path: "a.md", bytes: 2..<3), hint: "Mend it")
  }
}

import Foundation
import SitePipeline
import TestSupport
import Testing

private var isInstalled: Bool { (try? FormulaConverter()) != nil }

@Suite struct FormulaConverterTests {
  @Test(.enabled(if: isInstalled)) func givesMathMLOrTheReasonForEachFormula() throws {
    let good = Formula(tex: #"\frac{a}{b} < 1"#, isDisplayed: false)
    let displayed = Formula(tex: "x", isDisplayed: true)
    let bad = Formula(tex: #"\undefined"#, isDisplayed: false)
    let table = try withTemporaryFolder { folder in
      try FormulaConverter().convert([good, displayed, bad], in: folder)
    }
    #expect(
      table[good]
        == .mathML(
          #"<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mfrac><mi>a</mi>"#
            + #"<mi>b</mi></mfrac><mo>&lt;</mo><mn>1</mn></mrow><annotation "#
            + #"encoding="application/x-tex">\frac{a}{b} &lt; 1</annotation></semantics></math>"#))
    #expect(
      table[displayed]
        == .mathML(
          #"<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><semantics><mrow>"#
            + #"<mi>x</mi></mrow><annotation encoding="application/x-tex">x</annotation>"#
            + "</semantics></math>"))
    #expect(
      table[bad]
        == .failed(#"Undefined control sequence: \undefined at position 1: \undefined"#))
  }

  @Test(.enabled(if: isInstalled)) func letsNoFormulaRunWild() throws {
    let hostile = [
      #"\href{javascript:alert(1)}{x}"#, #"\def\a{\a\a}\a"#, #"\htmlStyle{color:red}{x}"#,
      #"\includegraphics{https://example.org/x.png}"#, "\u{0}</math><script>",
    ].map { Formula(tex: $0, isDisplayed: false) }
    let table = try withTemporaryFolder { folder in
      try FormulaConverter().convert(hostile, in: folder)
    }
    for formula in hostile {
      guard case .mathML(let text)? = table[formula] else { continue }
      #expect(!text.contains("href="))
      #expect(!text.contains("style="))
      #expect(!text.contains("src="))
      #expect(!text.contains("<script"))
    }
  }

  @Test func saysWhenTheProgramsAreMissing() {
    #expect(throws: FormulaConverter.Failure.missing) {
      try FormulaConverter(programs: [], modules: [])
    }
  }
}

@Suite struct FormulaTableTests {
  @Test func isStoredInAnOrderOfItsOwn() {
    let a = Formula(tex: "a", isDisplayed: false)
    let b = Formula(tex: #"\b"#, isDisplayed: true)
    let table = FormulaTable([a: .mathML("<math/>"), b: .failed("no")])
    #expect(
      String(decoding: table.stored, as: UTF8.self) == #"""
        {"display":true,"problem":"no","tex":"\\b"}
        {"display":false,"mathML":"<math/>","tex":"a"}

        """#)
    let read = FormulaTable(stored: table.stored + Array("damaged\n".utf8))
    #expect(read[a] == .mathML("<math/>"))
    #expect(read[b] == .failed("no"))
    #expect(read.count == 2)
  }
}

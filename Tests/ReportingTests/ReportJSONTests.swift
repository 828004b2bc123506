import Reporting
import TestSupport
import Testing

@Suite struct ReportJSONTests {
  @Test func givesEveryFieldAndEscapesText() {
    let report = Report([
      Diagnostic(
        .error, "title-quote", "Title \"A\\B\"\u{1}\n", at: SourceRange(path: "a.md", bytes: 2..<4),
        notes: [.init("first", at: SourceRange(path: "a.md", bytes: 0..<1))], hint: "Mend it"),
      Diagnostic(.warning, "gone", "File is missing", at: SourceRange(startOf: "b.md")),
    ])
    expectEqualLines(
      report.json { $0 == "a.md" ? Array("x\nyzw".utf8) : nil },
      #"""
      {"errors": 1, "warnings": 1, "diagnostics": [
        {"severity": "error", "code": "title-quote", "message": "Title \"A\\B\"\u0001\n", "path": "a.md", "line": 2, "column": 1, "endLine": 2, "endColumn": 3, "notes": [{"message": "first", "path": "a.md", "line": 1, "column": 1, "endLine": 1, "endColumn": 2}], "hint": "Mend it"},
        {"severity": "warning", "code": "gone", "message": "File is missing", "path": "b.md", "notes": [], "hint": null}
      ]}

      """#, "json")
  }

  @Test func givesAnEmptyListForAnEmptyReport() {
    #expect(Report().json { _ in nil } == "{\"errors\": 0, \"warnings\": 0, \"diagnostics\": []}\n")
  }
}

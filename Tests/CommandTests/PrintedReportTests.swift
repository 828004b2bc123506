import ArgumentParser
import Foundation
import Reporting
import SitePipeline
import TestSupport
import Testing

@testable import fascicle

@Suite struct PrintedReportTests {
  private let quiet = Terminal(isWatched: false)

  @Test func showsPathsAsSeenFromWhereTheCommandWasCalled() throws {
    try withTemporaryFolder { folder in
      try write(["a.md": "title: x\n"], into: folder)
      let report = Report([
        Diagnostic(
          .warning, "odd", "Odd 'x'", at: SourceRange(path: "a.md", bytes: 7..<8),
          notes: [.init("here", at: SourceRange(startOf: "b.md"))])
      ])
      let result = PrintedReport(report, source: folder.path, options: try .parse([]))
        .result(saying: "Done.\n", on: quiet)
      #expect(result.code == .success)
      #expect(result.output == "Done.\n")
      expectEqualLines(
        result.errors,
        """
        \(folder.path)/a.md:1:8: warning: Odd 'x' [odd]
          title: x
                 ^
        \(folder.path)/b.md: note: here
        1 warning

        """, "errors")
    }
  }

  @Test func endsWithOneWhenSomethingHasToBeMended() throws {
    let warning = Report([
      Diagnostic(.warning, "odd", "Odd", at: SourceRange(startOf: "no.md"))
    ])
    func code(_ options: ReportOptions, fails: Bool = false) -> Int32 {
      PrintedReport(warning, source: ".", options: options)
        .result(saying: "", fails: fails, on: quiet).code.rawValue
    }
    #expect(code(try .parse([])) == 0)
    #expect(code(try .parse(["--strict"])) == 1)
    #expect(code(try .parse([]), fails: true) == 1)
  }

  @Test func printsOneJSONDocumentAndNothingElse() throws {
    let report = Report([Diagnostic(.error, "odd", "Odd", at: SourceRange(startOf: "no.md"))])
    let result = PrintedReport(report, source: ".", options: try .parse(["--format", "json"]))
      .result(saying: "Done.\n", on: quiet)
    #expect(result.errors.isEmpty)
    #expect(
      result.output == """
        {"errors": 1, "warnings": 0, "diagnostics": [
          {"severity": "error", "code": "odd", "message": "Odd", "path": "no.md", "notes": [], "hint": null}
        ]}

        """)
  }
}

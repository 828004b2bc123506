import Prose
import Reporting
import TestSupport
import Testing

/// Reads the marked text and compares the whole report.
func expect(
  in text: String, _ expected: ExpectedDiagnostic...,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectDiagnostics(in: ["a.md": text], expected, sourceLocation: sourceLocation) {
    files, report in
    for (path, bytes) in files { _ = Document(reading: bytes, path: path, report: &report) }
  }
}

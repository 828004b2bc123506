package import Reporting
package import Testing

/// A finding that a test waits for, its place given by a mark in the input.
package struct ExpectedDiagnostic {
  package var mark: Character
  package var severity: Severity
  package var code: String
  package var message: String
  package var notes: [(mark: Character, message: String)]
  /// Compared when it is given.
  package var hint: String?

  package init(
    _ mark: Character, _ code: String, _ message: String, _ severity: Severity = .error,
    notes: [(mark: Character, message: String)] = [], hint: String? = nil
  ) {
    self.mark = mark
    self.severity = severity
    self.code = code
    self.message = message
    self.notes = notes
    self.hint = hint
  }
}

/// Compares the whole report that `read` makes of the marked files with what is expected.
///
/// A suite wraps this with its own reader:
/// ```swift
/// expectDiagnostics(in: ["a.bib": "1️⃣@artcle{x}"], .init("1️⃣", "entry-type", "…")) {
///   files, report in
///   for (path, bytes) in files { _ = parse(bytes, path: path, report: &report) }
/// }
/// ```
/// A mark that stands once fixes where the finding begins; one that stands twice, its range.
package func expectDiagnostics(
  in files: [String: String], _ expected: ExpectedDiagnostic...,
  sourceLocation: SourceLocation = #_sourceLocation,
  from read: (_ files: [String: [UInt8]], _ report: inout Report) throws -> Void
) rethrows {
  try expectDiagnostics(in: files, expected, sourceLocation: sourceLocation, from: read)
}

/// Compares the whole report with the findings of a list.
package func expectDiagnostics(
  in files: [String: String], _ expected: [ExpectedDiagnostic],
  sourceLocation: SourceLocation = #_sourceLocation,
  from read: (_ files: [String: [UInt8]], _ report: inout Report) throws -> Void
) rethrows {
  let difference = try differenceOfDiagnostics(in: files, expected, from: read)
  guard !difference.isEmpty else { return }
  Issue.record(
    "diagnostics: - expected, + found\n\(difference.description)", sourceLocation: sourceLocation)
}

/// How the report that `read` makes of the marked files differs from what is expected.
package func differenceOfDiagnostics(
  in files: [String: String], _ expected: [ExpectedDiagnostic],
  from read: (_ files: [String: [UInt8]], _ report: inout Report) throws -> Void
) rethrows -> LineDifference {
  let marked = files.mapValues { MarkedText($0) }
  var report = Report()
  try read(marked.mapValues(\.bytes), &report)
  let places = Places(marked)
  let found = places.described(report, as: expected)
  let wanted = expected.flatMap { places.described($0) }
  return LineDifference(from: wanted.joined(separator: "\n"), to: found.joined(separator: "\n"))
}

/// Where marks stand, and how findings are written down for comparison.
private struct Places {
  let files: [String: MarkedText]
  let sources: [String: SourceText]

  init(_ files: [String: MarkedText]) {
    self.files = files
    sources = files.mapValues { SourceText($0.bytes) }
  }

  /// The expected finding, two or more lines.
  func described(_ expected: ExpectedDiagnostic) -> [String] {
    var lines = [
      "\(place(of: expected.mark)): \(expected.severity): \(expected.message) [\(expected.code)]"
    ]
    lines += expected.notes.map { "  note \(place(of: $0.mark)): \($0.message)" }
    if let hint = expected.hint { lines.append("  hint: \(hint)") }
    return lines
  }

  /// The findings of a report, in the detail in which the expected ones are given.
  func described(_ report: Report, as expected: [ExpectedDiagnostic]) -> [String] {
    report.sorted.enumerated().flatMap { index, diagnostic in
      let showsHint = expected.indices.contains(index) && expected[index].hint != nil
      let head =
        "\(place(of: diagnostic.range)): \(diagnostic.severity): \(diagnostic.message) "
        + "[\(diagnostic.code.rawValue)]"
      let notes = diagnostic.notes.map { "  note \(place(of: $0.range)): \($0.message)" }
      let hint = diagnostic.hint.map { showsHint ? ["  hint: \($0)"] : [] } ?? []
      return [head] + notes + hint
    }
  }

  private func place(of mark: Character) -> String {
    for path in files.keys.sorted() {
      guard let offsets = files[path]?.offsets[mark], let first = offsets.first else { continue }
      let end = offsets.count > 1 ? offsets[1] : nil
      return place(path, first, end)
    }
    return "mark \(mark) is not in the input"
  }

  private func place(of range: SourceRange) -> String {
    let twice = files[range.path]?.offsets.values.contains {
      $0.count > 1 && $0[0] == range.bytes.lowerBound
    }
    return place(
      range.path, range.bytes.lowerBound, twice == true ? range.bytes.upperBound : nil)
  }

  private func place(_ path: String, _ start: Int, _ end: Int?) -> String {
    guard let source = sources[path] else { return path }
    let from = source.position(of: start)
    guard let end else { return "\(path):\(from.line):\(from.column)" }
    let to = source.position(of: end)
    return "\(path):\(from.line):\(from.column)-\(to.line):\(to.column)"
  }
}

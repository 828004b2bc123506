extension Report {
  /// The report as one JSON document, for editors and scripts.
  ///
  /// ```json
  /// {"errors": 1, "warnings": 0, "diagnostics": [
  ///   {"severity": "error", "code": "…", "message": "…",
  ///    "path": "…", "line": 4, "column": 12, "endLine": 4, "endColumn": 31,
  ///    "notes": [], "hint": null}]}
  /// ```
  /// A file that is not there has neither lines nor columns.
  ///
  /// - Parameters:
  ///   - lists: what a command tells besides, each list under its name.
  ///   - source: gives the bytes of a file.
  /// - Returns: the document, which ends with its line.
  public func json(
    with lists: KeyValuePairs<String, [String]> = [:], source: (_ path: String) -> [UInt8]?
  ) -> String {
    let sources = SourceCache(sorted, source)
    let errors = diagnostics.count { $0.severity == .error }
    let items = sorted.map { diagnostic in
      let notes = diagnostic.notes.map { note in
        "{\"message\": \(quoted(note.message)), \(place(note.range, sources))}"
      }
      return """
        {"severity": \(quoted(diagnostic.severity.rawValue)), \
        "code": \(quoted(diagnostic.code.rawValue)), \
        "message": \(quoted(diagnostic.message)), \
        \(place(diagnostic.range, sources)), \
        "notes": [\(notes.joined(separator: ", "))], \
        "hint": \(diagnostic.hint.map(quoted) ?? "null")}
        """
    }
    let told = lists.map { name, values in
      "\(quoted(name)): [\(values.map(quoted).joined(separator: ", "))], "
    }.joined()
    let list = items.isEmpty ? "[]" : "[\n  " + items.joined(separator: ",\n  ") + "\n]"
    return """
      {"errors": \(errors), "warnings": \(diagnostics.count - errors), \(told)"diagnostics": \(list)}

      """
  }
}

private func place(_ range: SourceRange, _ sources: SourceCache) -> String {
  let path = "\"path\": \(quoted(range.path))"
  guard let source = sources[range.path] else { return path }
  let start = source.position(of: range.bytes.lowerBound)
  let end = source.position(of: range.bytes.upperBound)
  return """
    \(path), "line": \(start.line), "column": \(start.column), \
    "endLine": \(end.line), "endColumn": \(end.column)
    """
}

/// A JSON string (RFC 8259, section 7).
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
      let hex = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

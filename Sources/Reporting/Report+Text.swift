extension Report {
  /// The report as people read it: for each finding the place, the message, the source line with
  /// the offending text marked, notes and the cure.
  ///
  /// `source` gives the bytes of a file by the path that diagnostics use; a file that is not there
  /// is named without line and column.
  public func text(colored: Bool = false, source: (_ path: String) -> [UInt8]?) -> String {
    var writer = TextWriter(colored: colored, sources: SourceCache(sorted, source))
    var rest = sorted[...]
    while let path = rest.first?.range.path {
      let ofFile = rest.prefix { $0.range.path == path }
      writer.write(ofFile)
      rest = rest[ofFile.endIndex...]
    }
    return writer.text
  }

  /// How many findings there are, in words: `2 errors, 1 warning`.
  public var summary: String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    guard !counts.isEmpty else { return "no problems" }
    return counts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }

  /// The same findings with every warning an error.
  public var strict: Report {
    Report(
      diagnostics.map {
        var diagnostic = $0
        diagnostic.severity = .error
        return diagnostic
      })
  }
}

/// The source texts of a report, each split into lines once.
struct SourceCache {
  private var texts: [String: SourceText] = [:]

  init(_ diagnostics: [Diagnostic], _ source: (String) -> [UInt8]?) {
    let paths = diagnostics.flatMap { [$0.range.path] + $0.notes.map(\.range.path) }
    for path in Set(paths) {
      texts[path] = source(path).map { SourceText($0) }
    }
  }

  subscript(path: String) -> SourceText? { texts[path] }
}

/// Prints diagnostics one after another.
private struct TextWriter {
  var text = ""
  let colored: Bool
  let sources: SourceCache

  init(colored: Bool, sources: SourceCache) {
    self.colored = colored
    self.sources = sources
  }

  /// Of one kind in one file as many as somebody will read; the rest is counted.
  private static let shown = 100

  /// Writes what was found in one file.
  mutating func write(_ diagnostics: ArraySlice<Diagnostic>) {
    var counts: [DiagnosticCode: Int] = [:]
    for diagnostic in diagnostics {
      counts[diagnostic.code, default: 0] += 1
      if counts[diagnostic.code, default: 0] <= Self.shown { write(diagnostic) }
    }
    guard let path = diagnostics.first?.range.path else { return }
    for (code, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where count > Self.shown {
      text += styled(visible(path) + ":", .bold)
      text += " and \(count - Self.shown) more of this kind [\(code.rawValue)]\n"
    }
  }

  private mutating func write(_ diagnostic: Diagnostic) {
    let color: Style = diagnostic.severity == .error ? .red : .yellow
    writeHead(
      diagnostic.range, diagnostic.severity.rawValue, color,
      "\(diagnostic.message) [\(diagnostic.code.rawValue)]")
    for note in diagnostic.notes {
      writeHead(note.range, "note", .cyan, note.message)
    }
    if let hint = diagnostic.hint {
      text += "  \(styled("hint:", .cyan)) \(visible(hint))\n"
    }
  }

  private mutating func writeHead(
    _ range: SourceRange, _ label: String, _ color: Style, _ message: String
  ) {
    text += styled(place(of: range) + ":", .bold) + " "
    text += styled(label + ":", color) + " " + visible(message) + "\n"
    guard let source = sources[range.path], range != SourceRange(startOf: range.path) else {
      return
    }
    let excerpt = SourceExcerpt(of: range.bytes, in: source)
    text += "  \(excerpt.line)\n  \(styled(excerpt.marker, .green))\n"
  }

  private func place(of range: SourceRange) -> String {
    let path = visible(range.path)
    guard let source = sources[range.path] else { return path }
    let position = source.position(of: range.bytes.lowerBound)
    return "\(path):\(position.line):\(position.column)"
  }

  private func styled(_ text: String, _ style: Style) -> String {
    colored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// The codes of a terminal for what is set apart by colour.
  private enum Style: String {
    case bold = "1"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
    case cyan = "1;36"
  }
}

/// The text with control characters made visible, so that content cannot steer the terminal.
func visible(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    result.append(visible(scalar))
  }
  return String(result)
}

/// The picture of a control character (U+2400…), any other scalar as it is.
func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? scalar
  case 0x7F: "\u{2421}"
  case 0x80...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
  default: scalar
  }
}

/// A value of a front matter to be written.
///
/// Every text is quoted unless it is a plain word, so that nothing is read back as another type.
package indirect enum YAMLValue: Sendable, Hashable {
  case text(String)
  case list([YAMLValue])
  case map([Pair])

  package struct Pair: Sendable, Hashable {
    package var key: String
    package var value: YAMLValue

    package init(_ key: String, _ value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }

  /// The lines of a block mapping, without document marks.
  package static func lines(of pairs: [Pair]) -> String {
    var text = ""
    write(pairs, indent: 0, to: &text)
    return text
  }

  private static func write(_ pairs: [Pair], indent: Int, to text: inout String) {
    for (index, pair) in pairs.enumerated() {
      // The first key of a map in a list stands behind the dash.
      if index > 0 || !text.hasSuffix("- ") { text += String(repeating: " ", count: indent) }
      // A key may come from the file that is imported, as those for languages do.
      text += (isPlain(pair.key) ? pair.key : quoted(pair.key)) + ":"
      pair.value.write(indent: indent, to: &text)
    }
  }

  private func write(indent: Int, to text: inout String) {
    switch self {
    case .text(let value): text += " " + Self.scalar(value, indent: indent + 2) + "\n"
    case .list(let values) where values.isEmpty: text += " []\n"
    case .map(let pairs) where pairs.isEmpty: text += " {}\n"
    case .list(let values):
      text += "\n"
      for value in values {
        text += String(repeating: " ", count: indent + 2) + "- "
        switch value {
        case .text(let value): text += Self.scalar(value, indent: indent + 4) + "\n"
        case .map(let pairs): Self.write(pairs, indent: indent + 4, to: &text)
        case .list: value.write(indent: indent + 2, to: &text)
        }
      }
    case .map(let pairs):
      text += "\n"
      Self.write(pairs, indent: indent + 2, to: &text)
    }
  }

  /// Several lines as a literal block, a plain word as it is, anything else in double quotes.
  private static func scalar(_ value: String, indent: Int) -> String {
    if value.contains("\n"), value.first?.isWhitespace == false, isPrintable(value) {
      let margin = String(repeating: " ", count: indent)
      let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
      return "|-" + lines.map { $0.isEmpty ? "\n" : "\n" + margin + $0 }.joined()
    }
    return isPlain(value) ? value : quoted(value)
  }

  private static func isPrintable(_ value: String) -> Bool {
    value.unicodeScalars.allSatisfy { $0 == "\n" || !isRefused($0) }
  }

  /// What YAML takes only as an escape.
  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
      || [0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
  }

  /// Words that every YAML reader takes as text: they begin with a letter and hold no marks.
  private static func isPlain(_ value: String) -> Bool {
    guard let first = value.utf8.first, isLetter(first), value.utf8.last != UInt8(ascii: " "),
      value.utf8.allSatisfy({
        isLetter($0) || (0x30...0x39).contains($0) || " .-/".utf8.contains($0)
      })
    else { return false }
    return !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(
      value.lowercased())
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// In double quotes, whatever it holds.
  package static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case _ where isRefused(scalar):
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value <= 0xFF ? 2 : 4
        text +=
          (width == 2 ? "\\x" : "\\u") + String(repeating: "0", count: width - digits.count)
          + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

extension MarkScanner {
  /// `{#id .class key=value}`, or the syntax of a template.
  mutating func scanBrace() {
    if scanTemplate() || scanBracedReference() || scanGroup() { return }
    if let (format, next) = parseRawFormat(at: index) {
      put(.rawFormat(format), over: index..<next)
    } else if let (attributes, next) = parseAttributes(at: index) {
      note(attributes)
      put(.attributes(attributes), over: index..<next)
    } else if "#.".utf8.contains(byte(index + 1)), isASCIILetter(byte(index + 2)) {
      put(.mistake(.attributes), over: index..<index + 1)
    } else {
      index += 1
    }
  }

  /// Remembers the anchors an author gives.
  mutating func note(_ attributes: Attributes) {
    if let id = attributes.id { found.labels.insert(id) }
    if let label = attributes[key: "label"] { found.labels.insert(label) }
  }

  private func parseRawFormat(at offset: Int) -> (String, Int)? {
    guard byte(offset + 1) == UInt8(ascii: "=") else { return nil }
    var next = offset + 2
    while isASCIILetter(byte(next)) || isASCIIDigit(byte(next)) || "-_+".utf8.contains(byte(next)) {
      next += 1
    }
    guard next > offset + 2, byte(next) == UInt8(ascii: "}") else { return nil }
    return (String(decoding: source[offset + 2..<next], as: UTF8.self), next + 1)
  }

  /// The attributes in braces at `offset` and the offset after them.
  func parseAttributes(at offset: Int) -> (Attributes, Int)? {
    AttributeParser(source: source, index: offset, end: min(end, offset + 2_000)).parse()
  }
}

/// Reads pandoc's attributes; also the info string of a code block holds them.
struct AttributeParser {
  let source: [UInt8]
  var index: Int
  let end: Int
  private var attributes = Attributes()

  init(source: [UInt8], index: Int, end: Int) {
    self.source = source
    self.index = index
    self.end = end
  }

  /// The attributes and the offset after the closing brace; nil if this is something else.
  consuming func parse() -> (Attributes, Int)? {
    guard byte == UInt8(ascii: "{") else { return nil }
    index += 1
    // kramdown puts a colon after the brace.
    if byte == UInt8(ascii: ":") { index += 1 }
    var isEmpty = true
    while true {
      guard skipBlanks() else { return nil }
      if byte == UInt8(ascii: "}") { break }
      guard parseOne() else { return nil }
      isEmpty = false
    }
    return isEmpty ? nil : (attributes, index + 1)
  }

  private var byte: UInt8 { index < end ? source[index] : 0 }

  /// Steps over blanks; false at a blank line, which attributes never hold.
  private mutating func skipBlanks() -> Bool {
    var newlines = 0
    while isBlank(byte) {
      if byte == UInt8(ascii: "\n") { newlines += 1 }
      index += 1
    }
    return newlines < 2 && index < end
  }

  private mutating func parseOne() -> Bool {
    switch byte {
    case UInt8(ascii: "#"):
      index += 1
      let id = word()
      guard !id.isEmpty else { return false }
      attributes.id = id
    case UInt8(ascii: "."):
      index += 1
      let name = word()
      guard !name.isEmpty else { return false }
      attributes.classes.append(name)
    case UInt8(ascii: "-"):
      index += 1
      guard isBlank(byte) || byte == UInt8(ascii: "}") else { return false }
      attributes.classes.append("unnumbered")
    default:
      return parsePair()
    }
    return true
  }

  private mutating func word() -> String {
    let start = index
    while index < end, !isBlank(source[index]), !"{}#=\"'<>".utf8.contains(source[index]) {
      index += 1
    }
    return String(decoding: source[start..<index], as: UTF8.self)
  }

  private mutating func parsePair() -> Bool {
    let start = index
    guard isASCIILetter(byte) || byte == UInt8(ascii: "_") else { return false }
    while isASCIILetter(byte) || isASCIIDigit(byte) || "-_:.".utf8.contains(byte) { index += 1 }
    let key = String(decoding: source[start..<index], as: UTF8.self)
    guard byte == UInt8(ascii: "=") else { return false }
    index += 1
    guard let value = value() else { return false }
    attributes.pairs.append(Attributes.Pair(key: key, value: value))
    return true
  }

  private mutating func value() -> String? {
    let quote = byte
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = index
      while index < end, !isBlank(source[index]), !"{}\"'<>".utf8.contains(source[index]) {
        index += 1
      }
      return start < index ? String(decoding: source[start..<index], as: UTF8.self) : nil
    }
    index += 1
    var bytes: [UInt8] = []
    while byte != quote {
      guard index < end else { return nil }
      if byte == UInt8(ascii: "\\"), index + 1 < end, isASCIIPunctuation(source[index + 1]) {
        index += 1
      }
      bytes.append(byte)
      index += 1
    }
    index += 1
    return String(decoding: bytes, as: UTF8.self)
  }
}

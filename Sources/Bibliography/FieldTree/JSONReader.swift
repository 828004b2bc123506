import Reporting

/// Reads JSON bytes into a tree of fields with places.
///
/// A list on the outermost level, which is what a bibliography is, survives a broken element: the
/// element is reported and left out, and reading goes on with the next one.
struct JSONReader {
  let source: SourceBytes
  var position: Int
  private(set) var depth = 0

  /// Deeper nesting than any bibliography has; keeps the recursion off the end of the stack.
  private let depthLimit = 60

  struct SyntaxError: Error {
    var expected: String
    var range: Range<Int>
  }

  init(_ source: SourceBytes) {
    self.source = source
    position = source.start
  }

  /// The outermost value; nil, with a report, if there is none that can be read.
  static func read(_ source: SourceBytes, report: inout Report) -> FieldNode? {
    var reader = JSONReader(source)
    return reader.readFile(report: &report)
  }

  private mutating func readFile(report: inout Report) -> FieldNode? {
    skipSpace()
    let value: FieldNode
    if peek == UInt8(ascii: "[") {
      let start = position
      let elements = readOutermostList(report: &report) { reader throws(SyntaxError) in
        try reader.readValue()
      }
      value = FieldNode(.list(elements), bytes: start..<position)
    } else {
      do throws(SyntaxError) {
        value = try readValue()
      } catch {
        report.add(.syntax(error.expected, at: source.range(error.range)))
        return nil
      }
    }
    finish(report: &report)
    return value
  }

  /// Nothing but space may follow the outermost value.
  mutating func finish(report: inout Report) {
    skipSpace()
    if position < source.end {
      report.add(.textAfterEnd(at: source.range(position..<source.end)))
    }
  }

  // MARK: The outermost list

  /// What `read` makes of each element.
  mutating func readOutermostList<Element>(
    report: inout Report, _ read: (inout JSONReader) throws(SyntaxError) -> Element?
  ) -> [Element] {
    var elements: [Element] = []
    position += 1
    depth = 1
    while true {
      skipSpace()
      guard let byte = peek else {
        report.add(.syntax("']' at the end of the list", at: source.range(position..<position)))
        break
      }
      if byte == UInt8(ascii: "]") {
        position += 1
        break
      }
      let elementStart = position
      do throws(SyntaxError) {
        if let element = try read(&self) { elements.append(element) }
        try readSeparator(closing: UInt8(ascii: "]"))
      } catch {
        report.add(.syntax(error.expected, at: source.range(error.range)))
        skipBrokenElement(from: elementStart, brokenAt: error.range.lowerBound)
      }
      depth = 1
    }
    return elements
  }

  /// Moves behind the comma that ends the element that began at `start`, or to the end of the list.
  private mutating func skipBrokenElement(from start: Int, brokenAt broken: Int) {
    var level = 0
    var index = start
    while index < source.end {
      switch source.bytes[index] {
      case UInt8(ascii: "\""):
        index = endOfBrokenString(from: index)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        level += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        level -= 1
        if level < 0, index >= broken {
          // A brace too many is passed over; a bracket ends the list.
          position = source.bytes[index] == UInt8(ascii: "}") ? index + 1 : index
          return
        }
      case UInt8(ascii: ",") where level <= 0 && index >= broken:
        position = index + 1
        return
      default: break
      }
      index += 1
    }
    position = startOfLineLike(start, after: broken) ?? source.end
  }

  /// The next bracket that opens its line as far in as the one at `start`: where quotes are lost,
  /// brackets cannot be counted, but files are mostly laid out.
  private func startOfLineLike(_ start: Int, after broken: Int) -> Int? {
    let line = source.bytes[..<start].lastIndex(of: UInt8(ascii: "\n")) ?? -1
    let opening = source.bytes[(line + 1)...start]
    guard opening.dropLast().allSatisfy(isSpace) else { return nil }
    var rest = source.bytes[broken...]
    while let next = rest.firstIndex(of: UInt8(ascii: "\n")) {
      rest = rest[(next + 1)...]
      if rest.starts(with: opening) { return next + opening.count }
    }
    return nil
  }

  /// The closing quote of a string; the line's end if it is not closed.
  private func endOfBrokenString(from quote: Int) -> Int {
    if let end = endOfString(from: quote)?.place { return end }
    let line = source.bytes[quote...].firstIndex(of: UInt8(ascii: "\n"))
    return line ?? source.end
  }

  /// The closing quote of the string that opens at `quote`, and whether there are escapes in it.
  ///
  /// JSON forbids line ends in strings, people write them all the same; so one that holds a line
  /// end counts when something that can follow a string follows it.
  func endOfString(from quote: Int) -> (place: Int, hasEscapes: Bool)? {
    var index = quote + 1
    var holdsLineEnd = false
    var hasEscapes = false
    let end = source.end
    while index < end {
      switch source.bytes[index] {
      case UInt8(ascii: "\""):
        return holdsLineEnd && !isStructural(after: index) ? nil : (index, hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        index += 2
      case UInt8(ascii: "\n"):
        holdsLineEnd = true
        index += 1
      default: index += 1
      }
    }
    return nil
  }

  private func isStructural(after quote: Int) -> Bool {
    let next = source.bytes[(quote + 1)...].first { !isSpace($0) }
    switch next {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"), nil:
      return true
    default: return false
    }
  }

  // MARK: Values

  mutating func readValue() throws(SyntaxError) -> FieldNode {
    skipSpace()
    let start = position
    switch peek {
    case UInt8(ascii: "{"): return try readMap()
    case UInt8(ascii: "["): return try readList()
    case UInt8(ascii: "\""):
      let text = try readString()
      return FieldNode(.string(text), bytes: start..<position)
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return try readNumber()
    default: return try readWord()
    }
  }

  private mutating func readMap() throws(SyntaxError) -> FieldNode {
    let start = position
    try enter()
    var entries: [FieldNode.Entry] = []
    position += 1
    while true {
      skipSpace()
      if peek == UInt8(ascii: "}") { break }
      let nameStart = position
      guard peek == UInt8(ascii: "\"") else { throw failure("the name of a field in quotes") }
      let name = try readString()
      let nameEnd = position
      skipSpace()
      guard peek == UInt8(ascii: ":") else { throw failure("':' after \"\(name)\"") }
      position += 1
      let value = try readValue()
      entries.append(.init(name: name, nameBytes: nameStart..<nameEnd, value: value))
      try readSeparator(closing: UInt8(ascii: "}"))
    }
    position += 1
    leave()
    return FieldNode(.map(entries), bytes: start..<position)
  }

  private mutating func readList() throws(SyntaxError) -> FieldNode {
    let start = position
    try enter()
    var elements: [FieldNode] = []
    position += 1
    while true {
      skipSpace()
      if peek == UInt8(ascii: "]") { break }
      elements.append(try readValue())
      try readSeparator(closing: UInt8(ascii: "]"))
    }
    position += 1
    leave()
    return FieldNode(.list(elements), bytes: start..<position)
  }

  /// Takes the comma before a next element; a comma before the closing bracket does no harm.
  mutating func readSeparator(closing: UInt8) throws(SyntaxError) {
    skipSpace()
    if peek == UInt8(ascii: ",") {
      position += 1
    } else if peek != closing {
      throw failure("',' or '\(Character(Unicode.Scalar(closing)))'")
    }
  }

  private mutating func readNumber() throws(SyntaxError) -> FieldNode {
    let start = position
    while let byte = peek, isNumberByte(byte) { position += 1 }
    let digits = source.text(start..<position)
    guard Double(digits) != nil else {
      throw SyntaxError(expected: "a number", range: start..<position)
    }
    return FieldNode(.number(digits), bytes: start..<position)
  }

  private mutating func readWord() throws(SyntaxError) -> FieldNode {
    let start = position
    while let byte = peek, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { position += 1 }
    let content: FieldNode.Content
    switch source.text(start..<position) {
    case "true": content = .bool(true)
    case "false": content = .bool(false)
    case "null": content = .null
    default:
      position = start
      throw failure("a value")
    }
    return FieldNode(content, bytes: start..<position)
  }

  // MARK: Strings

  mutating func readString() throws(SyntaxError) -> String {
    let quote = position
    guard let (end, hasEscapes) = endOfString(from: quote) else {
      throw SyntaxError(expected: "'\"' at the end of the text", range: quote..<quote + 1)
    }
    position = end + 1
    guard hasEscapes else { return source.text((quote + 1)..<end) }
    var text: [UInt8] = []
    position = quote + 1
    while position < end {
      let byte = source.bytes[position]
      position += 1
      if byte == UInt8(ascii: "\\") { try readEscape(into: &text) } else { text.append(byte) }
    }
    position = end + 1
    return source.text(text[...])
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(SyntaxError) {
    let escape = peek
    position += 1
    switch escape {
    case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "r"): text.append(UInt8(ascii: "\r"))
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape ?? 0)
    case UInt8(ascii: "u"):
      text.append(contentsOf: String(try readScalar()).utf8)
    default:
      position -= 2
      throw failure("an escape such as '\\n' or '\\u00E9'")
    }
  }

  /// The four digits after `\u`, and the second half of a pair; U+FFFD for half a pair.
  private mutating func readScalar() throws(SyntaxError) -> Character {
    let first = try readFourDigits()
    if (0xD800..<0xDC00).contains(first), peek == UInt8(ascii: "\\"),
      position + 1 < source.end, source.bytes[position + 1] == UInt8(ascii: "u")
    {
      let before = position
      position += 2
      let second = try readFourDigits()
      if (0xDC00..<0xE000).contains(second) {
        let value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        return Character(Unicode.Scalar(value) ?? "\u{FFFD}")
      }
      position = before
    }
    return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
  }

  private mutating func readFourDigits() throws(SyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("four hexadecimal digits after '\\u'")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  // MARK: Bytes

  var peek: UInt8? {
    position < source.end ? source.bytes[position] : nil
  }

  mutating func skipSpace() {
    while position < source.end, isSpace(source.bytes[position]) { position += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  mutating func enter() throws(SyntaxError) {
    depth += 1
    if depth > depthLimit { throw failure("fewer than \(depthLimit) nested brackets") }
  }

  mutating func leave() { depth -= 1 }

  func failure(_ expected: String) -> SyntaxError {
    SyntaxError(expected: expected, range: position..<min(position + 1, source.end))
  }
}

extension Diagnostic {
  fileprivate static func syntax(_ expected: String, at range: SourceRange) -> Self {
    Diagnostic(
      .error, "json-syntax", "Expected \(expected)", at: range,
      hint: "Check the commas, brackets and quotation marks before it")
  }

  fileprivate static func textAfterEnd(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "json-text-after-end", "Text after the end of the JSON value", at: range,
      hint: "Remove it")
  }
}

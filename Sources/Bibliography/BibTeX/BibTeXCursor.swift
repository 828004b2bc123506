import Reporting

/// A place in the bytes of a BibTeX file that goes on over words and blanks, and sees where a value
/// or an entry ends.
struct BibTeXCursor {
  var source: SourceBytes
  var position: Int
  /// Whether values end before what looks like the next field: in an entry that lacks a brace.
  var mendsValues = false

  init(_ source: SourceBytes) {
    self.source = source
    position = source.start
  }

  var peek: UInt8? {
    position < source.end ? source.bytes[position] : nil
  }

  /// The next sign with which an entry may begin.
  var nextAt: Int? { source.bytes[position..<source.end].firstIndex(of: UInt8(ascii: "@")) }

  var here: SourceRange {
    source.range(position..<min(position + 1, source.end))
  }

  mutating func scanWord() -> Range<Int> {
    pass(over: Self.isLetter)
  }

  /// The name of a field or a macro.
  mutating func scanName() -> Range<Int> {
    pass(over: Self.isNameByte)
  }

  mutating func skipSpace() {
    position = end(ofRun: Self.isSpace)
  }

  private mutating func pass(over isSuch: (UInt8) -> Bool) -> Range<Int> {
    let start = position
    position = end(ofRun: isSuch)
    return start..<position
  }

  @inline(__always)
  private func end(ofRun isSuch: (UInt8) -> Bool) -> Int {
    let bytes = source.bytes.span.extracting(..<source.end)
    var index = position
    while index < bytes.count, isSuch(bytes[index]) { index += 1 }
    return index
  }

  /// Passes over what parts fields: space, commas, and lines that biber takes for comments.
  mutating func skipSeparators() {
    while true {
      position = end { Self.isSpace($0) || $0 == UInt8(ascii: ",") }
      guard peek == UInt8(ascii: "%") else { return }
      position = end { $0 != UInt8(ascii: "\n") }
    }
  }

  func lowercased(_ range: Range<Int>) -> String {
    let bytes = source.bytes[range]
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    return bytes.contains(where: capitals.contains)
      ? String(decoding: bytes.map { capitals.contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
      : String(decoding: bytes, as: UTF8.self)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "~"):
      false
    default: true
    }
  }

  // MARK: Brackets

  /// Where something ends that is in brackets.
  struct End {
    /// One past the bracket.
    var index: Int
    /// What stands before it.
    var kinds: BibTeXByte
  }

  /// The brace that closes the one at `start`; a backslash hides a brace from counting only where
  /// a name could not be: BibTeX counts `\{`, people write it.
  func endOfBraces(from start: Int, crossesEntries: Bool = false) -> End? {
    end(from: start, isQuoted: false, crossesEntries: crossesEntries)
  }

  /// The quotation mark that closes the one at `start`; marks inside braces are text.
  func endOfQuotes(from start: Int) -> End? {
    end(from: start, isQuoted: true, crossesEntries: false)
  }

  private func end(from start: Int, isQuoted: Bool, crossesEntries: Bool) -> End? {
    let bytes = source.bytes.span.extracting(..<source.end)
    let table = BibTeXByte.kinds
    let kinds = table.span
    var stops: BibTeXByte = [.bracket, .quote]
    if !crossesEntries { stops.insert(.lineEnd) }
    if !crossesEntries, mendsValues { stops.insert(.comma) }
    var run = BibTeXByteRun()
    var depth = isQuoted ? 0 : 1
    var index = start + 1
    while index < bytes.count {
      let kind = kinds[Int(bytes[index])]
      guard !kind.isDisjoint(with: stops) else {
        run.add(kind)
        index += 1
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "{"):
        depth += 1
        run.add(.special)
      case UInt8(ascii: "}"):
        depth -= 1
        if !isQuoted, depth == 0 { return End(index: index + 1, kinds: run.kinds) }
        run.add(.special)
      case UInt8(ascii: "\\"):
        index += 1
        run.add(.special)
      case UInt8(ascii: "\""):
        if isQuoted, depth <= 0 { return End(index: index + 1, kinds: run.kinds) }
        run.add([])
      default:
        if endsValues(at: index) { return nil }
        // The end of a line is a space.
        run.add(kind == .lineEnd ? .special : [])
      }
      index += 1
    }
    return nil
  }

  /// Where a value that begins at `start` and is not closed ends.
  func endOfUnclosedValue(from start: Int) -> Int {
    (start + 1..<source.end).first(where: endsValues) ?? source.end
  }

  /// Whether no value reaches over the end of a line, or a comma, at `index`.
  private func endsValues(at index: Int) -> Bool {
    guard source.bytes[index] == UInt8(ascii: "\n") else {
      return mendsValues && source.bytes[index] == UInt8(ascii: ",") && isFieldStart(index + 1)
    }
    return isEntryStart(index + 1)
      || mendsValues && (isFieldStart(index + 1) || isEntryEnd(index + 1))
  }

  /// Whether `name = ` and a value begin at `index`, blanks allowed before them.
  private func isFieldStart(_ index: Int) -> Bool {
    var ahead = self
    ahead.position = index
    ahead.position = ahead.end(ofRun: Self.isBlank)
    let name = ahead.scanName()
    ahead.skipSpace()
    guard name.count > 1, ahead.peek == UInt8(ascii: "=") else { return false }
    ahead.position += 1
    ahead.skipSpace()
    return ahead.peek == UInt8(ascii: "{") || ahead.peek == UInt8(ascii: "\"")
      || !ahead.scanName().isEmpty
  }

  /// Whether the brace is at `index` behind which the next entry or the end of the file comes.
  private func isEntryEnd(_ index: Int) -> Bool {
    var ahead = self
    ahead.position = index
    ahead.position = ahead.end(ofRun: Self.isBlank)
    guard ahead.peek == UInt8(ascii: "}") else { return false }
    ahead.position += 1
    ahead.skipSpace()
    return ahead.peek == nil || ahead.isEntryStart(ahead.position)
  }

  /// Whether a comma and another field come, as behind a brace that closes an entry too early.
  var isBeforeField: Bool {
    var ahead = self
    ahead.skipSpace()
    guard ahead.peek == UInt8(ascii: ",") else { return false }
    ahead.skipSeparators()
    return ahead.isFieldStart(ahead.position)
  }

  // MARK: Entries

  /// Goes to the next entry after a broken one that began at `at`; one that does not begin a line
  /// counts only behind a brace, and only if it `mayBeAnywhere`.
  mutating func skipToNextEntry(after at: Int, mayBeAnywhere: Bool) {
    var index = at + 1
    while let next = source.bytes[index..<source.end].firstIndex(of: UInt8(ascii: "@")) {
      let isFirstOfLine = source.bytes[..<next].last { !Self.isBlank($0) } == UInt8(ascii: "\n")
      let isBehindBrace = source.bytes[..<next].last { !Self.isSpace($0) } == UInt8(ascii: "}")
      if isFirstOfLine || mayBeAnywhere && isBehindBrace, isEntryStart(next) {
        position = next
        return
      }
      index = next + 1
    }
    position = source.end
  }

  /// Whether `@word{` or `@word(` begins at `index`, blanks allowed before it.
  func isEntryStart(_ index: Int) -> Bool {
    let (bytes, end) = (source.bytes.span, source.end)
    var index = index
    while index < end, Self.isBlank(bytes[index]) { index += 1 }
    guard index < end, bytes[index] == UInt8(ascii: "@") else { return false }
    let word = index + 1
    index = word
    while index < end, Self.isLetter(bytes[index]) { index += 1 }
    guard index > word else { return false }
    while index < end, Self.isBlank(bytes[index]) { index += 1 }
    return index < end
      && (bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "("))
  }
}

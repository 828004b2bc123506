import Reporting

/// A place in the bytes of a BibTeX file that goes on over words and blanks, and sees where a value
/// or an entry ends.
struct BibTeXCursor {
  let source: SourceBytes
  var position: Int

  init(_ source: SourceBytes) {
    self.source = source
    position = source.start
  }

  var peek: UInt8? {
    position < source.end ? source.bytes[position] : nil
  }

  var here: SourceRange {
    source.range(position..<min(position + 1, source.end))
  }

  mutating func scanWord() -> Range<Int> {
    let start = position
    while let byte = peek, isLetter(byte) { position += 1 }
    return start..<position
  }

  /// The name of a field or a macro.
  mutating func scanName() -> Range<Int> {
    let start = position
    while let byte = peek, isNameByte(byte) { position += 1 }
    return start..<position
  }

  mutating func skipSpace() {
    while let byte = peek, isSpace(byte) { position += 1 }
  }

  /// Passes over what parts fields: space, commas, and lines that biber takes for comments.
  mutating func skipSeparators() {
    while let byte = peek {
      if byte == UInt8(ascii: "%") {
        position = source.bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? source.end
      } else if isSpace(byte) || byte == UInt8(ascii: ",") {
        position += 1
      } else {
        return
      }
    }
  }

  func lowercased(_ range: Range<Int>) -> String {
    String(
      decoding: source.bytes[range].lazy.map { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
      }, as: UTF8.self)
  }

  func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "~"):
      false
    default: true
    }
  }

  // MARK: Brackets

  /// One past the brace that closes the one at `start`; a backslash hides a brace from counting
  /// only where a name could not be: BibTeX counts `\{`, people write it.
  func endOfBraces(from start: Int, crossesEntries: Bool = false) -> Int? {
    let bytes = source.bytes
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\n") where !crossesEntries && isEntryStart(index + 1): return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// One past the quotation mark that closes the one at `start`; marks inside braces are text.
  func endOfQuotes(from start: Int) -> Int? {
    let bytes = source.bytes
    var depth = 0
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\"") where depth <= 0: return index + 1
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\n") where isEntryStart(index + 1): return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  // MARK: Entries

  /// Goes to the next entry after a broken one that began at `at`; one that does not begin a line
  /// counts only behind a brace, and only if it `mayBeAnywhere`.
  mutating func skipToNextEntry(after at: Int, mayBeAnywhere: Bool) {
    var index = at + 1
    while let next = source.bytes[index...].firstIndex(of: UInt8(ascii: "@")) {
      let isFirstOfLine = source.bytes[..<next].last { !isBlank($0) } == UInt8(ascii: "\n")
      let isBehindBrace = source.bytes[..<next].last { !isSpace($0) } == UInt8(ascii: "}")
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
    let bytes = source.bytes
    var index = index
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "@") else { return false }
    let word = index + 1
    index = word
    while index < bytes.count, isLetter(bytes[index]) { index += 1 }
    guard index > word else { return false }
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    return index < bytes.count
      && (bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "("))
  }
}

/// Names as BibTeX cuts them, at brace level 0 (its own rules; biblatex manual, "Name lists").
enum BibTeXNames {
  /// What a single pair of braces around the whole name holds; nil if there is none.
  static func insideBraces(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int>? {
    let last = range.upperBound - 1
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "{"),
      bytes[last] == UInt8(ascii: "}")
    else { return nil }
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0, index < last { return nil }
      case UInt8(ascii: "\\"): index += 1
      default: break
      }
      index += 1
    }
    return range.lowerBound + 1..<last
  }
}

/// A walk over the stretches of a list between the words "and", which have space before them.
struct BibTeXListParts {
  private var start: Int
  private var position: Int
  private let end: Int
  private var depth = 0
  private var mayBeginWithAnd: Bool
  private var isDone = false

  init(_ value: BibTeXValue) {
    (start, end) = (value.bytes.lowerBound, value.bytes.upperBound)
    position = start
    mayBeginWithAnd = value.followsSpace
  }

  mutating func next(of bytes: Span<UInt8>) -> Range<Int>? {
    if isDone { return nil }
    if mayBeginWithAnd {
      mayBeginWithAnd = false
      if Self.isAnd(start..<end, of: bytes) {
        defer { start = position }
        position += 3
        return start..<start
      }
    }
    let table = BibTeXByte.kinds
    let kinds = table.span
    var index = position
    var followsSpace = false
    while index < end {
      let byte = bytes[index]
      if kinds[Int(byte)].contains(.bracket) {
        switch byte {
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        default: index += 1
        }
        followsSpace = false
      } else {
        if followsSpace && byte | 0x20 == UInt8(ascii: "a"), depth <= 0,
          Self.isAnd(index..<end, of: bytes)
        {
          defer { start = min(position, end) }
          position = index + 3
          return start..<index - 1
        }
        followsSpace = LaTeXReader.isSpace(byte)
      }
      index += 1
    }
    isDone = true
    return start..<end
  }

  /// Whether a stretch begins with the word.
  private static func isAnd(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    guard range.count >= 3 else { return false }
    let index = range.lowerBound
    let isWord =
      bytes[index] | 0x20 == UInt8(ascii: "a") && bytes[index + 1] | 0x20 == UInt8(ascii: "n")
      && bytes[index + 2] | 0x20 == UInt8(ascii: "d")
    return isWord && (range.count == 3 || LaTeXReader.isSpace(bytes[index + 3]))
  }
}

/// A walk over the pieces of a name, at brace level 0.
struct BibTeXNamePieces {
  private var position: Int
  private let end: Int
  private var depth = 0

  init(_ range: Range<Int>) {
    (position, end) = (range.lowerBound, range.upperBound)
  }

  /// The stretch up to the next comma, or to the end; the Arabic comma is one too.
  mutating func nextPart(of bytes: Span<UInt8>) -> Range<Int>? {
    guard position <= end else { return nil }
    let start = position
    while position < end {
      let index = position
      position += 1
      switch bytes[index] {
      case let byte where LaTeXReader.isLetter(byte): break
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: ",") where depth <= 0: return start..<index
      case 0xD8 where depth <= 0 && position < end && bytes[position] == 0x8C:
        position += 1
        return start..<index
      default: break
      }
    }
    position = end + 1
    return start..<end
  }

  /// The next word; words are parted by space or `~`.
  mutating func nextWord(of bytes: Span<UInt8>) -> Range<Int>? {
    var start = position
    while position < end {
      let index = position
      position += 1
      switch bytes[index] {
      case let byte where LaTeXReader.isLetter(byte): break
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      // `\ ` parts words too, but `\~n` and `\'e` are letters.
      case UInt8(ascii: "\\") where position < end: position += 1
      case 0x09...0x0D, 0x20, UInt8(ascii: "~"):
        guard depth <= 0 else { break }
        if start < index { return start..<index }
        start = position
      default: break
      }
    }
    return start < end ? start..<end : nil
  }
}

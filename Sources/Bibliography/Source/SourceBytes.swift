import Reporting

/// The bytes of one bibliography file: text of a range and its place, whatever the encoding.
///
/// Readers scan the bytes as they lie in the file, so every offset is an offset of the file. Text
/// is made once, when a value is taken out; bytes that are not UTF-8 are read as Windows-1252,
/// which is what files with such bytes nearly always hold.
struct SourceBytes {
  /// Those of the file, and behind them what has been made of them.
  private(set) var bytes: [UInt8]
  let path: String
  /// Where the text begins: after a byte order mark.
  let start: Int
  /// Where the file ends.
  let end: Int
  let isUTF8: Bool

  /// Fails for UTF-16, with a report: its bytes cannot be scanned.
  init?(_ bytes: [UInt8], path: String, report: inout Report) {
    self.bytes = bytes
    self.path = path
    end = bytes.count
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      report.add(.utf16(at: SourceRange(path: path, bytes: 0..<2)))
      return nil
    }
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let bad = bytes.span.invalidUTF8?.lowerBound {
      isUTF8 = false
      report.add(.notUTF8(bytes[bad], at: SourceRange(path: path, bytes: bad..<bad + 1)))
    } else {
      isUTF8 = true
    }
  }

  /// Bytes of UTF-8 that are no file.
  init(text: [UInt8]) {
    bytes = text
    path = ""
    start = 0
    end = text.count
    isUTF8 = true
  }

  /// Puts copies of some stretches behind the file; gives where they stand.
  mutating func join(_ stretches: [Range<Int>]) -> Range<Int> {
    let start = bytes.count
    for stretch in stretches { bytes.append(contentsOf: bytes[stretch]) }
    return start..<bytes.count
  }

  /// A stretch without space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let bytes = bytes.span
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, LaTeXReader.isSpace(bytes[start]) { start += 1 }
    while end > start, LaTeXReader.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  func range(_ range: Range<Int>) -> SourceRange {
    SourceRange(path: path, bytes: range)
  }

  func text(_ range: Range<Int>) -> String {
    text(bytes[range])
  }

  /// The text of bytes that came from this file, perhaps with escapes already undone.
  func text(_ slice: ArraySlice<UInt8>) -> String {
    isUTF8 ? String(decoding: slice, as: UTF8.self) : Self.decodeMixed(slice)
  }

  /// UTF-8 where it is valid, Windows-1252 for every other byte.
  private static func decodeMixed(_ slice: ArraySlice<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    var rest = slice
    while let byte = rest.first {
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let text = byte >= 0xC2 ? String(validating: rest.prefix(length), as: UTF8.self) : nil
      if byte >= 0x80, let text, rest.count >= length {
        scalars.append(contentsOf: text.unicodeScalars)
        rest = rest.dropFirst(length)
      } else {
        scalars.append(windows1252(byte))
        rest = rest.dropFirst()
      }
    }
    return String(scalars)
  }

  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let table: [Unicode.Scalar] = [
      "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}",
      "\u{2021}", "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}",
      "\u{017D}", "\u{FFFD}", "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}",
      "\u{2022}", "\u{2013}", "\u{2014}", "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}",
      "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
    ]
    return table[Int(byte) - 0x80]
  }
}

extension Diagnostic {
  fileprivate static func utf16(at range: SourceRange) -> Self {
    Diagnostic(
      .error, "bibliography-utf16", "A bibliography in UTF-16 cannot be read", at: range,
      hint: "Save the file as UTF-8")
  }

  fileprivate static func notUTF8(_ byte: UInt8, at range: SourceRange) -> Self {
    let hexadecimal = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .warning, "bibliography-not-utf8",
      "Byte 0x\(hexadecimal) is not UTF-8; such bytes are read as Windows-1252", at: range,
      hint: "Save the file as UTF-8")
  }
}

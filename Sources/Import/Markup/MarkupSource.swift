/// An XML file in UTF-8, and where its bytes stand in the file as it is: UTF-16 is known by its byte
/// order mark, ISO 8859-1 and Windows-1252 by what the file declares.
struct MarkupSource {
  let bytes: [UInt8]
  private let encoding: Encoding
  /// The offsets in the file of every so many bytes.
  private var marks: [Int] = []

  private enum Encoding { case utf8, oneByte, utf16 }
  private static let distance = 4_096

  init(_ file: [UInt8]) {
    if file.starts(with: [0xFF, 0xFE]) {
      self.init(Self.utf16(file, isBigEndian: false), from: .utf16)
    } else if file.starts(with: [0xFE, 0xFF]) {
      self.init(Self.utf16(file, isBigEndian: true), from: .utf16)
    } else if Self.isOneByte(Self.declared(in: file)) {
      let text = String(String.UnicodeScalarView(file.map(Self.scalar)))
      self.init(Array(text.utf8), from: .oneByte)
    } else {
      self.init(file, from: .utf8)
    }
  }

  private init(_ bytes: [UInt8], from encoding: Encoding) {
    self.bytes = bytes
    self.encoding = encoding
    if encoding == .utf8 { return }
    var offset = encoding == .utf16 ? 2 : 0
    for start in stride(from: 0, through: bytes.count, by: Self.distance) {
      marks.append(offset)
      offset += size(of: start..<min(start + Self.distance, bytes.count))
    }
  }

  /// Where some of the bytes stand in the file.
  func place(of range: Range<Int>) -> Range<Int> {
    encoding == .utf8 ? range : offset(of: range.lowerBound)..<offset(of: range.upperBound)
  }

  private func offset(of place: Int) -> Int {
    let mark = place / Self.distance
    return marks[mark] + size(of: mark * Self.distance..<place)
  }

  /// How many bytes the characters that begin in a range take in the file.
  private func size(of range: Range<Int>) -> Int {
    bytes[range].reduce(0) { size, byte in
      if byte & 0xC0 == 0x80 { return size }
      // Beyond U+FFFF there are two units.
      return size + (encoding == .oneByte ? 1 : byte >= 0xF0 ? 4 : 2)
    }
  }

  private static func isOneByte(_ encoding: String?) -> Bool {
    switch encoding {
    case "iso-8859-1", "latin1", "us-ascii", "windows-1252", "cp1252", "iso-8859-15": true
    default: false
    }
  }

  private static func declared(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>"),
      let key = head[..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let value = head[key.upperBound..<end.lowerBound].drop { $0 != "\"" && $0 != "'" }.dropFirst()
    return value.prefix { $0 != "\"" && $0 != "'" }.lowercased()
  }

  private static func utf16(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { (index: Int) -> UInt16 in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// A byte of Windows-1252, which is ISO 8859-1 but for the marks at 80 to 9F.
  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let marks = Array(
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
    return marks[Int(byte) - 0x80]
  }
}

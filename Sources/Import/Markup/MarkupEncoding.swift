/// The encodings in which XML files come.
enum MarkupEncoding {
  /// The file in UTF-8: UTF-16 by its byte order mark, ISO 8859-1 and Windows-1252 by what the file
  /// declares.
  static func unified(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, isBigEndian: true) }
    guard let name = declared(in: bytes) else { return bytes }
    switch name {
    case "iso-8859-1", "latin1", "us-ascii", "windows-1252", "cp1252", "iso-8859-15":
      return Array(String(String.UnicodeScalarView(bytes.map(scalar))).utf8)
    default: return bytes
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

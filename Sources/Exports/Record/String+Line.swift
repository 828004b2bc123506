import Reporting

extension String {
  /// With one space for every run of white space, and none at the ends.
  var inOneLine: String {
    guard !isOneLine else { return self }
    var line: [UInt8] = []
    line.reserveCapacity(utf8.count)
    var isSpacePending = false
    let bytes = Array(utf8)
    var index = 0
    while index < bytes.count {
      let length = Self.spaceLength(at: index, in: bytes)
      if length > 0 {
        isSpacePending = true
        index += length
        continue
      }
      if isSpacePending, !line.isEmpty { line.append(0x20) }
      isSpacePending = false
      line.append(bytes[index])
      index += 1
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Whether there are no control characters and no space beside another or at an end.
  private var isOneLine: Bool {
    let bytes = utf8.span
    guard !bytes.isEmpty, bytes[0] != 0x20, bytes[bytes.count - 1] != 0x20 else {
      return bytes.isEmpty
    }
    return bytes.least >= 0x20 && !bytes.holdsPair(of: 0x20)
  }

  /// The bytes of the white space that begins at an index (Unicode's property White_Space); 0 where
  /// something else does.
  private static func spaceLength(at index: Int, in bytes: [UInt8]) -> Int {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch bytes[index] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2: return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0
    case 0xE1: return byte(1) == 0x9A && byte(2) == 0x80 ? 3 : 0
    case 0xE2:
      let isSpace =
        byte(1) == 0x80
        && ((0x80...0x8A).contains(byte(2)) || [0xA8, 0xA9, 0xAF].contains(byte(2)))
        || byte(1) == 0x81 && byte(2) == 0x9F
      return isSpace ? 3 : 0
    case 0xE3: return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0
    default: return 0
    }
  }
}

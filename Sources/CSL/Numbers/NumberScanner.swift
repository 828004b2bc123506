/// Splits the text of a number variable: "2nd", "5-7, 12a & 14" (CSL 1.0.2, "Choose", `is-numeric`).
struct NumberScanner {
  struct Part {
    /// With prefix and suffix: "2nd", "D2".
    var word: Range<Int>
    /// Only the digits.
    var digits: Range<Int>
    /// The mark in front of it: `-`, `,` or `&`; 0 for the first.
    var separator: UInt8
  }

  private(set) var parts: [Part] = []
  /// Whether the text consists of numbers and separators alone.
  private(set) var isNumeric = false

  static func isNumeric(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    // Nearly all are digits alone.
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] &- 0x30 <= 9 { index += 1 }
    if index == range.upperBound { return !range.isEmpty }
    return NumberScanner(range, in: bytes).isNumeric
  }

  init(_ range: Range<Int>, in bytes: [UInt8]) {
    var index = range.lowerBound
    var separator: UInt8 = 0
    while true {
      while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
      let start = index
      while index < range.upperBound, !NumberScanner.endsWord(index, bytes) { index += 1 }
      guard let digits = NumberScanner.digits(in: start..<index, bytes) else { return }
      parts.append(Part(word: start..<index, digits: digits, separator: separator))
      while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
      guard index < range.upperBound else {
        isNumeric = true
        return
      }
      switch bytes[index] {
      case UInt8(ascii: ",") where NumberScanner.groupsThousands(index, in: range, bytes): return
      case UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: ";"):
        separator = bytes[index]
        index += 1
        if index < range.upperBound, bytes[index] == bytes[index - 1], separator == 0x2D {
          index += 1
        }
      case 0xE2
      where index + 2 < range.upperBound && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94):
        separator = UInt8(ascii: "-")
        index += 3
      default: return
      }
    }
  }

  /// Whether a comma stands within one number: "1,009".
  static func groupsThousands(_ comma: Int, in range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    func isDigit(_ index: Int) -> Bool { range.contains(index) && bytes[index] &- 0x30 <= 9 }
    let groups = (comma + 1...comma + 3).allSatisfy(isDigit) && !isDigit(comma + 4)
    return groups && isDigit(comma - 1) && !(comma - 4...comma - 1).allSatisfy(isDigit)
  }

  private static func endsWord(_ index: Int, _ bytes: [UInt8]) -> Bool {
    switch bytes[index] {
    case 0x20, UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: ";"): true
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94)
    default: false
    }
  }

  /// A word with one run of digits, letters before and after.
  private static func digits(in word: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    guard let start = word.first(where: { bytes[$0] &- 0x30 <= 9 }) else { return nil }
    var end = start
    while end < word.upperBound, bytes[end] &- 0x30 <= 9 { end += 1 }
    return start..<end
  }

  /// The value of digits, or nil when they are too many.
  static func value(_ digits: Range<Int>, in bytes: [UInt8]) -> Int? {
    guard digits.count <= 15 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int(bytes[$1] - 0x30) }
  }
}

/// Writes integers into bytes.
enum Digits {
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var divisor: UInt = 1
    while number.magnitude / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      let digit = number.magnitude / divisor % 10
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
      divisor /= 10
    }
  }

  /// With leading zeros, so that bytes sort as numbers do.
  static func appendPadded(_ number: Int, width: Int = 10, to bytes: inout [UInt8]) {
    let start = bytes.count
    append(max(number, 0), to: &bytes)
    let missing = width - (bytes.count - start)
    guard missing > 0 else { return }
    bytes.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: missing), at: start)
  }

  /// a … z, aa, ab …: year-suffixes.
  static func appendLetters(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    let start = bytes.count
    while rest > 0 {
      rest -= 1
      bytes.append(UInt8(ascii: "a") + UInt8(truncatingIfNeeded: rest % 26))
      rest /= 26
    }
    bytes[start...].reverse()
  }

  /// Lower-case roman numerals; other numbers than 1 to 3999 stay arabic.
  static func appendRoman(_ number: Int, to bytes: inout [UInt8]) {
    guard (1...3999).contains(number) else { return append(number, to: &bytes) }
    var rest = number
    for (value, letters) in romans {
      while rest >= value {
        bytes += letters.utf8
        rest -= value
      }
    }
  }

  private static let romans: [(Int, String)] = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]
}

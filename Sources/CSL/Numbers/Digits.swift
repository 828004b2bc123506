/// Writes integers into bytes.
enum Digits {
  static func append(_ number: Int, to bytes: inout ByteBuffer) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    append(number.magnitude, to: &bytes)
  }

  private static func append(_ number: UInt, to bytes: inout ByteBuffer) {
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// With leading zeros, so that bytes sort as numbers do.
  static func appendPadded(_ number: Int, width: Int = 10, to bytes: inout ByteBuffer) {
    let number = max(number, 0)
    var least = 10
    for digits in 1..<max(width, 1) {
      if number < least {
        for _ in digits..<width { bytes.append(UInt8(ascii: "0")) }
        break
      }
      least *= 10
    }
    append(number, to: &bytes)
  }

  /// a … z, aa, ab …: year-suffixes.
  static func appendLetters(_ number: Int, to bytes: inout ByteBuffer) {
    guard number > 0 else { return }
    appendLetters((number - 1) / 26, to: &bytes)
    bytes.append(UInt8(ascii: "a") + UInt8(truncatingIfNeeded: (number - 1) % 26))
  }

  /// Lower-case roman numerals; other numbers than 1 to 3999 stay arabic.
  static func appendRoman(_ number: Int, to bytes: inout ByteBuffer) {
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

/// What a text holds that most texts do not.
///
/// Each byte is looked up in a table, since whether letters, spaces or digits come next cannot be
/// foreseen.
struct Peculiarities: OptionSet {
  var rawValue: UInt8

  /// It has to be parsed as rich text.
  static let markup = Self(rawValue: 1)
  static let space = Self(rawValue: 2)
  /// Other characters than those of ASCII.
  static let foreign = Self(rawValue: 4)
  /// There may be letters of a script without spaces between words.
  static let unspaced = Self(rawValue: 8)
  /// There may be letters of a script that runs from right to left.
  static let reversed = Self(rawValue: 16)
  static let latin = Self(rawValue: 32)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of bytes: ArraySlice<UInt8>) {
    self.init(rawValue: bytes.reduce(0) { $0 | Self.kinds[Int($1)] })
  }

  /// Whether characters from U+0590 to U+08FF, or from U+FB1D on, may begin with a byte.
  private static func mayBeRightToLeft(_ byte: UInt8) -> Bool {
    0xD6...0xE0 ~= byte || 0xEF...0xF0 ~= byte
  }

  /// For each byte what it is.
  static let kinds = (0...UInt8.max).map { byte in
    (RichText.isSpecial(byte) ? markup.rawValue : 0) | (byte == 0x20 ? space.rawValue : 0)
      | (byte >= 0xC2 ? foreign.rawValue : 0) | (byte >= 0xE2 ? unspaced.rawValue : 0)
      | (mayBeRightToLeft(byte) ? reversed.rawValue : 0)
      | (0x61...0x7A ~= byte | 0x20 ? latin.rawValue : 0)
  }
}

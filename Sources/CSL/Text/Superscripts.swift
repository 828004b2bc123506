/// Letters and digits that Unicode has in raised form: they are set as raised base characters.
enum Superscripts {
  /// The length of the raised character at a place, if there is one.
  static func length(at index: Int, in source: [UInt8], end: Int) -> Int? {
    let length = source[index] < 0xE0 ? 2 : 3
    guard index + length <= end else { return nil }
    return base(scalar(at: index, length, source)) == nil ? nil : length
  }

  static func appendBase(at range: Range<Int>, of source: [UInt8], to bytes: inout [UInt8]) {
    if let base = base(scalar(at: range.lowerBound, range.count, source)) {
      bytes += String(Character(base)).utf8
    }
  }

  private static func scalar(at index: Int, _ length: Int, _ source: [UInt8]) -> UInt32 {
    let second = UInt32(source[index + 1] & 0x3F)
    if length == 2 { return UInt32(source[index] & 0x1F) << 6 | second }
    return UInt32(source[index] & 0x0F) << 12 | second << 6 | UInt32(source[index + 2] & 0x3F)
  }

  /// U+1D2C… in order; a space where the character has no plain base.
  private static let phonetic: [Unicode.Scalar] = Array(
    "AÆB DEƎGHIJKLMN OȢPRTUWaɐɑᴂbdeəɛɜg kmŋoɔᴖᴗptuᴝɯvᴥβγδφχ".unicodeScalars)

  private static func base(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0xAA: return "a"
    case 0xB2: return "2"
    case 0xB3: return "3"
    case 0xB9: return "1"
    case 0xBA: return "o"
    case 0x2B0: return "h"
    case 0x2B1: return "ɦ"
    case 0x2B2: return "j"
    case 0x2B3: return "r"
    case 0x2B4: return "ɹ"
    case 0x2B5: return "ɻ"
    case 0x2B6: return "ʁ"
    case 0x2B7: return "w"
    case 0x2B8: return "y"
    case 0x2E0: return "ɣ"
    case 0x2E1: return "l"
    case 0x2E2: return "s"
    case 0x2E3: return "x"
    case 0x2E4: return "ʕ"
    case 0x1D2C...0x1D61:
      let base = phonetic[Int(value - 0x1D2C)]
      return base == " " ? nil : base
    case 0x2070: return "0"
    case 0x2071: return "i"
    case 0x2074...0x2079: return Unicode.Scalar(0x30 + value - 0x2070)
    case 0x207A: return "+"
    case 0x207B: return "\u{2212}"
    case 0x207C: return "="
    case 0x207D: return "("
    case 0x207E: return ")"
    case 0x207F: return "n"
    default: return nil
    }
  }
}

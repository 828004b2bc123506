/// Letters and digits that Unicode has in raised form: they are set as raised base characters.
enum Superscripts {
  /// Whether some of them are in a text.
  static func stand(in bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where begins(at: index, of: bytes) { return true }
    return false
  }

  /// Whether one begins at a place.
  static func begins(at index: Int, of bytes: Span<UInt8>) -> Bool {
    mayBegin(bytes[index]) && base(at: index, in: bytes) != nil
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC2, 0xCA, 0xCB, 0xDB, 0xE1, 0xE2, 0xE3: true
    default: false
    }
  }

  /// The base and the length of the raised character at a place.
  static func base(at index: Int, in bytes: Span<UInt8>) -> (text: String, length: Int)? {
    let length = bytes[index] < 0xE0 ? 2 : 3
    guard index + length <= bytes.count else { return nil }
    let second = UInt32(bytes[index + 1] & 0x3F)
    let value =
      length == 2
      ? UInt32(bytes[index] & 0x1F) << 6 | second
      : UInt32(bytes[index] & 0x0F) << 12 | second << 6 | UInt32(bytes[index + 2] & 0x3F)
    return base(value).map { ($0, length) }
  }

  /// A text in raised characters; nil when Unicode lacks one of them.
  static func raised(_ text: String) -> String? {
    var result = ""
    for character in text {
      guard let character = raisedCharacters[character] else { return nil }
      result.append(character)
    }
    return result
  }

  private static let raisedCharacters: [Character: Character] = {
    var table: [Character: Character] = [:]
    let blocks: [ClosedRange<UInt32>] = [
      0xAA...0xBA, 0x2070...0x207F, 0x2B0...0x2E4, 0x1D2C...0x1D61,
    ]
    for value in blocks.joined() {
      guard let raised = Unicode.Scalar(value), let base = base(value)?.first else { continue }
      if table[base] == nil { table[base] = Character(raised) }
    }
    return table
  }()

  /// In the order of their code points; a space where the character has no plain base.
  private static let phonetic = Array("AÆB DEƎGHIJKLMN OȢPRTUWaɐɑᴂbdeəɛɜg kmŋoɔᴖᴗptuᴝɯvᴥβγδφχ")
  private static let spacing = Array("hɦjrɹɻʁwy")
  private static let digits = Array("0i  456789+−=()n")
  private static let kanbun = Array("一二三四上中下甲乙丙丁天地人")

  private static func base(_ value: UInt32) -> String? {
    let character: Character
    switch value {
    case 0xAA: character = "a"
    case 0xB2: character = "2"
    case 0xB3: character = "3"
    case 0xB9: character = "1"
    case 0xBA: character = "o"
    case 0x2B0...0x2B8: character = spacing[Int(value - 0x2B0)]
    case 0x2C0: character = "ʔ"
    case 0x2C1, 0x2E4: character = "ʕ"
    case 0x2E0: character = "ɣ"
    case 0x2E1: character = "l"
    case 0x2E2: character = "s"
    case 0x2E3: character = "x"
    case 0x6E5: character = "و"
    case 0x6E6: character = "ي"
    case 0x1D2C...0x1D61: character = phonetic[Int(value - 0x1D2C)]
    case 0x2070...0x207F: character = digits[Int(value - 0x2070)]
    case 0x2120: return "SM"
    case 0x2122: return "TM"
    case 0x3192...0x319F: character = kanbun[Int(value - 0x3192)]
    default: return nil
    }
    return character == " " ? nil : String(character)
  }
}

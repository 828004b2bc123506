/// What a text holds that most texts do not.
///
/// Each byte is looked up in a table, since whether letters, spaces or digits come next cannot be
/// foreseen.
struct Peculiarities {
  /// Whether it has to be parsed as rich text.
  let needsParsing: Bool
  /// Whether two spaces stand in a row.
  let hasWideSpace: Bool
  /// Whether it has other characters than those of ASCII.
  let isForeign: Bool

  init(of bytes: Span<UInt8>) {
    let classes = Self.classes
    var (found, repeated, last): (UInt8, UInt8, UInt8) = (0, 0, 0)
    for index in bytes.indices {
      let byte = classes[Int(bytes[index])]
      found |= byte
      repeated |= byte & last
      last = byte
    }
    needsParsing = found & Self.special != 0
    hasWideSpace = repeated & Self.space != 0
    isForeign = found & Self.foreign != 0
  }

  private static let special: UInt8 = 1
  private static let space: UInt8 = 2
  private static let foreign: UInt8 = 4

  /// For each byte what it is.
  private static let classes = (0...UInt8.max).map { byte in
    (RichText.isSpecial(byte) ? special : 0) | (byte == 0x20 ? space : 0)
      | (byte >= 0xC2 ? foreign : 0)
  }
}

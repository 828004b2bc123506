/// The letters and digits of ASCII that stand at a place of a text, at most eight: told in one step,
/// since words are short and end where no processor expects it.
struct LetterRun {
  /// In lower case, the first lowest; zero behind the last.
  let letters: UInt64
  let count: Int

  static let size = 8

  /// Whether more may follow.
  var isFull: Bool { count == Self.size }

  @inline(__always)
  init(in text: Span<UInt8>, at place: Int) {
    let word = Self.word(in: text, at: place)
    // Each byte by itself: without its highest bit no sum runs over into the next.
    let low = word & Self.each(0x7F)
    let lower = low | Self.each(0x20)
    let isLetter =
      (lower + Self.each(0x80 - UInt64(UInt8(ascii: "a"))))
      & ~(lower + Self.each(0x7F - UInt64(UInt8(ascii: "z"))))
    let isDigit =
      (low + Self.each(0x80 - UInt64(UInt8(ascii: "0"))))
      & ~(low + Self.each(0x7F - UInt64(UInt8(ascii: "9"))))
    let others = (~(isLetter | isDigit) | word) & Self.each(0x80)
    count = others.trailingZeroBitCount / 8
    letters = lower & ~(UInt64.max << UInt64(8 * count))
  }

  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte * 0x0101_0101_0101_0101 }

  /// Eight bytes, zero behind the end.
  @inline(__always)
  private static func word(in text: Span<UInt8>, at place: Int) -> UInt64 {
    guard place <= text.count - size else { return lastWord(in: text, at: place) }
    // The compiler makes one step of this.
    let bytes = text.extracting(place..<place + size)
    var word: UInt64 = 0
    for index in 0..<size { word |= UInt64(bytes[index]) << UInt64(8 * index) }
    return word
  }

  private static func lastWord(in text: Span<UInt8>, at place: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in place..<text.count { word |= UInt64(text[index]) << UInt64(8 * (index - place)) }
    return word
  }
}

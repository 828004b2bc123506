/// A set of bytes that mean something in a format, looked for in every text that is written.
package struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Bytes that begin characters beyond ASCII; such as begin none, if there is none.
  private var leads: (UInt8, UInt8) = (0xFF, 0xFF)

  /// - Parameters:
  ///   - characters: those of ASCII; no letters.
  ///   - controls: whether the control characters before the space belong to it.
  ///   - lead: the first byte of some characters beyond ASCII.
  ///   - other: that of some others.
  package init(
    _ characters: String, controls: Bool = false, lead: UInt8? = nil, _ other: UInt8? = nil
  ) {
    if controls { low = 0xFFFF_FFFF }
    if let lead { leads = (lead, other ?? lead) }
    for byte in characters.utf8 where byte < 0x80 {
      precondition(!LaTeXReader.isLetter(byte), "letters mean themselves in every format")
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
  }

  package func subtracting(_ characters: String) -> ByteSet {
    let other = ByteSet(characters)
    var result = self
    result.low &= ~other.low
    result.high &= ~other.high
    return result
  }

  package func contains(_ byte: UInt8) -> Bool {
    // Most bytes of a text are letters.
    if LaTeXReader.isLetter(byte) { return false }
    return byte < 0x80
      ? (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
      : byte == leads.0 || byte == leads.1
  }

  /// Where the first of these bytes stands from an index on; nil where there is none.
  package func firstIndex(in bytes: [UInt8], from start: Int) -> Int? {
    let span = bytes.span
    for index in start..<span.count where contains(span[index]) { return index }
    return nil
  }

  /// Whether a byte of the text is one of the set.
  package func touches(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices where contains(bytes[index]) { return true }
    return false
  }
}

extension String {
  /// Whether a byte stands in the text.
  package func holds(_ byte: UInt8) -> Bool {
    let bytes = utf8.span
    for index in bytes.indices where bytes[index] == byte { return true }
    return false
  }
}

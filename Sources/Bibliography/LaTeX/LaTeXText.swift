/// What LaTeX source says: rich text, and which stretches of it are protected from a change of
/// case.
struct LaTeXText {
  /// UTF-8, with CSL-JSON's markup.
  var bytes: [UInt8] = []
  /// What stands in braces; in order, without overlap.
  var protected: [Range<Int>] = []
  /// Arguments of commands, such as the name of a species in italics; in order, without
  /// overlap.
  ///
  /// BibTeX takes no capital from them, but a sentence may begin in one.
  var kept: [Range<Int>] = []

  var string: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ other: LaTeXText) {
    let shift = bytes.count
    bytes += other.bytes
    for range in other.protected {
      protected.append(range.lowerBound + shift..<range.upperBound + shift)
    }
    for range in other.kept {
      kept.append(range.lowerBound + shift..<range.upperBound + shift)
    }
  }

  /// Protects everything from `start` on, in place of what was protected inside it.
  mutating func protect(from start: Int) {
    while let last = protected.last, last.lowerBound >= start { protected.removeLast() }
    if start < bytes.count { protected.append(start..<bytes.count) }
  }

  /// Keeps the capitals of everything from `start` on.
  mutating func keep(from start: Int) {
    while let last = kept.last, last.lowerBound >= start { kept.removeLast() }
    if start < bytes.count { kept.append(start..<bytes.count) }
  }

  /// Takes away everything from `start` on.
  mutating func cut(from start: Int) -> [UInt8] {
    let tail = Array(bytes[start...])
    bytes.removeSubrange(start...)
    while let last = kept.last, last.upperBound > start { kept.removeLast() }
    while let last = protected.last, last.upperBound > start { protected.removeLast() }
    return tail
  }

  mutating func trimEnd(of trimmed: [UInt8] = [0x20]) {
    while let last = bytes.last, trimmed.contains(last) { bytes.removeLast() }
    while let last = protected.last, last.upperBound > bytes.count {
      protected.removeLast()
      if last.lowerBound < bytes.count { protected.append(last.lowerBound..<bytes.count) }
    }
  }
}

extension MarkedText {
  /// The text with what the source says in place of each mark: for code, addresses and HTML.
  func restored(_ text: [UInt8], source: [UInt8]) -> String {
    guard text.contains(where: { $0 >= 0xF3 }) else { return String(decoding: text, as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if let mark = Self.markIndex(in: text.span, at: index), marks.indices.contains(mark) {
        let suffix = removeWrapping(of: marks[mark], from: &bytes)
        bytes += source[marks[mark].range]
        index += 4
        if text[index...].starts(with: suffix) { index += suffix.count }
        index = Self.afterFlank(in: text, at: index)
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Takes back what was put before a mark; returns what was put after it.
  private func removeWrapping(of mark: Mark, from bytes: inout [UInt8]) -> [UInt8] {
    var prefix: [UInt8] = Self.flank
    var suffix: [UInt8] = []
    if mark.isWrapped {
      prefix = Array("<!--".utf8)
      suffix = Array("-->".utf8)
    } else if case .definition = mark.kind {
      prefix = Array("+  ".utf8)
    } else if case .noteLabel = mark.kind {
      prefix = Array("[^".utf8)
      suffix = Array("]".utf8)
    }
    if bytes.suffix(prefix.count).elementsEqual(prefix) { bytes.removeLast(prefix.count) }
    return suffix
  }

  /// The offset after a flank that stands at `index`.
  static func afterFlank(in text: [UInt8], at index: Int) -> Int {
    text[index...].starts(with: flank) ? index + flank.count : index
  }
}

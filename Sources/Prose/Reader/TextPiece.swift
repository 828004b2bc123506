import Reporting

/// A text on its way into the tree: cmark hands it over line by line, and in parts.
struct TextPiece {
  private var bytes: [UInt8] = []
  private var range: Range<Int>?

  var isEmpty: Bool { bytes.isEmpty }

  mutating func add(_ part: some Collection<UInt8>, at place: Range<Int>) {
    if bytes.last == UInt8(ascii: "\n"), let first = part.first, first >= 0xE3,
      joins(bytes.dropLast().suffix(4), part.prefix(4))
    {
      bytes.removeLast()
    }
    bytes.append(contentsOf: part)
    let start = range?.lowerBound ?? place.lowerBound
    range = start..<max(start, place.upperBound)
  }

  /// Whether the end of a line between two pieces is no blank: Chinese and Japanese put none
  /// between words.
  private func joins(_ before: some Collection<UInt8>, _ after: some Collection<UInt8>) -> Bool {
    guard let last = String(decoding: before, as: UTF8.self).unicodeScalars.last,
      let first = String(decoding: after, as: UTF8.self).unicodeScalars.first
    else { return false }
    return last.standsWithoutBlanks && first.standsWithoutBlanks
  }

  mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

  /// The whole text, and room for the next; what is nothing but the end of a line stands where what
  /// is before it ends.
  mutating func take(after end: Int) -> Inline {
    let text = String(decoding: bytes, as: UTF8.self)
    let place = range ?? end..<end
    bytes.removeAll(keepingCapacity: true)
    range = nil
    return Inline(.text(text), at: place)
  }
}

/// A text on its way into the tree: cmark hands it over line by line, and in parts.
struct TextPiece {
  private var bytes: [UInt8] = []
  private var range: Range<Int>?

  var isEmpty: Bool { bytes.isEmpty }

  mutating func add(_ part: some Collection<UInt8>, at place: Range<Int>) {
    bytes.append(contentsOf: part)
    let start = range?.lowerBound ?? place.lowerBound
    range = start..<max(start, place.upperBound)
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

/// A stretch of text in a pool of bytes.
struct Slice: Sendable, Hashable {
  var start: UInt32
  var count: UInt32

  static let empty = Slice(start: 0, count: 0)

  var isEmpty: Bool { count == 0 }
  var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

extension [UInt8] {
  /// Adds text to a pool.
  mutating func add(_ text: some Collection<UInt8>) -> Slice {
    let start = UInt32(truncatingIfNeeded: count)
    append(contentsOf: text)
    return Slice(start: start, count: UInt32(truncatingIfNeeded: count) - start)
  }
}

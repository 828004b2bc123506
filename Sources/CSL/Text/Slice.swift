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

  /// Adds a stretch of a pool; a word is added faster byte by byte than as a slice.
  mutating func append(_ range: Range<Int>, of pool: [UInt8]) {
    guard range.count <= 24 else { return append(contentsOf: pool[range]) }
    append(addingCapacity: range.count) { space in
      for index in range { space.append(pool[index]) }
    }
  }
}

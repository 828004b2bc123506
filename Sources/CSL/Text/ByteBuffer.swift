/// Bytes that grow at their end.
///
/// Texts are put together from thousands of words and marks. An array finds out for every byte
/// whether it is shared and has room; this does so once for a word.
struct ByteBuffer: Sendable {
  /// The bytes, and room behind them.
  private var storage: [UInt8]
  private(set) var count: Int

  init(_ bytes: [UInt8] = []) {
    storage = bytes
    count = bytes.count
  }

  var isEmpty: Bool { count == 0 }
  var last: UInt8? { count > 0 ? storage[count - 1] : nil }
  var all: ArraySlice<UInt8> { storage[..<count] }

  subscript(index: Int) -> UInt8 {
    get { storage[index] }
    set { storage[index] = newValue }
  }

  subscript(range: Range<Int>) -> ArraySlice<UInt8> { storage[range] }

  mutating func append(_ byte: UInt8) {
    if count == storage.count { grow(by: 1) }
    storage[count] = byte
    count += 1
  }

  /// Adds a stretch of other bytes.
  mutating func append(_ range: Range<Int>, of source: [UInt8]) {
    append(source.span.extracting(range))
  }

  mutating func append(_ range: Range<Int>, of source: ByteBuffer) {
    append(source.storage.span.extracting(range))
  }

  private mutating func append(_ bytes: Span<UInt8>) {
    if storage.count - count < bytes.count { grow(by: bytes.count) }
    let offset = count
    count += bytes.count
    var storage = storage.mutableSpan
    for index in bytes.indices { storage[offset &+ index] = bytes[index] }
  }

  /// Whether all bytes of a stretch are smaller than another.
  func isBelow(_ limit: UInt8, in range: Range<Int>) -> Bool {
    let bytes = storage.span.extracting(range)
    var highest: UInt8 = 0
    for index in bytes.indices { highest = max(highest, bytes[index]) }
    return highest < limit
  }

  static func += (buffer: inout ByteBuffer, bytes: some Collection<UInt8>) {
    for byte in bytes { buffer.append(byte) }
  }

  mutating func removeLast(_ count: Int = 1) { self.count -= count }

  mutating func removeAll() { count = 0 }

  private mutating func grow(by least: Int) {
    storage.append(contentsOf: repeatElement(0, count: max(least, storage.count, 64)))
  }
}

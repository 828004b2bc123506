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

  /// Adds a stretch of other bytes; written so that many are copied at once.
  mutating func append(_ range: Range<Int>, of source: [UInt8]) {
    let bytes = source.span.extracting(range)
    if bytes.count > storage.count - count { grow(by: bytes.count) }
    let start = count
    count = start + bytes.count
    var storage = storage.mutableSpan
    for index in bytes.indices { storage[start &+ index] = bytes[index] }
  }

  mutating func append(_ range: Range<Int>, of source: ByteBuffer) {
    append(range, of: source.storage)
  }

  static func += (buffer: inout ByteBuffer, bytes: some Collection<UInt8>) {
    for byte in bytes { buffer.append(byte) }
  }

  mutating func removeLast(_ count: Int = 1) { self.count -= count }

  mutating func removeAll() { count = 0 }

  private mutating func grow(by least: Int) {
    storage.append(contentsOf: repeatElement(0, count: max(least, storage.count, 1024)))
  }
}

/// Values in a row that grow at their end and are emptied again and again.
///
/// Texts are put together from thousands of words and marks. An array finds out for every one
/// whether it is shared and has room, and takes long to be emptied; this keeps what it once had room
/// for and only counts. For plain values: what is removed is not let go.
struct Buffer<Element: Sendable>: Sendable {
  /// The values, and those that were behind them before.
  private var storage: [Element] = []
  private(set) var count = 0

  init() {}

  var isEmpty: Bool { count == 0 }
  var last: Element? { count > 0 ? storage[count - 1] : nil }
  var indices: Range<Int> { 0..<count }
  var all: ArraySlice<Element> { storage[..<count] }

  subscript(index: Int) -> Element {
    get { storage[index] }
    _modify { yield &storage[index] }
  }

  subscript(range: Range<Int>) -> ArraySlice<Element> { storage[range] }

  /// Changes several values, having found out once whether they are shared.
  @inline(__always) mutating func change(_ body: (inout MutableSpan<Element>) -> Void) {
    var values = storage.mutableSpan
    body(&values)
  }

  @inline(__always) mutating func append(_ element: Element) {
    if count < storage.count { storage[count] = element } else { storage.append(element) }
    count += 1
  }

  /// Adds a value and changes others for it.
  @inline(__always) mutating func append(
    _ element: Element, _ change: (inout MutableSpan<Element>) -> Void
  ) {
    let place = count
    count += 1
    if place == storage.count { storage.append(element) }
    var values = storage.mutableSpan
    values[place] = element
    change(&values)
  }

  mutating func removeLast(_ count: Int = 1) { self.count -= count }

  mutating func removeFirst(_ count: Int) {
    for index in count..<self.count { storage[index - count] = storage[index] }
    self.count -= count
  }

  mutating func popLast() -> Element? {
    guard count > 0 else { return nil }
    count -= 1
    return storage[count]
  }

  mutating func removeAll() { count = 0 }

  mutating func reserveCapacity(_ count: Int) { storage.reserveCapacity(count) }
}

typealias ByteBuffer = Buffer<UInt8>

extension Buffer<UInt8> {
  /// Adds other bytes, all at once.
  mutating func append(_ bytes: Span<UInt8>) {
    if bytes.count > storage.count - count { grow(by: bytes.count) }
    let place = count..<count + bytes.count
    count = place.upperBound
    unsafe storage.withUnsafeMutableBytes { storage in
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: storage[place])
      unsafe bytes.withUnsafeBytes { unsafe room.copyMemory(from: $0) }
    }
  }

  mutating func append(_ range: Range<Int>, of source: [UInt8]) {
    append(source.span.extracting(range))
  }

  mutating func append(_ range: Range<Int>, of source: ByteBuffer) {
    append(range, of: source.storage)
  }

  /// Adds a text; of bytes that are of several kinds, bit by bit, says which kinds there are and
  /// which of them stand twice in a row.
  mutating func append(_ text: String, kinds: [UInt8]) -> (found: UInt8, repeated: UInt8) {
    let (bytes, kinds) = (text.utf8.span, kinds.span)
    append(bytes)
    var (found, repeated, last): (UInt8, UInt8, UInt8) = (0, 0, 0)
    for index in bytes.indices {
      let kind = kinds[Int(bytes[index])]
      found |= kind
      repeated |= kind & last
      last = kind
    }
    return (found, repeated)
  }

  private mutating func grow(by least: Int) {
    storage += repeatElement(0, count: max(least, storage.count, 1024))
  }

  static func += (buffer: inout ByteBuffer, bytes: some Collection<UInt8>) {
    for byte in bytes { buffer.append(byte) }
  }
}

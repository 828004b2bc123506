/// A number that stands for bytes and for whole values: 64 well-mixed bits, eight bytes at a time.
///
/// Equal values have equal fingerprints, on every run of the program.
struct Fingerprint: Sendable, Hashable, Comparable, Codable, Packable {
  private var value: UInt64 = 0x9e37_79b9_7f4a_7c15

  init() {}

  init(_ bytes: [UInt8]) { combine(bytes) }

  init(_ text: String) { combine(text) }

  init(of value: some Encodable) { combine(BinaryEncoder.bytes(of: value)) }

  /// Eight of them.
  var bytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }

  /// The same number, as it was packed.
  init(unpacking bytes: inout PackedBytes) throws {
    value = UInt64(bitPattern: Int64(try bytes.number()))
  }

  func pack(into bytes: inout PackedBytes) { bytes.write(Int(Int64(bitPattern: value))) }

  /// An order that means nothing.
  static func < (a: Fingerprint, b: Fingerprint) -> Bool { a.value < b.value }

  mutating func combine(_ other: Fingerprint) { combine(word: other.value) }

  mutating func combine(_ text: String) { combine(Array(text.utf8)) }

  /// Of those from a place on.
  mutating func combine(_ bytes: [UInt8], from start: Int = 0) {
    let span = bytes.span.extracting(start..<bytes.count)
    combine(word: UInt64(span.count))
    var position = 0
    while position &+ 8 <= span.count {
      combine(word: Self.word(span.extracting(position..<position &+ 8)))
      position &+= 8
    }
    var rest: UInt64 = 0
    while position < span.count {
      rest = rest << 8 | UInt64(span[position])
      position += 1
    }
    combine(word: rest)
  }

  /// The halves of a product depend on every bit of both factors.
  private mutating func combine(word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    value = (product.high ^ product.low) &+ 0xe703_7ed1_a0b4_28db
  }

  private static func word(_ bytes: Span<UInt8>) -> UInt64 {
    func part(_ index: Int) -> UInt64 { UInt64(bytes[index]) << (8 * UInt64(index)) }
    return part(0) | part(1) | part(2) | part(3) | part(4) | part(5) | part(6) | part(7)
  }
}

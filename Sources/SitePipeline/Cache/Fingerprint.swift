/// A number that stands for bytes and for whole values: 64 well-mixed bits, eight bytes at a time.
///
/// Equal values have equal fingerprints, on every run of the program.
struct Fingerprint: Sendable, Hashable, Codable {
  private var value: UInt64 = 0x9e37_79b9_7f4a_7c15

  init() {}

  init(_ bytes: [UInt8]) { combine(bytes) }

  init(of value: some Encodable) { combine(BinaryEncoder.bytes(of: value)) }

  /// Eight of them.
  var bytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }

  mutating func combine(_ other: Fingerprint) { combine(word: other.value) }

  mutating func combine(_ text: String) { combine(Array(text.utf8)) }

  mutating func combine(_ bytes: [UInt8]) {
    combine(word: UInt64(bytes.count))
    var position = 0
    while position + 8 <= bytes.count {
      combine(word: Self.word(bytes, at: position))
      position += 8
    }
    var rest: UInt64 = 0
    while position < bytes.count {
      rest = rest << 8 | UInt64(bytes[position])
      position += 1
    }
    combine(word: rest)
  }

  /// The halves of a product depend on every bit of both factors.
  private mutating func combine(word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    value = (product.high ^ product.low) &+ 0xe703_7ed1_a0b4_28db
  }

  private static func word(_ bytes: [UInt8], at position: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in position..<position + 8 { word = word << 8 | UInt64(bytes[index]) }
    return word
  }
}

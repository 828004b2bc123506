import Foundation

/// A number that stands for bytes and for whole values: 64 well-mixed bits, eight bytes at a time.
///
/// Equal values have equal fingerprints, on every run of the program.
struct Fingerprint: Sendable, Hashable, Comparable, Codable, Packable {
  private var value: UInt64 = 0x9e37_79b9_7f4a_7c15

  init() {}

  init(_ bytes: Span<UInt8>) { combine(bytes) }

  init(_ bytes: [UInt8]) { combine(bytes) }

  init(_ text: String) { combine(text) }

  init(of value: some Encodable) { combine(BinaryEncoder.bytes(of: value)) }

  /// Eight of them.
  var bytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }

  /// Half of it, where few things are told apart.
  var short: UInt32 { UInt32(truncatingIfNeeded: value) }

  /// The same number, as it was packed.
  init(unpacking bytes: inout PackedBytes) throws {
    value = UInt64(bitPattern: Int64(try bytes.number()))
  }

  func pack(into bytes: inout PackedBytes) { bytes.write(Int(Int64(bitPattern: value))) }

  /// An order that means nothing.
  static func < (a: Fingerprint, b: Fingerprint) -> Bool { a.value < b.value }

  mutating func combine(_ other: Fingerprint) { combine(word: other.value) }

  mutating func combine(_ number: Int) { combine(word: UInt64(truncatingIfNeeded: number)) }

  mutating func combine(_ text: String) { combine(text.utf8.span) }

  mutating func combine(_ bytes: [UInt8]) { combine(bytes.span) }

  mutating func combine(_ bytes: Span<UInt8>) {
    combine(word: UInt64(bytes.count))
    let end = bytes.count / 8 * 8
    value = unsafe bytes.withUnsafeBytes { buffer in
      func word(_ place: Int) -> UInt64 {
        unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      }
      var mixed = value
      var place = 0
      // Of much the processor mixes four words at once, if none waits for another.
      if end >= 64 {
        var (a, b) = (mixed, Self.mix(mixed, 1))
        var (c, d) = (Self.mix(mixed, 2), Self.mix(mixed, 3))
        while place + 32 <= end {
          a = Self.mix(a, word(place))
          b = Self.mix(b, word(place + 8))
          c = Self.mix(c, word(place + 16))
          d = Self.mix(d, word(place + 24))
          place += 32
        }
        mixed = Self.mix(Self.mix(a, b), Self.mix(c, d))
      }
      while place < end {
        mixed = Self.mix(mixed, word(place))
        place += 8
      }
      return mixed
    }
    var rest: UInt64 = 0
    for place in end..<bytes.count { rest = rest << 8 | UInt64(bytes[place]) }
    combine(word: rest)
  }

  private mutating func combine(word: UInt64) { value = Self.mix(value, word) }

  /// The halves of a product depend on every bit of both factors.
  private static func mix(_ value: UInt64, _ word: UInt64) -> UInt64 {
    let product = (value ^ word).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    return (product.high ^ product.low) &+ 0xe703_7ed1_a0b4_28db
  }
}

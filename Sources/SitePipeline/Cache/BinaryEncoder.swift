import Reporting

/// Writes values as bytes, one property after the other and without their names: for what only the
/// program that wrote it reads again, and for fingerprints.
///
/// What the compiler writes as `Codable` visits properties in one order, so that no property of a
/// value can be forgotten here. Dictionaries have no order, and optional elements of arrays no
/// mark: neither is for coding.
struct BinaryEncoder: Encoder {
  fileprivate let sink: ByteSink

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// With room before it for so many bytes.
  static func bytes(of value: some Encodable, after room: Int = 0) -> [UInt8] {
    let sink = ByteSink()
    // Most values are no longer.
    sink.bytes.reserveCapacity(room + 2048)
    sink.bytes += repeatElement(0, count: room)
    do {
      try sink.write(value)
    } catch {
      preconditionFailure("a value that has no bytes: \(error)")
    }
    return sink.bytes
  }

  func container<Key: CodingKey>(keyedBy: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Properties(sink: sink))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { Elements(sink: sink) }
  func singleValueContainer() -> any SingleValueEncodingContainer { Single(sink: sink) }
}

/// The bytes that all containers of one value write to.
private final class ByteSink {
  var bytes: [UInt8] = []

  func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Seven bits a byte, the lowest first; small negative numbers are short too.
  func write(number: some FixedWidthInteger) {
    let signed = Int64(truncatingIfNeeded: number)
    var rest = UInt64(bitPattern: (signed << 1) ^ (signed >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  func write(_ text: String) {
    write(number: text.utf8.count)
    bytes.append(contentsOf: text.utf8.span)
  }

  func write<Value: Encodable>(_ value: Value) throws {
    if Value.self == Set<String>.self, let set = value as? Set<String> {
      try set.sorted().encode(to: BinaryEncoder(sink: self))
    } else if Value.self == [UInt8].self, let bytes = value as? [UInt8] {
      write(number: bytes.count)
      self.bytes += bytes
    } else {
      try value.encode(to: BinaryEncoder(sink: self))
    }
  }

  func write(optional number: (some FixedWidthInteger)?) {
    if let number = writePresence(of: number) { write(number: number) }
  }

  func writePresence<Value>(of value: Value?) -> Value? {
    write(value != nil)
    return value
  }
}

private struct Properties<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let sink: ByteSink
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey: Key) { sink.write(false) }
  func encode(_ value: Bool, forKey: Key) { sink.write(value) }
  func encode(_ value: String, forKey: Key) { sink.write(value) }
  func encode(_ value: Double, forKey: Key) { sink.write(number: value.bitPattern) }
  func encode(_ value: Float, forKey: Key) { sink.write(number: value.bitPattern) }
  func encode<Value: FixedWidthInteger & Encodable>(_ value: Value, forKey: Key) {
    sink.write(number: value)
  }
  func encode<Value: Encodable>(_ value: Value, forKey: Key) throws { try sink.write(value) }

  func encodeIfPresent(_ value: Bool?, forKey: Key) {
    if let value = sink.writePresence(of: value) { sink.write(value) }
  }
  func encodeIfPresent(_ value: String?, forKey: Key) {
    if let value = sink.writePresence(of: value) { sink.write(value) }
  }
  func encodeIfPresent(_ value: Double?, forKey: Key) {
    if let value = sink.writePresence(of: value) { sink.write(number: value.bitPattern) }
  }
  func encodeIfPresent(_ value: Float?, forKey: Key) {
    if let value = sink.writePresence(of: value) { sink.write(number: value.bitPattern) }
  }
  // One for each type, since the protocol's own would be preferred to a generic one.
  func encodeIfPresent(_ value: Int?, forKey: Key) { sink.write(optional: value) }
  func encodeIfPresent(_ value: Int8?, forKey: Key) { sink.write(optional: value) }
  func encodeIfPresent(_ value: Int16?, forKey: Key) { sink.write(optional: value) }
  func encodeIfPresent(_ value: Int32?, forKey: Key) { sink.write(optional: value) }
  func encodeIfPresent(_ value: Int64?, forKey: Key) { sink.write(optional: value) }
  func encodeIfPresent(_ value: UInt?, forKey: Key) { sink.write(optional: value) }
  func encodeIfPresent(_ value: UInt8?, forKey: Key) { sink.write(optional: value) }
  func encodeIfPresent(_ value: UInt16?, forKey: Key) { sink.write(optional: value) }
  func encodeIfPresent(_ value: UInt32?, forKey: Key) { sink.write(optional: value) }
  func encodeIfPresent(_ value: UInt64?, forKey: Key) { sink.write(optional: value) }
  func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey: Key) throws {
    if let value = sink.writePresence(of: value) { try sink.write(value) }
  }

  /// A case of an enumeration, by its name, before its values.
  func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type, forKey key: Key)
    -> KeyedEncodingContainer<Nested>
  {
    sink.write(key.stringValue)
    return KeyedEncodingContainer(Properties<Nested>(sink: sink))
  }

  func nestedUnkeyedContainer(forKey: Key) -> any UnkeyedEncodingContainer { Elements(sink: sink) }
  func superEncoder() -> any Encoder { BinaryEncoder(sink: sink) }
  func superEncoder(forKey: Key) -> any Encoder { BinaryEncoder(sink: sink) }
}

/// Elements after their number, which grows with each.
private struct Elements: UnkeyedEncodingContainer {
  private let sink: ByteSink
  /// Where the number stands, in four bytes.
  private let place: Int
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(sink: ByteSink) {
    self.sink = sink
    place = sink.bytes.count
    sink.bytes += [0, 0, 0, 0]
  }

  private mutating func add() {
    count += 1
    // Mostly the first byte alone.
    var byte = place
    sink.bytes[byte] &+= 1
    while sink.bytes[byte] == 0 {
      byte += 1
      sink.bytes[byte] &+= 1
    }
  }

  mutating func encodeNil() {
    add()
    sink.write(false)
  }

  mutating func encode(_ value: String) {
    add()
    sink.write(value)
  }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    add()
    try sink.write(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type)
    -> KeyedEncodingContainer<Nested>
  {
    add()
    return KeyedEncodingContainer(Properties<Nested>(sink: sink))
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    add()
    return Elements(sink: sink)
  }

  mutating func superEncoder() -> any Encoder {
    add()
    return BinaryEncoder(sink: sink)
  }
}

private struct Single: SingleValueEncodingContainer {
  let sink: ByteSink
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { sink.write(false) }
  func encode(_ value: Bool) { sink.write(value) }
  func encode(_ value: String) { sink.write(value) }
  func encode(_ value: Double) { sink.write(number: value.bitPattern) }
  func encode(_ value: Float) { sink.write(number: value.bitPattern) }
  func encode<Value: FixedWidthInteger & Encodable>(_ value: Value) { sink.write(number: value) }
  func encode<Value: Encodable>(_ value: Value) throws { try sink.write(value) }
}

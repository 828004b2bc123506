/// Reads what `BinaryEncoder` has written; bytes of anything else are refused.
struct BinaryDecoder: Decoder {
  /// The bytes end, or say what cannot be.
  struct Damaged: Error {}

  fileprivate let source: ByteSource

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Nil when the bytes are not those of such a value.
  static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8], at start: Int = 0)
    -> Value?
  {
    let source = ByteSource(bytes, from: start)
    guard let value = try? Value(from: BinaryDecoder(source: source)), source.isAtEnd else {
      return nil
    }
    return value
  }

  func container<Key: CodingKey>(keyedBy: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Properties(source: source))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try Elements(source: source) }
  func singleValueContainer() -> any SingleValueDecodingContainer { Single(source: source) }
}

private final class ByteSource {
  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    position = start
  }

  var isAtEnd: Bool { position == bytes.count }

  func byte() throws -> UInt8 {
    guard position < bytes.count else { throw BinaryDecoder.Damaged() }
    defer { position += 1 }
    return bytes[position]
  }

  func bool() throws -> Bool { try byte() != 0 }

  func number<Value: FixedWidthInteger>(_: Value.Type = Value.self) throws -> Value {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      value |= UInt64(byte & 0x7F) << shift
      guard byte >= 0x80 else { break }
      shift += 7
      guard shift < 64 else { throw BinaryDecoder.Damaged() }
    }
    return Value(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(value & 1))
  }

  func optional<Value: FixedWidthInteger>() throws -> Value? { try bool() ? number() : nil }

  func text() throws -> String {
    let count: Int = try number()
    guard count >= 0, count <= bytes.count - position else { throw BinaryDecoder.Damaged() }
    defer { position += count }
    return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
  }

  func value<Value: Decodable>(_: Value.Type) throws -> Value {
    if Value.self == [UInt8].self, let bytes = try rawBytes() as? Value { return bytes }
    return try Value(from: BinaryDecoder(source: self))
  }

  private func rawBytes() throws -> [UInt8] {
    let count: Int = try number()
    guard count >= 0, count <= bytes.count - position else { throw BinaryDecoder.Damaged() }
    defer { position += count }
    return Array(bytes[position..<(position + count)])
  }

  /// The number of elements: each takes a byte or more.
  func elementCount() throws -> Int {
    let bytes = [try byte(), try byte(), try byte(), try byte()]
    let count = bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard count <= self.bytes.count - position else { throw BinaryDecoder.Damaged() }
    return count
  }
}

private struct Properties<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let source: ByteSource
  var codingPath: [any CodingKey] { [] }

  /// Asked for by enumerations alone, whose case stands here by its name.
  var allKeys: [Key] { [(try? source.text()).flatMap(Key.init)].compactMap(\.self) }

  func contains(_: Key) -> Bool { true }
  func decodeNil(forKey: Key) throws -> Bool { try !source.bool() }
  func decode(_: Bool.Type, forKey: Key) throws -> Bool { try source.bool() }
  func decode(_: String.Type, forKey: Key) throws -> String { try source.text() }
  func decode(_: Double.Type, forKey: Key) throws -> Double {
    Double(bitPattern: try source.number())
  }
  func decode(_: Float.Type, forKey: Key) throws -> Float {
    Float(bitPattern: try source.number())
  }
  func decode<Value: FixedWidthInteger & Decodable>(_: Value.Type, forKey: Key) throws -> Value {
    try source.number()
  }
  func decode<Value: Decodable>(_ type: Value.Type, forKey: Key) throws -> Value {
    try source.value(type)
  }

  func decodeIfPresent(_: Bool.Type, forKey: Key) throws -> Bool? {
    try source.bool() ? source.bool() : nil
  }
  func decodeIfPresent(_: String.Type, forKey: Key) throws -> String? {
    try source.bool() ? source.text() : nil
  }
  func decodeIfPresent(_: Double.Type, forKey: Key) throws -> Double? {
    try source.bool() ? Double(bitPattern: source.number()) : nil
  }
  func decodeIfPresent(_: Float.Type, forKey: Key) throws -> Float? {
    try source.bool() ? Float(bitPattern: source.number()) : nil
  }
  // One for each type, since the protocol's own would be preferred to a generic one.
  func decodeIfPresent(_: Int.Type, forKey: Key) throws -> Int? { try source.optional() }
  func decodeIfPresent(_: Int8.Type, forKey: Key) throws -> Int8? { try source.optional() }
  func decodeIfPresent(_: Int16.Type, forKey: Key) throws -> Int16? { try source.optional() }
  func decodeIfPresent(_: Int32.Type, forKey: Key) throws -> Int32? { try source.optional() }
  func decodeIfPresent(_: Int64.Type, forKey: Key) throws -> Int64? { try source.optional() }
  func decodeIfPresent(_: UInt.Type, forKey: Key) throws -> UInt? { try source.optional() }
  func decodeIfPresent(_: UInt8.Type, forKey: Key) throws -> UInt8? { try source.optional() }
  func decodeIfPresent(_: UInt16.Type, forKey: Key) throws -> UInt16? { try source.optional() }
  func decodeIfPresent(_: UInt32.Type, forKey: Key) throws -> UInt32? { try source.optional() }
  func decodeIfPresent(_: UInt64.Type, forKey: Key) throws -> UInt64? { try source.optional() }
  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey: Key) throws -> Value? {
    try source.bool() ? source.value(type) : nil
  }

  func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type, forKey: Key)
    -> KeyedDecodingContainer<Nested>
  {
    KeyedDecodingContainer(Properties<Nested>(source: source))
  }

  func nestedUnkeyedContainer(forKey: Key) throws -> any UnkeyedDecodingContainer {
    try Elements(source: source)
  }
  func superDecoder() -> any Decoder { BinaryDecoder(source: source) }
  func superDecoder(forKey: Key) -> any Decoder { BinaryDecoder(source: source) }
}

private struct Elements: UnkeyedDecodingContainer {
  private let source: ByteSource
  let count: Int?
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var isAtEnd: Bool { currentIndex == count }

  init(source: ByteSource) throws {
    self.source = source
    count = try source.elementCount()
  }

  private mutating func advance() throws {
    guard !isAtEnd else { throw BinaryDecoder.Damaged() }
    currentIndex += 1
  }

  mutating func decodeNil() throws -> Bool { throw BinaryDecoder.Damaged() }

  mutating func decode(_: String.Type) throws -> String {
    try advance()
    return try source.text()
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try advance()
    return try source.value(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type) throws
    -> KeyedDecodingContainer<Nested>
  {
    try advance()
    return KeyedDecodingContainer(Properties<Nested>(source: source))
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try advance()
    return try Elements(source: source)
  }

  mutating func superDecoder() throws -> any Decoder {
    try advance()
    return BinaryDecoder(source: source)
  }
}

private struct Single: SingleValueDecodingContainer {
  let source: ByteSource
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { false }
  func decode(_: Bool.Type) throws -> Bool { try source.bool() }
  func decode(_: String.Type) throws -> String { try source.text() }
  func decode(_: Double.Type) throws -> Double { Double(bitPattern: try source.number()) }
  func decode(_: Float.Type) throws -> Float { Float(bitPattern: try source.number()) }
  func decode<Value: FixedWidthInteger & Decodable>(_: Value.Type) throws -> Value {
    try source.number()
  }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try source.value(type) }
}

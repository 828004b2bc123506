/// A small map from a variable to its value, kept in the order of the variables.
///
/// An item has a dozen fields: a bit for each variable, and the values in a row, are smaller and
/// faster than a hash table, and two equal items have equal bytes.
public struct Fields<Key, Value>: Sendable
where Key: RawRepresentable & Hashable & Sendable, Key.RawValue == UInt8, Value: Sendable {
  /// The variables that have a value, by their numbers, of which none reaches 128.
  @usableFromInline var present: UInt128 = 0
  @usableFromInline var values: [Value] = []

  @inlinable public init() {}

  @inlinable public var isEmpty: Bool { values.isEmpty }
  @inlinable public var count: Int { values.count }

  /// Makes room for as many fields as one expects.
  mutating func reserveCapacity(_ count: Int) { values.reserveCapacity(count) }

  @inlinable public subscript(key: Key) -> Value? {
    get { position(of: key).map { values[$0] } }
    set {
      let place = place(of: key)
      switch (newValue, present & Self.bit(of: key) != 0) {
      case (let value?, true): values[place] = value
      case (let value?, false):
        present |= Self.bit(of: key)
        // Fields often come in their order.
        if place == values.count { values.append(value) } else { values.insert(value, at: place) }
      case (nil, true):
        present &= ~Self.bit(of: key)
        values.remove(at: place)
      case (nil, false): break
      }
    }
  }

  /// Shows every field where it lies.
  @inlinable public func visit(_ body: (Key, borrowing Value) -> Void) {
    let values = values.span
    var rest = present
    for index in values.indices {
      guard let key = Self.first(of: rest) else { return }
      body(key, values[index])
      rest &= rest &- 1
    }
  }

  @inlinable static func bit(of key: Key) -> UInt128 { 1 << UInt128(key.rawValue) }

  /// Where the value of a key stands; nil if it has none.
  @inlinable func position(of key: Key) -> Int? {
    present & Self.bit(of: key) == 0 ? nil : place(of: key)
  }

  /// Where the value of a key stands or would stand.
  @inlinable func place(of key: Key) -> Int {
    (present & (Self.bit(of: key) &- 1)).nonzeroBitCount
  }

  /// The first of some variables.
  @inlinable static func first(of variables: UInt128) -> Key? {
    Key(rawValue: UInt8(truncatingIfNeeded: variables.trailingZeroBitCount))
  }
}

extension Fields: ExpressibleByDictionaryLiteral {
  @inlinable public init(dictionaryLiteral elements: (Key, Value)...) {
    for (key, value) in elements { self[key] = value }
  }
}

extension Fields: RandomAccessCollection {
  @inlinable public var startIndex: Int { values.startIndex }
  @inlinable public var endIndex: Int { values.endIndex }

  @inlinable public subscript(position: Int) -> (key: Key, value: Value) {
    var rest = present
    for _ in 0..<position { rest &= rest &- 1 }
    guard let key = Self.first(of: rest) else { preconditionFailure("no field at \(position)") }
    return (key, values[position])
  }
}

extension Fields: Equatable where Value: Equatable {}
extension Fields: Hashable where Value: Hashable {}

extension Fields: Encodable where Value: Encodable {
  /// Numbers of variables and values by turns.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for (key, value) in self {
      try container.encode(key.rawValue)
      try container.encode(value)
    }
  }
}

extension Fields: Decodable where Value: Decodable {
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    while !container.isAtEnd {
      guard let key = Key(rawValue: try container.decode(UInt8.self)) else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "a variable that is not known")
      }
      self[key] = try container.decode(Value.self)
    }
  }
}

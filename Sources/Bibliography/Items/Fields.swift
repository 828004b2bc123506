/// A small map from a variable to its value, kept in the order of the variables.
///
/// An item has a dozen fields: a sorted array is smaller and faster than a hash table, and two
/// equal items have equal bytes.
public struct Fields<Key, Value>: Sendable
where Key: RawRepresentable & Hashable & Sendable, Key.RawValue == UInt8, Value: Sendable {
  @usableFromInline var pairs: [(key: Key, value: Value)] = []

  @inlinable public init() {}

  @inlinable public var isEmpty: Bool { pairs.isEmpty }
  @inlinable public var count: Int { pairs.count }

  /// Makes room for as many fields as one expects.
  mutating func reserveCapacity(_ count: Int) { pairs.reserveCapacity(count) }

  @inlinable public subscript(key: Key) -> Value? {
    get { position(of: key).map { pairs[$0].value } }
    set {
      let index = place(of: key)
      if index == pairs.endIndex {
        if let newValue { pairs.append((key, newValue)) }
        return
      }
      switch (newValue, pairs[index].key == key) {
      case (let value?, true): pairs[index].value = value
      case (let value?, false): pairs.insert((key, value), at: index)
      case (nil, true): pairs.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// Shows every field where it lies.
  @inlinable public func visit(_ body: (Key, borrowing Value) -> Void) {
    let pairs = pairs.span
    for index in pairs.indices { body(pairs[index].key, pairs[index].value) }
  }

  /// Where a key stands; nil if it has no value.
  @inlinable func position(of key: Key) -> Int? {
    let pairs = pairs.span
    for index in pairs.indices where pairs[index].key.rawValue >= key.rawValue {
      return pairs[index].key == key ? index : nil
    }
    return nil
  }

  /// Where a key stands or would stand; fields often come in their order.
  @inlinable func place(of key: Key) -> Int {
    let pairs = pairs.span
    var place = pairs.count
    while place > 0, pairs[place - 1].key.rawValue >= key.rawValue { place -= 1 }
    return place
  }
}

extension Fields: ExpressibleByDictionaryLiteral {
  @inlinable public init(dictionaryLiteral elements: (Key, Value)...) {
    for (key, value) in elements { self[key] = value }
  }
}

extension Fields: RandomAccessCollection {
  @inlinable public var startIndex: Int { pairs.startIndex }
  @inlinable public var endIndex: Int { pairs.endIndex }
  @inlinable public subscript(position: Int) -> (key: Key, value: Value) { pairs[position] }
}

extension Fields: Equatable where Value: Equatable {
  public static func == (a: Self, b: Self) -> Bool {
    a.pairs.elementsEqual(b.pairs) { $0 == $1 }
  }
}

extension Fields: Hashable where Value: Hashable {
  public func hash(into hasher: inout Hasher) {
    for (key, value) in pairs {
      hasher.combine(key)
      hasher.combine(value)
    }
  }
}

extension Fields: Encodable where Value: Encodable {
  /// Numbers of variables and values by turns.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for (key, value) in pairs {
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

/// A stretch of bytes in one source file: where something stands.
///
/// Offsets count bytes from the start of the file. Lines and columns are computed only when a
/// diagnostic is printed (`SourceText`).
public struct SourceRange: Sendable, Hashable, Codable {
  /// The path as the author knows it, relative to the source folder, with `/` between components.
  public var path: String
  /// The bytes meant; empty for a place between two bytes.
  public var bytes: Range<Int>

  public init(path: String, bytes: Range<Int>) {
    self.path = path
    self.bytes = bytes
  }

  /// The very start of a file, for what concerns the file as a whole.
  public init(startOf path: String) {
    self.init(path: path, bytes: 0..<0)
  }
}

/// A value together with the place it was read from.
public struct Located<Value> {
  public var value: Value
  public var range: SourceRange

  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }

  /// The result of `transform`, at the same place.
  public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
    Located<Other>(try transform(value), at: range)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Codable where Value: Codable {}

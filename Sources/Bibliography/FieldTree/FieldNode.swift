package import Reporting

/// A value of JSON or YAML with its place, as far as bibliographies need one.
///
/// The JSON reader makes these; a YAML reader elsewhere makes the same ones, and
/// `Item.read(fields:path:report:)` takes either.
public struct FieldNode: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    case null
    case bool(Bool)
    /// A number as it was written.
    case number(String)
    case string(String)
    case list([FieldNode])
    case map([Entry])
  }

  /// One field of a map, in the order of the file; a name may come twice.
  public struct Entry: Sendable, Hashable {
    public var name: String
    public var nameBytes: Range<Int>
    public var value: FieldNode

    public init(name: String, nameBytes: Range<Int>, value: FieldNode) {
      self.name = name
      self.nameBytes = nameBytes
      self.value = value
    }
  }

  public var content: Content
  /// The bytes of the file it was read from.
  public var bytes: Range<Int>

  public init(_ content: Content, bytes: Range<Int>) {
    self.content = content
    self.bytes = bytes
  }

  /// Reads a file of JSON; nil, with a report, when there is nothing to read.
  package init?(json bytes: [UInt8], path: String, report: inout Report) {
    guard let source = SourceBytes(bytes, path: path, report: &report),
      let node = JSONReader.read(source, report: &report)
    else { return nil }
    self = node
  }

  /// The text of a string or a number; nil for anything else.
  package var scalar: String? {
    switch content {
    case .string(let text): text
    case .number(let digits): Self.plainNumber(digits)
    case .null, .bool, .list, .map: nil
    }
  }

  /// A whole number, written as a number or as text.
  package var integer: Int? {
    scalar.flatMap { Int($0.filter { $0 != " " }) }
  }

  /// True, a number other than 0, or text other than "", "0" and "false".
  var isTruthy: Bool {
    switch content {
    case .bool(let value): value
    case .null: false
    case .number, .string: !["", "0", "false"].contains(scalar ?? "")
    case .list, .map: true
    }
  }

  /// The fields of a map; nil for anything else.
  package var entries: [Entry]? {
    if case .map(let entries) = content { entries } else { nil }
  }

  /// The elements of a list; nil for anything else.
  package var elements: [FieldNode]? {
    if case .list(let elements) = content { elements } else { nil }
  }

  /// The last field of that name.
  package subscript(_ name: String) -> FieldNode? {
    entries?.last { $0.name == name }?.value
  }

  /// `1.0` as the whole number it is; other numbers as written.
  private static func plainNumber(_ digits: String) -> String {
    guard digits.utf8.contains(UInt8(ascii: ".")) else { return digits }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else {
      return digits
    }
    return String(parts[0])
  }
}

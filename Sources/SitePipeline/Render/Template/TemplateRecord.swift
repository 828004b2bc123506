/// What a name in a template stands for.
enum TemplateValue: Sendable {
  /// Escaped by `{{name}}`.
  case text(String)
  /// Markup that is finished, for `{{{name}}}`.
  case html(String)
  /// The same, as bytes.
  case markup([UInt8])
  case flag(Bool)
  case record(any TemplateRecord)
  case list([any TemplateRecord])
  /// A name that is known and has no value here.
  case nothing
}

/// What templates may expect of a name, known without a value.
enum TemplateShape: Sendable {
  case text, html, flag
  case record(any TemplateRecord.Type)
  case list(any TemplateRecord.Type)
}

/// A value whose fields templates ask for: by name when they are read, by number when they print.
protocol TemplateRecord: Sendable {
  static var fields: TemplateFields<Self> { get }
  /// The value of a field; every record has a function of its own, which knows its type.
  func value(at field: Int) -> TemplateValue
}

extension TemplateRecord {
  func value(at field: Int) -> TemplateValue { Self.fields.values[field](self) }

  /// The number of a field; nil for a name that the record does not know.
  static func field(named name: String) -> Int? { names.firstIndex(of: name) }

  static func shape(at field: Int) -> TemplateShape { fields.shapes[field] }

  static var names: [String] { fields.names }
}

/// One name that a record answers to.
struct TemplateField<Record>: Sendable {
  let name: String
  let shape: TemplateShape
  let value: @Sendable (Record) -> TemplateValue

  static func text(_ name: String, _ value: @escaping @Sendable (Record) -> String?) -> Self {
    Self(name: name, shape: .text) { value($0).map { .text($0) } ?? .nothing }
  }

  static func html(_ name: String, _ value: @escaping @Sendable (Record) -> String?) -> Self {
    Self(name: name, shape: .html) { value($0).map { .html($0) } ?? .nothing }
  }

  static func markup(_ name: String, _ value: @escaping @Sendable (Record) -> [UInt8]?) -> Self {
    Self(name: name, shape: .html) { value($0).map { .markup($0) } ?? .nothing }
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (Record) -> Bool) -> Self {
    Self(name: name, shape: .flag) { .flag(value($0)) }
  }

  static func record<Value: TemplateRecord>(
    _ name: String, _ value: @escaping @Sendable (Record) -> Value?
  ) -> Self {
    Self(name: name, shape: .record(Value.self)) { value($0).map { .record($0) } ?? .nothing }
  }

  static func list<Value: TemplateRecord>(
    _ name: String, _ value: @escaping @Sendable (Record) -> [Value]
  ) -> Self {
    Self(name: name, shape: .list(Value.self)) { .list(value($0)) }
  }
}

/// The names that a record answers to, and under the same numbers its values.
struct TemplateFields<Record>: Sendable, ExpressibleByArrayLiteral {
  let names: [String]
  let shapes: [TemplateShape]
  let values: [@Sendable (Record) -> TemplateValue]

  init(_ fields: [TemplateField<Record>]) {
    names = fields.map(\.name)
    shapes = fields.map(\.shape)
    values = fields.map(\.value)
  }

  init(arrayLiteral fields: TemplateField<Record>...) { self.init(fields) }
}

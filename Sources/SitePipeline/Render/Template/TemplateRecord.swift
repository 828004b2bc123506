/// What templates may expect of a name, known without a value.
enum TemplateShape: Sendable {
  case text, html, flag
  case record(any TemplateRecord.Type)
  case list(any TemplateRecord.Type)
}

/// A value whose fields templates ask for: by name when they are read, by number when they print.
protocol TemplateRecord: Sendable {
  static var fields: TemplateFields<Self> { get }
  /// Gives the value of a field; every record has a function of its own, which knows its type.
  func give(_ field: Int, for use: TemplateWriter.Use, to writer: inout TemplateWriter)
}

extension TemplateRecord {
  func give(_ field: Int, for use: TemplateWriter.Use, to writer: inout TemplateWriter) {
    Self.fields.givers[field](self, use, &writer)
  }

  /// The number of a field; nil for a name that the record does not know.
  static func field(named name: String) -> Int? { names.firstIndex(of: name) }

  static func shape(at field: Int) -> TemplateShape { fields.shapes[field] }

  static var names: [String] { fields.names }
}

/// One name that a record answers to.
struct TemplateField<Record>: Sendable {
  /// Gives the value to a writer.
  typealias Giver = @Sendable (Record, TemplateWriter.Use, inout TemplateWriter) -> Void

  let name: String
  let shape: TemplateShape
  let give: Giver

  /// Escaped by `{{name}}`.
  static func text(_ name: String, _ value: @escaping @Sendable (Record) -> String?) -> Self {
    Self(name: name, shape: .text) { $2.take(text: value($0), for: $1) }
  }

  /// Markup that is finished, for `{{{name}}}`.
  static func html(_ name: String, _ value: @escaping @Sendable (Record) -> String?) -> Self {
    Self(name: name, shape: .html) { $2.take(html: value($0), for: $1) }
  }

  /// The same, as bytes.
  static func markup(_ name: String, _ value: @escaping @Sendable (Record) -> [UInt8]?) -> Self {
    Self(name: name, shape: .html) { $2.take(markup: value($0), for: $1) }
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (Record) -> Bool) -> Self {
    Self(name: name, shape: .flag) { $2.take(flag: value($0), for: $1) }
  }

  static func record<Value: TemplateRecord>(
    _ name: String, _ value: @escaping @Sendable (Record) -> Value?
  ) -> Self {
    Self(name: name, shape: .record(Value.self)) { $2.take(record: value($0), for: $1) }
  }

  static func list<Value: TemplateRecord>(
    _ name: String, _ value: @escaping @Sendable (Record) -> [Value]
  ) -> Self {
    Self(name: name, shape: .list(Value.self)) { $2.take(list: value($0), for: $1) }
  }
}

/// The names that a record answers to, and under the same numbers its values.
struct TemplateFields<Record>: Sendable, ExpressibleByArrayLiteral {
  let names: [String]
  let shapes: [TemplateShape]
  let givers: [TemplateField<Record>.Giver]

  init(_ fields: [TemplateField<Record>]) {
    names = fields.map(\.name)
    shapes = fields.map(\.shape)
    givers = fields.map(\.give)
  }

  init(arrayLiteral fields: TemplateField<Record>...) { self.init(fields) }
}

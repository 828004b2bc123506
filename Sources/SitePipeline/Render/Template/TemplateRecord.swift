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
  ///
  /// - Returns: whether the steps of a section are to be written for the record itself.
  func give(_ field: Int, for use: TemplateWriter.Use, to writer: inout TemplateWriter) -> Bool
}

extension TemplateRecord {
  func give(
    _ field: Int, for use: TemplateWriter.Use, to writer: inout TemplateWriter
  ) -> Bool {
    switch Self.fields.values[field] {
    case .text(let value): writer.take(text: value(self), for: use)
    case .html(let value): writer.take(html: value(self), for: use)
    case .markup(let value): writer.take(markup: value(self), for: use)
    case .flag(let value): writer.take(flag: value(self), for: use)
    case .records(let give): give(self, use, &writer)
    }
  }

  /// The number of a field; nil for a name that the record does not know.
  static func field(named name: String) -> Int? { names.firstIndex(of: name) }

  static func shape(at field: Int) -> TemplateShape { fields.shapes[field] }

  static var names: [String] { fields.names }
}

/// One name that a record answers to.
struct TemplateField<Record>: Sendable {
  enum Value: Sendable {
    /// Escaped by `{{name}}`.
    case text(@Sendable (Record) -> String?)
    /// Markup that is finished, for `{{{name}}}`.
    case html(@Sendable (Record) -> String?)
    /// The same, as bytes.
    case markup(@Sendable (Record) -> [UInt8]?)
    case flag(@Sendable (Record) -> Bool)
    /// Another record or a list of them, whose type is known where it is given.
    case records(@Sendable (Record, TemplateWriter.Use, inout TemplateWriter) -> Bool)
  }

  let name: String
  let shape: TemplateShape
  let value: Value

  static func text(_ name: String, _ value: @escaping @Sendable (Record) -> String?) -> Self {
    Self(name: name, shape: .text, value: .text(value))
  }

  static func html(_ name: String, _ value: @escaping @Sendable (Record) -> String?) -> Self {
    Self(name: name, shape: .html, value: .html(value))
  }

  static func markup(_ name: String, _ value: @escaping @Sendable (Record) -> [UInt8]?) -> Self {
    Self(name: name, shape: .html, value: .markup(value))
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (Record) -> Bool) -> Self {
    Self(name: name, shape: .flag, value: .flag(value))
  }

  static func record<Other: TemplateRecord>(
    _ name: String, _ value: @escaping @Sendable (Record) -> Other?
  ) -> Self {
    Self(
      name: name, shape: .record(Other.self),
      value: .records { $2.take(record: value($0), for: $1) })
  }

  static func list<Other: TemplateRecord>(
    _ name: String, _ value: @escaping @Sendable (Record) -> [Other]
  ) -> Self {
    Self(
      name: name, shape: .list(Other.self), value: .records { $2.take(list: value($0), for: $1) })
  }
}

/// The names that a record answers to, and under the same numbers its values.
struct TemplateFields<Record>: Sendable, ExpressibleByArrayLiteral {
  let names: [String]
  let shapes: [TemplateShape]
  let values: [TemplateField<Record>.Value]

  init(_ fields: [TemplateField<Record>]) {
    names = fields.map(\.name)
    shapes = fields.map(\.shape)
    values = fields.map(\.value)
  }

  init(arrayLiteral fields: TemplateField<Record>...) { self.init(fields) }
}

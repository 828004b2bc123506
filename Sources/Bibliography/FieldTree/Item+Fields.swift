public import Reporting

extension Item {
  /// The references of a tree in the shape of CSL-JSON: a list of references, one reference, or a
  /// map that holds such a list as `references` or `items`.
  ///
  /// A reference without `id` gets a key made of its author, year and title; of two with one key
  /// the first counts. What is odd is reported and never costs more than the field it is in.
  public static func read(fields node: FieldNode, path: String, report: inout Report) -> [Item] {
    let items: [Item]
    switch node.content {
    case .list(let elements):
      items = elements.compactMap { Item($0, path: path, report: &report) }
    case .map:
      if let list = (node["references"] ?? node["items"])?.elements {
        items = list.compactMap { Item($0, path: path, report: &report) }
      } else {
        items = Item(node, path: path, report: &report).map { [$0] } ?? []
      }
    case .null:
      items = []
    case .bool, .number, .string:
      report.add(.notAReference(at: SourceRange(path: path, bytes: node.bytes)))
      items = []
    }
    return keyed(items, report: &report)
  }

  /// The items with a key each, and one for each key.
  static func keyed(_ items: [Item], report: inout Report) -> [Item] {
    keepingFirst(of: addingMissingKeys(to: items, report: &report), report: &report)
  }

  /// One reference in the shape of CSL-JSON; nil, with a report, if `node` is no map.
  ///
  /// The id may be missing; fields that CSL does not know are passed over.
  public init?(_ node: FieldNode, path: String, report: inout Report) {
    guard let entries = node.entries else {
      report.add(.notAReference(at: SourceRange(path: path, bytes: node.bytes)))
      return nil
    }
    var reader = ItemReader(path: path)
    for entry in entries {
      let field = reader.field(
        entry.name.utf8, at: entry.nameBytes, name: entry.name, report: &report)
      if let field { reader.read(field, named: entry.name, entry.value, report: &report) }
    }
    self = reader.finished(node.bytes, report: &report)
  }
}

extension Diagnostic {
  fileprivate static func notAReference(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "reference-not-a-map", "A reference must have fields", at: range,
      hint: "Write its fields, such as 'id', 'type' and 'title', or name a file with 'bibliography'"
    )
  }
}

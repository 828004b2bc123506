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
    return keepingFirst(of: addingMissingKeys(to: items, report: &report), report: &report)
  }

  /// One reference in the shape of CSL-JSON; nil, with a report, if `node` is no map.
  ///
  /// The id may be missing; fields that CSL does not know are passed over.
  public init?(_ node: FieldNode, path: String, report: inout Report) {
    guard let entries = node.entries else {
      report.add(.notAReference(at: SourceRange(path: path, bytes: node.bytes)))
      return nil
    }
    self.init(id: "", type: .document)
    range = SourceRange(path: path, bytes: node.bytes)
    var reader = FieldsReader(path: path, item: self, count: entries.count)
    for entry in entries { reader.read(entry, report: &report) }
    self = reader.finished(node, report: &report)
  }
}

/// Fills an item from the fields of a map.
private struct FieldsReader {
  let path: String
  var item: Item
  private var seen: [String: Range<Int>] = [:]
  private var hasType = false

  init(path: String, item: Item, count: Int) {
    self.path = path
    self.item = item
    seen.reserveCapacity(count)
  }

  mutating func read(_ entry: FieldNode.Entry, report: inout Report) {
    if let first = seen.updateValue(entry.nameBytes, forKey: entry.name) {
      report.add(
        .fieldTwice(entry.name, at: place(entry.nameBytes), first: place(first)))
    }
    if case .null = entry.value.content { return }
    switch entry.name {
    case "id": readID(entry.value, report: &report)
    case "type": readType(entry.value, report: &report)
    case "shortTitle": readText(.titleShort, entry, report: &report)
    case "journalAbbreviation": readText(.containerTitleShort, entry, report: &report)
    default:
      if let variable = TextVariable(name: entry.name) {
        readText(variable, entry, report: &report)
      } else if let variable = NameVariable(name: entry.name) {
        let names = PersonName.read(entry.value, path: path, report: &report)
        item.names[variable] = names.isEmpty ? nil : names
      } else if let variable = DateVariable(name: entry.name) {
        item.dates[variable] = ItemDate(entry.value, path: path, report: &report)
      }
    }
  }

  func finished(_ node: FieldNode, report: inout Report) -> Item {
    if !hasType {
      report.add(.missingType(at: place(node.bytes.prefix(1))))
    }
    return item
  }

  private mutating func readID(_ value: FieldNode, report: inout Report) {
    guard let id = value.scalar else {
      report.add(.fieldType("id", must: "text or a number", at: place(value.bytes)))
      return
    }
    item.id = id
    item.range = place(value.bytes)
  }

  private mutating func readType(_ value: FieldNode, report: inout Report) {
    hasType = true
    guard let name = value.scalar else {
      report.add(.fieldType("type", must: "text", at: place(value.bytes)))
      return
    }
    if let type = ItemType(name: name) ?? Self.typeWrittenOddly(name) {
      item.type = type
    } else {
      report.add(.unknownType(name, at: place(value.bytes)))
    }
  }

  /// `motion-picture` for `motion_picture`, `Book` for `book`.
  private static func typeWrittenOddly(_ name: String) -> ItemType? {
    func plain(_ name: String) -> String {
      name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    }
    let wanted = plain(name)
    return ItemType.allCases.first { plain($0.name) == wanted }
  }

  private mutating func readText(
    _ variable: TextVariable, _ entry: FieldNode.Entry, report: inout Report
  ) {
    if let text = entry.value.scalar {
      item[variable] = text
    } else if let parts = entry.value.elements?.compactMap(\.scalar), !parts.isEmpty,
      parts.count == entry.value.elements?.count
    {
      // Crossref gives ISSN, ISBN and titles as lists.
      item[variable] = parts.joined(separator: ", ")
    } else if entry.value.elements?.isEmpty != true {
      report.add(.fieldType(entry.name, must: "text or a number", at: place(entry.value.bytes)))
    }
  }

  private func place(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(path: path, bytes: bytes)
  }
}

extension Diagnostic {
  /// "Field 'title' must be text", for every reader of such trees.
  static func fieldType(_ name: String, must kind: String, at range: SourceRange) -> Self {
    Diagnostic(.warning, "reference-field-type", "Field '\(name)' must be \(kind)", at: range)
  }

  fileprivate static func notAReference(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "reference-not-a-map", "A reference must be a map of fields", at: range,
      hint: "Write the fields of the reference between braces")
  }

  fileprivate static func fieldTwice(
    _ name: String, at range: SourceRange, first: SourceRange
  ) -> Self {
    Diagnostic(
      .warning, "reference-field-twice", "Field '\(name)' is given twice; the last counts",
      at: range, notes: [Note("First given here", at: first)])
  }

  fileprivate static func missingType(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "reference-missing-type", "Reference without a type is read as 'document'",
      at: range, hint: "Add a type such as 'article-journal' or 'book'")
  }

  fileprivate static func unknownType(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "reference-unknown-type", "Unknown type '\(name)' is read as 'document'",
      at: range)
  }
}

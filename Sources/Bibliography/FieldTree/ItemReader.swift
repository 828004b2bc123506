import Reporting

/// Fills an item from the fields of a map, one after the other.
struct ItemReader {
  private let path: String
  private var item = Item(id: "", type: .document)
  private var hasType = false
  /// The fields of CSL-JSON that were given, as bits and with the places of their names.
  private var given: UInt128 = 0
  private var places: [(number: Int, bytes: Range<Int>)] = []
  /// The same of fields that CSL-JSON does not know.
  private var unknown: [String: Range<Int>] = [:]

  init(path: String) {
    self.path = path
    places.reserveCapacity(16)
    item.text.reserveCapacity(12)
  }

  /// The field with a name, which is reported if it was given before; nil if it is unknown.
  mutating func field(
    _ bytes: some Collection<UInt8>, at place: Range<Int>, name: @autoclosure () -> String,
    report: inout Report
  ) -> ReferenceField? {
    guard let (number, field) = ReferenceField.table[bytes] else {
      let name = name()
      if let first = unknown.updateValue(place, forKey: name) {
        report.add(.fieldTwice(name, at: range(place), first: range(first)))
      }
      return nil
    }
    let bit: UInt128 = 1 << UInt128(number)
    if given & bit != 0, let index = places.firstIndex(where: { $0.number == number }) {
      report.add(.fieldTwice(name(), at: range(place), first: range(places[index].bytes)))
      places[index].bytes = place
    } else {
      given |= bit
      places.append((number, place))
    }
    return field
  }

  mutating func read(
    _ field: ReferenceField, named name: String, _ value: FieldNode, report: inout Report
  ) {
    if case .null = value.content { return }
    switch field {
    case .id:
      guard let id = value.scalar else {
        return report.add(.fieldType("id", must: "text or a number", at: range(value.bytes)))
      }
      set(id: id, at: value.bytes)
    case .type:
      hasType = true
      guard let type = value.scalar else {
        return report.add(.fieldType("type", must: "text", at: range(value.bytes)))
      }
      set(type: type, at: value.bytes, report: &report)
    case .text(let variable): readText(variable, named: name, value, report: &report)
    case .names(let variable):
      set(variable, PersonName.read(value, path: path, report: &report))
    case .date(let variable):
      set(variable, ItemDate(value, path: path, report: &report))
    }
  }

  private mutating func readText(
    _ variable: TextVariable, named name: String, _ value: FieldNode, report: inout Report
  ) {
    if let text = value.scalar {
      set(variable, text)
    } else if let parts = value.elements?.compactMap(\.scalar), !parts.isEmpty,
      parts.count == value.elements?.count
    {
      // Crossref gives ISSN, ISBN and titles as lists.
      set(variable, parts.joined(separator: ", "))
    } else if value.elements?.isEmpty != true {
      report.add(.fieldType(name, must: "text or a number", at: range(value.bytes)))
    }
  }

  // MARK: Values

  mutating func set(id: String, at place: Range<Int>) {
    item.id = id
    item.range = range(place)
  }

  mutating func set(type name: String, at place: Range<Int>, report: inout Report) {
    hasType = true
    if let type = ItemType(name: name) ?? Self.typeWrittenOddly(name) {
      item.type = type
    } else {
      report.add(.unknownType(name, at: range(place)))
    }
  }

  mutating func set(_ variable: TextVariable, _ text: String) {
    item.text[variable] = text
  }

  mutating func set(_ variable: NameVariable, _ names: [PersonName]) {
    item.names[variable] = names.isEmpty ? nil : names
  }

  mutating func set(_ variable: DateVariable, _ date: ItemDate?) {
    item.dates[variable] = date
  }

  /// The item, when all fields of the map at a place are read.
  consuming func finished(_ place: Range<Int>, report: inout Report) -> Item {
    if item.range == nil { item.range = range(place) }
    let givenType = item.type
    item.takeFieldsOutOfNote()
    if !hasType, item.type == givenType { report.add(.missingType(at: range(place.prefix(1)))) }
    return item
  }

  /// `motion-picture` for `motion_picture`, `Book` for `book`.
  private static func typeWrittenOddly(_ name: String) -> ItemType? {
    func plain(_ name: String) -> String {
      name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    }
    let wanted = plain(name)
    return ItemType.allCases.first { plain($0.name) == wanted }
  }

  private func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(path: path, bytes: bytes)
  }
}

extension Diagnostic {
  /// "Field 'title' must be text", for every reader of such trees.
  static func fieldType(_ name: String, must kind: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "reference-field-type", "Field '\(name)' must be \(kind)", at: range,
      hint: "Write \(kind)")
  }

  fileprivate static func fieldTwice(
    _ name: String, at range: SourceRange, first: SourceRange
  ) -> Self {
    Diagnostic(
      .warning, "reference-field-twice", "Field '\(name)' is given twice; the last counts",
      at: range, notes: [Note("First given here", at: first)], hint: "Remove one of the two")
  }

  fileprivate static func missingType(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "reference-missing-type", "Reference without a type is read as 'document'",
      at: range, hint: "Add a type such as 'article-journal' or 'book'")
  }

  fileprivate static func unknownType(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "reference-unknown-type", "Unknown type '\(name)' is read as 'document'",
      at: range, hint: "Write a type that CSL has, such as 'article-journal' or 'book'")
  }
}

public import Reporting

extension Item {
  /// The items without those whose key an earlier one has; each of these is reported with both
  /// places.
  public static func keepingFirst(of items: [Item], report: inout Report) -> [Item] {
    guard holdRepeatedKeys(items.span) else { return items }
    var places: [String: SourceRange?] = [:]
    return items.filter { item in
      if let first = places[item.id] {
        report.add(.duplicateKey(item, first: first))
        return false
      }
      places[item.id] = .some(item.range)
      return true
    }
  }

  private static func holdRepeatedKeys(_ items: Span<Item>) -> Bool {
    var keys = Set<String>(minimumCapacity: items.count)
    for index in items.indices where !keys.insert(items[index].id).inserted { return true }
    return false
  }

  private static func holdMissingKey(_ items: Span<Item>) -> Bool {
    for index in items.indices where items[index].id.isEmpty { return true }
    return false
  }

  /// The items, those without a key given one made of author, year and title.
  static func addingMissingKeys(to items: [Item], report: inout Report) -> [Item] {
    guard holdMissingKey(items.span) else { return items }
    let keys = CitationKeys.unique(for: items, keeping: { !$0.id.isEmpty })
    return zip(items, keys).map { item, key in
      guard item.id.isEmpty else { return item }
      report.add(.missingKey(item, key: key))
      var item = item
      item.id = key
      return item
    }
  }
}

extension Diagnostic {
  fileprivate static func duplicateKey(_ item: Item, first: SourceRange?) -> Self {
    Diagnostic(
      .warning, "reference-duplicate-key", "Key '\(item.id)' is given twice; the first counts",
      at: item.range ?? SourceRange(startOf: ""),
      notes: first.map { [Note("First given here", at: $0)] } ?? [],
      hint: "Give one of the two another key, or delete it")
  }

  fileprivate static func missingKey(_ item: Item, key: String) -> Self {
    Diagnostic(
      .warning, "reference-missing-key", "Reference without a key can be cited as '\(key)'",
      at: item.range ?? SourceRange(startOf: ""), hint: "Give it a key")
  }
}

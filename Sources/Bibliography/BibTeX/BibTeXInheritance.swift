import Reporting

/// Fills in what entries take over from others: `xdata`, `crossref` and the members of a set.
///
/// The rules of `crossref` are those of biber (biblatex manual, appendix B): a book's title becomes
/// the book title of its chapter. A ring of references is cut where it closes, and named.
struct BibTeXInheritance {
  private var entries: [BibTeXEntry]
  private let source: SourceBytes
  private var indices: [String: Int] = [:]
  private var isResolved: [Bool]
  /// The entries being resolved, from the first asked for to the one it needs now.
  private var path: [Int] = []
  /// Longer chains are cut: nobody writes them, and each link costs stack.
  private let lengthLimit = 100

  init(_ entries: [BibTeXEntry], source: SourceBytes) {
    self.entries = entries
    self.source = source
    isResolved = Array(repeating: false, count: entries.count)
  }

  /// The entries with all their fields, without those that only hold data for others.
  mutating func resolve(report: inout Report) -> [BibTeXEntry] {
    guard entries.contains(where: { $0.has(.crossref) || $0.has(.xdata) || $0.type == "set" })
    else {
      return entries.contains { $0.type == "xdata" }
        ? entries.filter { $0.type != "xdata" } : entries
    }
    for (index, entry) in entries.enumerated() where indices[entry.key] == nil {
      indices[entry.key] = index
    }
    for (index, entry) in entries.enumerated() where entry.has(.ids) {
      for alias in keys(in: entry[.ids]) where indices[alias.value] == nil {
        indices[alias.value] = index
      }
    }
    for index in entries.indices { resolve(index, report: &report) }
    return entries.filter { $0.type != "xdata" }
  }

  private mutating func resolve(_ index: Int, report: inout Report) {
    guard !isResolved[index] else { return }
    path.append(index)
    for key in keys(in: entries[index][.xdata]) {
      guard let parent = parent(key, of: index, report: &report) else { continue }
      for field in entries[parent].fields
      where field.name != .ids && !entries[index].has(field.name) {
        entries[index][field.name] = field.value
      }
    }
    for key in keys(in: entries[index][.crossref]).prefix(1) {
      guard let parent = parent(key, of: index, report: &report) else { continue }
      inherit(from: entries[parent], to: index)
    }
    if entries[index].type == "set" { takeFirstMember(of: index, report: &report) }
    path.removeLast()
    isResolved[index] = true
  }

  /// The resolved entry of a key; nil, with a report, if there is none or it closes a ring.
  private mutating func parent(
    _ key: Located<String>, of index: Int, report: inout Report
  ) -> Int? {
    guard let parent = indices[key.value] else {
      report.add(.unknownParent(key))
      return nil
    }
    if let start = path.firstIndex(of: parent) {
      report.add(.ring(path[start...].map { entries[$0].key }, at: key.range))
      return nil
    }
    guard path.count < lengthLimit else {
      report.add(.longChain(key))
      return nil
    }
    resolve(parent, report: &report)
    return parent
  }

  private func keys(in value: BibTeXValue?) -> [Located<String>] {
    guard let value else { return [] }
    let keys = source.bytes[value.bytes].split { $0 == UInt8(ascii: ",") || $0 <= 0x20 }
    return keys.map { key in
      let place = value.isInPlace ? key.startIndex..<key.endIndex : value.place
      return Located(source.text(key), at: source.range(place))
    }
  }

  private mutating func takeFirstMember(of index: Int, report: inout Report) {
    guard let key = keys(in: entries[index][.entryset]).first,
      let member = parent(key, of: index, report: &report)
    else { return }
    entries[index].type = entries[member].type
    for field in entries[member].fields where !entries[index].has(field.name) {
      entries[index][field.name] = field.value
    }
  }

  private mutating func inherit(from parent: BibTeXEntry, to index: Int) {
    let child = entries[index]
    let hasDate = child.has(.date) || child.has(.year)
    for field in parent.fields {
      if hasDate, [.date, .year, .month, .day, .endyear].contains(field.name) { continue }
      for name in Self.names(for: field.name, from: parent.type, to: child.type)
      where !entries[index].has(name) {
        entries[index][name] = field.value
      }
    }
  }

  /// What a field of the parent is called in the child; nothing if it is not inherited.
  private static func names(
    for field: BibTeXField, from parent: String, to child: String
  ) -> [BibTeXField] {
    let isBookPart = ["inbook", "bookinbook", "suppbook"].contains(child)
    switch field {
    case .ids, .crossref, .xdata, .entryset, .entrysubtype, .options: return []
    case .author where (parent == "mvbook" || parent == "book") && isBookPart,
      .author where parent == "mvbook" && child == "book":
      return [.bookauthor, .author]
    default: break
    }
    switch (parent, child) {
    case ("mvbook", "book"), ("mvbook", "inbook"), ("mvbook", "bookinbook"),
      ("mvbook", "suppbook"),
      ("mvcollection", "collection"), ("mvcollection", "incollection"),
      ("mvcollection", "suppcollection"), ("mvreference", "reference"),
      ("mvreference", "inreference"), ("mvproceedings", "proceedings"),
      ("mvproceedings", "inproceedings"):
      return [renamed(field, title: .maintitle, subtitle: .mainsubtitle, addon: .maintitleaddon)]
        .compactMap(\.self)
    case ("book", "inbook"), ("book", "bookinbook"), ("book", "suppbook"),
      ("collection", "incollection"),
      ("collection", "suppcollection"), ("reference", "inreference"),
      ("proceedings", "inproceedings"),
      // BibTeX's own pairs.
      ("book", "incollection"), ("book", "inproceedings"), ("proceedings", "incollection"),
      ("collection", "inproceedings"):
      return [renamed(field, title: .booktitle, subtitle: .booksubtitle, addon: .booktitleaddon)]
        .compactMap(\.self)
    case ("periodical", "article"), ("periodical", "suppperiodical"):
      return [renamed(field, title: .journaltitle, subtitle: .journalsubtitle, addon: nil)]
        .compactMap(\.self)
    default: return [field]
    }
  }

  private static func renamed(
    _ field: BibTeXField, title: BibTeXField, subtitle: BibTeXField, addon: BibTeXField?
  ) -> BibTeXField? {
    switch field {
    case .title: title
    case .subtitle: subtitle
    case .titleaddon: addon
    case .shorttitle: nil
    default: field
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownParent(_ key: Located<String>) -> Self {
    Diagnostic(
      .warning, "bibtex-unknown-crossref", "There is no entry '\(key.value)' to inherit from",
      at: key.range, hint: "Add the entry, or mend the key")
  }

  fileprivate static func ring(_ keys: [String], at range: SourceRange) -> Self {
    let ring = (keys + keys.prefix(1)).joined(separator: " → ")
    return Diagnostic(
      .warning, "bibtex-crossref-ring", "Entries inherit in a ring: \(ring)", at: range,
      hint: "Take this reference out")
  }

  fileprivate static func longChain(_ key: Located<String>) -> Self {
    Diagnostic(
      .warning, "bibtex-crossref-chain", "Chain of inheritance is too long at '\(key.value)'",
      at: key.range, hint: "Write the fields into the entry itself")
  }
}

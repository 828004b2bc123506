import JournalModel
import Reporting

/// Reads the fields of one YAML mapping, each as its type, and knows in the end which were never
/// asked for.
struct FieldReader {
  /// Where the fields begin.
  let range: SourceRange
  /// The language of text given without one.
  var language: LanguageTag
  private let entries: [YAMLEntry]
  private var known: [String] = []
  private var isTaken: [Bool]
  /// What is to be said of fields that are not there, by their names.
  private var missing: [(names: [String], diagnostic: Diagnostic)] = []
  /// The fields that hold others, with the form in which they do.
  private var groups: [(name: String, form: String)] = []

  init(_ entries: [YAMLEntry], at range: SourceRange, language: LanguageTag) {
    self.entries = entries
    self.range = range
    self.language = language
    isTaken = Array(repeating: false, count: entries.count)
  }

  /// The value of a field that nothing has read yet, by its name or a synonym.
  ///
  /// An empty one is reported, and a second one under another of the names.
  mutating func node(_ names: String..., report: inout Report) -> YAMLNode? {
    node(named: names, &report)
  }

  mutating func node(named names: [String], _ report: inout Report) -> YAMLNode? {
    known += names
    var found: Int?
    for index in entries.indices where !isTaken[index] && names.contains(entries[index].name) {
      isTaken[index] = true
      if let found {
        report.add(.fieldGivenTwice(entries[index], first: entries[found]))
      } else {
        found = index
      }
    }
    guard let found else { return nil }
    guard !entries[found].value.isAbsent else {
      report.add(.fieldEmpty(entries[found]))
      return nil
    }
    return entries[found].value
  }

  /// Whether a field is absent or empty, which `finish` then reports; an empty one counts as read,
  /// so that it is reported once.
  mutating func lacks(
    _ name: String, isRequired: Bool = true, reporting diagnostic: (SourceRange) -> Diagnostic
  ) -> Bool {
    known.append(name)
    let index = entries.firstIndex { $0.name == name }
    if let index {
      guard entries[index].value.isWithoutText else { return false }
      isTaken[index] = true
    }
    if isRequired {
      misses(name, reporting: diagnostic(index.map { entries[$0].keyRange } ?? range))
    }
    return true
  }

  /// Lets `finish` report that a field is not there, unless it is there and misspelt.
  mutating func misses(_ names: String..., reporting diagnostic: Diagnostic) {
    missing.append((names, diagnostic))
  }

  /// Where the field's name stands.
  func keyRange(_ name: String) -> SourceRange? {
    entries.first { $0.name == name }?.keyRange
  }

  /// Names a field that others write and that means nothing here.
  mutating func ignore(_ names: String...) {
    for index in entries.indices where names.contains(entries[index].name) {
      isTaken[index] = true
    }
  }

  /// The fields within a field; a text in their place is the one that `ofText` names.
  mutating func fields(
    _ names: String..., ofText name: String? = nil, form: String? = nil, report: inout Report
  ) -> FieldReader? {
    if let form { groups.append((names[0], form)) }
    guard let node = node(named: names, &report) else { return nil }
    if let name, case .scalar = node.content {
      let entry = YAMLEntry(key: name, name: name, keyRange: node.range, value: node)
      return FieldReader([entry], at: node.range, language: language)
    }
    return FieldReader(node, named: names[0], form: form, language: language, report: &report)
  }

  /// The items of a list; a single value is a list of one.
  mutating func list(_ names: String..., report: inout Report) -> [YAMLNode] {
    guard let node = node(named: names, &report) else { return [] }
    guard case .sequence(let items) = node.content else { return [node] }
    return items
  }

  /// Whether a field that nothing asked for has almost this name.
  func isMisspelt(_ name: String) -> Bool {
    zip(entries, isTaken).contains { !$1 && closest(to: $0.name, among: known) == name }
  }

  /// Reports the fields that nothing asked for, and those that are missed.
  func finish(unknown severity: Severity, in place: String, report: inout Report) {
    var missing = missing
    for (entry, isTaken) in zip(entries, isTaken) where !isTaken {
      let candidate = closest(to: entry.name, among: known)
      var (severity, isMissed) = (severity, false)
      if let candidate, let index = missing.firstIndex(where: { $0.names.contains(candidate) }) {
        severity = max(severity, missing.remove(at: index).diagnostic.severity)
        isMissed = true
      }
      report.add(
        .fieldUnknown(
          severity, entry, in: place, candidate: candidate, isMissed: isMissed,
          group: groups.first { $0.form.names(entry.name) }))
    }
    for (_, diagnostic) in missing { report.add(diagnostic) }
  }
}

extension FieldReader {
  /// The fields of a node that must be a mapping, of a certain form.
  init?(
    _ node: YAMLNode, named name: String, form: String? = nil, language: LanguageTag,
    report: inout Report
  ) {
    guard case .mapping(let entries) = node.content else {
      report.add(.fieldWrongKind(name, takes: "a set of fields", form: form, node))
      return nil
    }
    self.init(entries, at: node.range, language: language)
  }
}

extension Diagnostic {
  fileprivate static func fieldUnknown(
    _ severity: Severity, _ entry: YAMLEntry, in place: String, candidate: String?, isMissed: Bool,
    group: (name: String, form: String)?
  ) -> Self {
    Self(
      severity, "field-unknown",
      "Field '\(entry.key)' is not known in \(place)" + didYouMean(candidate), at: entry.keyRange,
      hint: candidate.map { "Write '\($0)'" + (isMissed ? "" : ", or remove the field") }
        ?? group.map { "Put it into '\($0.name)': \($0.form)" }
        ?? (entry.key.contains(" ")
          ? "Indent the line if it belongs to the text above it, or remove the field"
          : "Remove the field"))
  }

  fileprivate static func fieldEmpty(_ entry: YAMLEntry) -> Self {
    Self(
      .warning, "field-empty", "Field '\(entry.key)' is empty", at: entry.keyRange,
      hint: "Give a value, or remove the line")
  }

  fileprivate static func fieldGivenTwice(_ entry: YAMLEntry, first: YAMLEntry) -> Self {
    Self(
      .error, "field-given-twice", "Field '\(entry.key)' is given a second time",
      at: entry.keyRange, notes: [Note("First given here as '\(first.key)'", at: first.keyRange)],
      hint: "Remove one of the two")
  }

  static func fieldWrongKind(
    _ name: String, takes kind: String, form: String? = nil, _ node: YAMLNode
  ) -> Self {
    let hint =
      switch kind {
      case _ where form != nil: "Write '\(name): \(form ?? "")'"
      case "text": "Put the value in quotes if its colon or bracket is part of the text"
      case "a set of fields":
        "Write them below it, each on its own line and indented: 'name: value'"
      default: "Write \(kind) there"
      }
    return Self(
      .error, "field-wrong-kind", "'\(name)' takes \(kind), not \(node.kindName)", at: node.range,
      hint: hint)
  }
}

extension String {
  /// Whether a form such as `{name: …, email: …}` has a field.
  fileprivate func names(_ field: String) -> Bool {
    contains("{\(field): ") || contains(", \(field): ")
  }
}

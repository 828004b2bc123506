import Reporting

/// Makes items of entries whose fields are complete.
///
/// Which field becomes which variable follows pandoc where CSL leaves a choice, because it is what
/// authors compare with.
struct BibTeXEntryReader: ~Copyable {
  let source: SourceBytes
  private let isEnglishByDefault: Bool
  private var reportedCommands: Set<String> = []

  // The entry being read.
  var entry = BibTeXEntry(type: "", key: "", place: 0..<0)
  var item = Item(id: "", type: .document)
  private(set) var type = BibTeXType(named: "")
  /// Whether titles are to be brought into sentence case.
  private var isEnglish = true
  /// The title as it was read, before its case was changed.
  private(set) var readTitle: LaTeXText?

  init(_ source: SourceBytes, language: String) {
    self.source = source
    isEnglishByDefault = language == "en" || language.hasPrefix("en-")
  }

  mutating func read(_ entry: BibTeXEntry, report: inout Report) -> Item {
    // Many entries have the type of the one before.
    if entry.type != self.entry.type { type = BibTeXType(named: entry.type) }
    self.entry = entry
    item = Item(id: entry.key, type: .document, range: source.range(entry.place))
    item.text.reserveCapacity(Self.usualCount)
    readTitle = nil
    readType(report: &report)
    readLanguage()
    readNames(report: &report)
    readDates(report: &report)
    readTitles(report: &report)
    readNumbers(report: &report)
    readPublisher(report: &report)
    readIdentifiers()
    readNotes(report: &report)
    // Handed over, not copied.
    var finished = Item(id: "", type: .document)
    swap(&item, &finished)
    return finished
  }

  /// Of variables that an item has.
  private static let usualCount = 10

  /// Fills a variable that is empty so far.
  mutating func put(_ variable: TextVariable, _ text: String?) {
    if let text { item.text[variable] = text }
  }

  // MARK: Values of fields

  /// The text of a field that holds no LaTeX, such as an address on the web.
  @inline(__always)
  func raw(_ field: BibTeXField) -> String? {
    // Of the fields that are asked for an entry has few.
    entry.has(field) ? rawText(of: field) : nil
  }

  private func rawText(of field: BibTeXField) -> String? {
    guard let value = entry[field], !value.bytes.isEmpty else { return nil }
    let text = source.text(value.bytes)
    return value.isPlain ? text : LaTeXAddress.plain(text)
  }

  /// A field as rich text.
  @inline(__always)
  mutating func text(_ field: BibTeXField, report: inout Report) -> String? {
    entry.has(field) ? richText(of: field, report: &report) : nil
  }

  private mutating func richText(of field: BibTeXField, report: inout Report) -> String? {
    guard let value = entry[field], !value.bytes.isEmpty else { return nil }
    if value.isPlain { return source.text(value.bytes) }
    let text = latex(value, report: &report)
    return text.isEmpty ? nil : text.string
  }

  mutating func latex(_ value: BibTeXValue, report: inout Report) -> LaTeXText {
    var reader = LaTeXReader(value.bytes, of: source)
    let text = reader.read()
    for command in reader.unknownCommands
    where reportedCommands.insert(command.name).inserted {
      let isInFile = value.place.contains(command.place.lowerBound)
      report.add(
        .unknownCommand(command, at: source.range(isInFile ? command.place : value.place)))
    }
    for place in reader.references {
      let isInFile = value.place.contains(place.lowerBound)
      report.add(
        .reference(
          source.text(place), at: source.range(isInFile ? place : value.place)))
    }
    for place in reader.tags
    where reportedCommands.insert(source.text(place)).inserted {
      let isInFile = value.place.contains(place.lowerBound)
      report.add(
        .tag(source.text(place), at: source.range(isInFile ? place : value.place)))
    }
    return text
  }

  /// A title in the case CSL wants.
  mutating func title(_ field: BibTeXField, report: inout Report) -> String? {
    guard entry.has(field), let value = entry[field] else { return nil }
    var text =
      value.isPlain && source.isUTF8
      ? LaTeXText(bytes: Array(source.bytes[value.bytes])) : latex(value, report: &report)
    // No title ends in a comma; it is left over from a list.
    text.trimEnd(of: [0x20, UInt8(ascii: ",")])
    if field == .title { readTitle = text }
    return text.isEmpty ? nil : cased(text)
  }

  func cased(_ text: LaTeXText) -> String {
    isEnglish ? text.sentenceCased() : text.string
  }

  /// Two parts joined by a mark, or by a space alone where the first ends with a mark already.
  static func joined(_ first: String?, _ second: String?, by mark: String) -> String? {
    guard let first, !first.isEmpty else { return second.flatMap { $0.isEmpty ? nil : $0 } }
    guard let second, !second.isEmpty else { return first }
    let endsWithMark = first.last.map { "!?.,:;".contains($0) } ?? false
    return first + (endsWithMark ? " " : mark + " ") + second
  }

  // MARK: Type and language

  private mutating func readType(report: inout Report) {
    let subtype = raw(.entrysubtype)?.lowercased() ?? ""
    if let itemType = type.itemType(of: entry, subtype: subtype) {
      item.type = itemType
    } else {
      report.add(.unknownType(entry.type, at: source.range(entry.place)))
    }
    let genre = text(.type, report: &report).map { BiblatexTerm.text(for: $0) ?? $0 }
    put(.genre, genre ?? type.genre)
  }

  private mutating func readLanguage() {
    let options = raw(.langidopts) ?? ""
    let name = raw(.langid) ?? raw(.hyphenation)
    let tag = name.map { BibTeXLanguage.tag(for: $0, options: options) ?? $0 }
    put(.language, tag ?? raw(.language).flatMap { BibTeXLanguage.tag(for: $0) })
    isEnglish =
      item[.language].map { $0 == "en" || $0.hasPrefix("en-") } ?? isEnglishByDefault
  }
}

extension Diagnostic {
  fileprivate static func unknownType(_ type: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-unknown-type", "Unknown entry type '@\(type)' is read as '@misc'",
      at: range, hint: "Write a type that BibTeX has, such as '@article' or '@book'")
  }

  fileprivate static func reference(_ text: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-html", "'\(text)' is HTML; it is read as the character it means",
      at: range, hint: "Write the character")
  }

  fileprivate static func tag(_ text: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-html", "'\(text)' is HTML; it is read as what it means", at: range,
      hint: "Write the command of LaTeX, as in '\\emph{…}'")
  }

  fileprivate static func unknownCommand(
    _ command: LaTeXReader.UnknownCommand, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .warning, "bibtex-unknown-command",
      command.isPrinted
        ? "Unknown command '\\\(command.name)' is printed as it stands"
        : "Unknown command '\\\(command.name)' is left out, what follows it is kept",
      at: range, hint: "Write the text as it shall appear, with '\\textbackslash ' for a backslash")
  }
}

import Reporting

/// Cuts the bytes of a BibTeX file into entries with their fields.
///
/// Text between entries is a comment, as BibTeX has it. An entry that is broken is reported and
/// left out, and scanning goes on at the next `@word{`: no value reaches over the beginning of a
/// line that begins an entry, so a lost brace costs one entry, and the time stays linear.
struct BibTeXScanner {
  private let source: SourceBytes
  private var position: Int
  private var macros: [String: ArraySlice<UInt8>] = [:]
  private(set) var entries: [BibTeXEntry] = []
  /// How often something was not closed; each time may have cost a walk to the end of the file.
  private var failures = 0
  private var unclosedComments = 0
  private let failureLimit = 20

  private struct Failure: Error {
    var diagnostic: Diagnostic
  }

  init(_ source: SourceBytes) {
    self.source = source
    position = source.start
  }

  mutating func scan(report: inout Report) {
    while let at = source.bytes[position...].firstIndex(of: UInt8(ascii: "@")) {
      position = at + 1
      do throws(Failure) {
        try scanBlock(at: at, report: &report)
      } catch {
        report.add(error.diagnostic)
        skipToNextEntry(after: at)
      }
    }
  }

  // MARK: Blocks

  private mutating func scanBlock(at: Int, report: inout Report) throws(Failure) {
    let word = scanWord()
    guard !word.isEmpty else { return }
    skipSpace()
    guard let opening = peek, opening == UInt8(ascii: "{") || opening == UInt8(ascii: "(") else {
      return
    }
    let type = lowercased(word)
    switch type {
    case "comment", "preamble": skipComment()
    case "string":
      position += 1
      try scanMacro(closing: opening, at: at, report: &report)
    default:
      position += 1
      try scanEntry(type: type, at: at, word: word, opening: opening, report: &report)
    }
  }

  /// Passes over a comment in balanced brackets; over its first bracket only, if they are not.
  private mutating func skipComment() {
    let start = position
    guard peek == UInt8(ascii: "{"), unclosedComments < failureLimit else { return }
    if let end = endOfBraces(from: start, crossesEntries: true) {
      position = end
    } else {
      unclosedComments += 1
    }
  }

  private mutating func scanMacro(
    closing opening: UInt8, at: Int, report: inout Report
  ) throws(Failure) {
    skipSpace()
    let name = scanName()
    skipSpace()
    guard !name.isEmpty, peek == UInt8(ascii: "=") else {
      throw Failure(diagnostic: .macroSyntax(at: here))
    }
    position += 1
    macros[lowercased(name)] = try scanValue(report: &report).bytes
    try scanClosing(of: opening, at: at)
  }

  private mutating func scanEntry(
    type: String, at: Int, word: Range<Int>, opening: UInt8, report: inout Report
  ) throws(Failure) {
    var entry = BibTeXEntry(type: type, key: "", place: at..<word.upperBound)
    if let key = scanKey(closing: opening) {
      entry.key = source.text(key)
      entry.place = key
    }
    while true {
      skipSeparators()
      guard let byte = peek else {
        throw Failure(diagnostic: .unclosedEntry(source, at: at..<word.upperBound))
      }
      if byte == closing(of: opening) {
        position += 1
        break
      }
      try scanField(of: &entry, entryStart: at..<word.upperBound, report: &report)
    }
    entries.append(entry)
  }

  // MARK: Keys and fields

  /// The key and the comma behind it; nil if there is none.
  private mutating func scanKey(closing opening: UInt8) -> Range<Int>? {
    skipSpace()
    let start = position
    var end = start
    while let byte = peek, byte != UInt8(ascii: ",") {
      // `@article{title = {…}}`, and `@article{}`: no key.
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "\"") {
        position = start
        return nil
      }
      if byte == UInt8(ascii: "}") || byte == closing(of: opening) { break }
      if byte == UInt8(ascii: "\n"), isEntryStart(position + 1) { break }
      position += 1
      if !isSpace(byte) { end = position }
    }
    return start < end ? start..<end : nil
  }

  private mutating func scanField(
    of entry: inout BibTeXEntry, entryStart: Range<Int>, report: inout Report
  ) throws(Failure) {
    let name = scanName()
    guard !name.isEmpty else {
      if isEntryStart(position) {
        throw Failure(diagnostic: .unclosedEntry(source, at: entryStart))
      }
      throw Failure(diagnostic: .fieldSyntax(source, at: here, entry: entryStart))
    }
    skipSpace()
    switch peek {
    case UInt8(ascii: "="): position += 1
    case UInt8(ascii: "{"), UInt8(ascii: "\""):
      report.add(.missingEquals(source.text(name), at: source.range(name)))
    default:
      report.add(.fieldWithoutValue(source.text(name), at: source.range(name)))
      return
    }
    let value = try scanValue(report: &report)
    guard let field = BibTeXField(source.bytes[name]) else { return }
    if entry.has(field) {
      report.add(.fieldTwice(source.text(name), at: source.range(name)))
    }
    entry[field] = value
  }

  /// Pieces joined with `#`.
  private mutating func scanValue(report: inout Report) throws(Failure) -> BibTeXValue {
    skipSpace()
    let start = position
    var value = try scanPiece(report: &report)
    var end = position
    skipSpace()
    while peek == UInt8(ascii: "#") {
      position += 1
      skipSpace()
      value += try scanPiece(report: &report)
      end = position
      skipSpace()
    }
    return BibTeXValue(bytes: value, place: start..<end)
  }

  private mutating func scanPiece(report: inout Report) throws(Failure) -> ArraySlice<UInt8> {
    let start = position
    switch peek {
    case UInt8(ascii: "{"):
      guard let end = endOfBraces(from: start) else {
        throw Failure(diagnostic: .unclosedValue(at: source.range(start..<start + 1)))
      }
      position = end
      return source.bytes[(start + 1)..<(end - 1)]
    case UInt8(ascii: "\""):
      guard let end = endOfQuotes(from: start) else {
        throw Failure(diagnostic: .unclosedValue(at: source.range(start..<start + 1)))
      }
      position = end
      return source.bytes[(start + 1)..<(end - 1)]
    default:
      return scanBareWord(report: &report)
    }
  }

  /// A number, a macro, or text that should have stood in braces.
  private mutating func scanBareWord(report: inout Report) -> ArraySlice<UInt8> {
    let start = position
    while let byte = peek, byte > 0x20, byte != UInt8(ascii: ","), byte != UInt8(ascii: "#"),
      byte != UInt8(ascii: "}"), byte != UInt8(ascii: ")"), byte != UInt8(ascii: "{"),
      byte != UInt8(ascii: "\""), byte != UInt8(ascii: "=")
    { position += 1 }
    let word = source.bytes[start..<position]
    guard let first = word.first else {
      report.add(.missingValue(at: here))
      return []
    }
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) { return word }
    let name = lowercased(start..<position)
    if let text = macros[name] { return text }
    if name.utf8.count != 3 || MonthName(name) == nil {
      report.add(.unknownMacro(source.text(word), at: source.range(start..<position)))
    }
    return word
  }

  // MARK: Brackets

  /// One past the brace that closes the one at `start`; a backslash hides a brace from counting
  /// only where a name could not be: BibTeX counts `\{`, people write it.
  private func endOfBraces(from start: Int, crossesEntries: Bool = false) -> Int? {
    let bytes = source.bytes
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\n") where !crossesEntries && isEntryStart(index + 1): return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// One past the quotation mark that closes the one at `start`; marks inside braces are text.
  private func endOfQuotes(from start: Int) -> Int? {
    let bytes = source.bytes
    var depth = 0
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\"") where depth <= 0: return index + 1
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\n") where isEntryStart(index + 1): return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private mutating func scanClosing(of opening: UInt8, at: Int) throws(Failure) {
    skipSeparators()
    guard peek == closing(of: opening) else {
      throw Failure(diagnostic: .unclosedEntry(source, at: at..<at + 1))
    }
    position += 1
  }

  private func closing(of opening: UInt8) -> UInt8 {
    opening == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
  }

  // MARK: Going on after a broken entry

  private mutating func skipToNextEntry(after at: Int) {
    let mayBeAnywhere = failures < failureLimit
    failures += 1
    var index = at + 1
    while let next = source.bytes[index...].firstIndex(of: UInt8(ascii: "@")) {
      let isFirstOfLine = source.bytes[..<next].last { !isBlank($0) } == UInt8(ascii: "\n")
      let isBehindBrace = source.bytes[..<next].last { !isSpace($0) } == UInt8(ascii: "}")
      if isFirstOfLine || mayBeAnywhere && isBehindBrace, isEntryStart(next) {
        position = next
        return
      }
      index = next + 1
    }
    position = source.end
  }

  /// Whether `@word{` or `@word(` begins at `index`, blanks allowed before it.
  private func isEntryStart(_ index: Int) -> Bool {
    let bytes = source.bytes
    var index = index
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "@") else { return false }
    let word = index + 1
    index = word
    while index < bytes.count, isLetter(bytes[index]) { index += 1 }
    guard index > word else { return false }
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    return index < bytes.count
      && (bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "("))
  }
}

// MARK: - Words and bytes

extension BibTeXScanner {
  private var peek: UInt8? {
    position < source.end ? source.bytes[position] : nil
  }

  private var here: SourceRange {
    source.range(position..<min(position + 1, source.end))
  }

  private mutating func scanWord() -> Range<Int> {
    let start = position
    while let byte = peek, isLetter(byte) { position += 1 }
    return start..<position
  }

  /// The name of a field or a macro.
  private mutating func scanName() -> Range<Int> {
    let start = position
    while let byte = peek, isNameByte(byte) { position += 1 }
    return start..<position
  }

  private mutating func skipSpace() {
    while let byte = peek, isSpace(byte) { position += 1 }
  }

  /// Passes over what parts fields: space, commas, and lines that biber takes for comments.
  private mutating func skipSeparators() {
    while let byte = peek {
      if byte == UInt8(ascii: "%") {
        position = source.bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? source.end
      } else if isSpace(byte) || byte == UInt8(ascii: ",") {
        position += 1
      } else {
        return
      }
    }
  }

  private func lowercased(_ range: Range<Int>) -> String {
    String(
      decoding: source.bytes[range].lazy.map { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
      }, as: UTF8.self)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "~"):
      false
    default: true
    }
  }
}

extension Diagnostic {
  fileprivate static func unclosedEntry(_ source: SourceBytes, at place: Range<Int>) -> Self {
    Diagnostic(
      .warning, "bibtex-unclosed-entry",
      "Entry '\(source.text(place))' is not closed and is left out", at: source.range(place),
      hint: "Add the missing brace")
  }

  fileprivate static func unclosedValue(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-unclosed-value",
      "Value is not closed before the next entry; its entry is left out", at: range,
      hint: "Add the missing brace or quotation mark")
  }

  fileprivate static func fieldSyntax(
    _ source: SourceBytes, at range: SourceRange, entry: Range<Int>
  ) -> Self {
    Diagnostic(
      .warning, "bibtex-field-syntax",
      "Expected the name of a field, not '\(source.text(range.bytes))'; the entry is left out",
      at: range, notes: [Note("In this entry", at: source.range(entry))])
  }

  fileprivate static func macroSyntax(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-macro-syntax", "A macro must be written '@string{name = \"text\"}'",
      at: range)
  }

  fileprivate static func missingEquals(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-missing-equals", "Expected '=' after '\(name)'", at: range)
  }

  fileprivate static func fieldWithoutValue(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-field-without-value", "Field '\(name)' has no value", at: range)
  }

  fileprivate static func missingValue(at range: SourceRange) -> Self {
    Diagnostic(.warning, "bibtex-missing-value", "Expected a value", at: range)
  }

  fileprivate static func fieldTwice(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-field-twice", "Field '\(name)' is given twice; the last counts", at: range)
  }

  fileprivate static func unknownMacro(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-unknown-macro", "Unknown macro '\(name)' is read as text", at: range,
      hint: "Define it with @string, or put the text in braces")
  }
}

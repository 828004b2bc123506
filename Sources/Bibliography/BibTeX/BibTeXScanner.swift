import Reporting

/// Cuts the bytes of a BibTeX file into entries with their fields.
///
/// Text between entries is a comment, as BibTeX has it. No value reaches over the beginning of a
/// line that begins an entry, so a lost brace costs one entry at most, and the time stays linear. An
/// entry that lacks a brace is read again, and a value that is not closed ends with its line there;
/// one that is broken otherwise is left out, and scanning goes on at the next `@word{`.
struct BibTeXScanner {
  private var cursor: BibTeXCursor
  private var macros: [String: Piece] = [:]
  private(set) var entries: [BibTeXEntry] = []
  /// How often something was not closed; each time may have cost a walk to the end of the file.
  private var failures = 0
  private var unclosedComments = 0
  private var misspelled = MisspelledFields()
  private let failureLimit = 20

  private struct Failure: Error {
    var diagnostic: Diagnostic
    /// Whether what is missing is a brace or a quotation mark.
    var isUnclosed = false
  }

  /// A value, or one of those that are joined to it.
  private struct Piece {
    var bytes: Range<Int>
    /// What it may hold.
    var kinds = BibTeXByte.all
  }

  /// The file, with what its values are joined to.
  var source: SourceBytes { cursor.source }

  init(_ source: SourceBytes) {
    cursor = BibTeXCursor(source)
  }

  mutating func scan(report: inout Report) {
    while let at = cursor.nextAt {
      cursor.position = at + 1
      do throws(Failure) {
        try scanBlock(at: at, report: &report)
      } catch {
        report.add(error.diagnostic)
        cursor.skipToNextEntry(after: at, mayBeAnywhere: failures < failureLimit)
        failures += 1
      }
    }
  }

  // MARK: Blocks

  private mutating func scanBlock(at: Int, report: inout Report) throws(Failure) {
    let word = cursor.scanWord()
    guard !word.isEmpty else { return }
    cursor.skipSpace()
    guard let opening = cursor.peek, opening == UInt8(ascii: "{") || opening == UInt8(ascii: "(")
    else {
      return
    }
    let type = cursor.lowercased(word)
    switch type {
    case "comment", "preamble": skipComment()
    case "string":
      cursor.position += 1
      try scanMacro(closing: opening, at: at, report: &report)
    default:
      cursor.position += 1
      try scanEntry(type: type, at: at, word: word, opening: opening, report: &report)
    }
  }

  /// Passes over a comment in balanced brackets; over its first bracket only, if they are not.
  private mutating func skipComment() {
    let start = cursor.position
    guard cursor.peek == UInt8(ascii: "{"), unclosedComments < failureLimit else { return }
    if let end = cursor.endOfBraces(from: start, crossesEntries: true) {
      cursor.position = end.index
    } else {
      unclosedComments += 1
    }
  }

  private mutating func scanMacro(
    closing opening: UInt8, at: Int, report: inout Report
  ) throws(Failure) {
    cursor.skipSpace()
    let name = cursor.scanName()
    cursor.skipSpace()
    guard !name.isEmpty, cursor.peek == UInt8(ascii: "=") else {
      throw Failure(diagnostic: .macroSyntax(at: cursor.here))
    }
    cursor.position += 1
    macros[cursor.lowercased(name)] = try scanPieces(report: &report).joined
    try scanClosing(of: opening, at: at)
  }

  private mutating func scanEntry(
    type: String, at: Int, word: Range<Int>, opening: UInt8, report: inout Report
  ) throws(Failure) {
    var entry = BibTeXEntry(type: type, key: "", place: at..<word.upperBound)
    if let key = scanKey(closing: opening, &report) {
      entry.key = source.text(key)
      entry.place = key
    }
    let start = cursor.position
    var found = Report()
    var read = entry
    misspelled.names = []
    do throws(Failure) {
      try scanFields(of: &read, until: closing(of: opening), &found)
    } catch {
      guard error.isUnclosed, failures < failureLimit else { throw error }
      failures += 1
      cursor.position = start
      cursor.mendsValues = true
      defer { cursor.mendsValues = false }
      found = Report()
      read = entry
      misspelled.names = []
      try scanFields(of: &read, until: closing(of: opening), &found)
    }
    report.merge(found)
    misspelled.report(in: read, of: source, to: &report)
    entries.append(read)
  }

  private mutating func scanFields(
    of entry: inout BibTeXEntry, until closing: UInt8, _ report: inout Report
  ) throws(Failure) {
    while true {
      cursor.skipSeparators()
      if cursor.peek == closing {
        let brace = cursor.here
        cursor.position += 1
        guard cursor.isBeforeField else { return }
        report.add(.fieldsBehindEnd(at: brace))
        continue
      }
      if cursor.peek == nil || cursor.isEntryStart(cursor.position) {
        let unclosed = Diagnostic.unclosedEntry(source, at: entry.place)
        guard cursor.mendsValues else { throw Failure(diagnostic: unclosed, isUnclosed: true) }
        report.add(unclosed)
        return
      }
      try scanField(of: &entry, report: &report)
    }
  }

  // MARK: Keys and fields

  /// The key and the comma behind it; nil if there is none.
  private mutating func scanKey(closing opening: UInt8, _ report: inout Report) -> Range<Int>? {
    cursor.skipSpace()
    let start = cursor.position
    var end = start
    while let byte = cursor.peek, byte != UInt8(ascii: ",") {
      // `@article{title = {…}}`, and `@article{}`: no key.
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "\"") {
        let word = source.bytes[start..<cursor.position].prefix { !BibTeXCursor.isSpace($0) }
        cursor.position = start
        guard byte == UInt8(ascii: "="), isKey(word, before: end) else { return nil }
        report.add(.keyWithoutComma(source.text(word.indices), at: source.range(word.indices)))
        cursor.position = word.endIndex
        return word.indices
      }
      if byte == UInt8(ascii: "}") || byte == closing(of: opening) { break }
      if byte == UInt8(ascii: "\n"), cursor.isEntryStart(cursor.position + 1) { break }
      cursor.position += 1
      if !BibTeXCursor.isSpace(byte) { end = cursor.position }
    }
    return start < end ? start..<end : nil
  }

  /// Whether a word stands on a line before that of the name of a field, which ends at `end`.
  private func isKey(_ word: ArraySlice<UInt8>, before end: Int) -> Bool {
    let space = source.bytes[word.endIndex..<max(end, word.endIndex)].prefix {
      BibTeXCursor.isSpace($0)
    }
    return space.endIndex < end && space.contains(UInt8(ascii: "\n"))
  }

  private mutating func scanField(
    of entry: inout BibTeXEntry, report: inout Report
  ) throws(Failure) {
    let name = cursor.scanName()
    guard !name.isEmpty else { return try skipNameless(&report) }
    cursor.skipSpace()
    switch cursor.peek {
    case UInt8(ascii: "="): cursor.position += 1
    case UInt8(ascii: "{"), UInt8(ascii: "\""):
      let isInQuotes = source.bytes[name.lowerBound - 1] == UInt8(ascii: "\"")
      report.add(
        isInQuotes
          ? .quoteInQuotes(at: source.range(name.lowerBound - 1..<name.lowerBound))
          : .missingEquals(source.text(name), at: source.range(name)))
    default:
      report.add(.fieldWithoutValue(source.text(name), at: source.range(name)))
      return
    }
    let value = try scanValue(report: &report)
    guard let field = BibTeXField(source.bytes.span.extracting(name)) else {
      misspelled.names.append(name)
      return
    }
    if entry.has(field) {
      report.add(.fieldTwice(source.text(name), at: source.range(name)))
    }
    entry[field] = value
  }

  /// Passes over a value without the name of its field, or what else stands where a name should.
  private mutating func skipNameless(_ report: inout Report) throws(Failure) {
    report.add(.fieldSyntax(source, at: cursor.here))
    let start = cursor.position
    if cursor.peek == UInt8(ascii: "=") { cursor.position += 1 }
    cursor.skipSpace()
    if cursor.peek == UInt8(ascii: "{") || cursor.peek == UInt8(ascii: "\"") {
      _ = try scanPieces(report: &report)
    } else if cursor.position == start {
      cursor.position += 1
    }
  }

  private mutating func scanValue(report: inout Report) throws(Failure) -> BibTeXValue {
    let (joined, place) = try scanPieces(report: &report)
    let bytes = source.trimmed(joined.bytes)
    return BibTeXValue(
      bytes: bytes, followsSpace: bytes.lowerBound > joined.bytes.lowerBound, place: place,
      kinds: joined.kinds)
  }

  /// Pieces joined with `#`.
  private mutating func scanPieces(
    report: inout Report
  ) throws(Failure) -> (joined: Piece, place: Range<Int>) {
    cursor.skipSpace()
    let start = cursor.position
    var piece = try scanPiece(report: &report)
    var end = cursor.position
    cursor.skipSpace()
    if cursor.peek == UInt8(ascii: "#") {
      var stretches = [piece.bytes]
      while cursor.peek == UInt8(ascii: "#") {
        cursor.position += 1
        cursor.skipSpace()
        stretches.append(try scanPiece(report: &report).bytes)
        end = cursor.position
        cursor.skipSpace()
      }
      piece = Piece(bytes: cursor.source.join(stretches))
    }
    return (piece, start..<end)
  }

  private mutating func scanPiece(report: inout Report) throws(Failure) -> Piece {
    let start = cursor.position
    let end: BibTeXCursor.End?
    switch cursor.peek {
    case UInt8(ascii: "{"): end = cursor.endOfBraces(from: start)
    case UInt8(ascii: "\""): end = cursor.endOfQuotes(from: start)
    default: return scanBareWord(report: &report)
    }
    guard let end else {
      let unclosed = Diagnostic.unclosedValue(at: source.range(start..<start + 1))
      guard cursor.mendsValues else { throw Failure(diagnostic: unclosed, isUnclosed: true) }
      report.add(unclosed)
      cursor.position = cursor.endOfUnclosedValue(from: start)
      let bytes = source.bytes[start + 1..<cursor.position]
      let end = bytes.lastIndex { !BibTeXCursor.isSpace($0) && $0 != UInt8(ascii: ",") }
      return Piece(bytes: start + 1..<(end.map { $0 + 1 } ?? start + 1))
    }
    cursor.position = end.index
    return Piece(bytes: start + 1..<end.index - 1, kinds: end.kinds)
  }

  /// A number, a macro, or text that should have stood in braces.
  private mutating func scanBareWord(report: inout Report) -> Piece {
    let start = cursor.position
    while let byte = cursor.peek, byte > 0x20, byte != UInt8(ascii: ","), byte != UInt8(ascii: "#"),
      byte != UInt8(ascii: "}"), byte != UInt8(ascii: ")"), byte != UInt8(ascii: "{"),
      byte != UInt8(ascii: "\""), byte != UInt8(ascii: "=")
    { cursor.position += 1 }
    let range = start..<cursor.position
    var word = Piece(bytes: range)
    if !source.bytes[range].contains(where: LaTeXReader.isSpecial) { word.kinds.remove(.special) }
    guard !range.isEmpty else {
      report.add(.missingValue(at: cursor.here))
      return word
    }
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(source.bytes[start]) { return word }
    let name = cursor.lowercased(range)
    if let text = macros[name] { return text }
    if name.utf8.count != 3 || MonthName(name) == nil {
      report.add(.unknownMacro(source.text(range), at: source.range(range)))
    }
    return word
  }

  private mutating func scanClosing(of opening: UInt8, at: Int) throws(Failure) {
    cursor.skipSeparators()
    guard cursor.peek == closing(of: opening) else {
      throw Failure(diagnostic: .unclosedMacro(at: source.range(at..<at + 1)))
    }
    cursor.position += 1
  }

  private func closing(of opening: UInt8) -> UInt8 {
    opening == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
  }
}

extension Diagnostic {
  fileprivate static func unclosedEntry(_ source: SourceBytes, at place: Range<Int>) -> Self {
    Diagnostic(
      .warning, "bibtex-unclosed-entry", "Entry '\(source.text(place))' is not closed",
      at: source.range(place), hint: "Add the missing brace behind its last field")
  }

  fileprivate static func unclosedMacro(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-unclosed-macro", "Macro is not closed and is left out", at: range,
      hint: "Add the missing brace")
  }

  fileprivate static func unclosedValue(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-unclosed-value",
      "Value that begins here is not closed before the next field or the end of its entry",
      at: range, hint: "Add the missing brace or quotation mark where it ends")
  }

  fileprivate static func fieldSyntax(_ source: SourceBytes, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-field-syntax",
      "Expected the name of a field, not '\(source.text(range.bytes))'; what stands here is left out",
      at: range,
      hint: "Write the name of its field and '=' before it, or mend the comma, brace or quotation "
        + "mark before it")
  }

  fileprivate static func fieldsBehindEnd(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-fields-behind-end", "Brace closes the entry before its last field",
      at: range, hint: "Remove the brace")
  }

  fileprivate static func macroSyntax(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-macro-syntax", "A macro must be written '@string{name = \"text\"}'",
      at: range, hint: "Write it so, or remove it")
  }

  fileprivate static func keyWithoutComma(_ key: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-key-without-comma", "No comma behind the key '\(key)'", at: range,
      hint: "Add a comma")
  }

  fileprivate static func missingEquals(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-missing-equals", "Expected '=' after '\(name)'", at: range,
      hint: "Add '='")
  }

  fileprivate static func quoteInQuotes(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-quote-in-quotes", "Quotation mark inside quotation marks ends the value",
      at: range, hint: "Put the value in braces")
  }

  fileprivate static func fieldWithoutValue(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-field-without-value", "Field '\(name)' has no value", at: range,
      hint: "Give a value, or remove the field")
  }

  fileprivate static func missingValue(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-missing-value", "Expected a value", at: range,
      hint: "Write it in braces, or remove the field")
  }

  fileprivate static func fieldTwice(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-field-twice", "Field '\(name)' is given twice; the last counts", at: range,
      hint: "Remove one of the two")
  }

  fileprivate static func unknownMacro(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-unknown-macro", "Unknown macro '\(name)' is read as text", at: range,
      hint: "Define it with @string, or put the text in braces")
  }
}

import Bibliography

extension Evaluator {
  /// Adds the text by which a key sorts a cite; empty if it has none.
  mutating func addSortText(
    _ key: SortKey, _ cite: consuming CiteState, in context: CompiledStyle.Context,
    to texts: inout ByteBuffer
  ) -> Range<Int> {
    cite.hints = Hints()
    begin(cite, in: context)
    sortKey = key
    defer { sortKey = nil }
    let root = tree.makeContainer()
    if key.macro >= 0 {
      _ = evaluate(style.macros[Int(key.macro)], delimiter: .empty, into: root)
      if isUndated(root) { return texts.count..<texts.count }
    } else {
      append(variable: Int(key.variable), to: root)
    }
    let start = texts.count
    tree.plainText(root, into: &texts)
    SortText.clean(&texts, from: start)
    return start..<texts.count
  }

  /// Whether a key says "n.d." and no more: that is no value, and comes last in either direction.
  private mutating func isUndated(_ root: Int32) -> Bool {
    guard tree.find(.term, in: root) != nil, let only = tree.onlyText(in: root) else {
      return false
    }
    let text = tree.text(of: only)
    return [.long, .short].contains { form in
      style.terms.text(FixedTerm.noDate.rawValue, form).map {
        style.pool[$0.range].elementsEqual(text) { $0 | 0x20 == $1 | 0x20 }
      } ?? false
    }
  }

  private mutating func append(variable code: Int, to parent: Int32) {
    guard isPresent(code) else { return }
    let start = tree.bytes.count
    switch code {
    case VariableCode.code(.citationNumber):
      Digits.appendPadded(cite.citationNumber, to: &tree.bytes)
    case VariableCode.code(.firstReferenceNoteNumber):
      Digits.appendPadded(cite.firstNote, to: &tree.bytes)
    case VariableCode.code(.locator):
      tree.bytes += pool[(cite.locator ?? .empty).range]
    case VariableCode.code(.yearSuffix): break
    case VariableCode.code(.citationLabel):
      appendCitationLabel(StyleNode(kind: .variable), to: parent)
      return
    case VariableCode.firstName..<VariableCode.firstDate:
      for person in items.people(code, of: cite.item) { appendSortable(items.names[person]) }
    case VariableCode.firstDate...:
      let date = items.date(code, of: cite.item)
      if date.start.isPresent {
        appendSortable(date.start) { _ in true }
        if date.end.isPresent {
          tree.bytes.append(UInt8(ascii: " "))
          appendSortable(date.end) { _ in true }
        }
      } else {
        tree.bytes.append(date.literal.range, of: items.pool)
      }
    default:
      appendSortable(items.text(code, of: cite.item), code, to: parent)
      return
    }
    tree.appendText(from: start, to: parent)
  }

  private mutating func appendSortable(_ field: PreparedText, _ code: Int, to parent: Int32) {
    let scanner = NumberScanner(field.slice.range, in: items.pool)
    if code >= VariableCode.code(.chapterNumber), scanner.isNumeric,
      let first = scanner.parts.first, let value = NumberScanner.value(first.digits, in: items.pool)
    {
      let start = tree.bytes.count
      Digits.appendPadded(value, to: &tree.bytes)
      tree.appendText(from: start, to: parent)
    } else {
      appendField(field, .none, to: parent)
    }
  }

  /// A name for a sort key that is a variable: its parts in the order of `writeSortKey`.
  private mutating func appendSortable(_ name: PreparedName) {
    guard !name.isLiteral else { return append(name.literal, SortText.nameSeparator) }
    if style.options.demotion == .never { append(name.nonDroppingParticle, 0x20) }
    append(name.family, SortText.partSeparator)
    append(name.given, 0x20)
    append(name.droppingParticle, 0x20)
    if style.options.demotion != .never { append(name.nonDroppingParticle, 0x20) }
    append(name.suffix, 0x20)
    tree.bytes.append(SortText.nameSeparator)
  }

  private mutating func append(_ part: Slice, _ separator: UInt8) {
    guard !part.isEmpty else { return }
    tree.bytes.append(part.range, of: items.pool)
    tree.bytes.append(separator)
  }
}

/// What of a text counts for its place in a list.
enum SortText {
  /// Behind the names of a list.
  ///
  /// All separators sort before a space, and in this order: what one author wrote alone comes before
  /// what she wrote with others, also where a title follows the names in one key, and "Smith, Zoe"
  /// before "Smith Jones, Ann".
  static let listEnd: UInt8 = 0x09
  /// Between the names of a list.
  static let nameSeparator: UInt8 = 0x0A
  /// Between family and given name.
  static let partSeparator: UInt8 = 0x0B

  static func isSeparator(_ byte: UInt8) -> Bool { byte >= listEnd && byte <= partSeparator }

  private static func lengthOfPunctuation(at index: Int, in text: ByteBuffer) -> Int? {
    switch text[index] {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B, 0x7D, 0x7E: 1
    case 0xE2
    where index + 2 < text.count && text[index + 1] == 0x80
      && (0x90...0x9F).contains(text[index + 2]):
      3
    default: nil
    }
  }

  /// Takes punctuation away, and space at the ends.
  static func clean(_ text: inout ByteBuffer, from start: Int) {
    var kept = start
    var index = start
    while index < text.count {
      let byte = text[index]
      let isLetter = (byte | 0x20) &- 0x61 < 26
      if !isLetter, let length = lengthOfPunctuation(at: index, in: text) {
        index += length
        continue
      }
      if kept > start || byte > 0x20 {
        if kept < index { text[kept] = byte }
        kept += 1
      }
      index += 1
    }
    while kept > start, text[kept - 1] <= 0x20 { kept -= 1 }
    text.removeLast(text.count - kept)
  }
}

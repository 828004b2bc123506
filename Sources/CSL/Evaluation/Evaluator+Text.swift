import Bibliography
import Reporting

extension Evaluator {
  func isPresent(_ code: Int) -> Bool { present & VariableCode.bit(code) != 0 }

  /// `cs:text variable="…"`.
  mutating func evaluateVariable(_ node: StyleNode, into parent: Int32) -> Outcome {
    var code = Int(node.a)
    guard code >= 0, code < VariableCode.firstName else { return .called }
    if node.form == 1 { code = shortForm(of: code) }
    guard isPresent(code) else {
      // A year-suffix is the processor's, not the item's: its absence empties no group.
      return code == VariableCode.code(.yearSuffix) ? [] : .called
    }
    if isInSubstitute { consume(code) }
    let isLink = VariableCode.linked & VariableCode.bit(code) != 0 && !isSorting
    if node.prefix.count > 0, !isLink { appendAffix(node.prefix, .prefix, to: parent) }
    switch code {
    case VariableCode.code(.citationNumber):
      appendNumber(cite.citationNumber, node, tag: .citationNumber, to: parent)
    case VariableCode.code(.firstReferenceNoteNumber):
      appendNumber(cite.firstNote, node, tag: .none, to: parent)
    case VariableCode.code(.yearSuffix):
      hasYearSuffix = true
      appendYearSuffix(node.formatting, to: parent)
    case VariableCode.code(.locator): appendLocator(node.formatting, to: parent)
    case VariableCode.code(.page):
      appendRanges(
        items.text(code, of: cite.item).slice, from: items.pool,
        as: style.options.pageRangeFormat, node.formatting, to: parent)
    case _ where isCountedRange(code):
      appendRanges(
        items.text(code, of: cite.item).slice, from: items.pool, as: nil, node.formatting,
        to: parent)
    case VariableCode.code(.citationLabel): appendCitationLabel(node, to: parent)
    default:
      if isLink {
        appendLink(code, node, to: parent)
      } else {
        appendField(items.text(code, of: cite.item), node.formatting, to: parent)
      }
    }
    if node.suffix.count > 0 { appendAffix(node.suffix, .suffix, to: parent) }
    return [.called, .filled]
  }

  /// Whether a variable that counts something names a range: "3-4".
  private mutating func isCountedRange(_ code: Int) -> Bool {
    guard VariableCode.counted & VariableCode.bit(code) != 0 else { return false }
    let range = items.text(code, of: cite.item).slice.range
    return items.pool[range].contains(UInt8(ascii: "-"))
      && NumberScanner.isNumeric(range, in: items.pool)
  }

  private mutating func shortForm(of code: Int) -> Int {
    let short =
      switch code {
      case VariableCode.code(.title): VariableCode.code(.titleShort)
      case VariableCode.code(.containerTitle): VariableCode.code(.containerTitleShort)
      default: code
      }
    return isPresent(short) ? short : code
  }

  /// A variable that stands for missing names is not shown again (CSL 1.0.2, "Substitute").
  mutating func consume(_ code: Int) {
    present &= ~VariableCode.bit(code)
  }

  mutating func appendAffix(_ slice: Slice, _ tag: OutputTree.Tag, to parent: Int32) {
    tree.appendText(slice, of: .style, tag: tag, to: parent)
  }

  private mutating func appendNumber(
    _ number: Int, _ node: StyleNode, tag: OutputTree.Tag, to parent: Int32
  ) {
    let start = tree.bytes.count
    if isSorting {
      Digits.appendPadded(number, to: &tree.bytes)
    } else {
      Digits.append(number, to: &tree.bytes)
    }
    let leaf = tree.appendText(from: start, node.formatting, tag: tag, to: parent)
    tree.nodes[Int(leaf)].info = Int32(clamping: number)
  }

  mutating func appendYearSuffix(_ format: Formatting, to parent: Int32) {
    let start = tree.bytes.count
    Digits.appendLetters(cite.hints.yearSuffix, to: &tree.bytes)
    let leaf = tree.appendText(from: start, format, tag: .yearSuffix, to: parent)
    tree.nodes[Int(leaf)].info = Int32(cite.hints.yearSuffix)
  }

  /// A field of the item with its rich text and letter case.
  mutating func appendField(
    _ field: PreparedText, _ format: Formatting, tag: OutputTree.Tag = .none, to parent: Int32
  ) {
    var formatting = format
    formatting.isIsolated = field.directions.contains(style.options.oppositeDirection)
    let node: Int32
    if formatting.isIsolated, beginsAstray(field) {
      node = tree.appendContainer(formatting, tag: tag, to: parent)
      let start = tree.bytes.count
      tree.bytes += "\u{200F}".utf8
      tree.appendText(from: start, to: node)
      richText.append(field.slice.range, of: items.pool, to: node, in: &tree)
    } else if field.needsParsing {
      node = tree.appendContainer(formatting, tag: tag, to: parent)
      richText.append(field.slice.range, of: items.pool, to: node, in: &tree)
    } else {
      node = tree.appendText(field.slice, of: .items, formatting, tag: tag, to: parent)
    }
    applyCase(format, to: node)
  }

  /// Whether a text of a work from right to left begins with Latin letters, such as "RETRACTED: ":
  /// its first letter would turn it round.
  private func beginsAstray(_ field: PreparedText) -> Bool {
    let language = VariableCode.code(TextVariable.language)
    guard style.options.runsRightToLeft, field.directions.contains(.rightToLeft),
      isPresent(language),
      items.pool[items.text(language, of: cite.item).slice.range]
        .isLanguageFromRightToLeft
    else { return false }
    let first = String(decoding: items.pool[field.slice.range], as: UTF8.self).unicodeScalars
      .first(where: \.properties.isAlphabetic)
    return first.map { !$0.isRightToLeft } ?? false
  }

  /// An identifier or address that becomes a link; a resolver in its prefix belongs to it, words
  /// before the resolver do not.
  private mutating func appendLink(_ code: Int, _ node: StyleNode, to parent: Int32) {
    var format = node.formatting
    format.isLink = true
    let link = tree.appendContainer(format, info: Int32(code), to: parent)
    let field = items.text(code, of: cite.item)
    let words = Slice(start: node.prefix.start, count: UInt32(node.b))
    let resolver = Slice(
      start: words.start + words.count, count: node.prefix.count - words.count)
    if !words.isEmpty {
      let affix = tree.makeText(words, tag: .prefix)
      tree.insert(affix, after: previousSibling(of: link, in: parent), in: parent)
    }
    if !resolver.isEmpty { appendAffix(resolver, .prefix, to: link) }
    tree.appendText(field.slice, of: .items, to: link)
    applyCase(node.formatting, to: link)
  }

  private func previousSibling(of node: Int32, in parent: Int32) -> Int32 {
    var previous: Int32 = -1
    var child = tree.nodes[Int(parent)].first
    while child >= 0, child != node {
      previous = child
      child = tree.nodes[Int(child)].next
    }
    return previous
  }

  /// Applies the letter case and the loss of periods that an element asks for.
  ///
  /// Title case is for items in English, and for terms in any language, as authors of styles expect.
  mutating func applyCase(_ format: Formatting, to node: Int32, isTerm: Bool = false) {
    if format.stripsPeriods { stripPeriods(node) }
    let textCase = format.textCase
    guard textCase != .none, !isSorting else { return }
    if textCase == .title, !isTerm {
      guard item.isEnglish ?? style.options.isEnglish else { return }
    }
    convert(node, to: textCase)
  }

  /// Changes the letter case in the language of the item, or of the style if it has none.
  mutating func convert(_ node: Int32, to textCase: Formatting.TextCase) {
    caseConverter.convert(
      node, in: &tree, to: textCase, isTurkish: item.isTurkish ?? style.options.isTurkish)
  }

  private mutating func stripPeriods(_ node: Int32) {
    let entry = tree.nodes[Int(node)]
    guard entry.isText else {
      var child = entry.first
      while child >= 0 {
        stripPeriods(child)
        child = tree.nodes[Int(child)].next
      }
      return
    }
    let text = tree.text(of: entry)
    guard text.contains(UInt8(ascii: ".")) else { return }
    let start = tree.bytes.count
    for byte in text where byte != UInt8(ascii: ".") { tree.bytes.append(byte) }
    tree.rewrite(node, from: start)
  }
}

extension VariableCode {
  /// Variables that count something and may name a range; a `number` may be any identifier.
  static var counted: UInt128 {
    bit(TextVariable.issue) | bit(TextVariable.volume) | bit(TextVariable.edition)
      | bit(TextVariable.chapterNumber) | bit(TextVariable.numberOfVolumes)
      | bit(TextVariable.numberOfPages)
  }

  /// Variables whose text is an address or leads to one.
  static var linked: UInt128 {
    bit(TextVariable.doi) | bit(TextVariable.url) | bit(TextVariable.pmid)
      | bit(TextVariable.pmcid)
  }
}

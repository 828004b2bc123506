import Bibliography

extension Evaluator {
  /// `cs:number` (CSL 1.0.2, "Number").
  mutating func evaluateNumber(_ node: StyleNode, into parent: Int32) -> Outcome {
    let code = Int(node.a)
    guard code >= 0, code < VariableCode.firstName else { return .called }
    guard isPresent(code) else { return .called }
    if isInSubstitute { consume(code) }
    if code == VariableCode.code(.citationNumber) || code == VariableCode.code(.yearSuffix)
      || code == VariableCode.code(.firstReferenceNoteNumber)
    {
      return evaluateVariable(node, into: parent)
    }
    let (source, slice) =
      code == VariableCode.code(.locator)
      ? (pool, cite.locator ?? .empty) : (items.pool, items.text(code, of: cite.item).slice)
    if node.prefix.count > 0 { appendAffix(node.prefix, .prefix, to: parent) }
    let scanner = NumberScanner(slice.range, in: source)
    if scanner.isNumeric {
      let start = tree.bytes.count
      appendParts(scanner, source, NumberForm(rawValue: node.form) ?? .numeric, code)
      let leaf = tree.appendText(from: start, node.formatting, to: parent)
      applyCase(node.formatting, to: leaf)
    } else if code == VariableCode.code(.locator) {
      appendLocator(node.formatting, to: parent)
    } else {
      appendField(items.text(code, of: cite.item), node.formatting, to: parent)
    }
    if node.suffix.count > 0 { appendAffix(node.suffix, .suffix, to: parent) }
    return [.called, .filled]
  }

  private mutating func appendParts(
    _ scanner: NumberScanner, _ source: [UInt8], _ form: NumberForm, _ code: Int
  ) {
    for part in scanner.parts {
      switch part.separator {
      case 0: break
      case UInt8(ascii: "-"): tree.bytes.append(style.pageRangeDelimiter.range, of: style.pool)
      case UInt8(ascii: "&"): tree.bytes += " & ".utf8
      default: tree.bytes += [part.separator, UInt8(ascii: " ")]
      }
      let value = NumberScanner.value(part.digits, in: source)
      if isSorting, let value {
        Digits.appendPadded(value, to: &tree.bytes)
      } else if form == .numeric || part.digits != part.word || value == nil {
        tree.bytes += source[part.word]
      } else if let value {
        append(value, form, gender: style.terms.gender(of: style.terms.ofTextVariable[code]))
      }
    }
  }

  /// An integer in a form, with the gender of what it counts (CSL 1.0.2, "Gender-specific
  /// Ordinals").
  mutating func append(_ value: Int, _ form: NumberForm, gender: Gender) {
    switch form {
    case .numeric: Digits.append(value, to: &tree.bytes)
    case .roman: Digits.appendRoman(value, to: &tree.bytes)
    case .longOrdinal where (1...10).contains(value):
      if let text = style.terms.ordinals.long(value, gender) ?? style.terms.longOrdinal(value) {
        tree.bytes.append(text.range, of: style.pool)
      } else {
        fallthrough
      }
    case .ordinal, .longOrdinal:
      Digits.append(value, to: &tree.bytes)
      tree.bytes.append(style.terms.ordinals.suffix(of: value, gender).range, of: style.pool)
    }
  }

  /// `cs:label` of a number variable or the locator (CSL 1.0.2, "Label").
  mutating func evaluateLabel(_ node: StyleNode, into parent: Int32) -> Outcome {
    let code = Int(node.a)
    guard code >= 0, code < VariableCode.firstName, isPresent(code) else { return [] }
    let term: Int32
    let isPlural: Bool
    if code == VariableCode.code(.locator) {
      term = style.terms.ofLocator[cite.locatorLabel.index]
      isPlural = self.isPlural(cite.locator?.range ?? 0..<0, in: pool, node)
    } else {
      term = style.terms.ofTextVariable[code]
      let isDynamic =
        code == VariableCode.code(.citationNumber)
        || code == VariableCode.code(.firstReferenceNoteNumber)
        || code == VariableCode.code(.yearSuffix)
      isPlural =
        isDynamic
        ? node.b == PluralRule.always.rawValue
        : self.isPlural(items.text(code, of: cite.item).slice.range, in: items.pool, node)
    }
    appendLabel(node, term, isPlural: isPlural, to: parent)
    return []
  }

  mutating func appendLabel(_ node: StyleNode, _ term: Int32, isPlural: Bool, to parent: Int32) {
    let form = TermForm(rawValue: node.form) ?? .long
    guard let text = style.terms.text(term, form, isPlural: isPlural), text.count > 0 else {
      return
    }
    if node.prefix.count > 0 { appendAffix(node.prefix, .prefix, to: parent) }
    let leaf = tree.appendText(text, of: .style, node.formatting, tag: .label, to: parent)
    applyCase(node.formatting, to: leaf, isTerm: true)
    if node.suffix.count > 0 { appendAffix(node.suffix, .suffix, to: parent) }
  }

  private mutating func isPlural(_ range: Range<Int>, in source: [UInt8], _ node: StyleNode) -> Bool
  {
    switch PluralRule(rawValue: node.b) ?? .contextual {
    case .always: return true
    case .never: return false
    case .contextual: break
    }
    let code = Int(node.a)
    if code == VariableCode.code(.numberOfPages) || code == VariableCode.code(.numberOfVolumes) {
      let scanner = NumberScanner(range, in: source)
      guard let first = scanner.parts.first else { return false }
      return scanner.parts.count > 1 || NumberScanner.value(first.digits, in: source) != 1
    }
    return PageRange.isPlural(range, in: source)
  }
}

extension LocatorLabel {
  /// Its place among all labels.
  var index: Int { LocatorLabel.allCases.firstIndex(of: self) ?? 0 }
}

extension TermTable {
  fileprivate func longOrdinal(_ value: Int) -> Slice? {
    id(value < 10 ? "long-ordinal-0\(value)" : "long-ordinal-\(value)").flatMap { text($0, .long) }
  }
}

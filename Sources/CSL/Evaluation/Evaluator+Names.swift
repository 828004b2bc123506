import Bibliography

extension Evaluator {
  /// `cs:names` with its substitutes (CSL 1.0.2, "Names").
  mutating func evaluateNames(_ node: StyleNode, into parent: Int32) -> Outcome {
    guard suppressesAuthor else { return evaluateShownNames(node, into: parent) }
    // What would be shown is left out; it is used up all the same, and keeps what stands beside it
    // in a group ("op. cit.").
    let mark = tree.mark(in: parent)
    suppressesAuthor = false
    let outcome = evaluateShownNames(node, into: parent)
    if outcome.contains(.filled) {
      tree.undo(to: mark, in: parent)
    } else {
      suppressesAuthor = true
    }
    return outcome
  }

  private mutating func evaluateShownNames(_ node: StyleNode, into parent: Int32) -> Outcome {
    let names = style.namesLayouts[context.rawValue][Int(node.a)]
    guard let found = names.block.variables.first(where: { isPresent(Int($0)) }) else {
      guard !names.block.substitute.isEmpty else { return .called }
      return evaluateSubstitute(node, names.block.substitute, into: parent)
    }
    let mark = tree.mark(in: parent)
    if node.prefix.count > 0 { appendAffix(node.prefix, .prefix, to: parent) }
    let container = tree.appendContainer(
      node.formatting, tag: .names, info: Int32(found), to: parent)
    if names.options.form == .count {
      appendCount(names, to: container)
    } else {
      appendVariables(names, to: container)
    }
    guard tree.nodes[Int(container)].first >= 0 else {
      tree.undo(to: mark, in: parent)
      return .called
    }
    if node.formatting.bits != 0 { applyCase(node.formatting, to: container) }
    if isSorting { tree.appendByte(SortText.listEnd, tag: .delimiter, to: parent) }
    if node.suffix.count > 0 { appendAffix(node.suffix, .suffix, to: parent) }
    if isInSubstitute {
      for variable in names.block.variables { consume(Int(variable)) }
    }
    return [.called, .filled]
  }

  /// The first substitute that gives text stands for the names; what it shows is used up.
  private mutating func evaluateSubstitute(
    _ node: StyleNode, _ substitutes: Range<Int32>, into parent: Int32
  ) -> Outcome {
    let wasInSubstitute = isInSubstitute
    defer { isInSubstitute = wasInSubstitute }
    let isFilled = evaluateAlternatives(substitutes, of: node, into: parent) == .filled
    return isFilled ? [.called, .filled] : .called
  }

  /// What trying elements one by one came to.
  private enum Trial { case filled, silenced, empty }

  /// Tries elements until one gives text; those of a condition are among them.
  private mutating func evaluateAlternatives(
    _ children: Range<Int32>, of node: StyleNode, into parent: Int32
  ) -> Trial {
    for child in children {
      let place = Int(child)
      if style.nodes[place].kind == .choose {
        guard let branch = chosen(of: style.nodes[place].children) else { continue }
        let trial = evaluateAlternatives(branch, of: node, into: parent)
        if trial == .empty { continue }
        return trial
      }
      isInSubstitute = true
      let mark = tree.mark(in: parent)
      if node.prefix.count > 0 { appendAffix(node.prefix, .prefix, to: parent) }
      // The looks are those of names; punctuation parts whatever stands in their place.
      let isNames = style.nodes[place].kind == .names
      let container = tree.appendContainer(
        isNames ? node.formatting : .none, tag: .substitute, to: parent)
      _ = evaluate(child..<(child + 1), delimiter: .empty, into: container)
      guard tree.nodes[Int(container)].first >= 0 else {
        tree.undo(to: mark, in: parent)
        // A term that a locale sets to nothing is an answer too.
        if isEmptyTerm(place) { return .silenced }
        continue
      }
      if node.suffix.count > 0 { appendAffix(node.suffix, .suffix, to: parent) }
      return .filled
    }
    return .empty
  }

  private mutating func isEmptyTerm(_ place: Int) -> Bool {
    guard style.nodes[place].kind == .term else { return false }
    let term = style.nodes[place].a
    return term >= 0 && style.terms.text(term, .long) != nil
  }

  private mutating func appendCount(
    _ names: NamesLayout, to parent: Int32
  ) {
    var count = 0
    for variable in names.block.variables where isPresent(Int(variable)) {
      let people = items.people(Int(variable), of: cite.item)
      count += shown(people.count, names, list: nil)
    }
    guard count > 0 else { return }
    let start = tree.bytes.count
    if isSorting {
      Digits.appendPadded(count, to: &tree.bytes)
    } else {
      Digits.append(count, to: &tree.bytes)
    }
    tree.appendText(from: start, to: parent)
  }

  /// Editors who are also the translators are named once (CSL 1.0.2, "Names").
  private mutating func mergesEditorTranslator(_ names: NamesLayout) -> Bool {
    let editor = VariableCode.code(NameVariable.editor)
    let translator = VariableCode.code(NameVariable.translator)
    guard names.block.variables.count == 2, names.block.variables.contains(UInt8(editor)),
      names.block.variables.contains(UInt8(translator)), isPresent(editor), isPresent(translator),
      let term = style.terms.text(FixedTerm.editorTranslator.rawValue, .long), !term.isEmpty
    else { return false }
    let (a, b) = (items.people(editor, of: cite.item), items.people(translator, of: cite.item))
    return a.count == b.count && zip(a, b).allSatisfy { items.isSame($0, $1) }
  }

  private mutating func appendVariables(
    _ names: NamesLayout, to parent: Int32
  ) {
    let merges = mergesEditorTranslator(names)
    var isFirst = true
    for variable in names.block.variables where isPresent(Int(variable)) {
      let people = items.people(Int(variable), of: cite.item)
      if !isFirst, names.options.namesDelimiter.count > 0 {
        appendAffix(names.options.namesDelimiter, .delimiter, to: parent)
      }
      isFirst = false
      let label =
        merges
        ? FixedTerm.editorTranslator.rawValue
        : style.terms.ofNameVariable[Int(variable) - VariableCode.firstName]
      let hasOthers = items.hasOthers(Int(variable), of: cite.item)
      let isOne = people.count == 1 && !hasOthers
      if names.block.labelStandsFirst { appendLabel(names, label, isOne: isOne, to: parent) }
      appendList(people, hasOthers: hasOthers, names, to: parent)
      if !names.block.labelStandsFirst { appendLabel(names, label, isOne: isOne, to: parent) }
      if merges { return }
    }
  }

  private mutating func appendLabel(
    _ names: NamesLayout, _ term: Int32, isOne: Bool, to parent: Int32
  ) {
    guard names.block.label >= 0, !isSorting else { return }
    let node = style.nodes[Int(names.block.label)]
    let isPlural =
      switch PluralRule(rawValue: node.b) ?? .contextual {
      case .contextual: !isOne
      case .always: true
      case .never: false
      }
    appendLabel(node, term, isPlural: isPlural, to: parent)
  }

  /// How many of the names are shown (CSL 1.0.2, "Et-al Abbreviation").
  private mutating func shown(_ count: Int, _ names: NamesLayout, list: Int?) -> Int {
    var (least, first) = (names.options.etAlMin, names.options.etAlUseFirst)
    if cite.positions & CiteState.subsequent != 0, context == .citation {
      least = names.options.etAlSubsequentMin
      first = names.options.etAlSubsequentUseFirst
    }
    if let sortKey {
      least = sortKey.namesMin ?? least
      first = sortKey.namesUseFirst ?? first
    }
    var shown = least > 0 && count >= least ? min(first, count) : count
    if let list, list < cite.hints.shownNames.count {
      shown = min(max(shown, cite.hints.shownNames[list]), count)
    }
    return shown
  }

  private mutating func appendList(
    _ people: Range<Int>, hasOthers: Bool, _ names: NamesLayout,
    to parent: Int32
  ) {
    let list = nameLists
    nameLists += 1
    // "and others" are one more at least.
    let count = hasOthers ? people.count + 1 : people.count
    let shown = min(shown(count, names, list: list), people.count)
    let isAbbreviated = shown < people.count || hasOthers
    if recordsLists { recordedLists.append(.init(people: people, shown: shown)) }
    guard shown > 0 else { return }
    var writer = NameWriter(names)
    let useLast = sortKey?.namesUseLast ?? names.options.etAlUseLast
    let addsLast = isAbbreviated && useLast && shown <= people.count - 2
    var previousIsInverted = false
    for index in 0..<shown {
      if index > 0 {
        let isLast = index == people.count - 1 && !hasOthers
        appendSeparator(
          isLast: isLast, count: people.count, previousIsInverted: previousIsInverted, names,
          to: parent)
      }
      previousIsInverted = appendName(
        people.lowerBound + index, index, list, &writer, to: parent)
    }
    if addsLast {
      let start = tree.bytes.count
      // "A, B, … Z", but "A … Z".
      tree.bytes += shown > 1 ? style.pool[names.options.delimiter.range] : [0x20]
      tree.bytes += "\u{2026} ".utf8
      tree.appendText(from: start, tag: .delimiter, to: parent)
      _ = appendName(
        people.upperBound - 1, people.count - 1, list, &writer, to: parent)
    } else if isAbbreviated, !isSorting {
      appendEtAl(shown, previousIsInverted: previousIsInverted, names, to: parent)
    }
  }

  private mutating func appendSeparator(
    isLast: Bool, count: Int, previousIsInverted: Bool, _ names: NamesLayout,
    to parent: Int32
  ) {
    if isSorting {
      tree.appendByte(SortText.nameSeparator, tag: .delimiter, to: parent)
      return
    }
    guard isLast, names.options.and != .none else {
      appendAffix(names.options.delimiter, .delimiter, to: parent)
      return
    }
    let hasDelimiter =
      switch names.options.delimiterPrecedesLast {
      case .contextual: count > 2
      case .afterInvertedName: previousIsInverted
      case .always: true
      case .never: false
      }
    appendAffix(hasDelimiter ? names.delimiterAnd : names.and, .delimiter, to: parent)
  }

  private mutating func appendEtAl(
    _ shown: Int, previousIsInverted: Bool, _ names: NamesLayout,
    to parent: Int32
  ) {
    guard names.block.etAl.count > 0 else { return }
    let hasDelimiter =
      switch names.options.delimiterPrecedesEtAl {
      case .contextual: shown > 1
      case .afterInvertedName: previousIsInverted
      case .always: true
      case .never: false
      }
    appendAffix(hasDelimiter ? names.options.delimiter : names.etAlSpace, .delimiter, to: parent)
    if names.block.etAlFormat.prefix.count > 0 {
      appendAffix(names.block.etAlFormat.prefix, .prefix, to: parent)
    }
    let leaf = tree.appendText(
      names.block.etAl, of: .style, names.block.etAlFormat.formatting, tag: .term, to: parent)
    applyCase(names.block.etAlFormat.formatting, to: leaf)
    if names.block.etAlFormat.suffix.count > 0 {
      appendAffix(names.block.etAlFormat.suffix, .suffix, to: parent)
    }
  }
}

extension ItemStore {
  /// Whether two names are written alike.
  func isSame(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (names[a], names[b])
    func same(_ x: Slice, _ y: Slice) -> Bool { pool[x.range] == pool[y.range] }
    return same(a.family, b.family) && same(a.given, b.given)
      && same(a.droppingParticle, b.droppingParticle)
      && same(a.nonDroppingParticle, b.nonDroppingParticle) && same(a.suffix, b.suffix)
      && same(a.literal, b.literal)
  }
}

/// How words are set in the script of a term.
enum Script {
  /// Chinese and Japanese, where no space stands round a term.
  static func isIdeographic(_ term: ArraySlice<UInt8>) -> Bool {
    term.first.map { (0xE3...0xE9).contains($0) } ?? false
  }

  /// The Hebrew "and", which is written as one with the word behind it.
  static func isHebrewAnd(_ term: ArraySlice<UInt8>) -> Bool { term.starts(with: "ו".utf8) }
}

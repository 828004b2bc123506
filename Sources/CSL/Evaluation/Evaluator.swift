import Bibliography

/// Walks a compiled style for one cite at a time and adds what it gives to an output tree.
///
/// Evaluating is pure: the same style, item, cite state and hints give the same tree. Nothing here
/// looks at neighbouring cites or at punctuation.
///
/// Questions asked for each element are `mutating` though they change nothing: inside a mutating
/// walk the compiler would copy the whole evaluator for each of them, 900 bytes.
struct Evaluator {
  /// What the parts of a group tell it (CSL 1.0.2, "Group").
  struct Outcome: OptionSet {
    let rawValue: UInt8
    /// A variable was called.
    static let called = Outcome(rawValue: 1)
    /// A called variable had a value.
    static let filled = Outcome(rawValue: 2)
  }

  private var processor: Processor
  let items: ItemStore
  var tree: OutputTree
  var richText = RichText()
  var caseConverter = CaseConverter()
  /// Texts of the document that belong to no item: locators, affixes of cites.
  var pool: [UInt8] = []

  var context = CompiledStyle.Context.citation
  var cite = CiteState()
  var item: PreparedItem
  /// The variables that have a value: what conditions ask for.
  var given: UInt128 = 0
  /// Those of them that have not been used up by a substitution.
  var present: UInt128 = 0
  var isInSubstitute = false
  /// The key being computed, when evaluating is for sorting.
  var sortKey: SortKey?
  var isSorting: Bool { sortKey != nil }
  var hasYearSuffix = false
  /// Whether the first year of a range is being written.
  var awaitsLastYear = false
  /// Whether the layout has a place of its own for the year-suffix.
  var placesYearSuffix = false
  /// How many lists of names have been rendered: the index into the hints.
  var nameLists = 0
  /// For each name of the store how far its given name is expanded by a rule for all names.
  var givenLevels: [UInt8] = []
  /// Whether the names of the first block are left out.
  var suppressesAuthor = false
  /// Whether to note the lists of names as they are rendered.
  var recordsLists = false
  var recordedLists: [NameExpansion.List] = []
  /// Whether the style shows labels, which are made where the item has none.
  private var citationLabels: Bool
  /// Counts evaluations of whole cites and entries.
  var evaluations = 0

  init(_ processor: Processor, _ items: ItemStore) {
    self.processor = processor
    self.items = items
    tree = OutputTree(style: processor.style.pool, items: items.pool)
    citationLabels = processor.style.usesCitationLabel
    item = PreparedItem(typeBit: 0, present: 0, firstText: 0, firstNames: 0, firstDate: 0)
  }

  var style: CompiledStyle { processor.style }

  /// Goes on with the same items in another style.
  mutating func begin(_ processor: Processor) {
    self.processor = processor
    citationLabels = processor.style.usesCitationLabel
    tree.begin(style: processor.style.pool)
    pool.removeAll(keepingCapacity: true)
    givenLevels.removeAll(keepingCapacity: true)
  }

  /// Prepares for a cite; `tree` keeps what it has.
  mutating func begin(_ cite: consuming CiteState, in context: CompiledStyle.Context) {
    item = items.items[cite.item]
    given = item.present | VariableCode.always
    if cite.locator != nil { given |= VariableCode.bit(.locator) }
    if cite.firstNote > 0 { given |= VariableCode.bit(.firstReferenceNoteNumber) }
    if citationLabels { given |= VariableCode.bit(.citationLabel) }
    if cite.citationNumber > 0 { given |= VariableCode.bit(.citationNumber) }
    if cite.hints.yearSuffix > 0 { given |= VariableCode.bit(.yearSuffix) }
    self.cite = cite
    self.context = context
    present = given
    isInSubstitute = false
    hasYearSuffix = false
    awaitsLastYear = false
    placesYearSuffix =
      context == .citation
      ? style.citation.usesYearSuffix : style.bibliography?.usesYearSuffix ?? false
    nameLists = 0
    if recordsLists { recordedLists.removeAll() }
    evaluations += 1
  }

  /// Evaluates a cite without the affixes of the layout; a container with the whole of it.
  mutating func evaluateCite() -> Int32 {
    let root = tree.makeContainer(tag: .cite)
    _ = evaluate(style.citation.children, delimiter: .empty, into: root)
    return root
  }

  /// Evaluates elements in a row, with a delimiter between those that give text.
  mutating func evaluate(_ children: Range<Int32>, delimiter: Slice, into parent: Int32) -> Outcome
  {
    let start = tree.nodes[Int(parent)].last
    return evaluate(children, delimiter: delimiter, since: start, into: parent)
  }

  private mutating func evaluate(
    _ children: Range<Int32>, delimiter: Slice, since start: Int32, into parent: Int32
  ) -> Outcome {
    var outcome: Outcome = []
    for child in children {
      let place = Int(child)
      let step = style.steps[place]
      if step.types & item.typeBit == 0 {
        if step.callsForOthers { outcome.insert(.called) }
        continue
      }
      if step.variables & given == 0 {
        if step.calls { outcome.insert(.called) }
        continue
      }
      let before = tree.nodes[Int(parent)].last
      if step.isChoose {
        let branches = style.nodes[place].children
        outcome.formUnion(
          evaluateChoose(branches, delimiter: delimiter, since: start, into: parent))
        continue
      }
      outcome.formUnion(evaluate(place, into: parent))
      if before != start, delimiter.count > 0, tree.nodes[Int(parent)].last != before {
        let node = tree.makeText(delimiter, tag: .delimiter)
        tree.insert(node, after: before, in: parent)
      }
    }
    return outcome
  }

  /// One element; a node is as a rule left where it lies, since copies of it would show.
  private mutating func evaluate(_ place: Int, into parent: Int32) -> Outcome {
    style.nodes[place].formatting.display == 0
      ? evaluateElement(place, into: parent) : evaluateDisplayed(place, into: parent)
  }

  /// A display unit holds its affixes too (CSL 1.0.2, "Display").
  private mutating func evaluateDisplayed(_ place: Int, into parent: Int32) -> Outcome {
    var format = Formatting()
    format.display = style.nodes[place].formatting.display
    let mark = tree.mark(in: parent)
    let container = tree.appendContainer(format, to: parent)
    let outcome = evaluateElement(place, into: container)
    if tree.nodes[Int(container)].first < 0 { tree.undo(to: mark, in: parent) }
    return outcome
  }

  private mutating func evaluateElement(_ place: Int, into parent: Int32) -> Outcome {
    switch style.nodes[place].kind {
    case .macro, .group: return evaluateGroup(place, into: parent)
    case .variable: return evaluateVariable(element(place), into: parent)
    case .term, .value: return evaluateTerm(element(place), into: parent)
    case .number: return evaluateNumber(element(place), into: parent)
    case .label: return evaluateLabel(element(place), into: parent)
    case .date: return evaluateDate(element(place), into: parent)
    case .names: return evaluateNames(element(place), into: parent)
    case .choose, .branch: return []
    }
  }

  /// A node without its display, which is around it.
  private func element(_ place: Int) -> StyleNode {
    var node = style.nodes[place]
    node.formatting.display = 0
    return node
  }

  private mutating func evaluateChoose(
    _ branches: Range<Int32>, delimiter: Slice, since start: Int32, into parent: Int32
  ) -> Outcome {
    guard let chosen = chosen(of: branches) else { return [] }
    return evaluate(chosen, delimiter: delimiter, since: start, into: parent)
  }

  /// The elements of the first branch whose condition holds.
  mutating func chosen(of branches: Range<Int32>) -> Range<Int32>? {
    for branch in branches {
      let place = Int(branch)
      guard style.steps[place].types & item.typeBit != 0, style.steps[place].variables & given != 0
      else { continue }
      let condition = Int(style.nodes[place].a)
      if condition < 0 || holds(condition) { return style.nodes[place].children }
    }
    return nil
  }

  /// A group vanishes when it calls variables and all of them are empty; one that gives text
  /// counts in an outer group as a variable with a value (CSL 1.0.2, "Group").
  private mutating func evaluateGroup(_ place: Int, into parent: Int32) -> Outcome {
    let mark = tree.mark(in: parent)
    let prefix = style.nodes[place].prefix
    if prefix.count > 0 { appendAffix(prefix, .prefix, to: parent) }
    var format = style.nodes[place].formatting
    format.display = 0
    let formats = format.bits != 0
    let target = formats ? tree.appendContainer(format, to: parent) : parent
    let start = tree.nodes[Int(target)].last
    let outcome = evaluate(
      style.nodes[place].children, delimiter: style.nodes[place].delimiter, since: start,
      into: target)
    let isEmpty = tree.nodes[Int(target)].last == start
    if isEmpty || outcome == .called {
      tree.undo(to: mark, in: parent)
      return outcome
    }
    if formats { applyCase(format, to: target) }
    let suffix = style.nodes[place].suffix
    if suffix.count > 0 { appendAffix(suffix, .suffix, to: parent) }
    return [.called, .filled]
  }

  /// A value with quotation marks or tags.
  private mutating func evaluateRichValue(_ node: StyleNode, into parent: Int32) -> Outcome {
    if node.prefix.count > 0 { appendAffix(node.prefix, .prefix, to: parent) }
    let container = tree.appendContainer(node.formatting, to: parent)
    richText.append(node.text.range, of: style.pool, to: container, in: &tree)
    applyCase(node.formatting, to: container)
    if node.suffix.count > 0 { appendAffix(node.suffix, .suffix, to: parent) }
    return []
  }

  private mutating func evaluateTerm(_ node: StyleNode, into parent: Int32) -> Outcome {
    guard node.text.count > 0 else { return [] }
    if node.form == 1 { return evaluateRichValue(node, into: parent) }
    if node.hasAffixes, node.prefix.count > 0 {
      appendAffix(node.prefix, .prefix, to: parent)
    }
    let leaf = tree.appendText(
      node.text, of: .style, node.formatting, tag: node.kind == .term ? .term : .none, to: parent)
    if node.formatting.bits != 0 { applyCase(node.formatting, to: leaf, isTerm: true) }
    if node.suffix.count > 0 { appendAffix(node.suffix, .suffix, to: parent) }
    return []
  }
}

import Bibliography

/// Formats one document, a step of the specification after the other.
///
/// Positions, order and hints are settled first; then every citation and every entry is evaluated
/// once more and written.
struct DocumentFormatter: ~Copyable {
  let document: CitedDocument
  var evaluator: Evaluator
  var serializer: Serializer
  var sorter: CiteSorter
  /// The places of the items that take part, in the order they are registered.
  var registered: [Int] = []
  /// The same in the order of the bibliography.
  var order: [Int] = []
  /// For each item of the store its number, 0 if it does not take part.
  var numbers: [Int]
  /// For each item of the store what disambiguation decided.
  var hints: [Hints]
  /// For each item of the store the tree by which disambiguation compared it, or -1.
  var comparedCites: [Int32]
  /// For each item of the store its place in the bibliography, once asked for.
  var places: [Int] = []
  var citations: [[ResolvedCite]] = []
  /// Present when somebody wants to see what becomes of one item.
  var trace: Trace?

  init(_ document: CitedDocument, _ processor: Processor) {
    self.document = document
    let count = document.items.items.count
    evaluator = Evaluator(processor, document.items)
    serializer = Serializer(style: processor.style)
    sorter = CiteSorter(language: processor.style.options.language)
    numbers = Array(repeating: 0, count: count)
    hints = Array(repeating: Hints(), count: count)
    comparedCites = Array(repeating: -1, count: count)
  }

  var style: CompiledStyle { evaluator.style }

  mutating func format() -> FormattedDocument {
    resolveCites()
    serializer.raises =
      style.holdsRaised || evaluator.items.holdsRaised
      || Superscripts.stand(in: evaluator.pool.span)
    registerItems()
    sortBibliography()
    if let item = trace?.item {
      note("Positions", describePositions(of: item))
      let place = order.firstIndex(of: item).map { "place \($0 + 1) of \(order.count)" }
      note("Order", "\(place ?? "not listed"), number \(numbers[item])")
    }
    disambiguate()
    var formatted = FormattedDocument()
    formatted.citations = document.citations.indices.map { formatCitation($0) }
    if let layout = style.bibliography { formatted.bibliography = formatBibliography(layout) }
    return formatted
  }

  /// Cited items come in the order of their first cite, then, if wanted, the others.
  private mutating func registerItems() {
    var isRegistered = Array(repeating: false, count: evaluator.items.items.count)
    func register(_ item: Int) {
      guard !isRegistered[item] else { return }
      isRegistered[item] = true
      registered.append(item)
    }
    registered.reserveCapacity(isRegistered.count)
    if document.tracksPositions {
      for index in citations.indices {
        for place in citations[index].indices { register(citations[index][place].state.item) }
      }
    }
    if document.includesUncited || !document.tracksPositions {
      for item in evaluator.items.items.indices { register(item) }
    }
  }

  /// A cite of an item as the bibliography has it.
  func entryState(of item: Int) -> CiteState {
    var state = CiteState()
    state.item = item
    state.citationNumber = numbers[item]
    state.hints.yearSuffix = hints[item].yearSuffix
    state.hints.disambiguates = hints[item].disambiguates
    state.hints.givens = hints[item].givens
    return state
  }
}

/// A cite with its item and its position.
struct ResolvedCite {
  var state: CiteState
  var form: Cite.Form
  /// Its place among the cites of its citation.
  var place: Int
  /// In the evaluator's pool.
  var prefix: Slice
  var suffix: Slice
}

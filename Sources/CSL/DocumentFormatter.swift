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
  /// What is known so far about each item of the store.
  var states: [ItemState]
  /// For each item of the store its place in the bibliography, once asked for.
  var places: [Int] = []
  var citations: [[ResolvedCite]] = []
  /// Present when somebody wants to see what becomes of one item.
  var trace: Trace?

  init(_ document: CitedDocument, _ processor: Processor) {
    self.document = document
    evaluator = Evaluator(processor, document.items)
    serializer = Serializer(style: processor.style)
    sorter = CiteSorter(language: processor.style.options.language)
    states = Array(repeating: ItemState(), count: document.items.items.count)
  }

  /// Forgets everything but the document, to format it in another style.
  mutating func begin(_ processor: Processor) {
    evaluator.begin(processor)
    serializer.begin(processor.style)
    sorter = CiteSorter(language: processor.style.options.language)
    registered.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    for item in states.indices { states[item] = ItemState() }
    places.removeAll(keepingCapacity: true)
    citations.removeAll(keepingCapacity: true)
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
      note("Order", "\(place ?? "not listed"), number \(states[item].number)")
    }
    disambiguate()
    var formatted = FormattedDocument()
    formatted.citations = document.citations.indices.map { formatCitation($0) }
    if let layout = style.bibliography { formatted.bibliography = formatBibliography(layout) }
    return formatted
  }

  /// Cited items come in the order of their first cite, then, if wanted, the others.
  private mutating func registerItems() {
    registered.reserveCapacity(states.count)
    if document.tracksPositions {
      for index in citations.indices {
        for place in citations[index].indices { register(citations[index][place].state.item) }
      }
    }
    if document.includesUncited || !document.tracksPositions {
      for item in states.indices { register(item) }
    }
  }

  private mutating func register(_ item: Int) {
    guard !states[item].isRegistered else { return }
    states[item].isRegistered = true
    registered.append(item)
  }

  /// A cite of an item as the bibliography has it.
  func entryState(of item: Int) -> CiteState {
    var state = CiteState()
    state.item = item
    state.citationNumber = states[item].number
    state.hints = states[item].hints
    return state
  }
}

/// What the steps find out about an item.
struct ItemState {
  var isRegistered = false
  /// 0 if it does not take part.
  var number = 0
  /// What disambiguation decided.
  var hints = Hints()
  /// The tree by which disambiguation compared it, or -1.
  var comparedCite: Int32 = -1
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

import Bibliography

extension DocumentFormatter {
  /// Sorts the registered items as the bibliography wants them and numbers them
  /// (CSL 1.0.2, "Sorting").
  mutating func sortBibliography() {
    for (index, item) in registered.enumerated() { numbers[item] = index + 1 }
    order = registered
    guard let keys = style.bibliography?.sortKeys, !keys.isEmpty else { return }
    let table = SortTable(
      registered.map { entryState(of: $0) }, keys, in: .bibliography, &evaluator)
    order = table.order(keys, in: registered.indices).map { registered[$0] }
    let usesNumbers = keys.contains { $0.variable == VariableCode.code(.citationNumber) }
    guard !usesNumbers || keys[0].isDescending == false else { return }
    for (index, item) in order.enumerated() { numbers[item] = index + 1 }
  }

  /// The cites of a citation in the order of the style, else as they were given.
  mutating func sorted(_ index: Int) -> [ResolvedCite] {
    let cites = withHints(citations[index])
    let keys = style.citation.sortKeys
    guard !keys.isEmpty, cites.count > 1 else { return cites }
    if citeTable == nil { makeCiteTable(keys) }
    guard let citeTable else { return cites }
    let first = firstCites[index]
    return citeTable.order(keys, in: first..<(first + cites.count)).map { cites[$0 - first] }
  }

  /// The keys of all citations with several cites, in one go.
  private mutating func makeCiteTable(_ keys: [SortKey]) {
    var states: [CiteState] = []
    for cites in citations {
      firstCites.append(states.count)
      if cites.count > 1 { states += withHints(cites).map(\.state) }
    }
    citeTable = SortTable(states, keys, in: .citation, &evaluator)
  }
}

/// The sort keys of some cites, as bytes.
struct SortTable {
  private var pool: [UInt8] = []
  /// For each cite its keys in a row.
  private var keys: [Slice] = []

  init(
    _ cites: [CiteState], _ keys: [SortKey], in context: CompiledStyle.Context,
    _ evaluator: inout Evaluator
  ) {
    var collator = Collator(language: evaluator.style.options.language)
    for cite in cites {
      for key in keys {
        evaluator.tree.removeAll()
        guard let text = evaluator.sortText(key, cite, in: context) else {
          self.keys.append(.empty)
          continue
        }
        self.keys.append(collator.add(text, to: &pool))
      }
    }
  }

  /// The places of the cites in sorted order; equal ones keep theirs, empty keys come last.
  func order(_ sortKeys: [SortKey], in range: Range<Int>) -> [Int] {
    range.sorted { a, b in
      for (index, key) in sortKeys.enumerated() {
        let x = keys[a * sortKeys.count + index]
        let y = keys[b * sortKeys.count + index]
        if x.isEmpty || y.isEmpty {
          if x.isEmpty != y.isEmpty { return y.isEmpty }
          continue
        }
        let difference = compare(x, y)
        if difference != 0 { return (difference < 0) != key.isDescending }
      }
      return a < b
    }
  }

  private func compare(_ a: Slice, _ b: Slice) -> Int {
    let (a, b) = (a.range, b.range)
    for offset in 0..<min(a.count, b.count) {
      let (x, y) = (pool[a.lowerBound + offset], pool[b.lowerBound + offset])
      if x != y { return x < y ? -1 : 1 }
    }
    return a.count - b.count
  }
}

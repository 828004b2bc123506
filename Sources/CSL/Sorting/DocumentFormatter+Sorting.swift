import Bibliography

extension DocumentFormatter {
  /// Sorts the registered items as the bibliography wants them and numbers them
  /// (CSL 1.0.2, "Sorting").
  mutating func sortBibliography() {
    for (index, item) in registered.enumerated() { numbers[item] = index + 1 }
    order = registered
    guard let keys = style.bibliography?.sortKeys, !keys.isEmpty else { return }
    let sorted = sorter.order(
      registered.map { entryState(of: $0) }, by: keys, in: .bibliography, &evaluator)
    order = sorted.map { registered[$0] }
    let usesNumbers = keys.contains { $0.variable == VariableCode.code(.citationNumber) }
    guard !usesNumbers || keys[0].isDescending == false else { return }
    for (index, item) in order.enumerated() { numbers[item] = index + 1 }
  }

  /// The cites of a citation in the order of the style, else as they were given.
  mutating func sorted(_ index: Int) -> [ResolvedCite] {
    let cites = withHints(citations[index])
    return order(cites).map { cites[$0] }
  }

  /// The places of the cites in the order of the style.
  mutating func order(_ cites: [ResolvedCite]) -> [Int] {
    let keys = style.citation.sortKeys
    guard !keys.isEmpty, cites.count > 1 else { return Array(cites.indices) }
    return sorter.order(cites.map(\.state), by: keys, in: .citation, &evaluator)
  }
}

/// Brings cites into the order of some keys.
///
/// One key after the other: a later one is made only for cites that the earlier ones leave equal,
/// which are few.
struct CiteSorter: ~Copyable {
  private struct Entry {
    var place: Int
    var key: Slice
  }

  private var collator: Collator
  /// The keys of the cites being sorted, as bytes.
  private var pool: [UInt8] = []

  init(language: String) { collator = Collator(language: language) }

  /// The places of the cites in sorted order; equal ones keep theirs, empty keys come last.
  mutating func order(
    _ cites: [CiteState], by keys: [SortKey], in context: CompiledStyle.Context,
    _ evaluator: inout Evaluator
  ) -> [Int] {
    pool.removeAll(keepingCapacity: true)
    var order = Array(cites.indices)
    // Runs of cites that are equal so far.
    var runs = [0..<cites.count]
    for key in keys {
      var next: [Range<Int>] = []
      for run in runs where run.count > 1 {
        var entries = order[run].map { place in
          Entry(place: place, key: text(of: cites[place], key, context, &evaluator))
        }
        entries.sort { precedes($0, $1, key) }
        for (index, entry) in zip(run, entries) { order[index] = entry.place }
        next += equalRuns(entries).map {
          $0.lowerBound + run.lowerBound..<$0.upperBound + run.lowerBound
        }
      }
      runs = next
    }
    return order
  }

  private mutating func text(
    of cite: CiteState, _ key: SortKey, _ context: CompiledStyle.Context,
    _ evaluator: inout Evaluator
  ) -> Slice {
    evaluator.tree.removeAll()
    guard let text = evaluator.sortText(key, cite, in: context) else { return .empty }
    return collator.add(text, to: &pool)
  }

  private func precedes(_ a: Entry, _ b: Entry, _ key: SortKey) -> Bool {
    guard !a.key.isEmpty, !b.key.isEmpty else {
      return a.key.isEmpty == b.key.isEmpty ? a.place < b.place : b.key.isEmpty
    }
    let difference = compare(a.key, b.key)
    return difference == 0 ? a.place < b.place : (difference < 0) != key.isDescending
  }

  private func compare(_ a: Slice, _ b: Slice) -> Int {
    let (a, b) = (a.range, b.range)
    for offset in 0..<min(a.count, b.count) {
      let (x, y) = (pool[a.lowerBound + offset], pool[b.lowerBound + offset])
      if x != y { return x < y ? -1 : 1 }
    }
    return a.count - b.count
  }

  /// Stretches of sorted entries with the same key.
  private func equalRuns(_ entries: [Entry]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in 1...entries.count
    where index == entries.count || pool[entries[index].key.range] != pool[entries[start].key.range]
    {
      if index - start > 1 { runs.append(start..<index) }
      start = index
    }
    return runs
  }
}

import Bibliography

extension DocumentFormatter {
  /// Sorts the registered items as the bibliography wants them and numbers them
  /// (CSL 1.0.2, "Sorting").
  mutating func sortBibliography() {
    for (index, item) in registered.enumerated() { states[item].number = index + 1 }
    order = registered
    guard let keys = style.bibliography?.sortKeys, !keys.isEmpty, registered.count > 1 else {
      return
    }
    let sorted = sorter.order(
      registered.map { entryState(of: $0) }, by: keys, in: .bibliography, &evaluator)
    order = sorted.map { registered[$0] }
    let usesNumbers = keys.contains { $0.variable == VariableCode.code(.citationNumber) }
    guard !usesNumbers || keys[0].isDescending == false else { return }
    for (index, item) in order.enumerated() { states[item].number = index + 1 }
  }

  /// The cites of a citation in the order of the style, else as they were given.
  mutating func sorted(_ index: Int) -> [ResolvedCite] {
    for place in citations[index].indices {
      let item = citations[index][place].state.item
      citations[index][place].state.hints = states[item].hints
      citations[index][place].state.citationNumber = states[item].number
    }
    let cites = citations[index]
    guard cites.count > 1 else { return cites }
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
/// One key after the other, and of a key one part after the other: a family name, what stands
/// behind it. What comes later is looked at only for cites that are equal so far, which are few.
struct CiteSorter: ~Copyable {
  private struct Entry {
    var place: Int
    /// What of its text is still to be compared.
    var rest: Range<Int>
    /// That of the part in question.
    var key = Slice.empty
  }

  private var collator: Collator
  /// The texts of the cites being sorted.
  private var texts = ByteBuffer()
  /// The keys of their parts, as bytes.
  private var pool: [UInt8] = []

  init(language: String) { collator = Collator(language: language) }

  /// The places of the cites in sorted order; equal ones keep theirs, empty texts come last.
  mutating func order(
    _ cites: [CiteState], by keys: [SortKey], in context: CompiledStyle.Context,
    _ evaluator: inout Evaluator
  ) -> [Int] {
    texts.removeAll()
    pool.removeAll(keepingCapacity: true)
    var order = Array(cites.indices)
    // Runs of cites that are equal so far.
    var runs = [0..<cites.count]
    for key in keys {
      var next: [Range<Int>] = []
      for run in runs where run.count > 1 {
        var entries = order[run].map { place in
          evaluator.tree.removeAll()
          return Entry(
            place: place, rest: evaluator.addSortText(key, cites[place], in: context, to: &texts))
        }
        next += sort(&entries, key).map {
          $0.lowerBound + run.lowerBound..<$0.upperBound + run.lowerBound
        }
        for (index, entry) in zip(run, entries) { order[index] = entry.place }
      }
      runs = next
    }
    return order
  }

  /// Sorts entries by their texts; returns the stretches of those whose texts are equal.
  private mutating func sort(_ entries: inout [Entry], _ key: SortKey) -> [Range<Int>] {
    var equal: [Range<Int>] = []
    var runs = [(entries.indices, isFirst: true)]
    while let (run, isFirst) = runs.popLast() {
      for index in run { takePart(of: &entries[index]) }
      entries[run].sort { precedes($0, $1, key, isFirst: isFirst) }
      for part in equalRuns(entries[run]) {
        if entries[part.lowerBound].key.isEmpty {
          equal.append(part)
        } else {
          runs.append((part, isFirst: false))
        }
      }
    }
    return equal
  }

  /// Makes the key of the next part of a text: up to a separator, which begins the one after it.
  ///
  /// Since separators sort before all else, parts sort as the whole texts do.
  private mutating func takePart(of entry: inout Entry) {
    let start = pool.count
    var range = entry.rest.lowerBound..<entry.rest.lowerBound
    if let first = entry.rest.first, SortText.isSeparator(texts[first]) {
      pool.append(texts[first])
      range = (first + 1)..<(first + 1)
    }
    while range.upperBound < entry.rest.upperBound, !SortText.isSeparator(texts[range.upperBound]) {
      range = range.lowerBound..<(range.upperBound + 1)
    }
    if !range.isEmpty { collator.add(texts[range], to: &pool) }
    entry.rest = range.upperBound..<entry.rest.upperBound
    entry.key = Slice(start: UInt32(start), count: UInt32(pool.count - start))
  }

  private func precedes(_ a: Entry, _ b: Entry, _ key: SortKey, isFirst: Bool) -> Bool {
    if isFirst, a.key.isEmpty != b.key.isEmpty { return b.key.isEmpty }
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
  private func equalRuns(_ entries: ArraySlice<Entry>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = entries.startIndex
    for index in entries.indices.dropFirst()
    where compare(entries[index].key, entries[start].key) != 0 {
      if index - start > 1 { runs.append(start..<index) }
      start = index
    }
    if entries.endIndex - start > 1 { runs.append(start..<entries.endIndex) }
    return runs
  }
}

import Bibliography

/// Disambiguation (CSL 1.0.2, "Disambiguation").
///
/// Cites are put into buckets by the hash of what they show without locator and affixes. Only the
/// members of a bucket are evaluated again, one method after the other, and the bucket splits as
/// they begin to differ; so the work grows with the ambiguous cites, not with their square.
extension DocumentFormatter {
  mutating func disambiguate() {
    let layout = style.citation
    guard
      layout.addsNames || layout.addsGivennames || layout.addsYearSuffix || layout.usesDisambiguate
    else { return }
    // One item alone is ambiguous with nothing, but its authors may share a name.
    guard registered.count > 1 || layout.expandsAllNames else { return }
    evaluator.tree.removeAll()
    let hashes =
      layout.addsGivennames && layout.givennameRule != .byCite
      ? expandGivenNames() : registered.map { keptHash($0) }
    evaluator.tree.keepAll()
    // Most cites are like no other.
    let sorted = hashes.sorted()
    let repeated = Set(zip(sorted, sorted.dropFirst()).filter { $0 == $1 }.map(\.0))
    let alike = hashes.indices.filter { repeated.contains(hashes[$0]) }
    for bucket in buckets(alike.map { registered[$0] }, alike.map { hashes[$0] }) {
      resolve(bucket)
    }
  }

  /// The items that cannot be told apart with their present hints.
  private mutating func buckets(_ members: [Int]) -> [[Int]] {
    buckets(members, members.map { hash($0) })
  }

  /// The items in groups of one hash; the groups in order of their first item.
  private func buckets(_ members: [Int], _ hashes: [UInt64]) -> [[Int]] {
    var places: [UInt64: Int] = [:]
    places.reserveCapacity(members.count)
    var buckets: [[Int]] = []
    for (item, hash) in zip(members, hashes) {
      let place = places[hash, default: buckets.count]
      if place < buckets.count {
        buckets[place].append(item)
      } else {
        places[hash] = place
        buckets.append([item])
      }
    }
    return buckets
  }

  /// The hash of an item's cite with its present hints, as a later cite without a locator.
  private mutating func hash(_ item: Int) -> UInt64 {
    evaluator.tree.removeAll()
    return hash(ofTree: evaluateAmbiguous(item))
  }

  /// The same; citations of the item that show no more than this take the tree.
  private mutating func keptHash(_ item: Int) -> UInt64 {
    let root = evaluateAmbiguous(item)
    states[item].comparedCite = root
    return hash(ofTree: root)
  }

  private func hash(ofTree root: Int32) -> UInt64 {
    var hash = TextHash()
    hash.add(root, evaluator.tree)
    return hash.value
  }

  private mutating func evaluateAmbiguous(_ item: Int) -> Int32 {
    var state = CiteState()
    state.item = item
    state.positions = CiteState.compared
    state.citationNumber = states[item].number
    state.hints = states[item].hints
    state.hints.yearSuffix = 0
    evaluator.begin(state, in: .citation)
    return evaluator.evaluateCite()
  }

  /// The tree by which an item was compared, if the cite shows just that.
  ///
  /// In notes the first word of a tree may be changed.
  func comparedTree(for cite: ResolvedCite) -> Int32? {
    let state = cite.state
    let root = states[state.item].comparedCite
    guard root >= 0, !style.options.isNote, cite.form == .normal, cite.prefix.isEmpty,
      cite.suffix.isEmpty, state.locator == nil, state.firstNote == 0, state.hints.isEmpty,
      !style.citation.usesPosition || state.positions == CiteState.compared
    else { return nil }
    return root
  }

  private mutating func resolve(_ bucket: [Int]) {
    let layout = style.citation
    var open = [bucket]
    note("Ambiguous", in: bucket)
    if layout.addsNames || layout.addsGivennames && layout.givennameRule == .byCite {
      open = addNames(bucket)
      note("Names added", in: bucket)
    }
    // The condition is for when all else fails ("Choose"), and a letter never does.
    if layout.usesDisambiguate, !layout.addsYearSuffix {
      var rest: [[Int]] = []
      for group in open { rest += testCondition(group) }
      open = rest
      note("Condition 'disambiguate' tried", in: bucket)
    }
    guard layout.addsYearSuffix else { return }
    for group in open { addYearSuffixes(group) }
    note("Year-suffixes added", in: bucket)
  }

  /// Renders with `disambiguate="true"`; keeps that where it helps.
  private mutating func testCondition(_ group: [Int]) -> [[Int]] {
    for item in group { states[item].hints.disambiguates = true }
    let parts = buckets(group)
    if parts.count == 1 {
      for item in group { states[item].hints.disambiguates = false }
    }
    return parts.filter { $0.count > 1 }
  }

  /// Letters in the order of the bibliography.
  private mutating func addYearSuffixes(_ group: [Int]) {
    if places.isEmpty {
      places = Array(repeating: 0, count: evaluator.items.items.count)
      for (place, item) in order.enumerated() { places[item] = place }
    }
    for (index, item) in group.sorted(by: { places[$0] < places[$1] }).enumerated() {
      states[item].hints.yearSuffix = index + 1
    }
  }

  // MARK: Names

  /// Adds given names and hidden names to a bucket until its cites differ.
  ///
  /// What it returns stays ambiguous; names that do not help stay as they were.
  private mutating func addNames(_ bucket: [Int]) -> [[Int]] {
    var open = [NameExpansion(members: bucket, lists: lists(of: bucket))]
    var unresolved: [[Int]] = []
    while var expansion = open.popLast() {
      guard advance(&expansion) else {
        for item in expansion.members { states[item].hints = expansion.kept }
        unresolved.append(expansion.members)
        continue
      }
      guard expansion.canDiffer(in: evaluator.items) else {
        open.append(expansion)
        continue
      }
      for item in expansion.members { states[item].hints = expansion.tried }
      let parts = buckets(expansion.members)
      guard parts.count > 1 else {
        open.append(expansion)
        continue
      }
      expansion.keep()
      for part in parts {
        for item in part { states[item].hints = expansion.kept }
        guard part.count > 1 else { continue }
        open.append(expansion.narrowed(to: part))
      }
    }
    return unresolved.reversed()
  }

  /// The next step: the next level of a given name, the next name, the next list.
  private func advance(_ expansion: inout NameExpansion) -> Bool {
    let layout = style.citation
    return expansion.advance(
      addsNames: layout.addsNames,
      addsGivennames: layout.addsGivennames && layout.givennameRule == .byCite)
  }

  /// For each member the lists of names that its cite renders.
  private mutating func lists(of members: [Int]) -> [[NameExpansion.List]] {
    members.map { item in
      evaluator.recordsLists = true
      defer { evaluator.recordsLists = false }
      evaluator.tree.removeAll()
      _ = evaluateAmbiguous(item)
      return evaluator.recordedLists
    }
  }

  // MARK: All names

  /// Expands names that are alike in short form everywhere, ambiguous cites or not
  /// (CSL 1.0.2, `givenname-disambiguation-rule`).
  ///
  /// Returns the hashes of all cites.
  private mutating func expandGivenNames() -> [UInt64] {
    let rule = style.citation.givennameRule
    let primaryOnly = rule == .primaryName || rule == .primaryNameWithInitials
    let initialsOnly = rule == .allNamesWithInitials || rule == .primaryNameWithInitials
    var index = NameIndex(
      evaluator.items, keepsHyphen: style.options.initializesWithHyphen)
    var people: [Int] = []
    var hashes: [UInt64] = []
    // Where the people of each item end.
    var ends: [Int] = []
    for item in registered {
      evaluator.recordsLists = true
      hashes.append(keptHash(item))
      evaluator.recordsLists = false
      for list in evaluator.recordedLists {
        for person in primaryOnly ? list.people.prefix(1) : list.people {
          index.add(person)
          people.append(person)
        }
      }
      ends.append(people.count)
    }
    evaluator.givenLevels = index.levels(initialsOnly: initialsOnly)
    var start = 0
    for (place, end) in ends.enumerated() {
      // Only cites with expanded names have changed.
      if people[start..<end].contains(where: { evaluator.givenLevels[$0] > 0 }) {
        hashes[place] = keptHash(registered[place])
      }
      start = end
    }
    return hashes
  }
}

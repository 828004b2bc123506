import Bibliography

extension DocumentFormatter {
  /// Finds each cite's item, locator and position (CSL 1.0.2, "Choose", `position`); cites of
  /// unknown items are left out.
  mutating func resolveCites() {
    guard !document.citations.isEmpty else { return }
    var tracker = PositionTracker(
      distance: style.citation.nearNoteDistance, itemCount: states.count)
    citations.reserveCapacity(document.citations.count)
    for citation in document.citations {
      let cites = citation.cites
      var resolved: [ResolvedCite] = []
      resolved.reserveCapacity(cites.count)
      for place in cites.indices {
        guard let item = evaluator.items.places[cites[place].id] else { continue }
        resolved.append(resolve(place, of: cites, item))
      }
      if document.tracksPositions {
        // A cite repeats the one that is printed before it.
        let order = resolved.count > 1 ? order(resolved) : []
        for index in resolved.indices {
          let place = order.isEmpty ? index : order[index]
          tracker.place(
            &resolved[place].state, cites[resolved[place].place].locator, at: index,
            of: resolved.count, in: citation.noteNumber)
        }
      }
      for index in resolved.indices {
        force(resolved[index].place, of: cites, &resolved[index].state)
      }
      citations.append(resolved)
    }
  }

  private mutating func resolve(_ place: Int, of cites: [Cite], _ item: Int) -> ResolvedCite {
    var state = CiteState()
    state.item = item
    state.positions = 1
    if let locator = cites[place].locator, locator.value.utf8.contains(where: { $0 != 0x20 }) {
      state.locator = evaluator.pool.add(CiteAffix.trimmed(locator.value.utf8))
      state.locatorLabel = locator.label
    }
    return ResolvedCite(
      state: state, form: cites[place].form, place: place,
      prefix: pooled(cites[place].prefix), suffix: pooled(cites[place].suffix))
  }

  private mutating func pooled(_ text: String) -> Slice {
    text.isEmpty ? .empty : evaluator.pool.add(text.utf8)
  }

  private func force(_ place: Int, of cites: [Cite], _ state: inout CiteState) {
    if let position = cites[place].forcedPosition {
      state.positions = state.positions & 16 | PositionTracker.bits(of: position)
    }
    if let nearNote = cites[place].forcedNearNote {
      state.positions = state.positions & ~16 | (nearNote ? 16 : 0)
    }
    if let note = cites[place].forcedFirstNote { state.firstNote = note }
  }
}

/// Follows the cites of a document to know which repeat earlier ones.
struct PositionTracker {
  private struct Earlier {
    var firstNote: Int?
    var lastNote: Int?
  }

  private struct Cited {
    var item: Int
    var locator: Locator?
    var note: Int?
    /// How many cites its citation has, and its note up to it.
    var count: Int
    var countInNote: Int
  }

  private let distance: Int
  /// For each item.
  private var earlier: [Earlier?]
  /// The last cite in the text and the last in a note: two streams.
  private var previousInText: Cited?
  private var previousInNote: Cited?

  init(distance: Int, itemCount: Int) {
    self.distance = distance
    earlier = Array(repeating: nil, count: itemCount)
  }

  /// The tests that a position passes: an ibid is subsequent too.
  static func bits(of position: CitePosition) -> UInt8 {
    switch position {
    case .first: 1
    case .subsequent: 2
    case .ibid: 4 | 2
    case .ibidWithLocator: 8 | 4 | 2
    }
  }

  mutating func place(
    _ state: inout CiteState, _ locator: Locator?, at index: Int, of count: Int, in note: Int?
  ) {
    defer {
      let countInNote =
        note != nil && previousInNote?.note == note ? (previousInNote?.countInNote ?? 0) + 1 : 1
      let cited = Cited(
        item: state.item, locator: locator, note: note, count: count, countInNote: countInNote)
      if note == nil { previousInText = cited } else { previousInNote = cited }
      if earlier[state.item] == nil { earlier[state.item] = Earlier(firstNote: note) }
      if let note { earlier[state.item]?.lastNote = note }
    }
    guard let before = earlier[state.item] else {
      state.positions = 1
      return
    }
    state.positions = PositionTracker.bits(of: position(state.item, locator, at: index, in: note))
    state.firstNote = before.firstNote ?? 0
    if let last = before.lastNote, let note, note - last <= distance { state.positions |= 16 }
  }

  /// Whether no note stands between two: readers take an ibid for the work of the note before.
  private func isNext(_ note: Int?, after previous: Int?) -> Bool {
    guard let note, let previous else { return true }
    return note - previous == 1
  }

  private func position(_ item: Int, _ locator: Locator?, at index: Int, in note: Int?)
    -> CitePosition
  {
    guard let previous = note == nil ? previousInText : previousInNote, previous.item == item,
      index > 0
        || previous.count == 1
          && (note == nil || previous.note == note
            || previous.countInNote == 1 && isNext(note, after: previous.note))
    else { return .subsequent }
    return switch (previous.locator, locator) {
    case (nil, nil): .ibid
    case (nil, _?): .ibidWithLocator
    case (_?, nil): .subsequent
    case (let a?, let b?): a == b ? .ibid : .ibidWithLocator
    }
  }
}

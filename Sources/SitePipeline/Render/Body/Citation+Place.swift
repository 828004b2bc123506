import Prose

extension Citation {
  /// Whether what it prints leads to its reference, and the reference back to it; within the words
  /// of a link and for an image there is no room for another link.
  func leadsToReference(inNotes isNote: Bool) -> Bool {
    switch place {
    case .text: true
    case .link: isNote && footnote == nil
    case .alternative: false
    }
  }

  /// The cites whose keys a bibliography must have; `[@name](address)` may lead to somebody's page.
  var citesForBibliography: [Cite] {
    place == .link && cites.count == 1 && cites[0].mode == .authorInText ? [] : cites
  }
}

extension Document {
  /// Makes no note of what is a name and no key, as `[@name](address)` may be.
  mutating func removeNotesOfNames(keys isKey: (String) -> Bool) {
    notes.removeAll { note in
      guard case .citation(let index) = note, citations[index].citesForBibliography.isEmpty else {
        return false
      }
      return !citations[index].cites.contains { isKey($0.key) }
    }
  }
}

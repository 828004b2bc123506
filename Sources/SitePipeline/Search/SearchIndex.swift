/// The search index of a site, grown article by article and written as small files.
///
/// It is an inverted index that a browser reads by itself from any static host, or from a disk.
/// Terms stand in order and are cut into parts of some 24 KB, so a word of a query, and every word
/// that begins with it, is found in one part; results are shown from parts of sixteen articles. The
/// files are scripts that hand over data, since a page read from a disk may load scripts but not
/// fetch files. `search.js` reads what `SearchIndex+Files.swift` writes.
package struct SearchIndex: Sendable {
  /// A term of any article and where it stands.
  struct Term: Sendable {
    var hash: UInt64
    var offset: UInt32
    var length: UInt16
    var lastDocument: Int32
    var count: UInt32
    /// How many of the postings are of a text alone, and not of a title, name or abstract.
    var bodyCount: UInt32
    /// Pairs of (distance to the last document - 1) * 8 + weight, in characters of base 32.
    var postings: [UInt8]
  }

  private(set) var documents: [SearchDocument] = []
  private(set) var store: [UInt8] = []
  private(set) var terms: [Term] = []
  private var slots: [UInt32] = Array(repeating: 0, count: 4096)

  package init() {}

  /// Articles are added in the order of publication, the oldest first: then a new one leaves the
  /// numbers of the others as they are.
  package mutating func add(_ document: SearchDocument, terms found: SearchTerms) {
    let number = Int32(documents.count)
    documents.append(document)
    for entry in found.entries {
      let index = indexOfTerm(entry, in: found.store)
      let distance = UInt32(number - terms[index].lastDocument - 1)
      PostingList.append(distance << 3 | UInt32(entry.weight), to: &terms[index].postings)
      terms[index].lastDocument = number
      terms[index].count += 1
      if entry.weight < 3 { terms[index].bodyCount += 1 }
    }
  }

  private mutating func indexOfTerm(_ entry: SearchTerms.Entry, in source: [UInt8]) -> Int {
    var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if terms[index].hash == entry.hash, isEqual(terms[index], entry, in: source) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(terms.count + 1)
    terms.append(
      Term(
        hash: entry.hash, offset: UInt32(store.count), length: entry.length, lastDocument: -1,
        count: 0, bodyCount: 0, postings: []))
    store += source[Int(entry.offset)..<Int(entry.offset) + Int(entry.length)]
    if terms.count * 2 > slots.count { grow() }
    return terms.count - 1
  }

  private func isEqual(_ term: Term, _ entry: SearchTerms.Entry, in source: [UInt8]) -> Bool {
    guard term.length == entry.length else { return false }
    let (ours, theirs) = (store.span, source.span)
    for index in 0..<Int(term.length)
    where ours[Int(term.offset) + index] != theirs[Int(entry.offset) + index] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for (number, term) in terms.enumerated() {
      var slot = Int(truncatingIfNeeded: term.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}

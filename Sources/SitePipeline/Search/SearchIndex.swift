/// The search index of a site, grown article by article and written as small files.
///
/// It is an inverted index that a browser reads by itself from any static host, or from a disk.
/// Terms stand in order and are cut into parts of some 16 KB, so a word of a query, and every word
/// that begins with it, is found in one part; results are shown from parts of eight articles. The
/// files are scripts that hand over data, since a page read from a disk may load scripts but not
/// fetch files. `search.js` reads what `SearchIndex+Files.swift` writes.
package struct SearchIndex: Sendable {
  /// A term of any article and where it stands.
  struct Term: Sendable {
    var hash: UInt64
    var offset: UInt32
    var length: UInt16
    var lastDocument: Int32
    /// How many of the postings are of a text alone, and not of a title, name or abstract.
    var bodyCount: UInt32
    /// Pairs of (distance to the last document - 1) * 8 + weight, in characters of base 32.
    var postings: [UInt8]

    mutating func add(_ document: Int32, weight: UInt8) {
      PostingList.append(UInt32(document - lastDocument - 1) << 3 | UInt32(weight), to: &postings)
      lastDocument = document
      if weight < 3 { bodyCount += 1 }
    }
  }

  /// How many articles the terms are of.
  private(set) var count = 0
  private(set) var store: [UInt8] = []
  private(set) var terms: [Term] = []
  private var slots = Array(repeating: Slot(), count: 4096)

  /// A place of the hash table: half of the hash, and the number of the term plus one.
  private struct Slot {
    var mark: UInt32 = 0
    var number: UInt32 = 0
  }

  package init() {}

  /// The terms of an index that was stored.
  init(store: [UInt8], terms: [Term], count: Int) {
    self.store = store
    self.terms = terms
    self.count = count
    arrangeSlots()
  }

  /// Articles are added in the order of publication, the oldest first: then a new one leaves the
  /// numbers of the others as they are.
  package mutating func add(_ found: SearchTerms) {
    let number = Int32(count)
    count += 1
    for entry in found.entries {
      let index = indexOfTerm(entry, in: found.store)
      terms[index].add(number, weight: entry.weight)
    }
  }

  /// Terms are told apart by 64 bits of hash: among a million, two would meet once in ten million
  /// journals, and a searcher would see a result too many.
  private mutating func indexOfTerm(_ entry: SearchTerms.Entry, in source: [UInt8]) -> Int {
    let mark = UInt32(truncatingIfNeeded: entry.hash >> 32)
    var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
    while slots[slot].number != 0 {
      let found = slots[slot]
      if found.mark == mark, terms[Int(found.number) - 1].hash == entry.hash {
        return Int(found.number) - 1
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Slot(mark: mark, number: UInt32(terms.count + 1))
    terms.append(
      Term(
        hash: entry.hash, offset: UInt32(store.count), length: entry.length, lastDocument: -1,
        bodyCount: 0, postings: []))
    store += source[Int(entry.offset)..<Int(entry.offset) + Int(entry.length)]
    if terms.count * 2 > slots.count { grow() }
    return terms.count - 1
  }

  /// Puts other terms in place of those of some articles, whose numbers are the keys.
  mutating func replace(_ changed: [Int32: SearchTerms]) {
    guard !changed.isEmpty else { return }
    let numbers = changed.keys.sorted()
    var added: [UInt64: [(document: Int32, weight: UInt8)]] = [:]
    for number in numbers {
      for entry in changed[number]?.entries ?? [] {
        added[entry.hash, default: []].append((number, entry.weight))
      }
    }
    for index in terms.indices {
      let new = added.removeValue(forKey: terms[index].hash) ?? []
      // Most words of an article stay in it.
      let known = PostingList.documents(numbers, in: terms[index].postings)
      guard !known.elementsEqual(new, by: ==) else { continue }
      let old = PostingList.documents(of: terms[index].postings)
      let postings = old.filter { changed[$0.document] == nil } + new
      terms[index].lastDocument = -1
      terms[index].bodyCount = 0
      terms[index].postings = []
      for (document, weight) in postings.sorted(by: { $0.document < $1.document }) {
        terms[index].add(document, weight: weight)
      }
    }
    if terms.contains(where: { $0.postings.isEmpty }) {
      terms.removeAll { $0.postings.isEmpty }
      arrangeSlots()
    }
    for number in numbers {
      guard let found = changed[number] else { continue }
      for entry in found.entries where added[entry.hash] != nil {
        let index = indexOfTerm(entry, in: found.store)
        terms[index].add(number, weight: entry.weight)
      }
    }
  }

  private mutating func grow() { arrangeSlots(count: slots.count * 4) }

  /// With room for at least twice the terms.
  private mutating func arrangeSlots(count: Int = 4096) {
    var count = count
    while count < terms.count * 2 { count *= 4 }
    slots = Array(repeating: Slot(), count: count)
    for (index, term) in terms.enumerated() {
      var slot = Int(truncatingIfNeeded: term.hash) & (slots.count - 1)
      while slots[slot].number != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Slot(
        mark: UInt32(truncatingIfNeeded: term.hash >> 32), number: UInt32(index + 1))
    }
  }
}

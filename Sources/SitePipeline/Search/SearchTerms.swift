import JournalModel

/// The terms of one article with what each says about it: a small hash table over one store of
/// bytes.
package struct SearchTerms: Sendable {
  /// A term of the article.
  struct Entry: Sendable {
    var hash: UInt64
    var offset: UInt32
    var length: UInt16
    var best: UInt8
    var bodyCount: UInt8
    var abstractCount: UInt8

    /// What it says about the article, 0 to 7; `search.js` turns it into a score.
    var weight: UInt8 {
      switch TermReader.Field(rawValue: best) {
      case .title: 7
      case .keywords: 6
      case .names: 5
      case .abstract: abstractCount > 1 ? 4 : 3
      case .body, nil: bodyCount > 7 ? 2 : bodyCount > 2 ? 1 : 0
      }
    }
  }

  /// The bytes of all terms, one after the other.
  private(set) var store: [UInt8] = []
  private(set) var entries: [Entry] = []
  /// Numbers of entries plus one, by hash; zero is free. The count is a power of two.
  private var slots: [UInt32] = Array(repeating: 0, count: 256)

  init() {}

  mutating func record(_ bytes: [UInt8], from start: Int, as field: TermReader.Field) {
    let term = bytes.span.extracting(start...)
    let hash = Self.hash(term)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if entries[number].hash == hash, isEqual(entries[number], term) {
        count(field, at: number)
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(entries.count + 1)
    entries.append(
      Entry(
        hash: hash, offset: UInt32(store.count), length: UInt16(term.count), best: field.rawValue,
        bodyCount: 0, abstractCount: 0))
    for index in 0..<term.count { store.append(term[index]) }
    count(field, at: entries.count - 1)
    if entries.count * 2 > slots.count { grow() }
  }

  /// FNV-1a.
  static func hash(_ term: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<term.count {
      hash = (hash ^ UInt64(term[index])) &* 0x100_0000_01B3
    }
    return hash ^ (hash >> 29)
  }

  private mutating func count(_ field: TermReader.Field, at number: Int) {
    entries[number].best = max(entries[number].best, field.rawValue)
    switch field {
    case .body where entries[number].bodyCount < .max: entries[number].bodyCount += 1
    case .abstract where entries[number].abstractCount < .max: entries[number].abstractCount += 1
    default: break
    }
  }

  private func isEqual(_ entry: Entry, _ term: Span<UInt8>) -> Bool {
    guard Int(entry.length) == term.count else { return false }
    let bytes = store.span
    for index in 0..<term.count where bytes[Int(entry.offset) + index] != term[index] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}

extension SearchTerms {
  /// The terms of an article: of its metadata, and of its text as Markdown.
  package init(_ document: SearchDocument, body: [UInt8]) {
    var reader = TermReader()
    for title in document.titles { reader.read(Array(title.value.utf8), as: .title) }
    for keyword in document.keywords { reader.read(Array(keyword.utf8), as: .keywords) }
    for name in document.names { reader.read(Array(name.utf8), as: .names) }
    if let doi = document.doi { reader.add(literal: doi, as: .title) }
    for abstract in document.abstracts {
      reader.read(Array(abstract.utf8), as: .abstract, isMarkdown: true)
    }
    reader.read(body, as: .body, isMarkdown: true)
    self = reader.terms
  }
}

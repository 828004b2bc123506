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

    @inline(__always)
    mutating func count(_ field: TermReader.Field) {
      best = max(best, field.rawValue)
      if field == .body, bodyCount < .max { bodyCount += 1 }
      if field == .abstract, abstractCount < .max { abstractCount += 1 }
    }

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
  /// Numbers of entries plus one, by hash, where zero is free; as many as a power of two.
  private var slots: [UInt32] = Array(repeating: 0, count: 4096)

  /// With room for the words of a usual article.
  init() {
    store.reserveCapacity(8192)
    entries.reserveCapacity(1024)
  }

  /// Counts a term, given in any case of ASCII with the hash of its lower case; terms are told apart
  /// by that alone, as in the index.
  @inline(__always)
  mutating func record(_ term: Span<UInt8>, _ hash: Hash, as field: TermReader.Field) {
    let hash = hash.value
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if entries[number].hash == hash {
        entries[number].count(field)
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    add(term, hash: hash, as: field, at: slot)
  }

  private mutating func add(
    _ term: Span<UInt8>, hash: UInt64, as field: TermReader.Field, at slot: Int
  ) {
    slots[slot] = UInt32(entries.count + 1)
    var entry = Entry(
      hash: hash, offset: UInt32(store.count), length: UInt16(term.count), best: 0, bodyCount: 0,
      abstractCount: 0)
    entry.count(field)
    entries.append(entry)
    for index in 0..<term.count { store.append(Self.lower(term[index])) }
    if entries.count * 2 > slots.count { grow() }
  }

  /// Takes the letters of a term eight at a time (`LetterRun`), so that the last are fewer or none.
  struct Hash {
    private(set) var value: UInt64

    init(_ letters: UInt64) { value = Self.mixed(0x9E37_79B9_7F4A_7C15 ^ letters) }

    init(of term: Span<UInt8>) {
      self.init(Self.letters(of: term, from: 0))
      for start in stride(from: LetterRun.size, through: term.count, by: LetterRun.size) {
        add(Self.letters(of: term, from: start))
      }
    }

    mutating func add(_ letters: UInt64) { value = Self.mixed(value ^ letters) }

    private static func letters(of term: Span<UInt8>, from start: Int) -> UInt64 {
      var letters: UInt64 = 0
      for place in start..<min(start + LetterRun.size, term.count) {
        letters |= UInt64(term[place]) << UInt64(8 * (place - start))
      }
      return letters
    }

    private static func mixed(_ word: UInt64) -> UInt64 {
      let (high, low) = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      return high ^ low
    }
  }

  static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
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
  /// The terms of an article: of its metadata, and of its texts as Markdown.
  package init(_ document: SearchDocument, bodies: [ArraySlice<UInt8>]) {
    var reader = TermReader()
    for title in document.titles { reader.read(title.value.utf8.span, as: .title) }
    for keyword in document.keywords { reader.read(keyword.utf8.span, as: .keywords) }
    for name in document.names { reader.read(name.utf8.span, as: .names) }
    if let doi = document.doi { reader.add(literal: doi, as: .title) }
    for abstract in document.abstracts {
      reader.read(abstract.value.utf8.span, as: .abstract)
    }
    for body in bodies { reader.read(body.span, as: .body, isMarkdown: true) }
    self = reader.terms
  }
}

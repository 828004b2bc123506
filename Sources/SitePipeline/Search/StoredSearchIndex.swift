import JournalModel

/// The index of the last build: from it the next is made by reading only the articles that differ.
struct StoredSearchIndex: Sendable, Codable {
  /// What the terms of an article were made from.
  struct Source: Sendable, Hashable, Codable {
    struct Text: Sendable, Hashable, Codable {
      var path: String
      var offset: Int
      var stamp: FileStamp?
      var content: Fingerprint?
    }

    var slug: String
    var document: Fingerprint
    var texts: [Text]
  }

  /// Before its texts were read.
  var time: Int
  /// In the order of the articles.
  private(set) var sources: [Source]
  let outline: SearchIndex.Outline
  private var store: [UInt8]
  /// The columns of the table of terms, in rows of 26 bytes.
  private var table: [UInt8]
  private var postings: [UInt8]

  init(
    _ index: SearchIndex, sources: [Source], outline: SearchIndex.Outline, time: Int
  ) {
    self.outline = outline
    self.time = time
    self.sources = sources
    store = index.store
    table = []
    postings = []
    table.reserveCapacity(index.terms.count * 26)
    postings.reserveCapacity(index.terms.reduce(0) { $0 + $1.postings.count })
    for term in index.terms {
      Self.append(term.hash, 8, to: &table)
      Self.append(UInt64(term.offset), 4, to: &table)
      Self.append(UInt64(term.length), 2, to: &table)
      Self.append(UInt64(UInt32(bitPattern: term.lastDocument)), 4, to: &table)
      Self.append(UInt64(term.bodyCount), 4, to: &table)
      Self.append(UInt64(term.postings.count), 4, to: &table)
      postings += term.postings
    }
  }

  var index: SearchIndex {
    var terms: [SearchIndex.Term] = []
    terms.reserveCapacity(table.count / 26)
    var start = 0
    for row in stride(from: 0, to: table.count - 25, by: 26) {
      let count = Int(number(at: row + 22, 4))
      terms.append(
        SearchIndex.Term(
          hash: number(at: row, 8), offset: UInt32(number(at: row + 8, 4)),
          length: UInt16(number(at: row + 12, 2)),
          lastDocument: Int32(bitPattern: UInt32(number(at: row + 14, 4))),
          bodyCount: UInt32(number(at: row + 18, 4)),
          postings: Array(postings[start..<(start + count)])))
      start += count
    }
    return SearchIndex(store: store, terms: terms, count: outline.count)
  }

  private static func append(_ number: UInt64, _ size: UInt64, to bytes: inout [UInt8]) {
    for place in 0..<size { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }

  private func number(at start: Int, _ size: Int) -> UInt64 {
    (0..<size).reduce(0) { $0 | UInt64(table[start + $1]) << (8 * UInt64($1)) }
  }
}

extension StoredSearchIndex.Source {
  /// Of an article as it is now; a text whose stamp stands since before `time` is not read again.
  init(
    _ document: SearchDocument, of article: Article, in tree: SourceTree, known: Self?, time: Int
  ) {
    slug = article.slug
    self.document = Fingerprint(of: document)
    texts = article.bodies.enumerated().map { place, entry in
      let stamp = tree.file(entry.value.path)?.stamp
      var text = Text(path: entry.value.path, offset: entry.value.offset, stamp: stamp)
      if let known = known?.texts, place < known.count, known[place].path == text.path,
        known[place].stamp == stamp, let stamp, stamp.modified < time - LastBuild.stampDoubt
      {
        text.content = known[place].content
      } else {
        text.content = (try? tree.bytes(of: text.path)).map { Fingerprint($0) }
      }
      return text
    }
  }

  /// Whether the terms of both are the same.
  func saysTheSame(as other: Self) -> Bool {
    document == other.document
      && texts.map(\.offset) == other.texts.map(\.offset)
      && texts.map(\.content) == other.texts.map(\.content)
  }
}

// The files that show several articles each.
extension StoredSearchIndex {
  /// The numbers of those that show one of some articles.
  func parts(showing slugs: Set<String>) -> [Int] {
    guard !slugs.isEmpty else { return [] }
    return Set(
      sources.indices.filter { slugs.contains(sources[$0].slug) }
        .map { $0 / SearchIndex.documentsPerPart }
    ).sorted()
  }

  /// The articles that one shows.
  func slugs(inPart number: Int) -> [String] {
    let start = number * SearchIndex.documentsPerPart
    return sources[start...].prefix(SearchIndex.documentsPerPart).map(\.slug)
  }

  /// All articles that are shown with some.
  func neighbours(of slugs: Set<String>) -> Set<String> {
    Set(parts(showing: slugs).flatMap(self.slugs))
  }
}

import JournalModel

/// The index of the last build: from it the next is made by reading only the articles that differ.
struct StoredSearchIndex: Sendable {
  /// What the terms of an article were made from.
  struct Source: Sendable, Hashable {
    struct Text: Sendable, Hashable {
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
  let time: Int
  /// In the order of the articles.
  let sources: [Source]
  let outline: SearchIndex.Outline
  let index: SearchIndex
}

extension StoredSearchIndex.Source {
  /// Of an article as it is now; a text whose stamp stands since before `time` is not read again.
  init(
    _ document: SearchDocument, of article: Article, in tree: SourceTree, known: Self?, time: Int
  ) {
    slug = article.slug
    self.document = document.fingerprint
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

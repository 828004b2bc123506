package import JournalModel

/// A contributor with all the articles of the journal that name this person as author.
package struct AuthorEntry: Sendable, Hashable {
  package var slug: String
  /// As the newest article gives it.
  package var contributor: Contributor
  /// Indices of the journal's articles, in its order.
  package var articles: [Int]

  /// Everyone who wrote in the journal, in the order of names.
  static func all(in journal: ResolvedJournal) -> [AuthorEntry] {
    var entries: [AuthorEntry] = []
    var places: [String: Int] = [:]
    for (index, article) in journal.articles.enumerated() {
      for author in article.authors {
        if let place = places[author.slug] {
          if entries[place].articles.last != index { entries[place].articles.append(index) }
        } else {
          places[author.slug] = entries.count
          entries.append(
            AuthorEntry(slug: author.slug, contributor: author, articles: [index]))
        }
      }
    }
    return entries.sortedForReaders { $0.contributor.name.sortName }
  }
}

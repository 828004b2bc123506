import Bibliography
package import JournalModel

/// A contributor with all the articles of the journal that name this person as author.
package struct AuthorEntry: Sendable, Hashable {
  package var slug: String
  /// Which of the contributors of the newest article it is.
  package var place: Int
  /// Indices of the journal's articles, in its order.
  package var articles: [Int]
  /// Whether another author is called so too.
  package var sharesName = false

  /// As the newest article gives it.
  package func contributor(in journal: ResolvedJournal) -> Contributor {
    journal.articles[articles[0]].contributors[place]
  }

  func name(in journal: ResolvedJournal) -> PersonName {
    contributor(in: journal).name
  }

  /// What tells the author's page from all others.
  func title(in journal: ResolvedJournal) -> String {
    let contributor = contributor(in: journal)
    let name = contributor.name.displayName
    return sharesName ? contributor.orcid.map { "\(name) (\($0.text))" } ?? name : name
  }

  /// Everyone who wrote in the journal, in the order of names.
  static func all(in journal: ResolvedJournal) -> [AuthorEntry] {
    var entries: [AuthorEntry] = []
    var places: [String: Int] = [:]
    for (index, article) in journal.articles.enumerated() {
      let contributors = article.contributors
      for number in contributors.indices where contributors[number].roles.contains(.author) {
        let slug = contributors[number].slug
        if let place = places[slug] {
          if entries[place].articles.last != index { entries[place].articles.append(index) }
        } else {
          places[slug] = entries.count
          entries.append(AuthorEntry(slug: slug, place: number, articles: [index]))
        }
      }
    }
    var counts: [String: Int] = [:]
    let names = entries.map { $0.name(in: journal).displayName }
    for name in names { counts[name, default: 0] += 1 }
    for index in entries.indices { entries[index].sharesName = counts[names[index]] != 1 }
    return entries.sortedForReaders { $0.name(in: journal).sortName }
  }
}

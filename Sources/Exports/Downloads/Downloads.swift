package import Bibliography
package import JournalModel
import Reporting

/// The downloads of a journal: its articles as references, each with a key that stays its own.
package struct Downloads: Sendable {
  private var resolved: ResolvedJournal
  private let keys: [String: String]
  /// Of the current versions, the oldest articles first; none of a part of a journal.
  package let stems: [KeyStem]

  /// What the key of an article is made from.
  package struct KeyStem: Sendable, Hashable, Codable {
    package var slug: String
    package var stem: String
  }

  /// Keys go to the oldest articles first, so that a new article never changes an older one's.
  package init(_ resolved: ResolvedJournal) {
    self.resolved = resolved
    let articles = resolved.articles
    let dates = articles.map(\.dates.published)
    let slugs = articles.map(\.slug)
    let oldestFirst = articles.indices.sorted { a, b in
      dates[a] == dates[b]
        ? slugs[a].precedes(slugs[b]) : dates[a] < dates[b]
    }
    stems = oldestFirst.map {
      KeyStem(slug: slugs[$0], stem: Self.stem(of: articles[$0], in: resolved))
    }
    var keys = Self.keys(of: stems)
    for version in resolved.olderVersions {
      guard let current = version.version?.slugs.last, let key = keys[current] else { continue }
      keys[version.slug] = "\(key)-v\(version.version?.number ?? 0)"
    }
    self.keys = keys
  }

  package static func stem(of article: Article, in resolved: ResolvedJournal) -> String {
    // The label of a notice that comes later must not change it.
    var item = Item(id: article.slug, type: .articleJournal)
    item[.title] = article.title[article.language].plain
    item[.author] = article.authors.map(\.nameForKeys)
    item[.editor] = article.contributors.filter { $0.roles.contains(.editor) }.map(\.name)
    item[.issued] = ItemDate(PartialDate(year: resolved.citedDate(of: article).year))
    return CitationKeys.key(for: item)
  }

  /// The keys of articles by their slugs.
  package static func keys(of stems: [KeyStem]) -> [String: String] {
    Dictionary(
      zip(stems.map(\.slug), CitationKeys.unique(stems: stems.map(\.stem))),
      uniquingKeysWith: { first, _ in first })
  }

  /// A part of the journal with keys that are known, by the slugs of articles.
  package init(_ part: ResolvedJournal, keys: [String: String]) {
    resolved = part
    self.keys = keys
    stems = []
  }

  /// The same keys, with a part of the journal.
  package func showing(_ part: ResolvedJournal) -> Downloads {
    var downloads = self
    downloads.resolved = part
    return downloads
  }

  /// The key of an article, which depends on those of others.
  package func key(of article: Article) -> String? { keys[article.slug] }

  /// The article as downloads have it: with its key and its abstract, and a note of its retraction.
  package func item(for article: Article, text: ArticleText) -> Item {
    var item = article.item(in: resolved)
    item.id = keys[article.slug] ?? article.slug
    let abstracts = text.abstracts.filter { !$0.isPlainLanguage }
    item[.abstract] =
      (abstracts.first { $0.language == article.language } ?? abstracts.first)?.plain.markup
    item[.license] = article.licence?.url
    item[.version] = article.version.map { String($0.number) }
    let notes = [
      resolved.titleLabel(of: article) == "RETRACTED" ? "Retracted" : nil,
      article.version.map { "Version \($0.number)" },
    ].compactMap(\.self)
    if !notes.isEmpty { item[.note] = notes.joined(separator: ". ") }
    return item
  }

  /// Some articles in their order, ready to be written in every format.
  package func list(of articles: [Article], text: (Article) -> ArticleText) -> DownloadList {
    let addresses = SiteAddresses(resolved.journal)
    var list = DownloadList()
    for article in articles {
      list.add(
        item(for: article, text: text(article)),
        pdf: article.pdf.flatMap { addresses[.galley($0, of: article, in: resolved.journal)] })
    }
    return list
  }

  /// All articles of an issue in the order of its contents page.
  package func articles(of issue: Issue) -> [Article] {
    issue.articles.compactMap { resolved.article($0) }
  }
}

extension Contributor {
  /// The name by which a citation key calls a person: of an undivided name the last word.
  fileprivate var nameForKeys: PersonName {
    guard !isOrganization, let last = name.literal.split(separator: " ").last else { return name }
    return PersonName(family: String(last))
  }
}

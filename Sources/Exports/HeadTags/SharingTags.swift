package import JournalModel

extension ArticleRecord {
  /// What places that show links as cards read: Open Graph, and Twitter's one extra tag.
  package func sharingTags(in pageLanguage: LanguageTag) -> [HeadTag] {
    var tags: [HeadTag] = [
      .property("og:type", "article"),
      .property("og:title", plainTitle),
      .property("og:site_name", journal.title[pageLanguage]),
    ]
    let path = SitePath.article(article.slug).translated(into: pageLanguage, of: journal)
    if let url = addresses[path] { tags.append(.property("og:url", url)) }
    if let description { tags.append(.property("og:description", description)) }
    tags.append(.property("article:published_time", article.dates.published.text))
    if let updated = article.dates.updated {
      tags.append(.property("article:modified_time", updated.text))
    }
    for keyword in keywords where keyword.language == language {
      tags.append(.property("article:tag", keyword.text))
    }
    tags.append(.meta("twitter:card", "summary"))
    return tags
  }
}

package import JournalModel

extension ArticleRecord {
  /// The metadata in the head of an article's page, in the language of the interface.
  package func headTags(in pageLanguage: LanguageTag, formats: Set<ExportFormat>) -> [HeadTag] {
    var tags = journal.languageLinks(for: .article(article.slug), in: pageLanguage)
    // Search engines shall lead to the current version, and this one is there for who asks for it.
    if article.isSuperseded { tags.append(.meta("robots", "noindex")) }
    if let description { tags.append(.meta("description", description)) }
    tags += highwireTags(in: pageLanguage)
    tags += dublinCoreTags
    tags += sharingTags(in: pageLanguage)
    tags += signpostingLinks(formats: formats)
    for (relation, address) in versionLinks { tags.append(.link(relation, address)) }
    tags += journal.siteLinks(in: pageLanguage, formats: formats)
    return tags
  }
}

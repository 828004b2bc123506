package import JournalModel

extension ArticleRecord {
  /// The metadata in the head of an article's page, in the language of the interface.
  package func headTags(in pageLanguage: LanguageTag, formats: Set<ExportFormat>) -> [HeadTag] {
    var tags = journal.languageLinks(for: .article(article.slug), in: pageLanguage)
    if let description { tags.append(.meta("description", description)) }
    tags += highwireTags(in: pageLanguage)
    tags += dublinCoreTags
    tags += sharingTags(in: pageLanguage)
    tags += signpostingLinks(formats: formats)
    tags += journal.siteLinks(in: pageLanguage, formats: formats)
    return tags
  }
}

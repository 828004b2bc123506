package import JournalModel

/// An article with everything its records are made from: its issue and journal, and what
/// rendering its page found out.
package struct ArticleRecord: Sendable {
  package let article: Article
  package let issue: Issue?
  package let resolved: ResolvedJournal
  package let addresses: SiteAddresses
  package let text: ArticleText

  package init(_ article: Article, in resolved: ResolvedJournal, text: ArticleText = ArticleText())
  {
    self.article = article
    self.resolved = resolved
    self.text = text
    issue = resolved.issue(of: article)
    addresses = SiteAddresses(resolved.journal)
  }

  package var journal: Journal { resolved.journal }
  package var language: LanguageTag { article.language }

  /// Title and subtitle with the label of a notice, in the article's language.
  package var title: RichText { resolved.fullTitle(of: article, in: language) }

  /// The title without markup, in one line.
  package var plainTitle: String { title.plain.inOneLine }

  /// The address of the article's page in the journal's first language.
  package var url: String? { addresses[.article(article.slug)] }

  /// The address of a file beside the article's page.
  package func url(of fileName: String) -> String? {
    addresses[.article(article.slug).file(fileName)]
  }

  /// The date by which the article is cited (the issue's year wins).
  package var citedDate: CalendarDate { resolved.citedDate(of: article) }

  /// The abstracts of the authors; the editors' summaries are none.
  package var abstracts: [ArticleText.Abstract] {
    text.abstracts.filter { !$0.isSummary && !$0.isPlainLanguage }
  }

  package var keywords: [(language: LanguageTag, text: String)] {
    article.keywords.flatMap { entry in entry.value.map { (entry.language, $0) } }
  }

  /// The first PDF, that in the article's language before others.
  package var pdf: Article.Galley? {
    let pdfs = article.galleys.filter { $0.mediaType == "application/pdf" }
    return pdfs.first { $0.language == language } ?? pdfs.first
  }

  /// The notices about the article, and for a notice the articles it is about.
  package var related: [Article] {
    (article.notices + article.about).compactMap { resolved.article($0) }
  }
}

package import JournalModel
import Reporting

/// An article with everything its records are made from: its issue and journal, and what
/// rendering its page found out.
///
/// What several formats say of it is worked out once, when the record is made. A class, since every
/// format holds it.
package final class ArticleRecord: Sendable {
  package let article: Article
  package let issue: Issue?
  package let resolved: ResolvedJournal
  package let addresses: SiteAddresses
  package let text: ArticleText
  package let authors: [Contributor]
  /// Title and subtitle with the label of a notice, in the article's language.
  package let title: RichText
  /// The title without markup, in one line.
  package let plainTitle: String
  /// The address of the article's page in the journal's first language.
  package let url: String?
  /// The date by which the article is cited (the issue's year wins).
  package let citedDate: CalendarDate
  /// The DOI of this version, which no other has.
  package let doi: DOI?
  /// The abstracts of the authors; the editors' summaries are none.
  package let abstracts: [ArticleText.Abstract]
  package let keywords: [(language: LanguageTag, text: String)]
  /// The beginning of the abstract, for descriptions of the page.
  package let description: String?

  package init(_ article: Article, in resolved: ResolvedJournal, text: ArticleText = ArticleText())
  {
    self.article = article
    self.resolved = resolved
    self.text = text
    issue = resolved.issue(of: article)
    addresses = SiteAddresses(resolved.journal)
    authors = article.authors
    title = resolved.fullTitle(of: article, in: article.language)
    plainTitle = title.plain.inOneLine
    url = addresses[.article(article.slug)]
    doi = resolved.ownDOI(of: article)
    citedDate = resolved.citedDate(of: article)
    abstracts = text.abstracts.filter { !$0.isSummary && !$0.isPlainLanguage }
    keywords = article.keywords.flatMap { entry in entry.value.map { (entry.language, $0) } }
    let abstract =
      text.abstracts.first { $0.language == article.language && !$0.isPlainLanguage }
      ?? text.abstracts.first
    description = abstract.flatMap { Self.beginning(of: $0.line) }
  }

  /// Whole words, up to about 300 characters.
  private static func beginning(of line: String) -> String? {
    guard !line.isEmpty else { return nil }
    guard let limit = line.place(after: 300), limit < line.endIndex else { return line }
    let beginning = line[..<limit]
    let end = beginning.lastIndex(of: " ") ?? beginning.endIndex
    return String(beginning[..<end]) + "…"
  }

  package var journal: Journal { resolved.journal }
  package var language: LanguageTag { article.language }

  /// Whether nobody is named as its author, as in many an editorial, notice or old text.
  package var isUnsigned: Bool { authors.isEmpty }

  /// The address of a file beside the article's page.
  package func url(of fileName: String) -> String? {
    url.map { $0 + SitePath(fileName).encoded }
  }

  package func url(of galley: Article.Galley) -> String? {
    addresses[.galley(galley, of: article, in: journal)]
  }

  /// The PDF that indexes are shown.
  package var pdf: Article.Galley? { article.pdf }

  /// The notices about the article, and for a notice the articles it is about.
  package var related: [Article] {
    (article.notices + article.about).compactMap { resolved.article($0) }
  }
}

extension Article {
  /// The first PDF, that in the article's language before others.
  package var pdf: Galley? {
    let pdfs = galleys.filter { $0.mediaType == "application/pdf" }
    return pdfs.first { $0.language == language } ?? pdfs.first
  }
}

extension String {
  /// The place after so many characters of a line; nil where there are fewer.
  fileprivate func place(after count: Int) -> Index? {
    // Of ASCII every byte is a character.
    let isASCII = utf8.span.extracting(first: count + 1).greatest < 0x80
    return isASCII
      ? utf8.index(startIndex, offsetBy: count, limitedBy: endIndex)
      : index(startIndex, offsetBy: count, limitedBy: endIndex)
  }
}

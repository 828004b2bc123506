import Exports
import JournalModel

/// Makes the files for machines that stand once in the site.
struct SiteExportRenderer: Sendable {
  let context: RenderContext

  /// The file, and its parts where it has to be divided; none where the journal cannot have it.
  func files(of export: SiteExport) -> [(path: SitePath, bytes: [UInt8])] {
    let journal = context.journal
    let bytes: [UInt8]?
    switch export {
    case .atomFeed: bytes = journal.journal.atomFeed(of: journal.feedEntries(text: context.listed))
    case .rssFeed: bytes = journal.journal.rssFeed(of: journal.feedEntries(text: context.listed))
    case .sitemap: return journal.journal.sitemaps(of: sitemapPages)
    case .robots: bytes = journal.journal.robots
    case .headers: bytes = journal.journal.headersFile
    case .openSearch: bytes = journal.journal.openSearchDescription
    case .oaiRepository: preconditionFailure("a list of all articles")
    }
    return bytes.map { [(export.path, $0)] } ?? []
  }

  /// The pages in the journal's first language; the other languages follow from them.
  ///
  /// Each is made when it is written, since a journal has many.
  private var sitemapPages: some RandomAccessCollection<SitemapPage> {
    let files = context.plan.files
    let language = context.journal.journal.defaultLanguage
    let places = files.indices.filter { isInSitemap(files.content(at: $0)) }
      .filter { files[$0].language == language }
    return places.lazy.map { sitemapPage(of: files[$0]) }
  }

  private func isInSitemap(_ content: PlannedFile.Content) -> Bool {
    switch content {
    // Only the current version of an article is offered to search engines.
    case .article(let index), .articleCitation(let index):
      !context.journal.allArticles[index].isSuperseded
    case .home, .archive, .announcements, .issue, .issueCitation, .author, .keyword,
      .announcement, .authors, .keywords, .page, .search:
      true
    default: false
    }
  }

  private func sitemapPage(of file: PlannedFile) -> SitemapPage {
    let (journal, plan) = (context.journal, context.plan)
    let lastChange: CalendarDate? =
      switch file.content {
      case .home, .archive, .announcements: journal.lastChange
      case .issue(let index), .issueCitation(let index):
        journal.lastChange(of: journal.issues[index])
      case .article(let index), .articleCitation(let index): journal.articles[index].lastChange
      case .author(let index): self.lastChange(plan.authors[index].articles)
      case .keyword(let index): self.lastChange(plan.keywords[index].articles)
      case .announcement(let index): journal.announcements[index].date
      default: nil
      }
    return SitemapPage(path: file.path, lastChange: lastChange)
  }

  private func lastChange(_ articles: [Int]) -> CalendarDate? {
    articles.map { context.journal.articles[$0].lastChange }.max()
  }
}

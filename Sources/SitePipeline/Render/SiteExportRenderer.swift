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
  private var sitemapPages: [SitemapPage] {
    let journal = context.journal
    let files = context.plan.files.lazy.filter { $0.language == journal.journal.defaultLanguage }
    return files.compactMap { file -> SitemapPage? in
      switch file.content {
      case .home, .archive, .announcements:
        SitemapPage(path: file.path, lastChange: journal.lastChange)
      case .issue(let index), .issueCitation(let index):
        SitemapPage(
          path: file.path, lastChange: journal.lastChange(of: journal.issues[index]))
      case .article(let index), .articleCitation(let index):
        // Only the current version of an article is offered to search engines.
        journal.allArticles[index].isSuperseded
          ? nil : SitemapPage(path: file.path, lastChange: journal.articles[index].lastChange)
      case .author(let index):
        SitemapPage(
          path: file.path, lastChange: lastChange(context.plan.authors[index].articles))
      case .keyword(let index):
        SitemapPage(
          path: file.path, lastChange: lastChange(context.plan.keywords[index].articles))
      case .announcement(let index):
        SitemapPage(path: file.path, lastChange: journal.announcements[index].date)
      case .authors, .keywords, .page, .search: SitemapPage(path: file.path)
      default: nil
      }
    }
  }

  private func lastChange(_ articles: [Int]) -> CalendarDate? {
    articles.map { context.journal.articles[$0].lastChange }.max()
  }
}

package import Exports
import JournalModel

/// A file for machines that stands once in the site.
package enum SiteExport: String, Sendable, Hashable, CaseIterable {
  case atomFeed, rssFeed, sitemap, robots, headers, openSearch, oaiRepository

  /// The formats one of which must be asked for; none for what every site has.
  package var format: ExportFormat? {
    switch self {
    case .atomFeed, .rssFeed: .feeds
    case .sitemap: .sitemap
    case .openSearch: .opensearch
    case .oaiRepository: .oai
    case .robots, .headers: nil
    }
  }

  var path: SitePath {
    switch self {
    case .atomFeed: .atomFeed
    case .rssFeed: .rssFeed
    case .sitemap: .sitemap
    case .robots: .robots
    case .headers: .headers
    case .openSearch: .openSearch
    case .oaiRepository: .oaiRepository
    }
  }
}

package import Exports
package import JournalModel
package import Reporting

/// One file of the site: where it will stand and what will stand there.
package struct PlannedFile: Sendable, Hashable {
  package var path: SitePath
  package var content: Content
  /// The language of the interface; that of the journal for what stands once in the site.
  package var language: LanguageTag
  /// Who asked for it: shown when two ask for one path.
  package var range: SourceRange

  /// What stands in a file; numbers are indices of the resolved journal or of the plan.
  package enum Content: Sendable, Hashable {
    case home
    case archive
    case issue(Int)
    case issueCitation(Int)
    case article(Int)
    case articleCitation(Int)
    case authors
    case author(Int)
    case keywords
    case keyword(Int)
    case page(Int)
    case announcements
    case announcement(Int)
    case notFound
    case search
    /// The search index: this file and its parts.
    case searchIndex
    /// A description of an article for machines, in a format.
    case articleFile(Int, ExportFormat)
    /// The articles of an issue for a reference manager.
    case issueDownload(Int, DownloadFormat)
    /// All articles of the journal for a reference manager.
    case journalDownload(DownloadFormat)
    case export(SiteExport)
    /// For one kind of host, where addresses have moved.
    case redirects(RedirectForm)
    /// At an old address, the page that leads to the new one.
    indirect case moved(from: String, to: MovedAddress.Target)
    /// At the script of an earlier site, the page that reads what the query of an address says.
    case formerScript(from: String)
    /// What permits an archive to collect one year, or its newest.
    indirect case permission(PreservationArchive, year: Int?)
    /// The list of all files with their hashes, made when all others are finished.
    case manifest
    indirect case asset(Asset)
    /// A file of the source folder, copied as it is.
    case copy(source: String)
    /// A file that the build has made before its pages, at an absolute path.
    case made(path: String)

    /// Whether it is a page that readers see.
    package var isPage: Bool {
      switch self {
      case .asset, .copy, .made, .articleFile, .issueDownload, .journalDownload, .export,
        .redirects, .moved, .formerScript, .manifest, .searchIndex:
        false
      default: true
      }
    }
  }

  /// The order in which changed files are put in place: a page comes after those it leads to.
  package enum Stage: Int, Sendable, Hashable, Comparable, CaseIterable, Codable {
    case files, articles, contents, indexes, feeds

    package static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }
  }

  package var stage: Stage {
    switch content {
    case .asset, .copy, .made, .articleFile, .issueDownload, .journalDownload: .files
    case .article, .articleCitation: .articles
    case .issue, .issueCitation: .contents
    case .home, .archive, .authors, .author, .keywords, .keyword, .page, .announcements,
      .announcement, .notFound, .search, .searchIndex, .permission, .moved, .formerScript:
      .indexes
    case .export, .redirects, .manifest: .feeds
    }
  }
}

/// A file of the theme, named after what it holds so that it can be kept by browsers for ever.
package struct Asset: Sendable, Hashable {
  package var name: String
  package var bytes: [UInt8]
}

extension SitePath {
  static func asset(_ asset: Asset) -> SitePath { SitePath("assets/" + asset.name) }
}

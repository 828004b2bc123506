package import Exports
package import JournalModel

/// Every file of the site before any is made: the journal, its indexes and all paths.
package struct SitePlan: Sendable {
  package private(set) var journal: ResolvedJournal
  package let options: SiteOptions
  package let files: [PlannedFile]
  package private(set) var authors: [AuthorEntry]
  package private(set) var keywords: [KeywordEntry]
  package let assets: [Asset]
  /// Addresses of earlier sites.
  package let moved: [MovedAddress]

  private let paths: [String: Int]

  init(
    journal: ResolvedJournal, options: SiteOptions, files: [PlannedFile],
    authors: [AuthorEntry], keywords: [KeywordEntry], assets: [Asset], moved: [MovedAddress]
  ) {
    self.journal = journal
    self.options = options
    self.files = files
    self.authors = authors
    self.keywords = keywords
    self.assets = assets
    self.moved = moved
    paths = Dictionary(
      files.enumerated().map { ($1.path.file, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same addresses, with a part of the journal.
  func showing(
    _ journal: ResolvedJournal, authors: [AuthorEntry], keywords: [KeywordEntry]
  ) -> SitePlan {
    var plan = self
    plan.journal = journal
    plan.authors = authors
    plan.keywords = keywords
    return plan
  }

  /// The file that stands at a path, if one will.
  package func file(at path: SitePath) -> PlannedFile? {
    paths[path.file].map { files[$0] }
  }

  package func contains(_ path: SitePath) -> Bool { paths[path.file] != nil }
}

/// What the command asks of a site beyond its content.
package struct SiteOptions: Sendable, Hashable {
  package var links: LinkForm
  /// The machine formats to write.
  package var formats: Set<ExportFormat>

  package init(
    links: LinkForm = .folders, formats: Set<ExportFormat> = Set(ExportFormat.allCases)
  ) {
    self.links = links
    self.formats = formats
  }
}

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

  /// Which lists the whole journal has.
  private(set) var lists: SiteLists
  private let paths: PathTable
  /// The files of the whole site, where this is the plan of a part.
  private var others = TextSet()

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
    lists = SiteLists(
      hasAuthors: !authors.isEmpty, hasKeywords: !keywords.isEmpty,
      hasNews: !journal.announcements.isEmpty)
    paths = PathTable(files)
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

  /// The plan of a part of the journal, as it stands in the site of the whole.
  ///
  /// Of its authors some are called like others of the whole.
  func part(ofSiteWith paths: TextSet, _ lists: SiteLists, namesakes: Set<String>) -> SitePlan {
    var plan = self
    for index in plan.authors.indices {
      plan.authors[index].sharesName = namesakes.contains(plan.authors[index].slug)
    }
    plan.others = paths
    plan.lists = lists
    return plan
  }

  /// The file that stands at a path, if one will.
  package func file(at path: SitePath) -> PlannedFile? {
    paths[path].map { files[$0] }
  }

  package func contains(_ path: SitePath) -> Bool {
    paths[path] != nil || others.contains(path.file)
  }
}

/// The lists that a site has, as far as the journal has something for them: every page leads there.
struct SiteLists: Sendable, Hashable, Codable {
  var hasAuthors: Bool
  var hasKeywords: Bool
  var hasNews: Bool
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

package import Exports
package import JournalModel

/// Every file of the site before any is made: the journal, its indexes and all paths.
///
/// A class, since every page and all that it is made with hold it.
package final class SitePlan: Sendable {
  package let journal: ResolvedJournal
  package let options: SiteOptions
  package let files: PlannedFiles
  package let authors: [AuthorEntry]
  package let keywords: [KeywordEntry]
  package let assets: [Asset]
  /// Addresses of earlier sites.
  package let moved: [MovedAddress]

  /// Which lists the whole journal has.
  let lists: SiteLists
  /// The files of the whole site, where this is the plan of a part.
  private let others: TextSet

  init(
    journal: ResolvedJournal, options: SiteOptions, files: PlannedFiles,
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
    others = TextSet()
  }

  /// Like another, except for what is given.
  private init(
    _ other: SitePlan, journal: ResolvedJournal? = nil, authors: [AuthorEntry],
    keywords: [KeywordEntry]? = nil, lists: SiteLists? = nil, others: TextSet? = nil
  ) {
    self.journal = journal ?? other.journal
    options = other.options
    files = other.files
    self.authors = authors
    self.keywords = keywords ?? other.keywords
    assets = other.assets
    moved = other.moved
    self.lists = lists ?? other.lists
    self.others = others ?? other.others
  }

  /// The same addresses, with a part of the journal.
  func showing(
    _ journal: ResolvedJournal, authors: [AuthorEntry], keywords: [KeywordEntry]
  ) -> SitePlan {
    SitePlan(self, journal: journal, authors: authors, keywords: keywords)
  }

  /// The plan of a part of the journal, as it stands in the site of the whole.
  ///
  /// Of its authors some are called like others of the whole.
  func part(ofSiteWith paths: TextSet, _ lists: SiteLists, namesakes: Set<String>) -> SitePlan {
    let authors = authors.map { author in
      var author = author
      author.sharesName = namesakes.contains(author.slug)
      return author
    }
    return SitePlan(self, authors: authors, lists: lists, others: paths)
  }

  /// The file that stands at a path, if one will.
  package func file(at path: SitePath) -> PlannedFile? {
    files.place(of: path).map { files[$0] }
  }

  package func contains(_ path: SitePath) -> Bool { contains(file: Array(path.file.utf8)) }

  /// The same for the bytes of a file's path.
  func contains(file: [UInt8]) -> Bool {
    files.place(ofFile: file) != nil || others.contains(String(decoding: file, as: UTF8.self))
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

package import Reporting

/// An issue of the journal.
package struct Issue: Sendable, Hashable, Codable {
  /// Its folder, and the last path segment of its address: `2024-06`.
  package var folder: String
  package var volume: String?
  package var number: String?
  package var year: Int
  /// A month or season printed beside the year.
  package var season: Localized<String>?
  package var title: Localized<RichText>?
  package var description: Localized<String>?
  /// When it was published, as precisely as is known; orders the archive.
  package var date: CalendarDate
  package var doi: DOI?
  package var cover: Cover?
  package var sections: [Section]
  package var editors: [Contributor]
  package var isSpecial: Bool
  /// The slugs of its articles in the order of its contents page.
  package var articles: [String]
  package var galleys: [Article.Galley]
  package var formerPaths: [String]
  /// What it was called in Open Journal Systems, if it comes from there.
  package var former: FormerRecord?
  package var range: SourceRange

  package init(folder: String, year: Int, date: CalendarDate, range: SourceRange) {
    self.folder = folder
    volume = nil
    number = nil
    self.year = year
    season = nil
    title = nil
    description = nil
    self.date = date
    doi = nil
    cover = nil
    sections = []
    editors = []
    isSpecial = false
    articles = []
    galleys = []
    formerPaths = []
    former = nil
    self.range = range
  }

  package struct Section: Sendable, Hashable, Codable {
    /// The name by which articles ask for it.
    package var id: String
    package var title: Localized<String>

    package init(id: String, title: Localized<String>) {
      self.id = id
      self.title = title
    }
  }

  package struct Cover: Sendable, Hashable, Codable {
    /// In the source folder.
    package var path: String
    package var alternative: Localized<String>?
    /// In pixels; nil where the file does not say.
    package var width: Int?
    package var height: Int?

    package init(
      path: String, alternative: Localized<String>? = nil, width: Int? = nil, height: Int? = nil
    ) {
      self.path = path
      self.alternative = alternative
      self.width = width
      self.height = height
    }
  }
}

package import JournalModel

/// An archive that collects journals once a page of theirs permits it.
package enum PreservationArchive: String, Sendable, Hashable, CaseIterable {
  case lockss = "LOCKSS"
  case clockss = "CLOCKSS"

  /// The sentence that its crawlers look for, word by word.
  package var permission: String {
    switch self {
    case .lockss:
      "LOCKSS system has permission to collect, preserve, and serve this Archival Unit."
    case .clockss:
      "CLOCKSS system has permission to ingest, preserve, and serve this Archival Unit."
    }
  }

  package var path: SitePath { self == .lockss ? .lockss : .clockss }

  package func path(year: Int) -> SitePath {
    self == .lockss ? .lockss(year: year) : .clockss(year: year)
  }
}

/// What the page says by which an archive may collect the issues of one year.
package struct PreservationPage: Sendable {
  package var archive: PreservationArchive
  package var year: Int
  package var previousYear: Int?
  package var nextYear: Int?
  package var issues: [Issue]
  /// The articles that stand in no issue yet.
  package var otherArticles: [Article]
  /// Names and values of what an archive wants to know of a journal.
  package var facts: [Fact]

  package struct Fact: Sendable, Hashable {
    package var name: String
    package var value: String
  }

  /// The page's own place.
  package var path: SitePath { archive.path(year: year) }
}

extension ResolvedJournal {
  /// The years in which something was published, newest first.
  package var years: [Int] {
    let loose = articles.filter { $0.issueFolder == nil }.map(\.dates.published.year)
    return Set(issues.map(\.year) + loose).sorted(by: >)
  }

  /// The permission pages of an archive, one for each year, newest first.
  package func preservationPages(for archive: PreservationArchive) -> [PreservationPage] {
    let (years, facts) = (years, preservationFacts)
    let issues = Dictionary(grouping: issues, by: \.year)
    let others = Dictionary(
      grouping: articles.filter { $0.issueFolder == nil }, by: \.dates.published.year)
    return years.enumerated().map { index, year in
      PreservationPage(
        archive: archive, year: year,
        previousYear: index + 1 < years.count ? years[index + 1] : nil,
        nextYear: index > 0 ? years[index - 1] : nil,
        issues: issues[year] ?? [], otherArticles: others[year] ?? [], facts: facts)
    }
  }

  private var preservationFacts: [PreservationPage.Fact] {
    let language = journal.defaultLanguage
    let issns = [journal.issn.online, journal.issn.print].compactMap { $0?.text }
    let facts: [(String, String?)] = [
      ("Journal URL", SiteAddresses(journal)[.home]), ("Title", journal.title[language]),
      ("Publisher", journal.publisher?.name[language]),
      ("Description", journal.description?[language].inOneLine),
      ("ISSN", issns.joined(separator: ", ")),
      ("Language(s)", journal.languages.map(\.text).joined(separator: ", ")),
      ("Publisher Email", journal.contact?.email), ("Copyright", journal.copyrightHolder),
      ("Rights", journal.licence?.url),
    ]
    return facts.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : .init(name: name, value: $0) }
    }
  }
}

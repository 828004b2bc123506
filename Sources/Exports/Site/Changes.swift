package import JournalModel

/// When things changed, by what the content says; the clock is never asked.
extension Article {
  /// The date of the last change: `updated`, else that of publication.
  package var lastChange: CalendarDate { dates.updated ?? dates.published }
}

extension ResolvedJournal {
  /// The newest change of an issue or an article in it.
  package func lastChange(of issue: Issue) -> CalendarDate {
    issue.articles.compactMap { article($0)?.lastChange }.reduce(issue.date) { max($0, $1) }
  }

  /// The newest change of anything; nil in a journal without content.
  package var lastChange: CalendarDate? {
    var dates = issues.map(\.date) + articles.map(\.lastChange)
    for announcement in announcements {
      if case .announcement(let date) = announcement.kind { dates.append(date) }
    }
    return dates.max()
  }
}

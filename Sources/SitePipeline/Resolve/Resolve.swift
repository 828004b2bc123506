package import JournalModel
package import Reporting

/// Looks up every key of the metadata across the files of a journal.
///
/// Nil when the journal itself could not be read, which `load` has reported. A date after `today`
/// is reported when a day is given.
///
/// A journal has many articles: each list of them gives way to the next.
package func resolve(
  _ loaded: consuming LoadedJournal, today: CalendarDate? = nil, report: inout Report
) -> ResolvedJournal? {
  guard var journal = loaded.journal else { return nil }
  journal.facts.people = resolveBoard(loaded.people, language: journal.defaultLanguage)
  let dates =
    today == nil
    ? [] : (loaded.issues.map(\.date) + loaded.articles.map(\.dates.published)).compactMap(\.self)
  var unique = loaded.articles
  loaded.articles = []
  if !loaded.people.isEmpty {
    for index in unique.indices {
      unique[index] = unique[index].lookingUpAuthors(
        in: loaded.people, language: journal.defaultLanguage)
    }
  }
  unique = joinTranslations(unique, default: journal.defaultLanguage, &report)
  unique = joinVersions(unique, &report)
  removeDuplicates(from: &unique, &report)
  var issues = resolveIssues(loaded.issues, unique, loaded.layout, &report)
  let byFolder = Dictionary(
    uniqueKeysWithValues: zip(issues.map(\.folder), issues))
  let licences = Dictionary(
    uniqueKeysWithValues: zip(loaded.issues.map(\.folder), loaded.issues.map(\.licence)))
  var articles: [Article] = []
  articles.reserveCapacity(unique.count)
  for article in unique {
    let resolved = resolveArticle(
      article, issue: article.issueFolder.flatMap { byFolder[$0] },
      licence: article.issueFolder.flatMap { licences[$0] ?? nil }, journal, &report)
    if let resolved { articles.append(resolved) }
  }
  if let today { reportOddDates(dates, today: today, &report) }
  reportSharedDOIs(unique, &report)
  linkNotices(&articles, unique, known: loaded.layout.slugs, &report)
  unique = []
  assignSlugs(&articles, &issues, &journal)
  let pages = resolvePages(loaded.pages, default: journal.defaultLanguage, &report)
  return ResolvedJournal(
    journal: journal, issues: issues,
    articles: inOrder(articles, issues),
    pages: pages.filter { $0.kind == .page }.sorted { $0.slug < $1.slug },
    announcements: pages.filter { $0.kind != .page }.sorted(by: StaticPage.isNewer))
}

/// By issue, then in the order of its contents page; those without an issue come first, and older
/// versions last.
private func inOrder(_ articles: [Article], _ issues: [Issue]) -> [Article] {
  let bySlug = Dictionary(
    articles.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
  let free = articles.filter { $0.issueFolder == nil && !$0.isSuperseded }.sorted { a, b in
    a.dates.published != b.dates.published
      ? a.dates.published > b.dates.published : a.slug < b.slug
  }
  return free + issues.flatMap { issue in issue.articles.compactMap { bySlug[$0] } }
    + articles.filter(\.isSuperseded)
}

/// Leaves the first of the articles that would stand at one address; the others are reported.
private func removeDuplicates(from articles: inout [LoadedArticle], _ report: inout Report) {
  var first: [String: SourceRange] = [:]
  articles.removeAll { article in
    if let other = first[article.slug.value] {
      report.add(.slugDuplicate(article, first: other))
      return true
    }
    first[article.slug.value] = article.slug.range
    return false
  }
}

private func reportSharedDOIs(_ articles: [LoadedArticle], _ report: inout Report) {
  // A DOI has no case (ISO 26324).
  var first: [String: (doi: Located<DOI>, version: Article.Version?)] = [:]
  for article in articles {
    guard let doi = article.doi else { continue }
    let key = doi.value.text.lowercased()
    if let other = first[key] {
      // One DOI may lead to whatever version is current.
      if let version = article.version, version.slugs == other.version?.slugs { continue }
      report.add(.doiDuplicate(doi, first: other.doi))
    } else {
      first[key] = (doi, article.version)
    }
  }
}

/// Reports dates in the future, and years before the first journals: 1445 is one of the Hijra.
private func reportOddDates(
  _ dates: [Located<CalendarDate>], today: CalendarDate, _ report: inout Report
) {
  for date in dates {
    if date.value.firstDay > today {
      report.add(.dateInFuture(date))
    } else if date.value.year < 1665 {
      report.add(.dateBeforeJournals(date))
    }
  }
}

extension StaticPage {
  fileprivate static func isNewer(_ a: StaticPage, _ b: StaticPage) -> Bool {
    guard case .announcement(let first) = a.kind, case .announcement(let second) = b.kind,
      first != second
    else { return a.slug < b.slug }
    return first > second
  }
}

extension Diagnostic {
  fileprivate static func slugDuplicate(_ article: LoadedArticle, first: SourceRange) -> Self {
    Self(
      .error, "article-slug-duplicate",
      "Two articles would stand at 'articles/\(article.slug.value)/'", at: article.slug.range,
      notes: [Note("The first is here", at: first)], hint: "Rename one of the files")
  }

  fileprivate static func doiDuplicate(_ doi: Located<DOI>, first: Located<DOI>) -> Self {
    Self(
      .error, "doi-duplicate", "DOI '\(doi.value.text)' is given to two articles", at: doi.range,
      notes: [Note("The first is here", at: first.range)],
      hint: "Correct one of the two")
  }

  fileprivate static func dateInFuture(_ date: Located<CalendarDate>) -> Self {
    Self(
      .warning, "date-in-future", "Date of publication '\(date.value.text)' lies in the future",
      at: date.range, hint: "Correct the date, or publish later")
  }

  fileprivate static func dateBeforeJournals(_ date: Located<CalendarDate>) -> Self {
    Self(
      .warning, "date-before-journals",
      "Date of publication '\(date.value.text)' lies before the first journals", at: date.range,
      hint: "Write the date of the Gregorian calendar, such as 2024-06-30")
  }
}

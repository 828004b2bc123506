import JournalModel
import Reporting

/// An article with what it inherits from its issue and journal; nil when its issue could not be read,
/// which was reported, or when it has no date or is a translation of nothing.
func resolveArticle(
  _ loaded: LoadedArticle, issue: Issue?, licence: Licence?, _ journal: Journal,
  _ report: inout Report
) -> Article? {
  guard let title = loaded.title, issue != nil || loaded.issueFolder == nil else { return nil }
  guard let published = loaded.dates.published?.value ?? issue?.date else {
    report.add(.articleDateMissing(at: loaded.range))
    return nil
  }
  var facts = Article.Facts(
    slug: loaded.slug.value, issueFolder: issue?.folder, kind: loaded.kind, title: title,
    language: loaded.language,
    dates: Article.Dates(
      submitted: loaded.dates.submitted?.value, accepted: loaded.dates.accepted?.value,
      published: published, updated: loaded.dates.updated?.value),
    range: loaded.range)
  reportContradictions(loaded.dates, &report)
  facts.subtitle = loaded.subtitle
  facts.contributors = resolveContributors(loaded, &report)
  facts.abstracts = loaded.abstracts
  facts.keywords = loaded.keywords
  facts.section = loaded.section.map { section in
    issue?.sections.first { $0.isNamed(section.value) }?.id ?? section.value
  }
  facts.extent = loaded.extent
  facts.doi = loaded.doi?.value
  if let doi = loaded.doi, let prefix = journal.doiPrefix,
    !doi.value.text.hasPrefix(prefix + "/")
  {
    report.add(.doiPrefix(doi, prefix: prefix))
  }
  facts.licence = loaded.licence ?? licence ?? journal.licence
  facts.copyright = loaded.copyright
  facts.funding = loaded.funding
  facts.statements = loaded.statements
  facts.galleys = loaded.galleys
  facts.supplements = loaded.supplements
  facts.citationText = loaded.citationText
  facts.citationStyle = loaded.citationStyle?.value
  facts.referenceStyle = loaded.referenceStyle?.value
  facts.bodies = loaded.bodies
  facts.references = loaded.references
  facts.uncited = loaded.uncited
  facts.about = loaded.about.map(\.value)
  facts.formerPaths = loaded.formerPaths
  facts.former = loaded.former
  facts.revision = loaded.revision
  facts.version = loaded.version
  return Article(facts)
}

/// Dates that stand in an impossible order.
private func reportContradictions(_ dates: LoadedDates, _ report: inout Report) {
  let steps: [(name: String, date: Located<CalendarDate>?)] = [
    ("submitted", dates.submitted), ("accepted", dates.accepted), ("published", dates.published),
    ("updated", dates.updated),
  ]
  let given = steps.compactMap { step in step.date.map { (step.name, $0) } }
  for (earlier, later) in zip(given, given.dropFirst())
  where later.1.value.isSurelyBefore(earlier.1.value) {
    report.add(.datesOutOfOrder(later.1, name: later.0, after: earlier.0, earlier.1))
  }
}

extension CalendarDate {
  /// Whether every day that this date may mean lies before every day of the other.
  func isSurelyBefore(_ other: CalendarDate) -> Bool {
    if year != other.year { return year < other.year }
    guard let month, let otherMonth = other.month, month != otherMonth else {
      guard let day, let otherDay = other.day, month == other.month else { return false }
      return day < otherDay
    }
    return month < otherMonth
  }
}

extension Diagnostic {
  fileprivate static func articleDateMissing(at range: SourceRange) -> Self {
    Self(
      .error, "article-date-missing", "Article without an issue has no date", at: range,
      hint: "Add a line 'date: 2024-06-30'")
  }

  fileprivate static func doiPrefix(_ doi: Located<DOI>, prefix: String) -> Self {
    Self(
      .warning, "doi-prefix", "DOI '\(doi.value.text)' does not begin with '\(prefix)/'",
      at: doi.range, hint: "Correct the DOI, or 'doi-prefix' under 'identifiers' in journal.yml")
  }

  fileprivate static func datesOutOfOrder(
    _ date: Located<CalendarDate>, name: String, after earlier: String,
    _ other: Located<CalendarDate>
  ) -> Self {
    Self(
      .warning, "dates-out-of-order",
      "'\(name)' (\(date.value.text)) lies before '\(earlier)' (\(other.value.text))",
      at: date.range, notes: [Note("'\(earlier)' is given here", at: other.range)],
      hint: "Correct one of the two dates")
  }
}

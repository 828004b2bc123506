import JournalModel
import Reporting

/// The issues with the current versions of their articles in order and their sections complete, newest first.
func resolveIssues(
  _ loaded: [LoadedIssue], _ articles: [LoadedArticle], _ layout: ContentLayout,
  _ report: inout Report
) -> [Issue] {
  reportSharedNumbers(loaded, &report)
  let current = articles.indices.filter { articles[$0].supersededVersion == nil }
  let places = Dictionary(grouping: current) { articles[$0].issueFolder }
  // An article that could not be read is in the folder all the same.
  let files = Dictionary(grouping: layout.articles, by: \.issueFolder)
  return loaded.compactMap { entry in
    resolveIssue(
      entry, (places[entry.folder] ?? []).map { articles[$0] },
      known: Set((files[entry.folder] ?? []).map(\.slug)),
      &report)
  }.sorted { a, b in
    a.date != b.date ? a.date > b.date : a.folder.precedes(b.folder)
  }
}

/// Reports an issue with the volume and number of another.
private func reportSharedNumbers(_ issues: [LoadedIssue], _ report: inout Report) {
  var first: [[String]: Issue] = [:]
  for issue in issues.map(\.issue) {
    guard let number = issue.number else { continue }
    let key = [issue.volume ?? "\(issue.year)", number]
    if let other = first[key] {
      report.add(.issueNumberTwice(issue, first: other))
    } else {
      first[key] = issue
    }
  }
}

private func resolveIssue(
  _ loaded: LoadedIssue, _ articles: [LoadedArticle], known: Set<String>,
  _ report: inout Report
) -> Issue? {
  var issue = loaded.issue
  if !loaded.hasDate {
    guard let date = articles.compactMap(\.dates.published?.value).max() else {
      report.add(.issueDateMissing(at: issue.range))
      return nil
    }
    // An issue without a date is as old as its last article.
    issue.date = date
    issue.year = date.year
  }
  issue.articles = order(
    articles, by: loaded.order, known: known, sections: &issue.sections, &report)
  return issue
}

/// The slugs in the order of the contents page: those that `order` names, then by section, by the
/// article's own `order`, by first page, by slug.
private func order(
  _ articles: [LoadedArticle], by named: [Located<String>], known: Set<String>,
  sections: inout [Issue.Section], _ report: inout Report
) -> [String] {
  var places: [String: Int] = [:]
  let slugs = articles.map(\.slug.value)
  for name in named {
    guard slugs.contains(name.value) else {
      if !known.contains(name.value) { report.add(.orderUnknown(name, among: slugs)) }
      continue
    }
    if places.updateValue(places.count, forKey: name.value) != nil {
      report.add(.orderTwice(name))
    }
  }
  let isFixed = !sections.isEmpty
  let keys = articles.map { article in
    (
      article: article,
      section: sectionIndex(of: article, in: &sections, isFixed: isFixed, &report)
    )
  }
  return keys.sorted { a, b in
    let (x, y) = (a.article, b.article)
    let (p, q) = (places[x.slug.value] ?? Int.max, places[y.slug.value] ?? Int.max)
    if p != q { return p < q }
    if isFixed, a.section != b.section { return a.section < b.section }
    if x.order != y.order { return x.order ?? Int.max < y.order ?? Int.max }
    if x.firstPage != y.firstPage { return x.firstPage < y.firstPage }
    return x.slug.value.precedes(y.slug.value)
  }.map(\.article.slug.value)
}

/// The place of an article's section; a section that the issue does not list is added at the end.
private func sectionIndex(
  of article: LoadedArticle, in sections: inout [Issue.Section], isFixed: Bool,
  _ report: inout Report
) -> Int {
  guard let name = article.section else { return -1 }
  if let index = sections.firstIndex(where: { $0.isNamed(name.value) }) { return index }
  if isFixed { report.add(.sectionUnknown(name, among: sections.map(\.id))) }
  sections.append(
    Issue.Section(id: name.value, title: Localized(name.value, in: article.language)))
  return sections.count - 1
}

extension Issue.Section {
  /// Whether an article that names its section so means this one.
  func isNamed(_ name: String) -> Bool {
    let name = name.lowercased()
    return id.lowercased() == name || title.entries.contains { $0.value.lowercased() == name }
  }
}

extension LoadedArticle {
  /// Its first page as a number, front matter in Roman numerals before all others.
  fileprivate var firstPage: Int {
    switch extent {
    case .pages(let pages): Int(pages.first) ?? 0
    case .articleNumber(let number): Int(number.filter(\.isNumber)) ?? Int.max
    case nil: Int.max
    }
  }
}

extension Diagnostic {
  fileprivate static func issueNumberTwice(_ issue: Issue, first: Issue) -> Self {
    let volume = issue.volume.map { "volume \($0), " } ?? ""
    return Self(
      .warning, "issue-number-duplicate",
      "Two issues are \(volume)number \(issue.number ?? "")", at: issue.range,
      notes: [Note("The first is here", at: first.range)],
      hint: "Correct 'volume' or 'number' of one of the two")
  }

  fileprivate static func issueDateMissing(at range: SourceRange) -> Self {
    Self(
      .error, "issue-date-missing", "Issue has no date", at: range,
      hint: "Add a line 'date: 2024-06' to issue.yml")
  }

  fileprivate static func orderUnknown(_ name: Located<String>, among slugs: [String]) -> Self {
    Self(
      .error, "order-unknown-article",
      "Issue has no article '\(name.value)'"
        + didYouMean(closest(to: name.value, among: slugs)),
      at: name.range, hint: "Write the file's name without its ending '.md'")
  }

  fileprivate static func orderTwice(_ name: Located<String>) -> Self {
    Self(
      .warning, "order-article-twice", "Article '\(name.value)' stands twice in the order",
      at: name.range, hint: "Remove one of the two")
  }

  fileprivate static func sectionUnknown(_ name: Located<String>, among ids: [String]) -> Self {
    Self(
      .warning, "section-unknown",
      "Issue has no section '\(name.value)'"
        + didYouMean(closest(to: name.value, among: ids)),
      at: name.range, hint: "Add the section to issue.yml, or correct its name")
  }
}

import JournalModel
import Reporting

/// The articles with the older versions of each joined to it: `engine.v1.md` to `engine.md`.
///
/// An older version without its article is left out, with a report.
func joinVersions(_ articles: [LoadedArticle], _ report: inout Report) -> [LoadedArticle] {
  guard articles.contains(where: { $0.supersededVersion != nil || $0.versionNumber != nil })
  else { return articles }
  var current: [String: LoadedArticle] = [:]
  for article in articles where article.supersededVersion == nil {
    current[article.place] = article
  }
  var older: [String: [LoadedArticle]] = [:]
  for article in articles {
    guard let number = article.supersededVersion else { continue }
    if current[article.place] == nil {
      report.add(.versionWithoutArticle(article))
    } else if let given = article.versionNumber, given.value != number {
      report.add(.versionNumberDiffers(given, from: number))
    } else {
      older[article.place, default: []].append(article)
    }
  }
  return articles.compactMap { article in
    guard let current = current[article.place] else { return nil }
    guard let group = older[article.place] else {
      guard article.supersededVersion == nil else { return nil }
      if let given = article.versionNumber, given.value > 1 {
        report.add(.versionMissing(given.value - 1, before: article))
      }
      return article
    }
    let versions = group.sorted { $0.number < $1.number }
    guard article.supersededVersion == nil || versions.contains(where: { $0.isFile(of: article) })
    else { return nil }
    if article.supersededVersion == nil { reportContradictions(of: versions + [article], &report) }
    return article.joined(to: current, olderVersions: versions)
  }
}

/// Numbers and dates that stand in an impossible order; the last version is the current one.
private func reportContradictions(of versions: [LoadedArticle], _ report: inout Report) {
  for (version, next) in zip(versions, versions.dropFirst()) {
    if let given = next.versionNumber, given.value <= version.number,
      next.supersededVersion == nil
    {
      report.add(.versionNumberTaken(given, by: version))
    } else if let number = next.supersededVersion ?? next.versionNumber?.value,
      number > version.number + 1
    {
      report.add(.versionMissing(version.number + 1, before: next))
    }
    guard let date = next.dates.published else {
      report.add(.versionWithoutDate(next))
      continue
    }
    if let earlier = version.dates.published, date.value.isSurelyBefore(earlier.value) {
      report.add(.versionsOutOfOrder(date, after: earlier))
    }
  }
  if let first = versions.first, first.number > 1 { report.add(.versionMissing(1, before: first)) }
}

extension LoadedArticle {
  /// What an article and its versions share.
  fileprivate var place: String { (issueFolder ?? "") + "/" + name }

  /// Of an older version.
  fileprivate var number: Int { supersededVersion ?? 0 }

  /// What the file of another version is called; nil for the current one.
  fileprivate func fileName(ofVersion number: Int?) -> String {
    let name = SplitName(String(range.path.dropFirst(range.path.folder.count)))
    return
      ([name.stem] + [number.map { "v\($0)" }, name.language?.text].compactMap(\.self) + ["md"])
      .joined(separator: ".")
  }

  fileprivate func isFile(of other: LoadedArticle) -> Bool { range.path == other.range.path }

  fileprivate func joined(
    to current: LoadedArticle, olderVersions: [LoadedArticle]
  ) -> LoadedArticle {
    let last = current.versionNumber?.value ?? (olderVersions.last?.number ?? 0) + 1
    let slugs = olderVersions.map { "\(current.slug.value)/v\($0.number)" }
    var article = self
    article.version = Article.Version(
      number: supersededVersion ?? last, changes: changes, slugs: slugs + [current.slug.value])
    if let number = supersededVersion {
      article.slug.value = "\(current.slug.value)/v\(number)"
    }
    return article
  }
}

extension Diagnostic {
  fileprivate static func versionWithoutArticle(_ article: LoadedArticle) -> Self {
    Self(
      .error, "version-without-article",
      "Version \(article.supersededVersion ?? 0) stands alone: there is no '\(article.fileName(ofVersion: nil))'",
      at: article.range,
      hint: "Add that file with the current version, or give this one its name")
  }

  fileprivate static func versionNumberDiffers(_ number: Located<Int>, from other: Int) -> Self {
    Self(
      .error, "version-number-differs",
      "Version \(number.value) stands in a file with the name of version \(other)",
      at: number.range, hint: "Correct 'version', or rename the file")
  }

  fileprivate static func versionNumberTaken(
    _ number: Located<Int>, by other: LoadedArticle
  ) -> Self {
    let taken = other.supersededVersion ?? 0
    return Self(
      .error, "version-number-order",
      number.value == taken
        ? "Two versions have the number \(number.value)"
        : "Current version \(number.value) comes before version \(taken)",
      at: number.range, notes: [Note("Version \(taken) is here", at: other.range)],
      hint: "Write 'version: \(taken + 1)', or leave it out")
  }

  fileprivate static func versionMissing(_ number: Int, before other: LoadedArticle) -> Self {
    Self(
      .warning, "version-missing",
      "Version \(number) is missing: there is no '\(other.fileName(ofVersion: number))'",
      at: other.range,
      hint: "Add the file, or let the numbers follow each other")
  }

  fileprivate static func versionWithoutDate(_ article: LoadedArticle) -> Self {
    Self(
      .warning, "version-without-date", "New version of an article has no date of its own",
      at: article.range, hint: "Add 'date: …', the day on which this version was published")
  }

  fileprivate static func versionsOutOfOrder(
    _ date: Located<CalendarDate>, after other: Located<CalendarDate>
  ) -> Self {
    Self(
      .error, "versions-out-of-order",
      "Version of \(date.value.text) is older than the one before it", at: date.range,
      notes: [Note("The version before it is of \(other.value.text)", at: other.range)],
      hint: "Correct one of the two dates")
  }
}

import JournalModel
import Reporting

/// Builds the content folder from issues, one after the other.
struct OJSContent {
  private let options: OJSImportOptions
  private var files: [ContentFile] = []
  private var slugs = Slugs()
  private var folders = Slugs()
  /// In the order of their first use; the first is the journal's.
  private var languages: [LanguageTag] = []
  /// All that the export has texts in: each stood in addresses of OJS 3.5.
  private var locales: [String] = []

  init(options: OJSImportOptions) {
    self.options = options
    // What the files of an issue itself are called.
    for name in ["issue", "cover"] { slugs.take(name) }
  }

  mutating func finished(at range: SourceRange, report: inout Report) -> [ContentFile] {
    if options.journalTitle == nil { report.add(.ojsTitleMissing(at: range)) }
    if options.oldURL == nil { report.add(.ojsAddressMissing(at: range)) }
    var pairs: [YAMLValue.Pair] = [
      .init("title", .text(options.journalTitle ?? "Untitled journal")),
      .init(
        "languages", .list((languages.isEmpty ? [.english] : languages).map { .text($0.text) })),
      .init(
        "citation",
        .map([
          .init("style", .text("chicago-author-date")), .init("compat", .text("ojs")),
        ])),
    ]
    if let oldURL = options.oldURL {
      var legacy: [YAMLValue.Pair] = [.init("ojs-url", .text(oldURL))]
      if !locales.isEmpty { legacy.append(.init("ojs-locales", .list(locales.map { .text($0) }))) }
      pairs.append(.init("legacy", .map(legacy)))
    }
    return [ContentFile(path: "journal.yml", text: YAMLValue.lines(of: pairs))] + files
  }

  mutating func add(_ issue: OJSIssue, report: inout Report) {
    guard issue.isPublished else {
      report.add(.ojsIssueUnpublished(at: issue.range))
      return
    }
    let isLoose = issue.identification.isEmpty && issue.datePublished == nil
    guard !isLoose || !issue.articles.isEmpty else {
      report.add(.ojsIssueEmpty(at: issue.range))
      return
    }
    if issue.isClosed { report.add(.ojsIssueClosed(at: issue.range)) }
    let folder = folders.slug(
      for: issue.folderName, otherwise: "imported"
    ) { options.present.hasIssue($0, besides: issue.id) }
    let path = "issues/\(folder)/"
    var order: [YAMLValue] = []
    for article in issue.articlesInOrder {
      if let slug = add(article, in: folder, report: &report) { order.append(.text(slug)) }
    }
    for language in OJSLanguages.all(in: issue) { note(language) }
    for locale in OJSLanguages.locales(in: issue) where !locales.contains(locale) {
      locales.append(locale)
    }
    var record = OJSIssueRecord(issue)
    files += record.takeFiles(folder: path, report: &report)
    var pairs = record.pairs(report: &report)
    if !order.isEmpty { pairs.append(.init("order", .list(order))) }
    files.append(ContentFile(path: path + "issue.yml", text: YAMLValue.lines(of: pairs)))
  }

  /// Adds an article's files and gives its slug; nil when it is left out, with a report.
  private mutating func add(
    _ article: OJSArticle, in folder: String, report: inout Report
  ) -> String? {
    guard article.isPublished else {
      report.add(.ojsArticleUnpublished(at: article.range))
      return nil
    }
    guard let title = article.title.text(for: article.locale) else {
      report.add(.ojsArticleUntitled(at: article.range))
      return nil
    }
    let slug =
      options.present.articleName(of: article.id)
      ?? slugs.slug(
        for: article.urlPath ?? title, otherwise: "article"
      ) { options.present.hasArticle($0, besides: article.id, in: folder) }
    slugs.take(slug)
    if let language = LanguageTag(ojsLocale: article.locale) { note(language) }
    let path = "issues/\(folder)/"
    for version in article.olderVersions {
      add(
        version, as: "\(slug).v\(version.versionNumber ?? 1)", in: path, isOlder: true,
        report: &report)
    }
    add(article, as: slug, in: path, report: &report)
    return slug
  }

  private mutating func add(
    _ version: OJSArticle, as name: String, in folder: String, isOlder: Bool = false,
    report: inout Report
  ) {
    var record = OJSArticleRecord(version, slug: name, isOlder: isOlder)
    files += record.takeFiles(folder: folder, report: &report)
    files.append(
      ContentFile(
        path: folder + name + ".md",
        text: "---\n" + YAMLValue.lines(of: record.pairs(report: &report)) + "---\n"
          + record.body(report: &report)))
  }

  private mutating func note(_ language: LanguageTag) {
    if !languages.contains(language) { languages.append(language) }
  }
}

extension OJSIssue {
  /// Volume and number; without a volume the year stands in its place.
  fileprivate var folderName: String {
    let name = identification
    let parts = [name.volume ?? (name.number == nil ? nil : name.year), name.number]
      .compactMap(\.self)
    return urlPath ?? (parts.isEmpty ? name.year ?? "" : parts.joined(separator: "-"))
  }

  /// By section, then by place in it.
  fileprivate var articlesInOrder: [OJSArticle] {
    let places = Dictionary(
      sections.map { ($0.reference, $0.place) }, uniquingKeysWith: { first, _ in first })
    func key(_ article: OJSArticle) -> (Int, Int) {
      (article.section.flatMap { places[$0] } ?? .max, article.place ?? .max)
    }
    return articles.enumerated().sorted { a, b in
      let (x, y) = (key(a.element), key(b.element))
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
  }
}

extension Diagnostic {
  fileprivate static func ojsTitleMissing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-title-missing", "Export does not name the journal", at: range,
      hint: "Give its name with --title, or write it into journal.yml")
  }

  fileprivate static func ojsAddressMissing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-address-missing", "Export does not hold the journal's old address", at: range,
      hint: "Give it with --old-url, so that old links keep working")
  }

  fileprivate static func ojsIssueEmpty(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-issue-empty", "Issue without year, volume and articles is left out", at: range,
      hint: "Make it with 'fascicle new issue', if it should be there")
  }

  fileprivate static func ojsIssueUnpublished(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-issue-unpublished", "Issue that was never published is left out", at: range,
      hint: "Publish it in OJS and export again, if it should be carried over")
  }

  fileprivate static func ojsIssueClosed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-issue-closed", "Issue was open to subscribers only and will be open to all",
      at: range, hint: "Remove its folder if that must not be")
  }

  fileprivate static func ojsArticleUnpublished(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-article-unpublished", "Article that was never published is left out",
      at: range, hint: "Publish it in OJS and export again, if it should be carried over")
  }

  fileprivate static func ojsArticleUntitled(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-article-untitled", "Article without a title is left out", at: range,
      hint: "Give it a title in OJS and export again, since its old address leads nowhere now")
  }
}

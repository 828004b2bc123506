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

  init(options: OJSImportOptions) {
    self.options = options
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
      pairs.append(.init("legacy", .map([.init("ojs-url", .text(oldURL))])))
    }
    return [ContentFile(path: "journal.yml", text: YAMLValue.lines(of: pairs))] + files
  }

  mutating func add(_ issue: OJSIssue, report: inout Report) {
    let isLoose = issue.year == nil && issue.datePublished == nil && issue.volume == nil
    let parts = [issue.volume, issue.number].compactMap(\.self)
    let name =
      issue.urlPath ?? (parts.isEmpty ? issue.year ?? "" : parts.joined(separator: "-"))
    guard !isLoose || !issue.articles.isEmpty else {
      report.add(.ojsIssueEmpty(at: issue.range))
      return
    }
    let folder = "issues/" + folders.slug(for: name, otherwise: "imported") + "/"
    var order: [YAMLValue] = []
    let sections = Dictionary(
      issue.sections.map { ($0.reference, $0.place) }, uniquingKeysWith: { first, _ in first })
    let articles = issue.articles.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      let (i, j) = (
        x.section.flatMap { sections[$0] } ?? .max, y.section.flatMap { sections[$0] } ?? .max
      )
      return (i, x.place ?? .max, a.offset) < (j, y.place ?? .max, b.offset)
    }
    for (_, article) in articles {
      if let slug = add(article, in: folder, of: issue, report: &report) {
        order.append(.text(slug))
      }
    }
    var pairs = OJSIssueRecord(issue).pairs(report: &report)
    for language in OJSLanguages.all(in: issue) { note(language) }
    pairs += files(of: issue, in: folder, report: &report)
    if !order.isEmpty { pairs.append(.init("order", .list(order))) }
    files.append(ContentFile(path: folder + "issue.yml", text: YAMLValue.lines(of: pairs)))
  }

  /// Adds an article's files and gives its slug; nil when it is left out, with a report.
  private mutating func add(
    _ article: OJSArticle, in folder: String, of issue: OJSIssue, report: inout Report
  ) -> String? {
    guard article.isPublished else {
      report.add(.ojsArticleUnpublished(at: article.range))
      return nil
    }
    guard let title = article.title.text(for: article.locale) else {
      report.add(.ojsArticleUntitled(at: article.range))
      return nil
    }
    let slug = slugs.slug(for: article.urlPath ?? title, otherwise: "article")
    if let language = LanguageTag(ojsLocale: article.locale) { note(language) }
    var record = OJSArticleRecord(article, slug: slug)
    files += record.takeFiles(folder: folder, report: &report)
    files.append(
      ContentFile(
        path: folder + slug + ".md",
        text: "---\n" + YAMLValue.lines(of: record.pairs(report: &report)) + "---\n"
          + record.body))
    return slug
  }

  private mutating func files(
    of issue: OJSIssue, in folder: String, report: inout Report
  ) -> [YAMLValue.Pair] {
    var pairs: [YAMLValue.Pair] = []
    if let cover = issue.covers.first, let bytes = cover.bytes {
      let name = "cover" + fileEnding(of: cover)
      files.append(ContentFile(path: folder + name, bytes: bytes))
      pairs.append(.init("cover", .text(name)))
    }
    for galley in issue.galleys {
      guard let file = galley.file, let bytes = file.bytes else {
        report.add(.ojsGalleyWithoutFile(galley.label, at: galley.file?.range ?? issue.range))
        continue
      }
      files.append(ContentFile(path: folder + "issue" + fileEnding(of: file), bytes: bytes))
    }
    return pairs
  }

  private mutating func note(_ language: LanguageTag) {
    if !languages.contains(language) { languages.append(language) }
  }
}

/// The ending of a file's name with its stop; by media type where the name has none.
func fileEnding(of file: OJSFile) -> String {
  if let stop = file.name.lastIndex(of: "."), stop != file.name.startIndex {
    let ending = file.name[file.name.index(after: stop)...].lowercased()
    if (1...5).contains(ending.count),
      ending.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    {
      return "." + ending
    }
  }
  return switch file.mediaType {
  case "application/pdf": ".pdf"
  case "text/html": ".html"
  case "application/epub+zip": ".epub"
  case "image/jpeg": ".jpg"
  case "image/png": ".png"
  default: ".bin"
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
      .warning, "ojs-issue-empty", "Issue without year, volume and articles is left out", at: range)
  }

  fileprivate static func ojsArticleUnpublished(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-article-unpublished", "Article that was never published is left out",
      at: range, hint: "Publish it in OJS and export again, if it should be carried over")
  }

  fileprivate static func ojsArticleUntitled(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-article-untitled", "Article without a title is left out", at: range,
      hint: "Give it a title in OJS and export again")
  }

  fileprivate static func ojsGalleyWithoutFile(_ label: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .warning, "ojs-issue-galley-without-file",
      "Galley '\(label)' of the issue has no file in the export",
      at: range, hint: "Download it from the old site and put it into the issue's folder")
  }
}

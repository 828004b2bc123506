import Exports
package import JournalModel
package import Reporting

/// Decides every path of the site and what will stand there.
///
/// `settings` is where `journal.yml` begins.
package func plan(
  _ journal: ResolvedJournal,
  settings: SourceRange = SourceRange(startOf: "journal.yml"), assets: [Asset],
  options: SiteOptions = SiteOptions(),
  report: inout Report
) -> SitePlan {
  var planner = SitePlanner(journal, settings: settings)
  planner.addFiles(assets: assets)
  for language in journal.journal.languages { planner.addPages(in: language) }
  // After the pages, which bring to light the files that texts show.
  planner.addExports(options.formats)
  planner.addVersions()
  planner.addRedirects()
  report.merge(planner.duplicates)
  return SitePlan(
    journal: journal, options: options, files: planner.files, authors: planner.authors,
    keywords: planner.keywords, assets: assets, moved: planner.moved)
}

/// Collects the files of a site.
private struct SitePlanner {
  let journal: ResolvedJournal
  let authors: [AuthorEntry]
  let keywords: [KeywordEntry]
  private let defaultLanguage: LanguageTag
  private(set) var moved: [MovedAddress] = []
  private(set) var files = PlannedFiles()
  /// Files whose paths were taken by others.
  private(set) var duplicates = Report()
  /// Who asks for what is no article's or issue's own.
  private let start: SourceRange

  init(_ journal: ResolvedJournal, settings: SourceRange) {
    self.journal = journal
    start = settings
    authors = AuthorEntry.all(in: journal)
    keywords = KeywordEntry.all(in: journal)
    defaultLanguage = journal.journal.defaultLanguage
  }

  /// What stands once in the site, whatever its languages.
  mutating func addFiles(assets: [Asset]) {
    for asset in assets { add(.asset(asset), .asset(asset), start) }
    add(.notFound, .notFound, start)
    add(.searchIndex, .searchIndex, start)
    for issue in journal.issues {
      let folder = SitePath.issue(issue.folder)
      for galley in issue.galleys {
        add(folder.file(galley.fileName), .galley(galley), issue.range)
      }
      if let cover = issue.cover {
        add(folder.cover(cover), .copy(source: cover.path), issue.range)
      }
    }
    for article in journal.allArticles {
      let folder = SitePath.article(article.slug)
      for galley in article.galleys {
        let path = SitePath.galley(galley, of: article, in: journal.journal)
        add(path, .galley(galley), article.range)
      }
      for supplement in article.supplements {
        if case .file(let path, let fileName, _, _) = supplement.target {
          add(folder.file(fileName), .copy(source: path), article.range)
        }
      }
    }
  }

  /// What machines read.
  mutating func addExports(_ formats: Set<ExportFormat>) {
    let settings = journal.journal
    let hasAddress = settings.url != nil
    for export in SiteExport.allCases {
      guard let format = export.format else {
        add(export.path, .export(export), start)
        continue
      }
      if hasAddress, formats.contains(format) { add(export.path, .export(export), start) }
    }
    var files = ArticleFile.descriptions(in: settings, formats: formats)
    if hasAddress, formats.contains(.linkset) { files.append(.linkset) }
    for (index, article) in journal.allArticles.enumerated() {
      let folder = SitePath.article(article.slug)
      for file in files {
        add(folder.file(file.name), .articleFile(index, file.format), article.range)
      }
    }
    for (index, issue) in journal.issues.enumerated() where !issue.articles.isEmpty {
      for download in DownloadFormat.allCases where formats.contains(download.format) {
        add(
          SitePath.issue(issue.folder).file(download.issueFileName),
          .issueDownload(index, download), issue.range)
      }
    }
    if !journal.articles.isEmpty {
      for download in DownloadFormat.allCases where formats.contains(download.format) {
        add(download.journalPath, .journalDownload(download), start)
      }
    }
    if formats.contains(.lockss) { addPermissions() }
    if formats.contains(.manifest) { add(.manifest, .manifest, start) }
  }

  private mutating func addPermissions() {
    for archive in PreservationArchive.allCases where !journal.years.isEmpty {
      add(archive.path, .permission(archive, year: nil), start)
      for year in journal.years {
        add(archive.path(year: year), .permission(archive, year: year), start)
      }
    }
  }

  /// The pages, once for each language of the interface.
  mutating func addPages(in language: LanguageTag) {
    addIndexes(in: language)
    for (index, issue) in journal.issues.enumerated() {
      add(.issue(issue.folder), .issue(index), issue.range, language)
      add(.citingIssue(issue.folder), .issueCitation(index), issue.range, language)
    }
    for (index, article) in journal.allArticles.enumerated() {
      add(.article(article.slug), .article(index), article.range, language)
      add(.citing(article.slug), .articleCitation(index), article.range, language)
    }
    for (index, page) in journal.pages.enumerated() {
      add(.page(page), .page(index), page.range, language)
    }
    for (index, announcement) in journal.announcements.enumerated() {
      add(.page(announcement), .announcement(index), announcement.range, language)
    }
  }

  private mutating func addIndexes(in language: LanguageTag) {
    add(.home, .home, start, language)
    add(.issues, .archive, start, language)
    add(.search, .search, start, language)
    if !journal.announcements.isEmpty {
      add(.announcements, .announcements, start, language)
    }
    if !authors.isEmpty {
      add(.authors, .authors, start, language)
      for (index, author) in authors.enumerated() {
        let range = journal.articles[author.articles[0]].range
        add(.author(author.slug), .author(index), range, language)
      }
    }
    if !keywords.isEmpty {
      add(.keywords, .keywords, start, language)
      for (index, keyword) in keywords.enumerated() {
        let range = journal.articles[keyword.articles[0]].range
        add(.keyword(keyword.slug), .keyword(index), range, language)
      }
    }
  }

  /// The lasting addresses of current versions, from where pages lead on to the articles.
  mutating func addVersions() {
    for article in journal.articles where article.version != nil {
      let (place, page) = (SitePath.version(article), SitePath.article(article.slug))
      add(place, .moved(from: "/" + place.text, to: .site(page)), article.range)
    }
  }

  /// Where addresses have moved: a file for each kind of host, and pages for hosts that read none.
  mutating func addRedirects() {
    moved = movedAddresses(of: journal) { files.place(of: $0) != nil }
    guard !moved.isEmpty else { return }
    for form in RedirectForm.allCases { add(SitePath(form.rawValue), .redirects(form), start) }
    let root = PageLinks.root(of: journal.journal)
    if let query = FormerQuery(of: journal.journal),
      let place = MovedAddress.place(of: query.script + "/", root: root),
      files.place(of: place) == nil
    {
      add(place, .formerScript(from: query.script), start)
    }
    for address in moved {
      for from in address.from {
        guard let place = MovedAddress.place(of: from, root: root), files.place(of: place) == nil
        else { continue }
        add(place, .moved(from: from, to: address.to), start)
      }
    }
  }

  private mutating func add(
    _ path: SitePath, _ content: PlannedFile.Content, _ range: SourceRange,
    _ language: LanguageTag? = nil
  ) {
    let language = language ?? defaultLanguage
    let path =
      content.isPage && content != .notFound
      ? path.translated(into: language, of: journal.journal) : path
    let file = PlannedFile(path: path, content: content, language: language, range: range)
    if let first = files.append(file), first.content != content {
      duplicates.add(.pathDuplicate(file, first))
    }
  }
}

extension SitePath {
  /// The page with all citation styles and downloads of an issue.
  package static func citingIssue(_ folder: String) -> SitePath {
    SitePath("issues/\(folder)/cite/")
  }

  /// The cover of an issue, under its own name, in the folder of this page.
  func cover(_ cover: Issue.Cover) -> SitePath {
    file(
      String(
        cover.path[
          (cover.path.lastIndex(of: "/").map(cover.path.index(after:)) ?? cover.path.startIndex)...]
      ))
  }
}

extension PlannedFile.Content {
  fileprivate static func galley(_ galley: Article.Galley) -> Self {
    switch galley.origin {
    case .given: .copy(source: galley.path)
    case .made: .made(path: galley.path)
    }
  }
}

extension Diagnostic {
  fileprivate static func pathDuplicate(_ file: PlannedFile, _ other: PlannedFile) -> Diagnostic {
    Diagnostic(
      .error, "path-duplicate", "'\(file.path.file)' is asked for twice", at: file.range,
      notes: [.init("Asked for here too", at: other.range)],
      hint: "Give one of them another name")
  }
}

import Exports
import JournalModel
import Reporting

/// Makes files that belong together, and remembers what they share.
struct PieceRenderer {
  let context: RenderContext
  private var citations: [LanguageTag: [CitationView]] = [:]
  private var material: ArticleMaterial?
  private var record: ArticleRecord?
  private var downloads: DownloadList?
  private var permissions: [PreservationArchive: [PreservationPage]] = [:]
  private(set) var attachments: [LinkResolver.Attachment] = []
  /// What its texts asked of the whole site.
  private(set) var answers: [SiteAnswer] = []
  /// What has been reported of the piece: a text that stands on several pages is wrong once.
  private var reported: Set<Diagnostic> = []

  init(context: RenderContext) { self.context = context }

  /// The planned file, and those that making it brought to light.
  mutating func files(of file: PlannedFile, _ report: inout Report) -> [SiteRenderer.File] {
    var found = Report()
    defer {
      for diagnostic in found.diagnostics where reported.insert(diagnostic).inserted {
        report.add(diagnostic)
      }
    }
    switch file.content {
    case .asset(let asset): return [finished(file, asset.bytes)]
    case .copy(let source):
      return bytes(of: source, file.range, &found).map { [finished(file, $0)] } ?? []
    case .made(let path):
      do throws(Disk.Failure) {
        return [finished(file, try Disk.read(path))]
      } catch {
        found.add(.outputRefused(error))
        return []
      }
    case .articleFile(let index, let format):
      return bytes(of: format, for: context.journal.allArticles[index], &found).map {
        [finished(file, $0)]
      } ?? []
    case .issueDownload(let index, let format):
      let articles = context.downloads.articles(of: context.journal.issues[index])
      return [finished(file, downloads(of: articles).bytes(as: format))]
    case .journalDownload, .searchIndex: preconditionFailure("files that hold all articles")
    case .export(let export):
      return SiteExportRenderer(context: context).files(of: export).map {
        SiteRenderer.File(path: $0.path, stage: file.stage, bytes: $0.bytes)
      }
    case .redirects(let form):
      let root = PageLinks.root(of: context.journal.journal)
      let text = form.text(
        for: context.plan.moved, root: root, queries: FormerQuery(of: context.journal.journal))
      return [finished(file, Array(text.utf8))]
    case .moved(let from, let target):
      return [finished(file, moved(from, to: target, file))]
    case .formerScript(let from):
      return [finished(file, moved(from, to: .site(.home), file, script: "moved.js"))]
    case .manifest: return []
    default:
      let page = PageContext(context, path: path(of: file), language: file.language)
      let done = attachments.count
      let bytes = bytes(of: file, page, &found)
      return [finished(file, bytes)] + attached(from: done, &found)
    }
  }

  /// The page at an old address; it leads on by itself unless a script knows better.
  private func moved(
    _ from: String, to target: MovedAddress.Target, _ file: PlannedFile, script: String? = nil
  ) -> [UInt8] {
    let page = PageContext(context, path: file.path, language: file.language)
    let (link, canonical): (String, String?) =
      switch target {
      case .site(let path):
        (page.links.link(to: path), SiteAddresses(context.journal.journal)[path])
      case .elsewhere(let url): (url, url)
      }
    let title = page.text.label(.pageMoved)
    return print(
      MovedView(link: LinkView(label: canonical ?? link, url: link)), .moved, page,
      title: "\(title): \(from)", title,
      HeadMetadata(tags: script == nil ? .moved(to: link) : []),
      scripts: [script].compactMap(\.self))
  }

  private func finished(_ file: PlannedFile, _ bytes: [UInt8]) -> SiteRenderer.File {
    SiteRenderer.File(path: file.path, stage: file.stage, bytes: bytes)
  }

  /// The files that came to light since there were `count` of them.
  private func attached(from count: Int, _ report: inout Report) -> [SiteRenderer.File] {
    attachments[count...].compactMap { attachment in
      do throws(SourceTree.Unreadable) {
        return SiteRenderer.File(
          path: attachment.path, stage: .files, bytes: try context.bytes(of: attachment))
      } catch {
        report.add(.fileUnreadable(error, attachment.range))
        return nil
      }
    }
  }

  private func bytes(of source: String, _ range: SourceRange, _ report: inout Report) -> [UInt8]? {
    do throws(SourceTree.Unreadable) {
      return try context.tree.bytes(of: source)
    } catch {
      report.add(.fileUnreadable(error, range))
      return nil
    }
  }

  private mutating func bytes(of file: PlannedFile, _ page: PageContext, _ report: inout Report)
    -> [UInt8]
  {
    let journal = context.journal
    let name = page.title.value
    switch file.content {
    case .home:
      return print(
        page.homeView(), .home, page, title: name, page.text.phrase(.aboutHome(journal: name)),
        page.metadata(linkedData: journal.jsonLD(in: page.language)))
    case .archive:
      return print(
        page.archiveView(), .archive, page, title: page.text.label(.archive),
        page.text.phrase(.aboutArchive(journal: name)))
    case .issue(let index):
      let label = page.label(of: journal.issues[index])
      return print(
        page.issueView(journal.issues[index]), .issue, page, title: label,
        page.text.phrase(.aboutIssue(issue: label, journal: name)),
        page.metadata(
          linkedData: journal.jsonLD(of: journal.issues[index], in: page.language)))
    case .issueCitation(let index):
      let view = page.issueCitationView(journal.issues[index])
      return print(
        view, .citation, page, title: "\(view.heading): \(view.back.label)",
        page.text.phrase(.aboutCitation(title: view.back.label)))
    case .article(let index): return article(journal.allArticles[index], page, &report)
    case .articleCitation(let index): return citation(journal.allArticles[index], page)
    case .authors:
      return print(
        page.authorsView(), .list, page, title: page.text.label(.authors),
        page.text.phrase(.aboutAuthors(journal: name)))
    case .author(let index):
      let author = context.plan.authors[index]
      let view = page.authorView(author)
      return print(
        view, .entries, page, title: author.title(in: journal),
        page.text.phrase(.aboutAuthor(name: view.heading, journal: name)))
    case .keywords:
      return print(
        page.keywordsView(), .list, page, title: page.text.label(.keywords),
        page.text.phrase(.aboutKeywords(journal: name)))
    case .keyword(let index):
      let view = page.keywordView(context.plan.keywords[index])
      return print(
        view, .entries, page, title: view.heading,
        page.text.phrase(.aboutKeyword(keyword: view.heading, journal: name)))
    case .page(let index): return text(journal.pages[index], page, &report)
    case .announcement(let index): return text(journal.announcements[index], page, &report)
    case .announcements:
      return print(
        page.announcementsView(), .list, page, title: page.text.label(.news),
        page.text.phrase(.aboutNews(journal: name)))
    case .notFound:
      return print(
        page.notFoundView(), .notFound, page, title: page.text.label(.pageNotFound),
        page.text.label(.pageNotFoundText))
    case .permission(let archive, let year):
      guard let view = page.permissionView(permissions(for: archive), archive, year: year)
      else { return [] }
      return print(view, .permission, page, title: view.heading, view.permission)
    case .search:
      return print(
        page.searchView(), .search, page, title: page.text.label(.search),
        page.text.phrase(.aboutSearch(journal: name)))
    case .asset, .copy, .made, .searchIndex, .articleFile, .issueDownload, .journalDownload,
      .export,
      .redirects, .moved, .formerScript,
      .manifest:
      preconditionFailure("a file that is no page")
    }
  }

  /// Of all years, made once for all their pages.
  private mutating func permissions(for archive: PreservationArchive) -> [PreservationPage] {
    if let known = permissions[archive] { return known }
    let new = context.journal.preservationPages(for: archive)
    permissions[archive] = new
    return new
  }

  private mutating func article(
    _ article: Article, _ page: PageContext, _ report: inout Report
  ) -> [UInt8] {
    let title = page.title(of: article)
    let material = material(of: article, &report)
    let (view, finds) = page.articleView(
      material, citations: citations(of: article, page), &report)
    add(finds)
    let metadata = page.metadata(of: record(of: article, &report))
    return print(
      view, .article, page, title: title.plain + page.mark(ofVersion: article),
      page.text.phrase(.aboutArticle(title: title.plain, journal: page.title.value)),
      metadata)
  }

  /// A description of the article for machines; nil where it cannot have one.
  private mutating func bytes(
    of format: ExportFormat, for article: Article, _ report: inout Report
  ) -> [UInt8]? {
    let record = record(of: article, &report)
    switch format {
    case .jats: return record.jats(resolve: fileAddress(of: article))
    case .linkset: return record.linkset(formats: context.plan.options.formats)
    default:
      let format = DownloadFormat.allCases.first { $0.format == format }
      return format.map { downloads(of: [article], text: record.text).bytes(as: $0) }
    }
  }

  /// The articles of the piece as references, made once for all formats.
  private mutating func downloads(
    of articles: [Article], text: ArticleText? = nil
  ) -> DownloadList {
    if let downloads { return downloads }
    let new = context.downloads.list(of: articles) { text ?? context.listed($0) }
    downloads = new
    return new
  }

  /// What the article of the piece adds to deposits, once its page is made.
  var deposit: DepositPart? {
    record.flatMap { DepositPart($0, formats: context.plan.options.formats) }
  }

  /// The absolute addresses of the files that the text shows or offers.
  private func fileAddress(of article: Article) -> (String) -> String? {
    let folder = SitePath.article(article.slug)
    let addresses = SiteAddresses(context.options)
    let known = Set(attachments.map(\.path))
    return { name in
      let path = folder.file(name)
      return known.contains(path) ? addresses[path] : nil
    }
  }

  private mutating func record(of article: Article, _ report: inout Report) -> ArticleRecord {
    if let record { return record }
    let new = ArticleRecord(
      article, in: context.journal, text: material(of: article, &report).text)
    record = new
    return new
  }

  /// Read once, whichever page asks first.
  private mutating func material(of article: Article, _ report: inout Report) -> ArticleMaterial {
    if let material { return material }
    let own = PageContext(context, path: .article(article.slug), language: article.language)
    let new = ArticleMaterial(
      article, context, citation: citations(of: article, own).first?.plain, &report)
    material = new
    return new
  }

  private mutating func citation(_ article: Article, _ page: PageContext) -> [UInt8] {
    let title = page.title(of: article)
    let view = page.citationView(article, citations: citations(of: article, page))
    return print(
      view, .citation, page,
      title: "\(view.heading): \(title.plain)\(page.mark(ofVersion: article))",
      page.text.phrase(.aboutCitation(title: title.plain)))
  }

  /// Formatted once for each language, whichever page asks first.
  private mutating func citations(of article: Article, _ page: PageContext) -> [CitationView] {
    if let known = citations[page.language] { return known }
    let new = page.citations(of: article)
    citations[page.language] = new
    return new
  }

  private mutating func add(_ finds: LinkResolver.Finds) {
    for attachment in finds.attachments
    where !attachments.contains(where: { $0.path == attachment.path }) {
      attachments.append(attachment)
    }
    answers += finds.answers
  }

  private mutating func text(
    _ text: StaticPage, _ page: PageContext, _ report: inout Report
  ) -> [UInt8] {
    let (view, finds) = page.staticPageView(text, &report)
    add(finds)
    let title = text.title[page.language].plain
    return print(
      view, .page, page, title: title,
      page.text.phrase(.aboutPage(title: title, journal: page.title.value)))
  }

  private func print(
    _ view: some TemplateRecord, _ kind: PageKind, _ page: PageContext, title: String,
    _ description: String, _ metadata: HeadMetadata? = nil, scripts others: [String] = []
  ) -> [UInt8] {
    let scripts: [String] =
      switch kind {
      case .article, .citation: ["article.js"]
      case .search: ["search.js"]
      default: []
      }
    let metadata = metadata ?? page.metadata()
    let frame = page.frame(
      title: title, description: metadata.description ?? description, metadata: metadata.html,
      scripts: scripts + others)
    return context.templates.render(frame, view, as: kind)
  }

  /// Without the prefix of the language.
  private func path(of file: PlannedFile) -> SitePath {
    let journal = context.journal
    return switch file.content {
    case .home: .home
    case .archive: .issues
    case .issue(let index): .issue(journal.issues[index].folder)
    case .issueCitation(let index): .citingIssue(journal.issues[index].folder)
    case .article(let index): .article(journal.allArticles[index].slug)
    case .articleCitation(let index): .citing(journal.allArticles[index].slug)
    case .authors: .authors
    case .author(let index): .author(context.plan.authors[index].slug)
    case .keywords: .keywords
    case .keyword(let index): .keyword(context.plan.keywords[index].slug)
    case .page(let index): .page(journal.pages[index])
    case .announcements: .announcements
    case .announcement(let index): .page(journal.announcements[index])
    case .search: .search
    case .notFound, .asset, .copy, .made, .searchIndex, .articleFile, .issueDownload,
      .journalDownload,
      .export,
      .redirects, .moved, .formerScript, .permission, .manifest:
      file.path
    }
  }
}

extension Diagnostic {
  fileprivate static func fileUnreadable(
    _ error: SourceTree.Unreadable, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "file-unreadable", "File '\(error.path)' cannot be read: \(error.reason)",
      at: range, hint: "Check that the file exists and may be read")
  }
}

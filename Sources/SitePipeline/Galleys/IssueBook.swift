import Books
import JournalModel
import Reporting
import Theme

extension RenderContext {
  /// An issue as an e-book: its articles in their order, each in its own language.
  func book(of issue: Issue, pages: [Int: GalleyPage], _ report: inout Report) -> EPUB {
    let language = options.defaultLanguage
    let page = PageContext(self, path: .issue(issue.folder), language: language)
    let label = page.label(of: issue)
    let address = SiteAddresses(options)[.issue(issue.folder)]
    var book = EPUB(
      identifier: issue.doi.map { "https://doi.org/\($0.text)" } ?? address
        ?? ContentHash("\(page.title.value)/\(issue.folder)".utf8).uuid,
      title: "\(page.title.value)\(page.text.comma)\(label)", language: language.text,
      isRightToLeft: language.direction == .rightToLeft, date: issue.date.text,
      modified: issue.date.firstDay.text + "T00:00:00Z",
      contentsTitle: page.text.label(.contents))
    book.creators = issue.editors.map(\.name.displayName)
    book.publisher = options.publisher?.name[language]
    book.rights = options.licence.map { "\($0.name), \($0.url)" }
    book.stylesheet = Theme.bookStylesheet
    if let cover = issue.cover {
      let file = SitePath.issue(issue.folder).file(
        String(cover.path.split(separator: "/").last ?? ""))
      book.cover = picture(
        .init(source: cover.path, path: file, range: SourceRange(startOf: cover.path)), &report)
    }
    let chapters = Set(issue.articles.map { SitePath.article($0) })
    for slug in issue.articles {
      guard let index = journal.articles.firstIndex(where: { $0.slug == slug }),
        let page = pages[index]
      else { continue }
      add(page, slug, chapters, to: &book, &report)
    }
    return book
  }

  /// Adds an article with its pictures; links between articles of the issue stay in the book.
  private func add(
    _ page: GalleyPage, _ slug: String, _ chapters: Set<SitePath>, to book: inout EPUB,
    _ report: inout Report
  ) {
    var pictures: [EPUB.Resource] = []
    let addresses = SiteAddresses(options)
    let xhtml = XHTML(html: page.html) { reference in
      if reference.element == "link" { return EPUB.stylesheetName }
      let target = page.addresses[reference.address]
      if reference.element != "a" {
        guard case .site(let path, _) = target,
          let file = page.addresses.file(at: path), let picture = picture(file, &report)
        else { return nil }
        pictures.append(picture)
        return picture.fileName
      }
      switch target {
      case .fragment(let fragment): return fragment
      case .outside(let address): return address
      case .site(let path, let fragment):
        if chapters.contains(path) { return Self.fileName(of: path) + fragment }
        return addresses[path].map { $0 + fragment }
      }
    }
    book.chapters.append(
      .init(
        fileName: Self.fileName(of: .article(slug)), title: page.title,
        language: page.language.text, page: xhtml))
    book.resources += pictures
  }

  private static func fileName(of article: SitePath) -> String {
    "article-\(ContentHash(article.text.utf8).text).xhtml"
  }

  /// A picture; nil for what e-books do not show (EPUB 3.3 §3.2).
  private func picture(
    _ file: LinkResolver.Attachment, _ report: inout Report
  ) -> EPUB.Resource? {
    let known = ["png", "jpg", "jpeg", "gif", "svg", "webp"]
    guard known.contains(file.ending), let bytes = bytes(of: file, &report) else { return nil }
    return EPUB.Resource(
      fileName: "picture-\(ContentHash(bytes).text).\(file.ending)",
      mediaType: MediaType.named(file.ending), bytes: bytes)
  }
}

extension ContentHash {
  /// A UUID of version 8, made of nothing but the number (RFC 9562 §5.8).
  fileprivate var uuid: String {
    let digits = Array(text)
    let tail = String(digits[12...]) + String(digits[..<8])
    return "urn:uuid:\(String(digits[..<8]))-\(String(digits[8..<12]))-8000-8000-\(tail)"
  }
}

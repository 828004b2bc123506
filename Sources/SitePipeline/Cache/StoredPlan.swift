import Exports
import JournalModel
import Reporting

/// What the last build planned, each article by itself: enough to make some articles again without
/// reading the others.
///
/// It stands as long as nothing has changed but the words of texts (`FrontMatter.head`).
struct StoredPlan: Sendable {
  /// What all pages are made with.
  private struct Frame: Codable {
    var journal: Journal
    var pages: [StaticPage]
    var lists: SiteLists
    var formats: [ExportFormat]
    var files: TextSet
  }

  /// An article, and those that its pages show.
  struct Part: Sendable, Codable {
    /// Its number in the journal.
    var place: Int
    /// The key that downloads have for it.
    var key: String?
    var article: Article
    /// The name of its piece.
    var piece: String
    /// By their slugs.
    var articles: [String]
    /// By their numbers.
    var issues: [Int]
  }

  /// A Markdown file.
  private struct Text: Codable {
    var page: SitePath
    /// Of a text that one article alone is made from.
    var head: Fingerprint?
    var slug: String?
  }

  private let records: RecordFile
  private let frame: Frame

  init?(_ records: RecordFile) {
    guard let frame = records.value(Frame.self, of: "") else { return nil }
    self.records = records
    self.frame = frame
  }

  func part(_ slug: String) -> Part? { records.value(Part.self, of: Self.name(ofArticle: slug)) }

  private static func name(ofArticle slug: String) -> String { "article/" + slug }
  private static func name(ofIssue place: Int) -> String { "issue/\(place)" }
  private static func name(ofText path: String) -> String { "text/" + path }

  /// The slugs of the articles that all of these files are texts of, when nothing but their words
  /// differs.
  func articles(ofWordsIn paths: [String], _ tree: SourceTree) -> Set<String>? {
    var articles: Set<String> = []
    for path in paths {
      // What is wrong with the fields has been reported.
      var known = Report()
      guard let text = records.value(Text.self, of: Self.name(ofText: path)),
        let slug = text.slug, let bytes = try? tree.bytes(of: path),
        FrontMatter(bytes, path: path, report: &known).head(of: bytes) == text.head
      else { return nil }
      articles.insert(slug)
    }
    return articles
  }

  /// The slugs of the articles that these files are texts of.
  func articles(of paths: [String]) -> Set<String>? {
    var articles: Set<String> = []
    for path in paths {
      guard let slug = records.value(Text.self, of: Self.name(ofText: path))?.slug else {
        return nil
      }
      articles.insert(slug)
    }
    return articles
  }

  /// A part of the journal, and the keys that downloads have for its articles.
  struct View {
    var journal: ResolvedJournal
    var keys: [String: String]
  }

  /// What the pages of some articles see; nil when what is stored is damaged.
  func view(of parts: [Part]) -> View? {
    var seen: [Part] = []
    for slug in Set(parts.flatMap(\.articles)) {
      guard let part = part(slug) else { return nil }
      seen.append(part)
    }
    var issues: [Issue] = []
    for place in Set(parts.flatMap(\.issues)).sorted() {
      guard let issue = records.value(Issue.self, of: Self.name(ofIssue: place)) else { return nil }
      issues.append(issue)
    }
    let keys = seen.compactMap { part in part.key.map { (part.article.slug, $0) } }
    return View(
      journal: ResolvedJournal(
        journal: frame.journal, issues: issues,
        articles: seen.sorted { $0.place < $1.place }.map(\.article), pages: frame.pages),
      keys: Dictionary(keys, uniquingKeysWith: { first, _ in first }))
  }

  /// The site with a part of its journal.
  func context(
    of view: View, _ tools: SiteTools, links: LinkForm, _ tree: SourceTree
  ) -> RenderContext? {
    let part = view.journal
    // The last build has reported what there is to report.
    var known = Report()
    let plan = plan(
      part, assets: tools.assets(for: frame.journal),
      options: SiteOptions(links: links, formats: Set(frame.formats)), report: &known
    ).part(ofSiteWith: frame.files, frame.lists)
    let context = tools.context(
      plan, CitationStyles(for: part, files: tools.styles, report: &known), tree,
      bibliographies(of: part, tools.styles.prefix, tree))
    let records = records
    return context?.part(
      ofSiteWith: { records.value(Text.self, of: Self.name(ofText: $0))?.page },
      keys: view.keys)
  }

  private func bibliographies(
    of part: ResolvedJournal, _ prefix: String, _ tree: SourceTree
  ) -> SharedBibliographies {
    var known = Report()
    let shared = readJournal(prefix + "journal.yml", tree, &known).references
    let issues = part.issues.compactMap { issue in
      readIssue(
        .init(folder: issue.folder, path: "\(prefix)issues/\(issue.folder)/issue.yml"), tree,
        language: part.journal.defaultLanguage, &known)
    }
    return SharedBibliographies(journal: shared, issues: issues)
  }
}

extension StoredPlan {
  /// A site as it is stored, with the heads of the Markdown files of its articles and its pieces.
  static func records(
    of context: RenderContext, heads: [String: Fingerprint], _ made: [PieceRecord]
  ) async -> [StoredRecord] {
    let plan = context.plan
    let frame = Frame(
      journal: plan.journal.journal, pages: plan.journal.pages, lists: plan.lists,
      formats: plan.options.formats.sorted { $0.rawValue < $1.rawValue },
      files: TextSet(plan.files.lazy.map(\.path.file)))
    return [StoredRecord(name: "", bytes: BinaryEncoder.bytes(of: frame))]
      + plan.journal.issues.enumerated().map { place, issue in
        StoredRecord(name: name(ofIssue: place), bytes: BinaryEncoder.bytes(of: issue))
      }
      + texts(of: context, heads: heads, made).map { path, text in
        StoredRecord(name: name(ofText: path), bytes: BinaryEncoder.bytes(of: text))
      } + (await parts(of: context))
  }

  private static func texts(
    of context: RenderContext, heads: [String: Fingerprint], _ made: [PieceRecord]
  ) -> [String: Text] {
    var texts = context.pages.mapValues { Text(page: $0) }
    // Only what its article alone is made from can change without anybody else's knowing.
    var readers: [String: Int] = [:]
    for record in made where record.name != context.plan.searchPieceName {
      for path in Set(record.sources.map(\.path)) { readers[path, default: 0] += 1 }
    }
    for article in context.journal.allArticles {
      for path in Set(article.bodies.map(\.value.path)) where readers[path] == 1 {
        texts[path]?.head = heads[path]
        texts[path]?.slug = heads[path] == nil ? nil : article.slug
      }
    }
    return texts
  }

  private static func parts(of context: RenderContext) async -> [StoredRecord] {
    let index = JournalIndex(context)
    let articles = context.journal.allArticles
    let pieces = Piece.all(of: context.plan).compactMap { piece in
      if case .article(let place) = piece.subject { (place: place, piece: piece) } else { nil }
    }
    var report = Report()
    return await pieces.concurrentMap(into: &report) { found, _ in
      let article = articles[found.place]
      let scope = PieceScope(of: found.piece, in: index)
      let part = Part(
        place: found.place, key: context.downloads.key(of: article), article: article,
        piece: found.piece.name, articles: scope.articles.map { articles[$0].slug },
        issues: scope.issues)
      return StoredRecord(
        name: name(ofArticle: article.slug), bytes: BinaryEncoder.bytes(of: part))
    }
  }
}

extension SitePlan {
  /// The name of the piece that is the search index.
  var searchPieceName: String { SitePath.searchIndex.file }
}

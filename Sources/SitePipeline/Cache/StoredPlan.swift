import Exports
import JournalModel
import Reporting

/// What the last build planned, each article by itself: enough to make some articles again without
/// reading the others.
///
/// It stands as long as nothing has changed but the words of texts (`FrontMatter.head`).
struct StoredPlan: Sendable, Codable {
  /// A Markdown file of an article.
  struct Text: Sendable {
    var path: String
    var head: Fingerprint
    /// The number of the article.
    var article: Int
  }

  /// An article, and where those stand that its pages show.
  struct Part: Sendable, Codable {
    var slug: String
    /// The key that downloads have for it.
    var key: String?
    var article: [UInt8]
    /// The name of its piece.
    var piece: String
    var articles: [Int]
    var issues: [Int]
  }

  /// The page that a Markdown file becomes.
  struct Page: Sendable {
    var source: String
    var path: SitePath
  }

  let journal: Journal
  let pages: [StaticPage]
  let lists: SiteLists
  let formats: [ExportFormat]
  @Packed private(set) var texts: [Text] = []
  private(set) var parts: [Part] = []
  private let issues: [[UInt8]]
  @Packed private var sources: [Page]
  @Packed private var files: [String]

  /// Of a site, with the heads of the Markdown files of its articles and its pieces.
  init(_ context: RenderContext, heads: [String: Fingerprint], _ made: [PieceRecord]) async {
    let plan = context.plan
    journal = plan.journal.journal
    pages = plan.journal.pages
    lists = plan.lists
    formats = plan.options.formats.sorted { $0.rawValue < $1.rawValue }
    issues = plan.journal.issues.map { BinaryEncoder.bytes(of: $0) }
    sources = context.pages.map { Page(source: $0.key, path: $0.value) }
      .sorted { $0.source.utf8.lexicographicallyPrecedes($1.source.utf8) }
    files = plan.files.map(\.path.file)
    let index = JournalIndex(context)
    let articles = Piece.all(of: plan).compactMap { piece in
      if case .article(let place) = piece.subject { (place: place, piece: piece) } else { nil }
    }.sorted { $0.place < $1.place }
    // Only what its article alone is made from can change without anybody else's knowing.
    var readers: [String: Int] = [:]
    for record in made where record.name != plan.searchPieceName {
      for path in Set(record.sources.map(\.path)) { readers[path, default: 0] += 1 }
    }
    var report = Report()
    parts = await articles.concurrentMap(into: &report) { found, _ in
      let article = context.journal.allArticles[found.place]
      let scope = PieceScope(of: found.piece, in: index)
      return Part(
        slug: article.slug, key: context.downloads.key(of: article),
        article: BinaryEncoder.bytes(of: article), piece: found.piece.name,
        articles: scope.articles, issues: scope.issues)
    }
    for (place, article) in plan.journal.allArticles.enumerated() {
      for path in Set(article.bodies.map(\.value.path)) where readers[path] == 1 {
        if let head = heads[path] { texts.append(Text(path: path, head: head, article: place)) }
      }
    }
  }

  /// The articles that all of these files are texts of, when nothing but their words differs.
  func articles(ofWordsIn paths: [String], _ tree: SourceTree) -> Set<Int>? {
    var articles: Set<Int> = []
    for path in paths {
      // What is wrong with the fields has been reported.
      var known = Report()
      guard let text = texts.first(where: { $0.path == path }),
        let bytes = try? tree.bytes(of: path),
        FrontMatter(bytes, path: path, report: &known).head(of: bytes) == text.head,
        texts.allSatisfy({ $0.path != path || $0.article == text.article })
      else { return nil }
      articles.insert(text.article)
    }
    return articles
  }

  /// The journal as the pages of some articles see it; nil when what is stored is damaged.
  func journal(seenBy places: Set<Int>) -> ResolvedJournal? {
    let articles = Set(places.flatMap { parts[$0].articles }).sorted().compactMap {
      BinaryDecoder.value(Article.self, from: parts[$0].article)
    }
    let issues = Set(places.flatMap { parts[$0].issues }).sorted().compactMap {
      BinaryDecoder.value(Issue.self, from: self.issues[$0])
    }
    let isWhole = places.allSatisfy { place in
      articles.contains { $0.slug == parts[place].slug }
    }
    return isWhole
      ? ResolvedJournal(journal: journal, issues: issues, articles: articles, pages: pages) : nil
  }

  /// The site with a part of its journal.
  func context(
    of part: ResolvedJournal, _ tools: SiteTools, links: LinkForm, _ tree: SourceTree
  ) -> RenderContext? {
    // The last build has reported what there is to report.
    var known = Report()
    let plan = plan(
      part, assets: tools.assets(for: journal),
      options: SiteOptions(links: links, formats: Set(formats)), report: &known
    ).part(ofSiteWith: Set(files), lists)
    let context = tools.context(
      plan, CitationStyles(for: part, files: tools.styles, report: &known), tree,
      bibliographies(of: part, tools.styles.prefix, tree))
    let shown = Set(part.allArticles.map(\.slug))
    let keys = Dictionary(
      parts.filter { shown.contains($0.slug) }.compactMap { part in
        part.key.map { (part.slug, $0) }
      }, uniquingKeysWith: { first, _ in first })
    return context?.part(
      ofSiteWith: Dictionary(
        sources.map { ($0.source, $0.path) }, uniquingKeysWith: { first, _ in first }),
      keys: keys)
  }

  private func bibliographies(
    of part: ResolvedJournal, _ prefix: String, _ tree: SourceTree
  ) -> SharedBibliographies {
    var known = Report()
    let shared = readJournal(prefix + "journal.yml", tree, &known).references
    let issues = part.issues.compactMap { issue in
      readIssue(
        .init(folder: issue.folder, path: "\(prefix)issues/\(issue.folder)/issue.yml"), tree,
        language: journal.defaultLanguage, &known)
    }
    return SharedBibliographies(journal: shared, issues: issues)
  }
}

extension SitePlan {
  /// The name of the piece that is the search index.
  var searchPieceName: String { SitePath.searchIndex.file }
}

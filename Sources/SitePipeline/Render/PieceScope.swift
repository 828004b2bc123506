import Exports
import JournalModel
import Reporting

/// What of the journal a piece is made from: its pages see nothing else.
///
/// Numbers are places in the journal and in the plan, in order. Everything else that pages show
/// is the same for all (`SharedFacts`).
struct PieceScope: Sendable {
  /// How much of the journal a piece sees.
  enum Breadth: Sendable {
    /// What is named here.
    case part
    /// All of it, but for what articles that are not named here say of their subjects
    /// (`Article.arranged`).
    case arrangement
    case whole
  }

  private(set) var articles: [Int] = []
  private(set) var issues: [Int] = []
  private(set) var author: Int?
  private(set) var keyword: Int?
  private(set) var announcements: [Int] = []
  /// Source files that are read for it, beside those that its texts show.
  private(set) var sources: [String] = []
  private(set) var breadth = Breadth.part

  var isWhole: Bool { breadth == .whole }

  init(of piece: Piece, in index: JournalIndex) {
    let plan = index.plan
    switch piece.subject {
    case .home: addHome(index)
    case .feeds: addFeeds(index)
    case .article(let place): addArticle(place, index)
    case .issue(let place):
      // Its neighbours are named at its foot.
      issues = [place - 1, place, place + 1].filter(plan.journal.issues.indices.contains)
      let slugs = plan.journal.issues[place].articles
      addArticles(slugs.compactMap { index.article($0) }, index)
    case .author(let place):
      author = place
      addArticles(plan.authors[place].articles, index)
    case .keyword(let place):
      keyword = place
      addArticles(plan.keywords[place].articles, index)
    case .page(let place): sources = plan.journal.pages[place].bodies.map(\.value.path)
    case .announcement(let place):
      announcements = [place]
      sources = plan.journal.announcements[place].bodies.map(\.value.path)
    case .lists: breadth = .whole
    case .permissions:
      breadth = .arrangement
      articles = plan.journal.articlesWithoutIssue
    case .file(let place): addFile(plan.files[place], index)
    }
  }

  /// The article, those before and after it, and those that notices join it with.
  private mutating func addArticle(_ place: Int, _ index: JournalIndex) {
    let journal = index.plan.journal
    let article = journal.allArticles[place]
    let tied = article.notices + article.about + (article.version?.slugs ?? [])
    var shown = [place] + tied.compactMap { index.article($0) }
    if let issue = article.issueFolder.flatMap({ index.issue($0) }) {
      issues = [issue]
      let slugs = journal.issues[issue].articles
      if let position = slugs.firstIndex(of: article.slug) {
        shown += [position - 1, position + 1].filter(slugs.indices.contains)
          .compactMap { index.article(slugs[$0]) }
      }
    }
    addArticles(shown, index)
    let references = article.references
    let files =
      article.bodies.map(\.value.path) + references.files + [references.fields].compactMap(\.self)
      + index.bibliographies.files(forIssue: article.issueFolder)
    sources = files.inOrder
  }

  /// Articles with the notices that put labels before their titles.
  private mutating func addArticles(_ places: [Int], _ index: JournalIndex) {
    let articles = index.plan.journal.allArticles
    let notices = places.flatMap { articles[$0].notices }.compactMap { index.article($0) }
    self.articles = (places + notices).inOrder
  }

  /// The newest issue with the one before it, articles ahead of their issues, and news.
  private mutating func addHome(_ index: JournalIndex) {
    let journal = index.plan.journal
    issues = Array(journal.issues.indices.prefix(2))
    announcements = Array(journal.announcements.indices)
    let slugs = journal.issues.first?.articles ?? []
    addArticles(slugs.compactMap { index.article($0) } + journal.articlesWithoutIssue, index)
  }

  /// The newest articles with their issues, and news.
  private mutating func addFeeds(_ index: JournalIndex) {
    let journal = index.plan.journal
    announcements = Array(journal.announcements.indices)
    let newest = journal.newestArticles(FeedEntry.mostOfAFeed)
    let folders = Set(newest.compactMap { journal.articles[$0].issueFolder })
    issues = folders.compactMap { index.issue($0) }.sorted()
    addArticles(newest, index)
  }

  private mutating func addFile(_ file: PlannedFile, _ index: JournalIndex) {
    switch file.content {
    case .asset, .moved, .formerScript, .made, .notFound, .export(.robots), .export(.headers),
      .export(.openSearch):
      break
    case .archive, .authors, .keywords, .announcements, .search, .redirects, .export(.sitemap):
      breadth = .arrangement
    case .copy(let source): sources = [source]
    case .searchIndex:
      breadth = .whole
    default: breadth = .whole
    }
  }

  /// The site as the piece sees it, which reads its sources from `tree`; what sees more than a part
  /// is given it as it is.
  func context(of site: RenderContext, reading tree: SourceTree) -> RenderContext {
    guard breadth == .part else { return site }
    let (plan, journal) = (site.plan, site.journal)
    let part = ResolvedJournal(
      journal: journal.journal, issues: issues.map { journal.issues[$0] },
      articles: articles.map { journal.allArticles[$0] }, pages: journal.pages,
      announcements: announcements.map { journal.announcements[$0] })
    let authors = [author].compactMap(\.self).map { place in
      var entry = plan.authors[place]
      entry.articles = entry.articles.compactMap(articles.firstIndex(of:))
      return entry
    }
    let keywords = [keyword].compactMap(\.self).map { place in
      var entry = plan.keywords[place]
      entry.articles = entry.articles.compactMap(articles.firstIndex(of:))
      return entry
    }
    return site.showing(part, authors: authors, keywords: keywords, from: tree)
  }

  /// A file of the piece with its numbers as the context of the piece has them.
  func file(_ file: PlannedFile) -> PlannedFile {
    guard breadth == .part else { return file }
    var file = file
    file.content =
      switch file.content {
      case .article(let place): .article(articles.firstIndex(of: place) ?? place)
      case .articleCitation(let place): .articleCitation(articles.firstIndex(of: place) ?? place)
      case .articleFile(let place, let format):
        .articleFile(articles.firstIndex(of: place) ?? place, format)
      case .issue(let place): .issue(issues.firstIndex(of: place) ?? place)
      case .issueCitation(let place): .issueCitation(issues.firstIndex(of: place) ?? place)
      case .issueDownload(let place, let format):
        .issueDownload(issues.firstIndex(of: place) ?? place, format)
      case .author: .author(0)
      case .keyword: .keyword(0)
      case .announcement: .announcement(0)
      default: file.content
      }
    return file
  }
}

extension Array where Element: Comparable {
  /// The elements in order, each once.
  ///
  /// There are few: a set would cost more than it saves.
  fileprivate var inOrder: [Element] {
    guard count > 1 else { return self }
    var result: [Element] = []
    result.reserveCapacity(count)
    for element in sorted() where element != result.last { result.append(element) }
    return result
  }
}

/// Where articles and issues stand in the journal.
///
/// A class, since all pieces are cut by it.
final class JournalIndex: Sendable {
  let plan: SitePlan
  let bibliographies: SharedBibliographies

  init(_ context: RenderContext) {
    plan = context.plan
    bibliographies = context.bibliographies
  }

  func article(_ slug: String) -> Int? { plan.journal.position(ofArticle: slug) }

  func issue(_ folder: String) -> Int? { plan.journal.position(ofIssue: folder) }
}

extension ResolvedJournal {
  var articlesWithoutIssue: [Int] {
    let articles = articles
    return articles.indices.filter { articles[$0].issueFolder == nil }
  }
}

extension RenderContext {
  /// Without what the articles say of their subjects, except for some.
  func arranged(but kept: [Int] = []) -> RenderContext {
    let kept = Set(kept)
    let articles = journal.allArticles.indices.map { place in
      kept.contains(place) ? journal.allArticles[place] : journal.allArticles[place].arranged
    }
    return showing(
      ResolvedJournal(
        journal: journal.journal, issues: journal.issues, articles: articles,
        pages: journal.pages, announcements: journal.announcements),
      authors: plan.authors, keywords: plan.keywords, from: tree)
  }
}

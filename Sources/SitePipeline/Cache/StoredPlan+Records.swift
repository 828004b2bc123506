import Exports
import JournalModel
import Reporting

extension StoredPlan {
  /// A site as it is stored, with the heads of the Markdown files of its articles and its pieces.
  static func records(
    of context: RenderContext, heads: [String: Fingerprint], _ made: [PieceRecord]
  ) async -> [StoredRecord] {
    let index = JournalIndex(context)
    let pieces = Piece.all(of: context.plan)
    var report = Report()
    let shown = await pieces.concurrentMap(into: &report) { piece, _ in
      let scope = PieceScope(of: piece, in: index)
      return (
        record: record(of: piece, scope, context), wholeName: scope.isWhole ? piece.name : nil
      )
    }
    let plan = context.plan
    let frame = Frame(
      journal: plan.journal.journal, pages: plan.journal.pages,
      announcements: plan.journal.announcements, lists: plan.lists,
      formats: plan.options.formats.sorted { $0.rawValue < $1.rawValue },
      files: TextSet(plan.files.lazy.map(\.path.file)), whole: shown.compactMap(\.wholeName))
    return [
      StoredRecord("", frame), StoredRecord(nameOfStems, context.downloads.stems),
    ]
      + plan.journal.issues.enumerated().map { StoredRecord(name(ofIssue: $0), $1) }
      + texts(of: context, heads: heads, made).map { StoredRecord(name(ofText: $0), $1) }
      + shown.compactMap(\.record)
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

  /// Nil for a piece that shows no single articles.
  private static func record(
    of piece: Piece, _ scope: PieceScope, _ context: RenderContext
  ) -> StoredRecord? {
    let (plan, articles) = (context.plan, context.journal.allArticles)
    let slugs = scope.articles.map { articles[$0].slug }
    var group = Group(piece: piece.name, articles: slugs, issues: scope.issues)
    switch piece.subject {
    case .article(let place):
      return StoredRecord(
        name(ofArticle: articles[place].slug),
        Part(
          place: place, key: context.downloads.key(of: articles[place]),
          article: articles[place], piece: piece.name, articles: slugs, issues: scope.issues))
    case .home: return StoredRecord(name(of: .home), group)
    case .feeds: return StoredRecord(name(of: .feeds), group)
    case .issue(let place):
      return StoredRecord(name(of: .issue(plan.journal.issues[place].folder)), group)
    case .author(let place):
      group.sharesName = plan.authors[place].sharesName
      return StoredRecord(name(of: .author(plan.authors[place].slug)), group)
    case .keyword(let place):
      return StoredRecord(name(of: .keyword(plan.keywords[place].slug)), group)
    case .page, .announcement, .lists, .file: return nil
    }
  }
}

extension StoredRecord {
  fileprivate init(_ name: String, _ value: some Encodable) {
    self.init(name: name, bytes: BinaryEncoder.bytes(of: value))
  }
}

extension SitePlan {
  /// The name of the piece that is the search index.
  var searchPieceName: String { SitePath.searchIndex.file }
}

import Exports
import JournalModel
import Reporting

/// What every page shows or is made with, as a fingerprint: the journal's own facts, its static
/// pages, the templates, the citation styles, and what was asked for.
struct SharedFacts: Encodable {
  let journal: Journal
  let pages: [StaticPage]
  let lists: SiteLists
  let links: LinkForm
  let formats: [String]
  let assets: [String]
  let tools: Fingerprint

  init(_ context: RenderContext) {
    let plan = context.plan
    journal = plan.journal.journal
    pages = plan.journal.pages
    lists = plan.lists
    links = plan.options.links
    formats = plan.options.formats.map(\.rawValue).sorted()
    assets = plan.assets.map(\.name)
    tools = context.tools
  }
}

/// The fingerprints of what pieces are made from.
struct PieceFingerprints: Sendable {
  private let shared: Fingerprint
  private var whole: Fingerprint
  /// The same without what articles say of their subjects.
  private var arrangement: Fingerprint
  private let index: JournalIndex
  private let articles: [Fingerprint]
  private let issues: [Fingerprint]

  /// `note` is given what the next build has to know of each article.
  init(
    _ context: RenderContext, _ index: JournalIndex, noting note: (StoredRecord) -> Void
  ) async {
    let journal = context.journal
    self.index = index
    var report = Report()
    let downloads = context.downloads
    let all = await journal.allArticles.indices.concurrentMap(
      into: &report,
      { place, _ in
        let article = journal.allArticles[place]
        let stored = StoredArticle(article, at: place, key: downloads.key(of: article))
        return (
          whole: stored.whole, arranged: stored.arrangement,
          record: StoredRecord(StoredPlan.name(ofArticle: article.slug), stored)
        )
      },
      keeping: { made in
        note(made.record)
        return (whole: made.whole, arranged: made.arranged)
      })
    articles = all.map(\.whole)
    issues = journal.issues.map { Fingerprint(of: $0) }
    var common = Fingerprint(of: SharedFacts(context))
    shared = common
    for issue in issues { common.combine(issue) }
    common.combine(Fingerprint(of: journal.announcements))
    (whole, arrangement) = (common, common)
    for article in all {
      whole.combine(article.whole)
      arrangement.combine(article.arranged)
    }
  }

  /// Of all that a piece is made from, except for the bytes of its sources.
  subscript(piece: Piece, scope: PieceScope) -> Fingerprint {
    var result =
      switch scope.breadth {
      case .part: shared
      case .arrangement: arrangement
      case .whole: whole
      }
    let plan = index.plan
    for place in piece.files {
      let file = plan.files[place]
      result.combine(file.path.file)
      result.combine(file.language.text)
      switch file.content {
      case .asset(let asset): result.combine(asset.bytes)
      case .moved, .formerScript: result.combine("\(file.content)")
      case .made(let path): result.combine(path)
      default: break
      }
    }
    guard !scope.isWhole else { return result }
    for place in scope.issues { result.combine(issues[place]) }
    for place in scope.articles { result.combine(articles[place]) }
    if let place = scope.author {
      let author = plan.authors[place]
      // The person is as the first of the articles has them.
      result.combine(author.place)
      for article in author.articles { result.combine(articles[article]) }
    }
    if let place = scope.keyword {
      let keyword = plan.keywords[place]
      result.combine(keyword.text)
      result.combine(keyword.language.text)
      for article in keyword.articles { result.combine(articles[article]) }
    }
    for place in scope.announcements {
      result.combine(Fingerprint(of: plan.journal.announcements[place]))
    }
    return result
  }
}

/// The whole journal with every key looked up: what pages and exports are made from.
///
/// It comes from `resolve` in the site pipeline; read on in `Journal`, `Issue` and `Article`.
/// Other modules only read it. Its arrays have the order in which readers meet things: issues
/// newest first, articles by issue and place in it.
///
/// A class, since every page holds it.
package final class ResolvedJournal: Sendable {
  package let journal: Journal
  /// Newest first; ties by folder name.
  package let issues: [Issue]
  /// The current version of every article, in the order of `articles`, then the older versions: all
  /// that have pages of their own.
  package let allArticles: [Article]
  package let pages: [StaticPage]
  /// Newest first.
  package let announcements: [StaticPage]

  private let articleIndex: [String: Int]
  private let issueIndex: [String: Int]
  private let currentCount: Int

  /// `articles` may hold older versions, wherever they stand.
  package init(
    journal: Journal, issues: [Issue], articles: [Article], pages: [StaticPage] = [],
    announcements: [StaticPage] = []
  ) {
    self.journal = journal
    self.issues = issues
    let hasVersions = articles.contains { $0.version != nil }
    let older = hasVersions ? articles.filter(\.isSuperseded) : []
    currentCount = articles.count - older.count
    let all = older.isEmpty ? articles : articles.filter { !$0.isSuperseded } + older
    allArticles = all
    self.pages = pages
    self.announcements = announcements
    articleIndex = Dictionary(
      all.indices.map { (all[$0].slug, $0) }, uniquingKeysWith: { first, _ in first })
    issueIndex = Dictionary(
      issues.indices.map { (issues[$0].folder, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// By issue, then in the order of its contents page; those without an issue come first.
  ///
  /// An article has the number here that it has in `allArticles`.
  package var articles: ArraySlice<Article> { allArticles[..<currentCount] }

  package var olderVersions: ArraySlice<Article> { allArticles[currentCount...] }

  package func article(_ slug: String) -> Article? {
    articleIndex[slug].map { allArticles[$0] }
  }

  package func issue(_ folder: String) -> Issue? {
    issueIndex[folder].map { issues[$0] }
  }

  /// Where an article stands in `allArticles`.
  package func position(ofArticle slug: String) -> Int? { articleIndex[slug] }

  /// Where an issue stands among all, the newest first.
  package func position(ofIssue folder: String) -> Int? { issueIndex[folder] }

  package func issue(of article: Article) -> Issue? {
    guard let folder = article.issueFolder else { return nil }
    return issue(folder)
  }
}

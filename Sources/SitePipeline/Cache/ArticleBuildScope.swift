import JournalModel

/// What is made again when some articles have changed, and the part of the journal that it shows.
struct ArticleBuildScope: Sendable {
  /// By their names.
  private(set) var pieces: Set<String> = []
  /// By their slugs.
  private(set) var articles: Set<String> = []
  private(set) var issues: Set<Int> = []
  /// The authors among those of the articles who are called like others.
  private(set) var namesakes: Set<String> = []
  /// The articles that the stored search index knows as they were, and those of them whose titles
  /// or other facts have changed.
  let searched: Set<String>
  let retitled: Set<String>

  /// Nil when what is stored is damaged.
  init?(
    _ changes: StoredPlan.Changes, _ renewed: [Article], in plan: StoredPlan, _ last: LastBuild,
    _ search: StoredSearchIndex?
  ) {
    let slugs = changes.words.union(changes.renewed)
    searched = slugs.union(last.searchChanges)
    retitled = changes.renewed.union(last.searchTitles)
    // Articles that are deposited together are made together.
    let deposited = last.deposits.filter { !slugs.isDisjoint(with: $0.slugs) }.flatMap(\.slugs)
    for slug in slugs.union(deposited) {
      guard let pages = plan.group(.article(slug)) else { return nil }
      add(pages)
    }
    for article in renewed { guard addPages(showing: article, plan) else { return nil } }
    // Results of a search are shown from files of several articles.
    let shown = searched.union(search?.neighbours(of: retitled) ?? [])
    for slug in shown {
      guard let pages = plan.group(.article(slug)) else { return nil }
      articles.insert(slug)
      issues.formUnion(pages.issues)
    }
  }

  /// The pages of others that name an article.
  private mutating func addPages(showing article: Article, _ plan: StoredPlan) -> Bool {
    let keywords = article.keywords.flatMap(\.value).map(KeywordEntry.slug).filter { !$0.isEmpty }
    let subjects: [StoredPlan.Group.Subject] =
      article.authors.map { .author($0.slug) } + keywords.map { .keyword($0) }
    guard let home = plan.group(.home),
      let issue = article.issueFolder.flatMap({ plan.group(.issue($0)) })
    else { return false }
    for subject in Set(subjects) {
      guard let group = plan.group(subject) else { return false }
      add(group)
      if case .author(let slug) = subject, group.sharesName { namesakes.insert(slug) }
    }
    add(issue)
    for group in [home, plan.group(.feeds)].compactMap(\.self)
    where group.articles.contains(article.slug) { add(group) }
    for slug in issue.articles {
      guard let pages = plan.group(.article(slug)) else { return false }
      if pages.articles.contains(article.slug) { add(pages) }
    }
    return true
  }

  private mutating func add(_ group: StoredPlan.Group) {
    pieces.insert(group.piece)
    articles.formUnion(group.articles)
    issues.formUnion(group.issues)
  }
}

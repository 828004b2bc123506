/// The templates that print whole pages, and the record that each is given.
enum PageKind: String, Sendable, CaseIterable {
  case home, archive, issue, article, citation, list, entries, page, search, permission, moved
  case notFound = "not-found"
  /// An article by itself, for paper and e-books.
  case galley

  var record: any TemplateRecord.Type {
    switch self {
    case .home: HomeView.self
    case .archive: ArchiveView.self
    case .issue: IssueView.self
    case .article, .galley: ArticleView.self
    case .citation: CitationPageView.self
    case .list: ListView.self
    case .entries: EntriesView.self
    case .page: StaticPageView.self
    case .search: SearchView.self
    case .permission: PermissionView.self
    case .moved: MovedView.self
    case .notFound: NotFoundView.self
    }
  }
}

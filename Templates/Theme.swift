/// The templates and assets that the program carries, so that it works in any folder.
package enum Theme {
  /// By name, without `.mustache`.
  package static let templates: [(name: String, bytes: [UInt8])] = [
    ("archive", PackageResources.archive_mustache),
    ("article", PackageResources.article_mustache),
    ("citation", PackageResources.citation_mustache),
    ("entries", PackageResources.entries_mustache),
    ("galley", PackageResources.galley_mustache),
    ("home", PackageResources.home_mustache),
    ("issue", PackageResources.issue_mustache),
    ("list", PackageResources.list_mustache),
    ("moved", PackageResources.moved_mustache),
    ("not-found", PackageResources.not_found_mustache),
    ("permission", PackageResources.permission_mustache),
    ("page", PackageResources.page_mustache),
    ("search", PackageResources.search_mustache),
    ("abstracts", PackageResources.abstracts_mustache),
    ("article-header", PackageResources.article_header_mustache),
    ("contents-entry", PackageResources.contents_entry_mustache),
    ("downloads", PackageResources.downloads_mustache),
    ("facts", PackageResources.facts_mustache),
    ("footer", PackageResources.footer_mustache),
    ("head", PackageResources.head_mustache),
    ("how-to-cite", PackageResources.how_to_cite_mustache),
    ("issue-side", PackageResources.issue_side_mustache),
    ("keywords", PackageResources.keywords_mustache),
    ("masthead", PackageResources.masthead_mustache),
    ("neighbours", PackageResources.neighbours_mustache),
    ("ornament", PackageResources.ornament_mustache),
    ("outline", PackageResources.outline_mustache),
    ("references", PackageResources.references_mustache),
    ("versions", PackageResources.versions_mustache),
  ]

  /// The tokens of a theme that the program carries, by name.
  package static let presets: [(name: String, bytes: [UInt8])] = [
    ("cypress", PackageResources.cypress_css),
    ("lapis", PackageResources.lapis_css),
    ("rubric", PackageResources.rubric_css),
  ]

  /// By file name.
  package static let assets: [(name: String, bytes: [UInt8])] = [
    ("article.js", PackageResources.article_js),
    ("moved.js", PackageResources.moved_js),
    ("icon.svg", PackageResources.icon_svg),
    ("search.js", PackageResources.search_js),
    ("style.css", PackageResources.style_css + citationRules),
  ]

  /// For e-books.
  package static let bookStylesheet = PackageResources.book_css + citationRules

  /// For articles set on paper.
  package static let paperStylesheet = PackageResources.paper_css + citationRules

  /// Every stylesheet ends with them.
  private static let citationRules = PackageResources.citations_css
}

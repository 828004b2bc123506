import Exports
import JournalModel
import Reporting

/// What the pages of a site share: the plan, templates, styles, and where the assets stand.
struct RenderContext: Sendable {
  let plan: SitePlan
  let templates: TemplateLibrary
  let citations: CitationStyles
  let tree: SourceTree
  let formulas: FormulaTable
  /// The pages that Markdown files become.
  let pages: [String: SitePath]
  let downloads: Downloads

  init(
    plan: SitePlan, templates: TemplateLibrary, citations: CitationStyles, tree: SourceTree,
    formulas: FormulaTable = FormulaTable()
  ) {
    self.plan = plan
    self.templates = templates
    self.citations = citations
    self.tree = tree
    self.formulas = formulas
    var pages: [String: SitePath] = [:]
    for article in plan.journal.articles {
      pages[article.range.path] = .article(article.slug)
      for body in article.bodies { pages[body.value.path] = .article(article.slug) }
    }
    for page in plan.journal.pages + plan.journal.announcements {
      for body in page.bodies { pages[body.value.path] = .page(page) }
    }
    self.pages = pages
    downloads = Downloads(plan.journal)
  }

  var journal: ResolvedJournal { plan.journal }
  var options: Journal { plan.journal.journal }

  /// A file of the theme by the name it has without its hash.
  func asset(_ name: String) -> SitePath {
    let parts = name.split(separator: ".")
    let asset = plan.assets.first {
      let other = $0.name.split(separator: ".")
      return other.first == parts.first && other.last == parts.last
    }
    guard let asset else { preconditionFailure("the theme has no '\(name)'") }
    return .asset(asset)
  }
}

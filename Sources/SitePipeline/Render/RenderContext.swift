import Exports
import JournalModel
import Reporting

/// What the pages of a site share: the plan, templates, styles, and where the assets stand.
///
/// A class, since every page and all that it is made with hold it, and never changed: what differs
/// for some of them is a context of its own.
final class RenderContext: Sendable {
  let plan: SitePlan
  let templates: TemplateLibrary
  let citations: CitationStyles
  let tree: SourceTree
  let bibliographies: SharedBibliographies
  let formulas: FormulaTable
  /// Nil where nothing draws figures.
  let figures: FigureDrawer?
  /// Where the search index is kept for the next build; nil when nothing is written.
  let searchCache: String?
  /// The pages that Markdown files become.
  let pages: [String: SitePath]
  /// Those of files that are not in this part of the journal.
  private let otherPages: @Sendable (String) -> SitePath?
  /// Files of the theme by the names they have without their hashes.
  private let assets: [String: SitePath]
  private let frames: [LanguageTag: SiteFrame]
  let downloads: Downloads
  /// What lists say of articles, by slug, of those that are in lists that have to be made.
  private let listed: [String: ArticleText]
  /// Of the journal's own templates, and of its citation styles.
  let tools: Fingerprint

  init(
    plan: SitePlan, downloads: Downloads, templates: TemplateLibrary, citations: CitationStyles,
    tree: SourceTree, bibliographies: SharedBibliographies = SharedBibliographies(),
    formulas: FormulaTable = FormulaTable(), figures: FigureDrawer? = nil,
    tools: Fingerprint = Fingerprint()
  ) {
    self.plan = plan
    self.templates = templates
    self.citations = citations
    self.tree = tree
    self.bibliographies = bibliographies
    self.formulas = formulas
    self.figures = figures
    self.tools = tools
    searchCache = nil
    otherPages = { _ in nil }
    listed = [:]
    var pages: [String: SitePath] = [:]
    for article in plan.journal.allArticles {
      let page = SitePath.article(article.slug)
      pages[article.range.path] = page
      for body in article.bodies { pages[body.value.path] = page }
    }
    for page in plan.journal.pages + plan.journal.announcements {
      for body in page.bodies { pages[body.value.path] = .page(page) }
    }
    self.pages = pages
    self.downloads = downloads
    assets = Dictionary(
      plan.assets.map { asset in
        let parts = asset.name.split(separator: ".")
        return ("\(parts.first ?? "").\(parts.last ?? "")", .asset(asset))
      }, uniquingKeysWith: { first, _ in first })
    frames = Dictionary(
      plan.journal.journal.languages.map { ($0, SiteFrame(plan, language: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Like another, except for what is given.
  private init(
    _ other: RenderContext, plan: SitePlan? = nil, tree: SourceTree? = nil,
    formulas: FormulaTable? = nil, searchCache: String? = nil,
    otherPages: (@Sendable (String) -> SitePath?)? = nil, downloads: Downloads? = nil,
    listed: [String: ArticleText]? = nil, citations: CitationStyles? = nil,
    bibliographies: SharedBibliographies? = nil, tools: Fingerprint? = nil
  ) {
    self.plan = plan ?? other.plan
    self.tree = tree ?? other.tree
    self.formulas = formulas ?? other.formulas
    self.searchCache = searchCache ?? other.searchCache
    self.otherPages = otherPages ?? other.otherPages
    self.downloads = downloads ?? other.downloads
    self.listed = listed ?? other.listed
    templates = other.templates
    self.citations = citations ?? other.citations
    self.bibliographies = bibliographies ?? other.bibliographies
    self.tools = tools ?? other.tools
    pages = other.pages
    figures = other.figures
    assets = other.assets
    frames = other.frames
  }

  /// The same site with a part of the journal alone, whose sources are read from `tree`.
  func showing(
    _ journal: ResolvedJournal, authors: [AuthorEntry], keywords: [KeywordEntry],
    from tree: SourceTree
  ) -> RenderContext {
    RenderContext(
      self, plan: plan.showing(journal, authors: authors, keywords: keywords), tree: tree,
      downloads: downloads.showing(journal))
  }

  /// A part of the journal as it stands in the site of the whole, which knows what pages other
  /// Markdown files become.
  func part(ofSiteWith pages: @escaping @Sendable (String) -> SitePath?) -> RenderContext {
    RenderContext(self, otherPages: pages)
  }

  /// The same site with what its citations need.
  func citing(
    in styles: CitationStyles, _ bibliographies: SharedBibliographies, tools: Fingerprint
  ) -> RenderContext {
    RenderContext(self, citations: styles, bibliographies: bibliographies, tools: tools)
  }

  /// The same site with its formulas converted.
  func with(_ formulas: FormulaTable) -> RenderContext {
    RenderContext(self, formulas: formulas)
  }

  /// The same site, whose search index is kept in a file.
  func keepingSearchIndex(in file: String) -> RenderContext {
    RenderContext(self, searchCache: file)
  }

  /// The same site, which knows what lists say of the articles in some places.
  func listing(_ places: [Int]) async -> RenderContext {
    var known = Report()
    let texts = await places.concurrentMap(into: &known) { place, _ in
      let article = self.journal.allArticles[place]
      return (article.slug, ArticleText(abstractsOf: article))
    }
    return RenderContext(self, listed: Dictionary(texts, uniquingKeysWith: { first, _ in first }))
  }

  /// What lists say of an article.
  func listed(_ article: Article) -> ArticleText {
    listed[article.slug] ?? ArticleText(abstractsOf: article)
  }

  /// The page that a Markdown file becomes.
  func page(ofSource path: String) -> SitePath? { pages[path] ?? otherPages(path) }

  var journal: ResolvedJournal { plan.journal }
  var options: Journal { plan.journal.journal }

  /// What stands in the site for a file that a text shows or offers.
  func bytes(of file: LinkResolver.Attachment) throws(SourceTree.Unreadable) -> [UInt8] {
    if let drawing = file.drawing { return drawing }
    return try tree.bytes(of: file.source)
  }

  func bytes(of file: LinkResolver.Attachment, _ report: inout Report) -> [UInt8]? {
    file.drawing ?? tree.bytes(of: file.source, report: &report)
  }

  /// A file of the theme by the name it has without its hash.
  func asset(_ name: String) -> SitePath {
    guard let asset = assets[name] else { preconditionFailure("the theme has no '\(name)'") }
    return asset
  }

  /// What the pages of a language share; also of one that is not of the interface.
  func frame(in language: LanguageTag) -> SiteFrame {
    frames[language] ?? SiteFrame(plan, language: language)
  }
}

import Exports
import JournalModel
import Reporting

/// What the last build planned, cut so that some articles can be made again without reading the
/// others.
///
/// It stands as long as nothing has changed but what articles say: their words, their titles.
struct StoredPlan: Sendable {
  /// What all pages are made with.
  struct Frame: Codable {
    var journal: Journal
    var pages: [StaticPage]
    var announcements: [StaticPage]
    var lists: SiteLists
    var formats: [ExportFormat]
    var files: TextSet
    /// The names of the pieces that show the whole journal.
    var whole: [String]
  }

  /// An article that is stored.
  struct Part: Sendable {
    /// Its number in the journal.
    var place: Int
    /// The key that downloads have for it.
    var key: String?
    var article: Article

    /// Nil when it is damaged.
    init?(_ stored: StoredArticle) {
      guard let article = stored.article else { return nil }
      (place, key, self.article) = (stored.place, stored.key, article)
    }

    var stored: StoredArticle { StoredArticle(article, at: place, key: key) }
  }

  /// Pages that show articles, by the piece that they are.
  struct Group: Sendable, Equatable {
    enum Subject: Hashable {
      case home, feeds, article(String), issue(String), author(String), keyword(String)
    }

    var piece: String
    /// By their slugs.
    var articles: [String]
    /// By their numbers.
    var issues: [Int]
    /// Whether the author is called like another.
    var sharesName: Bool
  }

  /// A Markdown file.
  struct Text: Sendable, Codable {
    var page: SitePath
    /// Of a text that one article alone is made from.
    var head: Fingerprint?
    var slug: String?
  }

  let frame: Frame
  private(set) var records: RecordFile

  init?(_ records: RecordFile) {
    guard let frame = records.value(Frame.self, of: "") else { return nil }
    self.records = records
    self.frame = frame
  }

  func part(_ slug: String) -> Part? {
    records.value(StoredArticle.self, of: Self.name(ofArticle: slug)).flatMap(Part.init)
  }

  func issue(_ place: Int) -> Issue? { records.value(Issue.self, of: Self.name(ofIssue: place)) }

  func group(_ subject: Group.Subject) -> Group? {
    records.packed(Group.self, of: Self.name(of: subject))
  }

  func text(_ path: String) -> Text? { records.value(Text.self, of: Self.name(ofText: path)) }

  /// The article that a bibliography is of, and no other, by its slug.
  func reader(ofBibliography path: String) -> String? {
    records.value(String.self, of: Self.name(ofBibliography: path))
  }

  /// What the keys of downloads are made from.
  var keyStems: [Downloads.KeyStem]? {
    records.value([Downloads.KeyStem].self, of: Self.nameOfStems)
  }

  static func name(ofArticle slug: String) -> String { "article/" + slug }
  static func name(ofIssue place: Int) -> String { "issue/\(place)" }
  static func name(ofText path: String) -> String { "text/" + path }
  static func name(ofBibliography path: String) -> String { "bibliography/" + path }
  static let nameOfStems = "stems"

  static func name(of group: Group.Subject) -> String {
    switch group {
    case .home: "home"
    case .feeds: "feeds"
    case .article(let slug): "article-pages/" + slug
    case .issue(let folder): "issue-pages/" + folder
    case .author(let slug): "author/" + slug
    case .keyword(let slug): "keyword/" + slug
    }
  }

  /// The articles that some files are of, by their slugs.
  struct Changes {
    /// Those of which nothing but words and references differs.
    var words: Set<String> = []
    var renewed: Set<String> = []
  }

  /// Nil when one of the files is something else, or of several articles.
  func changes(in paths: [String], _ tree: SourceTree) -> Changes? {
    var changes = Changes()
    for path in paths {
      if let slug = reader(ofBibliography: path) {
        changes.words.insert(slug)
        continue
      }
      // What is wrong with the fields has been reported, or will be.
      var known = Report()
      guard let text = text(path), let slug = text.slug, let bytes = try? tree.bytes(of: path)
      else { return nil }
      if FrontMatter(bytes, path: path, report: &known).head(of: bytes) == text.head {
        changes.words.insert(slug)
      } else {
        changes.renewed.insert(slug)
      }
    }
    changes.words.subtract(changes.renewed)
    return changes
  }

  /// Puts articles in place of what they were, with the keys that downloads have for them now; false
  /// when others would get other keys.
  mutating func put(_ articles: inout [RenewedArticle]) -> Bool {
    guard !articles.isEmpty else { return true }
    guard let old = keyStems else { return false }
    var new = old
    for article in articles {
      guard let place = new.firstIndex(where: { $0.slug == article.slug }) else { return false }
      new[place].stem = article.stem
    }
    if new != old {
      var (before, after) = (Downloads.keys(of: old), Downloads.keys(of: new))
      for index in articles.indices {
        before[articles[index].slug] = nil
        articles[index].part.key = after.removeValue(forKey: articles[index].slug)
      }
      guard before == after else { return false }
      put(new, as: Self.nameOfStems)
    }
    for article in articles {
      put(article.part.stored, as: Self.name(ofArticle: article.slug))
      for (path, head) in article.heads {
        guard var text = text(path) else { return false }
        text.head = head
        put(text, as: Self.name(ofText: path))
      }
    }
    return true
  }

  private mutating func put(_ value: some Encodable, as name: String) {
    records.put(StoredRecord(name: name, bytes: BinaryEncoder.bytes(of: value)))
  }

  /// A part of the journal, and what its pages know of the rest.
  struct View {
    var journal: ResolvedJournal
    /// The keys that downloads have for its articles.
    var keys: [String: String]
    /// The authors who are called like others.
    var namesakes: Set<String> = []
  }

  /// Some articles and issues; nil when what is stored is damaged.
  func view(of slugs: Set<String>, issues places: Set<Int>) -> View? {
    let parts = slugs.compactMap(part)
    let issues = places.sorted().compactMap(issue)
    guard parts.count == slugs.count, issues.count == places.count else { return nil }
    let keys = parts.compactMap { part in part.key.map { (part.article.slug, $0) } }
    return View(
      journal: ResolvedJournal(
        journal: frame.journal, issues: issues,
        articles: parts.sorted { $0.place < $1.place }.map(\.article), pages: frame.pages,
        announcements: frame.announcements),
      keys: Dictionary(keys, uniquingKeysWith: { first, _ in first }))
  }

  /// The site with a part of its journal, before its citations can be formatted.
  func context(
    of view: View, _ tools: SiteTools, links: LinkForm, _ tree: SourceTree
  ) -> RenderContext {
    let part = view.journal
    // The last build has reported what there is to report.
    var known = Report()
    let plan = plan(
      part, assets: tools.assets(for: frame.journal),
      options: SiteOptions(links: links, formats: Set(frame.formats)), report: &known
    ).part(ofSiteWith: frame.files, frame.lists, namesakes: view.namesakes)
    let context = tools.context(
      plan, Downloads(part, keys: view.keys), CitationStyles(), tree, SharedBibliographies())
    let stored = self
    return context.part(ofSiteWith: { stored.text($0)?.page })
  }

  /// The same with citation styles and bibliographies.
  func citing(in context: RenderContext, _ tools: SiteTools) async -> RenderContext {
    let part = context.journal
    async let bibliographies = bibliographies(of: part, tools.styles.prefix, context.tree)
    var known = Report()
    let citations = await CitationStyles(for: part, files: tools.styles, report: &known)
    return context.citing(
      in: citations, await bibliographies, tools: tools.fingerprint(with: citations))
  }

  private func bibliographies(
    of part: ResolvedJournal, _ prefix: String, _ tree: SourceTree
  ) -> SharedBibliographies {
    var known = Report()
    let shared = readJournal(prefix + "journal.yml", tree, &known).references
    let issues = part.issues.compactMap { issue in
      readIssue(
        .init(folder: issue.folder, path: "\(prefix)issues/\(issue.folder)/issue.yml"), tree,
        language: part.journal.defaultLanguage, &known)
    }
    return SharedBibliographies(journal: shared, issues: issues)
  }
}

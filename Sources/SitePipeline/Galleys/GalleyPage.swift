import Foundation
import JournalModel
import Reporting

/// An article by itself, without what surrounds it on the site: the page from which its galleys
/// are made.
struct GalleyPage: Sendable {
  /// The index of the article in the journal.
  var article: Int
  var language: LanguageTag
  /// Without markup.
  var title: String
  var html: [UInt8]
  /// What the addresses of the page stand for.
  var addresses: GalleyAddresses
  /// Whether the whole text is there, and not an abstract alone.
  var hasBody: Bool
}

/// What stands behind the relative addresses of a galley's page.
struct GalleyAddresses: Sendable {
  private let page: SitePath
  private let plan: SitePlan
  private let language: LanguageTag
  /// What the text shows or offers, by its place in the site.
  private let files: [String: LinkResolver.Attachment]

  enum Target: Sendable, Hashable {
    case fragment(String)
    /// A page or file of the site, and the fragment.
    case site(SitePath, String)
    /// Elsewhere, or a mail address.
    case outside(String)
  }

  init(
    page: SitePath, language: LanguageTag, plan: SitePlan,
    attachments: [LinkResolver.Attachment]
  ) {
    self.page = page
    self.language = language
    self.plan = plan
    files = Dictionary(
      attachments.map { ($0.path.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(address: String) -> Target {
    if address.hasPrefix("#") { return .fragment(address) }
    if LinkResolver.isAbsolute(address) { return .outside(address) }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "?", omittingEmptySubsequences: false)[0]
    var folders = page.text.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    for step in steps.dropLast() {
      switch step {
      case "..": _ = folders.popLast()
      case ".", "": continue
      default: folders.append(step)
      }
    }
    let text = (folders + [steps.last ?? ""]).joined(separator: "/")
    return .site(known(text.removingPercentEncoding ?? text), parts.count > 1 ? "#\(parts[1])" : "")
  }

  /// The file that stands at a path; nil where a page is made.
  func file(at path: SitePath) -> LinkResolver.Attachment? {
    if let file = files[path.text] { return file }
    guard case .copy(let source)? = plan.file(at: path)?.content else { return nil }
    return .init(source: source, path: path, range: SourceRange(startOf: source))
  }

  /// A page that stands in no tree of this language is meant where it stands.
  private func known(_ text: String) -> SitePath {
    let path = SitePath(text)
    let prefix = language.text + "/"
    guard !plan.contains(path), text.hasPrefix(prefix) else { return path }
    return SitePath(String(text.dropFirst(prefix.count)))
  }
}

extension RenderContext {
  /// The page from which the galleys of an article are made, in the article's language.
  ///
  /// What is wrong in a text is reported when its page in the site is made.
  func galleyPage(ofArticle index: Int, _ report: inout Report) -> GalleyPage {
    let article = journal.allArticles[index]
    let language = article.language
    let page = PageContext(self, path: .article(article.slug), language: language)
    let title = page.title(of: article).plain
    let (view, finds) = page.articleView(
      ArticleMaterial(article, self, citation: nil, &report),
      citations: page.citations(of: article), &report)
    var frame = page.frame(
      title: title,
      description: page.text.phrase(.aboutArticle(title: title, journal: page.title.value)),
      metadata: [])
    frame.page.title = title
    frame.page.stylesheet = GalleyPage.stylesheet
    return GalleyPage(
      article: index, language: language, title: title,
      html: templates.render(frame, view, as: .galley),
      addresses: GalleyAddresses(
        page: SitePath.article(article.slug).translated(into: language, of: options),
        language: language, plan: plan, attachments: finds.attachments),
      hasBody: !view.body.isEmpty)
  }
}

extension GalleyPage {
  /// The address of the stylesheet in the page.
  static let stylesheet = "galley.css"
}

import JournalModel

/// What a text learnt of the whole site while it was printed, beside the facts that it is made
/// from: a page is made again when one of its answers changes.
struct SiteAnswer: Sendable, Hashable, Codable {
  enum Question: Sendable, Hashable, Codable {
    /// The page that a Markdown file becomes.
    case page(ofSource: String)
    /// Whether something is planned for a path of the site.
    case site(SitePath)
    /// Whether the source folder has a file.
    case source(String)
    /// The file of the source folder whose path differs from this one in capitals alone.
    case sourceInOtherCapitals(String)
  }

  let question: Question
  /// Nil for what is not there.
  let value: String?

  init(_ question: Question, _ site: RenderContext) {
    self.question = question
    value = Self.value(question, site)
  }

  /// Whether the site still gives this answer.
  func stands(in site: RenderContext) -> Bool { value == Self.value(question, site) }

  private static func value(_ question: Question, _ site: RenderContext) -> String? {
    switch question {
    case .page(let source): site.page(ofSource: source)?.text
    case .site(let path): site.plan.contains(path) ? path.text : nil
    case .source(let path): site.tree.file(path)?.path
    case .sourceInOtherCapitals(let path): site.tree.file(inOtherCapitals: path)?.path
    }
  }
}

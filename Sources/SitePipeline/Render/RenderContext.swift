import JournalModel

/// What the pages of a site share: the plan, templates, styles, and where the assets stand.
struct RenderContext: Sendable {
  let plan: SitePlan
  let templates: TemplateLibrary
  let citations: CitationStyles
  let tree: SourceTree

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

import Exports
import JournalModel
import Reporting

/// What the pages of a site are made with: templates and files of the theme, citation styles, and
/// what draws figures.
struct SiteTools: Sendable {
  let styles: StyleFiles
  /// The journal's own, beside its content.
  private let own: [(path: String, bytes: [UInt8])]
  private let templates: TemplateLibrary
  private let figures: FigureDrawer?

  init(_ tree: SourceTree, _ options: BuildOptions, prefix: String, report: inout Report) {
    styles = StyleFiles(tree: tree, prefix: prefix, folders: options.cslPaths)
    own = tree.files(under: "Templates/").compactMap { file in
      tree.bytes(of: file.path, report: &report).map { (path: file.path, bytes: $0) }
    }
    templates = TemplateLibrary(
      own: own.filter { $0.path.hasSuffix(".mustache") }, report: &report)
    let drawings = GalleyCache(folder: BuiltFolder.cache.path(in: options.source) + "/figures")
    figures = FigureDrawer(cache: options.writes ? drawings : nil)
  }

  func assets(for journal: Journal) -> [Asset] {
    Asset.all(for: journal, own: own.filter { $0.path.hasPrefix("Templates/assets/") })
  }

  func context(
    _ plan: SitePlan, _ downloads: Downloads, _ citations: CitationStyles, _ tree: SourceTree,
    _ bibliographies: SharedBibliographies
  ) -> RenderContext {
    RenderContext(
      plan: plan, downloads: downloads, templates: templates, citations: citations, tree: tree,
      bibliographies: bibliographies, figures: figures, tools: fingerprint(with: citations))
  }

  func fingerprint(with citations: CitationStyles) -> Fingerprint {
    var fingerprint = styles.fingerprint(of: citations.fileNames)
    for file in own {
      fingerprint.combine(file.path)
      fingerprint.combine(file.bytes)
    }
    if figures != nil { fingerprint.combine("figures") }
    return fingerprint
  }
}

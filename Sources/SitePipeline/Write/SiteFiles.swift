import Exports
import JournalModel
import Reporting

/// The finished files of a site, as far as the end of a build wants to know of them: a journal has
/// many, so that each takes little.
struct SiteFiles: Sendable {
  /// Below the output folder.
  private(set) var names: [String] = []
  /// None when nothing is written.
  private(set) var staged: [StagedFile] = []
  /// By name, where they are wanted.
  private(set) var hashes: [String: ContentHash] = [:]
  /// Where they are wanted.
  private(set) var digests: [ManifestEntry] = []
  /// The pages with links that only the whole site can settle; all pages when nothing is written,
  /// since they cannot be looked at again.
  private(set) var pages: [PageAnchors] = []

  mutating func add(_ file: SiteFinisher.Finished) {
    names.append(file.file)
    if let hash = file.hash { hashes[file.file] = hash }
    if let sha256 = file.sha256 {
      digests.append(ManifestEntry(path: SitePath(file.file), sha256: sha256))
    }
    if let file = file.staged { staged.append(file) }
    if let page = file.anchors { add(page, isWritten: file.staged != nil) }
  }

  private mutating func add(_ page: PageAnchors, isWritten: Bool) {
    if !isWritten || !page.links.isEmpty || !page.missing.isEmpty { pages.append(page) }
  }

  /// In the order of the lists to come, which sort them no more.
  mutating func sort() {
    staged.sort { $0.path.precedes($1.path) }
    digests.sort { $0.path.file.precedes($1.path.file) }
  }

  /// Looks again at the pages that stand as they were, whose links are compared with the site as it
  /// is now.
  mutating func rescan(by finisher: SiteFinisher) {
    let standing = staged.filter { $0.state == .unchanged && $0.isPage }.map(\.path)
    let paths = Set(standing)
    pages.removeAll { paths.contains($0.file) }
    for path in standing {
      if let page = finisher.anchors(of: path) { add(page, isWritten: true) }
    }
  }
}

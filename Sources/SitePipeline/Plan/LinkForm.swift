import JournalModel

/// How links name a page of the site.
package enum LinkForm: String, Sendable, Hashable, CaseIterable {
  /// `../engine/`, for a web server.
  case folders
  /// `../engine/index.html`, for a copy that is read from the disk.
  case files
}

/// Writes the links of one page: relative ones, so that the site works below any address.
///
/// The page of errors is shown at every depth: its links begin with the path of the site.
struct PageLinks: Sendable, Hashable {
  let page: SitePath
  let form: LinkForm
  private let folders: [Substring]
  /// What stands before a path from the root of the site, where links cannot be relative.
  private let root: String?

  init(of page: SitePath, form: LinkForm, journal: Journal) {
    self.page = page
    self.form = form
    folders = page.encoded.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    root =
      page == .notFound && form == .folders ? Self.root(of: journal) : nil
  }

  func link(to target: SitePath, fragment: String? = nil) -> String {
    var link = root.map { $0 + target.encoded } ?? relative(to: target.encoded)
    if form == .files, link.isEmpty || link.utf8.last == UInt8(ascii: "/") {
      link += "index.html"
    }
    if let fragment { link += "#" + fragment }
    return link
  }

  private func relative(to target: String) -> String {
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    var shared = 0
    while shared < min(folders.count, parts.count - 1), folders[shared] == parts[shared] {
      shared += 1
    }
    var link = String(repeating: "../", count: folders.count - shared)
    link += parts[shared...].joined(separator: "/")
    return link.isEmpty ? "./" : link
  }

  /// The path of the site on its host: `/acta/` of `https://example.org/acta/`.
  static func root(of journal: Journal) -> String {
    let parts = (journal.url ?? "").split(
      separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, !parts[3].isEmpty else { return "/" }
    let path = "/" + parts[3]
    return path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
  }
}

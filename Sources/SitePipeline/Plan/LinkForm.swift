import JournalModel

/// How links name a page of the site.
package enum LinkForm: String, Sendable, Hashable, CaseIterable, Codable {
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
  /// The path of the page up to its last `/`, encoded, and how many folders that are.
  private let folder: String
  private let depth: Int
  /// What stands before a path from the root of the site, where links cannot be relative.
  private let root: String?

  init(of page: SitePath, form: LinkForm, journal: Journal) {
    self.page = page
    self.form = form
    let path = page.encoded
    folder = String(path[..<(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)])
    depth = folder.utf8.count { $0 == UInt8(ascii: "/") }
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
    let (own, other) = (folder.utf8.span, target.utf8.span)
    // The folders that both are in, and how many of this page's they are not in.
    var (shared, above, place) = (0, depth, 0)
    while place < own.count, place < other.count, own[place] == other[place] {
      place += 1
      guard own[place - 1] == UInt8(ascii: "/") else { continue }
      (shared, above) = (place, above - 1)
    }
    guard above > 0 || shared < other.count else { return "./" }
    var link = ""
    for _ in 0..<above { link += "../" }
    link.append(contentsOf: target[target.utf8.index(target.startIndex, offsetBy: shared)...])
    return link
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

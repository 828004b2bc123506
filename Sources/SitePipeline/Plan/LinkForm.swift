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
    var (own, rest) = (depth, target.utf8[...])
    var start = rest.startIndex
    for byte in folder.utf8 {
      guard rest.popFirst() == byte else { break }
      guard byte == UInt8(ascii: "/") else { continue }
      own -= 1
      start = rest.startIndex
    }
    guard own > 0 || start < target.endIndex else { return "./" }
    return String(repeating: "../", count: own) + target[start...]
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

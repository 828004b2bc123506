import Reporting

/// The links of one page to other files of the site that are not settled by what the plan holds.
struct LinkList {
  /// Below the output folder.
  private let file: [UInt8]
  private let folder: [UInt8]
  private let root: [UInt8]
  /// Some of them stand on a page many times.
  private var seen: Set<Fingerprint> = []
  private(set) var links: [PageAnchors.Link] = []
  /// What links ask of this page that name it by its path.
  private(set) var fragments: [String] = []

  init(of file: String, root: String) {
    let path = Array(file.utf8)
    self.file = path
    self.root = Array(root.utf8)
    folder = path.lastIndex(of: UInt8(ascii: "/")).map { Array(path[...$0]) } ?? []
  }

  /// Adds the link that is an attribute's value on the page; most lead to other sites.
  mutating func add(_ page: [UInt8], _ value: Range<Int>, isKnown: ([UInt8]) -> Bool) {
    guard !LinkDestination.leavesSite(page.span.extracting(value)) else { return }
    let link = Self.unescaped(page[value])
    guard let target = LinkDestination(of: link, in: folder, root: root) else { return }
    let path = target.file.isEmpty ? file : target.file.percentDecoded
    let isOwn = path == file
    guard target.fragment != nil || !(isOwn || isKnown(path)),
      seen.insert(Fingerprint(link.span)).inserted
    else { return }
    let fragment = target.fragment.map { Self.text(link[$0]) }
    if isOwn, let fragment {
      fragments.append(fragment)
      return
    }
    links.append(
      .init(
        text: String(decoding: link, as: UTF8.self), file: String(decoding: path, as: UTF8.self),
        fragment: fragment))
  }

  /// A fragment, percent-encoded bytes put back.
  static func text(_ encoded: ArraySlice<UInt8>) -> String {
    String(decoding: Array(encoded).percentDecoded, as: UTF8.self)
  }

  static func unescaped(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.span.holds(UInt8(ascii: "&"), UInt8(ascii: "&")) else { return value }
    let text = String(decoding: value, as: UTF8.self)
      .replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    return Array(text.utf8)[...]
  }
}

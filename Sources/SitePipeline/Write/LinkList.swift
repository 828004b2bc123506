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
    let link = page.span.extracting(value)
    guard !LinkDestination.leavesSite(link) else { return }
    if link.holds(UInt8(ascii: "&"), UInt8(ascii: "&")) {
      add(Self.unescaped(page[value]).span, isKnown)
    } else {
      add(link, isKnown)
    }
  }

  private mutating func add(_ link: Span<UInt8>, _ isKnown: ([UInt8]) -> Bool) {
    guard let target = LinkDestination(of: link, in: folder, root: root) else { return }
    let path = target.file.isEmpty ? file : target.file.percentDecoded
    let isOwn = path == file
    guard target.fragment != nil || !(isOwn || isKnown(path)),
      seen.insert(Fingerprint(link)).inserted
    else { return }
    let fragment = target.fragment.map { Self.text(link.extracting($0)) }
    if isOwn, let fragment {
      fragments.append(fragment)
      return
    }
    links.append(
      .init(
        text: Self.string(link), file: String(decoding: path, as: UTF8.self), fragment: fragment))
  }

  private static func string(_ bytes: Span<UInt8>) -> String {
    String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
  }

  /// A fragment, percent-encoded bytes put back.
  static func text(_ encoded: Span<UInt8>) -> String {
    String(decoding: encoded.indices.map { encoded[$0] }.percentDecoded, as: UTF8.self)
  }

  static func unescaped(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.contains(UInt8(ascii: "&")) else { return value }
    let text = String(decoding: value, as: UTF8.self)
      .replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    return Array(text.utf8)[...]
  }
}

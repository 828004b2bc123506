/// What a finished page offers and asks for: its anchors, and the links whose targets only the
/// whole site knows.
struct PageAnchors: Sendable {
  struct Link: Sendable, Hashable, Codable {
    /// As it stands on the page.
    var text: String
    /// Below the output folder.
    var file: String
    var fragment: String?
  }

  /// Below the output folder.
  let file: String
  /// Numbers of the anchors, sorted: a journal has many, and only few are asked for.
  private var anchors: [UInt32] = []
  private(set) var links: [Link] = []
  /// Fragments of this page that are not there.
  private(set) var missing: [String] = []

  /// Links to pages that `isKnown` names are settled at once; the others are kept.
  ///
  /// - Parameters:
  ///   - file: Below the output folder.
  ///   - bytes: The finished page.
  ///   - root: What stands before paths from the root of the site, ending in `/`.
  ///   - isKnown: Whether a file will stand at a path.
  init(file: String, bytes: [UInt8], root: String, isKnown: ([UInt8]) -> Bool) {
    self.file = file
    var others = LinkList(of: file, root: root)
    // Links to places of this page: where their fragments stand.
    var own: [Range<Int>] = []
    var scan = AttributeScan(bytes)
    while let attribute = scan.next() {
      let value = attribute.value
      if attribute.name != .link {
        anchors.append(Self.number(of: bytes.span.extracting(value)))
      } else if !value.isEmpty, bytes[value.lowerBound] == UInt8(ascii: "#") {
        own.append(value.dropFirst())
      } else {
        others.add(bytes, value, isKnown: isKnown)
      }
    }
    links = others.links
    anchors.sort()
    for place in own where !place.isEmpty && !has(Self.number(of: bytes.span.extracting(place))) {
      let text = LinkList.text(LinkList.unescaped(bytes[place]))
      if !has(text) { missing.append(text) }
    }
    missing += others.fragments.filter { !has($0) }
  }

  /// Whether a fragment leads to a place; `top` is the beginning of every page (HTML, §7.4.6.4).
  func has(_ fragment: String) -> Bool {
    has(Self.number(of: fragment.utf8.span)) || fragment.lowercased() == "top"
  }

  private func has(_ number: UInt32) -> Bool {
    var (low, high) = (0, anchors.count)
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < anchors.count && anchors[low] == number
  }

  private static func number(of name: Span<UInt8>) -> UInt32 { Fingerprint(name).short }
}

extension PageAnchors: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    file = try bytes.text()
    anchors = try bytes.shortNumbers()
    links = try [Link](unpacking: &bytes)
    missing = try [String](unpacking: &bytes)
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(file)
    bytes.write(anchors)
    links.pack(into: &bytes)
    missing.pack(into: &bytes)
  }
}

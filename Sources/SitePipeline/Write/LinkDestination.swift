/// Where a link of a page leads to (RFC 3986, section 5.2): bytes, since a page has hundreds of links.
struct LinkDestination {
  /// Below the output folder, percent-encoded; empty for the page itself.
  var file: [UInt8]
  var fragment: ArraySlice<UInt8>?

  /// Nil for a link that leaves the site.
  ///
  /// - Parameters:
  ///   - link: As a browser reads it, without entities of HTML.
  ///   - folder: The page's folder below the output folder, empty or ending in `/`.
  ///   - root: What stands before paths from the root of the site, ending in `/`.
  init?(of link: ArraySlice<UInt8>, in folder: [UInt8], root: [UInt8]) {
    guard !Self.leavesSite(link) else { return nil }
    let slash = UInt8(ascii: "/")
    let hash = link.firstIndex(of: UInt8(ascii: "#"))
    fragment = hash.map { link[($0 + 1)...] }
    if fragment?.isEmpty == true { fragment = nil }
    file = []
    var rest = link[..<(hash ?? link.endIndex)].prefix { $0 != UInt8(ascii: "?") }
    guard let first = rest.first else { return }
    if first == slash {
      guard rest.starts(with: root) else { return nil }
      rest = rest.dropFirst(root.count)
    } else {
      file = folder
    }
    // From here `file` is empty or ends in a slash, until the last part is no folder.
    var isFolder = true
    while !rest.isEmpty {
      let part = rest.prefix { $0 != slash }
      rest = rest.dropFirst(part.count + 1)
      switch part {
      case _ where part.elementsEqual("..".utf8):
        if !file.isEmpty { file.removeLast() }
        while let last = file.last, last != slash { file.removeLast() }
        isFolder = true
      case _ where part.isEmpty || part.elementsEqual(".".utf8): isFolder = true
      default:
        file += part
        isFolder = part.endIndex < link.endIndex && link[part.endIndex] == slash
        if isFolder { file.append(slash) }
      }
    }
    if isFolder { file += "index.html".utf8 }
  }

  /// Whether a link has a scheme or a host.
  static func leavesSite(_ link: ArraySlice<UInt8>) -> Bool {
    for byte in link {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"):
        return link.starts(with: "//".utf8)
      default: continue
      }
    }
    return false
  }
}

/// Where a link of a page leads to (RFC 3986, section 5.2): bytes, since a page has hundreds of links.
struct LinkDestination {
  /// Below the output folder, percent-encoded; empty for the page itself.
  var file: [UInt8] = []
  /// Where the fragment stands in the link; nil for one that is empty.
  var fragment: Range<Int>?

  /// Nil for a link that leaves the site.
  ///
  /// - Parameters:
  ///   - text: The link as a browser reads it, without entities of HTML.
  ///   - folder: The page's folder below the output folder, empty or ending in `/`.
  ///   - root: What stands before paths from the root of the site, ending in `/`.
  init?(of text: ArraySlice<UInt8>, in folder: [UInt8], root: [UInt8]) {
    let link = text.span
    let begin = text.startIndex
    guard !Self.leavesSite(link) else { return nil }
    let (slash, hash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "."))
    var end = 0
    while end < link.count, link[end] != hash, link[end] != UInt8(ascii: "?") { end += 1 }
    var mark = end
    while mark < link.count, link[mark] != hash { mark += 1 }
    if mark + 1 < link.count { fragment = begin + mark + 1..<text.endIndex }
    guard end > 0 else { return }
    var place = 0
    if link[0] == slash {
      guard end >= root.count, root.indices.allSatisfy({ link[$0] == root[$0] }) else {
        return nil
      }
      place = root.count
    } else {
      file = folder
    }
    file.reserveCapacity(file.count + end + 10)
    // From here `file` is empty or ends in a slash, until the last part is no folder.
    var isFolder = true
    while place < end {
      let start = place
      while place < end, link[place] != slash { place += 1 }
      isFolder = place < end
      switch place - start {
      case 0: isFolder = true
      case 1 where link[start] == dot: isFolder = true
      case 2 where link[start] == dot && link[start + 1] == dot:
        let above = file.dropLast().lastIndex(of: slash).map { $0 + 1 } ?? 0
        file.removeSubrange(above...)
        isFolder = true
      default:
        file += text[(begin + start)..<(begin + (isFolder ? place + 1 : place))]
      }
      place += 1
    }
    if isFolder { file += "index.html".utf8 }
  }

  /// Whether a link has a scheme or a host.
  static func leavesSite(_ link: Span<UInt8>) -> Bool {
    for index in link.indices {
      switch link[index] {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "/"):
        return index == 0 && link.count > 1 && link[1] == UInt8(ascii: "/")
      case UInt8(ascii: "#"), UInt8(ascii: "?"): return false
      default: continue
      }
    }
    return false
  }
}

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
    let (slash, hash, question) = (UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"))
    let end = link.firstIndex { $0 == hash || $0 == question } ?? link.endIndex
    if let mark = link[end...].firstIndex(of: hash), mark + 1 < link.endIndex {
      fragment = link[(mark + 1)...]
    }
    file = []
    var place = link.startIndex
    guard place < end else { return }
    file.reserveCapacity(folder.count + link.count + 10)
    if link[place] == slash {
      guard link[..<end].starts(with: root) else { return nil }
      place += root.count
    } else {
      file += folder
    }
    // From here `file` is empty or ends in a slash, until the last part is no folder.
    var isFolder = true
    while place < end {
      var stop = place
      while stop < end, link[stop] != slash { stop += 1 }
      isFolder = stop < end
      switch stop - place {
      case 0: isFolder = true
      case 1 where link[place] == UInt8(ascii: "."): isFolder = true
      case 2 where link[place] == UInt8(ascii: ".") && link[place + 1] == UInt8(ascii: "."):
        if !file.isEmpty { file.removeLast() }
        while let last = file.last, last != slash { file.removeLast() }
        isFolder = true
      default:
        file += link[place..<stop]
        if isFolder { file.append(slash) }
      }
      place = stop + 1
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

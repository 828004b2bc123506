import JournalModel

/// What a finished page offers and asks for: its anchors, and the links whose targets only the
/// whole site knows.
struct PageAnchors: Sendable {
  struct Link: Sendable {
    /// As it stands on the page.
    var text: String
    /// Below the output folder.
    var file: String
    var fragment: String?
  }

  /// Below the output folder.
  let file: String
  /// Hashes of the anchors: a journal has many, and only few are asked for.
  private(set) var anchors: Set<UInt64> = []
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
  init(file: String, bytes: [UInt8], root: String, isKnown: (String) -> Bool) {
    self.file = file
    var own: [String] = []
    for (name, value) in AttributeScan(bytes) {
      if name == .id {
        anchors.insert(ContentHash(value).value)
        continue
      }
      let text = Self.unescaped(value)
      guard let target = Self.target(of: text, on: file, root: root) else { continue }
      if target.file == file {
        if let fragment = target.fragment { own.append(fragment) }
      } else if target.fragment != nil || !isKnown(target.file) {
        links.append(Link(text: text, file: target.file, fragment: target.fragment))
      }
    }
    missing = own.filter { !has($0) }
  }

  func has(_ fragment: String) -> Bool { anchors.contains(ContentHash(fragment.utf8).value) }

  /// The file that a link leads to; nil for one that leaves the site.
  private static func target(of link: String, on file: String, root: String) -> (
    file: String, fragment: String?
  )? {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var path = parts.first.map(String.init) ?? ""
    if let query = path.firstIndex(of: "?") { path = String(path[..<query]) }
    let fragment = parts.count > 1 && !parts[1].isEmpty ? decoded(String(parts[1])) : nil
    if path.isEmpty { return (file, fragment) }
    if path.hasPrefix("//") || path.prefix(while: { $0 != "/" }).contains(":") { return nil }
    var folders: [Substring] = []
    if path.hasPrefix("/") {
      guard path.hasPrefix(root) else { return nil }
      path.removeFirst(root.count)
    } else {
      folders = file.split(separator: "/").dropLast()
    }
    let isFolder = path.isEmpty || path.hasSuffix("/") || path.hasSuffix("..") || path == "."
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = folders.popLast() } else { folders.append(part) }
    }
    var target = folders.joined(separator: "/")
    if isFolder { target += target.isEmpty ? "index.html" : "/index.html" }
    return (decoded(target), fragment)
  }

  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unescaped(_ value: ArraySlice<UInt8>) -> String {
    let text = String(decoding: value, as: UTF8.self)
    guard value.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
  }
}

/// The values of `id`, `href` and `src` of a page that we have written, in its order.
private struct AttributeScan: Sequence, IteratorProtocol {
  enum Name { case id, link }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> (name: Name, value: ArraySlice<UInt8>)? {
    while let equals = bytes[position...].firstIndex(of: UInt8(ascii: "=")) {
      position = equals + 1
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\""),
        let name = name(before: equals),
        let end = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "\""))
      else { continue }
      let value = bytes[(position + 1)..<end]
      position = end + 1
      return (name, value)
    }
    return nil
  }

  /// The attribute whose name ends at a place, with a space before it.
  private func name(before end: Int) -> Name? {
    func stands(_ name: StaticString) -> Bool {
      let start = end - name.utf8CodeUnitCount
      guard start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x0A else { return false }
      return bytes[start..<end].elementsEqual("\(name)".utf8)
    }
    switch bytes[Swift.max(0, end - 1)] {
    case UInt8(ascii: "d"): return stands("id") ? .id : nil
    case UInt8(ascii: "f"): return stands("href") ? .link : nil
    case UInt8(ascii: "c"): return stands("src") ? .link : nil
    default: return nil
    }
  }
}

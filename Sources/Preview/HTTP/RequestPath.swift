/// The path of a request, decoded once and checked: nothing in it leads out of the site.
package struct RequestPath: Sendable, Equatable {
  /// Why a request is refused.
  package enum Refusal: Error, Equatable {
    /// The path is malformed or tries to leave the site.
    case malformed
    /// The path names what is never shown, such as a hidden file.
    case hidden
  }

  /// The names between slashes; none is empty, hidden, `.` or `..`.
  package var components: [String]
  /// Whether the path ends in a slash, and so means a folder.
  package var isFolder: Bool

  /// Reads the path of a request target (RFC 9112, section 3.2), still percent-encoded.
  package init(target: String) throws(Refusal) {
    let path = try Self.path(of: target)
    // No file system has a longer one.
    guard path.utf8.count <= 3 * 4_096 else { throw .malformed }
    let bytes = try Self.decoded(path)
    guard let text = String(validating: bytes, as: UTF8.self), text.hasPrefix("/") else {
      throw .malformed
    }
    guard
      !text.unicodeScalars.contains(where: {
        $0.value < 0x20 || $0.value == 0x7F || $0 == "\\"
      })
    else { throw .malformed }
    var parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    isFolder = parts.last == ""
    if isFolder { parts.removeLast() }
    for part in parts {
      guard part != "", part != ".", part != ".." else { throw .malformed }
      guard !part.hasPrefix(".") else { throw .hidden }
    }
    components = parts.map(String.init)
  }

  /// The path again, percent-encoded, as it stands in a `Location`.
  package func encoded(asFolder: Bool) -> String {
    let path = "/" + components.map(Self.encoded).joined(separator: "/")
    return asFolder && path != "/" ? path + "/" : path
  }

  /// The target without the origin of an absolute form and without a query.
  private static func path(of target: String) throws(Refusal) -> Substring {
    var rest = Substring(target)
    if rest.hasPrefix("http://") {
      rest = rest.dropFirst("http://".count).drop { $0 != "/" && $0 != "?" }
      if !rest.hasPrefix("/") { rest = "/" }
    }
    guard rest.hasPrefix("/") else { throw .malformed }
    return rest.prefix { $0 != "?" && $0 != "#" }
  }

  private static func decoded(_ path: Substring) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = path.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst(), let low = rest.popFirst(),
        let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16),
        high != UInt8(ascii: "+"), high != UInt8(ascii: "-")
      else { throw .malformed }
      bytes.append(value)
    }
    return bytes
  }

  private static func encoded(_ component: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
    return component.utf8.map { byte in
      if plain.contains(byte) { return String(UnicodeScalar(byte)) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}

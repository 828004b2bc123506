import JournalModel

/// A kind of host, by the file in which it reads where addresses have moved.
package enum RedirectForm: String, Sendable, Hashable, CaseIterable {
  /// Netlify, Cloudflare Pages, GitLab Pages.
  case table = "_redirects"
  case apache = ".htaccess"
  /// To be included in the configuration of nginx.
  case nginx = "nginx-redirects.conf"

  /// The file's text.
  ///
  /// - Parameters:
  ///   - moved: the addresses; the first that fits stands.
  ///   - root: the path of the site on its host, `/` or `/journal/`.
  ///   - queries: how old addresses with everything in a query become such as `moved` has.
  /// - Returns: lines for each address.
  func text(for moved: [MovedAddress], root: String, queries: FormerQuery? = nil) -> String {
    let lines = moved.map { address in
      let target = address.target(root: root)
      return switch self {
      case .table: address.tableLines(to: target)
      case .apache: "RedirectMatch 301 \"^\(address.wholePattern)/?$\" \"\(target)\"\n"
      case .nginx: "  \"~^\(address.wholePattern)/?$\" \"\(target)\";\n"
      }
    }.joined()
    let rules = queries?.rules(for: self) ?? ""
    guard self == .nginx else { return rules + lines }
    return """
      # Include this in 'http'; in 'server' write: if ($moved) { return 301 $moved; }
      \(rules)map $uri $moved {
      \(queries == nil ? "" : "  default $moved_query;\n")\(lines)}

      """
  }
}

extension MovedAddress {
  /// The new address as a host takes it.
  func target(root: String) -> String {
    switch to {
    case .site(let path): root + path.encoded
    case .elsewhere(let url): SitePath.encodedURL(url)
    }
  }

  fileprivate func tableLines(to target: String) -> String {
    let exact = from.map { "\(SitePath($0).encoded) \(target) 301\n" }
    let others = below.map { "\(SitePath($0).encoded)/* \(target) 301\n" }
    return exact.joined() + others.joined()
  }

  fileprivate var wholePattern: String {
    if let pattern { return pattern }
    return from.count == 1
      ? from[0].asPattern : "(?:" + from.map(\.asPattern).joined(separator: "|") + ")"
  }

  /// Where a page can stand for an old address; nil when that is outside of the site.
  static func place(of from: String, root: String) -> SitePath? {
    guard from.hasPrefix(root), from.count > root.count else { return nil }
    let path = String(from.dropFirst(root.count))
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0 != "." && $0 != ".." }), !path.hasPrefix("/") else { return nil }
    let isFile = path.hasSuffix(".html") || path.hasSuffix(".htm")
    return SitePath(isFile || path.hasSuffix("/") ? path : path + "/")
  }
}

extension SitePath {
  /// An absolute address without what would end a line of a host's configuration.
  fileprivate static func encodedURL(_ url: String) -> String {
    var result = ""
    for character in url {
      switch character {
      case "\"": result += "%22"
      case _ where character.isWhitespace: result += "%20"
      default: result.append(character)
      }
    }
    return result
  }
}

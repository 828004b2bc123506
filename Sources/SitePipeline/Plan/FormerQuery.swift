import Foundation
import JournalModel

/// Addresses of Open Journal Systems on servers without path info, which say everything in a query:
/// `/index.php?journal=acta&page=article&op=view&path[]=12`.
///
/// They mean the same as `/index.php/acta/article/view/12`. Hosts that see queries are told to turn
/// the one into the other; for those that do not, a page at the script does it by a script.
struct FormerQuery: Sendable {
  /// `/index.php`.
  let script: String
  /// `acta`.
  let journal: String

  /// Nil for a journal whose old address has everything in its path.
  init?(of journal: Journal) {
    guard let url = journal.formerURL, let name = Self.parts(of: url).first, url.contains("?")
    else { return nil }
    script = Self.script(of: url)
    self.journal = name
  }

  /// The address with everything in its path, from the root of the host; nil for one that says
  /// nothing in a query.
  static func path(of address: String) -> String? {
    let parts = parts(of: address)
    return parts.isEmpty ? nil : ([script(of: address)] + parts).joined(separator: "/")
  }

  /// What stands before the query, without the host.
  private static func script(of address: String) -> String {
    var path = address.prefix { $0 != "?" }
    if let scheme = path.firstRange(of: "://") {
      path = path[scheme.upperBound...].drop { $0 != "/" }
    }
    while path.last == "/" { path.removeLast() }
    return path.hasSuffix(".php") ? String(path) : path + "/index.php"
  }

  /// Journal, page, operation and the parts of the path, as far as they are given.
  private static func parts(of address: String) -> [String] {
    guard let mark = address.firstIndex(of: "?") else { return [] }
    let query = address[mark...].dropFirst().prefix { $0 != "#" }
    var fields: [String: [String]] = [:]
    for field in query.split(separator: "&") {
      let sides = field.split(separator: "=", maxSplits: 1).map { side in
        side.removingPercentEncoding ?? String(side)
      }
      if sides.count == 2 { fields[sides[0], default: []].append(sides[1]) }
    }
    var parts: [String] = []
    for name in ["journal", "page", "op"] {
      guard let value = fields[name]?.first else { return parts }
      parts.append(value)
    }
    return parts + (fields["path[]"] ?? [])
  }

  /// How the host is told, before its rules for paths.
  func rules(for form: RedirectForm) -> String {
    switch form {
    case .table:
      (0...3).reversed().map { count in
        let fields = ["page=:page", "op=:op", "path[]=:id"].prefix(count)
        let target = [":page", ":op", ":id"].prefix(count).map { "/" + $0 }.joined()
        return
          (["\(script) journal=\(journal)"] + fields + ["\(script)/\(journal)\(target) 301"])
          .joined(separator: " ") + "\n"
      }.joined()
    case .apache:
      "<IfModule mod_rewrite.c>\nRewriteEngine On\n"
        + Self.lengths.map { length in
          let groups = (0..<length).map { "/%\($0 + 1)" }.joined()
          return """
            RewriteCond %{REQUEST_URI} "^\(script.asPattern)/?$"
            RewriteCond %{QUERY_STRING} "^\(pattern(length))(?:&|$)" [NC]
            RewriteRule ^ "\(script)/\(journal)\(groups)" [R=301,L,QSD]

            """
        }.joined() + "</IfModule>\n"
    case .nginx:
      "map $request_uri $moved_query {\n"
        + Self.lengths.map { length in
          let groups = (0..<length).map { "/$\($0 + 1)" }.joined()
          let pattern = "\(script.asPattern)/?\\?\(pattern(length))(?:&|$)"
          return "  \"~*^\(pattern)\" \"\(script)/\(journal)\(groups)\";\n"
        }.joined() + "}\n"
    }
  }

  /// From journal, page, operation and four parts of a path (a file of a version) to the journal
  /// alone.
  private static let lengths = (0...6).reversed()

  /// The first fields of a query, as that system writes them.
  private func pattern(_ length: Int) -> String {
    let names = ["page", "op"] + Array(repeating: "path(?:\\[\\]|%5B%5D)", count: 4)
    return "journal=\(journal.asPattern)"
      + names.prefix(length).map { "&\($0)=([^&]+)" }.joined()
  }
}

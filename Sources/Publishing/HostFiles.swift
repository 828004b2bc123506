/// What hosts keep beside a site: a domain, a switch, proofs of who owns it. Publishing leaves it
/// there.
enum HostFiles {
  /// Below the root; a folder with all that it holds.
  static let paths = ["CNAME", ".nojekyll", ".well-known"]

  static func contain(_ path: String) -> Bool {
    paths.contains { path == $0 || path.hasPrefix($0 + "/") }
  }
}

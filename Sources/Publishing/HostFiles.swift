/// What hosts keep beside a site, where publishing leaves it: a domain, a switch, proofs of who
/// owns it.
enum HostFiles {
  /// Below the root; a folder with all that it holds.
  static let paths = ["CNAME", ".nojekyll", ".well-known"]

  static func contain(_ path: String) -> Bool {
    paths.contains { path == $0 || path.hasPrefix($0 + "/") }
  }
}

/// The absolute addresses of a journal's pages and files: the journal's `url` before a `SitePath`.
///
/// Pages link to each other by relative paths; an absolute address is for metadata that leaves
/// the site. A journal without `url` has none, and what needs one is left out.
package struct SiteAddresses: Sendable, Hashable {
  /// Ends in `/`.
  package let root: String?

  package init(_ journal: borrowing Journal) {
    root = journal.url.map { $0.utf8.last == UInt8(ascii: "/") ? $0 : $0 + "/" }
  }

  package subscript(path: SitePath) -> String? {
    root.map { $0 + path.encoded }
  }
}

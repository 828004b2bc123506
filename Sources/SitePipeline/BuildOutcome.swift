package import Reporting

/// What a build found and did.
package struct BuildOutcome: Sendable, Hashable {
  package var report: Report
  /// Whether the output folder now holds the site of the sources.
  package var isWritten: Bool
  package var changes: SiteChanges
  /// How the site differs from what was published; nil without a ledger.
  package var publication: PublicationChanges?

  package init(
    report: Report, isWritten: Bool = false, changes: SiteChanges = SiteChanges(),
    publication: PublicationChanges? = nil
  ) {
    self.report = report
    self.isWritten = isWritten
    self.changes = changes
    self.publication = publication
  }
}

/// Files of the output folder, by path.
package struct SiteChanges: Sendable, Hashable {
  package var added: PathList = []
  package var changed: PathList = []
  package var removed: PathList = []
  package var unchangedCount = 0

  package init() {}
}

/// Pages that readers will find new, changed or gone, against the ledger of what was published.
package struct PublicationChanges: Sendable, Hashable, Codable {
  /// A page as the ledger knows it.
  package struct Page: Sendable, Hashable, Codable {
    /// From the root of the site, without a leading `/`.
    package var path: String
    package var title: String

    package init(path: String, title: String) {
      self.path = path
      self.title = title
    }
  }

  package var added: [Page] = []
  package var changed: [Page] = []
  package var removed: [Page] = []

  package init() {}
}

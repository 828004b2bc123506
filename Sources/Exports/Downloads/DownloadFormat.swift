package import JournalModel

/// A format in which readers take citations home.
package enum DownloadFormat: Sendable, Hashable, CaseIterable {
  case bibTeX, ris, endNote, cslJSON

  /// The file beside an article's page.
  package var articleFile: ArticleFile {
    switch self {
    case .bibTeX: .bibTeX
    case .ris: .ris
    case .endNote: .endNote
    case .cslJSON: .cslJSON
    }
  }

  package var format: ExportFormat { articleFile.format }

  /// As readers know it.
  package var title: String {
    switch self {
    case .bibTeX: "BibTeX"
    case .ris: "RIS"
    case .endNote: "EndNote"
    case .cslJSON: "CSL-JSON"
    }
  }

  /// The file with all articles of an issue, in its folder.
  package var issueFileName: String { "issue" + articleFile.ending }

  /// The file with all articles of the journal.
  package var journalPath: SitePath { SitePath("journal" + articleFile.ending) }
}

package import JournalModel

/// A file beside an article's page, written for machines.
package struct ArticleFile: Sendable, Hashable {
  package var name: String
  package var mediaType: String
  package var format: ExportFormat
  /// The profile that says which kind of XML it is.
  package var profile: String?

  package init(name: String, mediaType: String, format: ExportFormat, profile: String? = nil) {
    self.name = name
    self.mediaType = mediaType
    self.format = format
    self.profile = profile
  }

  package static let bibTeX = ArticleFile(
    name: "cite.bib", mediaType: "application/x-bibtex", format: .bib)
  package static let ris = ArticleFile(
    name: "cite.ris", mediaType: "application/x-research-info-systems", format: .ris)
  package static let endNote = ArticleFile(
    name: "cite.enw", mediaType: "application/x-endnote-refer", format: .enw)
  package static let cslJSON = ArticleFile(
    name: "cite.csl.json", mediaType: "application/vnd.citationstyles.csl+json",
    format: .cslJSON)
  package static let jats = ArticleFile(
    name: "jats.xml", mediaType: "application/xml", format: .jats,
    profile: "https://jats.nlm.nih.gov/publishing/1.3/")
  package static let linkset = ArticleFile(
    name: "linkset.json", mediaType: "application/linkset+json", format: .linkset)

  /// The files that describe an article, in the order in which readers of metadata try them.
  package static func descriptions(
    in journal: Journal, formats: Set<ExportFormat>
  ) -> [ArticleFile] {
    [cslJSON, bibTeX, ris, endNote, jats].filter { file in
      formats.contains(file.format) && (file.format != .jats || journal.issn.preferred != nil)
    }
  }
}

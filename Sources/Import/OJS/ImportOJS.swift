// Reads an export of Open Journal Systems (native XML of releases 2.4 to 3.5) and gives the files
// of a content folder: `journal.yml`, an `issue.yml` an issue, a Markdown file an article with its
// galleys beside it. The shapes of the releases are read in `OJSIssue+Reading` and
// `OJSArticle+Reading` into the plain values of `OJSIssue`; `OJSContent` makes the files.
//
// E-mail addresses are dropped. What an export has and the content cannot hold is reported; what
// it lacks is never guessed.

package import Reporting

/// What an export of OJS does not say about itself.
package struct OJSImportOptions: Sendable {
  /// The journal's address on the old site, such as `https://example.org/index.php/quarterly`.
  package var oldURL: String?
  /// The name of the journal, for a `journal.yml` of its own.
  package var journalTitle: String?

  /// What the journal holds already.
  package var present: PresentContent

  package init(
    oldURL: String? = nil, journalTitle: String? = nil, present: PresentContent = .init()
  ) {
    self.oldURL = oldURL
    self.journalTitle = journalTitle
    self.present = present
  }
}

/// The content that an export holds; nothing, and a report with an error, when it cannot be read.
package func contentFiles(
  fromOJS xml: [UInt8], path: String, options: OJSImportOptions, report: inout Report
) -> [ContentFile] {
  guard
    let root = MarkupElement(
      xml: xml, path: path, keeping: ["embed"], report: &report)
  else { return [] }
  let issues = OJSIssue.all(in: root, report: &report)
  guard !issues.isEmpty else { return [] }
  var content = OJSContent(options: options)
  for issue in issues { content.add(issue, report: &report) }
  return content.finished(at: root.range, report: &report)
}

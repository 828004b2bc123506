import Import
import Reporting
import TestSupport
import Testing

@Suite struct ImportOJSReportTests {
  private func expect(
    _ xml: String, _ options: OJSImportOptions = .init(oldURL: "x", journalTitle: "x"),
    gives expected: ExpectedDiagnostic..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectDiagnostics(in: ["export.xml": xml], expected, sourceLocation: sourceLocation) {
      files, report in
      for (path, bytes) in files {
        _ = contentFiles(fromOJS: bytes, path: path, options: options, report: &report)
      }
    }
  }

  @Test func namesWhatTheExportLacks() {
    expect(
      "1️⃣<article><title>T</title></article>", .init(),
      gives: .init("1️⃣", "ojs-title-missing", "Export does not name the journal", .warning),
      .init(
        "1️⃣", "ojs-address-missing", "Export does not hold the journal's old address", .warning))
  }

  @Test func refusesWhatIsNoExport() {
    expect(
      "1️⃣<users></users>",
      gives: .init("1️⃣", "ojs-root-unknown", "'users' is no export of issues or articles"))
    expect(
      "<issue>1️⃣<id type=\"unknown\">x</id></issue>",
      gives: .init(
        "1️⃣", "ojs-identifier-unknown", "Identifier type 'unknown' is none that OJS writes"))
  }

  @Test func refusesAFileThatIsCut() {
    expect(
      "<issue><year>20201️⃣</ye1️⃣",
      gives: .init("1️⃣", "xml-malformed", "XML cannot be read: the end tag has no end"))
  }

  @Test func namesEachThingLeftOut() {
    expect(
      "1️⃣<issue published=\"1\"></issue>",
      gives: .init(
        "1️⃣", "ojs-issue-empty", "Issue without year, volume and articles is left out", .warning))
    expect(
      "1️⃣<article status=\"1\"><title>T</title></article>",
      gives: .init(
        "1️⃣", "ojs-article-unpublished", "Article that was never published is left out", .warning))
    expect(
      "1️⃣<article><title> </title></article>",
      gives: .init("1️⃣", "ojs-article-untitled", "Article without a title is left out", .warning))
    expect(
      "1️⃣<article date_published=\"soon\"><title>T</title><author/></article>",
      gives: .init(
        "1️⃣", "ojs-author-unnamed", "Author of this article has no name in the export", .warning),
      .init("1️⃣", "ojs-fact-malformed", "'soon' is no date and is left out", .warning))
  }

  @Test func namesFilesThatAreNotThere() {
    expect(
      "1️⃣<article><title>T</title><galley><label>PDF</label></galley></article>",
      gives: .init("1️⃣", "ojs-file-missing", "File of 'PDF' is not in the export", .warning))
    expect(
      """
      <article><title>T</title><galley><label>PDF</label><file>
      1️⃣<embed filename="a.pdf" encoding="base64">?!</embed></file></galley></article>
      """,
      gives: .init(
        "1️⃣", "ojs-file-damaged", "Embedded file is not whole and is left out", .warning),
      .init("1️⃣", "ojs-file-missing", "File of 'PDF' is not in the export", .warning))
    expect(
      """
      <issue><year>2020</year><issue_galleys><issue_galley><label>Whole</label>
      1️⃣<issue_file><file_name>a.pdf</file_name></issue_file></issue_galley></issue_galleys></issue>
      """,
      gives: .init(
        "1️⃣", "ojs-issue-galley-without-file",
        "Galley 'Whole' of the issue has no file in the export", .warning))
    let galley = """
      <issue_galley locale="en"><label>Whole</label>
      <issue_file><file_name>a.pdf</file_name><embed>UERG</embed></issue_file></issue_galley>
      """
    expect(
      """
      <issue><year>2020</year><issue_galleys>\(galley)
      \(galley)
      <issue_galley locale="en"><label>Again</label>
      1️⃣<issue_file><file_name>a.pdf</file_name><embed>UERG</embed></issue_file></issue_galley>
      </issue_galleys></issue>
      """,
      gives: .init(
        "1️⃣", "ojs-issue-galley-doubled",
        "Issue has another galley of the form and language of 'Again'", .warning))
  }
}

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
      "1️⃣<article><title>T</title><covers><cover><cover_image>c.png</cover_image></cover></covers></article>",
      gives: .init(
        "1️⃣", "ojs-field-left-out", "Field 'cover' has no place in the content", .warning))
    expect(
      "1️⃣<article><id type=\"other::urn\">urn:nbn:de:0</id><id type=\"doi\">10.5555/a</id><title>T</title></article>",
      gives: .init(
        "1️⃣", "ojs-field-left-out", "Field 'urn' has no place in the content", .warning))
    expect(
      "1️⃣<article><title> </title></article>",
      gives: .init("1️⃣", "ojs-article-untitled", "Article without a title is left out", .warning))
    expect(
      "1️⃣<article date_published=\"soon\"><title>T</title><author/></article>",
      gives: .init(
        "1️⃣", "ojs-author-unnamed", "Author of this article has no name in the export", .warning),
      .init("1️⃣", "import-fact-malformed", "'soon' is no date and is left out", .warning))
  }

  @Test func namesFieldsThatHaveNoPlaceWhoeverTheyBelongTo() {
    func leftOut(_ field: String) -> ExpectedDiagnostic {
      .init(
        "1️⃣", "ojs-field-left-out", "Field \(field) has no place in the content", .warning)
    }
    expect(
      """
      1️⃣<article><title>T</title>
      <indexing><discipline>Physics</discipline><subject>wind</subject><type> </type></indexing>
      <dataAvailability>On request</dataAvailability>
      <copyrightHolder locale="en">The authors</copyrightHolder>
      <copyrightHolder locale="fr">Les auteurs</copyrightHolder>
      <authors>
        <author><givenname>Ada</givenname><country>GB</country><url>https://example.org</url></author>
        <author><givenname>Eva</givenname><url>https://example.net</url></author>
        <author><preferredPublicName>Li Xia</preferredPublicName></author>
      </authors>
      <article_galley><name>Text</name><id type="doi">10.5555/a.pdf</id>
        <remote src="https://example.org/a"/></article_galley>
      </article>
      """,
      gives: leftOut("'dataAvailability'"), leftOut("'discipline'"),
      leftOut("'copyright holder in other languages'"), leftOut("'url' of an author"),
      leftOut("'doi' of galley 'Text'"), leftOut("'country' of an author"))
    expect(
      """
      1️⃣<issue><year>2020</year><sections><section ref="ART"><abbrev>ART</abbrev>
      <policy>Two readers</policy><title>Articles</title></section></sections></issue>
      """,
      gives: leftOut("'policy' of section 'Articles'"))
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
    for damaged in ["UE=R", "====", "UERG="] {
      expect(
        """
        <article><title>T</title><galley><label>PDF</label><file>
        1️⃣<embed filename="a.pdf" encoding="base64">\(damaged)</embed></file></galley></article>
        """,
        gives: .init(
          "1️⃣", "ojs-file-damaged", "Embedded file is not whole and is left out", .warning),
        .init("1️⃣", "ojs-file-missing", "File of 'PDF' is not in the export", .warning))
    }
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

  @Test func namesTextsAndPicturesThatAreNotTakenOver() {
    // `<img src="map.png">` and `<p>Two`.
    expect(
      """
      <article><title>T</title>
      <galley><label>HTML</label><file>1️⃣<embed filename="a.html">PGltZyBzcmM9Im1hcC5wbmciPg==</embed></file></galley>
      <galley><label>Again</label><file>2️⃣<embed filename="b.html">PHA+VHdv</embed></file></galley>
      </article>
      """,
      gives: .init(
        "1️⃣", "ojs-image-missing", "Image 'map.png' of the HTML text is not in the export", .warning),
      .init(
        "2️⃣", "ojs-text-doubled", "'Again' is another HTML text in its language, and left out",
        .warning))
  }

  @Test func givesEachPictureAFileOfItsOwn() {
    // `<img src="Fig%201.1.png"><img src="x/Fig 1.2.png">`
    let html = "PGltZyBzcmM9IkZpZyUyMDEuMS5wbmciPjxpbWcgc3JjPSJ4L0ZpZyAxLjIucG5nIj4="
    let xml = """
      <issue><year>2020</year><articles><article><title>T</title><galley><label>HTML</label>
      <file><embed filename="a.html">\(html)</embed></file>
      <image><embed filename="Fig 1.1.png">MTEx</embed></image>
      <image><embed filename="Fig 1.2.png">MjIy</embed></image></galley></article></articles></issue>
      """
    var report = Report()
    let files = contentFiles(
      fromOJS: Array(xml.utf8), path: "a.xml", options: .init(oldURL: "x", journalTitle: "x"),
      report: &report)
    #expect(report.diagnostics == [])
    #expect(
      files.map(\.path) == [
        "journal.yml", "issues/2020/t-fig-1-1.png", "issues/2020/t-fig-1-2.png", "issues/2020/t.md",
        "issues/2020/issue.yml",
      ])
    #expect(
      String(decoding: files[3].bytes, as: UTF8.self).hasSuffix(
        "![](<t-fig-1-1.png>)![](<t-fig-1-2.png>)\n"))
  }

  @Test func leavesTheNamesOfAnIssueToIt() {
    let xml = """
      <issue><year>2020</year><issue_galleys><issue_galley><label>Whole</label><issue_file>
      <file_name>a.pdf</file_name><embed>UERG</embed></issue_file></issue_galley></issue_galleys>
      <articles><article><title>Issue</title><galley><label>PDF</label><file>
      <embed filename="a.pdf">QUFB</embed></file></galley></article></articles></issue>
      """
    var report = Report()
    let files = contentFiles(
      fromOJS: Array(xml.utf8), path: "a.xml", options: .init(oldURL: "x", journalTitle: "x"),
      report: &report)
    #expect(
      files.map(\.path) == [
        "journal.yml", "issues/2020/issue-2.pdf", "issues/2020/issue-2.md",
        "issues/2020/issue.pdf", "issues/2020/issue.yml",
      ])
  }
}

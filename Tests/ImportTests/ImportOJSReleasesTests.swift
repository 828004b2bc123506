import Import
import Reporting
import TestSupport
import Testing

/// The shapes in which the releases write the same facts.
@Suite struct ImportOJSReleasesTests {
  private func files(
    _ xml: String, present: PresentContent = .init()
  ) -> (files: [String: String], codes: [String]) {
    var report = Report()
    let files = contentFiles(
      fromOJS: Array(xml.utf8), path: "export.xml",
      options: OJSImportOptions(
        oldURL: "https://example.org/index.php/q", journalTitle: "Q", present: present),
      report: &report)
    return (
      Dictionary(
        uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }),
      report.diagnostics.map(\.code.rawValue)
    )
  }

  private func issue(_ inside: String, attributes: String = #"published="1""#) -> String {
    """
    <issue \(attributes)><id type="internal">7</id>
    <issue_identification><volume>2</volume><number>1</number><year>2023</year></issue_identification>
    <date_published>2023-11-18</date_published>\(inside)</issue>
    """
  }

  private func article(_ inside: String, publication: String = "") -> String {
    """
    <articles><article locale="en" status="3" current_publication_id="18" date_submitted="2023-01-02">
    <id type="internal">17</id>\(inside)
    <publication version="1" status="3" section_ref="ART" url_path="" date_published="2023-11-18">
    <id type="internal">18</id><title locale="en">Wind</title>\(publication)</publication>
    </article></articles>
    """
  }

  @Test func takesTheCurrentOfTheFilesOfRelease33() {
    let (found, codes) = files(
      issue(
        article(
          """
          <submission_file id="40" file_id="24" stage="proof" genre="Article Text">
            <name locale="en">paper</name>
            <file id="24" filesize="4" extension="pdf"><embed encoding="base64">TkVX</embed></file>
            <file id="23" filesize="4" extension="pdf"><embed encoding="base64">T0xE</embed></file>
          </submission_file>
          """,
          publication: """
            <article_galley locale="en" approved="false"><id type="internal">3</id>
              <name locale="en">PDF</name><seq>0</seq><submission_file_ref id="40"/></article_galley>
            """)))
    #expect(codes == [])
    #expect(found["issues/2-1/wind.pdf"] == "NEW")
  }

  @Test func readsVocabulariesAffiliationsAndBiographiesOfRelease35() throws {
    let (found, codes) = files(
      issue(
        article(
          "",
          publication: """
            <keywords locale="en"><keyword><name>wind</name></keyword></keywords>
            <subjects locale="en"><subject><name>Weather</name></subject><subject><name>wind</name></subject></subjects>
            <agencies locale="en"><agency><name>Wind Fund</name></agency></agencies>
            <disciplines locale="en"><discipline><name>Physics</name></discipline></disciplines>
            <authors><author user_group_ref="Author" seq="0" id="1">
              <givenname locale="en">Ada</givenname><givenname locale="ar">آدا</givenname>
              <familyname locale="en">Byron</familyname>
              <rorAffiliation><ror>https://ror.org/05gq02987</ror><name locale="en">Brown</name></rorAffiliation>
              <affiliation><name locale="en">Home</name><name locale="fr_CA">Chez elle</name></affiliation>
              <email>ada@example.org</email><orcid>https://orcid.org/0000-0002-1825-0098</orcid>
              <biography locale="en">&lt;p&gt;Writes to ada@example.org.&lt;/p&gt;</biography></author></authors>
            """)))
    #expect(
      codes.sorted() == ["import-fact-malformed", "ojs-field-left-out", "ojs-mail-address"])
    #expect(
      try #require(found["issues/2-1/wind.md"])
        == """
        ---
        title: Wind
        language: en
        authors:
          - given: Ada
            family: Byron
            alternate-names:
              ar:
                given: آدا
                family: Byron
            affiliations:
              - name: Brown
                ror: "https://ror.org/05gq02987"
              - name:
                  en: Home
                  fr-CA: Chez elle
            biography: Writes to .
        keywords:
          - wind
          - Weather
        section: ART
        date: "2023-11-18"
        dates:
          submitted: "2023-01-02"
        funding:
          - funder: Wind Fund
        legacy:
          ojs-id: "17"
          versions:
            - "18"
        ---

        """.replacing("آدا\n", with: "\"آدا\"\n"))
  }

  @Test func keepsTheLastPublishedVersionWhileANewOneIsWritten() {
    let (found, codes) = files(
      """
      <article current_publication_id="3"><id>9</id>
      <publication status="3"><id>1</id><title>First</title></publication>
      <publication status="3"><id>2</id><title>Second</title></publication>
      <publication status="1"><id>3</id><title>Draft</title></publication></article>
      """)
    #expect(codes == [])
    #expect(
      found.keys.sorted() == [
        "issues/imported/issue.yml", "issues/imported/second.md", "issues/imported/second.v1.md",
        "journal.yml",
      ])
    #expect(found["issues/imported/second.md"]?.contains("version: \"2\"") == true)
  }

  @Test func keepsTheVersionsThatWerePublished() throws {
    let (found, codes) = files(
      """
      <article current_publication_id="4" date_submitted="2020-01-01"><id>9</id>
      <submission_file id="6"><file id="5" extension="pdf"><embed encoding="base64">JVBERg==</embed></file></submission_file>
      <publication version="1" status="3" date_published="2020-02-01" locale="en"><id>1</id>
      <title locale="en">First</title><article_galley locale="en"><id>7</id><name locale="en">PDF</name>
      <submission_file_ref id="6"/></article_galley></publication>
      <publication version="2" status="1"><id>2</id><title>Draft</title></publication>
      <publication version="3" status="3" date_published="2020-05-01" locale="en"><id>4</id>
      <title locale="en">Third</title></publication></article>
      """)
    #expect(codes == [])
    #expect(
      found["issues/imported/third.v1.md"] == """
        ---
        title: First
        language: en
        date: "2020-02-01"
        dates:
          submitted: "2020-01-01"
        legacy:
          ojs-id: "9"
          versions:
            - "1"
          galleys:
            - id: "7"
              file-id: "6"
              file: third-v1.pdf
        ---

        """)
    #expect(found["issues/imported/third.v1.pdf"] != nil)
    let current = try #require(found["issues/imported/third.md"])
    #expect(current.contains("version: \"3\""))
    #expect(current.contains("versions:\n    - \"2\"\n    - \"4\"\n"))
  }

  @Test func gathersArticlesWithoutTheirIssuesByTheIssueThatTheyName() {
    func article(_ title: String, number: Int) -> String {
      """
      <article><publication status="3"><title>\(title)</title><issue_identification>
      <number>\(number)</number><year>2020</year></issue_identification></publication></article>
      """
    }
    let (found, codes) = files(
      "<articles>\(article("A", number: 1))\(article("B", number: 2))\(article("C", number: 1))</articles>"
    )
    #expect(codes == [])
    #expect(
      found.keys.sorted() == [
        "issues/2020-1/a.md", "issues/2020-1/c.md", "issues/2020-1/issue.yml", "issues/2020-2/b.md",
        "issues/2020-2/issue.yml", "journal.yml",
      ])
  }

  @Test func leavesOutIssuesThatWereNeverPublishedAndSaysWhichWereClosed() {
    let (future, codes) = files(
      issue(article(""), attributes: #"published="0""#))
    #expect(future.keys.sorted() == ["journal.yml"])
    #expect(codes == ["ojs-issue-unpublished"])
    #expect(
      files(issue(article(""), attributes: #"published="1" access_status="2""#)).codes
        == ["ojs-issue-closed"])
  }

  @Test func makesHTMLTheTextAndOtherFormsSupplements() throws {
    let html = "PGgxPldpbmQ8L2gxPjxwPkJsb3dzPC9wPjxpbWcgc3JjPSJtYXAucG5nIiBhbHQ9Ik1hcCI+"
    let (found, codes) = files(
      issue(
        article(
          """
          <submission_file id="1" genre="Article Text"><name>t.html</name>
            <file id="1" extension="html"><embed encoding="base64">\(html)</embed></file></submission_file>
          <submission_file id="2" stage="dependent" genre="Image"><name>map.png</name>
            <submission_file_ref id="1"/><file id="2" extension="png"><embed encoding="base64">TUFQ</embed></file></submission_file>
          <submission_file id="3" genre="Data Set"><name>d.csv</name>
            <file id="3" extension="csv"><embed encoding="base64">MSwy</embed></file></submission_file>
          """,
          publication: """
            <article_galley><id>4</id><name>HTML</name><seq>2</seq><submission_file_ref id="1"/></article_galley>
            <article_galley><id>5</id><name>Data</name><seq>1</seq><submission_file_ref id="3"/></article_galley>
            <article_galley url_path="video"><id>6</id><name>Video</name><seq>3</seq><remote src="https://example.org/v"/></article_galley>
            """)))
    #expect(codes == [])
    #expect(found["issues/2-1/wind-map.png"] == "MAP")
    #expect(found["issues/2-1/wind-supplement-1.csv"] == "1,2")
    let text = try #require(found["issues/2-1/wind.md"])
    #expect(
      text.hasSuffix(
        """
        supplements:
          - title: Data
            file: wind-supplement-1.csv
          - title: Video
            url: "https://example.org/v"
        legacy:
          ojs-id: "17"
          versions:
            - "18"
          galleys:
            - id: "5"
              file-id: "3"
              file: wind-supplement-1.csv
            - id: "4"
              file-id: "1"
            - id: "6"
              url-path: video
        ---

        ## Wind

        Blows

        ![Map](<wind-map.png>)

        """))
  }

  @Test func carriesCoversAndGalleysOfAnIssue() throws {
    let (found, codes) = files(
      issue(
        """
        <covers><cover locale="en"><cover_image>c.JPG</cover_image>
          <cover_image_alt_text>A hill</cover_image_alt_text><embed encoding="base64">SlBH</embed></cover></covers>
        <issue_galleys><issue_galley locale="en"><label>PDF</label><id type="internal">8</id>
          <issue_file><file_name>i.pdf</file_name><embed encoding="base64">UERG</embed></issue_file></issue_galley></issue_galleys>
        """))
    #expect(codes == [])
    #expect(found["issues/2-1/cover.jpg"] == "JPG")
    #expect(found["issues/2-1/issue.pdf"] == "PDF")
    #expect(
      try #require(found["issues/2-1/issue.yml"]) == """
        volume: "2"
        number: "1"
        year: "2023"
        date: "2023-11-18"
        cover:
          file: cover.jpg
          alt: A hill
        legacy:
          ojs-id: "7"
          galleys:
            - id: "8"
              file: "2-1.pdf"

        """)
  }

  @Test func writesReferencesWithoutTheirNumbersAndWithTheirAddresses() throws {
    let (found, _) = files(
      issue(
        article(
          "",
          publication: """
            <citations><citation>[1] Ek, B. https://doi.org/10.1/a_b.</citation>
            <citation>[2] 1984. *Orwell* @home</citation></citations>
            """)))
    #expect(
      try #require(found["issues/2-1/wind.md"]).hasSuffix(
        #"""

        ## References

        1. Ek, B. <https://doi.org/10.1/a_b>.
        2. 1984\. \*Orwell\* \@home

        """#))
  }

  @Test func givesNoNameTwiceWhenIssuesComeInSeveralFiles() {
    let present = PresentContent(files: [
      ("issues/1-1/wind.md", "---\nlegacy:\n  ojs-id: \"5\"\n---\n"),
      ("issues/1-1/issue.yml", "legacy:\n  ojs-id: \"3\"\n"),
    ])
    #expect(files(issue(article("")), present: present).files["issues/2-1/wind-2.md"] != nil)
    let again = PresentContent(files: [
      ("issues/2-1/wind-2.md", "---\nlegacy:\n  ojs-id: \"17\"\n---\n"),
      ("issues/1-1/wind.md", "---\nlegacy:\n  ojs-id: \"5\"\n---\n"),
    ])
    #expect(files(issue(article("")), present: again).files["issues/2-1/wind-2.md"] != nil)
  }

  @Test func keepsEmphasisInTitles() throws {
    let (found, _) = files(
      "<article><title>On &lt;i&gt;Salix&lt;/i&gt; &amp; 2 &lt; 3</title><pages>pp. 3-9</pages></article>"
    )
    let text = try #require(found.first { $0.key.hasSuffix(".md") }).value
    #expect(text.hasPrefix("---\ntitle: \"On *Salix* & 2 \\\\< 3\"\npages: \"3-9\"\n"))
  }
}

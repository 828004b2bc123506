import Import
import Reporting
import TestSupport
import Testing

@Suite struct ImportOJSTests {
  private let options = OJSImportOptions(
    oldURL: "https://example.org/index.php/quarterly", journalTitle: "Quarterly")

  /// The files by path; text where they are text.
  private func files(_ xml: String, _ options: OJSImportOptions? = nil) -> [String: String] {
    var report = Report()
    let files = contentFiles(
      fromOJS: Array(xml.utf8), path: "export.xml", options: options ?? self.options,
      report: &report)
    #expect(report.diagnostics == [])
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func writesTheJournalWithItsOldAddress() {
    #expect(
      files("<issue><volume>1</volume><year>2020</year></issue>")["journal.yml"] == """
        title: Quarterly
        languages:
          - en
        citation:
          style: chicago-author-date
          compat: ojs
        legacy:
          ojs-url: "https://example.org/index.php/quarterly"

        """)
  }

  @Test func readsTheCurrentPublicationOfRelease32() {
    let found = files(
      """
      <issue xmlns="http://pkp.sfu.ca" published="1" url_path="">
        <id type="internal">7</id>
        <issue_identification><volume>1</volume><number>2</number><year>2020</year></issue_identification>
        <date_published>2020-10-04</date_published>
        <sections><section ref="ART"><title locale="en_US">Articles</title></section></sections>
        <articles><article status="3" current_publication_id="19" date_submitted="2020-01-02">
          <id type="internal">17</id>
          <submission_file stage="proof" id="4"><revision number="1" filename="a.pdf" filetype="application/pdf">
            <embed encoding="base64">JVBERg==</embed></revision></submission_file>
          <publication version="1" status="3"><id type="internal">18</id><title locale="en_US">Old</title></publication>
          <publication locale="en_US" version="2" status="3" section_ref="ART" date_published="2020-10-04">
            <id type="internal">19</id>
            <id type="doi">10.5555/q.17</id>
            <prefix locale="en_US">The</prefix>
            <title locale="en_US">Signal: a study</title>
            <title locale="fr_CA">Le signal</title>
            <abstract locale="en_US">&lt;p&gt;It &lt;em&gt;works&lt;/em&gt;.&lt;/p&gt;</abstract>
            <keywords locale="en_US"><keyword>signals</keyword><keyword>noise, white</keyword></keywords>
            <authors><author user_group_ref="Author">
              <givenname locale="en_US">Ada</givenname><familyname locale="en_US">Byron</familyname>
              <affiliation locale="en_US">Here University</affiliation><country>GB</country>
              <email>ada@example.org</email></author></authors>
            <article_galley locale="en_US"><id type="internal">3</id><name locale="en_US">PDF</name>
              <submission_file_ref id="4" revision="1"/></article_galley>
            <citations><citation>Byron, A. *Notes*. 1843.</citation></citations>
            <pages>1-9</pages>
          </publication>
        </article></articles>
      </issue>
      """)
    #expect(
      found["issues/1-2/the-signal-a-study.md"] == #"""
        ---
        title:
          en: "The Signal: a study"
          fr-CA: Le signal
        language: en
        authors:
          - given: Ada
            family: Byron
            affiliations:
              - name: Here University
                country: GB
        abstract: "It *works*."
        keywords:
          - signals
          - "noise, white"
        section: ART
        pages: "1-9"
        doi: "10.5555/q.17"
        date: "2020-10-04"
        dates:
          submitted: "2020-01-02"
        version: "2"
        legacy:
          ojs-id: "17"
          versions:
            - "19"
          galleys:
            - id: "3"
              file-id: "4"
              file: the-signal-a-study.pdf
        ---

        ## References

        1. Byron, A. \*Notes\*. 1843.

        """#)
    #expect(found["issues/1-2/the-signal-a-study.pdf"] == "%PDF")
    #expect(
      found["issues/1-2/issue.yml"] == """
        volume: "1"
        number: "2"
        year: "2020"
        date: "2020-10-04"
        sections:
          - id: ART
            title: Articles
        legacy:
          ojs-id: "7"
        order:
          - the-signal-a-study

        """)
  }

  @Test func readsTheSectionsOfRelease2() {
    let found = files(
      """
      <!DOCTYPE issue SYSTEM "native.dtd">
      <issue published="true"><title locale="en_US">Test Issue</title><volume>1</volume><year>2011</year>
        <section><title locale="en_US">Articles</title><abbrev locale="en_US">ART</abbrev>
          <article locale="en_US"><title locale="en_US">On Ice</title>
            <indexing><subject locale="en_US">ice;snow</subject></indexing>
            <author><firstname>Cher</firstname><lastname></lastname></author>
            <galley locale="en_US"><label>PDF</label><file>
              <embed filename="x.PDF" encoding="base64" mime_type="application/pdf">JVBERg==</embed></file></galley>
          </article></section></issue>
      """)
    #expect(
      found["issues/1/on-ice.md"] == """
        ---
        title: On Ice
        language: en
        authors:
          - literal: Cher
        keywords:
          - ice
          - snow
        section: ART
        ---

        """)
    #expect(found["issues/1/on-ice.pdf"] == "%PDF")
  }

  @Test func readsTheNestedAffiliationsAndKeywordsOfRelease35() {
    let found = files(
      """
      <article status="3"><publication locale="en" status="3"><title locale="en">Here</title>
        <keywords locale="en"><keyword><name>place</name></keyword></keywords>
        <authors><author><givenname locale="en">Bo</givenname><familyname locale="en">Ek</familyname>
          <rorAffiliation><ror>https://ror.org/05gq02987</ror><name locale="en">Brown</name></rorAffiliation>
        </author></authors></publication></article>
      """)
    #expect(
      found["issues/imported/here.md"] == """
        ---
        title: Here
        language: en
        authors:
          - given: Bo
            family: Ek
            affiliations:
              - name: Brown
                ror: "https://ror.org/05gq02987"
        keywords:
          - place
        ---

        """)
  }

  @Test func writesNoAddressOfAnAuthor() {
    let found = files(
      "<article><title>T</title><author><firstname>A</firstname><email>a@example.org</email></author></article>"
    )
    #expect(found.values.allSatisfy { !$0.contains("@") })
  }
}

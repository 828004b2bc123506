import Import
import Reporting
import TestSupport
import Testing

/// Files that belong to an article in JATS.
@Suite struct JATSFilesTests {
  private let page = "https://j.example/articles/engine/"

  /// What `contentFiles` makes of an article of ours whose metadata hold this besides.
  private func files(
    _ metadata: String, beside names: Set<String>, _ report: inout Report
  ) -> [String: String] {
    let files = contentFiles(
      fromJATS: Array(
        """
        <article><front><article-meta><title-group><article-title>T</article-title></title-group>
        <self-uri content-type="text/html" xlink:href="\(page)"/>\(metadata)</article-meta></front>
        </article>
        """.utf8), path: "a.xml", folder: "",
      resource: { names.contains($0) ? Array($0.utf8) : nil }, report: &report)
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func bringsTheFilesOfAnArticleOfOursAlong() {
    var report = Report()
    let found = files(
      """
      <supplementary-material xlink:href="\(page)all%20data.csv"><caption><title>Data</title>
      </caption></supplementary-material>
      <supplementary-material xlink:href="https://other.example/x.csv"/>
      <self-uri content-type="application/pdf" xlink:href="\(page)engine.pdf"/>
      <self-uri content-type="application/pdf" xlink:href="\(page)engine.ur.pdf"/>
      <self-uri content-type="application/pdf" xlink:href="https://other.example/engine.pdf"/>
      """, beside: ["all data.csv", "engine.pdf", "engine.ur.pdf", "x.csv"], &report)
    #expect(report.diagnostics == [])
    #expect(
      found == [
        "all data.csv": "all data.csv", "t.pdf": "engine.pdf", "t.ur.pdf": "engine.ur.pdf",
        "t.md": """
        ---
        title: T
        language: en
        supplements:
          - title: Data
            file: all data.csv
          - title: "https://other.example/x.csv"
            url: "https://other.example/x.csv"
        ---


        """,
      ])
  }

  @Test func namesFilesThatAreMissingAndKeepsTheirPlace() {
    var report = Report()
    let found = files(
      """
      <supplementary-material xlink:href="\(page)a.csv"/>
      <supplementary-material xlink:href="b.csv"/>
      <supplementary-material xlink:href="\(page)..%2Fc.csv"/>
      <self-uri content-type="application/pdf" xlink:href="\(page)engine.pdf"/>
      """, beside: ["../c.csv"], &report)
    #expect(
      report.diagnostics.map(\.message) == [
        "File 'a.csv' is not beside the article", "File 'b.csv' is not beside the article",
        "File '..%2Fc.csv' is not beside the article",
        "File 'engine.pdf' is not beside the article",
      ])
    #expect(
      found == [
        "t.md": """
        ---
        title: T
        language: en
        supplements:
          - title: "\(page)a.csv"
            file: a.csv
          - title: b.csv
            file: b.csv
          - title: "\(page)..%2Fc.csv"
            file: "..%2Fc.csv"
        ---


        """
      ])
  }
}

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

  @Test func takesEveryFileThatTheTextNames() {
    var report = Report()
    let (text, names) = importedText(
      """
      <article><front><article-meta><title-group><article-title>T</article-title></title-group>
      <self-uri xlink:href="https://a.example/x.pdf"/><self-uri xlink:href="own.pdf"/>
      <supplementary-material xlink:href="a.csv"/></article-meta></front><body>
      <sec><title>H <inline-graphic xlink:href="b.png"/></title>
      <p>x <inline-formula><alternatives><inline-graphic xlink:href="no.gif"/><tex-math>y</tex-math></alternatives></inline-formula>
      <inline-formula><graphic xlink:href="c.gif"/></inline-formula>
      <inline-supplementary-material xlink:href="d.csv">the data</inline-supplementary-material></p>
      <disp-formula id="e"><graphic xlink:href="e.png"/></disp-formula>
      <fig><caption><p>C <inline-graphic xlink:href="f.png"/></p></caption><graphic xlink:href="g.png"/><media xlink:href="h.mp4"/></fig>
      <table-wrap><table><tr><td><graphic xlink:href="i.png"/><fn id="n"><p>N</p></fn></td></tr></table></table-wrap>
      </sec></body><floats-group><fig><graphic xlink:href="j.png"/></fig></floats-group></article>
      """, &report)
    #expect(report.diagnostics == [])
    #expect(
      names == [
        "b.png", "c.gif", "e.png", "f.png", "g.png", "i.png", "j.png", "a.csv", "d.csv", "h.mp4",
        "t.pdf",
      ])
    #expect(
      text.hasSuffix(
        """
        supplements:
          - title: a.csv
            file: a.csv
          - title: the data
            file: d.csv
          - title: h.mp4
            file: h.mp4
        ---

        ## H ![](<b.png>)

        x $y$ ![](<c.gif>) the data

        ![](<e.png>){#e}

        ![C ![](<f.png>)](<g.png>)

        | ![](<i.png>)[^n] |
        | --- |

        ![](<j.png>)

        [^n]: N

        """), "\(text)")
  }
}

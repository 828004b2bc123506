import Import
import Reporting
import TestSupport
import Testing

/// What retractions, corrections and the like in JATS are about.
@Suite struct JATSNoticeTests {
  private let present = PresentContent(files: [
    ("issues/1/engine.md", "---\ntitle: E\ndoi: \"10.5555/Engine\" # new\n---\n\nDOI: 10.5555/x\n"),
    ("issues/1/loom/article.md", "---\r\ntitle: L\r\nslug: the-loom\r\n---\r\n"),
  ])

  @Test(arguments: [
    ("retraction", "retracted-article"), ("correction", "corrected-article"),
    ("expression-of-concern", "object-of-concern"),
  ]) func namesTheArticlesThatANoticeIsAbout(type: String, relation: String) throws {
    var report = Report()
    let files = contentFiles(
      fromJATS: Array(
        """
        <article article-type="\(type)"><front><article-meta>
        <title-group><article-title>T</article-title></title-group>
        <self-uri content-type="text/html" xlink:href="https://j.example/articles/t/"/>
        <related-article related-article-type="\(relation)" xlink:href="https://doi.org/10.5555/engine"/>
        <related-article related-article-type="\(relation)" xlink:href="https://j.example/articles/the-loom/"/>
        </article-meta></front></article>
        """.utf8), path: "a.xml", folder: "", present: present, resource: { _ in nil },
      report: &report)
    #expect(report.diagnostics == [])
    #expect(
      files.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "---\ntitle: T\ntype: \(type)\nabout:\n  - engine\n  - the-loom\nlanguage: en\n---\n\n"
      ])
  }

  @Test func namesRelatedArticlesThatTheContentCannotName() {
    func related(_ type: String, _ target: String) -> String {
      "<related-article related-article-type=\"\(type)\" xlink:href=\"\(target)\"/>"
    }
    expectDiagnostics(
      in: [
        "a.xml": """
        <article article-type="correction"><front><article-meta>
        <title-group><article-title>T</article-title></title-group>
        <self-uri content-type="text/html" xlink:href="https://j.example/articles/t/"/>
        1️⃣\(related("corrected-article", "10.5555/x"))
        2️⃣\(related("corrected-article", "https://other.example/articles/the-loom/"))
        3️⃣\(related("commentary", "10.5555/engine"))</article-meta></front></article>
        """
      ],
      .init(
        "1️⃣", "jats-field-left-out",
        "Field 'related-article' (corrected-article) names '10.5555/x', which is no article of the "
          + "journal", .warning),
      .init(
        "2️⃣", "jats-field-left-out",
        "Field 'related-article' (corrected-article) names "
          + "'https://other.example/articles/the-loom/', which is no article of the journal",
        .warning),
      .init(
        "3️⃣", "jats-field-left-out",
        "Field 'related-article' (commentary) has no place in the content", .warning)
    ) { files, report in
      let made = contentFiles(
        fromJATS: files["a.xml"] ?? [], path: "a.xml", folder: "", present: present,
        resource: { _ in nil }, report: &report)
      #expect(!made.contains { String(decoding: $0.bytes, as: UTF8.self).contains("about:") })
    }
  }
}

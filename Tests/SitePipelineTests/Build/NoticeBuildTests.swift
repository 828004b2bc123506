import Foundation
import Reporting
import SitePipeline
import Testing

/// What each kind of notice makes of the article that it is about, in every format (NISO RP-45-2024).
@Suite(.enabled(if: TestSite.hasStyles)) struct NoticeBuildTests {
  struct Kind: Sendable {
    var type: String
    /// Before the title of the article, and of the notice.
    var article: String
    var notice: String
    /// What the banner says.
    var words: String
    var relations: [String]
    var update: String
  }

  static let kinds = [
    Kind(
      type: "retraction", article: "RETRACTED: ", notice: "RETRACTION: ", words: "retracted",
      relations: ["retraction-forward", "retracted-article"], update: "retraction"),
    Kind(
      type: "correction", article: "", notice: "", words: "corrected",
      relations: ["correction-forward", "corrected-article"], update: "correction"),
    Kind(
      type: "expression-of-concern", article: "EXPRESSION OF CONCERN: ",
      notice: "EXPRESSION OF CONCERN: ", words: "concern",
      relations: ["expression-of-concern", "object-of-concern"], update: "expression_of_concern"),
    Kind(
      type: "removal", article: "REMOVED: ", notice: "REMOVAL: ", words: "removed",
      relations: ["retraction-forward", "retracted-article"], update: "removal"),
  ]

  private func files(_ kind: Kind) -> [String: String] {
    TestSite.small.merging([
      "Content/journal.yml": """
      title: Acta Exempli
      languages: [en]
      url: https://example.org/acta/
      issn: {online: 2049-3630}
      publisher: Press
      citation: {style: chicago-author-date, styles: [apa]}
      deposits: {crossref: {depositor: P, email: d@example.org, registrant: P, crossmark-policy: 10.5555/p}}

      """,
      "Content/issues/2024-06/engine.md": """
      ---
      title: The Engine
      authors: [{family: Lovelace, given: Ada}]
      doi: 10.5555/engine
      keywords: [engines]
      abstract: It weaves.
      date: 2024-06-01
      ---

      """,
      "Content/issues/2024-06/engine.pdf": "%PDF-1.4",
      "Content/issues/2024-06/notice.md": """
      ---
      title: On the Engine
      type: \(kind.type)
      about: engine
      authors: [{literal: The Editors}]
      doi: 10.5555/notice
      date: 2024-06-20
      ---

      The editors say why.

      """,
    ]) { _, new in new }
  }

  @Test(arguments: kinds) func reachesEveryFormat(kind: Kind) async throws {
    try await TestSite.inFolder(files(kind)) { site in
      let outcome = await site.build { $0.formats = nil }
      #expect(outcome.report.diagnostics.filter { $0.severity == .error } == [])
      let output = try site.output().mapValues { String(decoding: $0, as: UTF8.self) }
      func text(_ path: String) throws -> String { try #require(output[path], "\(path)") }
      let (title, page) = (kind.article + "The Engine", try text("articles/engine/index.html"))
      for words in [
        "<title>\(title)", ">\(title)</h1>", #"name="citation_title" content="\#(title)""#,
        #"name="DC.Title" content="\#(title)""#, "“\(title)", #""\#(title)""#,
      ] {
        #expect(page.contains(words), "\(words)")
      }
      // The banner stands before the abstract, says what happened, and leads to the notice.
      let banner = try #require(page.firstRange(of: "../notice/")?.lowerBound)
      let abstract = try #require(page.firstRange(of: "<p>It weaves.")?.lowerBound)
      #expect(banner < abstract)
      #expect(page[..<abstract].lowercased().contains(kind.words))
      // On paper no link can be followed.
      #expect(
        page[..<abstract].contains(
          #"<span class="only-print url">https://doi.org/10.5555/notice</span>"#))
      for path in [
        "issues/2024-06/index.html", "authors/lovelace-ada/index.html",
        "keywords/engines/index.html", "feed.xml", "rss.xml", "articles/engine/cite/index.html",
        "articles/engine/cite.csl.json",
      ] {
        #expect(try text(path).contains(title), "\(path)")
      }
      #expect(try text("articles/engine/cite.ris").contains("TI  - \(title)"))
      #expect(
        try text("articles/engine/cite.bib").filter { !"{}".contains($0) }
          .contains("title = \(title)"))
      #expect(
        output.contains { $0.key.hasPrefix("search/parts/") && $0.value.contains(title) })
      #expect(page.contains(kind.article.isEmpty ? "PDF" : "\(kind.article.dropLast(2)) PDF"))

      let notice = try text("articles/notice/index.html")
      #expect(notice.contains("<title>\(kind.notice)On the Engine"))
      #expect(notice.contains(#"href="../engine/""#))
      #expect(
        try text("issues/2024-06/index.html").contains("\(kind.notice)On the Engine"))
      for (path, relation) in zip(["engine", "notice"], kind.relations) {
        #expect(
          try text("articles/\(path)/jats.xml").contains(
            #"related-article-type="\#(relation)""#), "\(path)")
      }
      let deposit = try site.text("Deposits/crossref-2024-06.xml")
      #expect(deposit.contains(#"<update type="\#(kind.update)" date="2024-06-20">"#))
      #expect(deposit.contains(">10.5555/engine</update>"))
    }
  }

  @Test func anArticleMayNotVanishWithoutANotice() async throws {
    try await TestSite.inFolder { site in
      _ = await site.build { $0.records = true }
      let engine = site.folder.appending(path: "Content/issues/2024-06/engine.md")
      try FileManager.default.removeItem(at: engine)
      let gone = await site.build()
      #expect(gone.report.diagnostics.map(\.code).contains("published-address-vanished"))
      try site.write([
        "Content/issues/2024-06/engine.md":
          "---\ntitle: The Engine\nauthors: [{family: Lovelace, given: Ada}]\n---\n",
        "Content/issues/2024-06/notice.md":
          "---\ntitle: Removal\ntype: removal\nabout: engine\n---\n\nThe court has ordered it.\n",
      ])
      let kept = await site.build()
      #expect(kept.report.diagnostics.filter { $0.severity == .error } == [])
    }
  }
}

import Foundation
import Reporting
import SitePipeline
import TestSupport
import Testing

/// Whatever a text and its metadata hold: no page of the site runs it.
@Suite(.enabled(if: TestSite.hasStyles, "needs the package citation-style-language-styles"))
struct HostilePageTests {
  @Test func printsKeywordsOfSignsWithoutAPageOfTheirOwn() async throws {
    let article = """
      ---
      title: The Engine
      authors: [{family: Lovelace, given: Ada}]
      keywords: [engines, "☃", "#"]
      ---
      It weaves.

      """
    let files = TestSite.small.merging(["Content/issues/2024-06/engine.md": article]) { $1 }
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().report.diagnostics == [])
      let output = try site.output()
      #expect(
        output.keys.filter { $0.hasPrefix("keywords/") }.sorted() == [
          "keywords/engines/index.html", "keywords/index.html",
        ])
      let page = try site.text("Output/articles/engine/index.html")
      #expect(page.contains("☃"))
    }
  }

  static let payloads = [
    #""><script>alert(1)</script>"#, "</script><script>alert(1)</script>",
    "<img alt=x onerror=alert(1)>", "<svg/onload=alert(1)>", "[a](javascript:alert(1))",
    #"<a href="javascript:alert(1)">x</a>"#, #"" onmouseover="alert(1)"#,
    "<i onclick=alert(1)>x</i>", #"<span class="nocase" onclick=alert(1)>x</span>"#,
    #"[x]{onclick="alert(1)" style="background:url(javascript:alert(1))"}"#,
    #"$\href{javascript:alert(1)}{x}$"#, "--><script>alert(1)</script>", "]]><script>alert(1)",
    "![x](data:text/html,<script>alert(1)</script>)", "<https://a.org/\"onclick=alert(1)>",
  ]

  /// The payload through every door at once, each of which a reader sees.
  private static func article(_ payload: String) throws -> [String: String] {
    let text = String(
      decoding: try JSONSerialization.data(
        withJSONObject: payload, options: [.fragmentsAllowed, .withoutEscapingSlashes]),
      as: UTF8.self)
    let field = String(payload.filter { !"{}@\\".contains($0) })
    return [
      "Content/issues/2024-06/engine.md": """
      ---
      title: \(text)
      subtitle: \(text)
      abstract: \(text)
      keywords: [\(text)]
      authors:
        - {family: \(text), given: \(text), affiliation: {name: \(text)}, biography: \(text)}
      funding: [{funder: \(text)}]
      statements: {data: \(text)}
      copyright: {holder: \(text)}
      bibliography: engine.bib
      ---
      ![\(payload)](loom.png){#fig:loom}

      | a |
      |---|
      | \(payload) |

      : \(payload)

      # \(payload)

      Cited [\(field) @key, p. \(field)] and noted^[\(payload)].

      \(payload)

      """,
      "Content/issues/2024-06/engine.bib": """
      @article{key, title = {\(field)}, author = {\(field)}, journal = {\(field)}, year = 2020,
        url = {\(field)}, doi = {\(field)}, note = {\(field)}, pages = {\(field)}}

      """, "Content/issues/2024-06/loom.png": "",
    ]
  }

  @Test(arguments: payloads) func letsNothingRun(payload: String) async throws {
    let files = TestSite.small.merging(try Self.article(payload)) { _, new in new }
    try await TestSite.inFolder(files) { site in
      let report = await site.build().report
      #expect(report.diagnostics.filter { $0.severity == .error } == [])
      let output = try site.output()
      for (path, bytes) in output where path.hasSuffix(".html") {
        #expect(Self.dangers(in: String(decoding: bytes, as: UTF8.self)) == [], "\(path)")
      }
      #expect(output["articles/engine/index.html"] != nil)
    }
  }

  /// Tags that run something or load something: scripts other than ours, handlers, addresses.
  private static func dangers(in html: String) -> [String] {
    // Neither texts, attributes nor data hold a `<` of their own.
    html.split(separator: "<", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
      let tag = piece.prefix { $0 != ">" }
      let lower = tag.lowercased()
      let own = ["script src=\"", "script type=\"application/ld+json\""]
      let isScript = lower.hasPrefix("script") && !own.contains(where: lower.hasPrefix)
      let isFrame = ["iframe", "object", "embed", "base", "form action=\"j"].contains {
        lower.hasPrefix($0)
      }
      let runs = !tag.hasPrefix("!") && outsideQuotes(lower).contains(/\son[a-z]+\s*=/)
      let leads = lower.contains(/(href|src|action)\s*=\s*["']?\s*(javascript|vbscript|data:text)/)
      return isScript || isFrame || runs || leads ? String(tag) : nil
    }
  }

  /// A tag without what stands between double quotes.
  private static func outsideQuotes(_ tag: String) -> String {
    tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined(separator: "\"\"")
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<script src=x onload=alert(1)>", "<p title=\"a\" onclick=x>",
    "<a href=\"javascript:x\">", "<iframe src=x>",
  ])
  func findsDangersItself(html: String) { #expect(Self.dangers(in: html).count >= 1) }

  @Test func doesNotTakeTextForADanger() {
    #expect(Self.dangers(in: "<p title=\" onclick=x\">a onclick=b</p>") == [])
  }
}

import Foundation
import Reporting
import SitePipeline
import Testing

/// What older versions of an article make of it, in every format.
@Suite(.enabled(if: TestSite.hasStyles)) struct VersionBuildTests {
  static let files = TestSite.small.merging([
    "Content/journal.yml": """
    title: Acta Exempli
    languages: [en, ur]
    url: https://example.org/acta/
    issn: {online: 2049-3630}
    publisher: Press
    citation: {style: chicago-author-date, styles: [apa]}
    deposits: {crossref: {depositor: P, email: d@example.org, registrant: P}}

    """,
    "Content/issues/2024-06/engine.md": """
    ---
    title: The Engine
    authors: [{family: Lovelace, given: Ada}]
    doi: 10.5555/engine.2
    keywords: [engines]
    abstract: It weaves anew.
    date: 2024-09-01
    changes: A table was wrong.
    ---

    Wefts [@menabrea].

    """,
    "Content/issues/2024-06/engine.v1.md": """
    ---
    title: The Engine
    slug: engine
    authors: [{family: Lovelace, given: Ada}, {family: Babbage, given: Charles}]
    doi: 10.5555/engine.1
    keywords: [engines, brass]
    abstract: It weaves.
    date: 2024-06-01
    ---

    Warps [@menabrea].

    """,
    "Content/issues/2024-06/engine.bib":
      "@book{menabrea, author = {Menabrea, Luigi}, title = {Sketch}, date = {1842}}\n",
    "Content/issues/2024-06/engine.pdf": "%PDF-1.4",
    "Content/issues/2024-06/engine.v1.pdf": "%PDF-1.3",
  ]) { _, new in new }

  private static let (first, second) = ("articles/engine/v1/", "articles/engine/")

  private func built() async throws -> [String: String] {
    try await TestSite.inFolder(Self.files) { site in
      let outcome = await site.build { $0.formats = nil }
      #expect(outcome.report.diagnostics.filter { $0.severity == .error } == [])
      var output = try site.output().mapValues { String(decoding: $0, as: UTF8.self) }
      output["deposit"] = try site.text("Deposits/crossref-2024-06.xml")
      output["addresses"] = try site.text("Deposits/crossref-urls.txt")
      output["doaj"] = try site.text("Deposits/doaj-2024-06.xml")
      return output
    }
  }

  @Test func keepsEachVersionAtItsOwnAddressAndSaysWhichIsCurrent() async throws {
    let output = try await built()
    let old = try #require(output[Self.first + "index.html"])
    let new = try #require(output[Self.second + "index.html"])
    // The older one leads to the current one before its abstract.
    let banner = try #require(old.firstRange(of: "This is an older version")?.lowerBound)
    let abstract = try #require(old.firstRange(of: "<p>It weaves.</p>")?.lowerBound)
    #expect(banner < abstract)
    #expect(
      old.contains(
        "A newer version was published on 1 September 2024. <a href=\"../\">Read the current version</a>"
      ))
    #expect(!new.contains("This is an older version"))
    #expect(old.contains("Warps") && new.contains("Wefts"))
    #expect(output[Self.first + "engine-v1.pdf"] == "%PDF-1.3")
    #expect(output[Self.second + "engine.pdf"] == "%PDF-1.4")
    // Both list all versions, the newest first.
    #expect(
      new.contains(
        """
        <ol class="versions" role="list">
        <li><b>Version 2</b> · <time datetime="2024-09-01">1 September 2024</time><br><span lang="en">A table was wrong.</span></li>
        <li><a href="v1/">Version 1</a> · <time datetime="2024-06-01">1 June 2024</time></li>
        </ol>
        """.replacing(" lang=\"en\"", with: "")))
    #expect(old.contains("<a href=\"../\">Version 2</a>") && old.contains("<b>Version 1</b>"))
    #expect(new.contains("Published <time datetime=\"2024-06-01\">"))
    #expect(new.contains("Version 2: <time datetime=\"2024-09-01\">"))
    // The lasting address of the current version leads on to it, and is cited.
    let lasting = try #require(output["articles/engine/v2/index.html"])
    #expect(lasting.contains("content=\"0; url=../\""))
    #expect(output["ur/articles/engine/v1/index.html"]?.contains("یہ ایک پرانا نسخہ ہے") == true)
  }

  @Test func namesTheVersionWhereverItIsCited() async throws {
    let output = try await built()
    for (page, number) in [(Self.first, 1), (Self.second, 2)] {
      let cited = try #require(output[page + "cite/index.html"])
      #expect(cited.contains("The Engine [Version \(number)]"))
      #expect(
        output[page + "index.html"]?.contains(
          #"name="DCTERMS.bibliographicCitation" content="Lovelace"#) == true)
      #expect(output[page + "cite.bib"]?.contains("version = {\(number)}") == true)
      #expect(output[page + "cite.ris"]?.contains("N1  - Version \(number)") == true)
      #expect(output[page + "cite.enw"]?.contains("%Z Version \(number)") == true)
      #expect(output[page + "cite.csl.json"]?.contains("\"version\": \"\(number)\"") == true)
      #expect(
        output[page + "cite.ris"]?.contains(
          "UR  - https://example.org/acta/articles/engine/v\(number)/") == true)
      // The title is the article's own for machines that format it themselves.
      #expect(output[page + "cite.ris"]?.contains("TI  - The Engine\r\n") == true)
    }
    #expect(output[Self.second + "cite.bib"]?.contains("@article{lovelace2024engine,") == true)
    #expect(output[Self.first + "cite.bib"]?.contains("@article{lovelace2024engine-v1,") == true)
  }

  @Test func showsOlderVersionsInNoList() async throws {
    let output = try await built()
    let lists = output.keys.filter {
      $0.hasSuffix(".html") && !$0.contains("articles/") || $0.hasPrefix("search/")
        || ["feed.xml", "rss.xml", "sitemap.xml", "oai.xml", "journal.bib", "doaj"].contains($0)
        || $0.hasPrefix("issues/")
    }
    #expect(lists.count > 20)
    for path in lists {
      #expect(output[path]?.contains("engine/v1") == false, "\(path)")
      #expect(output[path]?.contains("engine.1") == false, "\(path)")
      #expect(output[path]?.contains("Warps") == false, "\(path)")
    }
    #expect(output["issues/2024-06/index.html"]?.contains("articles/engine/\"") == true)
    // Who and what only an older version names has no page, and no link to one.
    #expect(output["authors/babbage-charles/index.html"] == nil)
    #expect(output["keywords/brass/index.html"] == nil)
    let old = try #require(output[Self.first + "index.html"])
    #expect(old.contains("<b><bdi>Charles Babbage</bdi></b>"))
    #expect(old.contains("../../../authors/lovelace-ada/"))
  }

  @Test func tellsMachinesHowVersionsStandToEachOther() async throws {
    let output = try await built()
    let base = "https://example.org/acta/articles/engine/"
    let old = try #require(output[Self.first + "index.html"])
    let new = try #require(output[Self.second + "index.html"])
    for tag in [
      #"<link rel="canonical" href="\#(base)v1/">"#, #"<meta name="robots" content="noindex">"#,
      #"<link rel="successor-version" href="\#(base)">"#,
      #"<link rel="latest-version" href="\#(base)">"#,
      #"<meta name="DCTERMS.isReplacedBy" content="\#(base)">"#,
      #"<link rel="cite-as" href="https://doi.org/10.5555/engine.1">"#,
      #"name="citation_pdf_url" content="\#(base)v1/engine-v1.pdf""#,
      #""creativeWorkStatus":"Superseded""#, #""version":1"#, #""exampleOfWork":{"#,
    ] {
      #expect(old.contains(tag), "\(tag)")
    }
    for tag in [
      #"<link rel="canonical" href="\#(base)">"#,
      #"<link rel="predecessor-version" href="\#(base)v1/">"#,
      #"<meta name="DCTERMS.replaces" content="\#(base)v1/">"#, #""version":2"#,
      #""isBasedOn":"\#(base)v1/""#,
    ] {
      #expect(new.contains(tag), "\(tag)")
    }
    #expect(!new.contains("noindex") && !new.contains("creativeWorkStatus"))
    #expect(output[Self.first + "linkset.json"]?.contains("latest-version") == true)
    let jats = try #require(output[Self.second + "jats.xml"])
    #expect(
      jats.contains(#"<article-version article-version-type="number">2</article-version>"#))
    #expect(jats.contains("<event-desc>A table was wrong.</event-desc>"))
    #expect(jats.components(separatedBy: "<event event-type=\"version\">").count == 3)
    let deposit = try #require(output["deposit"])
    #expect(
      deposit.contains(
        #"<rel:intra_work_relation relationship-type="isVersionOf" identifier-type="doi">10.5555/engine.2<"#
      ))
    #expect(
      deposit.contains(
        #"<rel:intra_work_relation relationship-type="hasVersion" identifier-type="doi">10.5555/engine.1<"#
      ))
    #expect(output["addresses"]?.contains("10.5555/engine.1\t\(base)v1/\n") == true)
  }

  @Test func carriesNoticesOfTheArticleToItsOlderVersions() async throws {
    var files = Self.files
    files["Content/issues/2024-06/notice.md"] =
      "---\ntitle: Why\ntype: retraction\nabout: engine\n---\n\nIt was wrong.\n"
    try await TestSite.inFolder(files) { site in
      let outcome = await site.build()
      #expect(outcome.report.diagnostics.filter { $0.severity == .error } == [])
      let old = try #require(site.output()[Self.first + "index.html"])
      let page = String(decoding: old, as: UTF8.self)
      #expect(page.contains("<h1>RETRACTED: The Engine</h1>"))
      #expect(page.contains("href=\"../../notice/\""))
    }
  }
}

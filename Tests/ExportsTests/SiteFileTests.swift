import Exports
import JournalModel
import Reporting
import TestSupport
import Testing

@Suite struct SiteFileTests {
  private let formats = Set(ExportFormat.allCases)

  private func expect(_ bytes: [UInt8]?, _ name: String) throws {
    let bytes = try #require(bytes)
    expectGolden(String(decoding: bytes, as: UTF8.self), in: "Fixtures/site/\(name)")
  }

  @Test func linksThePageItsFilesAndItsDescriptions() throws {
    let sample = try SampleJournal()
    try expect(sample.record("engine").linkset(formats: formats), "engine-linkset.json")
    try expect(sample.record("single").linkset(formats: [.ris]), "single-linkset.json")
  }

  @Test func listsEveryPageInEveryLanguage() throws {
    let sample = try SampleJournal()
    let files = sample.resolved.journal.sitemaps(of: [
      .init(path: .home, lastChange: sample.resolved.lastChange),
      .init(
        path: .issue("2024-06"),
        lastChange: sample.resolved.lastChange(of: sample.resolved.issues[0])),
      .init(path: .article("single"), lastChange: CalendarDate(year: 2024)),
      .init(path: .search),
    ])
    #expect(files.map(\.path.text) == ["sitemap.xml"])
    try expect(files.first?.bytes, "sitemap.xml")
  }

  @Test func cutsALongSitemapIntoParts() throws {
    let journal = try SampleJournal().resolved.journal
    let pages = (0..<12_501).map { SitemapPage(path: .article("a\($0)")) }
    let files = journal.sitemaps(of: pages)
    #expect(files.map(\.path.text) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
    try expect(files.first?.bytes, "sitemap-index.xml")
    try expect(files.last?.bytes, "sitemap-2.xml")
  }

  @Test func writesTheSmallFiles() throws {
    let journal = try SampleJournal().resolved.journal
    try expect(journal.robots, "robots.txt")
    try expect(journal.openSearchDescription, "opensearch.xml")
    try expect(journal.headersFile, "_headers")
    try expect(manifest, "manifest-sha256.txt")
  }

  private let manifest =
    Manifest.line(of: "articles/b/index.html", sha256: SHA256.digest(of: [])[...])
    + Manifest.line(of: "index.html", sha256: SHA256.digest(of: [1])[...])
    + Manifest.line(of: "robots.txt", sha256: SHA256.digest(of: [2])[...])

  @Test func replacesADigestInTheManifest() {
    for path in ["articles/b/index.html", "index.html", "robots.txt"] {
      var list = manifest
      #expect(Manifest.replace(SHA256.digest(of: [3]), of: path, in: &list))
      #expect(list != manifest && list.count == manifest.count)
      let old: UInt8? = path == "index.html" ? 1 : path == "robots.txt" ? 2 : nil
      #expect(
        Manifest.replace(SHA256.digest(of: [old].compactMap(\.self)), of: path, in: &list))
      #expect(list == manifest)
    }
    var list = manifest
    for path in ["", "a", "articles/b/", "index.html.gz", "z"] {
      #expect(!Manifest.replace(SHA256.digest(of: [3]), of: path, in: &list))
    }
    #expect(list == manifest)
  }

  @Test func writesTheFeeds() throws {
    let sample = try SampleJournal()
    let entries = sample.resolved.feedEntries { article in
      (try? sample.record(article.slug).text) ?? ArticleText()
    }
    try expect(sample.resolved.journal.atomFeed(of: entries), "feed.xml")
    try expect(sample.resolved.journal.rssFeed(of: entries), "rss.xml")
  }

  @Test func feedsShowTheNewestAndAnnouncements() throws {
    var sample = try SampleJournal()
    sample.announcements = [
      StaticPage(
        kind: .announcement(date: try #require(CalendarDate(year: 2024, month: 7, day: 2))),
        slug: "call", title: Localized(RichText("Call & Answer"), in: .english), bodies: [],
        range: SourceRange(startOf: "call.md"))
    ]
    let entries = sample.resolved.feedEntries(limit: 3) { _ in ArticleText() }
    let names = entries.map { entry in
      switch entry {
      case .article(let record): record.article.slug
      case .announcement(let page, _): page.slug
      }
    }
    #expect(names == ["late", "retraction", "call"])
    try expect(sample.resolved.journal.atomFeed(of: entries), "feed-with-announcement.xml")
  }

  @Test func writesTheStaticRepository() throws {
    let sample = try SampleJournal()
    try expect(
      sample.resolved.oaiRepository { (try? sample.record($0.slug).text) ?? ArticleText() },
      "oai.xml")
  }

  @Test func writesNothingThatNeedsAnAddressWhereTheJournalHasNone() throws {
    var sample = try SampleJournal()
    sample.journal.facts.url = nil
    let journal = sample.resolved.journal
    #expect(journal.sitemaps(of: [.init(path: .home)]).isEmpty)
    #expect(journal.openSearchDescription == nil)
    let entries = sample.resolved.feedEntries { _ in ArticleText() }
    #expect(journal.atomFeed(of: entries) == nil)
    #expect(journal.rssFeed(of: entries) == nil)
    #expect(sample.resolved.oaiRepository { _ in ArticleText() } == nil)
    #expect(try sample.record("engine").linkset(formats: formats) == nil)
    #expect(String(decoding: journal.robots, as: UTF8.self) == "User-agent: *\nAllow: /\n")
  }

  @Test func permitsArchivesWordByWord() throws {
    let resolved = try SampleJournal().resolved
    let pages = resolved.preservationPages(for: .lockss)
    #expect(pages.map(\.path.text) == ["lockss/2024/", "lockss/2023/"])
    #expect(pages.map(\.previousYear) == [2023, nil])
    #expect(pages.map(\.nextYear) == [nil, 2024])
    #expect(pages.map { $0.issues.map(\.folder) } == [["2024-06"], ["2023-12"]])
    #expect(
      pages[0].facts.map { "\($0.name): \($0.value)" } == [
        "Journal URL: https://example.org/acta/", "Title: Acta Exempli",
        "Publisher: Example Press", "Description: Studies of <examples> & samples.",
        "ISSN: 2999-1234, 2049-3630", "Language(s): en, ur",
        "Publisher Email: editor@example.org",
        "Rights: https://creativecommons.org/licenses/by/4.0/",
      ])
    #expect(
      PreservationArchive.lockss.permission
        == "LOCKSS system has permission to collect, preserve, and serve this Archival Unit.")
    #expect(
      PreservationArchive.clockss.permission
        == "CLOCKSS system has permission to ingest, preserve, and serve this Archival Unit.")
  }
}

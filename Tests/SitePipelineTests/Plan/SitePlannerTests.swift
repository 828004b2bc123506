import Bibliography
import JournalModel
import Reporting
import Testing

@testable import SitePipeline

@Suite struct SitePlannerTests {
  private let urdu = LanguageTag("ur") ?? .english

  private func article(_ slug: String, in issue: String? = "2024-06") throws -> Article {
    var facts = Article.Facts(
      slug: slug, issueFolder: issue, kind: .researchArticle,
      title: Localized(RichText("On \(slug)"), in: .english), language: .english,
      dates: .init(published: try #require(CalendarDate(year: 2024, month: 6))),
      range: SourceRange(startOf: "issues/2024-06/\(slug).md"))
    facts.contributors = [
      Contributor(name: PersonName(family: "Lovelace", given: "Ada"), slug: "lovelace-ada")
    ]
    facts.keywords = [.init(language: .english, value: ["Analytical Engine", "notes"])]
    return Article(facts)
  }

  private func journal(_ languages: [LanguageTag], _ articles: [Article]) throws -> ResolvedJournal
  {
    var issue = Issue(
      folder: "2024-06", year: 2024, date: try #require(CalendarDate(year: 2024, month: 6)),
      range: SourceRange(startOf: "issues/2024-06/issue.yml"))
    issue.articles = articles.map(\.slug)
    return ResolvedJournal(
      journal: Journal(title: Localized("Acta", in: .english), languages: languages),
      issues: [issue], articles: articles)
  }

  @Test func plansEveryPageOnceForEachLanguage() throws {
    var report = Report()
    let journal = try journal([.english, urdu], [article("engine")])
    let asset = Asset(name: "style.0123.css", bytes: [])
    let plan = plan(
      journal, assets: [asset], options: SiteOptions(formats: []), report: &report)
    let pages = [
      "", "articles/engine/", "articles/engine/cite/", "authors/", "authors/lovelace-ada/",
      "issues/", "issues/2024-06/", "issues/2024-06/cite/", "keywords/",
      "keywords/analytical-engine/", "keywords/notes/", "search/",
    ]
    let expected =
      ["404.html", "_headers", "assets/style.0123.css", "robots.txt", "search/parts/index.js"]
      + pages
      + pages.map { "ur/" + $0 }
    #expect(plan.files.map(\.path.text).sorted() == expected.sorted())
    #expect(report.isEmpty)
  }

  @Test func gathersTheArticlesOfAnAuthorAndOfAKeyword() throws {
    var report = Report()
    var second = try article("notes")
    second.facts.keywords = [.init(language: .english, value: ["Notes"])]
    let plan = plan(
      try journal([.english], [article("engine"), second]), assets: [], report: &report)
    #expect(plan.authors.map(\.articles) == [[0, 1]])
    #expect(plan.keywords.map(\.slug) == ["analytical-engine", "notes"])
    #expect(plan.keywords.map(\.articles) == [[0], [0, 1]])
  }

  @Test func reportsTwoFilesForOnePath() throws {
    var report = Report()
    var article = try article("engine")
    article.facts.galleys = [
      .init(
        label: "PDF", language: .english, path: "a/engine.pdf", fileName: "engine.pdf",
        mediaType: "application/pdf", size: 1),
      .init(
        label: "PDF", language: .english, path: "b/engine.pdf", fileName: "engine.pdf",
        mediaType: "application/pdf", size: 1),
    ]
    let plan = plan(try journal([.english], [article]), assets: [], report: &report)
    #expect(report.diagnostics.map(\.code) == ["path-duplicate"])
    #expect(
      report.diagnostics.map(\.message)
        == ["'articles/engine/engine.pdf' is asked for twice"])
    #expect(plan.files.count { $0.path.text == "articles/engine/engine.pdf" } == 1)
  }

  @Test(arguments: [
    ("U.S. Afghanistan", "u-s-afghanistan"), ("Anti-Pakistan", "anti-pakistan"),
    ("  علم  کلام ", "علم-کلام"), ("…", ""),
  ])
  func makesThePathOfAKeyword(keyword: String, slug: String) {
    #expect(KeywordEntry.slug(of: keyword) == slug)
  }
}

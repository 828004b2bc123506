import JournalModel
import Reporting
import Testing

@testable import SitePipeline

@Suite struct ArticleSubjectTests {
  private static let title = Localized(RichText("On engines"), in: .english)

  private static let changes: [(String, @Sendable (inout Article.Facts) -> Void)] = [
    ("title", { $0.title = Localized(RichText("On looms"), in: .english) }),
    ("subtitle", { $0.subtitle = title }),
    (
      "abstracts",
      {
        let abstract = Article.Abstract(markdown: "Engines.", range: $0.range)
        $0.abstracts = [.init(language: .english, value: abstract)]
      }
    ),
    ("funding", { $0.funding = [.init(funder: "A foundation")] }),
    (
      "statements",
      { $0.statements = [.init(subject: .data, text: Localized("None", in: .english))] }
    ),
    ("citationText", { $0.citationText = "Lovelace 1843" }),
    ("uncited", { $0.uncited = ["babbage"] }),
    ("offset of the text", { $0.bodies[0].value.offset = 7 }),
    ("range", { $0.range = SourceRange(path: "engine.md", bytes: 4..<9) }),
  ]

  private func article() throws -> Article {
    var facts = Article.Facts(
      slug: "engine", issueFolder: nil, kind: .researchArticle, title: Self.title,
      language: .english, dates: .init(published: try #require(CalendarDate(year: 2024))),
      range: SourceRange(startOf: "engine.md"))
    facts.bodies = [.init(language: .english, value: .init(path: "engine.md", offset: 0))]
    return Article(facts)
  }

  private func article(with fact: String) throws -> Article {
    var article = try article()
    try #require(Self.changes.first { $0.0 == fact }).1(&article.facts)
    return article
  }

  @Test(arguments: changes.map(\.0))
  func holdsWhateverTheArrangementOfTheSiteLeavesOut(fact: String) throws {
    let (old, new) = (try article(), try article(with: fact))
    #expect(new.arranged == old.arranged)
    #expect(Fingerprint(of: ArticleSubject(new)) != Fingerprint(of: ArticleSubject(old)))
  }

  @Test(arguments: changes.map(\.0))
  func makesTheArticleWholeAgainWithWhatTheArrangementLeavesOut(fact: String) throws {
    let article = try article(with: fact)
    #expect(article.arranged.saying(ArticleSubject(article)) == article)
  }

  @Test(arguments: changes.map(\.0))
  func isStoredWithTheArticle(fact: String) throws {
    let article = try article(with: fact)
    let bytes = BinaryEncoder.bytes(of: StoredArticle(article, at: 7, key: "lovelace2024"))
    let stored = try #require(BinaryDecoder.value(StoredArticle.self, from: bytes))
    #expect(stored.article == article)
    #expect(stored.place == 7)
    #expect(stored.key == "lovelace2024")
  }

  @Test func changesTheFingerprintOfTheWholeAndNotThatOfTheArrangement() throws {
    let old = StoredArticle(try article(), at: 0, key: nil)
    let new = StoredArticle(try article(with: "title"), at: 0, key: nil)
    #expect(new.arrangement == old.arrangement)
    #expect(new.whole != old.whole)
  }
}

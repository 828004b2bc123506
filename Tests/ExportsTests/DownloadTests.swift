import Bibliography
import Exports
import JournalModel
import TestSupport
import Testing

@Suite struct DownloadTests {
  @Test(arguments: DownloadFormat.allCases)
  func writesAllArticlesOfAnIssueInItsOrder(format: DownloadFormat) throws {
    let sample = try SampleJournal()
    let downloads = Downloads(sample.resolved)
    let list = downloads.list(of: downloads.articles(of: sample.resolved.issues[0])) { article in
      (try? sample.record(article.slug).text) ?? ArticleText()
    }
    let bytes = list.bytes(as: format)
    expectGolden(
      String(decoding: bytes, as: UTF8.self), in: "Fixtures/downloads/\(format.issueFileName)")
  }

  /// As the list of all articles is written.
  @Test(arguments: DownloadFormat.allCases)
  func writesTheSameEntryByEntry(format: DownloadFormat) throws {
    let sample = try SampleJournal()
    let downloads = Downloads(sample.resolved)
    let articles = downloads.articles(of: sample.resolved.issues[0])
    let text: (Article) -> ArticleText = { ArticleText(abstractsOf: $0) }
    let entries = articles.map { downloads.list(of: [$0], text: text).entry(as: format) }
    let frame = format.frame
    let joined = Array(entries.joined(separator: Array(frame.separator.utf8)))
    #expect(
      Array(frame.start.utf8) + joined + Array(frame.end.utf8)
        == downloads.list(of: articles, text: text).bytes(as: format))
  }

  @Test func keepsTheKeysOfOlderArticles() throws {
    var sample = try SampleJournal()
    func keys() -> [String] {
      let downloads = Downloads(sample.resolved)
      return sample.resolved.articles.map { downloads.item(for: $0, text: ArticleText()).id }
    }
    let before = keys()
    #expect(Set(before).count == before.count)
    var twin = try #require(sample.resolved.article("retracted"))
    twin.facts.slug = "a-twin"
    twin.facts.notices = []
    twin.facts.dates.published = try #require(CalendarDate(year: 2024, month: 12))
    sample.articles.insert(twin, at: 0)
    let after = keys()
    #expect(Array(after.dropFirst()) == before)
    #expect(after[0] == "bold2024bolda")
  }

  @Test func saysThatAnArticleIsRetracted() throws {
    let sample = try SampleJournal()
    let article = try #require(sample.resolved.article("retracted"))
    let item = Downloads(sample.resolved).item(for: article, text: ArticleText())
    #expect(item[.title] == "RETRACTED: A Bold Claim")
    #expect(item[.note] == "Retracted")
  }

  @Test(arguments: [
    (DownloadFormat.bibTeX, "  title = {The <{}i> {Tag} and \\emph{the <{}/b> one}},"),
    (.ris, "TI  - The <i> Tag and the </b> one"),
    (.endNote, "%T The <i> Tag and the </b> one"),
    (
      .cslJSON,
      ##"    "title": "The <<span class=\"nocase\"></span>i> Tag and <i>the "##
        + ##"<<span class=\"nocase\"></span>/b> one</i>","##
    ),
  ])
  func keepsTagsThatAreWords(format: DownloadFormat, line: String) throws {
    var sample = try SampleJournal()
    let index = try #require(sample.articles.firstIndex { $0.slug == "late" })
    sample.articles[index].facts.title = Localized(
      RichText([.init("The <i> Tag and "), .init("the </b> one", .italic)]), in: sample.english)
    let list = Downloads(sample.resolved).list(of: [sample.articles[index]]) { _ in ArticleText() }
    let lines = String(decoding: list.bytes(as: format), as: UTF8.self)
      .split { $0.isNewline }.map(String.init)
    #expect(lines.filter { $0.contains("Tag") } == [line])
  }
}

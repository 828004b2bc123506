import JournalModel
import Reporting
import SitePipeline
import Testing

@Suite struct MovedAddressTests {
  private func journal(_ change: (inout Journal, inout Article, inout JournalModel.Issue) -> Void)
    throws
    -> ResolvedJournal
  {
    let range = SourceRange(startOf: "journal.yml")
    let date = try #require(CalendarDate(year: 2020))
    var journal = Journal(title: Localized("Acta", in: .english), languages: [.english])
    var article = Article(
      slug: "signal", issueFolder: "1-2", kind: .researchArticle,
      title: Localized(RichText("Signal"), in: .english), language: .english,
      dates: .init(published: date), range: range)
    var issue = JournalModel.Issue(folder: "1-2", year: 2020, date: date, range: range)
    change(&journal, &article, &issue)
    return ResolvedJournal(journal: journal, issues: [issue], articles: [article])
  }

  private func target(_ from: String, in moved: [MovedAddress]) -> MovedAddress.Target? {
    moved.first { $0.from == from }?.to
  }

  @Test func leadsEveryOldAddressOfAnArticleToItsPageOrFile() throws {
    let moved = movedAddresses(
      of: try journal { journal, article, issue in
        journal.formerURL = "https://example.org/index.php/quarterly/"
        article.former = FormerRecord(
          id: "17", urlPath: "the-signal", versions: ["18", "19"],
          galleys: [
            .init(id: "3", urlPath: "pdf", fileID: "4", fileName: "signal.pdf"), .init(id: "5"),
          ])
        issue.former = FormerRecord(id: "7")
      })
    let page = MovedAddress.Target.site(.article("signal"))
    let file = MovedAddress.Target.site(.article("signal").file("signal.pdf"))
    let root = "/index.php/quarterly/"
    for old in [
      "article/view/17", "article/view/the-signal", "article/view/17/version/18",
      "article/view/17/5", "article/download/17/5", "en/article/view/17",
    ] {
      #expect(target(root + old, in: moved) == page, "\(old)")
    }
    for old in [
      "article/view/17/3", "article/download/17/3/4", "article/download/the-signal/pdf",
      "article/download/17/version/18/3", "en/article/download/17/3",
    ] {
      #expect(target(root + old, in: moved) == file, "\(old)")
    }
    #expect(target(root + "issue/view/7", in: moved) == .site(.issue("1-2")))
    #expect(target(root + "issue/archive", in: moved) == .site(.issues))
    #expect(target("/index.php/quarterly", in: moved) == .site(.home))
    #expect(Set(moved.map(\.from)).count == moved.count)
  }

  @Test func takesRedirectsOfTheJournalFirst() throws {
    let moved = movedAddresses(
      of: try journal { journal, article, _ in
        journal.redirects = [
          .init(from: "/old/", to: "/about/"), .init(from: "/out/", to: "https://example.com/"),
        ]
        article.formerPaths = ["/old/", "/signal.html"]
      })
    #expect(
      moved == [
        MovedAddress(from: "/old/", to: .site(SitePath("about/"))),
        MovedAddress(from: "/out/", to: .elsewhere("https://example.com/")),
        MovedAddress(from: "/signal.html", to: .site(.article("signal"))),
      ])
  }
}

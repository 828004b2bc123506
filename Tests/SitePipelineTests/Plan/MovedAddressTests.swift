import JournalModel
import Reporting
import SitePipeline
import Testing

@Suite struct MovedAddressTests {
  private func journal(
    _ change: (inout Journal, inout Article.Facts, inout JournalModel.Issue) -> Void
  )
    throws
    -> ResolvedJournal
  {
    let range = SourceRange(startOf: "journal.yml")
    let date = try #require(CalendarDate(year: 2020))
    var journal = Journal(title: Localized("Acta", in: .english), languages: [.english])
    var article = Article.Facts(
      slug: "signal", issueFolder: "1-2", kind: .researchArticle,
      title: Localized(RichText("Signal"), in: .english), language: .english,
      dates: .init(published: date), range: range)
    var issue = JournalModel.Issue(folder: "1-2", year: 2020, date: date, range: range)
    change(&journal, &article, &issue)
    return ResolvedJournal(journal: journal, issues: [issue], articles: [Article(article)])
  }

  private func target(_ from: String, in moved: [MovedAddress]) -> MovedAddress.Target? {
    moved.first { $0.from.contains(from) }?.to
  }

  @Test func leadsEveryOldAddressOfAnArticleToItsPageOrFile() throws {
    let moved = movedAddresses(
      of: try journal { journal, article, issue in
        journal.facts.formerURL = "https://example.org/index.php/quarterly/"
        article.former = FormerRecord(
          id: "17", urlPath: "the-signal", versions: ["18", "19"],
          galleys: [
            .init(id: "3", urlPath: "pdf", fileID: "4", fileName: "signal.pdf"), .init(id: "5"),
          ])
        issue.former = FormerRecord(id: "7")
      },
      contains: { _ in true })
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
    let all = moved.flatMap(\.from)
    #expect(Set(all).count == all.count)
  }

  @Test func leadsOldVersionsToTheVersionsKept() throws {
    let moved = movedAddresses(
      of: try journal { journal, article, _ in
        journal.facts.formerURL = "https://example.org/index.php/quarterly"
        article.former = FormerRecord(id: "17", versions: ["18"])
        article.slug = "signal/v1"
        article.version = .init(number: 1, slugs: ["signal/v1", "signal"])
        article.former?.galleys = [.init(id: "3", fileName: "signal-v1.pdf")]
      },
      contains: { _ in true })
    let root = "/index.php/quarterly/article/"
    #expect(target(root + "view/17/version/18", in: moved) == .site(.article("signal/v1")))
    for old in ["view/17/version/18/3", "download/17/version/18/3", "view/17/3"] {
      #expect(
        target(root + old, in: moved) == .site(.article("signal/v1").file("signal-v1.pdf")),
        "\(old)")
    }
    // The article itself is no business of an older version.
    #expect(target(root + "view/17", in: moved) == nil)
  }

  @Test func takesRedirectsOfTheJournalFirst() throws {
    let moved = movedAddresses(
      of: try journal { journal, article, _ in
        journal.facts.redirects = [
          .init(from: "/old/", to: "/about/"), .init(from: "/out/", to: "https://example.com/"),
        ]
        article.formerPaths = ["/old/", "/signal.html"]
      },
      contains: { _ in true })
    #expect(
      moved == [
        MovedAddress(from: ["/old/"], to: .site(SitePath("about/"))),
        MovedAddress(from: ["/out/"], to: .elsewhere("https://example.com/")),
        MovedAddress(from: ["/signal.html"], to: .site(.article("signal"))),
      ])
  }

  @Test func leadsWhatStoodBelowAnArticleToIt() throws {
    let moved = movedAddresses(
      of: try journal { journal, article, issue in
        journal.facts.formerURL = "https://example.org/index.php/quarterly"
        journal.facts.formerLocales = ["fr_CA"]
        article.former = FormerRecord(
          id: "17", galleys: [.init(id: "3", fileName: "signal.pdf")])
      },
      contains: { _ in true })
    let root = #"(?:/index\.php)?/quarterly(?:/(?:fr_CA|en))?"#
    #expect(
      moved.prefix(3).map(\.pattern) == [
        root + "/article/[A-Za-z]+/17(?:/version/[0-9]+)?/3(?:/.*)?",
        root + "/article/download/17/.*",
        root + "/article/[A-Za-z]+/17(?:/.*)?",
      ])
    #expect(
      moved.prefix(3).map(\.to) == [
        .site(.article("signal").file("signal.pdf")), .site(.article("signal").file("signal.pdf")),
        .site(.article("signal")),
      ])
    #expect(moved[2].below.contains("/quarterly/article/view/17"))
    #expect(moved[2].below.contains("/index.php/quarterly/fr_CA/article/viewFile/17"))
  }

  @Test func leadsNowhereWhereNothingStands() throws {
    let moved = movedAddresses(
      of: try journal { journal, _, _ in journal.facts.formerURL = "https://example.org/quarterly"
      },
      contains: { $0 == .home })
    #expect(Set(moved.map(\.to)) == [.site(.home)])
    #expect(moved.last?.pattern == #"(?:/index\.php)?/quarterly(?:/(?:en))?(?:/index)?"#)
  }
}

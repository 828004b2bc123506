import Bibliography
import Exports
import JournalModel
import Reporting
import Testing

/// A rule of `check`, with what it finds and the nearest that it lets pass.
struct CheckRule: CustomTestStringConvertible, Sendable {
  /// What `check` looks at.
  struct Input: Sendable {
    var journal: Journal
    let issues: [JournalModel.Issue]
    var articles: [Article]
    var pages: [StaticPage]
    var references: [ArticleText.Reference] = []
    var file: CheckedJournal.File?

    init(_ resolved: ResolvedJournal) {
      journal = resolved.journal
      issues = resolved.issues
      articles = resolved.allArticles
      pages = resolved.pages
    }

    var resolved: ResolvedJournal {
      ResolvedJournal(journal: journal, issues: issues, articles: articles, pages: pages)
    }

    /// The article that is changed: an article of two authors with a PDF.
    var article: Article {
      get { articles[0] }
      set { articles[0] = newValue }
    }

    var keywords: [String] {
      get { article.keywords.flatMap(\.value) }
      set { article.facts.keywords = [.init(language: .english, value: newValue)] }
    }

    mutating func refer(to texts: String...) {
      references = texts.enumerated().map { .init(id: "\($0)", plain: $1) }
    }

    mutating func refer(toDOI doi: String) {
      var item = Item(id: "a", type: .book)
      item[.doi] = doi
      references = [.init(id: "a", plain: "Data, 2020.", item: item)]
    }
  }

  typealias Change = @Sendable (inout Input) -> Void

  var code: String
  var subject: CheckRow.Subject
  var good: Change
  var bad: Change

  init(_ code: String, _ subject: CheckRow.Subject, good: @escaping Change, bad: @escaping Change) {
    self.code = code
    self.subject = subject
    self.good = good
    self.bad = bad
  }

  var testDescription: String { code }
}

extension CheckRule {
  static var all: [CheckRule] { readers + registries + references }

  private static var readers: [CheckRule] {
    [
      CheckRule("scholar-author-missing", .googleScholar) {
        $0.article.facts.contributors = Array($0.article.contributors.prefix(1))
      } bad: {
        $0.article.facts.contributors = []
      },
      CheckRule("scholar-abstract-missing", .googleScholar) {
        $0.article.facts.bodies = []
        $0.article.facts.abstracts = [abstract()]
      } bad: {
        $0.article.facts.bodies = []
        $0.article.facts.abstracts = [abstract(isSummary: true)]
      },
      CheckRule("scholar-pdf-missing", .googleScholar) {
        $0.article.facts.galleys[0].language = .english
      } bad: {
        $0.article.facts.galleys = []
      },
      CheckRule("scholar-pdf-too-large", .googleScholar) {
        $0.article.facts.galleys[0].size = 5_000_000
      } bad: {
        $0.article.facts.galleys[0].size = 5_000_001
      },
      CheckRule("scholar-pdf-form", .googleScholar) {
        $0.file = .init(isPDF: true, hasText: true)
      } bad: {
        $0.file = .init(isPDF: false)
      },
      CheckRule("scholar-pdf-without-text", .googleScholar) {
        $0.file = .init(isPDF: true, hasText: nil)
      } bad: {
        $0.file = .init(isPDF: true, hasText: false)
      },
      CheckRule("zotero-author-separator", .zotero) {
        $0.article.facts.contributors[0].name = PersonName(literal: "Lovelace; Babbage")
        $0.article.facts.contributors[0].isOrganization = true
      } bad: {
        $0.article.facts.contributors[0].name = PersonName(literal: "Lovelace; Babbage")
      },
      CheckRule("zotero-author-capitals", .zotero) {
        $0.article.facts.contributors[0].name = PersonName(family: "LI", given: "N.")
      } bad: {
        $0.article.facts.contributors[0].name = PersonName(family: "LOVELACE", given: "A.")
      },
      CheckRule("zotero-keyword-separator", .zotero) {
        $0.keywords = ["one, two"]
      } bad: {
        $0.keywords = ["one; two"]
      },
    ]
  }

  private static var registries: [CheckRule] {
    [
      CheckRule("doaj-page-missing", .doaj) {
        $0.rename("fees", to: "charges")
      } bad: {
        $0.rename("fees", to: "money")
      },
      CheckRule("doaj-fact-missing", .doaj) {
        $0.journal.facts.publisher?.address = nil
      } bad: {
        $0.journal.facts.publisher?.country = nil
      },
      CheckRule("doaj-address-insecure", .doaj) {
        $0.journal.facts.url = "https://example.org/"
      } bad: {
        $0.journal.facts.url = "http://example.org/"
      },
      CheckRule("doaj-board-affiliation", .doaj) {
        $0.journal.facts.people[0].person.affiliations = []
        $0.journal.facts.people[0].until = CalendarDate(year: 2023)
      } bad: {
        $0.journal.facts.people[0].person.affiliations = []
      },
      CheckRule("doaj-article-licence", .doaj) { input in
        let notice = input.articles.firstIndex { $0.kind.isNotice }
        if let notice { input.articles[notice].facts.licence = nil }
      } bad: {
        $0.article.facts.licence = nil
      },
      CheckRule("doaj-author-missing", .doaj) {
        $0.article.facts.contributors[0].name = PersonName(literal: "Plato")
      } bad: {
        $0.article.facts.contributors = []
      },
      CheckRule("doaj-keyword-count", .doaj) {
        $0.keywords = (1...6).map { "keyword \($0)" }
      } bad: {
        $0.keywords = (1...7).map { "keyword \($0)" }
      },
      CheckRule("crossref-doi-missing", .crossref) {
        $0.article.facts.doi = DOI("10.5555/a")
      } bad: {
        $0.article.facts.doi = nil
      },
      CheckRule("crossref-doi-characters", .crossref) {
        $0.article.facts.doi = DOI("10.5555/a_(b);c-d.e/f")
      } bad: {
        $0.article.facts.doi = DOI("10.5555/a+b")
      },
      CheckRule("crossref-doi-prefix", .crossref) {
        $0.article.facts.doi = DOI("10.55551/a")
      } bad: {
        $0.article.facts.doi = DOI("10.5555.1/a")
      },
      CheckRule("crossref-length", .crossref) {
        $0.journal.facts.title = Localized(String(repeating: "ü", count: 255), in: .english)
      } bad: {
        $0.journal.facts.title = Localized(String(repeating: "ü", count: 256), in: .english)
      },
      CheckRule("crossref-number-length", .crossref) {
        $0.article.facts.extent = .articleNumber(String(repeating: "ü", count: 32))
      } bad: {
        $0.article.facts.extent = .articleNumber(String(repeating: "ü", count: 33))
      },
      CheckRule("crossref-policy-missing", .crossref) {
        $0.journal.facts.deposits?.crossmarkPolicy = DOI("10.5555/policy")
      } bad: {
        $0.journal.facts.deposits?.crossmarkPolicy = nil
      },
      CheckRule("jats-licence-missing", .jats) {
        $0.article.facts.copyright = nil
      } bad: {
        $0.article.facts.licence = nil
      },
      CheckRule("oai-contact-missing", .oai) {
        $0.journal.facts.contact?.name = nil
      } bad: {
        $0.journal.facts.contact?.email = nil
      },
      CheckRule("preservation-permission-missing", .preservation) {
        $0.journal.facts.formats = ["bib", "lockss"]
      } bad: {
        $0.journal.facts.formats = ["bib"]
      },
      CheckRule("pages-shared", .pages) {
        $0.share("54-60")
      } bad: {
        $0.share("53-60")
      },
    ]
  }

  private static var references: [CheckRule] {
    let work = "Ada Lovelace, Notes on the Analytical Engine, Memoirs 3 (1843)"
    return [
      CheckRule("reference-doi-dangling", .references) {
        $0.refer(to: work + ", doi:10.5555/a")
      } bad: {
        $0.refer(to: work + ", Doi:")
      },
      CheckRule("reference-doi-stop", .references) {
        $0.refer(to: work + ", https://doi.org/10.5555/a")
      } bad: {
        $0.refer(to: work + ", https://doi.org/10.5555/a.")
      },
      CheckRule("reference-doi-form", .references) {
        $0.refer(toDOI: "10.5555/a")
      } bad: {
        $0.refer(toDOI: "10.5/a")
      },
      CheckRule("reference-debris", .references) {
        $0.refer(to: work + ", https://example.org/a%20b")
      } bad: {
        $0.refer(to: work + ",,threatened%20them")
      },
      CheckRule("reference-repeated", .references) {
        $0.refer(to: work, "Another work that is none of them, 1844")
      } bad: {
        $0.refer(to: work, work)
      },
      CheckRule("reference-shortened", .references) {
        $0.refer(to: work, "Ada Lovelace, Letters")
      } bad: {
        $0.refer(to: work, "Ada Lovelace, Notes on the Analytical Engine")
      },
    ]
  }

  private static func abstract(
    isSummary: Bool = false
  ) -> Localized<Article.Abstract>.Entry {
    .init(
      language: .english,
      value: .init(markdown: "It weaves.", isSummary: isSummary, range: .init(startOf: "a.md")))
  }
}

extension CheckRule.Input {
  fileprivate mutating func rename(_ slug: String, to name: String) {
    for index in pages.indices where pages[index].slug == slug {
      pages[index].slug = name
    }
  }

  /// Gives pages to the article behind the first, whose pages are 30 to 54.
  fileprivate mutating func share(_ pages: String) {
    articles[1].facts.extent = (try? PageRange(pages)).map { .pages($0) }
  }
}

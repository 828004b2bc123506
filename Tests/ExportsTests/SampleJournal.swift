import Bibliography
import Exports
import JournalModel
import Prose
import Reporting
import Testing

/// A journal invented for these tests: one issue in which every field of the model occurs, an
/// article that came online a year after its issue, a retraction, and titles that try to break out.
struct SampleJournal {
  let english = LanguageTag.english
  let urdu: LanguageTag
  let arabic: LanguageTag
  var journal: Journal
  var issues: [JournalModel.Issue] = []
  var articles: [Article] = []
  var announcements: [StaticPage] = []

  var resolved: ResolvedJournal {
    ResolvedJournal(
      journal: journal, issues: issues, articles: articles, announcements: announcements)
  }

  init() throws {
    urdu = try #require(LanguageTag("ur"))
    arabic = try #require(LanguageTag("ar"))
    journal = Journal(title: Localized("", in: english), languages: [])
    journal = try acta()
    issues = [try issue(), try olderIssue()]
    articles = [
      try engine(), try ghazal(), try single(), try retracted(), try retraction(), try late(),
    ]
  }

  func record(_ slug: String) throws -> ArticleRecord {
    let article = try #require(resolved.article(slug))
    return ArticleRecord(article, in: resolved, text: text(of: article))
  }

  private func date(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: day))
  }

  private var here: SourceRange { SourceRange(startOf: "sample.md") }

  private func acta() throws -> Journal {
    let title = try #require(
      Localized([
        .init(language: english, value: "Acta Exempli"),
        .init(language: urdu, value: "مثالی تحقیق"),
      ]))
    var journal = Journal(title: title, languages: [english, urdu])
    journal.facts.abbreviation = "Acta Ex."
    journal.facts.description = Localized("Studies of <examples> & samples.", in: english)
    journal.facts.url = "https://example.org/acta/"
    journal.facts.issn = .init(online: try ISSN("2999-1234"), print: try ISSN("2049-3630"))
    journal.facts.publisher = .init(
      name: Localized("Example Press", in: english), address: "1 Sample Road, Sampleton",
      country: "PK", url: "https://press.example.org/", ror: ROR("05gq02987"))
    journal.facts.contact = .init(name: "Ada Editor", email: "editor@example.org")
    journal.facts.licence = Licence(
      url: "https://creativecommons.org/licenses/by/4.0/", name: "CC BY 4.0", spdx: "CC-BY-4.0")
    journal.facts.founded = 2018
    journal.facts.archives = ["LOCKSS"]
    journal.facts.deposits = .init(
      depositor: "Example Press", email: "deposits@example.org", registrant: "Example Press")
    return journal
  }

  private func issue() throws -> JournalModel.Issue {
    let date = try date(2024, 6)
    var issue = JournalModel.Issue(folder: "2024-06", year: 2024, date: date, range: here)
    issue.volume = "7"
    issue.number = "1"
    issue.doi = DOI("10.5555/acta.7.1")
    issue.title = Localized(RichText("Machines & Verse"), in: english)
    issue.sections = [.init(id: "articles", title: Localized("Articles", in: english))]
    issue.articles = ["engine", "ghazal", "single", "retracted", "retraction"]
    return issue
  }

  private func olderIssue() throws -> JournalModel.Issue {
    var issue = JournalModel.Issue(
      folder: "2023-12", year: 2023, date: try date(2023),
      range: here)
    issue.articles = ["late"]
    return issue
  }

  /// Two persons and a body, identifiers of every kind, references, a file and a supplement.
  private func engine() throws -> Article {
    var article = Article.Facts(
      slug: "engine", issueFolder: "2024-06", kind: .researchArticle,
      title: try #require(
        Localized([
          .init(
            language: english,
            value: RichText([.init("The "), .init("Analytical", .italic), .init(" Engine")])),
          .init(language: urdu, value: RichText("تجزیاتی انجن")),
        ])), language: english,
      dates: .init(
        submitted: CalendarDate(year: 2023, month: 11, day: 2),
        accepted: CalendarDate(year: 2024, month: 3, day: 9),
        published: try date(2024, 6, 30),
        updated: CalendarDate(year: 2024, month: 7, day: 1)), range: here)
    article.subtitle = Localized(RichText("Notes & Numbers"), in: english)
    article.contributors = try engineContributors()
    article.abstracts = []
    article.keywords = [
      .init(language: english, value: ["computing", "history"]),
      .init(language: urdu, value: ["تاریخ"]),
    ]
    article.section = "articles"
    article.extent = .pages(try PageRange("30–54"))
    article.doi = DOI("10.5555/acta.7.1.30")
    article.licence = Licence(
      url: "https://creativecommons.org/licenses/by/4.0/", name: "CC BY 4.0", spdx: "CC-BY-4.0")
    article.copyright = .init(holder: "The Authors", year: 2024)
    article.funding = [
      .init(funder: "Example Foundation", funderROR: ROR("05gq02987"), awards: ["EX-1", "EX-2"])
    ]
    article.statements = [
      .init(subject: .data, text: Localized("The data are in the supplement.", in: english)),
      .init(subject: .interests, text: Localized("None.", in: english)),
    ]
    article.galleys = [
      .init(
        label: "PDF", language: english, path: "issues/2024-06/engine.pdf",
        fileName: "engine.pdf", mediaType: "application/pdf", size: 123_456)
    ]
    article.supplements = [
      .init(
        title: Localized("Data", in: english),
        target: .file(
          path: "issues/2024-06/data.csv", fileName: "data.csv", mediaType: "text/csv", size: 99))
    ]
    return Article(article)
  }

  private func engineContributors() throws -> [Contributor] {
    let institute = Affiliation(
      name: Localized("University of Example", in: english), department: "Computing",
      city: "London", country: "GB", ror: ROR("05gq02987"))
    return [
      Contributor(
        name: PersonName(family: "Lovelace", given: "Ada"),
        alternateNames: [.init(language: urdu, value: PersonName(literal: "ایڈا لولیس"))],
        affiliations: [institute], orcid: try ORCID("0000-0002-1825-0097"),
        roles: [.author, .other("Conceptualization")], isCorresponding: true,
        email: "ada@example.org", slug: "lovelace-ada"),
      Contributor(
        name: PersonName(
          family: "Gogh", given: "Vincent", nonDroppingParticle: "van", suffix: "Jr."),
        affiliations: [institute], slug: "gogh-vincent"),
      Contributor(
        name: PersonName(literal: "Society of Engines; and Friends"), isOrganization: true,
        slug: "society"),
    ]
  }

  /// An article in Urdu with an author whose name has parts.
  private func ghazal() throws -> Article {
    var article = Article.Facts(
      slug: "ghazal", issueFolder: "2024-06", kind: .reviewArticle,
      title: Localized(RichText("اردو غزل: \"ایک\" <جائزہ> & </script>"), in: urdu),
      language: urdu,
      dates: .init(published: try date(2024, 6)), range: here)
    article.contributors = [
      Contributor(name: PersonName(family: "احمد", given: "سارہ"), slug: "ahmad-sara")
    ]
    article.extent = .pages(try PageRange("55"))
    article.section = "articles"
    return Article(article)
  }

  /// A name of one part, an article number, no DOI, only a year.
  private func single() throws -> Article {
    var article = Article.Facts(
      slug: "single", issueFolder: "2024-06", kind: .essay,
      title: Localized(RichText("A Title\nin two lines?"), in: english), language: english,
      dates: .init(published: try date(2024)), range: here)
    article.subtitle = Localized(RichText("Yes"), in: english)
    article.contributors = [
      Contributor(name: PersonName(literal: "Mati -Ur- Rehman Bajwa"), slug: "bajwa")
    ]
    article.extent = .articleNumber("e12")
    return Article(article)
  }

  private func retracted() throws -> Article {
    var article = Article.Facts(
      slug: "retracted", issueFolder: "2024-06", kind: .researchArticle,
      title: Localized(RichText("A Bold Claim"), in: english), language: english,
      dates: .init(published: try date(2024, 6, 30)),
      range: here)
    article.contributors = [
      Contributor(name: PersonName(family: "Bold", given: "Bea"), slug: "bold-bea")
    ]
    article.doi = DOI("10.5555/acta.7.1.60")
    article.notices = ["retraction"]
    return Article(article)
  }

  private func retraction() throws -> Article {
    var article = Article.Facts(
      slug: "retraction", issueFolder: "2024-06", kind: .retraction,
      title: Localized(RichText("A Bold Claim"), in: english), language: english,
      dates: .init(published: try date(2024, 7, 5)),
      range: here)
    article.contributors = [
      Contributor(
        name: PersonName(literal: "The Editors"), isOrganization: true, slug: "editors")
    ]
    article.doi = DOI("10.5555/acta.7.1.61")
    article.about = ["retracted"]
    return Article(article)
  }

  /// Online in 2025 in an issue of 2023: the issue's year wins.
  private func late() throws -> Article {
    var article = Article.Facts(
      slug: "late", issueFolder: "2023-12", kind: .letter,
      title: Localized(RichText("Late"), in: english), language: english,
      dates: .init(published: try date(2025, 1, 7)),
      range: here)
    article.contributors = [
      Contributor(name: PersonName(family: "Slow", given: "Sam"), slug: "slow-sam")
    ]
    return Article(article)
  }

  private func text(of article: Article) -> ArticleText {
    guard article.slug == "engine" else { return ArticleText() }
    var item = Item(id: "menabrea1842", type: .articleJournal)
    item[.title] = "Notions sur la machine analytique"
    item[.author] = [PersonName(family: "Menabrea", given: "Luigi Federico")]
    item[.containerTitle] = "Bibliothèque Universelle"
    item[.volume] = "82"
    item[.page] = "352-376"
    item[.issued] = ItemDate(PartialDate(year: 1842))
    item[.doi] = "10.5555/menabrea"
    let paragraph = Block(
      .paragraph([
        Inline(.text("An engine that "), at: 0..<1),
        Inline(.emphasis([Inline(.text("weaves"), at: 0..<1)]), at: 0..<1),
        Inline(.text(" patterns & <numbers>."), at: 0..<1),
      ]), at: 0..<1)
    var text = ArticleText(
      citation: "Lovelace, Ada. 2024. “The Analytical Engine.” Acta Exempli 7 (1): 30–54.",
      abstracts: [
        .init(
          language: english, blocks: [paragraph],
          plain: "An engine that weaves patterns & <numbers>."),
        .init(
          language: urdu,
          blocks: [Block(.paragraph([Inline(.text("خلاصہ"), at: 0..<1)]), at: 0..<1)],
          plain: "خلاصہ"),
      ],
      statements: Article.Statement.Subject.allCases.map {
        .init(subject: $0, blocks: [SampleBody.paragraph(.text("About \($0.rawValue)."))])
      },
      references: [
        .init(
          id: "menabrea1842",
          plain: "Menabrea, Luigi Federico. 1842. “Notions sur la machine analytique.”",
          item: item),
        .init(id: "2", plain: "Babbage, Passages from the Life of a Philosopher, 1864, Doi:"),
      ], body: SampleBody.document, citationWords: SampleBody.citationWords)
    text.citationParts = SampleBody.citationParts
    return text
  }
}

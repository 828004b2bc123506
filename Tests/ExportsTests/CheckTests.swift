import Bibliography
import Exports
import JournalModel
import Reporting
import Testing

@Suite struct CheckTests {
  /// What a row says of the sample journal after a change.
  private func findings(
    _ subject: CheckRow.Subject, references: [ArticleText.Reference] = [],
    files: [String: CheckedJournal.File] = [:], found: Report = Report(),
    _ change: (inout Journal, inout [Article]) -> Void = { _, _ in }
  ) throws -> [String] {
    let row = try row(
      subject, references: references, files: files, found: found, change)
    return row.report.diagnostics.map { "\($0.severity) \($0.code.rawValue): \($0.message)" }
  }

  private func row(
    _ subject: CheckRow.Subject, references: [ArticleText.Reference] = [],
    files: [String: CheckedJournal.File] = [:], found: Report = Report(),
    _ change: (inout Journal, inout [Article]) -> Void = { _, _ in }
  ) throws -> CheckRow {
    let resolved = try SampleJournal().ready
    var (journal, articles) = (resolved.journal, resolved.allArticles)
    change(&journal, &articles)
    let changed = ResolvedJournal(
      journal: journal, issues: resolved.issues, articles: articles, pages: resolved.pages)
    let checked = CheckedJournal(
      changed, references: ["engine": references], files: files, found: found)
    return try #require(checked.rows(only: [subject]).first)
  }

  @Test(arguments: CheckRow.Subject.allCases)
  func saysNothingOfAJournalThatIsReady(subject: CheckRow.Subject) throws {
    let found = try findings(
      subject, references: [.init(id: "1", plain: "A whole reference, 2020. doi:10.5555/a")],
      files: ["issues/2024-06/engine.pdf": .init(isPDF: true, hasText: true)])
    #expect(found.isEmpty)
    #expect(try row(subject).status == .passed)
  }

  @Test func asksWhatGoogleScholarAsks() throws {
    #expect(
      try findings(
        .googleScholar, files: ["issues/2024-06/engine.pdf": .init(isPDF: true, hasText: false)]
      ) { _, articles in
        articles[0].facts.galleys[0].size = 5_000_001
        articles[1].facts.contributors = []
        articles[1].facts.bodies = []
        articles[1].facts.abstracts = []
        articles[1].facts.galleys = []
      } == [
        "warning scholar-pdf-too-large: 'engine.pdf' has 5.1 MB; Google Scholar reads 5 MB",
        "warning scholar-pdf-without-text: 'engine.pdf' holds images and no text",
        "error scholar-author-missing: 'ghazal' has no author",
        "warning scholar-abstract-missing: 'ghazal' has neither an abstract by its authors nor "
          + "a full text", "warning scholar-pdf-missing: 'ghazal' has no PDF",
      ])
    #expect(
      try findings(.googleScholar, files: ["issues/2024-06/engine.pdf": .init(isPDF: false)])
        == ["error scholar-pdf-form: 'engine.pdf' is no PDF"])
  }

  @Test func knowsWhatZoteroDivides() throws {
    #expect(
      try findings(.zotero) { _, articles in
        articles[0].facts.contributors[0].name = PersonName(literal: "Lovelace, Ada; Babbage, C.")
        articles[0].facts.contributors[1].name = PersonName(family: "GOGH", given: "V.")
        articles[0].facts.keywords = [.init(language: .english, value: ["one; two"])]
      } == [
        "warning zotero-author-separator: Zotero divides the name 'Lovelace, Ada; Babbage, C.' at "
          + "its separator",
        "warning zotero-author-capitals: Zotero changes the capitals of 'GOGH'",
        "warning zotero-keyword-separator: Zotero divides the keyword 'one; two'",
      ])
  }

  @Test func asksForTheFactsThatDOAJWants() throws {
    #expect(
      try findings(.doaj) { journal, articles in
        journal.facts.publisher?.country = nil
        journal.facts.contact?.name = nil
        journal.facts.licence = nil
        journal.facts.url = "http://example.org/"
        journal.facts.people[0].person.affiliations = []
        articles[0].facts.licence = nil
        articles[0].facts.keywords = [.init(language: .english, value: (1...7).map { "k\($0)" })]
      } == [
        "error doaj-fact-missing: The journal has no country of the publisher",
        "error doaj-fact-missing: The journal has no named contact with an e-mail address",
        "error doaj-fact-missing: The journal has no licence",
        "error doaj-address-insecure: 'http://example.org/' is not encrypted",
        "error doaj-board-affiliation: 'Edda Editor' of the board has no affiliation",
        "error doaj-article-licence: 'engine' shows no licence",
        "warning doaj-keyword-count: DOAJ takes six of the 7 keywords",
      ])
  }

  @Test func asksForThePagesThatDOAJWants() throws {
    let ready = try SampleJournal().ready
    var journal = ready.journal
    journal.facts.people = []
    let resolved = ResolvedJournal(
      journal: journal, issues: ready.issues, articles: ready.allArticles,
      pages: ready.pages.filter { !["fees", "revenue"].contains($0.slug) })
    let rows = CheckedJournal(resolved).rows(only: [.doaj])
    #expect(
      rows[0].report.diagnostics.map { "\($0.severity) \($0.code.rawValue): \($0.message)" } == [
        "error doaj-page-missing: No page 'editorial-board' says who edits it, with affiliations",
        "error doaj-page-missing: No page 'fees' says what authors pay, also when that is nothing",
        "warning doaj-page-missing: No page 'revenue' says how it is paid for",
      ])
    #expect(rows[0].status.mark == "✗ 2")
  }

  @Test func asksWhatCrossrefAsks() throws {
    #expect(
      try findings(.crossref) { journal, articles in
        journal.facts.deposits?.crossmarkPolicy = nil
        articles[0].facts.doi = DOI("10.5555/acta+7")
        articles[0].facts.extent = .articleNumber("article no. 7 of the second volume")
        articles[1].facts.doi = nil
      } == [
        "error crossref-doi-characters: Crossref refuses a character in '10.5555/acta+7'",
        "warning crossref-number-length: Crossref is not told the number 'article no. 7 of the "
          + "second volume'",
        "warning crossref-doi-missing: 'ghazal' has no DOI and is not deposited",
        "warning crossref-policy-missing: Crossref is not told what 'retraction' does to its "
          + "article",
      ])
  }

  @Test func namesWhatCrossrefRefusesForItsLength() throws {
    let long = String(repeating: "x", count: 256)
    #expect(
      try findings(.crossref) { journal, articles in
        journal.facts.abbreviation = long
        journal.facts.deposits?.email = "a@b.c"
        articles[0].facts.doi = DOI("10.5555.1/acta")
        articles[0].facts.extent = (try? PageRange("S1-S" + long)).map { .pages($0) }
        articles[0].facts.contributors = [
          Contributor(
            name: PersonName(family: "Sørensen", given: "Ada", suffix: "of the North"),
            affiliations: [
              Affiliation(
                name: Localized("School", in: .english), department: long, city: "Å")
            ], slug: "s"),
          Contributor(
            name: PersonName(literal: long + long), isOrganization: true, slug: "x"),
        ]
      } == [
        "warning crossref-length: Crossref is not told '\(long)' for its length",
        "error crossref-length: Crossref refuses 'a@b.c' for its length",
        "error crossref-doi-prefix: 'engine' is not deposited: Crossref has no prefix such as that "
          + "of '10.5555.1/acta'",
        "warning crossref-number-length: Crossref is not told the number 'S\(long)'",
        "warning crossref-length: Crossref is not told 'of the North' for its length",
        "warning crossref-length: Crossref is not told 'Å' for its length",
        "warning crossref-length: Crossref is not told '\(long)' for its length",
        "warning crossref-length: Crossref is not told '\(long + long)' for its length",
      ])
  }

  @Test func asksForLicencesContactsAndArchives() throws {
    #expect(
      try findings(.jats) { _, articles in articles[0].facts.licence = nil }
        == ["warning jats-licence-missing: 'engine' has no licence"])
    #expect(
      try findings(.oai) { journal, _ in journal.facts.contact = nil }
        == ["warning oai-contact-missing: The OAI file needs an e-mail address and is left out"])
    #expect(
      try findings(.preservation) { journal, _ in journal.facts.formats = ["bib"] } == [
        "warning preservation-permission-missing: LOCKSS is named and not permitted to collect "
          + "the journal"
      ])
  }

  @Test func findsPagesThatTwoArticlesShare() throws {
    let next = try PageRange("54-60")
    let shared = try PageRange("50-60")
    #expect(try findings(.pages) { _, articles in articles[1].facts.extent = .pages(next) }.isEmpty)
    #expect(
      try findings(.pages) { _, articles in articles[1].facts.extent = .pages(shared) }
        == ["warning pages-shared: 'engine' has some of the pages 50-60 too"])
  }

  @Test func readsReferencesInPlainWords() throws {
    var item = Item(id: "a", type: .book)
    item[.doi] = "10.1/short"
    let texts = [
      "Ashish Shukla, “Pakistan’s quest for strategic depth”, Studies 15 (2011): 81–104",
      "Ashish Shukla, “Pakistan’s quest for strategic depth”",
      "Johnson and Mason, “No sign until the burst of fire” (2008): 41–77, Doi:",
      "Human Rights Watch, November 28, 2023,,threatened%20them%20with",
      "Nobody, Something, https://doi.org/10.5555/abc.",
      "Johnson and Mason, “No sign until the burst of fire” (2008): 41–77, Doi:",
      "A study of a radoi", "https://example.org/a%20b",
    ]
    let references =
      texts.enumerated().map { ArticleText.Reference(id: "\($0)", plain: $1) }
      + [ArticleText.Reference(id: "9", plain: "Data", item: item)]
    #expect(
      try findings(.references, references: references) == [
        "warning reference-shortened: Reference 2 repeats 1 in short form",
        "warning reference-doi-dangling: Reference 3 ends with 'Doi:' and nothing after it",
        "warning reference-debris: Reference 4 holds what a cut address leaves: "
          + "'2023,,threatened%20them%20with'",
        "warning reference-doi-stop: The DOI of reference 5 ends with a full stop: "
          + "'https://doi.org/10.5555/abc.'",
        "warning reference-doi-dangling: Reference 6 ends with 'Doi:' and nothing after it",
        "warning reference-repeated: Reference 6 is the same as 3",
        "warning reference-doi-form: '10.1/short' of reference 9 is no DOI",
      ])
  }

  @Test func sortsWhatABuildFound() throws {
    let report = Report(
      ["link-dead", "reference-unused", "page-range-form", "yaml-tab"].map {
        Diagnostic(.warning, DiagnosticCode(rawValue: $0), "x", at: SourceRange(startOf: "a"))
      })
    for (subject, code) in [
      (CheckRow.Subject.links, "link-dead"), (.references, "reference-unused"),
      (.pages, "page-range-form"), (.content, "yaml-tab"),
    ] {
      #expect(try findings(subject, found: report) == ["warning \(code): x"])
    }
  }

  @Test func saysWhatCannotBeHad() throws {
    #expect(
      try row(.jats) { journal, _ in journal.facts.issn = .init() }.status.mark == "– no ISSN")
    #expect(
      try row(.crossref) { journal, _ in journal.facts.deposits = nil }.status.mark
        == "– no depositor")
    #expect(
      try row(.preservation) { journal, _ in journal.facts.archives = [] }.status
        == .absent("no archive named"))
    #expect(try row(.oai) { journal, _ in journal.facts.url = nil }.status == .absent("no address"))
    #expect(try row(.zotero).status.mark == "✓")
  }
}

import Bibliography
import Exports
import JournalModel
import TestSupport
import Testing

@Suite struct DepositTests {
  private func crossref(_ sample: SampleJournal) throws -> String {
    let issue = sample.resolved.issues[0]
    let fragments = try issue.articles.map { try sample.record($0).crossrefArticle }
    let bytes = try #require(sample.resolved.crossrefDeposit(of: issue, articles: fragments))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func depositsAnIssueAtCrossref() throws {
    expectGolden(try crossref(SampleJournal()), in: "Fixtures/deposits/crossref-2024-06.xml")
  }

  @Test func depositsUpdatesInTheNewerSchema() throws {
    var sample = try SampleJournal()
    sample.journal.facts.deposits?.crossrefSchema = .v540
    sample.journal.facts.deposits?.crossmarkPolicy = DOI("10.5555/acta.policy")
    expectGolden(try crossref(sample), in: "Fixtures/deposits/crossref-5.4.0.xml")
  }

  /// A deposit is refused as a whole.
  @Test func leavesOutWhatTheSchemaRefuses() throws {
    var sample = try SampleJournal()
    let index = try #require(sample.articles.firstIndex { $0.slug == "engine" })
    let long = String(repeating: "x", count: 512)
    let zulu = try #require(LanguageTag("zu"))
    sample.journal.facts.abbreviation = long
    sample.articles[index].facts.language = zulu
    sample.articles[index].facts.extent = .pages(try PageRange("1-\(long)"))
    sample.articles[index].facts.contributors = [
      Contributor(
        name: PersonName(family: "Sørensen", given: "Ada", suffix: "الثالث عشر"),
        affiliations: [
          Affiliation(name: Localized("School", in: zulu), department: long, city: "Å")
        ], slug: "s"),
      Contributor(name: PersonName(literal: long), isOrganization: true, slug: "x"),
    ]
    let text = try crossref(sample)
    #expect(!text.contains(long))
    #expect(text.contains("<journal_article publication_type=\"full_text\" reference"))
    let start = try #require(text.firstRange(of: "<contributors>")?.lowerBound)
    let end = try #require(text.firstRange(of: "</contributors>")?.lowerBound)
    #expect(
      text[start..<end].split(separator: "\n").map { $0.drop { $0 == " " } }
        .filter { !$0.isEmpty } == [
          "<contributors>", "<person_name sequence=\"first\" contributor_role=\"author\">",
          "<given_name>Ada</given_name>", "<surname>Sørensen</surname>",
          "<suffix>الثالث عشر</suffix>", "<affiliations>", "<institution>",
          "<institution_name>School</institution_name>", "</institution>", "</affiliations>",
          "</person_name>",
        ])
  }

  @Test func isNotDepositedUnderADOIOfNoPrefixOfCrossref() throws {
    var sample = try SampleJournal()
    let index = try #require(sample.articles.firstIndex { $0.slug == "engine" })
    sample.articles[index].facts.doi = DOI("10.5555.1/a")
    #expect(try sample.record("engine").crossrefArticle.isEmpty)
  }

  @Test func timeOfADepositGrowsWithChangesAndRevisions() throws {
    func timestamp(_ change: (inout [Article]) -> Void) throws -> String {
      var sample = try SampleJournal()
      change(&sample.articles)
      let text = try crossref(sample)
      let start = try #require(text.firstRange(of: "<timestamp>")?.upperBound)
      return String(text[start...].prefix { $0 != "<" })
    }
    #expect(try timestamp { _ in } == "20240705000000")
    #expect(try timestamp { $0[0].facts.revision = 61 } == "20240705000101")
    #expect(
      try timestamp { $0[2].facts.dates.updated = CalendarDate(year: 2025, month: 2) }
        == "20250201000000")
  }

  @Test func isNotMadeWithoutADepositorOrAnISSN() throws {
    var sample = try SampleJournal()
    let issue = sample.resolved.issues[0]
    let fragments = [try sample.record("engine").crossrefArticle]
    #expect(sample.resolved.crossrefDeposit(of: issue, articles: [[], []]) == nil)
    sample.journal.facts.deposits = nil
    #expect(sample.resolved.crossrefDeposit(of: issue, articles: fragments) == nil)
  }

  @Test func writesOneSurnameForANameWithoutParts() throws {
    var sample = try SampleJournal()
    sample.articles[2].facts.doi = DOI("10.5555/acta.single")
    let text = String(decoding: try sample.record("engine").crossrefArticle, as: UTF8.self)
    #expect(text.contains("<organization sequence=\"additional\""))
    let article = sample.resolved.articles[2]
    let single = ArticleRecord(article, in: sample.resolved)
    #expect(
      String(decoding: single.crossrefArticle, as: UTF8.self)
        .contains("<surname>Mati -Ur- Rehman Bajwa</surname>"))
  }

  @Test func writesRecordsForDOAJ() throws {
    let sample = try SampleJournal()
    let records = try sample.resolved.articles.map { try sample.record($0.slug) }
    let xml = try #require(doajXML(of: records.map(\.doajRecord)))
    expectGolden(String(decoding: xml, as: UTF8.self), in: "Fixtures/deposits/doaj.xml")
    let json = try #require(doajJSON(of: records.map(\.doajJSON)))
    expectGolden(String(decoding: json, as: UTF8.self), in: "Fixtures/deposits/doaj.json")
  }

  @Test func sendsDOAJNeitherNoticesNorArticlesWithoutAnISSN() throws {
    var sample = try SampleJournal()
    #expect(try sample.record("retraction").doajRecord.isEmpty)
    sample.journal.facts.issn = .init()
    #expect(try sample.record("engine").doajRecord.isEmpty)
    #expect(try sample.record("engine").doajJSON.isEmpty)
    #expect(doajXML(of: [[]]) == nil)
    #expect(doajJSON(of: [[]]) == nil)
  }
}

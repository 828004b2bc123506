import Exports
import JournalModel
import TestSupport
import Testing

@Suite struct JSONLDTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) + "\n" }

  @Test(arguments: ["engine", "ghazal", "single", "retracted", "retraction", "late"])
  func describesEachArticle(slug: String) throws {
    let sample = try SampleJournal()
    expectGolden(text(try sample.record(slug).jsonLD), in: "Fixtures/jsonld/\(slug).json")
  }

  @Test func describesTheJournalAndItsIssue() throws {
    let sample = try SampleJournal()
    expectGolden(
      text(sample.resolved.jsonLD(in: .english)), in: "Fixtures/jsonld/journal.json")
    expectGolden(
      text(sample.resolved.jsonLD(of: sample.resolved.issues[0], in: .english)),
      in: "Fixtures/jsonld/issue.json")
  }

  @Test func saysWhereABodyBelongsInWordsThatBodiesHave() throws {
    let sample = try SampleJournal()
    var retraction = try #require(sample.resolved.article("retraction"))
    retraction.facts.contributors[0].affiliations = [
      Affiliation(name: Localized("Example Society", in: .english))
    ]
    let json = text(ArticleRecord(retraction, in: sample.resolved).jsonLD)
    #expect(
      json.contains(#""memberOf":[{"@type":"Organization","name":"Example Society"}]"#), "\(json)")
  }

  @Test func noTextEndsTheScriptElement() throws {
    let json = text(try SampleJournal().record("ghazal").jsonLD)
    #expect(json.contains(#"& \u003c/script>"#))
    #expect(!json.contains("<"))
  }
}

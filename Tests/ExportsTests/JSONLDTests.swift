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

  @Test func noTextEndsTheScriptElement() throws {
    let json = text(try SampleJournal().record("ghazal").jsonLD)
    #expect(json.contains(#"& \u003c/script>"#))
    #expect(!json.contains("<"))
  }
}

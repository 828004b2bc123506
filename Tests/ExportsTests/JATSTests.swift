import Exports
import JournalModel
import TestSupport
import Testing

@Suite struct JATSTests {
  @Test(arguments: ["engine", "ghazal", "single", "retracted", "retraction", "late"])
  func writesEachArticle(slug: String) throws {
    let sample = try SampleJournal()
    let bytes = try #require(
      try sample.record(slug).jats { $0 == "nowhere" ? nil : "https://example.org/files/\($0)" })
    expectGolden(String(decoding: bytes, as: UTF8.self), in: "Fixtures/jats/\(slug).jats.xml")
  }

  @Test func isNotWrittenWithoutAnISSN() throws {
    var sample = try SampleJournal()
    sample.resolved.journal.issn = .init()
    #expect(try sample.record("engine").jats() == nil)
  }

  @Test func holdsAnAddressOfAPersonOnlyWhereItMayBePublished() throws {
    let sample = try SampleJournal()
    let bytes = try #require(try sample.record("engine").jats())
    let addresses = String(decoding: bytes, as: UTF8.self).split { " <>\"".contains($0) }
      .filter { $0.contains("@") }
    #expect(addresses == ["ada@example.org"])
  }
}

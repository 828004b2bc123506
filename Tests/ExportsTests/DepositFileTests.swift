import Exports
import JournalModel
import Testing

@Suite struct DepositFileTests {
  private func files(_ formats: Set<ExportFormat>) throws -> [DepositFile] {
    let sample = try SampleJournal()
    let parts = try sample.resolved.articles.compactMap {
      DepositPart(try sample.record($0.slug), formats: formats)
    }
    return sample.resolved.depositFiles(of: parts)
  }

  @Test func makesOneOfEachForEveryIssue() throws {
    #expect(
      try files([.crossref, .doaj]).map(\.name) == [
        "crossref-2024-06.xml", "doaj-2024-06.xml", "doaj-2024-06.json", "doaj-2023-12.xml",
        "doaj-2023-12.json", "crossref-urls.txt",
      ])
    #expect(try files([.doaj]).allSatisfy { $0.name.hasPrefix("doaj-") })
    #expect(try files([.jats]).isEmpty)
  }

  @Test func listsTheAddressOfEveryDOI() throws {
    let list = try #require(try files([.crossref]).last)
    #expect(
      String(decoding: list.bytes, as: UTF8.self) == """
        10.5555/acta.7.1.30\thttps://example.org/acta/articles/engine/
        10.5555/acta.7.1.60\thttps://example.org/acta/articles/retracted/
        10.5555/acta.7.1.61\thttps://example.org/acta/articles/retraction/
        10.5555/acta.7.1\thttps://example.org/acta/issues/2024-06/

        """)
  }
}

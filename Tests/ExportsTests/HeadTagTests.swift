import Exports
import Bibliography
import JournalModel
import TestSupport
import Testing

@Suite struct HeadTagTests {
  /// The tags as lines: name, then value, then language.
  private func printed(_ tags: [HeadTag]) -> String {
    tags.map { tag in
      (tag.kind == .link ? "link " : "meta ")
        + tag.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: " | ")
    }.joined(separator: "\n") + "\n"
  }

  @Test(arguments: ["engine", "ghazal", "single", "retracted", "retraction", "late"])
  func printsTheHeadOfEachArticle(slug: String) throws {
    let sample = try SampleJournal()
    let tags = try sample.record(slug).headTags(
      in: .english, formats: Set(ExportFormat.allCases))
    expectGolden(printed(tags), in: "Fixtures/head/\(slug).txt")
  }

  @Test func namesThePDFOnlyFromItsOwnFolder() throws {
    let sample = try SampleJournal()
    let record = try sample.record("engine")
    let own = record.highwireTags(in: sample.english)
    let translated = record.highwireTags(in: sample.urdu)
    #expect(
      own.filter { $0["name"] == "citation_pdf_url" }.map { $0["content"] }
        == ["https://example.org/acta/articles/engine/engine.pdf"])
    #expect(own.filter { !translated.contains($0) }.map { $0["name"] } == ["citation_pdf_url"])
  }

  @Test func leavesOutWhatNeedsAnAddressWhereTheJournalHasNone() throws {
    var sample = try SampleJournal()
    sample.journal.facts.url = nil
    let tags = try sample.record("engine").headTags(
      in: .english, formats: Set(ExportFormat.allCases))
    #expect(
      !tags.contains { tag in tag.attributes.contains { $0.value.contains("example.org/acta") } })
    #expect(tags.contains { $0["name"] == "citation_title" })
  }

  @Test func givesATextThatNobodySignedNoTagsOfACitation() throws {
    let sample = try SampleJournal()
    var article = try #require(sample.resolved.article("engine"))
    article.facts.contributors.removeAll { $0.roles.contains(.author) }
    let record = ArticleRecord(article, in: sample.resolved)
    let tags = record.headTags(in: .english, formats: Set(ExportFormat.allCases))
    #expect(!tags.contains { $0["name"]?.hasPrefix("citation_") == true })
    #expect(tags.contains { $0["name"] == "DC.Title" })
    #expect(!tags.contains { $0["name"]?.hasPrefix("DC.Creator") == true })
    let json = String(decoding: record.jsonLD, as: UTF8.self)
    #expect(json.contains(#""@type":"Article","#) && !json.contains("ScholarlyArticle"))
    #expect(!record.coins.contains("rft.au"))
  }

  @Test func neverWritesAnAddressOfAPerson() throws {
    let sample = try SampleJournal()
    for article in sample.resolved.articles {
      let tags = try sample.record(article.slug).headTags(
        in: .english, formats: Set(ExportFormat.allCases))
      #expect(!tags.contains { tag in tag.attributes.contains { $0.value.contains("@") } })
    }
  }

  @Test func offersTheArticlesOfAContentsPage() throws {
    let sample = try SampleJournal()
    expectGolden(
      try sample.resolved.articles.map { try sample.record($0.slug).coins }
        .joined(separator: "\n") + "\n", in: "Fixtures/head/coins.txt")
  }

  @Test(arguments: [
    ("Ada; Bob", "Ada, Bob"), ("احمد، سارہ", "احمد, سارہ"),
    ("Society , Example", "Society, Example"),
  ])
  func keepsSeparatorsOutOfLiteralNames(name: String, written: String) {
    #expect(PersonName(literal: name).inverted == written)
  }
}

extension HeadTag {
  fileprivate var attributes: [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    forEachAttribute { attributes.append(($0, $1)) }
    return attributes
  }
}

import JournalModel
import Testing

@testable import SitePipeline

@Suite struct SearchDocumentTests {
  private let document = SearchDocument(
    url: "articles/engine/", titles: [.init(language: .english, value: "Engine")],
    names: ["Ada Lovelace"], byline: ["Ada"], keywords: ["machine"], extent: "1–2", year: 2024)

  /// The number of the changes is that of the properties, so that a new one is not forgotten.
  @Test func tellsApartDocumentsThatDifferInAnyProperty() {
    let texts = [Localized<String>.Entry(language: .english, value: "Text")]
    let changes: [(inout SearchDocument) -> Void] = [
      { $0.url = "articles/other/" }, { $0.titles = texts }, { $0.names.append("") },
      { $0.byline = ["A", "da"] }, { $0.nameLanguage = .english }, { $0.keywords = [] },
      { $0.abstracts = texts }, { $0.extent = "" }, { $0.doi = "10.5555/1" }, { $0.year = 2025 },
      { $0.section = Localized("Text", in: .english) },
    ]
    var prints: Set = [document.fingerprint]
    for change in changes {
      var other = document
      change(&other)
      prints.insert(other.fingerprint)
    }
    #expect(prints.count == 1 + changes.count)
    #expect(changes.count == Mirror(reflecting: document).children.count)
  }
}

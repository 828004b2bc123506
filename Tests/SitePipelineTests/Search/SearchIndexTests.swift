import JournalModel
import Testing

@testable import SitePipeline

@Suite struct SearchIndexTests {
  @Test func writesTermsArticlesAndAnOverview() throws {
    var index = SampleIndex()
    add(
      SearchDocument(
        url: "articles/engine/", titles: [.init(language: .english, value: "The \"Engine\"")],
        names: ["Ada Lovelace"], byline: ["Ada Lovelace"],
        abstracts: [.init(language: .english, value: "Short.")], extent: "1–9",
        doi: "10.5555/A", year: 1843, section: Localized("Notes", in: .english)),
      body: "engine numbers", to: &index)
    add(
      SearchDocument(
        url: "articles/loom/", titles: [.init(language: .english, value: "Loom")], names: [],
        byline: [], nameLanguage: LanguageTag("ur"), year: 1843,
        section: Localized("Notes", in: .english)),
      body: "numbers", to: &index)
    let files = index.files().map { "\($0.path): \(String(decoding: $0.bytes, as: UTF8.self))" }
    #expect(
      files.dropLast() == [
        #"terms/0.js: searchPart("terms/0","10.5555/a H ada F engine H loom P lovelace F numbers AA short D the H");"#
          + "\n",
        #"articles/0.js: searchPart("articles/0",[["articles/engine/",[["en","The \"Engine\""]],["Ada Lovelace"],"1–9",[["en","Short."]]],["articles/loom/",[["en","Loom"]],[],"",[],"ur"]]);"#
          + "\n",
      ])
    let overview = try #require(files.last)
    #expect(
      overview.hasPrefix(
        #"index.js: searchPart("index",{"articles":2,"perPart":8,"bounds":["10.5555/a"],"marks":[""#
      ))
    #expect(overview.hasSuffix(#"],"sections":[[["en","Notes"]]],"runs":[2,1843,0]});"# + "\n"))
  }

  @Test func givesTheSameBytesForTheSameArticles() {
    #expect(sample(40).files() == sample(40).files())
  }

  @Test func cutsTermsIntoPartsThatAreSmall() {
    let files = sample(300).files()
    let parts = files.filter { $0.path.hasPrefix("terms/") }
    #expect(parts.count > 3)
    #expect(parts.allSatisfy { $0.bytes.count < 32 * 1024 })
    #expect(files.count { $0.path.hasPrefix("articles/") } == 38)
  }

  @Test func keepsAHundredArticlesWithAbstractsUnderTwoHundredKilobytes() {
    let size = sample(100, bodyWords: 0).files().reduce(0) { $0 + $1.bytes.count }
    #expect(size < 200_000)
  }

  @Test func dropsPlacesInTextsOfWordsThatAreEverywhere() throws {
    var index = SampleIndex()
    for number in 0..<120 {
      let title = number == 7 ? "the exception" : "title"
      add(document(number, title: title), body: "the rest", to: &index)
    }
    let part = try #require(index.files().first)
    let words = String(decoding: part.bytes, as: UTF8.self).split { " \"".contains($0) }
    let place = try #require(words.firstIndex(of: "the"))
    // Distance 7 and weight 7: 7 * 8 + 7 = 63, two characters of five bits.
    #expect(words[place + 1] == "*hf")
    #expect(words.firstIndex(of: "rest").map { words[$0 + 1] } == "*")
  }

  @Test(arguments: [0, 31, 32, 1023, 1024, 80_007, 0x7FFF_FFFF] as [UInt32])
  func writesNumbersThatItReadsAgain(value: UInt32) {
    var postings: [UInt8] = []
    PostingList.append(value | 7, to: &postings)
    PostingList.append(12, to: &postings)
    var again: [UInt8] = []
    PostingList.append(value | 7, to: &again)
    PostingList.append(12, to: &again)
    #expect(PostingList.withoutBodies(postings) == again)
  }

  private func document(_ number: Int, title: String) -> SearchDocument {
    SearchDocument(
      url: "articles/a\(number)/", titles: [.init(language: .english, value: title)],
      names: ["Author \(number)"], byline: ["Author \(number)"], year: 2000 + number / 10)
  }

  private func add(_ document: SearchDocument, body: String, to index: inout SampleIndex) {
    index.add(document, terms: SearchTerms(document, bodies: [Array(body.utf8)[...]]))
  }

  /// Articles of invented words, of which low numbers are frequent as in a language.
  private func sample(_ count: Int, bodyWords: Int = 600) -> SampleIndex {
    var state: UInt64 = 7
    func words(_ count: Int) -> String {
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let share = Double(state >> 40) / Double(1 << 24)
        return "w" + String(Int(share * share * share * 60_000), radix: 26)
      }.joined(separator: " ")
    }
    var index = SampleIndex()
    for number in 0..<count {
      var document = document(number, title: words(12))
      document.abstracts = [.init(language: .english, value: words(150))]
      document.keywords = [words(2), words(2), words(1)]
      add(document, body: words(bodyWords), to: &index)
    }
    return index
  }
}

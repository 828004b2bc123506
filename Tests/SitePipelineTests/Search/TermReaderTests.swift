import Foundation
import JournalModel
import Testing

@testable import SitePipeline

@Suite struct TermReaderTests {
  /// The same vectors are given to `search.js` in `SearchScriptTests`.
  @Test(arguments: try SearchVector.all())
  func foldsSpellingsOfOneWordTogether(vector: SearchVector) {
    var reader = TermReader()
    reader.read(Array(vector.text.utf8).span, as: .title)
    #expect(terms(reader.terms) == vector.terms)
  }

  @Test func leavesOutWhatReadersOfAPageDoNotSee() {
    let markdown = """
      A [link](https://example.org/hidden) and *stress* [@lovelace1843, p. 3; see @babbage].
      <span class="gone">kept</span> {#sec:gone .gone} a < b, x@mail.example
      see https://example.org/a%20hidden/path now
      ## Heading {#gone}
      """
    var reader = TermReader()
    reader.read(Array(markdown.utf8).span, as: .body, isMarkdown: true)
    #expect(
      terms(reader.terms) == ["link", "and", "stress", "see", "kept", "https", "now", "heading"])
  }

  @Test func survivesBytesThatAreNoText() {
    var reader = TermReader()
    let bytes: [UInt8] = [0x61, 0x62, 0xFF, 0xE2, 0x82, 0x63, 0x64, 0xC3]
    reader.read(bytes.span, as: .body)
    #expect(terms(reader.terms) == ["ab", "cd"])
  }

  /// Would take hours if each were looked for by itself.
  @Test(.timeLimit(.minutes(5)), arguments: ["<a ", "[a](", "{.b ", "<!--"])
  func readsAnyNumberOfThingsThatAreNeverClosed(_ opening: String) {
    var reader = TermReader()
    let text = "first " + String(repeating: opening, count: 300_000) + "last"
    reader.read(Array(text.utf8).span, as: .body, isMarkdown: true)
    #expect(terms(reader.terms).contains("first"))
    #expect(terms(reader.terms).contains("last"))
  }

  @Test func weighsATermByTheBestPlaceWhereItStands() {
    var reader = TermReader()
    let text = "once thrice thrice thrice eight eight eight eight eight eight eight eight summary"
    reader.read(Array(text.utf8).span, as: .body)
    reader.read(Array("summary twice twice".utf8).span, as: .abstract)
    reader.read(Array("ada".utf8).span, as: .names)
    reader.read(Array("topic".utf8).span, as: .keywords)
    reader.read(Array("engine topic".utf8).span, as: .title)
    let weights = Dictionary(
      uniqueKeysWithValues: zip(terms(reader.terms), reader.terms.entries.map(\.weight)))
    #expect(
      weights == [
        "once": 0, "thrice": 1, "eight": 2, "summary": 3, "twice": 4, "ada": 5, "topic": 7,
        "engine": 7,
      ])
  }

  /// ASCII is read eight letters at a time, and what is folded letter by letter.
  @Test func knowsATermHoweverItWasRead() {
    let words = [
      "ce", "creme", "premier", "premiere", "protegees", "intelligenceartificielles",
      "electroencephalographie1", String(repeating: "e", count: 40),
    ]
    for text in ["", ".", " and more words", "\n\n"].map({ words.joined(separator: " ") + $0 }) {
      var reader = TermReader()
      reader.read(Array(text.utf8).span, as: .body)
      let known = terms(reader.terms)
      #expect(Array(known.prefix(words.count)) == words)
      reader.read(Array(text.uppercased().utf8).span, as: .body)
      reader.read(Array(text.replacing("e", with: "é").utf8).span, as: .body)
      #expect(terms(reader.terms).filter { $0 != "mor" } == known)
    }
  }

  @Test func leavesOutWhatIsNoLetterOfASCIIOrTooLong() {
    var reader = TermReader()
    let long = String(repeating: "e", count: 41)
    reader.read(Array("@ab[cd`ef{gh/12:34 \(long) x \u{7F}yz".utf8).span, as: .body)
    #expect(terms(reader.terms) == ["ab", "cd", "ef", "gh", "12", "34", "yz"])
  }

  @Test func keepsEveryTermOfALongText() {
    let words = (0..<5_000).map { "word\($0)" }
    var reader = TermReader()
    reader.read(Array(words.joined(separator: " ").utf8).span, as: .body)
    reader.read(Array(words.reversed().joined(separator: " ").utf8).span, as: .body)
    #expect(terms(reader.terms) == words)
  }

  private func terms(_ terms: SearchTerms) -> [String] {
    terms.entries.map {
      String(decoding: terms.store[Int($0.offset)..<Int($0.offset) + Int($0.length)], as: UTF8.self)
    }
  }
}

/// A text and its terms, as `search-vectors.json` has them.
struct SearchVector: Codable, Sendable, CustomTestStringConvertible {
  var text: String
  var terms: [String]

  var testDescription: String { text }

  static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/search/search-vectors.json")

  static func all() throws -> [SearchVector] {
    try JSONDecoder().decode([SearchVector].self, from: Data(contentsOf: file))
  }
}

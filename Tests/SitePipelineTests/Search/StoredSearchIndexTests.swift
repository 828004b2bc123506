import Foundation
import JournalModel
import TestSupport
import Testing

@testable import SitePipeline

/// An index that is changed is the one that would be made anew.
@Suite struct StoredSearchIndexTests {
  private func document(_ number: Int) -> SearchDocument {
    SearchDocument(
      url: "articles/a\(number)/",
      titles: [.init(language: .english, value: "Title \(number % 7) of many")],
      names: ["Ada Name\(number % 5)"], byline: ["Ada"], year: 2000 + number)
  }

  private func terms(_ number: Int, _ body: String) -> SearchTerms {
    SearchTerms(document(number), bodies: [Array(body.utf8)[...]])
  }

  private func body(_ number: Int) -> String {
    (0..<30).map { "word\(number * $0 % 97)" }.joined(separator: " ") + " common"
  }

  private func index(_ bodies: [String]) -> SampleIndex {
    var index = SampleIndex()
    for (number, body) in bodies.enumerated() {
      index.add(document(number), terms: terms(number, body))
    }
    return index
  }

  @Test func comesBackFromItsBytesAsItWas() throws {
    let index = index((0..<120).map(body))
    let stored = StoredSearchIndex(
      time: 0, sources: [], outline: index.outline, index: index.terms)
    try withTemporaryFolder { folder in
      let path = folder.path + "/search"
      let seal = try stored.write(to: path)
      let read = try #require(StoredSearchIndex(at: path, sealed: seal))
      #expect(read.index.files(read.outline) == index.terms.files(index.outline))
      #expect(StoredSearchIndex(at: path, sealed: seal.reversed()) == nil)
    }
  }

  @Test(arguments: [[0], [119], [3, 4, 50], Array(0..<60)])
  func replacesTheTermsOfArticles(numbers: [Int]) {
    var bodies = (0..<120).map(body)
    var index = index(bodies)
    var changed: [Int32: SearchTerms] = [:]
    for number in numbers {
      bodies[number] = "quite new\(number) words, common" + (number % 2 == 0 ? " word3" : "")
      changed[Int32(number)] = terms(number, bodies[number])
    }
    index.terms.replace(changed)
    #expect(index.files() == self.index(bodies).files())
    bodies.append("appended")
    index.add(document(120), terms: terms(120, "appended"))
    #expect(index.files() == self.index(bodies).files())
  }
}

import Bibliography
import Reporting
import Testing

@testable import CSL

/// Counts evaluations, not seconds: the work may not grow faster than the document.
@Suite struct GrowthTests {
  private func evaluations(_ items: [Item]) throws -> Int {
    var style = SmallStyle()
    style.citationAttributes = """
      disambiguate-add-names="true" disambiguate-add-givenname="true" et-al-min="4" \
      et-al-use-first="1" disambiguate-add-year-suffix="true"
      """
    style.citation = """
      <names variable="author"><name form="short" initialize-with=". "/></names>
      <date variable="issued"><date-part name="year" prefix=" "/></date>
      """
    style.bibliography = """
      <sort><key variable="author"/><key variable="issued"/></sort>
      <names variable="author"/><text variable="title"/>
      """
    let document = CitedDocument(items: items, includesUncited: true)
    var formatter = DocumentFormatter(document, try style.processor())
    #expect(formatter.format().bibliography.count == items.count)
    return formatter.evaluator.evaluations
  }

  private func authors(_ count: Int, from start: Int = 0) -> [PersonName] {
    (start..<(start + count)).map { PersonName(family: "Author \($0)", given: "Given \($0)") }
  }

  @Test func tellsFiveHundredAuthorsApartInAFewSteps() throws {
    let shared = authors(499)
    let items: [Item] = [
      .book("a", shared + [.named("Ada Last")], 2000, title: "A"),
      .book("b", shared + [.named("Bea Last")], 2000, title: "B"),
      .book("c", shared + [.named("Cleo Last")], 2000, title: "C"),
    ]
    #expect(try evaluations(items) < 60)
  }

  @Test func growsWithTheNumberOfReferences() throws {
    func items(_ count: Int) -> [Item] {
      (0..<count).map { index in
        .book(
          "\(index)", authors(3, from: index % (count / 3)), 1990 + index % 10, title: "T\(index)")
      }
    }
    let small = try evaluations(items(150))
    let large = try evaluations(items(1500))
    #expect(large < small * 12)
    #expect(large < 1500 * 40)
  }

  @Test func lettersManyAmbiguousReferencesInOneGo() throws {
    func items(_ count: Int) -> [Item] {
      (0..<count).map { .book("\($0)", [.named("Ada Lovelace")], 1843, title: "T\($0)") }
    }
    #expect(try evaluations(items(1000)) < 1000 * 10)
  }
}

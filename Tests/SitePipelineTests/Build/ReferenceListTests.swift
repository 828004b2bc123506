import Reporting
import TestSupport
import Testing

@testable import SitePipeline

/// The list of references and "How to cite" in styles that begin an entry in their own ways.
@Suite struct ReferenceListTests {
  private func page(
    _ layout: String, attributes: String = "", text: String = "As shown [@b; @c; @a].",
    language: String = "en"
  ) async throws -> String {
    var files = TestSite.small
    files["Content/journal.yml"] = "title: Acta\nlanguages: [\(language)]\ncitation: {style: own}\n"
    files["Content/issues/2024-06/engine.md"] = """
      ---
      title: The Engine
      authors: [{family: Lovelace, given: Ada}]
      bibliography: engine.bib
      ---

      \(text)

      """
    files["Content/issues/2024-06/engine.bib"] = """
      @book{a, title = {Rays}, author = {Airy, George}, year = 1840}
      @book{b, title = {Sketch}, author = {Menabrea, Luigi}, year = 1842}
      @misc{c, note = {Lost}}

      """
    files["Content/styles/own.csl"] = """
      <style class="in-text"><info><title>S</title><id>s</id></info>
      <citation><layout><text variable="citation-number"/></layout></citation>
      <bibliography \(attributes)><layout>\(layout)</layout></bibliography></style>
      """
    return try await TestSite.inFolder(files) { site in
      #expect(await site.build().isWritten)
      return try site.text("Output/articles/engine/index.html")
    }
  }

  /// The entries of the list and the citation of the article, without tags but for numbers.
  private func printed(by layout: String, attributes: String = "") async throws -> [String] {
    let page = try await page(layout, attributes: attributes)
    let entry = /<li id="ref-[a-z]*"( value="\d+")?>(.*?)(?: <a class="back".*)?<\/li>/
    let entries = page.matches(of: entry).map { match in
      (match.1.map { "\($0.dropFirst()) " } ?? "")
        + String(match.2.replacing(/<[^>]*>/, with: ""))
    }
    let own = try #require(page.firstMatch(of: /class="cit how-to-cite"[^>]*>(.*?)<\/p>/))
    return entries + [String(own.1.replacing(/<[^>]*>/, with: ""))]
  }

  private static let author = #"<names variable="author"><name form="short"/></names>"#
  private static let title = #"<text variable="title"/>"#
  private static let number = #"<text variable="citation-number" suffix=". "/>"#

  @Test(arguments: ["", #"second-field-align="flush""#])
  func countsByItselfAndAsTheCitationsDo(attributes: String) async throws {
    #expect(
      try await printed(by: Self.number + Self.title, attributes: attributes) == [
        "Sketch", #"value="3" Rays"#, "The Engine",
      ])
  }

  @Test(arguments: [
    (number + title, "refs peek"), (author + title, "refs peek labelled"),
  ])
  func hasNoNumbersBesideLabelsInTheMargin(layout: String, classes: String) async throws {
    let page = try await page(layout, attributes: #"second-field-align="flush""#)
    #expect(page.contains(#"<ol class="\#(classes)""#))
  }

  @Test func keepsAuthorsAndLabelsThatStandInTheMargin() async throws {
    #expect(
      try await printed(
        by: Self.author + Self.title, attributes: #"second-field-align="margin""#)
        == ["Menabrea Sketch", #"value="3" Airy Rays"#, "Lovelace The Engine"])
    #expect(
      try await printed(
        by: #"<text variable="citation-label" prefix="[" suffix="] "/>"# + Self.title,
        attributes: #"second-field-align="flush""#)
        == [
          "[Mena42]  Sketch", "[]  ", #"[Airy40]  Rays"#, "[Love24]  The Engine",
        ])
  }

  @Test func leadsFromEachCiteOfSeveralToItsReferenceAndBack() async throws {
    let page = try await page(Self.title)
    #expect(
      page.contains(
        ##"<span class="cite" id="c1"><a href="#ref-b" role="doc-biblioref">1</a>2"##
          + ##"<a href="#ref-a" role="doc-biblioref">3</a></span>"##))
    #expect(page.split(separator: ##"<a class="back" href="#c1""##).count == 3)
  }

  @Test func tellsWaysBackApartByTheirNames() async throws {
    let page = try await page(Self.title, text: "As shown [@b; @c; @a] and elsewhere [@a].")
    #expect(
      page.matches(of: /aria-label="(Back [^"]*)"/).map { String($0.1) } == [
        "Back to citation 1 in the text", "Back to citation 3 (1) in the text",
        "Back to citation 3 (2) in the text",
      ])
  }

  @Test func numbersWaysBackInTheFiguresOfThePage() async throws {
    let page = try await page(
      Self.title, text: "As shown [@b; @c; @a] and elsewhere [@a].", language: "fa")
    #expect(page.contains(/aria-label="[^"]*۳ \(۲\)[^"]*"/))
  }
}

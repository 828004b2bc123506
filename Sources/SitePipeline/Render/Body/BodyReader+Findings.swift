import Bibliography
import JournalModel
import Prose
import Reporting

// What is wrong between a text and its bibliography.

extension BodyReader {
  func reportUnknownCitations(in document: Document, _ report: inout Report) {
    for citation in document.citations {
      for cite in citation.citesForBibliography where places[cite.key] == nil {
        report.add(
          .citationUnknownKey(
            cite.key, among: references.map(\.id), document.place(cite.range)))
      }
    }
  }

  /// Keys under `nocite` that no reference has.
  func reportUnknownUncited(_ report: inout Report) {
    for key in article.uncited where key != "*" && places[key] == nil {
      report.add(.citationUnknownKey(key, among: references.map(\.id), article.range))
    }
  }

  /// The first of the pages and other parts that the text cites and its style does not print.
  func reportLocators(in document: Document, _ report: inout Report) {
    let cites = document.citations.lazy.flatMap(\.cites).filter { $0.locator != nil }
    guard let first = cites.first else { return }
    report.add(.locatorUnprinted(style: styleName, document.place(first.range)))
  }

  /// References of the bibliography that no text of the article cites.
  func reportUnused(_ bodies: [Body], _ report: inout Report) {
    guard !bodies.isEmpty else { return }
    for place in references.indices {
      let isListed = bodies.contains { !$0.isListed.isEmpty && $0.isListed[place] }
      guard !isListed, let range = references[place].range else { continue }
      report.add(.referenceUnused(references[place].id, range))
    }
  }
}

extension Diagnostic {
  fileprivate static func citationUnknownKey(
    _ key: String, among known: [String], _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "citation-unknown-key",
      "No reference has the key '\(key)'" + didYouMean(closest(to: key, among: known)), at: range,
      hint: known.isEmpty
        ? "Put a bibliography with this key beside the article"
        : "Add it to the bibliography, or mend the key")
  }

  static func referenceUnprinted(
    _ key: String, style: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "reference-unprinted", "Style '\(style)' lists nothing for '\(key)'", at: range,
      hint: "Name another style, or mend the type and the fields of the reference")
  }

  fileprivate static func locatorUnprinted(style: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "citation-locator-unprinted",
      "Style '\(style)' prints no pages or other parts of what is cited", at: range,
      hint: "Name a style that prints them, or put words in front: [@key, here p. 12]")
  }

  fileprivate static func referenceUnused(_ key: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "reference-unused", "Nothing cites '\(key)'", at: range,
      hint: "Cite it, or list it under 'nocite'")
  }
}

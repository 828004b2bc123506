import JournalModel
import Prose
import Reporting

/// A short text in Markdown, such as an abstract or a statement: paragraphs, no headings.
struct ShortText: Sendable {
  let document: Document
  private let formulas: FormulaTable

  /// What is wrong in it is reported at the field that holds it.
  init(
    _ markdown: String, at range: SourceRange, trustsHTML: Bool,
    formulas: FormulaTable = FormulaTable(), _ report: inout Report
  ) {
    self.formulas = formulas
    var options = ReadingOptions.scholarly
    options.trustsHTML = trustsHTML
    options.makesFigures = false
    options.makesAnchors = false
    var found = Report()
    document = Document(
      reading: Array(markdown.utf8), path: range.path, options: options, report: &found)
    for var diagnostic in found.diagnostics {
      diagnostic.range = range
      report.add(diagnostic)
    }
    for key in document.citations.flatMap(\.cites).map(\.key) {
      report.add(.citationInField(key, at: range))
    }
  }

  private var options: HTMLOptions { HTMLOptions(math: formulas.mathML) }

  var html: String { String(decoding: document.html(options).body, as: UTF8.self) }

  /// Paragraphs without markup, an empty line between two.
  var plain: String { document.blocks.map(\.plainText).joined(separator: "\n\n") }

  /// A paragraph alone without its tags, for places that hold no paragraphs.
  var inlineHTML: String {
    guard document.blocks.count == 1, case .paragraph(let inlines) = document.blocks[0].kind else {
      return html
    }
    return String(decoding: document.html(of: inlines, options), as: UTF8.self)
  }
}

extension Diagnostic {
  fileprivate static func citationInField(_ key: String, at range: SourceRange) -> Self {
    Self(
      .warning, "citation-in-field",
      "Citation of '\(key)' in a field is printed as its key, since fields are read without the list",
      at: range, hint: "Write the names and the year, or cite in the text")
  }
}

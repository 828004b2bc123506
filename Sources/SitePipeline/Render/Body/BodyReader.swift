import Bibliography
import Exports
import JournalModel
import Prose
import Reporting

/// Reads the text of an article and formats its citations and references.
struct BodyReader: Sendable {
  let site: RenderContext
  let article: Article
  let references: [Item]
  /// Where each key stands among the references.
  let places: [String: Int]

  init(site: RenderContext, article: Article, references: [Item]) {
    self.site = site
    self.article = article
    self.references = references
    var places: [String: Int] = [:]
    places.reserveCapacity(references.count)
    for place in references.indices.reversed() { places[references[place].id] = place }
    self.places = places
  }

  /// Anchors that the page of an article has already.
  static let reservedIDs: Set<String> = [
    "main", "abstract", "keywords", "references", "how-to-cite", "about-article", "download",
    "facts", "article-notes", "said",
  ]

  /// The text in one language.
  func body(_ entry: Localized<Article.Body>.Entry, _ report: inout Report) -> Body? {
    let path = entry.value.path
    guard let source = site.tree.bytes(of: entry.value, report: &report) else { return nil }
    var options = ReadingOptions.scholarly
    options.trustsHTML = site.options.trustsHTML
    options.reservedIDs = Self.reservedIDs
    options.unusualKeys = UnusualKeys(in: places.keys)
    var document = Document(
      reading: source, from: entry.value.offset, path: path, options: options, report: &report)
    document.removeNotesOfNames { places[$0] != nil }
    let whole = document
    guard let section = document.removeReferenceSection() else {
      return formatted(document, of: source, entry.language, &report)
    }
    guard references.isEmpty else {
      // A heading alone waits for the list; a list beside a bibliography is part of the text.
      let text = section.references.isEmpty ? document : whole
      return formatted(text, of: source, entry.language, &report)
    }
    reportUnknownCitations(in: document, &report)
    let written = written(in: section.range, of: source, path: path, options)
    return Body(
      language: entry.language, document: document, references: written.references,
      described: written.described)
  }

  /// The references that the author has listed, read again without the marks of scholarly syntax
  /// and with straight quotation marks left alone: a list is printed as it was written.
  private func written(
    in range: Range<Int>, of source: [UInt8], path: String, _ options: ReadingOptions
  ) -> (references: [Body.Reference], described: [ArticleText.Reference]) {
    var options = options
    options.usesTypographicPunctuation = false
    options.readsScholarlySyntax = false
    options.makesFigures = false
    options.makesAnchors = false
    // What is wrong there has been reported when the whole text was read.
    var known = Report()
    var document = Document(
      reading: Array(source[..<range.upperBound]), from: range.lowerBound, path: path,
      options: options, report: &known)
    let written = document.removeReferenceSection()?.references ?? []
    return (
      written.enumerated().map { number, reference in
        let html = document.html(of: reference.inlines)
        return Body.Reference(
          anchor: "ref-\(number + 1)", html: html, direction: TextDirection(of: html))
      },
      written.enumerated().map { number, reference in
        .init(id: "\(number + 1)", plain: reference.plainText)
      }
    )
  }

  /// The references of an article without a text.
  func bodyOfReferences(_ report: inout Report) -> Body? {
    guard !references.isEmpty else { return nil }
    return formatted(nil, article.language, &report)
  }

  /// The style of citations in the text.
  var styleName: String {
    article.referenceStyle ?? site.options.citation.references ?? site.options.citation.style
  }

  /// `ref-` and the key; what would not pass through an address is a hyphen.
  static func anchor(of key: String) -> String {
    if standsInAnchor(key.utf8.span) { return "ref-" + key }
    var anchor = "ref-"
    for byte in key.utf8 {
      if standsInAnchor(byte) {
        anchor.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        anchor += "-\(byte)"
      }
    }
    return anchor
  }

  private static func standsInAnchor(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where !standsInAnchor(bytes[index]) { return false }
    return true
  }

  private static func standsInAnchor(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}

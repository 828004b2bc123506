import Bibliography
import CSL
import JournalModel
import Prose
import Reporting

/// Reads the text of an article and formats its citations and references.
struct BodyReader: Sendable {
  let site: RenderContext
  let article: Article
  let references: [Item]
  /// Where each key stands among the references.
  private let places: [String: Int]

  init(site: RenderContext, article: Article, references: [Item]) {
    self.site = site
    self.article = article
    self.references = references
    places = Dictionary(
      references.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Anchors that the page of an article has already.
  static let reservedIDs: Set<String> = [
    "main", "abstract", "keywords", "references", "how-to-cite", "about-article", "download",
    "facts", "article-notes", "said",
  ]

  /// The text in one language.
  func body(_ entry: Localized<Article.Body>.Entry, _ report: inout Report) -> Body? {
    let path = entry.value.path
    guard let source = site.tree.bytes(of: path, report: &report) else { return nil }
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
    return Body(
      language: entry.language, document: document, citations: [], citesInNotes: false,
      references: written(in: section.range, of: source, path: path, options))
  }

  /// The references that the author has listed, read again without the marks of scholarly syntax
  /// and with straight quotation marks left alone: a list is printed as it was written.
  private func written(
    in range: Range<Int>, of source: [UInt8], path: String, _ options: ReadingOptions
  ) -> [Body.Reference] {
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
    let section = document.removeReferenceSection()
    return (section?.references ?? []).enumerated().map { number, reference in
      Body.Reference(
        anchor: "ref-\(number + 1)",
        html: String(decoding: document.html(of: reference.inlines), as: UTF8.self),
        plain: reference.plainText)
    }
  }

  /// The references of an article without a text.
  func bodyOfReferences(_ report: inout Report) -> Body? {
    guard !references.isEmpty else { return nil }
    return formatted(nil, article.language, &report)
  }

  /// The style of citations in the text.
  private var styleName: String {
    article.referenceStyle ?? site.options.citation.references ?? site.options.citation.style
  }

  private func formatted(
    _ document: Document?, of source: [UInt8] = [], _ language: LanguageTag, _ report: inout Report
  ) -> Body {
    let locale = site.options.citation.locale ?? language
    guard let processor = site.citations.processor(style: styleName, language: locale) else {
      return Body(
        language: language, document: document, citations: [], citesInNotes: false,
        references: [])
    }
    let isNote = site.citations.isNoteStyle(styleName)
    let numbers = document?.noteNumbers(citationsAreNotes: isNote)
    let citations = (document?.citations ?? []).enumerated().map { index, citation in
      CSL.Citation(
        cites: citation.cites.compactMap { cite in
          places[cite.key] == nil
            ? nil : isNote ? Cite(cite, inNote: citation.footnote != nil) : Cite(cite)
        }, noteNumber: numbers?.citations[index])
    }
    if let document { reportUnknownCitations(in: document, &report) }
    let listed = listed(citations, seemToBeInCode: document?.hasCitationsInCode ?? false)
    let formatted = processor.format(
      CitedDocument(
        items: references.filter { listed.contains($0.id) }, citations: citations,
        includesUncited: true))
    let leads = isNote ? leads(of: document, processor) : [:]
    let leading = citations.indices.filter { index in
      document?.citations[index].leadsToReference(inNotes: isNote) == true
    }
    let citing = Dictionary(grouping: leading) { citations[$0].cites.first?.id }
    return Body(
      language: language, document: document,
      citations: zip(formatted.citations, citations).enumerated().map { index, citation in
        var text = citation.0
        if isNote, document?.citations[index].continuesInNote(of: source) == true {
          text = text.withoutFinalPoint
        }
        guard !citation.1.cites.isEmpty else { return unknown(document?.citations[index]) }
        return printed(text, citation.1, number: index + 1, lead: leads[index] ?? "")
      }, citesInNotes: isNote, listedKeys: listed,
      references: formatted.bibliography.map { reference in
        let text = reference.text.withoutNumber
        return Body.Reference(
          anchor: Self.anchor(of: reference.id), html: text.html, plain: text.plain,
          item: places[reference.id].map { references[$0] },
          citations: (citing[reference.id] ?? []).map { "c\($0 + 1)" })
      })
  }

  /// The keys of the references to list: those that the text cites and those that the author asks
  /// for; all of them where the text cites none and nothing in it looks as if it should.
  private func listed(_ citations: [CSL.Citation], seemToBeInCode: Bool) -> Set<String> {
    let cited = Set(citations.flatMap(\.cites).map(\.id))
    if cited.isEmpty && !seemToBeInCode || article.uncited.contains("*") {
      return Set(places.keys)
    }
    return cited.union(article.uncited.filter { places[$0] != nil })
  }

  private func printed(
    _ text: FormattedText, _ citation: CSL.Citation, number: Int, lead: String
  ) -> Body.Printed {
    let plain = text.plain
    guard let first = citation.cites.first else { return .init(html: "", plain: plain) }
    let anchor = Self.anchor(of: first.id)
    return .init(
      html: "<a class=\"cite\" href=\"#\(anchor)\" id=\"c\(number)\" role=\"doc-biblioref\">"
        + text.withoutLinks.html + "</a>",
      plain: plain, lead: lead)
  }

  /// A citation of nothing that is known: its keys.
  private func unknown(_ citation: Prose.Citation?) -> Body.Printed {
    let keys = citation?.keys ?? ""
    return .init(html: HTML.escaped(keys), plain: keys)
  }

  /// `ref-` and the key; what would not pass through an address is a hyphen.
  static func anchor(of key: String) -> String {
    if key.utf8.allSatisfy(standsInAnchor) { return "ref-" + key }
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

  private static func standsInAnchor(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}

extension BodyReader {
  private func reportUnknownCitations(in document: Document, _ report: inout Report) {
    for cite in document.citations.flatMap(\.citesForBibliography) where places[cite.key] == nil {
      report.add(
        .citationUnknownKey(
          cite.key, among: references.map(\.id), document.place(cite.range)))
    }
  }

  /// References of the bibliography that no text of the article cites.
  func reportUnused(_ bodies: [Body], _ report: inout Report) {
    let listed = bodies.reduce(into: Set<String>()) { $0.formUnion($1.listedKeys) }
    for item in references where !bodies.isEmpty && !listed.contains(item.id) {
      guard let range = item.range else { continue }
      report.add(.referenceUnused(item.id, range))
    }
  }
}

extension Cite {
  /// A cite of the text as the processor takes it.
  init(_ cite: Prose.Citation.Cite) {
    let locator = cite.locator.map { locator in
      Locator(LocatorLabel(name: locator.label) ?? .page, locator.value)
    }
    let form: Form =
      switch cite.mode {
      case .normal: .normal
      case .suppressAuthor: .suppressAuthor
      case .authorInText: .composite
      case .authorOnly: .authorOnly
      }
    self.init(
      id: cite.key, locator: locator, prefix: cite.prefix, suffix: cite.suffix, form: form)
  }
}

extension FormattedText {
  /// Without the number before a reference, since its list counts for itself.
  var withoutNumber: FormattedText {
    guard case .display(.leftMargin, _)? = nodes.first else { return self }
    var rest = Array(nodes.dropFirst())
    if case .display(.rightInline, let nodes)? = rest.first {
      rest.replaceSubrange(...0, with: nodes)
    }
    return FormattedText(rest)
  }

  /// With the text of links and not their addresses, for places that are links themselves.
  var withoutLinks: FormattedText { FormattedText(Self.withoutLinks(nodes)) }

  private static func withoutLinks(_ nodes: [Node]) -> [Node] {
    nodes.flatMap { node -> [Node] in
      switch node {
      case .text: [node]
      case .styled(let style, let children): [.styled(style, withoutLinks(children))]
      case .display(let display, let children): [.display(display, withoutLinks(children))]
      case .link(_, let children): withoutLinks(children)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func citationUnknownKey(
    _ key: String, among known: [String], _ range: SourceRange
  ) -> Diagnostic {
    let guess = closest(to: key, among: known)
    return Diagnostic(
      .error, "citation-unknown-key",
      "No reference has the key '\(key)'" + (guess.map { "; did you mean '\($0)'" } ?? ""),
      at: range,
      hint: known.isEmpty
        ? "Put a bibliography with this key beside the article"
        : "Add it to the bibliography, or mend the key")
  }

  fileprivate static func referenceUnused(_ key: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "reference-unused", "Nothing cites '\(key)'", at: range,
      hint: "Cite it, or list it under 'nocite'")
  }
}

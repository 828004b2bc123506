import Bibliography
import CSL
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
        Body.Reference(anchor: "ref-\(number + 1)", html: document.html(of: reference.inlines))
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

  private func formatted(
    _ document: Document?, of source: [UInt8] = [], _ language: LanguageTag, _ report: inout Report
  ) -> Body {
    let locale = site.options.citation.locale ?? language
    guard
      let processor = site.citations.processor(
        style: styleName, language: locale, for: .references)
    else {
      // That the style is not there has been reported; what is cited can still be looked up.
      if let document { reportUnknownCitations(in: document, &report) }
      return Body(
        language: language, document: document, isListed: references.map { _ in true })
    }
    let isNote = site.citations.isNoteStyle(styleName)
    let cited = cited(document, inNotes: isNote)
    if let document, cited.hasUnknown { reportUnknownCitations(in: document, &report) }
    if let document, !processor.printsLocators { reportLocators(in: document, &report) }
    let isListed = isListed(cited.isCited, seemToBeInCode: document?.hasCitationsInCode ?? false)
    let listed = isListed.contains(false) ? isListed.indices.filter { isListed[$0] } : nil
    var citing = CitedDocument(
      items: listed?.map { references[$0] } ?? references, citations: cited.citations,
      includesUncited: true)
    citing.numbersEntries = false
    citing.marksCites = true
    let formatted = processor.format(citing)
    let isPrinted = isPrinted(
      formatted, isListed, citedInNotes: isNote && !processor.hasBibliography ? cited.isCited : nil,
      &report)
    let leads = isNote ? leads(of: document, processor) : [:]
    let anchors = references.indices.map { Self.anchor(of: references[$0].id) }
    // For each reference the anchors of the citations that lead to it.
    var backlinks = Array(repeating: [String](), count: references.count)
    let ids = cited.citations.indices.map { "c" + String($0 + 1) }
    let citations = document?.citations ?? []
    for index in ids.indices where citations[index].leadsToReference(inNotes: isNote) {
      for place in cited.places(of: index) where backlinks[place].last != ids[index] {
        backlinks[place].append(ids[index])
      }
    }
    /// The anchor of a reference, if it is printed.
    func anchor(_ place: Int) -> String? { isPrinted?[place] == false ? nil : anchors[place] }
    var body = Body(
      language: language, document: document, citesInNotes: isNote, isListed: isListed)
    body.citedKeys = (listed ?? Array(references.indices)).map { references[$0].id }
    body.citations.reserveCapacity(formatted.citations.count)
    body.citationTexts.reserveCapacity(formatted.citations.count)
    body.references.reserveCapacity(formatted.bibliography.count)
    body.described.reserveCapacity(formatted.bibliography.count)
    for (index, citation) in formatted.citations.enumerated() {
      var text = citation
      if let first = cited.places(of: index).first {
        if isNote, citations[index].continuesInNote(of: source) { text = text.withoutFinalPoint }
        body.citations.append(
          text.marks.contains(where: \.isCite)
            ? printed(text, id: ids[index]) { anchor(listed?[$0] ?? $0) }
            : anchor(first).map { printed(text, of: $0, id: ids[index]) } ?? text.htmlBytes)
      } else {
        text = unknown(citations[index])
        body.citations.append(text.htmlBytes)
      }
      body.citationTexts.append(text)
      if isNote { body.leads.append(leads[index] ?? "") }
    }
    var last = 0
    for reference in formatted.bibliography {
      guard let place = places[reference.id] else { continue }
      body.references.append(
        .init(
          anchor: anchors[place], number: reference.number == last + 1 ? nil : reference.number,
          isLabelled: reference.text.beginsInMargin, html: reference.text.htmlBytes,
          citations: backlinks[place]))
      last = reference.number
      body.described.append(
        .init(id: reference.id, plain: reference.text.plain, item: references[place]))
    }
    return body
  }

  /// Whether each reference is in the list that a style prints; nil, as a rule, if all are.
  ///
  /// Some styles have nothing to say of laws or of web pages, which is reported, and some have no
  /// list: what their notes cite is printed there.
  private func isPrinted(
    _ formatted: FormattedDocument, _ isListed: [Bool], citedInNotes: [Bool]?,
    _ report: inout Report
  ) -> [Bool]? {
    guard formatted.bibliography.count < isListed.count(where: \.self) else { return nil }
    var isPrinted = references.map { _ in false }
    for reference in formatted.bibliography {
      if let place = places[reference.id] { isPrinted[place] = true }
    }
    for place in references.indices
    where isListed[place] && !isPrinted[place] && citedInNotes?[place] != true {
      let range = references[place].range ?? article.range
      report.add(.referenceUnprinted(references[place].id, style: styleName, range))
    }
    return isPrinted
  }

  /// What a text cites of the references.
  private struct Cited {
    var citations: [CSL.Citation] = []
    /// The places of the references that the citations cite, one after the other, and where those
    /// of each citation end.
    private(set) var places: [Int] = []
    private var ends: [Int] = []
    /// For each reference.
    var isCited: [Bool]
    /// Whether there are cites of other keys too.
    var hasUnknown = false

    init(references: Int, citations: Int) {
      isCited = Array(repeating: false, count: references)
      self.citations.reserveCapacity(citations)
      ends.reserveCapacity(citations)
    }

    mutating func cite(_ place: Int) {
      isCited[place] = true
      places.append(place)
    }

    mutating func add(_ citation: CSL.Citation) {
      citations.append(citation)
      ends.append(places.count)
    }

    /// The places of the references of a citation.
    func places(of index: Int) -> ArraySlice<Int> {
      places[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }
  }

  private func cited(_ document: Document?, inNotes isNote: Bool) -> Cited {
    var cited = Cited(references: references.count, citations: document?.citations.count ?? 0)
    guard let document else { return cited }
    let numbers = document.noteNumbers(citationsAreNotes: isNote)
    let citations = document.citations.span
    for index in citations.indices {
      // Each cite is looked at where it stands: it is much to copy.
      let written = citations[index].cites.span
      let isInNote = citations[index].footnote != nil
      var cites: [Cite] = []
      cites.reserveCapacity(written.count)
      for number in written.indices {
        guard let place = places[written[number].key] else {
          cited.hasUnknown = true
          continue
        }
        cited.cite(place)
        cites.append(
          isNote
            ? Cite(written[number], inNote: isInNote, isFirst: cites.isEmpty)
            : Cite(written[number]))
      }
      cited.add(.init(cites: cites, noteNumber: numbers.citations[index]))
    }
    return cited
  }

  /// Which references to list: those that the text cites and those that the author asks for; all
  /// of them where the text cites none and nothing in it looks as if it should.
  private func isListed(_ isCited: [Bool], seemToBeInCode: Bool) -> [Bool] {
    if !isCited.contains(true) && !seemToBeInCode || article.uncited.contains("*") {
      return Array(repeating: true, count: references.count)
    }
    var isListed = isCited
    for key in article.uncited {
      if let place = places[key] { isListed[place] = true }
    }
    guard places.count < references.count else { return isListed }
    return references.map { item in places[item.id].map { isListed[$0] } ?? false }
  }

  private func printed(_ text: FormattedText, of anchor: String, id: String) -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(text.bytes.count + 128)
    html += Self.beforeAnchor
    html += anchor.utf8
    html += Self.beforeID
    html += id.utf8
    html += Self.beforeCitation
    text.withoutLinks.appendHTML(to: &html)
    html += Self.afterCitation
    return html
  }

  /// A citation of several references, each of which has its own link.
  private func printed(
    _ text: FormattedText, id: String, anchor: (_ item: Int) -> String?
  ) -> [UInt8] {
    var html = Array("<span class=\"cite\" id=\"\(id)\">".utf8)
    html.reserveCapacity(text.bytes.count + 192)
    text.withoutLinks.appendHTML(to: &html) { item in
      anchor(item).map { "<a href=\"#\($0)\" role=\"doc-biblioref\">" }
    }
    html += "</span>".utf8
    return html
  }

  private static let beforeAnchor = Array("<a class=\"cite\" href=\"#".utf8)
  private static let beforeID = Array("\" id=\"".utf8)
  private static let beforeCitation = Array("\" role=\"doc-biblioref\">".utf8)
  private static let afterCitation = Array("</a>".utf8)

  /// A citation of nothing that is known: its keys.
  private func unknown(_ citation: Prose.Citation) -> FormattedText {
    FormattedText(Array(citation.keys.utf8))
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
  /// Whether its first part stands in the margin.
  fileprivate var beginsInMargin: Bool {
    marks.first.map { $0.format == .display(.leftMargin) && $0.place == 0 } ?? false
  }

  /// With the text of links and not their addresses, for places that are links themselves.
  var withoutLinks: FormattedText {
    guard marks.contains(where: \.isLink) else { return self }
    return FormattedText(bytes, marks: marks.filter { !$0.isLink })
  }
}

extension FormattedText.Mark {
  fileprivate var isLink: Bool {
    if case .link = format { true } else { false }
  }

  fileprivate var isCite: Bool {
    if case .cite = format { true } else { false }
  }
}

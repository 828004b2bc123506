import Bibliography
import CSL
import Exports
import JournalModel
import Prose
import Reporting

// What the citation style makes of a text: its citations and its list of references.

extension BodyReader {
  func formatted(
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
    let cited = CitedReferences(
      in: document, of: places, count: references.count, citationsAreNotes: isNote)
    if let document, cited.hasUnknown { reportUnknownCitations(in: document, &report) }
    if let document, !processor.printsLocators { reportLocators(in: document, &report) }
    let isListed = isListed(cited.isCited, seemToBeInCode: document?.hasCitationsInCode ?? false)
    let listed = isListed.contains(false) ? isListed.indices.filter { isListed[$0] } : nil
    let asked = citing(cited.citations, of: listed?.map { references[$0] } ?? references)
    var formatted = processor.format(asked)
    let textDirection = language.direction
    if textDirection == .rightToLeft, site.options.citation.locale == nil {
      useWordsFromLeftToRight(whereTextRunsSo: &formatted, asked, includingNotes: isNote)
    }
    let isPrinted = isPrinted(
      formatted, isListed, citedInNotes: isNote && !processor.hasBibliography ? cited.isCited : nil,
      &report)
    /// The anchor of a reference, if it is printed.
    func anchor(_ place: Int) -> String? {
      isPrinted?[place] == false ? nil : Self.anchor(of: references[place].id)
    }

    /// Whether a citation fills a note of a text from right to left with words from left to right.
    func runsAgainstNotes(_ text: FormattedText) -> Bool {
      isNote && textDirection == .rightToLeft
        && TextDirection(of: text.bytes) == .leftToRight
    }

    var body = Body(
      language: language, document: document, citesInNotes: isNote, isListed: isListed)
    let citations = document?.citations ?? []
    body.citedKeys = (listed ?? Array(references.indices)).map { references[$0].id }
    body.citationTexts = citations.indices.map { index in
      if cited.places(of: index).isEmpty { return unknown(citations[index]) }
      var text = formatted.citations[index]
      if !runsAgainstNotes(text) { text = text.isolating(inSentence: textDirection) }
      return isNote && citations[index].continuesInNote(of: source) ? text.withoutFinalPoint : text
    }
    body.citations = citations.indices.map { index in
      let text = body.citationTexts[index]
      let id = Self.id(ofCitation: index)
      let direction: TextDirection? = runsAgainstNotes(text) ? .leftToRight : nil
      if text.marks.contains(where: \.isCite) {
        return printed(text, id: id, direction) { anchor(listed?[$0] ?? $0) }
      }
      if let anchor = cited.places(of: index).first.flatMap(anchor) {
        return printed(text, of: anchor, id: id, direction)
      }
      return direction == nil ? text.htmlBytes : printed(text, direction)
    }
    if isNote {
      let leads = leads(of: document, processor, in: textDirection)
      body.leads = citations.indices.map { leads[$0] ?? "" }
    }
    add(
      formatted.bibliography, by: processor,
      citedFrom: anchors(of: citations, cited, inNotes: isNote), to: &body)
    return body
  }

  /// What the style is to format, so that a page can show it.
  private func citing(_ citations: [CSL.Citation], of items: [Item]) -> CitedDocument {
    var document = CitedDocument(items: items, citations: citations, includesUncited: true)
    document.numbersEntries = false
    document.marksCites = true
    return document
  }

  /// In a text from right to left: Arabic words would tear a reference to an English book apart,
  /// since they run against its own.
  private func useWordsFromLeftToRight(
    whereTextRunsSo formatted: inout FormattedDocument, _ asked: CitedDocument,
    includingNotes: Bool
  ) {
    func isMeant(_ text: FormattedText) -> Bool { TextDirection(of: text.bytes) == .leftToRight }
    guard
      formatted.bibliography.contains(where: { isMeant($0.text) })
        || includingNotes && formatted.citations.contains(where: isMeant),
      let other = site.citations.processor(
        style: styleName, language: site.options.leftToRightLanguage, for: .references)?
        .format(asked)
    else { return }
    let texts = Dictionary(
      other.bibliography.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    for index in formatted.bibliography.indices where isMeant(formatted.bibliography[index].text) {
      let reference = formatted.bibliography[index]
      formatted.bibliography[index].text = texts[reference.id] ?? reference.text
    }
    guard includingNotes else { return }
    for index in formatted.citations.indices where isMeant(formatted.citations[index]) {
      formatted.citations[index] = other.citations[index]
    }
  }

  private func add(
    _ bibliography: [FormattedReference], by processor: Processor, citedFrom citations: [[String]],
    to body: inout Body
  ) {
    body.references.reserveCapacity(bibliography.count)
    body.described.reserveCapacity(bibliography.count)
    var last = 0
    for reference in bibliography {
      guard let place = places[reference.id] else { continue }
      var html = reference.text.htmlBytes
      let direction = TextDirection(of: html)
      if direction == .rightToLeft {
        html = reference.text.isolating(in: .rightToLeft, by: processor).htmlBytes
      }
      body.references.append(
        .init(
          anchor: Self.anchor(of: reference.id),
          number: reference.number == last + 1 ? nil : reference.number,
          isLabelled: reference.text.beginsInMargin, html: html, direction: direction,
          citations: citations[place]))
      last = reference.number
      body.described.append(
        .init(id: reference.id, plain: reference.text.plain, item: references[place]))
    }
  }

  /// For each reference the anchors of the citations that lead to it.
  private func anchors(
    of citations: [Prose.Citation], _ cited: CitedReferences, inNotes isNote: Bool
  ) -> [[String]] {
    var anchors = Array(repeating: [String](), count: references.count)
    for index in citations.indices where citations[index].leadsToReference(inNotes: isNote) {
      let id = Self.id(ofCitation: index)
      for place in cited.places(of: index) where anchors[place].last != id {
        anchors[place].append(id)
      }
    }
    return anchors
  }

  private static func id(ofCitation index: Int) -> String { "c" + String(index + 1) }

  private static func attribute(_ direction: TextDirection?) -> String {
    direction.map { " dir=\"\($0.rawValue)\"" } ?? ""
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

  private func printed(
    _ text: FormattedText, of anchor: String, id: String, _ direction: TextDirection?
  ) -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(text.bytes.count + 128)
    html += Self.beforeAnchor
    html += anchor.utf8
    html += Self.beforeID
    html += id.utf8
    html += "\"\(Self.attribute(direction)) role=\"doc-biblioref\">".utf8
    text.withoutLinks.appendHTML(to: &html)
    html += Self.afterCitation
    return html
  }

  /// A citation of what is in no list.
  private func printed(_ text: FormattedText, _ direction: TextDirection?) -> [UInt8] {
    var html = Array("<span\(Self.attribute(direction))>".utf8)
    text.appendHTML(to: &html)
    html += "</span>".utf8
    return html
  }

  /// A citation of several references, each of which has its own link.
  private func printed(
    _ text: FormattedText, id: String, _ direction: TextDirection?,
    anchor: (_ item: Int) -> String?
  ) -> [UInt8] {
    var html = Array("<span class=\"cite\" id=\"\(id)\"\(Self.attribute(direction))>".utf8)
    html.reserveCapacity(text.bytes.count + 192)
    text.withoutLinks.appendHTML(to: &html) { item in
      anchor(item).map { "<a href=\"#\($0)\" role=\"doc-biblioref\">" }
    }
    html += "</span>".utf8
    return html
  }

  private static let beforeAnchor = Array("<a class=\"cite\" href=\"#".utf8)
  private static let beforeID = Array("\" id=\"".utf8)
  private static let afterCitation = Array("</a>".utf8)

  /// A citation of nothing that is known: its keys.
  private func unknown(_ citation: Prose.Citation) -> FormattedText {
    FormattedText(Array(citation.keys.utf8))
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

import Bibliography
import CSL
import JournalModel

extension PageContext {
  /// The language in which the page cites an article: its own, unless the article has a title in
  /// that of the page or the journal asks for another.
  func citationLanguage(of article: Article) -> LanguageTag {
    options.citation.locale ?? article.title.exactEntry(for: language)?.language
      ?? article.language
  }

  /// The styles for an article, the one shown first before the others.
  private func styles(for article: Article) -> [String] {
    let first = article.citationStyle ?? options.citation.style
    return [first] + options.citation.styles.filter { $0 != first }
  }

  /// The article as it is cited: where there are versions, the title ends with the number of this
  /// one, in every style.
  func citedItem(
    _ article: Article, title: LanguageTag, in language: LanguageTag
  ) -> Item {
    var item = article.item(in: journal, language: title)
    if let version = article.version {
      let name = InterfaceText(language: language).phrase(.version(String(version.number)))
      item[.title] = (item[.title] ?? "") + " [\(name)]"
    }
    return item
  }

  /// The article in every style, the author's own words first.
  func citations(of article: Article) -> [CitationView] {
    let citationLanguage = citationLanguage(of: article)
    let itemLanguage = article.title.entry(for: citationLanguage).language
    let item = citedItem(article, title: itemLanguage, in: citationLanguage)
    let attributes = attributes(itemLanguage)
    var views: [CitationView] = []
    if let text = article.citationText {
      views.append(
        CitationView(
          id: "own", name: title.value, html: Array(HTML.escaped(text).utf8), plain: text,
          language: attributes))
    }
    let found = styles(for: article).compactMap { style in
      site.citations.processor(style: style, language: citationLanguage, for: .articles)
        .map { (style, $0) }
    }
    let texts = Processor.references(to: item, in: found.map(\.1))
    for ((style, processor), text) in zip(found, texts) {
      views.append(
        CitationView(
          id: style, name: site.citations.title(of: style),
          html: text.isolating(in: itemLanguage.direction, by: processor).htmlBytes,
          plain: text.plain,
          language: attributes))
    }
    return views
  }
}

extension FormattedText {
  /// Without spaces at its end, which some styles leave after a full stop.
  fileprivate var trimmed: FormattedText {
    guard bytes.last == UInt8(ascii: " ") else { return self }
    var result = self
    let end = marks.last?.place ?? 0
    while result.bytes.count > end, result.bytes.last == UInt8(ascii: " ") {
      result.bytes.removeLast()
    }
    return result
  }
}

extension Processor {
  /// One work as it stands in a bibliography, without the number before it.
  func reference(_ item: Item) -> FormattedText {
    Processor.references(to: item, in: [self])[0]
  }

  /// The same in each of several styles.
  fileprivate static func references(to item: Item, in styles: [Processor]) -> [FormattedText] {
    var document = CitedDocument(items: [item], includesUncited: true)
    document.numbersEntries = false
    return zip(styles, format(document, in: styles)).map { style, formatted in
      formatted.bibliography.first?.text.trimmed ?? style.cite(document, item.id)
    }
  }

  /// The work as a style cites it that has no bibliography.
  private func cite(_ document: CitedDocument, _ id: String) -> FormattedText {
    var document = document
    document.citations = [Citation(cites: [Cite(id: id)])]
    document.includesUncited = false
    return format(document).citations.first?.trimmed ?? FormattedText()
  }
}

import Bibliography
import JournalModel

extension XMLWriter {
  /// A reference: its elements where its data are known, and always the whole text.
  mutating func crossrefCitation(_ reference: ArticleText.Reference, number: Int) {
    let citation = begin("citation", [("key", "ref\(number)")])
    if let item = reference.item { crossrefElements(of: item) }
    element("doi", [], reference.doi.flatMap { $0.isOfCrossref ? $0.text : nil })
    element("unstructured_citation", [], reference.plain.inOneLine)
    end(citation)
  }

  private mutating func crossrefElements(of item: Item) {
    let container = item[.containerTitle].map(Markup.plain)
    let title = item[.title].map(Markup.plain)
    element("issn", [], item[.issn].flatMap { try? ISSN($0) }?.text)
    if item.type == .articleJournal { element("journal_title", [], container) }
    element("author", [], item[.author].first?.surname)
    element("volume", [], item[.volume]?.within(.number))
    element("issue", [], item[.issue]?.within(.number))
    element("first_page", [], item[.page].flatMap { try? PageRange($0) }?.first.within(.number))
    element("cYear", [], (item[.issued]?.start?.year).map(String.init))
    switch item.type {
    case .articleJournal: element("article_title", [], title)
    case .chapter, .paperConference:
      element("volume_title", [], container)
      element("article_title", [], title)
    default: element("volume_title", [], title)
    }
  }
}

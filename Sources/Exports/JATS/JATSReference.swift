import Bibliography
import JournalModel

extension XMLWriter {
  /// The reference as it is printed and, where its data are known, their elements too.
  mutating func jatsReference(_ reference: ArticleText.Reference) {
    guard let item = reference.item else {
      element("mixed-citation", [("publication-type", "other")], reference.plain)
      return
    }
    let type: [Attribute] = [("publication-type", item.type.jatsType)]
    let alternatives = begin("citation-alternatives")
    let elements = begin("element-citation", type)
    writeNames(item[.author], of: "author")
    writeNames(item[.editor], of: "editor")
    writeNames(item[.translator], of: "translator")
    writeElements(of: item, doi: reference.doi)
    end(elements)
    // JATS4R wants the title of data marked, and running text has no marks here.
    let plainType = item.type == .dataset ? "other" : item.type.jatsType
    element("mixed-citation", [("publication-type", plainType)], reference.plain)
    end(alternatives)
  }

  private mutating func writeNames(_ names: [PersonName], of role: String) {
    guard !names.isEmpty else { return }
    let group = begin("person-group", [("person-group-type", role)])
    for name in names { jatsName(name) }
    end(group)
  }

  /// The first day, month or season of the date, or the words that stand for it.
  private mutating func writeDate(_ date: ItemDate) {
    guard let start = date.start else { return element("string-date", [], date.literal) }
    let year = ItemDate(PartialDate(year: start.year)).edtf
    element("year", [("iso-8601-date", year)], String(start.year))
    // Days before our era are of a calendar of their own.
    let day = CalendarDate(year: start.year, month: start.month, day: start.day)
    element("month", [], day?.twoDigitMonth)
    element("day", [], day?.twoDigitDay)
    let seasons = ["Spring", "Summer", "Autumn", "Winter"]
    if let season = date.season, seasons.indices.contains(season - 1) {
      element("season", [], seasons[season - 1])
    }
  }

  private mutating func writeElements(of item: Item, doi: DOI?) {
    if let date = item[.issued] { writeDate(date) }
    if let container = item[.containerTitle] {
      writeTitle(item[.title], as: item.type.jatsTitle)
      writeTitle(container, as: "source")
    } else {
      writeTitle(item[.title], as: "source")
    }
    writeTitle(item[.collectionTitle], as: "series")
    element("edition", [], item[.edition])
    element("version", [], item[.version])
    element("conf-name", [], item[.eventTitle].map(Markup.plain))
    element("conf-loc", [], item[.eventPlace])
    element("publisher-loc", [], item[.publisherPlace])
    element("publisher-name", [], item[.publisher].map(Markup.plain))
    element("volume", [], item[.volume])
    element("issue", [], item[.issue])
    // The number that an article has in the place of pages.
    if item.type == .articleJournal { element("elocation-id", [], item[.number]) }
    if let pages = item[.page].flatMap({ try? PageRange($0) }) {
      element("fpage", [], pages.first)
      element("lpage", [], pages.last)
    } else {
      element("page-range", [], item[.page])
    }
    element("size", [("units", "pages")], item[.numberOfPages])
    element("isbn", [], item[.isbn])
    element("issn", [], item[.issn])
    element("pub-id", [("pub-id-type", "doi")], doi?.text)
    element("pub-id", [("pub-id-type", "pmid")], item[.pmid])
    element("pub-id", [("pub-id-type", "pmcid")], item[.pmcid])
    writeAddress(of: item)
  }

  /// A title with the emphasis that CSL-JSON's markup gives it.
  private mutating func writeTitle(_ title: String?, as name: String) {
    guard let title, title.utf8.contains(UInt8(ascii: "<")) else {
      return element(name, [], title)
    }
    let element = beginMixed(name)
    var open: [Element?] = []
    for piece in Markup.pieces(of: title) {
      switch piece {
      case .text(let words): text(String(words))
      case .open(let tag): open.append(tag.jatsName.map { beginMixed($0) })
      case .close: if let inner = open.popLast() ?? nil { end(inner) }
      }
    }
    end(element)
  }

  /// Where the work is on the web, and when it was seen there.
  private mutating func writeAddress(of item: Item) {
    guard let address = item[.url] else { return }
    let type: [Attribute] = [("content-type", "access-date")]
    if let date = item[.accessed], date.start != nil {
      let access = begin("date-in-citation", type)
      writeDate(date)
      end(access)
    } else {
      element("date-in-citation", type, item[.accessed]?.literal)
    }
    guard isAbsolute(address) else { return element("uri", [], address) }
    // JATS4R wants words for a link that shows nothing but its address, and takes none for `uri`.
    element(
      "ext-link",
      [("ext-link-type", "uri"), ("xlink:href", address), ("xlink:title", host(of: address))],
      address)
  }
}

extension Markup.Tag {
  fileprivate var jatsName: String? {
    switch self {
    case .italic: "italic"
    case .bold: "bold"
    case .superscript: "sup"
    case .subscript: "sub"
    case .smallCaps: "sc"
    case .noCase, .other: nil
    }
  }
}

extension ItemType {
  /// The element of the title of a part.
  fileprivate var jatsTitle: String {
    switch self {
    case .chapter: "chapter-title"
    case .dataset: "data-title"
    default: "article-title"
    }
  }

  fileprivate var jatsType: String {
    switch self {
    case .articleJournal: "journal"
    case .book: "book"
    case .chapter: "book"
    case .paperConference: "confproc"
    case .thesis: "thesis"
    case .report: "report"
    case .webpage, .post, .postWeblog: "web"
    case .articleNewspaper: "newspaper"
    case .dataset: "data"
    case .software: "software"
    default: "other"
    }
  }
}

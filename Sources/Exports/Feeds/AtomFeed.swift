package import JournalModel

extension Journal {
  /// The Atom feed (RFC 4287) of the journal; nil without an address or an entry to date it by.
  package func atomFeed(of entries: [FeedEntry]) -> [UInt8]? {
    let addresses = SiteAddresses(self)
    guard let home = addresses[.home], let own = addresses[.atomFeed],
      let newest = entries.map(\.updated).max()
    else { return nil }
    let name = title[defaultLanguage]
    var xml = XMLWriter()
    xml.element(
      "feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", defaultLanguage.text)]
    ) { xml in
      xml.element("id", [], own)
      xml.element("title", [], name)
      xml.element("subtitle", [], (subtitle ?? description)?[defaultLanguage].inOneLine)
      xml.element("updated", [], newest)
      xml.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", own)])
      xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", home)])
      xml.element("author") { $0.element("name", [], name) }
      xml.element("rights", [], licence?.url)
      for entry in entries {
        switch entry {
        case .article(let record): xml.atomEntry(of: record)
        case .announcement(let page, let date):
          xml.atomEntry(of: page, on: date, at: addresses[.page(page)])
        }
      }
    }
    return xml.bytes
  }
}

extension FeedEntry {
  fileprivate var updated: String {
    switch self {
    case .article(let record):
      record.article.lastChange.timestamp(revision: record.article.revision)
    case .announcement(_, let date): date.timestamp()
    }
  }
}

extension XMLWriter {
  fileprivate mutating func atomEntry(of record: ArticleRecord) {
    let article = record.article
    element("entry", [("xml:lang", record.language.text)]) { xml in
      xml.element("id", [], record.url)
      xml.element("title", [], record.plainTitle)
      for author in record.authors {
        xml.element("author") { xml in
          xml.element("name", [], author.name.spoken)
          xml.element("uri", [], author.orcid?.url)
        }
      }
      xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", record.url)])
      if let doi = article.doi { xml.empty("link", [("rel", "related"), ("href", doi.url)]) }
      if let pdf = record.pdf, let address = record.url(of: pdf) {
        xml.empty(
          "link",
          [
            ("rel", "enclosure"), ("type", pdf.mediaType), ("length", String(pdf.size)),
            ("href", address),
          ])
      }
      xml.element("published", [], article.dates.published.timestamp())
      xml.element("updated", [], article.lastChange.timestamp(revision: article.revision))
      for keyword in record.keywords { xml.empty("category", [("term", keyword.text)]) }
      xml.element("rights", [], article.licence?.url)
      let summary = record.text.abstracts.first { $0.language == record.language }
      xml.element("summary", [], summary?.plain)
    }
  }

  fileprivate mutating func atomEntry(
    of page: StaticPage, on date: CalendarDate, at address: String?
  ) {
    let title = page.title.entries[0]
    element("entry", [("xml:lang", title.language.text)]) { xml in
      xml.element("id", [], address)
      xml.element("title", [], title.value.plain.inOneLine)
      xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", address)])
      xml.element("published", [], date.timestamp())
      xml.element("updated", [], date.timestamp())
    }
  }
}

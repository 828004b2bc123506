package import JournalModel

extension Journal {
  /// The RSS 1.0 feed with Dublin Core and PRISM, which library systems read; nil without an
  /// address or an entry.
  package func rssFeed(of entries: [FeedEntry]) -> [UInt8]? {
    let addresses = SiteAddresses(self)
    guard let home = addresses[.home], let own = addresses[.rssFeed], !entries.isEmpty else {
      return nil
    }
    let listed = entries.compactMap { entry in entry.address(in: addresses).map { (entry, $0) } }
    let name = title[defaultLanguage]
    var xml = XMLWriter()
    xml.element("rdf:RDF", Self.rssNamespaces) { xml in
      xml.element("channel", [("rdf:about", own)]) { xml in
        xml.element("title", [], name)
        xml.element("link", [], home)
        xml.element("description", [], description?[defaultLanguage].inOneLine ?? name)
        xml.element("dc:publisher", [], publisher?.name[defaultLanguage])
        xml.element("dc:language", [], defaultLanguage.text)
        xml.element("dc:rights", [], licence?.url)
        xml.element("prism:publicationName", [], name)
        xml.element("prism:issn", [], issn.print?.text)
        xml.element("prism:eIssn", [], issn.online?.text)
        xml.element("items") { xml in
          xml.element("rdf:Seq") { xml in
            for (_, address) in listed { xml.empty("rdf:li", [("rdf:resource", address)]) }
          }
        }
      }
      for (entry, address) in listed {
        xml.element("item", [("rdf:about", address)]) { xml in
          switch entry {
          case .article(let record): xml.rssItem(of: record, at: address)
          case .announcement(let page, let date):
            xml.element("title", [], page.title[defaultLanguage].plain.inOneLine)
            xml.element("link", [], address)
            xml.element("dc:date", [], date.text)
          }
        }
      }
    }
    return xml.bytes
  }

  private static var rssNamespaces: [XMLWriter.Attribute] {
    [
      ("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
      ("xmlns", "http://purl.org/rss/1.0/"),
      ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
      ("xmlns:prism", "http://prismstandard.org/namespaces/basic/2.0/"),
    ]
  }
}

extension FeedEntry {
  fileprivate func address(in addresses: SiteAddresses) -> String? {
    switch self {
    case .article(let record): record.url
    case .announcement(let page, _): addresses[.page(page)]
    }
  }
}

extension XMLWriter {
  fileprivate mutating func rssItem(of record: ArticleRecord, at address: String) {
    let article = record.article
    element("title", [], record.plainTitle)
    element("link", [], address)
    let summary = record.text.abstracts.first { $0.language == record.language }
    element("description", [], summary?.plain)
    for author in record.authors { element("dc:creator", [], author.name.spoken) }
    element("dc:date", [], article.dates.published.text)
    element("dc:language", [], record.language.text)
    element("dc:rights", [], article.licence?.url)
    for keyword in record.keywords { element("dc:subject", [], keyword.text) }
    element("dc:identifier", [], article.doi.map { "doi:" + $0.text })
    element("prism:publicationName", [], record.journal.title[record.language])
    element("prism:publicationDate", [], record.citedDate.text)
    element("prism:volume", [], record.issue?.volume)
    element("prism:number", [], record.issue?.number)
    switch article.extent {
    case .pages(let range):
      element("prism:startingPage", [], range.first)
      element("prism:endingPage", [], range.last ?? range.first)
    case .articleNumber(let number): element("prism:articleNumber", [], number)
    case nil: break
    }
    element("prism:doi", [], article.doi?.text)
    element("prism:url", [], address)
  }
}

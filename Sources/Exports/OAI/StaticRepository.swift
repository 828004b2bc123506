package import JournalModel

/// The journal's records as an OAI static repository (guidelines of 2004): a file that a gateway
/// can serve as OAI-PMH, and no OAI-PMH by itself.
///
/// The base address that the guidelines want is that of a gateway; a journal registered with none
/// gives the address of the file. It is written record by record, since a journal has many.
package struct StaticRepository: Sendable {
  private let journal: ResolvedJournal
  private let host: Substring
  /// Where the records stand.
  private let writer: XMLWriter
  /// What stands after the last record.
  package let end: [UInt8]

  /// What stands before the first record.
  package var start: [UInt8] { writer.bytes }

  /// Nil without the address, a contact to write to or a record.
  package init?(_ journal: ResolvedJournal) {
    guard let root = SiteAddresses(journal.journal).root,
      let own = SiteAddresses(journal.journal)[.oaiRepository],
      let email = journal.journal.contact?.email,
      let earliest = journal.articles.map(\.lastChange.firstDay).min()
    else { return nil }
    self.journal = journal
    host = root.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" && $0 != ":" }
    var xml = XMLWriter()
    let repository = xml.begin("Repository", Self.namespaces)
    xml.element("Identify") { xml in
      xml.element("oai:repositoryName", [], journal.journal.title[journal.journal.defaultLanguage])
      xml.element("oai:baseURL", [], own)
      xml.element("oai:protocolVersion", [], "2.0")
      xml.element("oai:adminEmail", [], email)
      xml.element("oai:earliestDatestamp", [], earliest.text)
      xml.element("oai:deletedRecord", [], "no")
      xml.element("oai:granularity", [], "YYYY-MM-DD")
    }
    xml.element("ListMetadataFormats") { xml in
      xml.element("oai:metadataFormat") { xml in
        xml.element("oai:metadataPrefix", [], "oai_dc")
        xml.element("oai:schema", [], "http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
        xml.element("oai:metadataNamespace", [], "http://www.openarchives.org/OAI/2.0/oai_dc/")
      }
    }
    let list = xml.begin("ListRecords", [("metadataPrefix", "oai_dc")])
    writer = xml
    xml.empty("oai:record")
    let count = xml.bytes.count
    xml.end(list)
    xml.end(repository)
    end = Array(xml.bytes[count...])
  }

  /// What stands in it for an article.
  package func record(of article: Article, _ text: ArticleText) -> [UInt8] {
    var xml = writer
    let start = xml.bytes.count
    let record = ArticleRecord(article, in: journal, text: text)
    xml.oaiRecord(record, identifier: "oai:\(host):\(article.slug)")
    return Array(xml.bytes[start...])
  }

  private static var namespaces: [XMLWriter.Attribute] {
    let repository = "http://www.openarchives.org/OAI/2.0/static-repository"
    return [
      ("xmlns", repository), ("xmlns:oai", "http://www.openarchives.org/OAI/2.0/"),
      ("xmlns:oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
      ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
      ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      ("xsi:schemaLocation", "\(repository) \(repository).xsd"),
    ]
  }
}

extension XMLWriter {
  fileprivate mutating func oaiRecord(_ record: ArticleRecord, identifier: String) {
    element("oai:record") { xml in
      xml.element("oai:header") { xml in
        xml.element("oai:identifier", [], identifier)
        xml.element("oai:datestamp", [], record.article.lastChange.firstDay.text)
      }
      xml.element("oai:metadata") { xml in
        let namespace = "http://www.openarchives.org/OAI/2.0/oai_dc/"
        xml.element(
          "oai_dc:dc",
          [("xsi:schemaLocation", "\(namespace) http://www.openarchives.org/OAI/2.0/oai_dc.xsd")]
        ) { $0.dublinCore(of: record) }
      }
    }
  }

  private mutating func dublinCore(of record: ArticleRecord) {
    let article = record.article
    let language = ("xml:lang", Optional(record.language.text))
    element("dc:title", [language], record.plainTitle)
    for author in record.authors { element("dc:creator", [], author.name.inverted) }
    for keyword in record.keywords {
      element("dc:subject", [("xml:lang", keyword.language.text)], keyword.text)
    }
    for abstract in record.text.abstracts {
      element("dc:description", [("xml:lang", abstract.language.text)], abstract.plain)
    }
    element("dc:publisher", [], record.journal.publisher?.name[record.language])
    element("dc:date", [], record.citedDate.text)
    element("dc:type", [], "info:eu-repo/semantics/article")
    for galley in article.galleys { element("dc:format", [], galley.mediaType) }
    element("dc:identifier", [], record.url)
    element("dc:identifier", [], article.doi?.url)
    element("dc:source", [], record.sourceLine)
    element("dc:language", [], record.language.text)
    for related in record.related {
      element("dc:relation", [], record.addresses[.article(related.slug)])
    }
    for right in record.rights { element("dc:rights", [], right) }
  }
}

extension ArticleRecord {
  /// Where it was printed, in one line: journal, volume and number, pages.
  fileprivate var sourceLine: String {
    var parts = [journal.title[language]]
    if let issue {
      let numbers = [issue.volume.map { "Vol. \($0)" }, issue.number.map { "No. \($0)" }]
        .compactMap(\.self).joined(separator: ", ")
      parts.append(numbers.isEmpty ? String(issue.year) : "\(numbers) (\(issue.year))")
    }
    switch article.extent {
    case .pages(let range): parts.append(range.text)
    case .articleNumber(let number): parts.append(number)
    case nil: break
    }
    return parts.joined(separator: "; ")
  }
}

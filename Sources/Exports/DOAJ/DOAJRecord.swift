import JournalModel

extension ArticleRecord {
  /// Whether the Directory of Open Access Journals takes the article: it wants an ISSN, authors
  /// and a place to read it, and no notices.
  package var isForDOAJ: Bool {
    journal.issn.preferred != nil && !article.kind.isNotice && !authors.isEmpty
      && (url != nil || article.doi != nil)
  }

  /// The article as a `record` of DOAJ's XML; empty when it is not for DOAJ.
  ///
  /// E-mail addresses, which the schema would take, are never written.
  package var doajRecord: [UInt8] {
    guard isForDOAJ else { return [] }
    var xml = XMLWriter(declaration: false)
    xml.element("record") { xml in
      xml.element("language", [], language.bibliographicCode)
      xml.element("publisher", [], journal.publisher?.name[language])
      xml.element("journalTitle", [], journal.title[language])
      xml.element("issn", [], journal.issn.print?.text)
      xml.element("eissn", [], journal.issn.online?.text)
      xml.element("publicationDate", [], citedDate.text)
      xml.element("volume", [], issue?.volume)
      xml.element("issue", [], issue?.number)
      if case .pages(let range) = article.extent {
        xml.element("startPage", [], range.first)
        xml.element("endPage", [], range.last ?? range.first)
      }
      xml.element("doi", [], article.doi?.text)
      xml.element("publisherRecordId", [], article.slug)
      xml.element("documentType", [], article.kind.rawValue)
      writeTitles(to: &xml)
      writeAuthors(to: &xml)
      for abstract in abstracts {
        xml.element(
          "abstract", [("language", abstract.language.bibliographicCode)], abstract.plain)
      }
      if let url {
        xml.element("fullTextUrl", [("format", "html")], url)
      } else {
        xml.element("fullTextUrl", [("format", "html")], article.doi?.url)
      }
      for entry in article.keywords {
        xml.element("keywords", [("language", entry.language.bibliographicCode)]) { xml in
          for keyword in entry.value { xml.element("keyword", [], keyword) }
        }
      }
    }
    return xml.bytes
  }

  private func writeTitles(to xml: inout XMLWriter) {
    let own = article.title.entry(for: language).language
    xml.element("title", [("language", own.bibliographicCode)], plainTitle)
    for entry in article.title.entries where entry.language != own {
      let title = resolved.fullTitle(of: article, in: entry.language).plain.inOneLine
      xml.element("title", [("language", entry.language.bibliographicCode)], title)
    }
  }

  private func writeAuthors(to xml: inout XMLWriter) {
    var affiliations: [Affiliation] = []
    for affiliation in authors.compactMap(\.affiliations.first)
    where !affiliations.contains(affiliation) {
      affiliations.append(affiliation)
    }
    xml.element("authors") { xml in
      for author in authors {
        xml.element("author") { xml in
          xml.element("name", [], author.name.spoken)
          let index = author.affiliations.first.flatMap { affiliations.firstIndex(of: $0) }
          xml.element("affiliationId", [], index.map { String($0 + 1) })
          xml.element("orcid_id", [], author.orcid?.url)
        }
      }
    }
    xml.element("affiliationsList") { xml in
      for (index, affiliation) in affiliations.enumerated() {
        xml.element(
          "affiliationName", [("affiliationId", String(index + 1))],
          affiliation.line(in: language))
      }
    }
  }
}

/// DOAJ's XML file of the records that `doajRecord` wrote; nil when there is none.
package func doajXML(of records: [[UInt8]]) -> [UInt8]? {
  guard records.contains(where: { !$0.isEmpty }) else { return nil }
  var xml = XMLWriter()
  xml.element("records", [("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")]) { xml in
    for record in records { xml.fragment(record) }
  }
  return xml.bytes
}

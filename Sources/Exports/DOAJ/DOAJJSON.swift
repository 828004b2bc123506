import JournalModel

extension ArticleRecord {
  /// The article as DOAJ's API (version 4) takes it; empty when it is not for DOAJ.
  package var doajJSON: [UInt8] {
    guard isForDOAJ else { return [] }
    var json = JSONWriter()
    json.object { json in
      json.object("bibjson") { writeBibJSON(to: &$0) }
    }
    return json.bytes
  }

  private func writeBibJSON(to json: inout JSONWriter) {
    json.member("title", plainTitle)
    json.member("identifier", identifiers) { json, identifier in
      json.object { json in
        json.member("type", identifier.type)
        json.member("id", identifier.id)
      }
    }
    json.member("author", authors) { json, author in
      json.object { json in
        json.member("name", author.name.spoken)
        json.member("affiliation", author.affiliations.first?.line(in: language))
        json.member("orcid_id", author.orcid?.url)
      }
    }
    json.object("journal") { json in
      json.member("title", journal.title[language])
      json.member("publisher", journal.publisher?.name[language])
      json.member("country", journal.publisher?.country)
      json.member("language", [language.twoLetters?.uppercased()].compactMap(\.self))
      json.member("volume", issue?.volume)
      json.member("number", issue?.number)
      if case .pages(let range) = article.extent {
        json.member("start_page", range.first)
        json.member("end_page", range.last ?? range.first)
      }
    }
    json.member("year", String(citedDate.year))
    json.member("month", citedDate.month.map { String($0) })
    json.member("abstract", (abstracts.first { $0.language == language } ?? abstracts.first)?.plain)
    // DOAJ takes six keywords.
    json.member("keywords", keywords.prefix(6).map(\.text))
    json.member("link", links) { json, link in
      json.object { json in
        json.member("type", "fulltext")
        json.member("content_type", link.type)
        json.member("url", link.url)
      }
    }
  }

  private var identifiers: [(type: String, id: String)] {
    let all = [
      ("doi", article.doi?.text), ("eissn", journal.issn.online?.text),
      ("pissn", journal.issn.print?.text),
    ]
    return all.compactMap { type, id in id.map { (type, $0) } }
  }

  private var links: [(type: String, url: String)] {
    [url ?? article.doi?.url].compactMap(\.self).map { ("HTML", $0) }
  }
}

/// DOAJ's JSON file of the articles that `doajJSON` wrote, one on a line; nil when there is none.
package func doajJSON(of articles: [[UInt8]]) -> [UInt8]? {
  let articles = articles.filter { !$0.isEmpty }
  guard !articles.isEmpty else { return nil }
  var bytes = Array("[\n".utf8)
  for (index, article) in articles.enumerated() {
    if index > 0 { bytes += Array(",\n".utf8) }
    bytes += article
  }
  return bytes + Array("\n]\n".utf8)
}

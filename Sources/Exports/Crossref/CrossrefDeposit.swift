package import JournalModel

extension ResolvedJournal {
  /// The deposit of an issue's articles at Crossref, or of those without an issue.
  ///
  /// `articles` holds what `crossrefArticle` wrote for each of them. Nil where the journal has
  /// neither ISSN nor depositor, or no article a DOI.
  package func crossrefDeposit(of issue: Issue?, articles fragments: [[UInt8]]) -> [UInt8]? {
    guard let deposits = journal.deposits, journal.issn.preferred != nil,
      fragments.contains(where: { !$0.isEmpty })
    else { return nil }
    var xml = XMLWriter()
    xml.element("doi_batch", Self.namespaces(deposits.crossrefSchema)) { xml in
      xml.element("head") { writeHead(of: issue, deposits, to: &$0) }
      xml.element("body") { xml in
        xml.element("journal") { xml in
          writeJournal(to: &xml)
          if let issue { writeIssue(issue, to: &xml) }
          for fragment in fragments { xml.fragment(fragment) }
        }
      }
    }
    return xml.bytes
  }

  /// The file of an issue's deposit, outside the site.
  package static func crossrefFileName(of issue: Issue?) -> String {
    "crossref-\(issue?.folder ?? "online-first").xml"
  }

  private static func namespaces(
    _ schema: Journal.Deposits.CrossrefSchema
  ) -> [XMLWriter.Attribute] {
    let version = schema.rawValue
    let namespace = "http://www.crossref.org/schema/\(version)"
    return [
      ("xmlns", namespace), ("xmlns:jats", "http://www.ncbi.nlm.nih.gov/JATS1"),
      ("xmlns:fr", "http://www.crossref.org/fundref.xsd"),
      ("xmlns:ai", "http://www.crossref.org/AccessIndicators.xsd"),
      ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"), ("version", version),
      (
        "xsi:schemaLocation",
        "\(namespace) https://www.crossref.org/schemas/crossref\(version).xsd"
      ),
    ]
  }

  /// The batch is named after its issue; its time grows with the newest change and the revisions,
  /// as Crossref asks, and knows no clock.
  private func writeHead(
    of issue: Issue?, _ deposits: Journal.Deposits, to xml: inout XMLWriter
  ) {
    let members =
      issue?.articles.compactMap { article($0) } ?? articles.filter { $0.issueFolder == nil }
    let newest = members.map(\.lastChange.firstDay).max() ?? issue?.date.firstDay
    let revision = members.map(\.revision).reduce(0, +)
    // Of a name that is too long the end stands, which tells revisions apart.
    let batch = "\(Self.crossrefFileName(of: issue).dropLast(4))-r\(revision)"
    xml.element("doi_batch_id", [], String(batch.unicodeScalars.suffix(100)))
    xml.element("timestamp", [], newest?.stamp(revision: revision))
    xml.element("depositor") { xml in
      xml.element("depositor_name", [], deposits.depositor)
      xml.element("email_address", [], deposits.email)
    }
    xml.element("registrant", [], deposits.registrant)
  }

  private func writeJournal(to xml: inout XMLWriter) {
    let language = journal.defaultLanguage
    xml.element("journal_metadata", [("language", language.crossrefCode)]) { xml in
      xml.element("full_title", [], journal.title[language])
      xml.element("abbrev_title", [], journal.abbreviation?.within(.abbreviation))
      xml.element("issn", [("media_type", "electronic")], journal.issn.online?.text)
      xml.element("issn", [("media_type", "print")], journal.issn.print?.text)
      xml.element("archive_locations") { xml in
        for archive in journal.archives where Self.knownArchives.contains(archive) {
          xml.empty("archive", [("name", archive)])
        }
      }
    }
  }

  private static let knownArchives: Set<String> = [
    "CLOCKSS", "LOCKSS", "Portico", "KB", "Internet Archive", "DWT",
  ]

  private func writeIssue(_ issue: Issue, to xml: inout XMLWriter) {
    xml.element("journal_issue") { xml in
      xml.element("titles") {
        $0.element("title", [], issue.title?[journal.defaultLanguage].plain.inOneLine)
      }
      xml.crossrefDate("publication_date", issue.date)
      xml.element("journal_volume") { $0.element("volume", [], issue.volume?.within(.number)) }
      xml.element("issue", [], issue.number?.within(.number))
      if let doi = issue.doi, doi.isOfCrossref,
        let url = SiteAddresses(journal)[.issue(issue.folder)]
      {
        xml.element("doi_data") { xml in
          xml.element("doi", [], doi.text)
          xml.element("resource", [], url)
        }
      }
    }
  }
}

extension XMLWriter {
  mutating func crossrefDate(
    _ name: String, _ date: CalendarDate?, media: String = "online"
  ) {
    guard let date else { return }
    element(name, [("media_type", media)]) { xml in
      xml.element("month", [], date.twoDigitMonth)
      xml.element("day", [], date.twoDigitDay)
      xml.element("year", [], String(date.year))
    }
  }
}

extension LanguageTag {
  /// The code of ISO 639-1; nil for a language that has none.
  var twoLetters: String? { language.utf8.count == 2 ? language : nil }
}

import JournalModel

extension ArticleRecord {
  /// The article as an element of a Crossref deposit; empty without an address and a DOI that
  /// Crossref can give it.
  package var crossrefArticle: [UInt8] {
    guard let doi, doi.isOfCrossref, let url else { return [] }
    var xml = XMLWriter(declaration: false)
    xml.element(
      "journal_article",
      [
        ("publication_type", hasFullText ? "full_text" : "bibliographic_record"),
        ("language", language.crossrefCode),
        // Since 5.4 references are open to all.
        ("reference_distribution_opts", takes540 ? nil : "any"),
      ]
    ) { xml in
      writeTitles(to: &xml)
      writeCrossrefContributors(to: &xml)
      writeAbstracts(to: &xml)
      xml.crossrefDate("publication_date", citedDate)
      xml.crossrefDate("acceptance_date", article.dates.accepted)
      writeExtent(to: &xml)
      if let updates {
        writeCrossmark(updates, to: &xml)
      } else {
        writeFunding(to: &xml)
        writeAccess(to: &xml)
      }
      writeVersions(to: &xml)
      writeAddresses(doi, url, to: &xml)
      xml.element("citation_list") { xml in
        for (index, reference) in text.references.enumerated() {
          xml.crossrefCitation(reference, number: index + 1)
        }
      }
    }
    return xml.bytes
  }

  /// Whether the whole article stands at its address, as text or in a file.
  private var hasFullText: Bool { text.body != nil || !article.galleys.isEmpty }

  private var takes540: Bool { journal.deposits?.crossrefSchema == .v540 }

  private func writeTitles(to xml: inout XMLWriter) {
    xml.element("titles") { $0.mixed("title") { $0.crossref(title) } }
    let own = article.title.entry(for: language).language
    for entry in article.title.entries where entry.language != own {
      xml.element("titles") {
        $0.mixed("title") { $0.crossref(resolved.fullTitle(of: article, in: entry.language)) }
      }
    }
  }

  private func writeAbstracts(to xml: inout XMLWriter) {
    for abstract in abstracts {
      xml.element("jats:abstract", [("xml:lang", abstract.language.text)]) { xml in
        for paragraph in abstract.paragraphs { xml.element("jats:p", [], paragraph.inOneLine) }
      }
    }
  }

  private func writeExtent(to xml: inout XMLWriter) {
    switch article.extent {
    case .pages(let range):
      let last = range.last ?? range.first
      guard range.first.isWithin(.number), last.isWithin(.number) else { break }
      xml.element("pages") { xml in
        xml.element("first_page", [], range.first)
        xml.element("last_page", [], last)
      }
    case .articleNumber(let number):
      xml.element("publisher_item") {
        $0.element(
          "item_number", [("item_number_type", "article_number")],
          number.within(.number))
      }
    case nil: break
    }
  }

  /// What a notice does to the articles it is about, and Crossmark's policy, without which
  /// Crossref takes no update.
  private var updates: Updates? {
    guard let policy = journal.deposits?.crossmarkPolicy, let type = article.kind.update else {
      return nil
    }
    let targets = article.about.compactMap { resolved.article($0)?.doi }.filter(\.isOfCrossref)
    guard !targets.isEmpty else { return nil }
    return Updates(policy: policy, type: type, targets: targets)
  }

  private struct Updates {
    var policy: DOI
    var type: String
    var targets: [DOI]
  }

  private func writeCrossmark(
    _ updates: Updates, to xml: inout XMLWriter
  ) {
    xml.element("crossmark") { xml in
      xml.element("crossmark_policy", [], updates.policy.text)
      xml.element("updates") { xml in
        for target in updates.targets {
          xml.element(
            "update",
            [("type", updates.type), ("date", article.dates.published.firstDay.text)], target.text)
        }
      }
      xml.element("custom_metadata") { xml in
        writeFunding(to: &xml)
        writeAccess(to: &xml)
      }
    }
  }

  private func writeFunding(to xml: inout XMLWriter) {
    func assertion(_ name: String) -> [XMLWriter.Attribute] { [("name", name)] }
    xml.element("fr:program", [("name", "fundref")]) { xml in
      for funding in article.funding {
        xml.element("fr:assertion", assertion("fundgroup")) { xml in
          xml.mixed("fr:assertion", assertion("funder_name")) { xml in
            xml.text(funding.funder)
            xml.element("fr:assertion", assertion("funder_identifier"), funding.funderDOI?.url)
          }
          if takes540 { xml.element("fr:assertion", assertion("ror"), funding.funderROR?.url) }
          for award in funding.awards {
            xml.element("fr:assertion", assertion("award_number"), award)
          }
        }
      }
    }
  }

  private func writeAccess(to xml: inout XMLWriter) {
    xml.element("ai:program", [("name", "AccessIndicators")]) { xml in
      xml.empty("ai:free_to_read")
      xml.element(
        "ai:license_ref",
        [("applies_to", "vor"), ("start_date", article.dates.published.firstDay.text)],
        article.licence?.url)
    }
  }

  /// How this version stands to those with other DOIs, and since 5.4 its number.
  private func writeVersions(to xml: inout XMLWriter) {
    xml.element("rel:program", [("xmlns:rel", "http://www.crossref.org/relations.xsd")]) { xml in
      let others: [Article]
      let relation: String
      if let current = resolved.currentVersion(insteadOf: article) {
        (others, relation) = ([current], "isVersionOf")
      } else {
        (others, relation) = (
          resolved.versions(of: article).filter { $0.slug != article.slug }, "hasVersion"
        )
      }
      for other in others {
        guard let doi = resolved.ownDOI(of: other) else { continue }
        xml.element("rel:related_item") {
          $0.element(
            "rel:intra_work_relation",
            [("relationship-type", relation), ("identifier-type", "doi")], doi.text)
        }
      }
    }
    guard takes540 else { return }
    xml.element("version_info") { xml in
      xml.element("version", [], article.version.map { String($0.number) })
    }
  }

  private func writeAddresses(_ doi: DOI, _ url: String, to xml: inout XMLWriter) {
    xml.element("doi_data") { xml in
      xml.element("doi", [], doi.text)
      xml.element("resource", [], url)
      guard let pdf, let address = self.url(of: pdf) else { return }
      for property in ["crawler-based", "text-mining"] {
        xml.element("collection", [("property", property)]) { xml in
          xml.element("item", [("crawler", property == "crawler-based" ? "iParadigms" : nil)]) {
            $0.element("resource", [("mime_type", pdf.mediaType)], address)
          }
        }
      }
    }
  }
}

extension XMLWriter {
  /// A title with Crossref's face markup.
  fileprivate mutating func crossref(_ text: RichText) {
    for run in text.runs {
      let name: String? =
        switch run.style {
        case .plain: nil
        case .italic: "i"
        case .bold: "b"
        case .superscript: "sup"
        case .subscript: "sub"
        case .smallCaps: "scp"
        }
      if let name { element(name, [], run.text) } else { self.text(run.text) }
    }
  }
}

extension Article.Kind {
  /// The value of `update/@type`.
  fileprivate var update: String? {
    switch self {
    case .retraction: "retraction"
    case .removal: "removal"
    case .correction: "correction"
    case .expressionOfConcern: "expression_of_concern"
    default: nil
    }
  }
}

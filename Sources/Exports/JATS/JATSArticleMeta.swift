import JournalModel

extension ArticleRecord {
  /// The content of `article-meta`, whose order the tag set fixes.
  func writeArticleMeta(to xml: inout XMLWriter) {
    xml.element("article-id", [("pub-id-type", "publisher-id")], article.slug)
    xml.element("article-id", [("pub-id-type", "doi")], doi?.text)
    xml.articleVersion(article)
    xml.element("article-categories") { xml in
      xml.element("subj-group", [("subj-group-type", "heading")]) {
        $0.element("subject", [], sectionTitle)
      }
    }
    writeTitles(to: &xml)
    writeContributors(to: &xml)
    writeDates(to: &xml)
    xml.element("volume", [], issue?.volume)
    xml.element("issue", [], issue?.number)
    xml.element("issue-title", [], issue?.title?[language].plain.inOneLine)
    switch article.extent {
    case .pages(let range):
      xml.element("fpage", [], range.first)
      xml.element("lpage", [], range.last ?? range.first)
      if range.last != nil { xml.element("page-range", [], range.text) }
    case .articleNumber(let number): xml.element("elocation-id", [], number)
    case nil: break
    }
    writeSupplements(to: &xml)
    xml.element("history") { xml in
      xml.jatsDate("date", [("date-type", "received")], article.dates.submitted)
      xml.jatsDate("date", [("date-type", "accepted")], article.dates.accepted)
    }
    writeVersions(to: &xml)
    writePermissions(to: &xml)
    writeAddresses(to: &xml)
    writeRelatedArticles(to: &xml)
    writeAbstracts(to: &xml)
    for entry in article.keywords {
      xml.element(
        "kwd-group", [("kwd-group-type", "author"), ("xml:lang", entry.language.text)]
      ) { xml in
        for keyword in entry.value { xml.element("kwd", [], keyword) }
      }
    }
    writeFunding(to: &xml)
  }

  private func writeTitles(to xml: inout XMLWriter) {
    let own = article.title.entry(for: language).language
    xml.element("title-group") { xml in
      xml.mixed("article-title") { $0.jats(title) }
      for entry in article.title.entries where entry.language != own {
        xml.element("trans-title-group", [("xml:lang", entry.language.text)]) { xml in
          xml.mixed("trans-title") { $0.jats(resolved.fullTitle(of: article, in: entry.language)) }
        }
      }
    }
  }

  /// The date by which the article is cited comes first; where that is the year of its issue,
  /// the day it came online follows.
  private func writeDates(to xml: inout XMLWriter) {
    let published = article.dates.published
    let isOfIssue = citedDate != published
    xml.jatsDate(
      "pub-date",
      [
        ("date-type", isOfIssue ? "collection" : "pub"), ("publication-format", "electronic"),
        ("iso-8601-date", citedDate.text),
      ], citedDate)
    guard isOfIssue else { return }
    xml.jatsDate(
      "pub-date",
      [
        ("date-type", "pub"), ("publication-format", "electronic"),
        ("iso-8601-date", published.text),
      ], published)
  }

  private func writeSupplements(to xml: inout XMLWriter) {
    for supplement in article.supplements {
      let address: String?
      let mediaType: String?
      switch supplement.target {
      case .file(_, let fileName, let type, _): (address, mediaType) = (url(of: fileName), type)
      case .url(let url): (address, mediaType) = (url, nil)
      }
      guard let address else { continue }
      let parts = mediaType?.split(separator: "/", maxSplits: 1).map(String.init) ?? []
      xml.element(
        "supplementary-material",
        [
          ("mimetype", parts.first), ("mime-subtype", parts.count > 1 ? parts[1] : nil),
          ("xlink:href", address),
        ]
      ) { xml in
        xml.element("caption") { $0.element("title", [], supplement.title[language]) }
      }
    }
  }

  /// When each version was published, and what was new in it.
  private func writeVersions(to xml: inout XMLWriter) {
    xml.element("pub-history") { xml in
      for version in resolved.versions(of: article) {
        xml.element("event", [("event-type", "version")]) { xml in
          xml.element("event-desc", [], version.version?.changes?[language])
          xml.element(
            "article-id", [("pub-id-type", "doi")], resolved.ownDOI(of: version)?.text)
          xml.articleVersion(version)
          let published = version.dates.published
          xml.jatsDate(
            "pub-date",
            [
              ("date-type", "pub"), ("publication-format", "electronic"),
              ("iso-8601-date", published.text),
            ], published)
          if let address = addresses[.article(version.slug)] {
            xml.element(
              "self-uri", [("content-type", "text/html"), ("xlink:href", address)],
              "Version \(version.version?.number ?? 0)")
          }
        }
      }
    }
  }

  private func writePermissions(to xml: inout XMLWriter) {
    xml.element("permissions") { xml in
      if let copyright = article.copyright {
        let year = copyright.year.map { "\($0) " } ?? ""
        xml.element("copyright-statement", [], "© \(year)\(copyright.holder)")
        // JATS4R asks for a year, which is that of publication where no other is given.
        let since = copyright.year ?? article.dates.published.year
        xml.element("copyright-year", [], String(since))
        xml.element("copyright-holder", [], copyright.holder)
      }
      xml.empty("ali:free_to_read")
      if let licence = article.licence {
        xml.element("license", [("xlink:href", licence.url)]) { xml in
          xml.element("ali:license_ref", [], licence.url)
          xml.element("license-p", [], "This article is licensed under \(licence.name).")
        }
      }
    }
  }

  private func writeAddresses(to xml: inout XMLWriter) {
    if let url {
      xml.element("self-uri", [("content-type", "text/html"), ("xlink:href", url)], "Article page")
    }
    for galley in article.galleys {
      guard let address = url(of: galley) else { continue }
      xml.element(
        "self-uri", [("content-type", galley.mediaType), ("xlink:href", address)], galley.label)
    }
  }

  private func writeRelatedArticles(to xml: inout XMLWriter) {
    for (index, other) in related.enumerated() {
      guard let target = other.doi?.text ?? addresses[.article(other.slug)] else { continue }
      xml.empty(
        "related-article",
        [
          ("id", "related\(index + 1)"),
          ("related-article-type", article.kind.relation ?? other.kind.forwardRelation),
          ("ext-link-type", other.doi == nil ? "uri" : "doi"), ("xlink:href", target),
        ])
    }
  }

  private func writeAbstracts(to xml: inout XMLWriter) {
    let own = text.abstracts.filter { $0.language == language }
    let others = text.abstracts.filter { $0.language != language }
    for abstract in own + others {
      let type =
        abstract.isPlainLanguage ? "plain-language-summary" : abstract.isSummary ? "summary" : nil
      xml.element(
        abstract.language == language ? "abstract" : "trans-abstract",
        [("abstract-type", type), ("xml:lang", abstract.language.text)]
      ) { xml in
        JATSBody(ArticleText(mathML: text.mathML), resolve: { _ in nil }).writeParagraphs(
          abstract.blocks, to: &xml)
      }
    }
  }

  private func writeFunding(to xml: inout XMLWriter) {
    xml.element("funding-group") { xml in
      for funding in article.funding {
        xml.element("award-group") { xml in
          xml.element("funding-source") { xml in
            xml.element("institution-wrap") { xml in
              xml.element("institution", [], funding.funder)
              xml.element(
                "institution-id", [("institution-id-type", "ror")], funding.funderROR?.url)
              xml.element(
                "institution-id", [("institution-id-type", "doi")], funding.funderDOI?.url)
            }
          }
          for award in funding.awards { xml.element("award-id", [], award) }
        }
      }
    }
  }
}

extension XMLWriter {
  fileprivate mutating func articleVersion(_ article: Article) {
    element(
      "article-version", [("article-version-type", "number")],
      article.version.map { String($0.number) })
  }

  /// A date from day to year; left out when there is none.
  fileprivate mutating func jatsDate(
    _ name: String, _ attributes: [Attribute], _ date: CalendarDate?
  ) {
    guard let date else { return }
    element(name, attributes) { xml in
      xml.element("day", [], date.twoDigitDay)
      xml.element("month", [], date.twoDigitMonth)
      xml.element("year", [], String(date.year))
    }
  }

  /// A title with its emphasis.
  fileprivate mutating func jats(_ text: RichText) {
    for run in text.runs {
      let name: String? =
        switch run.style {
        case .plain: nil
        case .italic: "italic"
        case .bold: "bold"
        case .superscript: "sup"
        case .subscript: "sub"
        case .smallCaps: "sc"
        }
      if let name { element(name, [], run.text) } else { self.text(run.text) }
    }
  }
}

extension Article.Kind {
  /// What a notice calls the article it is about (`@related-article-type`); nil for other kinds.
  fileprivate var relation: String? {
    switch self {
    case .retraction, .removal: "retracted-article"
    case .correction: "corrected-article"
    case .expressionOfConcern: "object-of-concern"
    default: nil
    }
  }

  /// What an article calls the notice about it.
  fileprivate var forwardRelation: String {
    switch self {
    case .retraction, .removal: "retraction-forward"
    case .expressionOfConcern: "expression-of-concern"
    default: "correction-forward"
    }
  }
}

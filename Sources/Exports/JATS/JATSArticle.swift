import JournalModel

extension ArticleRecord {
  /// The article in JATS Journal Publishing 1.3 (ANSI/NISO Z39.96-2021).
  ///
  /// Nil where the journal has no ISSN: the tag set wants one, and none is made up.
  ///
  /// - Parameter resolve: The absolute address of what a link or image of the body names.
  /// - Returns: The whole file.
  package func jats(resolve: @escaping (String) -> String? = { _ in nil }) -> [UInt8]? {
    guard journal.issn.preferred != nil else { return nil }
    var xml = XMLWriter()
    xml.doctype(
      "article",
      publicID: "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN",
      systemID: "https://jats.nlm.nih.gov/publishing/1.3/JATS-journalpublishing1-3.dtd")
    xml.element(
      "article",
      [
        ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
        ("xmlns:ali", "http://www.niso.org/schemas/ali/1.0/"),
        ("article-type", article.kind.jatsType),
        (
          "specific-use",
          article.kind.jatsType == article.kind.rawValue ? nil : article.kind.rawValue
        ),
        ("dtd-version", "1.3"),
        ("xml:lang", language.text),
      ]
    ) { xml in
      xml.element("front") { xml in
        xml.element("journal-meta") { writeJournalMeta(to: &$0) }
        xml.element("article-meta") { writeArticleMeta(to: &$0) }
      }
      let body = JATSBody(text, resolve: resolve)
      xml.element("body") { body.writeSections(to: &$0) }
      xml.element("back") { writeBack(body, to: &$0) }
    }
    return xml.bytes
  }

  private func writeJournalMeta(to xml: inout XMLWriter) {
    let title = journal.title.entry(for: language)
    xml.element(
      "journal-id", [("journal-id-type", "publisher-id")],
      journal.abbreviation ?? title.value)
    xml.element("journal-title-group") { xml in
      xml.element("journal-title", [("xml:lang", title.language.text)], title.value)
      for other in journal.title.entries where other.language != title.language {
        xml.element("trans-title-group", [("xml:lang", other.language.text)]) {
          $0.element("trans-title", [], other.value)
        }
      }
      xml.element("abbrev-journal-title", [("abbrev-type", "publisher")], journal.abbreviation)
    }
    xml.element("issn", [("publication-format", "electronic")], journal.issn.online?.text)
    xml.element("issn", [("publication-format", "print")], journal.issn.print?.text)
    if let publisher = journal.publisher {
      xml.element("publisher") { xml in
        xml.element("publisher-name", [], publisher.name[language])
        let place = [publisher.address, publisher.country].compactMap(\.self)
        xml.element("publisher-loc", [], place.joined(separator: ", "))
      }
    }
    if let home = addresses[.home] {
      xml.element("self-uri", [("xlink:href", home)], title.value)
    }
  }
}

extension Article.Kind {
  /// The value of `@article-type`, from the list that JATS suggests.
  fileprivate var jatsType: String {
    switch self {
    case .researchArticle, .reviewArticle, .editorial, .bookReview, .letter, .translation,
      .retraction, .correction, .expressionOfConcern:
      rawValue
    case .essay, .interview, .other: "other"
    case .removal: "retraction"
    }
  }
}

import JournalModel

extension ArticleRecord {
  /// The article as schema.org knows it, for a `script` of its page.
  package var jsonLD: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", schemaType)
      write(to: &json)
    }
    return json.bytes
  }

  private func write(to json: inout JSONWriter) {
    json.member("@id", url.map { $0 + "#article" })
    json.member("url", url)
    json.member("headline", plainTitle)
    json.names("name", fullTitles)
    json.member("author", authors) { $0.contributor($1, in: language) }
    json.member("editor", contributors(.editor)) { $0.contributor($1, in: language) }
    json.member("translator", contributors(.translator)) { $0.contributor($1, in: language) }
    json.member("datePublished", citedDate.text)
    json.member("dateModified", article.dates.updated?.text)
    json.member("inLanguage", language.text)
    json.names(
      "abstract",
      text.abstracts.filter { !$0.isPlainLanguage }.map { ($0.language, $0.plain) })
    json.member("keywords", keywords.map(\.text))
    json.member("articleSection", sectionTitle)
    switch article.extent {
    case .pages(let range):
      json.member("pageStart", range.first)
      json.member("pageEnd", range.last ?? range.first)
      json.member("pagination", range.text)
    case .articleNumber(let number): json.member("pagination", number)
    case nil: break
    }
    writeRights(to: &json)
    writeIdentifiers(to: &json)
    writeFiles(to: &json)
    writeNotices(to: &json)
    writeVersion(to: &json)
    if let publisher = journal.publisher {
      json.object("publisher") { $0.publisher(publisher, in: language) }
    }
    json.value("isPartOf") { $0.container(issue, of: journal, in: language) }
  }

  /// A notice and a text without author are no works of scholarship, which have one.
  var schemaType: String {
    article.kind.isNotice || isUnsigned ? "Article" : "ScholarlyArticle"
  }

  /// The titles of every language, the article's own first.
  private var fullTitles: [(LanguageTag, String)] {
    let languages = article.title.entries.map(\.language)
    let first = article.title.entry(for: language).language
    return ([first] + languages.filter { $0 != first }).map {
      ($0, resolved.fullTitle(of: article, in: $0).plain.inOneLine)
    }
  }

  private func contributors(_ role: Contributor.Role) -> [Contributor] {
    article.contributors.filter { $0.roles.contains(role) }
  }

  private func writeRights(to json: inout JSONWriter) {
    json.member("license", article.licence?.url)
    if let copyright = article.copyright {
      json.object("copyrightHolder") {
        $0.member("@type", article.isCopyrightOfAuthor ? "Person" : "Organization")
        $0.member("name", copyright.holder)
      }
      json.member("copyrightYear", copyright.year)
    }
    json.member("isAccessibleForFree", true)
  }

  private func writeIdentifiers(to json: inout JSONWriter) {
    guard let doi = article.doi else { return }
    json.member("sameAs", doi.url)
    json.object("identifier") { json in
      json.member("@type", "PropertyValue")
      json.member("propertyID", "DOI")
      json.member("value", doi.text)
    }
  }

  private func writeFiles(to json: inout JSONWriter) {
    let galleys = article.galleys.compactMap { galley in
      url(of: galley).map { (galley, $0) }
    }
    json.member("encoding", galleys) { json, galley in
      json.object { json in
        json.member("@type", "MediaObject")
        json.member("encodingFormat", galley.0.mediaType)
        json.member("contentUrl", galley.1)
        json.member("inLanguage", galley.0.language.text)
      }
    }
    json.member("citation", text.references.map(\.plain))
    json.member("funding", article.funding) { $0.grant($1) }
  }

  /// What ties a notice to its article, both ways (schema.org: `correction`, `about`).
  private func writeNotices(to json: inout JSONWriter) {
    json.member("about", article.about) { json, slug in
      json.object { json in
        // The article's own page describes it in full.
        json.member("@type", "CreativeWork")
        json.member("name", resolved.article(slug).map { $0.title[language].plain })
        json.member("url", addresses[.article(slug)])
      }
    }
    let notices = article.notices.compactMap { resolved.article($0) }
    json.member("creativeWorkStatus", status(after: notices.map(\.kind)))
    json.member("correction", notices.compactMap { addresses[.article($0.slug)] })
  }

  /// What became of the work; nothing where it stands as it was published.
  private func status(after notices: [Article.Kind]) -> String? {
    if notices.contains(.removal) { return "Removed" }
    if notices.contains(.retraction) { return "Retracted" }
    if notices.contains(.expressionOfConcern) { return "Expression of concern" }
    if article.isSuperseded { return "Superseded" }
    return notices.contains(.correction) ? "Corrected" : nil
  }

  /// The version, and those it comes from and belongs to (schema.org: `isBasedOn`,
  /// `exampleOfWork`).
  private func writeVersion(to json: inout JSONWriter) {
    guard let version = article.version else { return }
    json.member("version", version.number)
    let previous = resolved.neighbours(ofVersion: article).previous
    json.member("isBasedOn", previous.flatMap { addresses[.article($0.slug)] })
    guard let current = resolved.currentVersion(insteadOf: article) else { return }
    json.object("exampleOfWork") { json in
      json.member("@type", "CreativeWork")
      json.member("name", current.title[language].plain)
      json.member("url", addresses[.article(current.slug)])
    }
  }
}

extension Article {
  /// Whether the holder of the copyright is one of the authors.
  var isCopyrightOfAuthor: Bool {
    authors.contains { !$0.isOrganization && $0.name.spoken == copyright?.holder }
  }
}

import Reporting

extension OJSArticle {
  /// Reads an article of OJS 2 (`galley`, `author` inside), 3.0 and 3.1 (metadata inside the
  /// article) or 3.2 and later (metadata in `publication`, of which one is current).
  init(_ element: MarkupElement, section: String?, report: inout Report) {
    let publications = element.elements(named: "publication")
    let current = Self.current(of: publications, in: element)
    let record = current ?? element
    self.init(range: element.range)
    id = element.identifier(ofType: "internal")
    versions = publications.compactMap { $0.identifier(ofType: "internal") }
    urlPath = record.attribute("url_path")
    isPublished =
      (record.attribute("status") ?? element.attribute("status")).map { $0 == "3" } ?? true
    locale =
      record.attribute("locale") ?? element.attribute("locale")
      ?? record.texts("title").entries.first?.locale ?? ""
    doi = record.identifier(ofType: "doi")
    self.section = record.attribute("section_ref") ?? section
    place = record.attribute("seq").flatMap(Int.init)
    title = record.titles
    subtitle = record.texts("subtitle")
    abstract = record.texts("abstract")
    keywords = record.keywords
    let authors =
      record.first("authors")?.elements(named: "author") ?? record.elements(named: "author")
    self.authors = authors.map(OJSAuthor.init)
    pages = record.first("pages")?.content
    dateSubmitted = element.attribute("date_submitted") ?? record.attribute("date_submitted")
    datePublished =
      record.attribute("date_published") ?? record.first("date_published")?.content
    let permissions = record.first("permissions") ?? record
    licence = (permissions.first("licenseUrl") ?? permissions.first("license_url"))?.content
    copyrightHolder = permissions.texts(
      permissions.first("copyrightHolder") == nil ? "copyright_holder" : "copyrightHolder")
    copyrightYear =
      (permissions.first("copyrightYear") ?? permissions.first("copyright_year"))?.content
    references =
      record.first("citations")?.elements(named: "citation").compactMap {
        // Since 3.6 a citation has parts; the text is one of them.
        ($0.first("raw_citation") ?? $0).content
      } ?? []
    let files = OJSStoredFiles(element, report: &report)
    galleys = (record.elements(named: "article_galley") + record.elements(named: "galley")).map {
      OJSGalley($0, files: files, locale: locale, report: &report)
    }
    formerGalleys = publications.filter { $0.range != record.range }.flatMap { publication in
      publication.elements(named: "article_galley").map {
        OJSGalley($0, files: files, locale: locale, report: &report)
      }
    }
    supplements = record.elements(named: "supplemental_file").map {
      OJSGalley($0, files: files, locale: locale, report: &report)
    }
  }

  /// The publication that the article names as current, else the last published one.
  private static func current(
    of publications: [MarkupElement], in article: MarkupElement
  ) -> MarkupElement? {
    let wanted = article.attribute("current_publication_id")
    return publications.first { wanted != nil && $0.identifier(ofType: "internal") == wanted }
      ?? publications.last { $0.attribute("status") == "3" } ?? publications.last
  }
}

/// The files that an article holds beside its galleys, by the id that galleys use.
struct OJSStoredFiles {
  private var files: [String: OJSFile] = [:]

  init(_ article: MarkupElement, report: inout Report) {
    let stored = article.elements.filter {
      ["submission_file", "artwork_file", "supplementary_file"].contains($0.name)
    }
    for element in stored {
      guard let id = element.attribute("id") else { continue }
      // Up to 3.2 a file has revisions, the last of them current; later one `file`.
      let revision = element.elements(named: "revision").last ?? element
      let holder = element.elements(named: "file").last ?? revision
      guard let embed = holder.first("embed") ?? holder.first("href") else { continue }
      files[id] = OJSFile(
        name: revision.attribute("filename") ?? element.first("name")?.content ?? "",
        mediaType: revision.attribute("filetype"),
        bytes: embed.name == "embed" ? OJSFile.bytes(of: embed, report: &report) : nil,
        range: element.range)
    }
  }

  subscript(id: String) -> OJSFile? { files[id] }
}

extension OJSGalley {
  fileprivate init(
    _ element: MarkupElement, files: OJSStoredFiles, locale: String, report: inout Report
  ) {
    let reference = element.first("submission_file_ref")?.attribute("id")
    self.init(
      id: element.identifier(ofType: "internal"), urlPath: element.attribute("url_path"),
      label: element.first("name")?.content ?? element.first("label")?.content ?? "",
      locale: element.attribute("locale") ?? element.first("name")?.attribute("locale") ?? locale)
    title = element.texts("title")
    fileID = reference
    remote = element.first("remote")?.attribute("src")
    if let reference {
      file = files[reference]
    } else if let embed = element.first("file")?.first("embed") {
      file = OJSFile(
        name: embed.attribute("filename") ?? "", mediaType: embed.attribute("mime_type"),
        bytes: OJSFile.bytes(of: embed, report: &report), range: embed.range)
    } else if let source = element.first("file")?.first("href")?.attribute("src") {
      remote = source
    }
    if label.isEmpty { label = title.text(for: locale) ?? "" }
  }
}

extension OJSAuthor {
  init(_ element: MarkupElement) {
    given = element.texts(element.first("givenname") == nil ? "firstname" : "givenname")
    family = element.texts(element.first("familyname") == nil ? "lastname" : "familyname")
    if let middle = element.first("middlename")?.content, !given.isEmpty {
      given.entries[0].text += " " + middle
    }
    affiliations = element.affiliations
    country = element.first("country")?.content
    orcid = element.first("orcid")?.content
    group = element.attribute("user_group_ref")
    isPrimaryContact = ["true", "1"].contains(element.attribute("primary_contact"))
  }
}

extension MarkupElement {
  /// The title with its prefix ("The"), which only some releases write into the title itself.
  fileprivate var titles: OJSText {
    let prefixes = texts("prefix").entries
    var titles = texts("title")
    for index in titles.entries.indices {
      let entry = titles.entries[index]
      guard let prefix = prefixes.first(where: { $0.locale == entry.locale })?.text,
        !entry.text.lowercased().hasPrefix(prefix.lowercased() + " ")
      else { continue }
      titles.entries[index].text = prefix + " " + entry.text
    }
    return titles
  }

  /// Keywords, then subjects of OJS 2, which stand in one text between semicolons.
  fileprivate var keywords: [(locale: String, words: [String])] {
    let lists = elements(named: "keywords").map { list in
      (
        locale: list.attribute("locale") ?? "",
        // Since 3.5 a keyword has a name inside.
        words: list.elements(named: "keyword").compactMap { ($0.first("name") ?? $0).content }
      )
    }
    let subjects = (first("indexing") ?? self).elements(named: "subject").map { subject in
      (
        locale: subject.attribute("locale") ?? "",
        words: subject.text.split(separator: ";").compactMap { String($0).trimmed.nilWhenEmpty }
      )
    }
    return (lists + subjects).filter { !$0.words.isEmpty }
  }

  /// Texts by locale up to 3.4; since 3.5 elements with a name and perhaps a ROR.
  fileprivate var affiliations: [OJSAuthor.Affiliation] {
    let nested = elements.filter {
      $0.name == "rorAffiliation" || $0.name == "affiliation" && $0.first("name") != nil
    }
    guard nested.isEmpty else {
      return nested.map { .init(name: $0.texts("name"), ror: $0.first("ror")?.content) }
    }
    let name = texts("affiliation")
    return name.isEmpty ? [] : [.init(name: name, ror: nil)]
  }
}

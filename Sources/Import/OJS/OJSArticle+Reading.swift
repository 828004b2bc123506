import Reporting

extension OJSArticle {
  /// Reads an article of OJS 2 (`galley`, `author` inside), 3.0 and 3.1 (metadata inside the
  /// article) or 3.2 and later (metadata in `publication`, of which one is current).
  init(_ element: MarkupElement, section: String?, report: inout Report) {
    let publications = element.elements(named: "publication")
    let current = Self.current(of: publications, in: element)
    let record = current ?? element
    self.init(
      record, of: element, section: section,
      unpublished: publications.filter { $0.attribute("status") != "3" }, report: &report)
    guard let current, isPublished else { return }
    let older = publications.prefix { $0.range != current.range }
      .filter { $0.attribute("status") == "3" }
    olderVersions = older.map { publication in
      // What is odd in an older version is odd in the export, once.
      var known = Report()
      return Self(publication, of: element, section: section, unpublished: [], report: &known)
    }
    let ids = older.compactMap { $0.identifier(ofType: "internal") }
    versions = publications.compactMap { $0.identifier(ofType: "internal") }
      .filter { !ids.contains($0) }
    numberVersions()
  }

  /// The numbers of the export, else those of the order in which the versions stand.
  private mutating func numberVersions() {
    guard !olderVersions.isEmpty else {
      versionNumber = nil
      return
    }
    let given = (olderVersions + [self]).map { $0.versionNumber ?? 0 }
    let isFine = zip([0] + given, given).allSatisfy { $0 < $1 }
    for index in olderVersions.indices {
      olderVersions[index].versionNumber = isFine ? given[index] : index + 1
    }
    versionNumber = isFine ? given.last : olderVersions.count + 1
  }

  /// One version of an article.
  private init(
    _ record: MarkupElement, of element: MarkupElement, section: String?,
    unpublished: [MarkupElement], report: inout Report
  ) {
    self.init(range: element.range)
    id = element.identifier(ofType: "internal")
    versions = [record.identifier(ofType: "internal")].compactMap(\.self)
    versionNumber = record.attribute("version").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    urlPath = record.formerName ?? element.formerName
    isPublished =
      (record.attribute("status") ?? element.attribute("status")).map { $0 == "3" } ?? true
    identification = record.first("issue_identification").map(OJSIdentification.init) ?? .init()
    locale =
      record.attribute("locale") ?? element.attribute("locale")
      ?? record.texts("title").entries.first?.locale ?? ""
    doi = record.identifier(ofType: "doi")
    self.section = record.attribute("section_ref") ?? section
    place = record.attribute("seq").flatMap(Int.init)
    readDescription(record, report: &report)
    dateSubmitted = element.attribute("date_submitted") ?? record.attribute("date_submitted")
    datePublished = record.attribute("date_published") ?? record.first("date_published")?.content
    readGalleys(record, besides: unpublished, of: element, report: &report)
    unplaced = record.fieldsWithoutPlaceInArticle
  }

  private mutating func readDescription(_ record: MarkupElement, report: inout Report) {
    title = record.titles
    subtitle = record.texts("subtitle")
    abstract = record.texts("abstract")
    keywords = record.keywords
    agencies = record.agencies
    let authors =
      record.first("authors")?.elements(named: "author") ?? record.elements(named: "author")
    self.authors = authors.map(OJSAuthor.init)
    pages = record.first("pages")?.content
    covers = record.covers(report: &report)
    let permissions = record.first("permissions") ?? record
    licence = (permissions.first("licenseUrl") ?? permissions.first("license_url"))?.content
    copyrightHolder = permissions.texts(
      permissions.first("copyrightHolder") == nil ? "copyright_holder" : "copyrightHolder")
    copyrightYear =
      (permissions.first("copyrightYear") ?? permissions.first("copyright_year"))?.content
    references =
      record.first("citations")?.elements(named: "citation").compactMap {
        // Since 3.6 a citation has parts; the text is one of them.
        ($0.first("raw_citation") ?? $0.first("rawCitation") ?? $0).content
      } ?? []
  }

  private mutating func readGalleys(
    _ record: MarkupElement, besides others: [MarkupElement], of element: MarkupElement,
    report: inout Report
  ) {
    let files = OJSStoredFiles(element, report: &report)
    func galleys(_ record: MarkupElement, _ names: [String], report: inout Report) -> [OJSGalley] {
      record.elements.filter { names.contains($0.name) }.map {
        OJSGalley($0, files: files, locale: locale, report: &report)
      }
    }
    let names = ["article_galley", "galley", "htmlgalley"]
    self.galleys = galleys(record, names, report: &report).enumerated().sorted { a, b in
      (a.element.place ?? .max, a.offset) < (b.element.place ?? .max, b.offset)
    }.map(\.element)
    for publication in others where publication.range != record.range {
      formerGalleys += galleys(publication, names, report: &report)
    }
    supplements = galleys(record, ["supplemental_file"], report: &report)
  }

  /// The publication that the article names as current if it is published, else the last published
  /// one.
  private static func current(
    of publications: [MarkupElement], in article: MarkupElement
  ) -> MarkupElement? {
    let wanted = article.attribute("current_publication_id")
    let named = publications.first {
      wanted != nil && $0.identifier(ofType: "internal") == wanted
    }
    if let named, (named.attribute("status") ?? "3") == "3" { return named }
    return publications.last { $0.attribute("status") == "3" } ?? named ?? publications.last
  }
}

/// The files that an article holds beside its galleys, by the id that galleys use.
struct OJSStoredFiles {
  private struct Stored {
    var file: OJSFile
    var revision: String?
    /// The id of the file that shows this one.
    var owner: String?
  }

  private var files: [String: [Stored]] = [:]
  private var shown: [String: [OJSFile]] = [:]

  init(_ article: MarkupElement, report: inout Report) {
    for element in article.elements {
      guard ["submission_file", "artwork_file", "supplementary_file"].contains(element.name),
        let id = element.attribute("id")
      else { continue }
      let owner = element.first("submission_file_ref")?.attribute("id")
      // Up to 3.2 a file has revisions, the last of them current.
      let revisions = element.elements(named: "revision")
      for revision in revisions.isEmpty ? [element] : revisions {
        guard let holder = Self.holder(of: revision) else { continue }
        let owner = owner ?? revision.first("submission_file_ref")?.attribute("id")
        files[id, default: []].append(
          Stored(
            file: Self.file(element, revision, in: holder, report: &report),
            revision: revision.attribute("number"), owner: owner))
      }
    }
    for stored in files.values.compactMap(\.last) {
      if let owner = stored.owner { shown[owner, default: []].append(stored.file) }
    }
  }

  /// Where the bytes are: in the revision itself, or since 3.3 in the `file` that is current.
  private static func holder(of revision: MarkupElement) -> MarkupElement? {
    let files = revision.elements(named: "file")
    let current = revision.attribute("file_id")
    let holder =
      files.first { current != nil && $0.attribute("id") == current } ?? files.last ?? revision
    return holder.first("embed") == nil && holder.first("href") == nil ? nil : holder
  }

  private static func file(
    _ element: MarkupElement, _ revision: MarkupElement, in holder: MarkupElement,
    report: inout Report
  ) -> OJSFile {
    let name = revision.texts("name").entries.first?.text ?? element.first("name")?.content
    let genre = (revision.attribute("genre") ?? element.attribute("genre") ?? "").lowercased()
    return OJSFile(
      name: revision.attribute("filename") ?? name ?? "",
      fileExtension: holder.attribute("extension"),
      mediaType: revision.attribute("filetype") ?? holder.first("href")?.attribute("mime_type"),
      base64: holder.first("embed").flatMap { OJSFile.base64(of: $0, report: &report) },
      isSupplementary: element.name == "supplementary_file"
        || [
          "data", "instrument", "supplement", "appendix", "source text", "transcript", "material",
        ]
        .contains(where: genre.contains),
      range: element.range)
  }

  /// The file, in the revision that is asked for, else in the last.
  func file(_ id: String, revision: String?) -> OJSFile? {
    let stored = files[id] ?? []
    return (stored.first { revision != nil && $0.revision == revision } ?? stored.last)?.file
  }

  /// The files that another one shows.
  func dependents(of id: String) -> [OJSFile] {
    (shown[id] ?? []).sorted { $0.range.bytes.lowerBound < $1.range.bytes.lowerBound }
  }
}

extension OJSGalley {
  fileprivate init(
    _ element: MarkupElement, files: OJSStoredFiles, locale: String, report: inout Report
  ) {
    let reference = element.first("submission_file_ref")
    self.init(
      id: element.identifier(ofType: "internal"), urlPath: element.formerName,
      label: element.first("name")?.content ?? element.first("label")?.content ?? "",
      locale: element.attribute("locale") ?? element.first("name")?.attribute("locale") ?? locale)
    title = element.texts("title")
    place = placeInOrder(element.first("seq")?.content)
    fileID = reference?.attribute("id")
    remote = element.first("remote")?.attribute("src")
    if let id = fileID {
      file = files.file(id, revision: reference?.attribute("revision"))
      dependents = files.dependents(of: id)
    } else if let embed = element.first("file")?.first("embed") {
      file = OJSFile(embed, report: &report)
      dependents = element.elements(named: "image").compactMap { image in
        (image.first("file")?.first("embed") ?? image.first("embed")).map {
          OJSFile($0, report: &report)
        }
      }
    } else if let source = element.first("file")?.first("href")?.attribute("src") {
      remote = source
    }
    if label.isEmpty { label = title.text(for: locale) ?? "" }
    if element.name == "htmlgalley", label.isEmpty { label = "HTML" }
  }
}

extension OJSFile {
  /// A file of OJS 2, which names itself.
  fileprivate init(_ embed: MarkupElement, report: inout Report) {
    self.init(
      name: embed.attribute("filename") ?? "", mediaType: embed.attribute("mime_type"),
      base64: Self.base64(of: embed, report: &report), range: embed.range)
  }
}

extension OJSAuthor {
  init(_ element: MarkupElement) {
    given = element.texts(element.first("givenname") == nil ? "firstname" : "givenname")
    family = element.texts(element.first("familyname") == nil ? "lastname" : "familyname")
    if let middle = element.first("middlename")?.content, !given.isEmpty {
      given.entries[0].text += " " + middle
    }
    preferred = element.texts("preferredPublicName")
    affiliations = element.affiliations
    country = element.first("country")?.content
    orcid = element.first("orcid")?.content
    biography = element.texts("biography")
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
      let joint = prefix.hasSuffix("'") || prefix.hasSuffix("’") ? "" : " "
      titles.entries[index].text = prefix + joint + entry.text
    }
    return titles
  }

  /// Keywords, then subjects: since 3.0 in lists, in OJS 2 in one text between semicolons.
  fileprivate var keywords: [(locale: String, words: [String])] {
    let written = vocabulary("keywords", "keyword") + vocabulary("subjects", "subject")
    let subjects = (first("indexing") ?? self).elements(named: "subject").map { subject in
      (
        locale: subject.attribute("locale") ?? "",
        words: subject.text.split(separator: ";").compactMap { String($0).trimmed.nilWhenEmpty }
      )
    }
    var lists: [(locale: String, words: [String])] = []
    for list in written + subjects {
      guard let index = lists.firstIndex(where: { $0.locale == list.locale }) else {
        lists.append(list)
        continue
      }
      var known = Set(lists[index].words)
      lists[index].words += list.words.filter { known.insert($0).inserted }
    }
    return lists.filter { !$0.words.isEmpty }
  }

  /// The supporting agencies in the first language that has any.
  fileprivate var agencies: [String] {
    let listed = vocabulary("agencies", "agency").first { !$0.words.isEmpty }?.words
    let sponsors = (first("indexing")?.elements(named: "sponsor") ?? elements(named: "sponsor"))
      .compactMap(\.content).first
    return listed ?? sponsors.map { [$0] } ?? []
  }

  /// A controlled vocabulary; since 3.5 each entry has a name inside.
  private func vocabulary(
    _ list: String, _ entry: String
  ) -> [(locale: String, words: [String])] {
    elements(named: list).map { list in
      (
        locale: list.attribute("locale") ?? "",
        words: list.elements(named: entry).compactMap { ($0.first("name") ?? $0).content }
      )
    }
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

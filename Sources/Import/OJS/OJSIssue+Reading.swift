import Reporting

extension OJSIssue {
  /// The issues of an export, whatever its release and root; articles without an issue stand in
  /// the one that they name, else in one of their own.
  ///
  /// An export that no OJS writes is refused with a report and gives nothing.
  static func all(in root: MarkupElement, report: inout Report) -> [OJSIssue] {
    guard checkIdentifiers(below: root, report: &report) else { return [] }
    switch root.name {
    case "issues": return root.elements(named: "issue").map { OJSIssue($0, report: &report) }
    case "issue": return [OJSIssue(root, report: &report)]
    case "articles", "article":
      let articles = root.name == "article" ? [root] : root.elements(named: "article")
      return issues(of: articles.map { OJSArticle($0, section: nil, report: &report) }, in: root)
    default:
      report.add(.ojsRootUnknown(root))
      return []
    }
  }

  private static func issues(of articles: [OJSArticle], in root: MarkupElement) -> [OJSIssue] {
    var issues: [OJSIssue] = []
    for article in articles {
      let known = issues.firstIndex { $0.identification == article.identification }
      if known == nil {
        var issue = OJSIssue(range: root.range)
        issue.identification = article.identification
        issues.append(issue)
      }
      issues[known ?? issues.count - 1].articles.append(article)
    }
    return issues.isEmpty ? [OJSIssue(range: root.range)] : issues
  }

  private init(_ element: MarkupElement, report: inout Report) {
    self.init(range: element.range)
    id = element.identifier(ofType: "internal")
    doi = element.identifier(ofType: "doi")
    urlPath = element.formerName
    isPublished = element.attribute("published").map { $0 == "1" || $0 == "true" } ?? true
    isClosed = element.attribute("access_status") == "2" || element.first("access_date") != nil
    identification = OJSIdentification(element.first("issue_identification") ?? element)
    title = (element.first("issue_identification") ?? element).texts("title")
    description = element.texts("description")
    datePublished = element.first("date_published")?.content
    covers = element.covers(report: &report)
    unplaced = element.fieldsWithoutPlaceInIssue
    let galleys = element.first("issue_galleys")?.elements(named: "issue_galley") ?? []
    self.galleys = galleys.map { OJSGalley(issueGalley: $0, report: &report) }
    let sections = element.first("sections")?.elements ?? element.elements(named: "section")
    for (place, section) in sections.enumerated() {
      let reference =
        section.attribute("ref") ?? section.texts("abbrev").text(for: "") ?? "section-\(place + 1)"
      self.sections.append(
        OJSSection(
          reference: reference, title: section.texts("title"),
          place: placeInOrder(section.attribute("seq")) ?? place))
      // OJS 2 has the articles inside their section.
      articles += section.elements(named: "article").map {
        OJSArticle($0, section: reference, report: &report)
      }
    }
    articles += (element.first("articles")?.elements(named: "article") ?? []).map {
      OJSArticle($0, section: nil, report: &report)
    }
  }

  /// Whether the identifiers are of the kinds that OJS knows; an export with others was not made
  /// by OJS.
  private static func checkIdentifiers(
    below element: MarkupElement, report: inout Report
  ) -> Bool {
    var isKnown = true
    for child in element.elements {
      if child.name == "id", let type = child.attribute("type"),
        !["internal", "public", "doi", "pmid", "publisher-id"].contains(type),
        !type.hasPrefix("other::"), !type.hasSuffix("urn")
      {
        report.add(.ojsIdentifierUnknown(type, at: child.range))
        isKnown = false
      }
      isKnown = checkIdentifiers(below: child, report: &report) && isKnown
    }
    return isKnown
  }
}

/// A place among others, which some releases write as a number with a fraction.
func placeInOrder(_ text: String?) -> Int? {
  text.flatMap { Double($0) }.flatMap { Int(exactly: $0.rounded(.towardZero)) }
}

extension OJSIdentification {
  init(_ element: MarkupElement) {
    volume = element.first("volume")?.content
    number = element.first("number")?.content
    year = element.first("year")?.content
  }
}

extension MarkupElement {
  func identifier(ofType type: String) -> String? {
    elements(named: "id").first { $0.attribute("type") == type }?.content
      ?? (type == "internal"
        ? elements(named: "id").first { $0.attribute("type") == nil }?.content : nil)
  }

  /// What stood in its address instead of the number: the path since 3.2, the public identifier
  /// before.
  var formerName: String? {
    attribute("url_path") ?? identifier(ofType: "public") ?? identifier(ofType: "publisher-id")
      ?? attribute("public_id")
  }

  /// The text of every child of that name, with its locale; empty ones are left out.
  func texts(_ name: String) -> OJSText {
    OJSText(
      entries: elements(named: name).compactMap { child in
        child.content.map { .init(locale: child.attribute("locale") ?? "", text: $0) }
      })
  }

  func covers(report: inout Report) -> [OJSFile] {
    let covers = first("covers")?.elements(named: "cover") ?? elements(named: "cover")
    return covers.compactMap { OJSFile(cover: $0, report: &report) }
  }
}

extension OJSFile {
  fileprivate init?(cover: MarkupElement, report: inout Report) {
    let locale = cover.attribute("locale") ?? ""
    // OJS 2 has the file inside the picture.
    let image = cover.first("cover_image") ?? cover.first("image")
    let embed = cover.first("embed") ?? image?.first("embed")
    guard let name = image?.content ?? embed?.attribute("filename") else { return nil }
    self.init(
      name: name, mediaType: embed?.attribute("mime_type"),
      base64: embed.flatMap { Self.base64(of: $0, report: &report) }, range: cover.range)
    let alternative = (cover.first("cover_image_alt_text") ?? cover.first("altText"))?.content
    if let alternative { self.alternative.entries = [.init(locale: locale, text: alternative)] }
  }

  /// The text of an embedded file; nil when it is empty or damaged.
  static func base64(of embed: MarkupElement, report: inout Report) -> ArraySlice<UInt8>? {
    let isOther = embed.attribute("encoding").map { $0 != "base64" } ?? false
    var (count, padding) = (0, 0)
    var isWhole = !isOther && embed.elements.isEmpty
    for byte in embed.bytes where byte > 0x20 {
      count += 1
      if byte == UInt8(ascii: "=") { padding += 1 } else if padding > 0 { isWhole = false }
      if !isBase64(byte) { isWhole = false }
    }
    guard count > 0 else { return nil }
    guard isWhole, count % 4 == 0, padding <= 2 else {
      report.add(.ojsFileDamaged(at: embed.range))
      return nil
    }
    return embed.bytes
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: "="):
      true
    default: false
    }
  }
}

extension OJSGalley {
  fileprivate init(issueGalley element: MarkupElement, report: inout Report) {
    let file = element.first("issue_file")
    self.init(
      id: element.identifier(ofType: "internal"), urlPath: element.formerName,
      label: element.first("label")?.content?.filter { $0 != "`" } ?? "PDF",
      locale: element.attribute("locale") ?? "")
    remote = (file ?? element).first("remote")?.attribute("src")
    if let file {
      self.file = OJSFile(
        name: file.first("file_name")?.content ?? file.first("original_file_name")?.content ?? "",
        mediaType: file.first("file_type")?.content.flatMap { $0.contains("/") ? $0 : nil },
        base64: file.first("embed").flatMap { OJSFile.base64(of: $0, report: &report) },
        range: file.range)
    }
  }
}

extension Diagnostic {
  fileprivate static func ojsRootUnknown(_ root: MarkupElement) -> Diagnostic {
    Diagnostic(
      .error, "ojs-root-unknown", "'\(root.name)' is no export of issues or articles",
      at: root.range, hint: "Export with Tools > Import/Export > Native XML Plugin")
  }

  fileprivate static func ojsIdentifierUnknown(_ type: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .error, "ojs-identifier-unknown", "Identifier type '\(type)' is none that OJS writes",
      at: range, hint: "Export the issue again; this file was changed by hand or by another program"
    )
  }

  fileprivate static func ojsFileDamaged(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-file-damaged", "Embedded file is not whole and is left out", at: range,
      hint: "Download the file from the old site and put it beside the article")
  }
}

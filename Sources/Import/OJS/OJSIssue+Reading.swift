import Foundation
import Reporting

extension OJSIssue {
  /// The issues of an export, whatever its release and root; articles without an issue stand in
  /// one of their own.
  ///
  /// An export that no OJS writes is refused with a report and gives nothing.
  static func all(in root: MarkupElement, report: inout Report) -> [OJSIssue] {
    guard checkIdentifiers(below: root, report: &report) else { return [] }
    switch root.name {
    case "issues": return root.elements(named: "issue").map { OJSIssue($0, report: &report) }
    case "issue": return [OJSIssue(root, report: &report)]
    case "articles", "article":
      var issue = OJSIssue(range: root.range)
      let articles = root.name == "article" ? [root] : root.elements(named: "article")
      issue.articles = articles.map { OJSArticle($0, section: nil, report: &report) }
      return [issue]
    default:
      report.add(.ojsRootUnknown(root))
      return []
    }
  }

  private init(_ element: MarkupElement, report: inout Report) {
    self.init(range: element.range)
    let identification = element.first("issue_identification") ?? element
    id = element.identifier(ofType: "internal")
    doi = element.identifier(ofType: "doi")
    urlPath = element.attribute("url_path")
    isPublished = element.attribute("published").map { $0 == "1" || $0 == "true" } ?? true
    volume = identification.first("volume")?.content
    number = identification.first("number")?.content
    year = identification.first("year")?.content
    title = identification.texts("title")
    description = element.texts("description")
    datePublished = element.first("date_published")?.content
    let covers =
      element.first("covers")?.elements(named: "cover") ?? element.elements(named: "cover")
    self.covers = covers.compactMap { OJSFile(cover: $0, report: &report) }
    let galleys = element.first("issue_galleys")?.elements(named: "issue_galley") ?? []
    self.galleys = galleys.map { OJSGalley(issueGalley: $0, report: &report) }
    let sections = element.first("sections")?.elements ?? element.elements(named: "section")
    for (place, section) in sections.enumerated() {
      let reference =
        section.attribute("ref") ?? section.texts("abbrev").text(for: "") ?? "section-\(place + 1)"
      self.sections.append(
        OJSSection(reference: reference, title: section.texts("title"), place: place))
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
      if child.name == "embed" { continue }
      isKnown = checkIdentifiers(below: child, report: &report) && isKnown
    }
    return isKnown
  }
}

extension MarkupElement {
  func identifier(ofType type: String) -> String? {
    elements(named: "id").first { $0.attribute("type") == type }?.content
      ?? (type == "internal"
        ? elements(named: "id").first { $0.attribute("type") == nil }?.content : nil)
  }

  /// The text of every child of that name, with its locale; empty ones are left out.
  func texts(_ name: String) -> OJSText {
    OJSText(
      entries: elements(named: name).compactMap { child in
        child.content.map { .init(locale: child.attribute("locale") ?? "", text: $0) }
      })
  }
}

extension OJSFile {
  init?(cover: MarkupElement, report: inout Report) {
    guard let name = (cover.first("cover_image") ?? cover.first("image"))?.content else {
      return nil
    }
    self.init(
      name: name, mediaType: nil,
      bytes: cover.first("embed").flatMap { Self.bytes(of: $0, report: &report) },
      alternative: cover.first("cover_image_alt_text")?.content, range: cover.range)
  }

  /// The bytes of an embedded file; nil when it is empty or damaged.
  static func bytes(of embed: MarkupElement, report: inout Report) -> [UInt8]? {
    let text = embed.text
    guard embed.attribute("encoding") == nil || embed.attribute("encoding") == "base64" else {
      report.add(.ojsFileDamaged(at: embed.range))
      return nil
    }
    guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else { return nil }
    guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters), !data.isEmpty,
      text.utf8.allSatisfy(isBase64)
    else {
      report.add(.ojsFileDamaged(at: embed.range))
      return nil
    }
    return Array(data)
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: "="), 0x09, 0x0A, 0x0D, 0x20:
      true
    default: false
    }
  }
}

extension OJSGalley {
  fileprivate init(issueGalley element: MarkupElement, report: inout Report) {
    let file = element.first("issue_file")
    self.init(
      id: element.identifier(ofType: "internal"), urlPath: element.attribute("url_path"),
      label: element.first("label")?.content?.filter { $0 != "`" } ?? "PDF",
      locale: element.attribute("locale") ?? "")
    remote = (file ?? element).first("remote")?.attribute("src")
    if let file {
      self.file = OJSFile(
        name: file.first("file_name")?.content ?? file.first("original_file_name")?.content ?? "",
        mediaType: file.first("file_type")?.content.flatMap { $0.contains("/") ? $0 : nil },
        bytes: file.first("embed").flatMap { OJSFile.bytes(of: $0, report: &report) },
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

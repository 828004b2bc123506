// Reads an article in JATS (Publishing or Archiving, any version, or its ancestor NLM 2 and 3) and
// gives the files of one article of a content folder: the Markdown file with its front matter, its
// references as CSL-JSON, and its figures where they can be had.
//
// `JATSFront` makes the front matter, `JATSBody` the Markdown, `JATSReferences` the references.
// What has no place in the content is reported, never dropped in silence.

import Bibliography
import JournalModel
package import Reporting

/// The content that a JATS file holds; nothing, and a report with an error, when it cannot be read.
///
/// - Parameters:
///   - xml: the bytes of the file.
///   - path: the name of the file, for the report.
///   - folder: where the files are to stand in the content folder, such as `issues/2024-06/`.
///   - present: what the journal holds already.
///   - resource: gives the bytes of a file that the article names, such as a figure.
///   - report: takes what cannot be carried over.
/// - Returns: the files of the article.
package func contentFiles(
  fromJATS xml: [UInt8], path: String, folder: String, present: PresentContent = PresentContent(),
  resource: @escaping (String) -> [UInt8]?, report: inout Report
) -> [ContentFile] {
  guard let root = MarkupElement(xml: xml, path: path, report: &report) else { return [] }
  guard root.name == "article", let front = root.first("front") else {
    report.add(.jatsRootUnknown(root))
    return []
  }
  guard let metadata = front.first("article-meta"),
    let title = metadata.first("title-group")?.first("article-title")?.content
  else {
    report.add(.jatsTitleMissing(at: front.range))
    return []
  }
  for element in [root, metadata] + metadata.elementsWithin where element.hasOddLanguage {
    report.add(.jatsLanguageMalformed(element))
  }
  reportFront(metadata, &report)
  let language = root.language ?? "en"
  let slug = Slugs.slug(of: title).nilWhenEmpty ?? "article"
  let references = JATSReferences(root, report: &report)
  var files: [ContentFile] = []
  let statements = JATSStatements(root, referenced: root.referenced, report: &report)
  var body = JATSBody(root, references: references, without: statements)
  let text = body.markdown(report: &report)
  var pairs = JATSFront(root, metadata: metadata, language: language, present: present)
    .pairs(statements: statements, report: &report)
  if !references.items.isEmpty {
    pairs += [
      .init("bibliography", .text(slug + ".json")), .init("nocite", .text("@*")),
    ]
    files.append(
      ContentFile(path: "\(folder)\(slug).json", bytes: Item.writeCSLJSON(references.items)))
  }
  var resources = JATSResources(
    folder: folder, ownAddress: metadata.ownAddress, resource: resource)
  resources.take(body.figures, report: &report)
  if let supplements = resources.supplements(body.supplements, report: &report) {
    pairs.append(.init("supplements", supplements))
  }
  resources.takeGalleys(of: metadata, slug: slug, report: &report)
  for part in root.elements(named: "sub-article") + root.elements(named: "response") {
    if part.hasOddLanguage { report.add(.jatsLanguageMalformed(part)) }
    guard part.attribute("article-type") == "translation",
      let language = part.language,
      let metadata = part.first("front-stub") ?? part.first("front")?.first("article-meta")
    else {
      report.add(.jatsPartLeftOut(part))
      continue
    }
    var body = JATSBody(part, references: references, without: .none)
    let text = body.markdown(report: &report)
    resources.take(body.figures, report: &report)
    let pairs = JATSFront(part, metadata: metadata, language: language).translationPairs()
    files.append(article(pairs, text, at: "\(folder)\(slug).\(language).md"))
  }
  files += resources.files
  files.append(article(pairs, text, at: "\(folder)\(slug).md"))
  return files
}

/// What titles and abstracts of ours do not hold.
private func reportFront(_ metadata: MarkupElement, _ report: inout Report) {
  for part in metadata.elements {
    switch part.name {
    case "title-group", "abstract", "trans-abstract":
      if let type = part.attribute("abstract-type"), !JATSFront.abstractTypes.contains(type) {
        report.add(.jatsAbstractLeftOut(part))
        continue
      }
      for graphic in JATSInline.files(in: part) where graphic.name.hasSuffix("graphic") {
        report.add(.jatsGraphicLeftOut(graphic))
      }
    default: break
    }
  }
}

private func article(_ pairs: [YAMLValue.Pair], _ text: String, at path: String) -> ContentFile {
  ContentFile(path: path, text: "---\n" + YAMLValue.lines(of: pairs) + "---\n\n" + text)
}

/// The files that an article names, as far as they can be had.
private struct JATSResources {
  let folder: String
  /// Below it stand the files of an article of ours.
  let ownAddress: String?
  let resource: (String) -> [UInt8]?
  private(set) var files: [ContentFile] = []
  private var names: Set<String> = []
  private var missing: Set<String> = []

  init(folder: String, ownAddress: String?, resource: @escaping (String) -> [UInt8]?) {
    self.folder = folder
    self.ownAddress = ownAddress
    self.resource = resource
  }

  mutating func take(_ files: [(name: String, range: SourceRange)], report: inout Report) {
    for (name, range) in files { take(name, as: name, at: range, report: &report) }
  }

  private mutating func take(
    _ name: String, as newName: String, at range: SourceRange, report: inout Report
  ) {
    if names.contains(newName) { return }
    if !missing.contains(name), let bytes = resource(name) {
      files.append(ContentFile(path: folder + newName, bytes: bytes))
      names.insert(newName)
    } else if missing.insert(name).inserted {
      report.add(.jatsFileMissing(name, newName, at: range))
    }
  }

  /// The files in which the whole article is read: a PDF and, of an article of ours, all that the
  /// site has.
  mutating func takeGalleys(of metadata: MarkupElement, slug: String, report: inout Report) {
    for element in metadata.elements(named: "self-uri") {
      guard let address = element.attribute("xlink:href"), let name = JATSInline.fileName(address)
      else { continue }
      if isOwn(address) {
        // `engine.ur.pdf`: language and format stay.
        let ending = name.drop { $0 != "." }
        if !ending.isEmpty { take(name, as: slug + ending, at: element.range, report: &report) }
      } else if !address.contains("://"), name.lowercased().hasSuffix(".pdf") {
        take(name, as: slug + ".pdf", at: element.range, report: &report)
      }
    }
  }

  private func isOwn(_ address: String) -> Bool {
    ownAddress.map { address.hasPrefix($0) && address != $0 } ?? false
  }

  /// The field `supplements`; a file that is missing only has to be put where it belongs.
  mutating func supplements(
    _ found: [(title: String, target: String, range: SourceRange)], report: inout Report
  ) -> YAMLValue? {
    var values: [YAMLValue] = []
    for (title, target, range) in found {
      if ["https://", "http://"].contains(where: target.hasPrefix), !isOwn(target) {
        values.append(.map([.init("title", .text(title)), .init("url", .text(target))]))
      } else if let name = JATSInline.fileName(target) {
        take(name, as: name, at: range, report: &report)
        values.append(.map([.init("title", .text(title)), .init("file", .text(name))]))
      }
    }
    return values.isEmpty ? nil : .list(values)
  }
}

extension MarkupElement {
  /// The language that it says to be in.
  var language: String? {
    attribute("xml:lang").flatMap { LanguageTag($0)?.text }
  }

  fileprivate var hasOddLanguage: Bool { attribute("xml:lang") != nil && language == nil }

  /// All elements below.
  fileprivate var elementsWithin: [MarkupElement] {
    elements.flatMap { [$0] + $0.elementsWithin }
  }
}

extension Diagnostic {
  fileprivate static func jatsLanguageMalformed(_ element: MarkupElement) -> Diagnostic {
    Diagnostic(
      .warning, "jats-language-malformed",
      "'\(element.attribute("xml:lang") ?? "")' is no language, and is not taken over",
      at: element.range, hint: "Write a tag such as 'en' or 'pt-BR' into the file and import again")
  }

  fileprivate static func jatsRootUnknown(_ root: MarkupElement) -> Diagnostic {
    Diagnostic(
      .error, "jats-root-unknown", "'\(root.name)' is no article with a front", at: root.range,
      hint: "Give the XML file of one article in JATS")
  }

  fileprivate static func jatsTitleMissing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "jats-title-missing", "Article has no title", at: range,
      hint: "Add 'article-title' to the title group of the file")
  }

  fileprivate static func jatsFileMissing(
    _ name: String, _ newName: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "jats-file-missing", "File '\(name)' is not beside the article", at: range,
      hint: "Put it into the folder of the imported article"
        + (newName == name ? "" : " as '\(newName)'"))
  }

  fileprivate static func jatsAbstractLeftOut(_ abstract: MarkupElement) -> Diagnostic {
    Diagnostic(
      .warning, "jats-abstract-left-out",
      "Abstract of the type '\(abstract.attribute("abstract-type") ?? "")' is left out",
      at: abstract.range, hint: "Add it to the imported article by hand")
  }

  fileprivate static func jatsGraphicLeftOut(_ graphic: MarkupElement) -> Diagnostic {
    Diagnostic(
      .warning, "jats-graphic-left-out", "A title or an abstract can show no picture",
      at: graphic.range, hint: "Say in the imported article in words what it shows")
  }

  fileprivate static func jatsPartLeftOut(_ part: MarkupElement) -> Diagnostic {
    let kind = part.attribute("article-type") ?? part.name
    return Diagnostic(
      .warning, "jats-part-left-out", "Part '\(kind)' of the file is left out", at: part.range,
      hint: "Import a reply or a report of reviewers as an article of its own")
  }
}

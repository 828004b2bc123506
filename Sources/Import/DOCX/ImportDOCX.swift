package import Reporting

/// A word processor's document as pandoc has converted it.
package struct ConvertedDocument: Sendable {
  /// Named by the styles of the document; Markdown, as all its texts.
  package var title: String?
  package var authors: [String]
  package var abstract: String?
  package var text: String
  /// The pictures by the address that the text gives them.
  package var pictures: [(address: String, bytes: [UInt8])]

  package init(
    title: String?, authors: [String], abstract: String?, text: String,
    pictures: [(address: String, bytes: [UInt8])]
  ) {
    self.title = title
    self.authors = authors
    self.abstract = abstract
    self.text = text
    self.pictures = pictures
  }
}

/// The files of an article that was written in a word processor.
///
/// - Parameters:
///   - document: what pandoc made of it.
///   - path: the name of the file, for the report.
///   - folder: where the files are to stand in the content folder, such as `issues/2024-06/`.
///   - report: takes what is missing.
/// - Returns: the files; none, after a report, when the article has no title.
package func contentFiles(
  fromDocument document: ConvertedDocument, path: String, folder: String, report: inout Report
) -> [ContentFile] {
  guard let title = document.title?.foldingSpace.nilWhenEmpty else {
    report.add(.documentTitleMissing(path))
    return []
  }
  let slug = Slugs.slug(of: title).nilWhenEmpty ?? "article"
  var pairs: [YAMLValue.Pair] = [.init("title", .text(title))]
  let authors = document.authors.flatMap { $0.split { ";\n".contains($0) } }
    .compactMap { String($0).trimmed.nilWhenEmpty }
  if authors.isEmpty {
    report.add(.documentAuthorMissing(path))
  } else {
    pairs.append(.init("authors", .list(authors.map { .text($0) })))
  }
  var (abstract, text) = (document.abstract?.trimmed.nilWhenEmpty, document.text)
  if abstract == nil, let parts = dividedAfterAbstract(text) { (abstract, text) = parts }
  if let abstract { pairs.append(.init("abstract", .text(abstract))) }
  var files: [ContentFile] = []
  for (number, picture) in document.pictures.enumerated() {
    let ending = picture.address.split(separator: ".").last.map { "." + $0.lowercased() } ?? ""
    let name = "\(slug)-\(number + 1)\(ending)"
    files.append(ContentFile(path: folder + name, bytes: picture.bytes))
    text = text.replacing(picture.address, with: name)
  }
  files.append(
    ContentFile(
      path: "\(folder)\(slug).md",
      text: "---\n" + YAMLValue.lines(of: pairs) + "---\n\n" + text.trimmed + "\n"))
  return files
}

/// The abstract at the beginning of a text, under that word as a heading or a line of its own, and
/// the rest.
private func dividedAfterAbstract(_ text: String) -> (abstract: String?, text: String)? {
  let blocks = text.trimmed.replacing("\n\n\n", with: "\n\n").split(separator: "\n\n")
  let heading = blocks.first?.filter { $0.isLetter }.lowercased()
  guard let heading,
    ["abstract", "summary", "résumé", "resumen", "zusammenfassung", "خلاصہ", "ملخص"]
      .contains(heading)
  else { return nil }
  let paragraphs = blocks.dropFirst().prefix { $0.first != "#" }
  let rest = blocks.dropFirst(1 + paragraphs.count)
  return (paragraphs.joined(separator: "\n\n").nilWhenEmpty, rest.joined(separator: "\n\n"))
}

extension Diagnostic {
  fileprivate static func documentTitleMissing(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "document-title-missing", "Document has no paragraph in the style 'Title'",
      at: SourceRange(startOf: path), hint: "Give the title with --title")
  }

  fileprivate static func documentAuthorMissing(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "document-author-missing", "Document has no paragraph in the style 'Author'",
      at: SourceRange(startOf: path), hint: "Write the authors into the imported file")
  }
}

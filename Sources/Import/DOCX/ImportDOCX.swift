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
  var names: [(address: String, name: String)] = []
  for (number, picture) in document.pictures.enumerated() {
    let name = "\(slug)-\(number + 1)\(ending(of: picture.address))"
    files.append(ContentFile(path: folder + name, bytes: picture.bytes))
    names.append((picture.address, name))
  }
  text = renamed(text, names)
  files.append(
    ContentFile(
      path: "\(folder)\(slug).md",
      text: "---\n" + YAMLValue.lines(of: pairs) + "---\n\n" + text.trimmed + "\n"))
  return files
}

/// The ending of a file's name with its stop, in lower case; nothing where it has none.
private func ending(of address: String) -> String {
  let name = address.split(separator: "/").last ?? ""
  guard let ending = name.split(separator: ".").dropFirst().last, (1...5).contains(ending.count),
    ending.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
  else { return "" }
  return "." + ending.lowercased()
}

/// The text with other names for its pictures, in one walk: a long text may have a thousand.
private func renamed(_ text: String, _ names: [(address: String, name: String)]) -> String {
  // One address may begin another one.
  let names = names.map { (Array($0.address.utf8), $0.name) }.sorted { $0.0.count > $1.0.count }
  guard let first = names.first?.0 else { return text }
  let common = names.reduce(first.count) { length, name in
    zip(first, name.0).prefix(length).prefix { $0 == $1 }.count
  }
  let beginning = Array(first.prefix(common))
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == beginning.first, bytes[index...].starts(with: beginning),
      let (address, name) = names.first(where: { bytes[index...].starts(with: $0.0) })
    {
      result += name.utf8
      index += address.count
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: result, as: UTF8.self)
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

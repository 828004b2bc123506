import Bibliography
import JournalModel
import Reporting

extension FieldReader {
  /// The references of an article: those of the files that `bibliography` names, else of the files
  /// with its name beside it, and those that stand in its fields.
  ///
  /// Where a key comes twice the first counts, which is reported.
  mutating func references(
    of files: ContentLayout.ArticleFiles, _ tree: SourceTree, _ report: inout Report
  ) -> [Item] {
    let named = texts("bibliography", report: &report)
    let paths =
      named.isEmpty
      ? bibliographies(beside: files, tree)
      : named.compactMap { name in
        path(of: name, beside: files.path, tree, &report)
      }
    var items = paths.flatMap { readBibliography($0, tree, &report) }
    if let node = node("references", report: &report) {
      items += Item.read(fields: node.fieldNode, path: node.range.path, report: &report)
    }
    return Item.keepingFirst(of: items, report: &report)
  }
}

/// Where a bibliography stands: as it is named, else under its last name beside the article.
private func path(
  of name: Located<String>, beside article: String, _ tree: SourceTree, _ report: inout Report
) -> String? {
  let folder = article.folder
  if let path = resolvePath(name.value, in: folder), tree.file(path) != nil { return path }
  let beside = folder + name.value.dropFirst(name.value.folder.count)
  guard tree.file(beside) != nil else {
    report.add(.bibliographyMissing(name))
    return nil
  }
  report.add(.bibliographyElsewhere(name, beside: beside))
  return beside
}

/// `engine.bib`, `engine.refs.bib`, `engine.json`; in an article's own folder any bibliography.
private func bibliographies(beside files: ContentLayout.ArticleFiles, _ tree: SourceTree)
  -> [String]
{
  guard files.suffix == nil else { return [] }
  let endings = [".bib", ".refs.bib", ".csl.json", ".json", ".ris"]
  let named = endings.compactMap { tree.file(files.stem + $0)?.path }
  guard named.isEmpty, let folder = files.ownFolder else { return named }
  return tree.files(under: folder).map(\.path).filter { path in
    !path.dropFirst(folder.count).contains("/")
      && ["bib", "ris"].contains(SplitName(path).fileExtension)
  }
}

/// The references of one file, by the ending of its name.
private func readBibliography(_ path: String, _ tree: SourceTree, _ report: inout Report)
  -> [Item]
{
  guard let bytes = tree.bytes(of: path, report: &report) else { return [] }
  switch SplitName(path).fileExtension {
  case "json": return Item.readCSLJSON(bytes, path: path, report: &report)
  case "bib": return Item.readBibTeX(bytes, path: path, report: &report)
  case "yaml", "yml":
    guard TextFile.isValid(bytes, path: path, report: &report) else { return [] }
    let start = TextFile.contentStart(bytes)
    return FrontMatterReader.read(
      bytes, region: start..<bytes.count, path: path, report: &report
    ).map { Item.read(fields: $0.fieldNode, path: path, report: &report) } ?? []
  default:
    report.add(.bibliographyFormat(path))
    return []
  }
}

extension YAMLNode {
  /// The same value as bibliographies take it.
  fileprivate var fieldNode: FieldNode {
    switch content {
    case .scalar(let scalar):
      FieldNode(isAbsent ? .null : .string(scalar.text), bytes: range.bytes)
    case .sequence(let items):
      FieldNode(.list(items.map(\.fieldNode)), bytes: range.bytes)
    case .mapping(let entries):
      FieldNode(
        .map(
          entries.map { entry in
            .init(
              name: entry.key, nameBytes: entry.keyRange.bytes, value: entry.value.fieldNode)
          }), bytes: range.bytes)
    }
  }
}

extension Diagnostic {
  fileprivate static func bibliographyMissing(_ name: Located<String>) -> Self {
    Self(
      .error, "bibliography-missing", "Bibliography '\(name.value)' is not beside the article",
      at: name.range, hint: "Put the file beside the article, or correct its name")
  }

  fileprivate static func bibliographyElsewhere(_ name: Located<String>, beside path: String)
    -> Self
  {
    Self(
      .warning, "bibliography-elsewhere",
      "Bibliography '\(name.value)' is not there; '\(path)' is read instead", at: name.range,
      hint: "Write '\(path.dropFirst(path.folder.count))'")
  }

  fileprivate static func bibliographyFormat(_ path: String) -> Self {
    Self(
      .error, "bibliography-format", "Bibliography '\(path)' has no known format",
      at: SourceRange(startOf: path),
      hint: "Give BibTeX ('.bib'), RIS ('.ris') or CSL-JSON ('.json')")
  }
}

import Bibliography
import JournalModel
import Reporting

extension FieldReader {
  /// Where the references of an article stand: in the files that `bibliography` names, else in the
  /// files with its name beside it, and in its fields.
  mutating func referenceSources(
    of files: ContentLayout.ArticleFiles, _ tree: SourceTree, _ report: inout Report
  ) -> Article.ReferenceSources {
    let named = texts("bibliography", report: &report)
    let beside = bibliographies(beside: files, tree)
    let paths =
      named.isEmpty
      ? beside
      : named.compactMap { path(of: $0, beside: files.path, orOnly: beside, tree, &report) }
        .removingRepeats()
    return Article.ReferenceSources(
      files: paths, fields: node("references", report: &report).map(\.range.path))
  }
}

extension Article {
  /// Its references, and those of shared bibliographies that its texts may cite or that it lists
  /// uncited.
  ///
  /// Where a key comes twice the first counts, which is reported.
  func readReferences(
    in tree: SourceTree, shared: SharedBibliographies, _ report: inout Report
  ) -> [Item] {
    var items = references.files.flatMap {
      readBibliography($0, tree, language: language, &report)
    }
    if let path = references.fields {
      items += readFields(of: path, tree, language: language, &report)
    }
    // Each file by itself keeps the first already.
    if references.files.count > 1 || references.fields != nil {
      items = Item.keepingFirst(of: items, report: &report)
    }
    guard !shared.isEmpty(forIssue: issueFolder) else { return items }
    let texts = bodies.compactMap { body in
      (try? tree.bytes(of: body.value.path)).map { $0[min(body.value.offset, $0.count)...] }
    }
    return items
      + shared.references(citedIn: texts, or: uncited, of: issueFolder, besides: items)
  }
}

/// The references that stand in the fields of an article.
private func readFields(
  of path: String, _ tree: SourceTree, language: LanguageTag, _ report: inout Report
) -> [Item] {
  // What is wrong with other fields has been reported when they were read.
  var known = Report()
  guard let bytes = try? tree.bytes(of: path) else { return [] }
  let matter = FrontMatter(bytes, path: path, report: &known)
  var fields = FieldReader(matter.entries, at: matter.range, language: language)
  return fields.node("references", report: &known).map {
    Item.read(fields: $0.fieldNode, path: path, report: &report)
  } ?? []
}

extension FieldReader {
  /// The references of the files that `bibliography` of a journal or an issue names, by key.
  mutating func sharedReferences(
    beside file: String, _ tree: SourceTree, _ report: inout Report
  ) -> [String: Item] {
    let items = texts("bibliography", report: &report)
      .compactMap { path(of: $0, beside: file, tree, &report) }
      .flatMap { readBibliography($0, tree, language: language, &report) }
    return Dictionary(
      Item.keepingFirst(of: items, report: &report).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// The references that articles share: an issue's, then the journal's.
///
/// Of these an article has those that its text may cite, so that a large bibliography costs nothing
/// where it is not used, and none of it counts as unused.
struct SharedBibliographies: Sendable {
  private let journal: [String: Item]
  private let issues: [String: [String: Item]]

  init(journal: [String: Item] = [:], issues: [LoadedIssue] = []) {
    self.journal = journal
    self.issues = Dictionary(
      issues.map { ($0.folder, $0.references) }, uniquingKeysWith: { first, _ in first })
  }

  func isEmpty(forIssue issue: String?) -> Bool {
    journal.isEmpty && (issue.flatMap { issues[$0] } ?? [:]).isEmpty
  }

  /// The files that the articles of an issue may take references from.
  func files(forIssue issue: String?) -> [String] {
    let items = Array(journal.values) + (issue.flatMap { issues[$0] } ?? [:]).values
    return Set(items.compactMap(\.range?.path)).sorted()
  }

  /// The shared references whose keys stand behind an `@` of the texts, in their order, and those
  /// of the keys in `uncited`.
  func references(
    citedIn texts: [ArraySlice<UInt8>], or uncited: [String] = [], of issue: String?,
    besides own: [Item]
  ) -> [Item] {
    let own = Set(own.map(\.id))
    let issue = issue.flatMap { issues[$0] } ?? [:]
    guard !journal.isEmpty || !issue.isEmpty else { return [] }
    var found: Set<String> = []
    return (texts.flatMap(Self.keys) + uncited).compactMap { key in
      guard !own.contains(key), let item = issue[key] ?? journal[key],
        found.insert(key).inserted
      else { return nil }
      return item
    }
  }

  /// What may be a key: the characters behind each `@` that a key can hold (in braces, up to the
  /// closing one), and its beginnings that end before punctuation.
  private static func keys(in text: ArraySlice<UInt8>) -> [String] {
    var keys: [String] = []
    for place in text.indices where text[place] == UInt8(ascii: "@") {
      let rest = text[(place + 1)...]
      if rest.first == UInt8(ascii: "{") {
        keys.append(
          String(decoding: rest.dropFirst().prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self))
        continue
      }
      var key = rest.prefix(200).prefix {
        $0 >= 0x80 || isWord($0) || ":.#$%&-+?<>~/".utf8.contains($0)
      }
      while !key.isEmpty {
        keys.append(String(decoding: key, as: UTF8.self))
        guard let last = key.lastIndex(where: { !isWord($0) && $0 < 0x80 }) else { break }
        key = key[..<last]
      }
    }
    return keys
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_")
  }
}

/// Where a bibliography stands: as it is named, else under its last name beside the article, else
/// it is the only one there.
private func path(
  of name: Located<String>, beside article: String, orOnly others: [String] = [],
  _ tree: SourceTree, _ report: inout Report
) -> String? {
  let folder = article.folder
  if let path = resolvePath(name.value, in: folder), tree.file(path) != nil { return path }
  var beside = folder + name.value.dropFirst(name.value.folder.count)
  if tree.file(beside) == nil, others.count == 1 { beside = others[0] }
  guard tree.file(beside) != nil else {
    report.add(.bibliographyMissing(name, beside: article))
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
  var named = endings.compactMap { tree.file(files.stem + $0)?.path }
  if let version = files.version, named.isEmpty {
    // An older version cites from the article's bibliography unless it keeps its own.
    let stem = String(files.stem.dropLast(".v\(version)".utf8.count))
    named = endings.compactMap { tree.file(stem + $0)?.path }
  }
  guard named.isEmpty, let folder = files.ownFolder else { return named }
  return tree.files(under: folder).map(\.path).filter { path in
    !path.dropFirst(folder.count).contains("/")
      && ["bib", "ris"].contains(path.fileExtension)
  }
}

/// The references of one file, in any format; `language` is that of entries that name none.
private func readBibliography(
  _ path: String, _ tree: SourceTree, language: LanguageTag, _ report: inout Report
) -> [Item] {
  guard let bytes = tree.bytes(of: path, report: &report) else { return [] }
  guard ["yaml", "yml"].contains(path.fileExtension) else {
    return Item.read(bytes, path: path, language: language.text, report: &report)
  }
  guard TextFile.isValid(bytes, path: path, report: &report) else { return [] }
  let start = TextFile.contentStart(bytes)
  var found = Report()
  let node = FrontMatterReader.read(
    bytes, region: start..<bytes.count, path: path, report: &found)
  for var diagnostic in found.diagnostics {
    // What is wrong with one entry never costs the rest.
    if node != nil { diagnostic.severity = .warning }
    report.add(diagnostic)
  }
  return node.map { Item.read(fields: $0.fieldNode, path: path, report: &report) } ?? []
}

extension [String] {
  fileprivate func removingRepeats() -> [String] {
    enumerated().filter { !self[..<$0.offset].contains($0.element) }.map(\.element)
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
  fileprivate static func bibliographyMissing(_ name: Located<String>, beside file: String) -> Self
  {
    let place =
      file.fileExtension == "yml" ? String(file.dropFirst(file.folder.count)) : "the article"
    return Self(
      .error, "bibliography-missing", "Bibliography '\(name.value)' is not beside \(place)",
      at: name.range, hint: "Put the file beside \(place), or correct its name")
  }

  fileprivate static func bibliographyElsewhere(_ name: Located<String>, beside path: String)
    -> Self
  {
    Self(
      .warning, "bibliography-elsewhere",
      "Bibliography '\(name.value)' is not there; '\(path)' is read instead", at: name.range,
      hint: "Write '\(path.dropFirst(path.folder.count))'")
  }
}

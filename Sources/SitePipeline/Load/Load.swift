import JournalModel
package import Reporting

/// Reads every content file of a journal, each by itself.
///
/// Nothing is looked up in another file, except that the language of `journal.yml` is the language
/// of text that is given without one. Bodies are not kept: an article knows where its body stands.
package func load(_ tree: SourceTree, report: inout Report) async -> LoadedJournal {
  let layout = ContentLayout(tree, report: &report)
  let settings = layout.journal.map { readJournal($0, tree, &report) } ?? LoadedSettings()
  let language = settings.journal?.defaultLanguage ?? .english
  let people =
    layout.people.map { readPeople($0, tree, language: language, &report) } ?? []
  let issues = await layout.issues.concurrentMap(into: &report) { files, report in
    readIssue(files, tree, language: language, &report)
  }
  let articles = await layout.articles.concurrentMap(into: &report) { files, report in
    readArticle(files, tree, language: language, &report)
  }
  let pages = await layout.pages.concurrentMap(into: &report) { file, report in
    readPage(file, tree, language: language, &report)
  }
  return LoadedJournal(
    journal: settings.journal, people: people, issues: issues.compactMap(\.self),
    articles: present(in: articles),
    pages: pages.compactMap(\.self),
    bibliographies: SharedBibliographies(
      journal: settings.references, issues: issues.compactMap(\.self)),
    citation: CitationNames(
      styles: settings.citation.styles
        + articles.flatMap { [$0?.citationStyle, $0?.referenceStyle].compactMap(\.self) },
      locale: settings.citation.locale),
    formats: settings.formats, redirects: settings.redirects,
    layout: layout)
}

extension SourceTree {
  /// The bytes of a file, or nil after a report.
  func bytes(of path: String, report: inout Report) -> [UInt8]? {
    do throws(Unreadable) {
      return try bytes(of: path)
    } catch {
      report.add(.fileUnreadable(error))
      return nil
    }
  }

  /// The bytes of the file that holds a text, or nil after a report.
  func bytes(of text: Article.Body, report: inout Report) -> [UInt8]? {
    guard let bytes = bytes(of: text.path, report: &report) else { return nil }
    // Its front matter was read before; somebody may be writing the file anew.
    guard FrontMatter.ends(at: text.offset, in: bytes) else {
      report.add(.fileChanged(text.path))
      return nil
    }
    return bytes
  }

  /// The document of a YAML file; nil when it is empty or after a report.
  func yaml(of path: String, report: inout Report) -> YAMLNode? {
    guard let bytes = bytes(of: path, report: &report),
      TextFile.isValid(bytes, path: path, report: &report)
    else { return nil }
    let start = TextFile.contentStart(bytes)
    return FrontMatterReader.read(
      bytes, region: start..<bytes.count, path: path, report: &report)
  }

  /// The fields of a YAML file, none for an empty one; nil after a report.
  func fields(of path: String, language: LanguageTag, report: inout Report) -> FieldReader? {
    let found = report.diagnostics.count
    guard let node = yaml(of: path, report: &report) else {
      return report.diagnostics.count == found
        ? FieldReader([], at: SourceRange(startOf: path), language: language) : nil
    }
    guard case .mapping(let entries) = node.content else {
      report.add(.fileWithoutFields(node.range))
      return nil
    }
    return FieldReader(entries, at: node.range, language: language)
  }
}

extension Diagnostic {
  static func fileUnreadable(_ error: SourceTree.Unreadable) -> Self {
    Self(
      .error, "file-unreadable", "File cannot be read: \(error.reason)",
      at: SourceRange(startOf: error.path), hint: "Check that the file exists and may be read")
  }

  fileprivate static func fileChanged(_ path: String) -> Self {
    Self(
      .error, "file-changed", "File changed while the site was built",
      at: SourceRange(startOf: path), hint: "Build again when it has been saved")
  }

  fileprivate static func fileWithoutFields(_ range: SourceRange) -> Self {
    Self(
      .error, "file-without-fields", "File has no fields of the form 'name: value'", at: range,
      hint: "Write each field on its own line, as 'title: …'")
  }
}

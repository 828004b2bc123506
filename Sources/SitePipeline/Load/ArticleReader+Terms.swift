import JournalModel
import Reporting

// Licence, copyright, funding, statements and supplements of an article.

extension FieldReader {
  mutating func readTerms(
    into article: inout LoadedArticle, _ files: ContentLayout.ArticleFiles, _ tree: SourceTree,
    _ report: inout Report
  ) {
    article.licence = licence(report: &report)
    article.copyright = copyright(&report)
    article.funding = list("funding", "funders", report: &report).compactMap {
      funding($0, &report)
    }
    article.statements = statements(&report)
    let folder = files.path.folder
    article.supplements = list("supplements", "supplementary", report: &report).compactMap {
      supplement($0, in: folder, tree, &report)
    }
  }

  /// `copyright: The authors`, or `{holder: …, year: …}`.
  private mutating func copyright(_ report: inout Report) -> Article.Copyright? {
    guard let node = node("copyright", report: &report) else { return nil }
    guard case .mapping = node.content else {
      return node.text(named: "copyright", &report).map { Article.Copyright(holder: $0.value) }
    }
    guard var fields = FieldReader(node, named: "copyright", language: language, report: &report)
    else { return nil }
    let holder = fields.text("holder", report: &report)?.value
    let year = fields.number("year", report: &report)?.value
    if holder == nil {
      fields.misses("holder", reporting: .copyrightHolderMissing(at: node.range))
    }
    fields.finish(unknown: .warning, in: "'copyright'", report: &report)
    return holder.map { Article.Copyright(holder: $0, year: year) }
  }

  /// The name of a funder, or `{funder: …, ror: …, doi: …, awards: […]}`.
  private func funding(_ node: YAMLNode, _ report: inout Report) -> Article.Funding? {
    guard case .mapping = node.content else {
      return node.text(named: "funding", &report).map {
        Article.Funding(funder: $0.words(&report))
      }
    }
    guard var fields = FieldReader(node, named: "funding", language: language, report: &report)
    else { return nil }
    let funder = fields.words("funder", "name", report: &report)
    let ror = fields.ror("ror", report: &report)
    let doi = fields.doi("doi", "funder-doi", report: &report)?.value
    let awards = fields.texts("awards", "award", "grant", report: &report).map(\.value)
    if funder == nil {
      fields.misses("funder", "name", reporting: .funderMissing(at: node.range))
    }
    fields.finish(unknown: .warning, in: "'funding'", report: &report)
    guard let funder else { return nil }
    return Article.Funding(funder: funder, funderROR: ror, funderDOI: doi, awards: awards)
  }

  /// `statements: {data: …, interests: …}`.
  private mutating func statements(_ report: inout Report) -> [Article.Statement] {
    guard let node = node("statements", report: &report) else { return [] }
    guard case .mapping(let entries) = node.content else {
      report.add(.fieldWrongKind("statements", takes: "a set of fields", node))
      return []
    }
    return entries.compactMap { entry in
      guard let subject = Article.Statement.Subject.names[entry.name] else {
        report.add(.statementUnknown(entry))
        return nil
      }
      guard !entry.value.isAbsent else { return nil }
      return entry.value.localized(named: entry.key, language: language, &report) {
        node, report in
        node.paragraphs(named: entry.key, &report)?.value
      }.map { Article.Statement(subject: subject, text: $0) }
    }
  }

  /// The name of a file beside the article, or `{title: …, file: …}` or `{title: …, url: …}`.
  private func supplement(
    _ node: YAMLNode, in folder: String, _ tree: SourceTree, _ report: inout Report
  ) -> Article.Supplement? {
    guard case .mapping = node.content else {
      guard let name = node.text(named: "supplements", &report) else { return nil }
      return file(name, title: nil, in: folder, tree, &report)
    }
    guard
      var fields = FieldReader(node, named: "supplements", language: language, report: &report)
    else { return nil }
    let title = fields.localizedText("title", "name", report: &report)
    let name = fields.text("file", "path", report: &report)
    let url = fields.url("url", report: &report)?.value
    fields.finish(unknown: .warning, in: "'supplements'", report: &report)
    if let name { return file(name, title: title, in: folder, tree, &report) }
    guard let url else {
      if fields.keyRange("url") == nil { report.add(.supplementWithoutTarget(at: node.range)) }
      return nil
    }
    return Article.Supplement(
      title: title ?? Localized(url, in: language), target: .url(url))
  }

  private func file(
    _ name: Located<String>, title: Localized<String>?, in folder: String, _ tree: SourceTree,
    _ report: inout Report
  ) -> Article.Supplement? {
    guard let path = resolvePath(name.value, in: folder), let file = tree.file(path) else {
      report.add(.supplementMissing(name))
      return nil
    }
    let fileName = String(path.dropFirst(path.folder.count))
    return Article.Supplement(
      title: title ?? Localized(fileName, in: language),
      target: .file(
        path: path, fileName: fileName,
        mediaType: MediaType.named(fileName.fileExtension), size: file.size))
  }
}

extension String {
  /// The path up to and with its last `/`.
  var folder: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(self[...slash])
  }
}

extension Article.Statement.Subject {
  /// The subjects by the names that authors write.
  fileprivate static let names: [String: Self] = {
    var names = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    names["data-availability"] = .data
    names["code-availability"] = .code
    names["competing-interests"] = .interests
    names["conflicts-of-interest"] = .interests
    names["conflict-of-interest"] = .interests
    names["acknowledgments"] = .acknowledgements
    names["acknowledgement"] = .acknowledgements
    names["author-contributions"] = .contributions
    names["ai"] = .ai
    return names
  }()
}

extension Diagnostic {
  fileprivate static func copyrightHolderMissing(at range: SourceRange) -> Self {
    Self(
      .error, "copyright-holder-missing", "Copyright has no holder", at: range,
      hint: "Add 'holder: …'")
  }

  fileprivate static func funderMissing(at range: SourceRange) -> Self {
    Self(
      .error, "funder-missing", "Funding names no funder", at: range,
      hint: "Add 'funder: …' with the name of the funder")
  }

  fileprivate static func statementUnknown(_ entry: YAMLEntry) -> Self {
    let subjects = Article.Statement.Subject.allCases.map(\.rawValue)
    let candidate = closest(to: entry.name, among: subjects)
    return Self(
      .warning, "statement-unknown",
      "'\(entry.key)' is no subject of a statement" + didYouMean(candidate), at: entry.keyRange,
      hint: "Write one of: \(subjects.sorted().joined(separator: ", "))")
  }

  fileprivate static func supplementWithoutTarget(at range: SourceRange) -> Self {
    Self(
      .error, "supplement-without-target", "Supplement names neither a file nor an address",
      at: range, hint: "Add 'file: …' or 'url: …'")
  }

  fileprivate static func supplementMissing(_ name: Located<String>) -> Self {
    Self(
      .warning, "supplement-missing", "Supplement '\(name.value)' is not beside the article",
      at: name.range, hint: "Put the file beside the article, or correct its name")
  }
}

import JournalModel
import Reporting

extension OJSText {
  /// A plain text where there is one language, else one for each; `transform` makes the text.
  func value(_ transform: (String) -> String = { $0 }) -> YAMLValue? {
    let known = entries.map { (LanguageTag(ojsLocale: $0.locale)?.text ?? "", transform($0.text)) }
    switch known.count {
    case 0: return nil
    case 1: return .text(known[0].1)
    default:
      var pairs: [YAMLValue.Pair] = []
      for (language, text) in known where !pairs.contains(where: { $0.key == language }) {
        pairs.append(.init(language.nilWhenEmpty ?? "en", .text(text)))
      }
      return pairs.count == 1 ? pairs[0].value : .map(pairs)
    }
  }
}

/// The `issue.yml` of an issue.
struct OJSIssueRecord {
  private let issue: OJSIssue

  init(_ issue: OJSIssue) { self.issue = issue }

  func pairs(report: inout Report) -> [YAMLValue.Pair] {
    var pairs: [YAMLValue.Pair] = []
    func add(_ key: String, _ value: YAMLValue?) {
      if let value { pairs.append(.init(key, value)) }
    }
    add("title", issue.title.value())
    add("volume", issue.volume.map(YAMLValue.text))
    add("number", issue.number.map(YAMLValue.text))
    add(
      "year", (issue.year ?? issue.datePublished.map { String($0.prefix(4)) }).map(YAMLValue.text))
    add("date", checkedDate(issue.datePublished, at: issue.range, report: &report))
    add("doi", issue.doi.map(YAMLValue.text))
    add("description", issue.description.value(markdown(fromHTML:)))
    let sections = issue.sections.filter { !$0.title.isEmpty }
    if !sections.isEmpty {
      add(
        "sections",
        .list(
          sections.compactMap { section in
            section.title.value().map {
              .map([.init("id", .text(section.reference)), .init("title", $0)])
            }
          }))
    }
    var legacy: [YAMLValue.Pair] = []
    if let id = issue.id { legacy.append(.init("ojs-id", .text(id))) }
    if let path = issue.urlPath { legacy.append(.init("url-path", .text(path))) }
    if !legacy.isEmpty { add("legacy", .map(legacy)) }
    return pairs
  }
}

/// The front matter and body of an article, and its files.
struct OJSArticleRecord {
  private let article: OJSArticle
  private let slug: String
  private var galleys: [YAMLValue] = []
  private var supplements: [YAMLValue] = []

  init(_ article: OJSArticle, slug: String) {
    self.article = article
    self.slug = slug
  }

  /// The references as a list, as they were; a Markdown body has no other text.
  var body: String {
    guard !article.references.isEmpty else { return "" }
    let items = article.references.enumerated().map { index, reference in
      "\(index + 1). " + escaped(reference)
    }
    return "\n## References\n\n" + items.joined(separator: "\n") + "\n"
  }

  func pairs(report: inout Report) -> [YAMLValue.Pair] {
    var pairs: [YAMLValue.Pair] = []
    func add(_ key: String, _ value: YAMLValue?) {
      if let value { pairs.append(.init(key, value)) }
    }
    add("title", article.title.value(escaped))
    add("subtitle", article.subtitle.value(escaped))
    add("language", LanguageTag(ojsLocale: article.locale).map { .text($0.text) })
    if !article.authors.isEmpty {
      add("authors", .list(article.authors.map { author($0, report: &report) }))
    }
    add("abstract", article.abstract.value(markdown(fromHTML:)))
    add("keywords", keywords)
    add("section", article.section.map(YAMLValue.text))
    add("pages", article.pages.map(YAMLValue.text))
    add("doi", article.doi.map(YAMLValue.text))
    add("date", checkedDate(article.datePublished, at: article.range, report: &report))
    if let submitted = checkedDate(article.dateSubmitted, at: article.range, report: &report) {
      add("dates", .map([.init("submitted", submitted)]))
    }
    add("license", article.licence.map(YAMLValue.text))
    if let holder = article.copyrightHolder.text(for: article.locale) {
      let year = article.copyrightYear.flatMap { Int($0) == nil ? nil : $0 }
      add(
        "copyright",
        .map(
          [.init("holder", .text(holder))]
            + (year.map { [.init("year", .text($0))] } ?? [])))
    }
    if !supplements.isEmpty { add("supplements", .list(supplements)) }
    add("legacy", legacy)
    return pairs
  }

  private var keywords: YAMLValue? {
    let lists = article.keywords.map { (LanguageTag(ojsLocale: $0.locale)?.text, $0.words) }
    guard lists.count > 1 else {
      return lists.first.map { .list($0.1.map(YAMLValue.text)) }
    }
    var pairs: [YAMLValue.Pair] = []
    for (language, words) in lists {
      let key = language ?? "en"
      if !pairs.contains(where: { $0.key == key }) {
        pairs.append(.init(key, .list(words.map(YAMLValue.text))))
      }
    }
    return .map(pairs)
  }

  private var legacy: YAMLValue? {
    var pairs: [YAMLValue.Pair] = []
    if let id = article.id { pairs.append(.init("ojs-id", .text(id))) }
    if let path = article.urlPath { pairs.append(.init("url-path", .text(path))) }
    if !article.versions.isEmpty {
      pairs.append(.init("versions", .list(article.versions.map(YAMLValue.text))))
    }
    if !galleys.isEmpty { pairs.append(.init("galleys", .list(galleys))) }
    return pairs.isEmpty ? nil : .map(pairs)
  }

  private func author(_ author: OJSAuthor, report: inout Report) -> YAMLValue {
    var pairs: [YAMLValue.Pair] = []
    let family = author.family.text(for: article.locale)
    let given = author.given.text(for: article.locale)
    switch (given, family) {
    case (let given?, let family?):
      pairs += [.init("given", .text(given)), .init("family", .text(family))]
    case (let name?, nil), (nil, let name?):
      // OJS allows a given name alone; such a name is never inverted.
      pairs.append(.init("literal", .text(name)))
    case (nil, nil):
      report.add(.ojsAuthorUnnamed(at: article.range))
      pairs.append(.init("literal", .text("Unnamed author")))
    }
    if let orcid = author.orcid { pairs.append(.init("orcid", .text(orcid))) }
    let affiliations = author.affiliations.compactMap { affiliation -> YAMLValue? in
      guard let name = affiliation.name.value() else { return nil }
      var pairs: [YAMLValue.Pair] = [.init("name", name)]
      if let country = author.country { pairs.append(.init("country", .text(country))) }
      if let ror = affiliation.ror { pairs.append(.init("ror", .text(ror))) }
      return .map(pairs)
    }
    if !affiliations.isEmpty { pairs.append(.init("affiliations", .list(affiliations))) }
    if let group = author.group?.lowercased(), ["translator", "editor"].contains(group) {
      pairs.append(.init("roles", .list([.text(group)])))
    }
    if author.isPrimaryContact { pairs.append(.init("corresponding", .text("yes"))) }
    return .map(pairs)
  }

  /// The files of galleys and supplements, named after the article.
  mutating func takeFiles(folder: String, report: inout Report) -> [ContentFile] {
    var files: [ContentFile] = []
    var names: Set<String> = []
    for galley in article.galleys {
      var pairs = oldAddress(of: galley)
      if let file = galley.file, let bytes = file.bytes {
        let name = fileName(of: galley, file, unlike: &names)
        files.append(ContentFile(path: folder + name, bytes: bytes))
        pairs.append(.init("file", .text(name)))
      } else if let remote = galley.remote {
        let title: YAMLValue = .text(galley.label.nilWhenEmpty ?? remote)
        supplements.append(.map([.init("title", title), .init("url", .text(remote))]))
      } else {
        report.add(.ojsFileMissing(galley.label, at: galley.file?.range ?? article.range))
      }
      if galley.id != nil { galleys.append(.map(pairs)) }
    }
    galleys += article.formerGalleys.filter { $0.id != nil }.map { .map(oldAddress(of: $0)) }
    for (index, galley) in article.supplements.enumerated() {
      let title = galley.title.value() ?? .text(galley.label.nilWhenEmpty ?? "Supplement")
      guard let file = galley.file, let bytes = file.bytes else {
        report.add(.ojsFileMissing(galley.label, at: galley.file?.range ?? article.range))
        continue
      }
      let name = "\(slug)-supplement-\(index + 1)\(fileEnding(of: file))"
      files.append(ContentFile(path: folder + name, bytes: bytes))
      supplements.append(.map([.init("title", title), .init("file", .text(name))]))
    }
    return files
  }

  /// What old addresses of a galley hold.
  private func oldAddress(of galley: OJSGalley) -> [YAMLValue.Pair] {
    [("id", galley.id), ("url-path", galley.urlPath), ("file-id", galley.fileID)]
      .compactMap { key, value in value.map { .init(key, .text($0)) } }
  }

  /// `slug.pdf`; with its language where that differs from the article's or the name is taken.
  private func fileName(
    of galley: OJSGalley, _ file: OJSFile, unlike names: inout Set<String>
  ) -> String {
    let ending = fileEnding(of: file)
    let language = LanguageTag(ojsLocale: galley.locale)?.text
    let own = LanguageTag(ojsLocale: article.locale)?.text
    var name =
      language == own || language == nil ? slug + ending : "\(slug).\(language ?? "")\(ending)"
    var number = 2
    while !names.insert(name).inserted {
      name = "\(slug)-\(number)\(ending)"
      number += 1
    }
    return name
  }
}

/// A date as `2020-10-04`; nil with a report when it is none.
private func checkedDate(
  _ text: String?, at range: SourceRange, report: inout Report
) -> YAMLValue? {
  guard let text else { return nil }
  let parts = text.prefix(10).split(separator: "-").map { Int($0) }
  guard (1...3).contains(parts.count), let year = parts[0],
    parts.allSatisfy({ $0 != nil }),
    let date = CalendarDate(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  else {
    report.add(.ojsDateMalformed(text, at: range))
    return nil
  }
  return .text(date.text)
}

/// Plain text as Markdown: what would be read as markup is escaped.
private func escaped(_ text: String) -> String {
  var result = ""
  for character in text {
    if "\\*_`[]<>{}".contains(character) { result.append("\\") }
    result.append(character.isNewline ? " " : character)
  }
  return result
}

extension Diagnostic {
  fileprivate static func ojsAuthorUnnamed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-author-unnamed", "Author of this article has no name in the export",
      at: range, hint: "Write the name into the article's front matter")
  }

  fileprivate static func ojsFileMissing(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-file-missing", "File of '\(label)' is not in the export", at: range,
      hint: "Download it from the old site and put it beside the article")
  }

  fileprivate static func ojsDateMalformed(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-date-malformed", "'\(text)' is no date and is left out", at: range,
      hint: "Write the date into the front matter, as 2024-06-30")
  }
}

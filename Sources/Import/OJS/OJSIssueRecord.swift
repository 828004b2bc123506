import JournalModel
import Reporting

/// The `issue.yml` of an issue, and its files.
struct OJSIssueRecord {
  private let issue: OJSIssue
  private var cover: YAMLValue?
  private var galleys: [YAMLValue] = []

  init(_ issue: OJSIssue) { self.issue = issue }

  /// The cover, and the files in which the whole issue can be read, `issue.pdf`.
  mutating func takeFiles(folder: String, report: inout Report) -> [ContentFile] {
    var files: [ContentFile] = []
    if let image = issue.covers.first(where: { $0.base64 != nil }), let base64 = image.base64 {
      let name = "cover" + image.ending
      files.append(ContentFile(path: folder + name, .base64(base64)))
      var pairs: [YAMLValue.Pair] = [.init("file", .text(name))]
      if let text = image.alternative.value() { pairs.append(.init("alt", text)) }
      cover = .map(pairs)
    }
    var names: Set<String> = []
    for galley in issue.galleys {
      var pairs = oldAddress(of: galley)
      if let file = galley.file, let base64 = file.base64 {
        let language = names.isEmpty ? nil : LanguageTag(ojsLocale: galley.locale)?.text
        let name = "issue" + (language.map { ".\($0)" } ?? "") + file.ending
        if names.insert(name).inserted {
          files.append(ContentFile(path: folder + name, .base64(base64)))
          let published = folder.dropLast().split(separator: "/").last ?? ""
          pairs.append(.init("file", .text("\(published)\(name.dropFirst("issue".count))")))
        } else {
          report.add(.ojsGalleyDoubled(galley.label, at: file.range))
        }
      } else {
        report.add(.ojsGalleyWithoutFile(galley.label, at: galley.file?.range ?? issue.range))
      }
      if galley.id != nil { galleys.append(.map(pairs)) }
    }
    return files
  }

  func pairs(report: inout Report) -> [YAMLValue.Pair] {
    var pairs: [YAMLValue.Pair] = []
    func add(_ key: String, _ value: YAMLValue?) {
      if let value { pairs.append(.init(key, value)) }
    }
    let name = issue.identification
    add("title", issue.title.value(MarkdownText.title))
    add("volume", name.volume.map(YAMLValue.text))
    add("number", name.number.map(YAMLValue.text))
    add("year", (name.year ?? issue.datePublished.map { String($0.prefix(4)) }).flatMap(year))
    add("date", checkedDate(issue.datePublished, at: issue.range, report: &report))
    add("doi", checkedDOI(issue.doi, at: issue.range, report: &report))
    add(
      "description",
      issue.description.value { withoutMailAddresses(markdown(fromHTML: $0)).text })
    add("cover", cover)
    add("sections", sections)
    add("legacy", legacy)
    report.add(leftOut: issue.unplaced, at: issue.range)
    return pairs
  }

  private func year(_ text: String) -> YAMLValue? {
    Int(text).flatMap { (1...9999).contains($0) ? .text(text) : nil }
  }

  /// Those of the issue, then those that only its articles name.
  private var sections: YAMLValue? {
    var known: Set<String> = []
    var values: [YAMLValue] = []
    for section in issue.sections.sorted(by: { $0.place < $1.place }) {
      guard let title = section.title.value(), known.insert(section.reference).inserted else {
        continue
      }
      values.append(.map([.init("id", .text(section.reference)), .init("title", title)]))
    }
    for article in issue.articles {
      if let section = article.section, known.insert(section).inserted {
        values.append(.text(section))
      }
    }
    return values.isEmpty ? nil : .list(values)
  }

  private var legacy: YAMLValue? {
    guard let id = issue.id ?? issue.urlPath else { return nil }
    var pairs: [YAMLValue.Pair] = [.init("ojs-id", .text(id))]
    if let path = issue.urlPath, path != id { pairs.append(.init("url-path", .text(path))) }
    if !galleys.isEmpty { pairs.append(.init("galleys", .list(galleys))) }
    return .map(pairs)
  }
}

/// What old addresses of a galley hold.
func oldAddress(of galley: OJSGalley) -> [YAMLValue.Pair] {
  [("id", galley.id), ("url-path", galley.urlPath), ("file-id", galley.fileID)]
    .compactMap { key, value in value.map { .init(key, .text($0)) } }
}

extension Diagnostic {
  fileprivate static func ojsGalleyWithoutFile(_ label: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .warning, "ojs-issue-galley-without-file",
      "Galley '\(label)' of the issue has no file in the export",
      at: range, hint: "Download it from the old site and put it into the issue's folder")
  }

  fileprivate static func ojsGalleyDoubled(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-issue-galley-doubled",
      "Issue has another galley of the form and language of '\(label)'", at: range,
      hint: "Put the file into the folder of an article or a page that names it")
  }
}

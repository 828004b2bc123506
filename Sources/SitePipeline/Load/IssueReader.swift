import JournalModel
import Reporting

/// What an `issue.yml` says; a folder without one is an issue dated by its name.
func readIssue(
  _ files: ContentLayout.IssueFiles, _ tree: SourceTree, language: LanguageTag,
  _ report: inout Report
) -> LoadedIssue? {
  guard let path = files.path,
    var fields = tree.fields(of: path, language: language, report: &report)
  else { return nil }
  let year = fields.number("year", report: &report)
  let given = fields.date("date", "published", report: &report)
  let date = given?.value
  let implied = date ?? CalendarDate(written: files.folder)
  let known = implied ?? year.flatMap { CalendarDate(year: $0.value) }
  // Without a date it stands in the year 1 until its articles give it one.
  guard let standing = known ?? CalendarDate(year: 1) else { return nil }
  var issue = Issue(
    folder: files.folder, year: year?.value ?? standing.year, date: standing,
    range: SourceRange(startOf: path))
  if let year, let date, abs(year.value - date.year) > 1 {
    report.add(.yearContradictsDate(year, date: date))
  }
  fields.readDescription(into: &issue, &report)
  fields.readContents(into: &issue, files, tree, &report)
  let order = fields.texts("order", "articles", report: &report)
  let licence = fields.licence(report: &report)
  let references = fields.sharedReferences(beside: path, tree, &report)
  fields.finish(unknown: .error, in: "issue.yml", report: &report)
  return LoadedIssue(
    folder: files.folder, issue: issue, order: order, licence: licence, date: given,
    hasDate: known != nil || fields.keyRange("date") != nil || fields.isMisspelt("date"),
    references: references)
}

extension String {
  /// `3` of `第3卷`, `제3권`, `Т. 3` and `Vol. 3`: the page says what the number counts.
  fileprivate var withoutCounter: String {
    let words = filter { !($0.isASCII && $0.isNumber) && !" .".contains($0) }.lowercased()
    let number = filter { $0.isASCII && $0.isNumber }
    return !number.isEmpty && contains(number) && Self.counters.contains(words) ? number : self
  }

  /// Words of languages in which volumes and issues are given with them.
  private static let counters: Set<String> = [
    "vol", "volume", "no", "nr", "issue", "number", "第卷", "第巻", "第辑", "第期", "第号", "第號", "卷", "巻",
    "期", "号", "號", "제권", "제호", "권", "호", "т", "том", "вып", "выпуск", "№", "τόμος", "τόμ", "τεύχος",
    "τεύχ", "כרך", "גיליון", "חוברת", "खंड", "खण्ड", "वर्ष", "अंक", "খণ্ড", "বর্ষ", "সংখ্যা", "ปีที่", "เล่ม",
    "เล่มที่", "ฉบับที่",
  ]
}

extension FieldReader {
  fileprivate mutating func readDescription(into issue: inout Issue, _ report: inout Report) {
    issue.volume = text("volume", report: &report)?.value.foldingDigits.withoutCounter
    issue.number = text("number", "issue", report: &report)?.value.foldingDigits.withoutCounter
    issue.season = localizedText("season", "month", report: &report)
    issue.title = richText("title", report: &report)
    issue.description = localizedText("description", report: &report)
    issue.doi = doi("doi", report: &report)?.value
    issue.isSpecial = flag("special", report: &report) ?? false
    issue.formerPaths = formerPaths("redirects", "former-paths", report: &report)
    issue.former = formerRecord(unknown: .error, &report)
  }

  fileprivate mutating func readContents(
    into issue: inout Issue, _ files: ContentLayout.IssueFiles, _ tree: SourceTree,
    _ report: inout Report
  ) {
    let folder = files.path.map { String($0.dropLast("issue.yml".count)) } ?? ""
    for node in list("sections", report: &report) {
      if let section = section(node, &report) { issue.sections.append(section) }
    }
    if let cover = cover(in: folder, tree, &report) { issue.cover = cover }
    issue.editors = list("editors", report: &report).flatMap { node in
      namedContributors(node, language: language, unknown: .error, &report)
        .map { $0.asEditor(in: language) }
    }
    issue.galleys = galleyFiles(
      beside: folder + "issue", fileName: files.folder, language: language, tree)
  }

  /// `Articles`, or `{id: articles, title: {en: Articles, ur: مقالات}}`.
  private func section(_ node: YAMLNode, _ report: inout Report) -> Issue.Section? {
    guard case .mapping = node.content else {
      return node.text(named: "sections", &report).map {
        Issue.Section(id: $0.value, title: Localized($0.value, in: language))
      }
    }
    guard var fields = FieldReader(node, named: "sections", language: language, report: &report)
    else { return nil }
    let id = fields.text("id", report: &report)
    let title = fields.localizedText("title", "name", report: &report)
    fields.finish(unknown: .error, in: "'sections'", report: &report)
    guard let title = title ?? id.map({ Localized($0.value, in: language) }) else {
      report.add(.sectionTitleMissing(at: node.range))
      return nil
    }
    return Issue.Section(id: id?.value ?? title[language], title: title)
  }

  private mutating func cover(
    in folder: String, _ tree: SourceTree, _ report: inout Report
  ) -> Issue.Cover? {
    guard let node = node("cover", report: &report) else { return nil }
    var alternative: Localized<String>?
    var file: Located<String>?
    if case .mapping = node.content {
      guard var fields = FieldReader(node, named: "cover", language: language, report: &report)
      else { return nil }
      file = fields.text("file", "path", "image", report: &report)
      alternative = fields.localizedText("alt", "alternative", report: &report)
      if file == nil {
        fields.misses("file", "path", "image", reporting: .coverFileMissing(at: node.range))
      }
      fields.finish(unknown: .error, in: "'cover'", report: &report)
    } else {
      file = node.text(named: "cover", &report)
    }
    guard let file else { return nil }
    guard let path = resolvePath(file.value, in: folder), tree.file(path) != nil else {
      report.add(.coverMissing(file))
      return nil
    }
    let size = (try? tree.bytes(of: path)).flatMap(PictureSize.init)
    return Issue.Cover(
      path: path, alternative: alternative, width: size?.width, height: size?.height)
  }
}

extension Diagnostic {
  fileprivate static func yearContradictsDate(_ year: Located<Int>, date: CalendarDate) -> Self {
    Self(
      .warning, "issue-year-contradicts-date",
      "Year \(year.value) is not the year of the date '\(date.text)'", at: year.range,
      hint: "Correct the year or the date")
  }

  fileprivate static func sectionTitleMissing(at range: SourceRange) -> Self {
    Self(
      .error, "section-title-missing", "Section has no title", at: range,
      hint: "Add 'title: …' to the section")
  }

  fileprivate static func coverFileMissing(at range: SourceRange) -> Self {
    Self(
      .error, "cover-file-missing", "Cover has no picture", at: range,
      hint: "Add 'file: …' with the name of the picture")
  }

  fileprivate static func coverMissing(_ file: Located<String>) -> Self {
    Self(
      .warning, "cover-missing", "Cover '\(file.value)' is not in the issue's folder",
      at: file.range, hint: "Put the picture beside issue.yml, or correct the name")
  }
}

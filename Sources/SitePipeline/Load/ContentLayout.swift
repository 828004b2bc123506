import JournalModel
import Reporting

/// Which file of the source is what, by its place alone.
///
/// The journal's folder holds `journal.yml`, `people.yml`, `issues/<folder>/…`, `notices/`,
/// `announcements/` and `pages/`; it is the folder that was named, or `Content` in it.
package struct ContentLayout: Sendable {
  /// The path before every content file: empty, or `Content/`.
  package var prefix: String
  var journal: String?
  var people: String?
  var issues: [IssueFiles] = []
  var articles: [ArticleFiles] = []
  var pages: [PageFile] = []

  struct IssueFiles: Sendable {
    var folder: String
    /// `issue.yml`; nil when it is missing.
    var path: String?
  }

  struct ArticleFiles: Sendable {
    var slug: String
    var issueFolder: String?
    /// The Markdown file.
    var path: String
    /// The language in its name, of a translation.
    var suffix: LanguageTag?
    /// The number in its name, of an older version.
    var version: Int?
    /// The path without its ending and language: what its PDF and bibliography share.
    var stem: String
    /// The folder that is the article's own, ending in `/`; nil when it shares the issue's.
    var ownFolder: String?
  }

  struct PageFile: Sendable {
    var slug: String
    var path: String
    var suffix: LanguageTag?
    var isAnnouncement: Bool
  }

  init(_ tree: SourceTree, report: inout Report) {
    prefix =
      tree.file("journal.yml") == nil && tree.file("Content/journal.yml") != nil
      ? "Content/" : ""
    journal = tree.file(prefix + "journal.yml")?.path
    people = tree.file(prefix + "people.yml")?.path
    if journal == nil, !report.diagnostics.contains(where: { $0.code == "folder-unreadable" }) {
      let other = tree.file("journal.yaml") ?? tree.file("Content/journal.yaml")
      report.add(.journalMissing(other?.path))
    }
    readIssues(tree, &report)
    addArticles(in: prefix + "articles/", issueFolder: nil, tree, &report)
    addArticles(in: prefix + "notices/", issueFolder: nil, tree, &report)
    addPages(in: prefix + "pages/", tree, areAnnouncements: false, &report)
    addPages(in: prefix + "announcements/", tree, areAnnouncements: true, &report)
    reportUnread(tree, &report)
  }

  private mutating func readIssues(_ tree: SourceTree, _ report: inout Report) {
    let root = prefix + "issues/"
    var folders: [String] = []
    for file in tree.files(under: root) {
      let rest = file.path.utf8.dropFirst(root.utf8.count)
      guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { continue }
      let folder = String(file.path[rest.startIndex..<slash])
      if folders.last != folder { folders.append(folder) }
    }
    for folder in folders {
      let path = tree.file(root + folder + "/issue.yml")?.path
      if path == nil {
        let other = tree.file(root + folder + "/issue.yaml")
        report.add(.issueFileMissing(folder, in: root, other: other?.path))
      }
      issues.append(.init(folder: folder, path: path))
      if let people = tree.file(root + folder + "/authors.yml") {
        report.add(.fileForeign(people.path, name: "authors.yml"))
      }
      reportName(folder, at: path ?? root + folder + "/issue.yml", &report)
      addArticles(in: root + folder + "/", issueFolder: folder, tree, &report)
    }
  }

  /// `<slug>.md`, `<slug>.<language>.md`, `<slug>.v1.md`, and folders `<slug>/` with Markdown in them.
  private mutating func addArticles(
    in folder: String, issueFolder: String?, _ tree: SourceTree, _ report: inout Report
  ) {
    for file in tree.files(under: folder) where Self.isText(file.path, &report) {
      let parts = file.path.withoutPrefix(folder).unicodeScalars.split(separator: "/")
        .map { Substring($0) }
      guard parts.last?.first != "_" else {
        report.add(.fileForeign(file.path, name: String(parts[parts.count - 1])))
        continue
      }
      if parts.count < 3 {
        reportName(
          parts.count == 1 ? SplitName(String(parts[0])).stem : String(parts[0]), at: file.path,
          &report)
      }
      switch parts.count {
      case 1:
        let name = SplitName(String(parts[0]))
        articles.append(
          .init(
            slug: name.stem, issueFolder: issueFolder, path: file.path, suffix: name.language,
            version: name.version, stem: folder + name.versionStem, ownFolder: nil))
      case 2:
        let name = SplitName(String(parts[1]))
        let own = folder + parts[0] + "/"
        articles.append(
          .init(
            slug: String(parts[0]), issueFolder: issueFolder, path: file.path,
            suffix: name.language, version: name.version, stem: own + name.versionStem,
            ownFolder: own))
      default: break
      }
    }
  }

  private mutating func addPages(
    in folder: String, _ tree: SourceTree, areAnnouncements: Bool, _ report: inout Report
  ) {
    for file in tree.files(under: folder) where Self.isText(file.path, &report) {
      let rest = file.path.withoutPrefix(folder)
      guard !rest.contains("/") else { continue }
      let name = SplitName(String(rest))
      reportName(name.stem, at: file.path, &report)
      pages.append(
        .init(
          slug: name.stem, path: file.path, suffix: name.language,
          isAnnouncement: areAnnouncements))
    }
  }
}

extension ContentLayout {
  /// Whether a file is a text by its ending; what other programs would take for one is reported.
  private static func isText(_ path: String, _ report: inout Report) -> Bool {
    if path.utf8.suffix(3).elementsEqual(".md".utf8) { return true }
    let end = String(decoding: path.utf8.suffix(9), as: UTF8.self).lowercased()
    if end.hasSuffix(".md") || end == ".markdown" { report.add(.textEnding(path)) }
    return false
  }

  /// Reports a name that cannot be part of an address as it stands.
  private func reportName(_ name: String, at path: String, _ report: inout Report) {
    let isFine = name.unicodeScalars.allSatisfy { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
        || "-._~".unicodeScalars.contains(scalar)
    }
    if !isFine { report.add(.nameForm(name, at: path)) }
  }
}

extension String {
  /// What follows a beginning of the same bytes.
  func withoutPrefix(_ prefix: String) -> Substring {
    self[utf8.index(startIndex, offsetBy: min(prefix.utf8.count, utf8.count))...]
  }

  /// The ending of a file's name in lower case, without the point.
  var fileExtension: String {
    guard let point = utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return self[utf8.index(after: point)...].lowercased()
  }
}

/// A file's name in its parts: `engine`, 1, `ur`, `md` of `engine.v1.ur.md`.
struct SplitName: Sendable {
  var stem: String
  /// Of an older version of an article.
  var version: Int?
  var language: LanguageTag?
  /// Lower case, without the point.
  var fileExtension: String

  init(_ name: String) {
    let parts = name.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
      .map { Substring($0) }
    fileExtension = name.fileExtension
    var stem = parts.count > 1 ? Array(parts.dropLast()) : parts
    if stem.count > 1, let last = stem.last, let tag = LanguageTag(last),
      tag.language.utf8.count == 2 || last.contains("-")
    {
      language = tag
      stem.removeLast()
    }
    if stem.count > 1, let last = stem.last, let number = Self.version(last) {
      version = number
      stem.removeLast()
    }
    self.stem = stem.joined(separator: ".")
  }

  /// The stem with the version: what the files of an older version share.
  var versionStem: String { stem + (version.map { ".v\($0)" } ?? "") }

  /// 12 of `v12`.
  private static func version(_ text: Substring) -> Int? {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "v"),
      digits.first.map({ $0 != UInt8(ascii: "0") }) == true,
      digits.count < 5, digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text.dropFirst())
  }
}

extension Diagnostic {
  /// `other` is a file that only lacks the right ending.
  fileprivate static func journalMissing(_ other: String?) -> Self {
    Self(
      .error, "journal-missing", "No journal.yml in this folder or in its folder 'Content'",
      at: SourceRange(startOf: other ?? "journal.yml"),
      hint: other.map { _ in "Rename 'journal.yaml' to 'journal.yml'" }
        ?? "Run the program in the journal's folder, or name it with --source")
  }

  fileprivate static func fileForeign(_ path: String, name: String) -> Self {
    Self(
      .warning, "file-foreign", "'\(name)' belongs to another program and is not read",
      at: SourceRange(startOf: path),
      hint: name == "authors.yml"
        ? "Put the people into people.yml in the folder of the journal"
        : "Put what it says into issue.yml, or give the file a name without '_'")
  }

  fileprivate static func textEnding(_ path: String) -> Self {
    Self(
      .warning, "text-ending", "A text whose name does not end in '.md' is not read",
      at: SourceRange(startOf: path), hint: "Rename the file so that it ends in '.md'")
  }

  fileprivate static func nameForm(_ name: String, at path: String) -> Self {
    Self(
      .error, "file-name-form", "'\(name)' cannot be part of an address",
      at: SourceRange(startOf: path), hint: "Use letters, digits and hyphens in the name")
  }

  /// `other` is a file that only lacks the right ending.
  fileprivate static func issueFileMissing(
    _ folder: String, in root: String, other: String?
  ) -> Self {
    Self(
      .error, "issue-file-missing", "Folder '\(folder)' has no issue.yml",
      at: SourceRange(startOf: other ?? root + folder + "/issue.yml"),
      hint: other.map { _ in "Rename 'issue.yaml' to 'issue.yml'" }
        ?? "Add an issue.yml with at least 'date: 2024-06' to the folder")
  }
}

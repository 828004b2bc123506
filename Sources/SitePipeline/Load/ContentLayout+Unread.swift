import JournalModel
import Reporting

// Files that are meant for the journal and stand where, or are called so that, nothing reads them.

extension ContentLayout {
  private static let folders = ["announcements", "articles", "issues", "notices", "pages"]

  func reportUnread(_ tree: SourceTree, _ report: inout Report) {
    if let file = tree.file(prefix + "people.yaml") { report.add(.peopleEnding(file.path)) }
    for file in tree.files(under: prefix + "issues/") {
      let name = file.path.withoutPrefix(prefix + "issues/")
      if !name.contains("/"), name.hasSuffix(".md") { report.add(.textOutsideIssues(file.path)) }
    }
    for folder in ["announcements/", "pages/"] {
      for file in tree.files(under: prefix + folder) {
        let name = file.path.withoutPrefix(prefix + folder)
        if name.contains("/"), name.hasSuffix(".md") {
          report.add(.textTooDeep(file.path, folder: folder))
        }
      }
    }
    reportFolders(tree, &report)
    reportCapitals(tree, &report)
  }

  /// Texts to download and bibliographies that would be an article's if not for capital letters.
  private func reportCapitals(_ tree: SourceTree, _ report: inout Report) {
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let paths = ["issues/", "articles/", "notices/"].flatMap { tree.files(under: prefix + $0) }
      .map(\.path).filter { path in
        path.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }.contains(where: capitals.contains)
      }
    guard !paths.isEmpty else { return }
    let stems = Set(articles.map(\.stem))
    let folded = Dictionary(
      stems.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    for path in paths {
      let name = SplitName(String(path.withoutPrefix(path.folder)))
      let isBibliography = ["bib", "ris"].contains(name.fileExtension)
      let stem = path.folder + name.versionStem
      guard isBibliography || ["pdf", "epub"].contains(name.fileExtension),
        let right = folded[stem.lowercased()], !stems.contains(stem) || isBibliography
      else { continue }
      let wanted =
        (stems.contains(stem) ? stem : right) + (name.language.map { ".\($0.text)" } ?? "") + "."
        + name.fileExtension
      if wanted != path { report.add(.capitals(path, wanted: wanted)) }
    }
  }

  /// Folders whose names are almost those of folders that are read.
  private func reportFolders(_ tree: SourceTree, _ report: inout Report) {
    var seen: Set<Substring> = []
    for file in tree.files(under: prefix) where file.path.hasSuffix(".md") {
      let parts = file.path.withoutPrefix(prefix).split(separator: "/")
      guard parts.count > 1, let folder = parts.first, seen.insert(folder).inserted,
        let guess = closest(to: folder.lowercased(), among: Self.folders), guess != folder
      else { continue }
      report.add(.folderUnread(String(folder), guess: guess, at: file.path))
    }
  }
}

extension Diagnostic {
  fileprivate static func peopleEnding(_ path: String) -> Self {
    Self(
      .warning, "people-ending", "'people.yaml' is not read", at: SourceRange(startOf: path),
      hint: "Rename it to 'people.yml'")
  }

  fileprivate static func textOutsideIssues(_ path: String) -> Self {
    Self(
      .warning, "text-misplaced", "A text in 'issues' that is in no folder of an issue is not read",
      at: SourceRange(startOf: path),
      hint: "Move it into the folder of its issue, or into 'articles' if it has none")
  }

  fileprivate static func textTooDeep(_ path: String, folder: String) -> Self {
    Self(
      .warning, "text-misplaced", "A text in a folder within '\(folder)' is not read",
      at: SourceRange(startOf: path), hint: "Move it into '\(folder)' itself")
  }

  fileprivate static func capitals(_ path: String, wanted: String) -> Self {
    let (name, guess) = (path.withoutPrefix(path.folder), wanted.withoutPrefix(wanted.folder))
    return Self(
      .warning, "file-capitals",
      "'\(name)' belongs to no article" + didYouMean(String(guess)),
      at: SourceRange(startOf: path), hint: "Rename it to '\(guess)'")
  }

  fileprivate static func folderUnread(_ folder: String, guess: String, at path: String) -> Self {
    Self(
      .warning, "folder-unread", "Folder '\(folder)' is not read" + didYouMean(guess),
      at: SourceRange(startOf: path), hint: "Rename it to '\(guess)'")
  }
}

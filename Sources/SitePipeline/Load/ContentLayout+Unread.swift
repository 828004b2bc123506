import JournalModel
import Reporting

// Files that are meant for the journal and stand where, or are called so that, nothing reads them.

extension ContentLayout {
  private static let folders = ["announcements", "articles", "issues", "notices", "pages"]

  func reportUnread(_ tree: SourceTree, _ report: inout Report) {
    if let file = tree.file(prefix + "people.yaml") { report.add(.peopleEnding(file.path)) }
    for file in tree.files(under: prefix + "issues/") where file.path.isText {
      if !isDeeper(file.path, than: "issues/") { report.add(.textOutsideIssues(file.path)) }
    }
    for folder in ["announcements/", "pages/"] {
      for file in tree.files(under: prefix + folder) where file.path.isText {
        if isDeeper(file.path, than: folder) {
          report.add(.textTooDeep(file.path, folder: folder))
        }
      }
    }
    let others = ["locales", "styles"].map { prefix + $0 }
    for folder in Self.folders.map({ prefix + $0 }) + others + ["Templates"]
    where tree.file(folder) != nil {
      report.add(.fileForFolder(folder))
    }
    reportFolders(tree, &report)
    reportCapitals(tree, &report)
  }

  /// Whether a file below a folder of the content stands in another folder there.
  private func isDeeper(_ path: String, than folder: String) -> Bool {
    path.utf8.dropFirst(prefix.utf8.count + folder.utf8.count).contains(UInt8(ascii: "/"))
  }

  /// Folders with texts whose names are almost those of folders that are read.
  private func reportFolders(_ tree: SourceTree, _ report: inout Report) {
    var rest = tree.files(under: prefix)
    while let file = rest.first {
      let name = file.path.withoutPrefix(prefix).utf8.prefix { $0 != UInt8(ascii: "/") }
      let folder = String(Substring(name))
      let files = tree.files(under: prefix + folder + "/")
      rest = rest.dropFirst(max(files.count, 1))
      guard !Self.folders.contains(folder), let text = files.first(where: \.path.isText),
        let guess = closest(to: folder.lowercased(), among: Self.folders)
      else { continue }
      report.add(.folderUnread(folder, guess: guess, at: text.path))
    }
  }

  /// Texts to download and bibliographies that would be an article's if not for capital letters.
  private func reportCapitals(_ tree: SourceTree, _ report: inout Report) {
    var paths: [String] = []
    for folder in ["articles/", "issues/", "notices/"] {
      for file in tree.files(under: prefix + folder) where file.path.hasCapitalInName {
        paths.append(file.path)
      }
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
}

extension String {
  /// Whether a file is a text that is read, by its ending.
  fileprivate var isText: Bool { utf8.suffix(3).elementsEqual(".md".utf8) }

  /// Whether the last component of a path has a capital letter of ASCII.
  fileprivate var hasCapitalInName: Bool {
    for byte in utf8.reversed() {
      if byte == UInt8(ascii: "/") { return false }
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { return true }
    }
    return false
  }
}

extension Diagnostic {
  fileprivate static func peopleEnding(_ path: String) -> Self {
    Self(
      .warning, "people-ending", "'people.yaml' is not read", at: SourceRange(startOf: path),
      hint: "Rename it to 'people.yml'")
  }

  fileprivate static func fileForFolder(_ path: String) -> Self {
    Self(
      .warning, "file-for-folder", "'\(path)' is a file, not a folder, and is not read",
      at: SourceRange(startOf: path), hint: "Rename it, or put a folder in its place")
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

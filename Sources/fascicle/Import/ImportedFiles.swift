import Foundation
import Import

/// Files that an import puts into a journal: what is there already and differs is kept, unless the
/// editor says otherwise.
struct ImportedFiles {
  var files: [ContentFile]
  /// The folder of the content.
  var folder: URL
  var overwrites: Bool

  /// Writes all, or nothing when a file of the journal would be lost; says what was done.
  func write() -> CommandResult {
    var added: [ContentFile] = []
    var changed: [ContentFile] = []
    for file in files {
      guard let present = try? Data(contentsOf: url(of: file)) else {
        added.append(file)
        continue
      }
      if Array(present) != file.bytes { changed.append(file) }
    }
    guard changed.isEmpty || overwrites else { return conflict(changed) }
    do {
      for file in added + changed {
        try FileManager.default.createDirectory(
          at: url(of: file).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url(of: file))
      }
    } catch {
      return CommandResult(
        errors: "The files cannot be written: \(error.localizedDescription)\n", code: .findings)
    }
    let same = files.count - added.count - changed.count
    return CommandResult(
      output: "\(added.count) files added, \(changed.count) changed, \(same) as they were\n")
  }

  private func conflict(_ changed: [ContentFile]) -> CommandResult {
    let list = changed.prefix(20).map { "  \($0.path)\n" }.joined()
    let rest = changed.count > 20 ? "  … and \(changed.count - 20) more\n" : ""
    return CommandResult(
      errors: """
        Nothing was imported: these files are there already and differ.
        \(list)\(rest)Add --overwrite to replace them.

        """, code: .findings)
  }

  private func url(of file: ContentFile) -> URL {
    folder.appending(path: file.path)
  }
}

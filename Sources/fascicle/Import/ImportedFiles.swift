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
      switch PlacedFiles.type(of: url(of: file)) {
      case nil: added.append(file)
      case .typeRegular:
        let present = try? Data(contentsOf: url(of: file))
        if present.map(Array.init) != file.bytes { changed.append(file) }
      case .typeSymbolicLink: changed.append(file)
      default:
        return CommandResult(
          errors: """
            Nothing was imported: \(file.path) is no file but a folder or a device.
            Move it away, and the import can be made.

            """, code: .findings)
      }
    }
    guard changed.isEmpty || overwrites else { return conflict(changed) }
    do {
      try PlacedFiles(
        files: (added + changed).map { file in (file.path, { file.bytes }) }, folder: folder
      ).place()
    } catch {
      return .unwritten(error)
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

import ArgumentParser
import Foundation

/// Files that a command is about to create; none that is there already is touched.
struct NewFiles {
  /// Path below the folder, and text.
  var files: [(path: String, text: String)]
  var folder: String

  /// Writes the files, or nothing when one of them is there already.
  func write(then advice: String) throws -> CommandResult {
    let urls = files.map { URL(filePath: folder).appending(path: $0.path) }
    for (file, url) in zip(files, urls) where PlacedFiles.isThere(url) {
      return CommandResult(
        errors: "\(shown(file.path)) is there already: choose another name, or move it away.\n",
        code: .findings)
    }
    do {
      try PlacedFiles(
        files: files.map { file in (file.path, { Array(file.text.utf8) }) },
        folder: URL(filePath: folder)
      ).place()
    } catch {
      return .unwritten(error)
    }
    let list = files.map { "  \(shown($0.path))\n" }.joined()
    return CommandResult(output: "Created:\n\(list)\(advice)\n")
  }

  private func shown(_ path: String) -> String {
    folder == "." ? path : "\(folder)/\(path)"
  }
}

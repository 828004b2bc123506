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

/// A text as a YAML scalar that means exactly this text.
func yaml(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
      let hex = String(scalar.value, radix: 16)
      result += "\\x" + String(repeating: "0", count: 2 - hex.count) + hex
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// A name for files and addresses made from a title: Latin letters, digits, hyphens, at most 60.
func slug(for title: String) -> String {
  let latin = title.applyingTransform(.toLatin, reverse: false) ?? title
  let plain = latin.applyingTransform(.stripDiacritics, reverse: false) ?? latin
  let words = plain.lowercased().filter { $0 != "'" && $0 != "’" }.split {
    !$0.isASCII || !($0.isLetter || $0.isNumber)
  }
  var slug = ""
  for word in words {
    guard slug.utf8.count + word.utf8.count < 60 else { break }
    slug += (slug.isEmpty ? "" : "-") + word
  }
  return slug
}

import Foundation

/// The folder of the content below a journal's folder: `Content`, or the folder itself.
struct ContentFolder {
  /// As a prefix of paths: `Content/` or nothing.
  let prefix: String

  /// Nil when there is no journal in the folder.
  init?(in folder: String) {
    let url = URL(filePath: folder)
    guard
      let found = ["Content/", ""].first(where: {
        FileManager.default.fileExists(atPath: url.appending(path: $0 + "journal.yml").path)
      })
    else { return nil }
    prefix = found
  }

  /// Whether the issue's folder and its `issue.yml` are there.
  func hasIssue(_ issue: String, in folder: String) -> Bool {
    // Other names may lead out of the journal.
    guard let first = issue.first, first != ".", !issue.contains("/") else { return false }
    let file = URL(filePath: folder).appending(path: "\(prefix)issues/\(issue)/issue.yml")
    return FileManager.default.fileExists(atPath: file.path)
  }

  /// Why nothing can be put into an issue: the folder holds no journal, or the journal no such
  /// issue.
  static func refusal(ofIssue issue: String, in folder: String) -> CommandResult? {
    guard let content = ContentFolder(in: folder) else { return missing(in: folder) }
    return content.hasIssue(issue, in: folder) ? nil : .missingIssue(issue, in: folder)
  }

  static func missing(in folder: String) -> CommandResult {
    CommandResult(
      errors: """
        There is no journal in \(folder == "." ? "this folder" : folder): no journal.yml and no \
        Content/journal.yml.
        Go to the journal's folder, name it with --source, or begin one with 'fascicle new journal'.

        """, code: .findings)
  }
}

extension CommandResult {
  static func missingIssue(_ issue: String, in folder: String) -> CommandResult {
    let option = folder == "." ? "" : " --source \(folder.shellWord)"
    return CommandResult(
      errors: "There is no issue '\(issue)'. Begin it with: fascicle new issue "
        + "\(issue.shellWord)\(option)\n",
      code: .findings)
  }
}

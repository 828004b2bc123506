/// What a journal holds already, so that another import neither takes a name twice nor gives the
/// same article a second one.
package struct PresentContent: Sendable {
  private struct Entry {
    var folder: String
    var formerID: String?
  }

  private var articles: [String: Entry] = [:]
  private var issues: [String: Entry] = [:]

  package init() {}

  /// - Parameter files: the text of each `issue.yml` and each article below `issues/`, by its path
  ///   in the content folder.
  package init(files: [(path: String, text: String)]) {
    for file in files {
      let parts = file.path.split(separator: "/").map(String.init)
      guard parts.count >= 3, parts[0] == "issues" else { continue }
      let entry = Entry(folder: parts[1], formerID: Self.formerID(in: file.text))
      if parts[2] == "issue.yml" {
        issues[parts[1]] = entry
      } else if let name = parts[2].split(separator: ".").first {
        articles[String(name)] = entry
      }
    }
  }

  /// The names of articles that are not this one.
  func articleNames(besides formerID: String?, in folder: String) -> Set<String> {
    Set(articles.filter { !Self.isSame($1, formerID, folder) }.keys)
  }

  /// The name under which the article stands here.
  func articleName(of formerID: String?) -> String? {
    formerID.flatMap { id in articles.first { $1.formerID == id }?.key }
  }

  func issueNames(besides formerID: String?) -> Set<String> {
    Set(issues.filter { formerID == nil ? $1.formerID != nil : $1.formerID != formerID }.keys)
  }

  private static func isSame(_ entry: Entry, _ formerID: String?, _ folder: String) -> Bool {
    formerID == nil || entry.formerID == nil
      ? entry.folder == folder : entry.formerID == formerID
  }

  /// `ojs-id: "17"` of the field `legacy`.
  private static func formerID(in text: String) -> String? {
    for line in text.split(separator: "\n") where line.hasPrefix("  ojs-id:") {
      return String(line.dropFirst(9)).trimmed.filter { $0 != "\"" }.nilWhenEmpty
    }
    return nil
  }
}

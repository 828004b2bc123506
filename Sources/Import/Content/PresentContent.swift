/// What a journal holds already, so that another import neither takes a name twice nor gives the
/// same article a second one.
package struct PresentContent: Sendable {
  private struct Entry {
    var folder: String
    var formerID: String?
  }

  private var articles: [String: Entry] = [:]
  private var namesByFormerID: [String: String] = [:]
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
        if let id = entry.formerID { namesByFormerID[id] = String(name) }
      }
    }
  }

  /// Whether an article that is not this one has the name.
  func hasArticle(_ name: String, besides formerID: String?, in folder: String) -> Bool {
    articles[name].map { !Self.isSame($0, formerID, folder) } ?? false
  }

  /// The name under which the article stands here.
  func articleName(of formerID: String?) -> String? {
    formerID.flatMap { namesByFormerID[$0] }
  }

  /// Whether an issue that is not this one has the name.
  func hasIssue(_ name: String, besides formerID: String?) -> Bool {
    issues[name].map { formerID == nil ? $0.formerID != nil : $0.formerID != formerID } ?? false
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

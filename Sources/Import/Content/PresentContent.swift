import JournalModel

/// What a journal holds already, so that another import neither takes a name twice nor gives the
/// same article a second one, and finds the articles that a notice is about.
package struct PresentContent: Sendable {
  private struct Entry {
    var folder: String
    var formerID: String?
  }

  private var articles: [String: Entry] = [:]
  private var namesByFormerID: [String: String] = [:]
  private var issues: [String: Entry] = [:]
  /// The last parts of the addresses of all articles, and by their DOIs.
  private var slugs: Set<String> = []
  private var slugsByDOI: [String: String] = [:]

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
        let facts = Self.facts(in: file.text)
        let slug = facts["slug"] ?? String(name)
        slugs.insert(slug)
        if let doi = facts["doi"].flatMap({ DOI($0) }) { slugsByDOI[doi.text.lowercased()] = slug }
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

  /// The last part of the address of the article that has the DOI.
  func slug(of doi: DOI) -> String? { slugsByDOI[doi.text.lowercased()] }

  /// Whether an article has this as the last part of its address.
  func hasArticle(at slug: String) -> Bool { slugs.contains(slug) }

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

  /// `doi` and `slug` of the front matter.
  private static func facts(in text: String) -> [String: String] {
    var facts: [String: String] = [:]
    let front = text.split(whereSeparator: \.isNewline).dropFirst().prefix { $0 != "---" }
    for line in front {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = line[..<colon].lowercased()
      guard key == "doi" || key == "slug" else { continue }
      let value = line[line.index(after: colon)...].split(whereSeparator: \.isWhitespace).first
      facts[key] = value?.filter { !"\"'".contains($0) }
    }
    return facts
  }
}

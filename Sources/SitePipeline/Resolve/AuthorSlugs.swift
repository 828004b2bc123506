import Bibliography
import JournalModel
import Reporting

/// Gives every contributor the path segment of their page; the same person has the same one.
///
/// The same person is who has the same ORCID or, where that does not contradict it, the same name.
/// A segment depends on the person's names alone (and on the ORCID where two persons share a
/// name), so that a new article does not move the page of an old author.
func assignSlugs(_ articles: inout [Article], _ issues: inout [Issue], _ journal: inout Journal) {
  var directory = PersonDirectory()
  for article in articles { directory.add(article.contributors) }
  for issue in issues { directory.add(issue.editors) }
  directory.add(journal.people.map(\.person))
  let slugs = directory.slugs()
  for index in articles.indices {
    var contributors = articles[index].contributors
    for place in contributors.indices { contributors[place].slug = slugs(contributors[place]) }
    articles[index].facts.contributors = contributors
  }
  for index in issues.indices {
    for place in issues[index].editors.indices {
      issues[index].editors[place].slug = slugs(issues[index].editors[place])
    }
  }
  var people = journal.people
  for index in people.indices { people[index].person.slug = slugs(people[index].person) }
  journal.facts.people = people
}

/// The persons of a journal by name and ORCID, while they are collected.
private struct PersonDirectory {
  /// What goes with a name.
  private struct Entry {
    /// As it was last written.
    var name: PersonName
    var orcids: Set<ORCID> = []
    var isBody = false
  }

  private var entries: [String: Entry] = [:]
  /// The names that go with an ORCID.
  private var names: [ORCID: Set<String>] = [:]

  mutating func add(_ contributors: [Contributor]) {
    for contributor in contributors { add(contributor) }
  }

  private mutating func add(_ contributor: Contributor) {
    let key = contributor.name.key
    add(contributor, to: &entries[key, default: Entry(name: contributor.name)])
    if let orcid = contributor.orcid { names[orcid, default: []].insert(key) }
  }

  private func add(_ contributor: Contributor, to entry: inout Entry) {
    entry.name = contributor.name
    if contributor.isOrganization { entry.isBody = true }
    if let orcid = contributor.orcid { entry.orcids.insert(orcid) }
  }

  /// The segment for a contributor who is in the directory.
  func slugs() -> (Contributor) -> String {
    var owners: [String: String] = [:]
    var slugByName: [String: String] = [:]
    for key in entries.keys.sorted(by: { $0.precedes($1) }) {
      let main = mainName(of: key)
      let base = slug(of: main)
      if owners[base] == nil { owners[base] = main }
      // Another name with the same letters, such as one without its accents.
      slugByName[key] = owners[base] == main ? base : "\(base)-\(main.fingerprint.suffix(4))"
    }
    // The ORCIDs of those who share a name.
    let namesakes = Set(
      names.lazy.filter { $0.value.contains { (entries[$0]?.orcids.count ?? 0) > 1 } }.map(\.key))
    return { contributor in
      let key = contributor.name.key
      let base = slugByName[key] ?? self.slug(of: key)
      guard let orcid = contributor.orcid, namesakes.contains(orcid) else { return base }
      return "\(base)-\(orcid.text.suffix(4).lowercased())"
    }
  }

  /// The longest of the names that one ORCID ties together.
  private func mainName(of key: String) -> String {
    guard let own = entries[key]?.orcids, own.count == 1, let orcid = own.first,
      let all = names[orcid]
    else { return key }
    return all.max { a, b in
      a.utf8.count != b.utf8.count
        ? a.utf8.count < b.utf8.count : b.precedes(a)
    } ?? key
  }

  private func slug(of key: String) -> String {
    guard let entry = entries[key] else { return "author-\(key.fingerprint)" }
    let words = entry.name.words(isBody: entry.isBody)
    return words.joined(separator: " ").asciiSlug?.limitedSlug ?? "author-\(key.fingerprint)"
  }
}

extension PersonName {
  /// What two spellings of one name have in common: its words in reading order, in lower case.
  fileprivate var key: String {
    let name =
      literal.isEmpty
      ? [given, droppingParticle, nonDroppingParticle, family, suffix].inWords : literal
    return name.lowercased()
  }

  /// Its words with the family name first; of an undivided name in Latin letters the last word.
  fileprivate func words(isBody: Bool) -> [String] {
    guard literal.isEmpty else {
      let words = literal.split(separator: " ").map(String.init)
      guard !isBody, words.count > 1, let last = words.last else { return words }
      return [last] + words.dropLast()
    }
    return [nonDroppingParticle, family, given, droppingParticle, suffix].filter { !$0.isEmpty }
  }
}

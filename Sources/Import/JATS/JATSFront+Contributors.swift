import JournalModel
import Reporting

// Who has written an article, and where they work.

extension JATSFront {
  func authors(report: inout Report) -> YAMLValue? {
    var people: [(contrib: MarkupElement, group: MarkupElement, roles: [String])] = []
    // Who has edited and translated an article stands in it twice, once for each.
    var places: [String: Int] = [:]
    for group in metadata.elements(named: "contrib-group") {
      for contrib in group.elements(named: "contrib") {
        let role = Self.role(of: contrib)
        guard Self.roles.contains(role) else {
          report.add(.jatsContributorLeftOut(contrib))
          continue
        }
        let person = contrib.text.foldingSpace
        if let place = places[person], !people[place].roles.contains(role) {
          people[place].roles.append(role)
        } else {
          places[person] = people.count
          people.append((contrib, group, [role]))
        }
      }
    }
    guard !people.isEmpty else { return nil }
    // Once for all of them.
    var named: Set<String> = []
    for part in people.flatMap({ Self.unplaced(in: $0.contrib) })
    where named.insert(part.name).inserted {
      report.add(.jatsFieldLeftOut(part))
    }
    return .list(
      people.map { author($0.contrib, in: $0.group, as: $0.roles, report: &report) })
  }

  /// What is said of a contributor and read nowhere.
  private static func unplaced(in contrib: MarkupElement) -> [MarkupElement] {
    let names = contrib.elements + (contrib.first("name-alternatives")?.elements ?? [])
    let parts = names.filter { $0.first("surname") != nil }.flatMap(\.elements).filter {
      !["surname", "given-names", "suffix"].contains($0.name)
    }
    return (parts + contrib.elements.filter { !read.contains($0.name) }).filter {
      !$0.text.foldingSpace.isEmpty
    }
  }

  private static let read: Set = [
    "address", "aff", "bio", "collab", "contrib-id", "email", "fn", "name", "name-alternatives",
    "role", "string-name", "xref",
  ]

  private static let roles: Set = ["author", "editor", "translator"]

  private static func role(of contrib: MarkupElement) -> String {
    contrib.attribute("contrib-type") ?? "author"
  }

  private func author(
    _ contrib: MarkupElement, in group: MarkupElement, as kinds: [String], report: inout Report
  ) -> YAMLValue {
    var pairs: [YAMLValue.Pair] = []
    func add(_ key: String, _ text: String?) {
      if let text { pairs.append(.init(key, .text(text))) }
    }
    let names = names(of: contrib)
    if let name = names.own {
      pairs += Self.parts(of: name)
    } else if let body = contrib.first("collab") {
      add("organization", body.ownText.nilWhenEmpty ?? body.content)
    }
    let others = names.others.map { name in
      YAMLValue.Pair(name.language, .map(Self.parts(of: name.element)))
    }
    if !others.isEmpty { pairs.append(.init("alternate-names", .map(others))) }
    let orcid = contrib.elements(named: "contrib-id").first {
      $0.attribute("contrib-id-type") == "orcid"
    }
    if let orcid,
      let value = checkedORCID(orcid.content, at: orcid.range, report: &report)
    {
      pairs.append(.init("orcid", value))
    }
    let references = contrib.elements(named: "xref").filter { $0.attribute("ref-type") == "aff" }
    let keys = references.flatMap { ($0.attribute("rid") ?? "").split(separator: " ") }
    let own = contrib.elements(named: "aff")
    // Where nobody refers to an affiliation, it is that of all.
    let shared = (group.elements(named: "aff") + metadata.elements(named: "aff"))
      .filter { $0.attribute("id") == nil }
    let inside = (own.isEmpty && keys.isEmpty ? shared : own)
      .map { YAMLValue.map(affiliation($0)) }
    if !keys.isEmpty || !inside.isEmpty {
      pairs.append(.init("affiliations", .list(keys.map { .text(String($0)) } + inside)))
    }
    if contrib.attribute("corresp") == "yes"
      || contrib.elements(named: "xref").contains(where: { $0.attribute("ref-type") == "corresp" })
    {
      add("corresponding", "yes")
    }
    add("email", email(of: contrib))
    let roles =
      (kinds == ["author"] ? [] : kinds)
      + contrib.elements(named: "role").compactMap { $0.content?.foldingSpace }
    if !roles.isEmpty { pairs.append(.init("roles", .list(roles.map(YAMLValue.text)))) }
    add("biography", contrib.first("bio").flatMap { Self.abstract($0).nilWhenEmpty })
    return .map(pairs)
  }

  /// Beside the name, or in the note for correspondence that the name refers to.
  private func email(of contrib: MarkupElement) -> String? {
    let keys = contrib.elements(named: "xref").filter { $0.attribute("ref-type") == "corresp" }
      .flatMap { ($0.attribute("rid") ?? "").split(separator: " ").map(String.init) }
    let notes = metadata.elements(named: "author-notes").flatMap { $0.elements(named: "corresp") }
      .filter { $0.attribute("id").map(keys.contains) ?? false }
    return ([contrib] + notes).lazy.flatMap { $0.descendants(named: "email") }
      .compactMap(\.content).first
  }

  /// The name in the article's language or in none that is named, and one in each other.
  private func names(of contrib: MarkupElement)
    -> (own: MarkupElement?, others: [(language: String, element: MarkupElement)])
  {
    let all = (contrib.first("name-alternatives") ?? contrib).elements.filter {
      $0.name == "name" || $0.name == "string-name"
    }
    let inLanguage = all.filter { ($0.language ?? language) == language }
    let candidates = inLanguage.isEmpty ? all : inLanguage
    let own = candidates.first { $0.name == "name" } ?? candidates.first
    var others: [(language: String, element: MarkupElement)] = []
    for name in all where name.range != own?.range {
      guard let other = name.language, other != language,
        !others.contains(where: { $0.language == other })
      else { continue }
      others.append((other, name))
    }
    return (own, others)
  }

  /// The parts of a name; of one that has none the whole.
  private static func parts(of name: MarkupElement) -> [YAMLValue.Pair] {
    let family = name.first("surname")?.content
    let parts =
      family == nil
      ? [("literal", name.content)]
      : [
        ("given", name.first("given-names")?.content), ("family", family),
        ("suffix", name.first("suffix")?.content),
      ]
    return parts.compactMap { key, text in text.map { .init(key, .text($0)) } }
  }

  /// Those that authors name by key.
  var affiliations: [YAMLValue] {
    let groups = metadata.elements(named: "contrib-group")
    let all = metadata.elements(named: "aff") + groups.flatMap { $0.elements(named: "aff") }
    return all.compactMap { element in
      element.attribute("id").map { .map([.init("id", .text($0))] + affiliation(element)) }
    }
  }

  private func affiliation(_ element: MarkupElement) -> [YAMLValue.Pair] {
    var pairs: [YAMLValue.Pair] = []
    let wraps = element.elements(named: "institution-wrap")
    let all =
      wraps.flatMap { $0.elements(named: "institution") } + element.elements(named: "institution")
    let divisions: Set = ["orgdiv1", "dept"]
    let institutions = all.filter { !divisions.contains($0.attribute("content-type") ?? "") }
    let name =
      institutions.first { $0.attribute("content-type") != "original" } ?? institutions.first
    let words = name?.content ?? element.textWithoutLabel
    pairs.append(.init("name", .text(words.nilWhenEmpty ?? "Unnamed affiliation")))
    // A division of what has no name is in the words already.
    let division =
      name == nil ? nil : all.first { divisions.contains($0.attribute("content-type") ?? "") }
    let ror = wraps.flatMap { $0.elements(named: "institution-id") }
      .first { $0.attribute("institution-id-type")?.lowercased() == "ror" }?.content
    for (key, value) in [
      ("department", division?.content),
      ("city", (element.first("city") ?? element.first("addr-line")?.first("city"))?.content),
      ("country", element.first("country")?.content), ("ror", ror),
    ] {
      if let value { pairs.append(.init(key, .text(value))) }
    }
    return pairs
  }
}

extension MarkupElement {
  /// The text between the child elements.
  fileprivate var ownText: String {
    children.map { if case .text(let text) = $0 { text } else { "" } }.joined().foldingSpace
  }

  fileprivate var textWithoutLabel: String {
    children.map { child in
      switch child {
      case .text(let text): text
      case .element(let element): element.name == "label" ? "" : element.text
      }
    }.joined().foldingSpace
  }
}

extension Diagnostic {
  fileprivate static func jatsContributorLeftOut(_ contrib: MarkupElement) -> Diagnostic {
    Diagnostic(
      .warning, "jats-contributor-left-out",
      "Contributor of the type '\(contrib.attribute("contrib-type") ?? "")' is left out",
      at: contrib.range, hint: "Add them to the imported article by hand, if readers should know")
  }
}

import JournalModel
import Reporting

/// The contributors of an article with their affiliations looked up.
func resolveContributors(_ article: LoadedArticle, _ report: inout Report) -> [Contributor] {
  var used: Set<Int> = []
  let found = report.diagnostics.count
  var contributors = article.contributors.map { loaded in
    Contributor(
      name: loaded.name.value, alternateNames: loaded.alternateNames,
      isOrganization: loaded.isOrganization,
      affiliations: loaded.affiliations.flatMap { mention in
        affiliations(of: mention, in: article, used: &used, &report)
      },
      orcid: loaded.orcid, roles: loaded.roles, isCorresponding: loaded.isCorresponding,
      email: loaded.email, biography: loaded.biography, slug: "")
  }
  reportRepeated(article.contributors, &report)
  // A list without keys belongs to the only author, or to those who name none of their own.
  let unkeyed = article.affiliations.filter { $0.key == nil }.map(\.affiliation)
  if !unkeyed.isEmpty {
    for index in contributors.indices where contributors[index].affiliations.isEmpty {
      contributors[index].affiliations = unkeyed
    }
  }
  // A key that leads nowhere was meant for one of those that seem unused.
  guard report.diagnostics.count == found else { return contributors }
  for (index, affiliation) in article.affiliations.enumerated() where !used.contains(index) {
    if let key = affiliation.key { report.add(.affiliationUnused(key)) }
  }
  return contributors
}

/// Reports a person who is named twice, and an ORCID that two persons have.
private func reportRepeated(_ contributors: [LoadedContributor], _ report: inout Report) {
  for (index, contributor) in contributors.enumerated() {
    let earlier = contributors[..<index]
    if let first = earlier.first(where: { $0.name.value == contributor.name.value }) {
      if contributor.orcid == nil || contributor.orcid == first.orcid {
        report.add(.contributorTwice(contributor, first: first))
      }
    } else if let orcid = contributor.orcid,
      let first = earlier.first(where: { $0.orcid == orcid })
    {
      report.add(.orcidShared(orcid, contributor, first: first))
    }
  }
}

/// The people with a role in the journal, in the order of `people.yml`.
func resolveBoard(_ people: [LoadedPerson], language: LanguageTag) -> [Journal.BoardMember] {
  people.compactMap { person in
    person.role.map { role in
      Journal.BoardMember(
        person: person.person.asEditor(in: language), role: role, from: person.from,
        until: person.until)
    }
  }
}

extension LoadedArticle {
  /// The article with authors that are named by a key of `people.yml` written out.
  func lookingUpAuthors(in people: [LoadedPerson], language: LanguageTag) -> LoadedArticle {
    guard people.contains(where: { $0.key != nil }) else { return self }
    var article = self
    for (index, contributor) in contributors.enumerated() {
      guard let key = contributor.key,
        var person = people.first(where: { $0.key == key })?.person
          .writingOutAffiliations(in: language)
      else { continue }
      person.roles = contributor.roles
      person.isCorresponding = contributor.isCorresponding
      if !contributor.affiliations.isEmpty { person.affiliations = contributor.affiliations }
      article.contributors[index] = person
    }
    return article
  }
}

/// The affiliations that a mention means: one, or several as in `1, 2`.
private func affiliations(
  of mention: LoadedContributor.Mention, in article: LoadedArticle, used: inout Set<Int>,
  _ report: inout Report
) -> [Affiliation] {
  switch mention {
  case .written(let loaded):
    if let key = loaded.key?.value {
      used.formUnion(
        article.affiliations.indices.filter { article.affiliations[$0].key?.value == key })
    }
    return [loaded.affiliation]
  case .key(let text, let words):
    if let index = article.affiliations.firstIndex(where: { $0.key?.value == text.value }) {
      used.insert(index)
      return [article.affiliations[index].affiliation]
    }
    let keys = text.value.affiliationKeys
    let indices = keys.map { key in
      article.affiliations.firstIndex { $0.key?.value == key }
    }
    if indices.contains(where: { $0 != nil }) || keys.count > 1 && text.value.isListOfNumbers {
      for (key, index) in zip(keys, indices) where index == nil {
        report.add(.affiliationUnknown(key, text, among: article.affiliations))
      }
      used.formUnion(indices.compactMap(\.self))
      return indices.compactMap { $0.map { article.affiliations[$0].affiliation } }
    }
    // Without a list of keyed affiliations the text is the affiliation itself.
    guard !article.affiliations.contains(where: { $0.key != nil }), !text.value.isListOfNumbers
    else {
      report.add(.affiliationUnknown(text.value, text, among: article.affiliations))
      return []
    }
    return [Affiliation(name: Localized(words, in: article.language))]
  }
}

extension String {
  /// The keys in `1, 2`, `1 and 2` and `1*`: a mark beside a key or alone is none.
  fileprivate var affiliationKeys: [String] {
    split { ",;& *†‡§¶".contains($0) }.map(String.init).filter { $0 != "and" }
  }

  fileprivate var isListOfNumbers: Bool {
    utf8.allSatisfy { (0x30...0x39).contains($0) || ", ;&".utf8.contains($0) }
  }
}

extension Diagnostic {
  fileprivate static func contributorTwice(
    _ contributor: LoadedContributor, first: LoadedContributor
  ) -> Self {
    Self(
      .warning, "contributor-twice", "Contributor is named twice", at: contributor.name.range,
      notes: [Note("First named here", at: first.name.range)],
      hint: "Remove one of the two, and give all 'roles' to the other")
  }

  fileprivate static func orcidShared(
    _ orcid: ORCID, _ contributor: LoadedContributor, first: LoadedContributor
  ) -> Self {
    Self(
      .warning, "orcid-shared", "ORCID '\(orcid.text)' is given to two contributors",
      at: contributor.name.range, notes: [Note("The first is here", at: first.name.range)],
      hint: "Correct one of the two")
  }

  fileprivate static func affiliationUnknown(
    _ key: String, _ text: Located<String>, among known: [LoadedAffiliation]
  ) -> Self {
    Self(
      .error, "affiliation-unknown",
      "Article has no affiliation '\(key)'"
        + didYouMean(closest(to: key, among: known.compactMap(\.key?.value))),
      at: text.range, hint: "Add an affiliation with 'id: \(key)' to the article's 'affiliations'")
  }

  fileprivate static func affiliationUnused(_ key: Located<String>) -> Self {
    Self(
      .warning, "affiliation-unused", "No author has the affiliation '\(key.value)'",
      at: key.range, hint: "Add '\(key.value)' to the 'affiliations' of an author, or remove it")
  }
}

import Bibliography
import JournalModel

extension ArticleRecord {
  /// `contrib-group`s by role, with the affiliations that their members share, and `author-notes`.
  func writeContributors(to xml: inout XMLWriter) {
    var affiliations: [Affiliation] = []
    for affiliation in article.contributors.flatMap(\.affiliations)
    where !affiliations.contains(affiliation) {
      affiliations.append(affiliation)
    }
    let groups: [(String, [Contributor])] = [
      ("author", authors), ("editor", others(.editor)), ("translator", others(.translator)),
    ]
    for (type, contributors) in groups {
      xml.element("contrib-group") { xml in
        for contributor in contributors {
          xml.jatsContributor(contributor, type: type, affiliations, of: article)
        }
      }
    }
    for (index, affiliation) in affiliations.enumerated() {
      xml.jatsAffiliation(affiliation, id: "aff\(index + 1)", in: language)
    }
    xml.element("author-notes") { xml in
      for (index, author) in article.contributors.enumerated() {
        guard author.isCorresponding, let email = author.email else { continue }
        xml.mixed("corresp", [("id", "cor\(index + 1)")]) { $0.element("email", [], email) }
      }
      for statement in text.statements where statement.subject == .interests {
        xml.element("fn", [("fn-type", "coi-statement")]) { xml in
          JATSBody(ArticleText(mathML: text.mathML), resolve: { _ in nil }).writeParagraphs(
            statement.blocks, to: &xml)
        }
      }
    }
  }

  private func others(_ role: Contributor.Role) -> [Contributor] {
    article.contributors.filter { $0.roles.contains(role) && !$0.roles.contains(.author) }
  }
}

extension XMLWriter {
  fileprivate mutating func jatsContributor(
    _ contributor: Contributor, type: String, _ affiliations: [Affiliation], of article: Article
  ) {
    element(
      "contrib",
      [("contrib-type", type), ("corresp", contributor.isCorresponding ? "yes" : nil)]
    ) { xml in
      xml.element("contrib-id", [("contrib-id-type", "orcid")], contributor.orcid?.url)
      if contributor.isOrganization {
        xml.element("collab", [], contributor.name.spoken)
      } else if contributor.alternateNames.isEmpty {
        xml.jatsName(contributor.name)
      } else {
        xml.element("name-alternatives") { xml in
          xml.jatsName(contributor.name)
          for other in contributor.alternateNames {
            xml.jatsName(other.value, in: other.language)
          }
        }
      }
      for role in contributor.roles {
        if case .other(let name) = role { xml.jatsRole(name) }
      }
      for affiliation in contributor.affiliations {
        guard let index = affiliations.firstIndex(of: affiliation) else { continue }
        xml.empty("xref", [("ref-type", "aff"), ("rid", "aff\(index + 1)")])
      }
      if contributor.isCorresponding, contributor.email != nil,
        let index = article.contributors.firstIndex(of: contributor)
      {
        xml.empty("xref", [("ref-type", "corresp"), ("rid", "cor\(index + 1)")])
      }
    }
  }

  /// A name in its parts; one that has none as it is said.
  mutating func jatsName(_ name: PersonName, in language: LanguageTag? = nil) {
    guard name.literal.isEmpty, !name.family.isEmpty else {
      element("string-name", [("xml:lang", language?.text)], name.spoken)
      return
    }
    let element = begin(
      "name",
      [
        ("name-style", name.hasFamilyFirst ? "eastern" : "western"),
        ("xml:lang", language?.text),
      ])
    self.element("surname", [], name.surname)
    self.element("given-names", [], name.forename)
    self.element("suffix", [], name.suffix)
    end(element)
  }

  fileprivate mutating func jatsAffiliation(
    _ affiliation: Affiliation, id: String, in language: LanguageTag
  ) {
    element("aff", [("id", id)]) { xml in
      xml.element("institution", [("content-type", "dept")], affiliation.department)
      if let ror = affiliation.ror {
        xml.element("institution-wrap") { xml in
          xml.element("institution", [], affiliation.name[language])
          xml.element("institution-id", [("institution-id-type", "ror")], ror.url)
        }
      } else {
        xml.element("institution", [], affiliation.name[language])
      }
      xml.element("city", [], affiliation.city)
      if let country = affiliation.country {
        let isCode =
          country.utf8.count == 2 && country.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        xml.element("country", [("country", isCode ? country : nil)], country)
      }
    }
  }

  /// A role; a term of CRediT with its place in that vocabulary.
  fileprivate mutating func jatsRole(_ name: String) {
    guard let term = CreditTerm(written: name) else {
      element("role", [], name)
      return
    }
    element(
      "role",
      [
        ("vocab", "credit"), ("vocab-identifier", "https://credit.niso.org/"),
        ("vocab-term", term.rawValue), ("vocab-term-identifier", term.url),
      ], term.rawValue)
  }
}

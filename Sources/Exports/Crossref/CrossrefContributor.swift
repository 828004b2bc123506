import Bibliography
import JournalModel

extension ArticleRecord {
  func writeCrossrefContributors(to xml: inout XMLWriter) {
    let roles: [(Contributor.Role, String)] = [
      (.author, "author"), (.editor, "editor"), (.translator, "translator"),
    ]
    xml.element("contributors") { xml in
      var isFirst = true
      for (role, name) in roles {
        for contributor in article.contributors
        where contributor.roles.contains(role)
          && (role == .author || !contributor.roles.contains(.author))
        {
          xml.crossrefContributor(
            contributor, role: name, sequence: isFirst ? "first" : "additional", in: language)
          isFirst = false
        }
      }
    }
  }
}

extension XMLWriter {
  fileprivate mutating func crossrefContributor(
    _ contributor: Contributor, role: String, sequence: String, in language: LanguageTag
  ) {
    let attributes: [Attribute] = [("sequence", sequence), ("contributor_role", role)]
    let surname = contributor.name.surname.inOneLine
    // A name of one part is a surname to Crossref, which refuses an empty one; what its pattern
    // for surnames does not allow can still be the name of an organization.
    guard !contributor.isOrganization, surname.isCrossrefName else {
      element("organization", attributes, contributor.name.spoken.inOneLine)
      return
    }
    element("person_name", attributes) { xml in
      let forename = contributor.name.forename?.inOneLine
      xml.element("given_name", [], forename.flatMap { $0.isCrossrefName ? $0 : nil })
      xml.element("surname", [], surname)
      let suffix = contributor.name.suffix
      xml.element("suffix", [], suffix.utf8.count <= 10 ? suffix : nil)
      xml.element("affiliations") { xml in
        for affiliation in contributor.affiliations {
          xml.crossrefInstitution(affiliation, in: language)
        }
      }
      xml.element("ORCID", [], contributor.orcid?.url)
    }
  }

  private mutating func crossrefInstitution(
    _ affiliation: Affiliation, in language: LanguageTag
  ) {
    element("institution") { xml in
      xml.element("institution_name", [], affiliation.name[language])
      xml.element("institution_id", [("type", "ror")], affiliation.ror?.url)
      let place = [affiliation.city, affiliation.country].compactMap(\.self)
      xml.element("institution_place", [], place.joined(separator: ", "))
      xml.element("institution_department", [], affiliation.department)
    }
  }
}

extension String {
  /// Whether Crossref's schema takes the text as a part of a name: 60 characters, no digit, no
  /// question mark.
  fileprivate var isCrossrefName: Bool {
    (1...60).contains(unicodeScalars.count)
      && !unicodeScalars.contains { scalar in
        scalar.isASCII
          ? scalar == "?" || ("0"..."9").contains(scalar)
          : scalar.properties.numericType == .decimal
      }
  }
}

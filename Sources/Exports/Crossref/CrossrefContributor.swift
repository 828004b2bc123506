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
    guard contributor.isPersonOfCrossref else {
      let name = contributor.name.spoken.inOneLine
      element("organization", attributes, name.within(.organization))
      return
    }
    element("person_name", attributes) { xml in
      let forename = contributor.name.forename?.inOneLine
      xml.element("given_name", [], forename.flatMap { $0.isCrossrefName ? $0 : nil })
      xml.element("surname", [], contributor.name.surname.inOneLine)
      xml.element("suffix", [], contributor.name.suffix.within(.suffix))
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
      xml.element("institution_name", [], affiliation.name[language].within(.institution))
      xml.element("institution_id", [("type", "ror")], affiliation.ror?.url)
      xml.element("institution_place", [], affiliation.crossrefPlace.within(.place))
      xml.element("institution_department", [], affiliation.department?.within(.department))
    }
  }
}

extension Contributor {
  /// Whether Crossref is told of a person.
  ///
  /// A name of one part is a surname to Crossref, which refuses an empty one; what its pattern for
  /// surnames does not allow can still be the name of an organization.
  fileprivate var isPersonOfCrossref: Bool {
    !isOrganization && name.surname.inOneLine.isCrossrefName
  }

  /// What Crossref is not told of a contributor, with the limit that stands against it.
  func leftOutOfCrossref(in language: LanguageTag) -> [(text: String, limit: CrossrefLimit)] {
    var texts: [(text: String, limit: CrossrefLimit)] = []
    if isPersonOfCrossref {
      texts.append((name.suffix, .suffix))
      for affiliation in affiliations {
        texts.append((affiliation.name[language], .institution))
        texts.append((affiliation.crossrefPlace, .place))
        texts.append((affiliation.department ?? "", .department))
      }
    } else {
      texts.append((name.spoken.inOneLine, .organization))
    }
    return texts.filter { !$0.text.isEmpty && !$0.text.isWithin($0.limit) }
  }
}

extension Affiliation {
  fileprivate var crossrefPlace: String {
    [city, country].compactMap(\.self).joined(separator: ", ")
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

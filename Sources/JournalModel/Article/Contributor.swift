package import Bibliography

/// A person or body with a role in an article, with every fact that other formats ask for.
package struct Contributor: Sendable, Hashable, Codable {
  /// What a contributor did; `author` is one role among others.
  package enum Role: Sendable, Hashable, Codable {
    case author, editor, translator
    /// Another role as the author wrote it, such as a term of CRediT.
    case other(String)
  }

  package var name: PersonName
  /// The name in other scripts or languages, such as an Urdu form of a name given in Latin letters.
  package var alternateNames: [Localized<PersonName>.Entry]
  /// Whether this is a body (a group author) and no person.
  package var isOrganization: Bool
  package var affiliations: [Affiliation]
  package var orcid: ORCID?
  package var roles: [Role]
  package var isCorresponding: Bool
  /// Only an address that the author allowed to be published (`publish_email`).
  package var email: String?
  package var biography: Localized<String>?
  /// The path segment of the author's page: `bajwa-mati-ur-rehman`.
  package var slug: String

  package init(
    name: PersonName, alternateNames: [Localized<PersonName>.Entry] = [],
    isOrganization: Bool = false, affiliations: [Affiliation] = [], orcid: ORCID? = nil,
    roles: [Role] = [.author], isCorresponding: Bool = false, email: String? = nil,
    biography: Localized<String>? = nil, slug: String
  ) {
    self.name = name
    self.alternateNames = alternateNames
    self.isOrganization = isOrganization
    self.affiliations = affiliations
    self.orcid = orcid
    self.roles = roles
    self.isCorresponding = isCorresponding
    self.email = email
    self.biography = biography
    self.slug = slug
  }
}

/// Where a contributor works.
package struct Affiliation: Sendable, Hashable, Codable {
  package var name: Localized<String>
  package var department: String?
  package var city: String?
  package var country: String?
  package var ror: ROR?

  package init(
    name: Localized<String>, department: String? = nil, city: String? = nil,
    country: String? = nil, ror: ROR? = nil
  ) {
    self.name = name
    self.department = department
    self.city = city
    self.country = country
    self.ror = ror
  }
}

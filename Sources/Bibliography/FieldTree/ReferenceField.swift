/// What a field of a reference in CSL-JSON holds.
enum ReferenceField: Sendable {
  case id, type
  case text(TextVariable)
  case names(NameVariable)
  case date(DateVariable)

  /// The fields by their names; citation managers write two of them in their own way.
  static let table = NameTable<ReferenceField>(
    [("id", .id), ("type", .type)]
      + TextVariable.allCases.map { ($0.name, .text($0)) }
      + NameVariable.allCases.map { ($0.name, .names($0)) }
      + DateVariable.allCases.map { ($0.name, .date($0)) }
      + [
        ("shortTitle", .text(.titleShort)), ("journalAbbreviation", .text(.containerTitleShort)),
      ])
}

/// What a field of a name in CSL-JSON holds.
enum NameField: Sendable {
  case family, given, droppingParticle, nonDroppingParticle, suffix, literal
  case hasCommaSuffix, isStaticallyOrdered, holdsParticles

  static let table = NameTable<NameField>([
    ("family", .family), ("given", .given), ("dropping-particle", .droppingParticle),
    ("non-dropping-particle", .nonDroppingParticle), ("suffix", .suffix), ("literal", .literal),
    ("name", .literal), ("comma-suffix", .hasCommaSuffix),
    ("static-ordering", .isStaticallyOrdered), ("parse-names", .holdsParticles),
  ])
}

import Bibliography
import JournalModel
import Reporting

/// A contributor as an article, an issue or `people.yml` names them: a mapping, or a plain name.
func readContributor(
  _ node: YAMLNode, language: LanguageTag, unknown: Severity, _ report: inout Report
) -> LoadedContributor? {
  guard case .mapping = node.content else {
    guard let name = node.text(named: "authors", &report) else { return nil }
    return LoadedContributor(name: name.map { PersonName(written: $0) }, key: name.value)
  }
  guard var fields = FieldReader(node, named: "authors", language: language, report: &report)
  else { return nil }
  let contributor = fields.contributor(&report)
  fields.finish(unknown: unknown, in: "a contributor", report: &report)
  return contributor
}

extension FieldReader {
  /// The fields of one contributor; nil after a report when there is no name.
  mutating func contributor(readsRoles: Bool = true, _ report: inout Report) -> LoadedContributor? {
    let name = personName(&report)
    var contributor = LoadedContributor(name: Located(name?.0 ?? PersonName(), at: range))
    contributor.isOrganization = name?.1 ?? false
    contributor.orcid = orcid("orcid", report: &report)
    contributor.isCorresponding =
      flag("corresponding", "corresponding-author", report: &report) ?? false
    let isPublic = flag("publish-email", report: &report) ?? false
    let email = email("email", report: &report)
    contributor.email = isPublic ? email : nil
    contributor.biography = localizedText("biography", "bio", report: &report)
    if readsRoles {
      let roles = texts("roles", "role", report: &report)
      if !roles.isEmpty { contributor.roles = roles.map { Contributor.Role(written: $0.value) } }
    }
    contributor.affiliations = mentions(&report)
    contributor.alternateNames = alternateNames(&report)
    ignore("equal-contrib", "equal-contributor", "deceased", "url", "website", "footnote")
    guard name != nil else {
      report.add(.contributorNameMissing(at: range))
      return nil
    }
    return contributor
  }

  /// The name in parts, or `name`, or `literal`; and whether it is a body's.
  private mutating func personName(_ report: inout Report) -> (PersonName, Bool)? {
    let family = namePart("family", "surname", "family-name", "last", report: &report)
    let given = namePart("given", "given-names", "given-name", "first", report: &report)
    let nonDropping = namePart(
      "particle", "non-dropping-particle", report: &report)
    let dropping = namePart("dropping-particle", report: &report)
    let suffix = namePart("suffix", report: &report)
    let literal = namePart("literal", report: &report)
    let body = namePart("organization", "organisation", "group", "collaboration", report: &report)
    let name = nameField(&report)
    if let family {
      return (
        PersonName(
          family: family, given: given ?? "", droppingParticle: dropping ?? "",
          nonDroppingParticle: nonDropping ?? "", suffix: suffix ?? ""), false
      )
    }
    if let literal { return (PersonName(literal: literal), false) }
    if let body { return (PersonName(literal: body), true) }
    if let name { return (name, false) }
    return given.map { (PersonName(literal: $0), false) }
  }

  private mutating func namePart(_ names: String..., report: inout Report) -> String? {
    node(named: names, &report)?.text(named: names[0], &report)?.value.withoutNotes
  }

  /// `name: Ada Lovelace`, or `name: {family: Lovelace, given: Ada}`.
  private mutating func nameField(_ report: inout Report) -> PersonName? {
    guard let node = node("name", report: &report) else { return nil }
    guard case .mapping = node.content else {
      return node.text(named: "name", &report).map { PersonName(written: $0.value.withoutNotes) }
    }
    guard var fields = FieldReader(node, named: "name", language: language, report: &report)
    else { return nil }
    let name = fields.personName(&report)?.0
    fields.finish(unknown: .warning, in: "a name", report: &report)
    return name
  }

  /// `alternate-names: {ur: عبد اللہ}`: the name in other scripts.
  private mutating func alternateNames(_ report: inout Report)
    -> [Localized<PersonName>.Entry]
  {
    guard let node = node("alternate-names", "names", report: &report) else { return [] }
    guard case .mapping = node.content else {
      report.add(.alternateNamesWithoutLanguage(at: node.range))
      return []
    }
    let language = language
    return node.localized(named: "alternate-names", language: language, &report) {
      node, report in
      guard case .mapping = node.content else {
        return node.text(named: "alternate-names", &report).map {
          PersonName(literal: $0.value)
        }
      }
      var fields = FieldReader(
        node, named: "alternate-names", language: language, report: &report)
      return fields?.personName(&report)?.0
    }?.entries ?? []
  }

  /// `affiliations: [1, 2]`, `affiliation: 1, 2`, a name, or a mapping.
  private mutating func mentions(_ report: inout Report) -> [LoadedContributor.Mention] {
    let nodes = list("affiliations", "affiliation", report: &report)
    return nodes.flatMap { node -> [LoadedContributor.Mention] in
      if case .mapping = node.content {
        return readAffiliation(node, language: language, &report).map { [.inline($0.affiliation)] }
          ?? []
      }
      // Numbers are keys, so that a comment behind them is one.
      if let keys = node.numberList { return [.key(keys)] }
      guard let text = node.text(named: "affiliations", &report) else { return [] }
      return [.key(text)]
    }
  }
}

extension String {
  /// Without pandoc's notes: `Leeuwen^[corresponding author]` is the name Leeuwen.
  fileprivate var withoutNotes: String {
    guard utf8.last == UInt8(ascii: "]"), let start = firstIndex(of: "^"),
      self[index(after: start)...].first == "["
    else { return self }
    return String(self[..<start])
  }
}

extension YAMLNode {
  /// `1`, or `1, 2`.
  fileprivate var numberList: Located<String>? {
    guard case .scalar(let scalar) = content,
      scalar.text.utf8.allSatisfy({ (0x30...0x39).contains($0) || ", ;&".utf8.contains($0) })
    else { return nil }
    return Located(scalar.text.trimmingBlanks, at: range)
  }
}

/// An affiliation: a mapping, or its name alone.
func readAffiliation(_ node: YAMLNode, language: LanguageTag, _ report: inout Report)
  -> LoadedAffiliation?
{
  guard case .mapping = node.content else {
    return node.text(named: "affiliations", &report).map {
      LoadedAffiliation(affiliation: Affiliation(name: Localized($0.value, in: language)))
    }
  }
  guard
    var fields = FieldReader(node, named: "affiliations", language: language, report: &report)
  else { return nil }
  let key = fields.text("id", "index", "code", report: &report)
  let name = fields.localizedText(
    "name", "institution", "organization", "address", report: &report)
  let department = fields.text("department", report: &report)?.value
  let city = fields.text("city", report: &report)?.value
  let country = fields.text("country", report: &report)?.value
  let ror = fields.ror("ror", report: &report)
  fields.finish(unknown: .warning, in: "an affiliation", report: &report)
  guard let name else {
    report.add(.affiliationNameMissing(at: node.range))
    return nil
  }
  return LoadedAffiliation(
    key: key,
    affiliation: Affiliation(
      name: name, department: department, city: city, country: country, ror: ror))
}

extension LoadedContributor {
  /// The same with affiliations that are names and no keys: beside it there is no list of them.
  func writingOutAffiliations(in language: LanguageTag) -> LoadedContributor {
    var contributor = self
    contributor.affiliations = affiliations.map { mention in
      switch mention {
      case .inline: mention
      case .key(let text): .inline(Affiliation(name: Localized(text.value, in: language)))
      }
    }
    return contributor
  }

  /// An editor of an issue, or somebody of the journal.
  func asEditor(in language: LanguageTag) -> Contributor {
    Contributor(
      name: name.value, alternateNames: alternateNames, isOrganization: isOrganization,
      affiliations: writingOutAffiliations(in: language).affiliations.compactMap { mention in
        if case .inline(let affiliation) = mention { affiliation } else { nil }
      },
      orcid: orcid, roles: [.editor], email: email, biography: biography, slug: "")
  }
}

extension Contributor.Role {
  init(written text: String) {
    self =
      switch text.lowercased() {
      case "author": .author
      case "editor": .editor
      case "translator": .translator
      default: .other(text)
      }
  }
}

extension Diagnostic {
  fileprivate static func contributorNameMissing(at range: SourceRange) -> Self {
    Self(
      .error, "contributor-name-missing", "Contributor has no name", at: range,
      hint: "Add 'family' and 'given', or 'literal' for a name that is not divided")
  }

  fileprivate static func alternateNamesWithoutLanguage(at range: SourceRange) -> Self {
    Self(
      .error, "alternate-names-language", "Names in other scripts need their languages",
      at: range, hint: "Write them as '{ur: …}'")
  }

  fileprivate static func affiliationNameMissing(at range: SourceRange) -> Self {
    Self(
      .error, "affiliation-name-missing", "Affiliation has no name", at: range,
      hint: "Add 'name: …' to the affiliation")
  }
}

import Bibliography
import JournalModel
import Reporting

/// A contributor as an article, an issue or `people.yml` names them: a mapping, or a plain name, or
/// several of these in one text.
func namedContributors(
  _ node: YAMLNode, language: LanguageTag, unknown: Severity, _ report: inout Report
) -> [LoadedContributor] {
  guard case .mapping = node.content else {
    guard let text = node.text(named: "authors", &report) else { return [] }
    return text.value.dividedNames.map { name in
      let name = text.map { _ in name }.withoutNotes(&report)
      return LoadedContributor(name: name.map { PersonName(written: $0) }, key: name.value)
    }
  }
  guard var fields = FieldReader(node, named: "authors", language: language, report: &report)
  else { return [] }
  let contributor = fields.contributor(&report)
  fields.finish(unknown: unknown, in: "a contributor", report: &report)
  return contributor.map { [$0] } ?? []
}

extension FieldReader {
  /// The fields of one contributor; nil when there is no name, which `finish` reports.
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
      let roles = roles(&report)
      if !roles.isEmpty { contributor.roles = roles }
    }
    contributor.affiliations = mentions(&report)
    contributor.alternateNames = alternateNames(&report)
    ignore(
      "equal-contrib", "equal-contributor", "deceased", "url", "website", "footnote", "attributes")
    guard name != nil else {
      misses(
        "family", "surname", "name", "literal", "organization", "organisation", "group",
        reporting: .contributorNameMissing(at: range))
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
    node(named: names, &report)?.text(named: names[0], &report)?.withoutNotes(&report).value
  }

  /// `editor`, `[translator, Software]`, and with degrees as Quarto has them: `{software: lead}`.
  private mutating func roles(_ report: inout Report) -> [Contributor.Role] {
    list("roles", "role", report: &report).flatMap { node -> [Contributor.Role] in
      if case .mapping(let entries) = node.content {
        return entries.map { Contributor.Role(written: $0.key) }
      }
      return node.text(named: "roles", &report).map { [Contributor.Role(written: $0.value)] } ?? []
    }
  }

  /// `name: Ada Lovelace`, or `name: {family: Lovelace, given: Ada}`.
  private mutating func nameField(_ report: inout Report) -> PersonName? {
    guard let node = node("name", report: &report) else { return nil }
    guard case .mapping = node.content else {
      return node.text(named: "name", &report).map {
        PersonName(written: $0.withoutNotes(&report).value)
      }
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
      if case .mapping(let entries) = node.content {
        // Quarto names an affiliation that stands elsewhere so.
        if entries.count == 1, entries[0].name == "ref" {
          return entries[0].value.text(named: "ref", &report).map { [.key($0, words: $0.value)] }
            ?? []
        }
        return readAffiliation(node, language: language, &report).map { [.written($0)] } ?? []
      }
      // Numbers are keys, so that a comment behind them is one.
      if let keys = node.numberList { return [.key(keys, words: keys.value)] }
      guard let text = node.text(named: "affiliations", &report) else { return [] }
      return [.key(text, words: text.words(&report))]
    }
  }
}

extension Located<String> {
  /// The words of a name without notes, marks of notes and degrees, which are reported:
  /// `Leeuwen^[corresponding author]`, `Leeuwen^1,2^`, `Leeuwen$^1$`, `Leeuwen*` and
  /// `Leeuwen, PhD` are the name Leeuwen.
  fileprivate func withoutNotes(_ report: inout Report) -> Located<String> {
    var written = value.withoutNote
    if written.last == "^", let mark = written.firstIndex(of: "^") {
      written = String(written[..<mark])
    }
    var text = RichText(markdown: map { _ in written }, &report)
    let whole = text.plain
    while text.runs.count > 1, let last = text.runs.last, last.style == .superscript {
      text.runs.removeLast()
    }
    let name = text.plain.withoutMarks
    let isShorter = written.utf8.count < value.utf8.count || name.utf8.count < whole.utf8.count
    guard isShorter, !name.isEmpty else { return map { _ in whole } }
    report.add(.noteLeftOut(self, kept: name))
    return map { _ in name }
  }
}

extension String {
  /// Without a note of pandoc at the end: `Engine` of `Engine^[For A. L.]` and of `Engine[^1]`.
  var withoutNote: String {
    guard utf8.last == UInt8(ascii: "]"), let start = firstRange(of: "^[") ?? firstRange(of: "[^"),
      start.lowerBound > startIndex
    else { return self }
    return String(self[..<start.lowerBound]).trimmingBlanks
  }

  /// Without the marks of notes, the commas and the degrees at the end of a name.
  fileprivate var withoutMarks: String {
    // Most names end with a letter and hold no comma.
    guard let last = utf8.last, !(0x61...0x7A).contains(last | 0x20) || utf8.contains(0x2C) else {
      return self
    }
    var name = Substring(self)
    while true {
      while let last = name.last, "*†‡§¶, ".contains(last) { name.removeLast() }
      guard let comma = name.lastIndex(of: ",") else { return String(name) }
      let word = name[name.index(after: comma)...].filter { $0 != "." && $0 != " " }.lowercased()
      guard ["phd", "dphil", "msc", "mph", "edd"].contains(word) else { return String(name) }
      name = name[..<comma]
    }
  }
}

extension String {
  /// The names in one text, parted by semicolons, `and`, or commas between whole names.
  fileprivate var dividedNames: [String] {
    guard utf8.contains(where: { " ;&".utf8.contains($0) || $0 >= 0xE3 }) else { return [self] }
    // Between commas of other scripts stand whole names.
    let least = contains { "،，、".contains($0) } ? 2 : 3
    let text = withLatinMarks
    if text.contains(";") { return text.parts(between: ";") }
    let list = text.replacing(", and ", with: " and ").replacing(" & ", with: " and ")
    guard list.contains(" and ") else { return list.namesBetweenCommas(atLeast: least) }
    return list.split(separator: " and ").map { String($0).foldingBlanks }.enumerated()
      .flatMap { $0.offset == 0 ? $0.element.namesBetweenCommas(atLeast: 2) : [$0.element] }
      .filter { !$0.isEmpty }
  }

  /// With comma, semicolon and "and" in place of those of other scripts.
  private var withLatinMarks: String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    var text = self
    for comma in ["،", "，", "、"] { text = text.replacing(comma, with: ",") }
    for semicolon in ["؛", "；"] { text = text.replacing(semicolon, with: ";") }
    for and in [" اور ", " и ", " και ", " और ", " এবং ", " ও ", " และ ", " 및 "] {
      text = text.replacing(and, with: " and ")
    }
    return text
  }

  /// `Ada Lovelace, Charles Babbage, Luigi Menabrea`; but `Lovelace, Ada` is one name.
  private func namesBetweenCommas(atLeast count: Int) -> [String] {
    let names = parts(between: ",")
    let areWhole =
      names.count >= count && names.allSatisfy { $0.contains(" ") || $0.isUnspacedName }
    return areWhole ? names : [self]
  }

  /// Whether it is the name of a Chinese, Japanese or Korean, who may have no blank in it.
  private var isUnspacedName: Bool {
    unicodeScalars.allSatisfy { $0.isHanOrKana || $0.isHangul || !$0.properties.isAlphabetic }
  }

  private func parts(between separator: Character) -> [String] {
    split(separator: separator).map { String($0).foldingBlanks }.filter { !$0.isEmpty }
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

extension LoadedContributor {
  /// Those of its affiliations that others may name by a key.
  var keyedAffiliations: [LoadedAffiliation] {
    affiliations.compactMap { mention in
      if case .written(let loaded) = mention, loaded.key != nil { loaded } else { nil }
    }
  }

  /// The same with affiliations that are names and no keys: beside it there is no list of them.
  func writingOutAffiliations(in language: LanguageTag) -> LoadedContributor {
    var contributor = self
    contributor.affiliations = affiliations.map { mention in
      switch mention {
      case .written: mention
      case .key(_, let words):
        .written(LoadedAffiliation(affiliation: Affiliation(name: Localized(words, in: language))))
      }
    }
    return contributor
  }

  /// An editor of an issue, or somebody of the journal.
  func asEditor(in language: LanguageTag) -> Contributor {
    Contributor(
      name: name.value, alternateNames: alternateNames, isOrganization: isOrganization,
      affiliations: writingOutAffiliations(in: language).affiliations.compactMap { mention in
        if case .written(let loaded) = mention { loaded.affiliation } else { nil }
      },
      orcid: orcid, roles: [.editor], email: email, biography: biography, slug: "")
  }
}

extension Contributor.Role {
  /// Whether it says what somebody did, as the terms of CRediT do, and not in which role.
  var isContribution: Bool { if case .other = self { true } else { false } }

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
  static func noteLeftOut(_ text: Located<String>, kept: String) -> Self {
    Self(
      .warning, "note-left-out", "Of '\(text.value)' only '\(kept)' is read; the note is left out",
      at: text.range,
      hint: "Say it in another field, such as 'corresponding', 'affiliations' or 'funding'")
  }

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
}

import JournalModel
import Reporting

extension FieldReader {
  /// The affiliations of an article: a list, one alone, or one under each key.
  mutating func affiliationList(_ report: inout Report) -> [LoadedAffiliation] {
    guard let node = node("affiliations", "affiliation", "address", report: &report) else {
      return []
    }
    if case .mapping(let entries) = node.content,
      !entries.contains(where: { Self.affiliationFields.contains($0.name) })
    {
      return entries.compactMap { entry in
        guard var affiliation = readAffiliation(entry.value, language: language, &report) else {
          return nil
        }
        affiliation.key = Located(entry.key, at: entry.keyRange)
        return affiliation
      }
    }
    let nodes = if case .sequence(let items) = node.content { items } else { [node] }
    return nodes.compactMap { readAffiliation($0, language: language, &report) }
  }

  private static let affiliationFields = ["name", "institution", "organization", "address"]
}

/// An affiliation: a mapping, or its name alone.
func readAffiliation(_ node: YAMLNode, language: LanguageTag, _ report: inout Report)
  -> LoadedAffiliation?
{
  guard case .mapping = node.content else {
    return node.text(named: "affiliations", &report).map {
      let name = Localized($0.words(&report), in: language)
      return LoadedAffiliation(affiliation: Affiliation(name: name))
    }
  }
  guard
    var fields = FieldReader(node, named: "affiliations", language: language, report: &report)
  else { return nil }
  let key = fields.text("id", "index", "code", "ref", report: &report)
  let name = fields.localizedWords(
    "name", "institution", "organization", "address", report: &report)
  let department = fields.words("department", report: &report)
  let city = fields.words("city", report: &report)
  let country = fields.words("country", report: &report)
  let ror = fields.ror("ror", report: &report)
  fields.ignore("url", "number", "group")
  if name == nil {
    fields.misses(
      "name", "institution", "organization", reporting: .affiliationNameMissing(at: node.range))
  }
  fields.finish(unknown: .warning, in: "an affiliation", report: &report)
  guard let name else { return nil }
  return LoadedAffiliation(
    key: key,
    affiliation: Affiliation(
      name: name, department: department, city: city, country: country, ror: ror))
}

extension Diagnostic {
  fileprivate static func affiliationNameMissing(at range: SourceRange) -> Self {
    Self(
      .error, "affiliation-name-missing", "Affiliation has no name", at: range,
      hint: "Add 'name: …' to the affiliation")
  }
}

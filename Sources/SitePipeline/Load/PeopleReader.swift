import Bibliography
import JournalModel
import Reporting

/// A person of `people.yml`, with the key by which articles may name them.
struct LoadedPerson: Sendable {
  var key: String?
  var person: LoadedContributor
  /// Nil for somebody who is only named by articles.
  var role: Localized<String>?
  var from: CalendarDate?
  var until: CalendarDate?
}

/// The people of `people.yml`: a list, or a list under `people`.
func readPeople(
  _ path: String, _ tree: SourceTree, language: LanguageTag, _ report: inout Report
) -> [LoadedPerson] {
  guard let node = tree.yaml(of: path, report: &report) else { return [] }
  switch node.content {
  case .sequence(let items):
    return items.compactMap { readPerson($0, language: language, &report) }
  case .mapping(let entries):
    guard entries.contains(where: { closest(to: $0.name, among: ["people"]) != nil }) else {
      report.add(.peopleForm(at: entries.first?.keyRange ?? node.range))
      return []
    }
    var fields = FieldReader(entries, at: node.range, language: language)
    let items = fields.list("people", report: &report)
    fields.finish(unknown: .error, in: "people.yml", report: &report)
    return items.compactMap { readPerson($0, language: language, &report) }
  case .scalar:
    report.add(.peopleForm(at: node.range))
    return []
  }
}

private func readPerson(_ node: YAMLNode, language: LanguageTag, _ report: inout Report)
  -> LoadedPerson?
{
  guard var fields = FieldReader(node, named: "people", language: language, report: &report)
  else { return nil }
  let key = fields.text("id", "key", report: &report)?.value
  let role = fields.localizedText("role", report: &report)
  let from = fields.date("from", report: &report)
  let until = fields.date("until", report: &report)
  if let from, let until, until.value.isSurelyBefore(from.value) {
    report.add(.untilBeforeFrom(until))
  }
  let person = fields.contributor(readsRoles: false, &report)
  fields.finish(unknown: .error, in: "people.yml", report: &report)
  guard let person else { return nil }
  return LoadedPerson(
    key: key, person: person, role: role, from: from?.value, until: until?.value)
}

extension Diagnostic {
  fileprivate static func peopleForm(at range: SourceRange) -> Self {
    Self(
      .error, "people-form", "People are not written as a list", at: range,
      hint:
        "Begin each person with '- family: …', and indent what else is said of them by two spaces")
  }

  fileprivate static func untilBeforeFrom(_ until: Located<CalendarDate>) -> Self {
    Self(
      .error, "person-until-before-from", "'until' (\(until.value.text)) lies before 'from'",
      at: until.range, hint: "Correct one of the two dates")
  }
}

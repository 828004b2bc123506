import Foundation
import JournalModel

extension PageContext {
  /// An affiliation in one line, all of it in the language that its name has here.
  func affiliation(_ affiliation: Affiliation) -> TextView {
    let name = affiliation.name.entry(for: language)
    let parts = [
      affiliation.department, name.value, affiliation.city,
      affiliation.country.map { country($0, in: name.language) },
    ]
    let comma = InterfaceText(language: name.language).comma
    return TextView(
      text: parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: comma),
      language: attributes(name.language))
  }

  /// The name of a country that is given by its code (ISO 3166).
  private func country(_ text: String, in language: LanguageTag) -> String {
    guard text.utf8.count == 2 else { return text }
    return Locale(identifier: language.text).localizedString(forRegionCode: text) ?? text
  }
}

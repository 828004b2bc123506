package import JournalModel

extension Affiliation {
  /// In one line, from the department to the country.
  package func line(in language: LanguageTag) -> String {
    [department, name[language], city, country].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}

package import JournalModel

/// What the search knows of one article: what is looked up, and what a result shows.
package struct SearchDocument: Sendable {
  /// From the root of a language's tree: `articles/slug/`.
  package var url: String
  /// As shown, the mark of a retraction included; subtitles with them.
  package var titles: [Localized<String>.Entry]
  /// In the order of the byline, each in every form that readers may type.
  package var names: [String]
  /// Those of the names that a result shows.
  package var byline: [String]
  /// Of names in Arabic script, so that they get its letters and its voice.
  package var nameLanguage: LanguageTag?
  package var keywords: [String]
  /// Plain text or Markdown.
  package var abstracts: [Localized<String>.Entry]
  /// Pages or article number, as shown.
  package var extent: String
  package var doi: String?
  package var year: Int
  /// The name of its section in the languages of the journal; nil where it has none.
  package var section: Localized<String>?

  package init(
    url: String, titles: [Localized<String>.Entry], names: [String], byline: [String],
    nameLanguage: LanguageTag? = nil,
    keywords: [String] = [], abstracts: [Localized<String>.Entry] = [], extent: String = "",
    doi: String? = nil,
    year: Int, section: Localized<String>? = nil
  ) {
    self.url = url
    self.titles = titles
    self.names = names
    self.byline = byline
    self.nameLanguage = nameLanguage
    self.keywords = keywords
    self.abstracts = abstracts
    self.extent = extent
    self.doi = doi
    self.year = year
    self.section = section
  }
}

extension SearchDocument {
  /// Of all that it says.
  var fingerprint: Fingerprint {
    var result = Fingerprint()
    func combine(_ texts: [String]) {
      result.combine(texts.count)
      for text in texts { result.combine(text) }
    }
    func combine(_ texts: [Localized<String>.Entry]) {
      result.combine(texts.count)
      for text in texts {
        result.combine(text.language.text)
        result.combine(text.value)
      }
    }
    result.combine(url)
    combine(titles)
    combine(names)
    combine(byline)
    result.combine(nameLanguage?.text ?? "")
    combine(keywords)
    combine(abstracts)
    result.combine(extent)
    result.combine(doi ?? "")
    result.combine(year)
    combine(section?.entries ?? [])
    return result
  }
}

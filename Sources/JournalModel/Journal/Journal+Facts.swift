extension Journal {
  /// All that is known of a journal.
  package struct Facts: Sendable, Hashable, Codable {
    package var title: Localized<String>
    package var subtitle: Localized<String>?
    package var abbreviation: String?
    package var description: Localized<String>?
    /// The absolute address of the site, ending in `/`; nil before the journal has one.
    package var url: String?
    package var issn: ISSNs
    package var publisher: Publisher?
    package var contact: Contact?
    /// The languages of the interface; the first is the default and has no path prefix.
    package var languages: [LanguageTag]
    package var licence: Licence?
    package var copyrightHolder: String?
    package var frequency: Localized<String>?
    package var founded: Int?
    package var doiPrefix: String?
    package var citation: CitationOptions
    package var deposits: Deposits?
    /// Where the journal is archived: "LOCKSS", "Internet Archive".
    package var archives: [String]
    package var theme: Theme
    package var people: [BoardMember]
    /// Which formats are written beside the pages; nil for all that can be.
    package var formats: Set<String>?
    /// Whether raw HTML in articles is published as it stands.
    package var trustsHTML: Bool
    package var redirects: [Redirect]
    /// The journal's address on a site of Open Journal Systems that it has left, such as
    /// `https://example.org/index.php/quarterly`.
    package var formerURL: String?
    /// The languages in addresses of that site, as it wrote them: `fr_CA`.
    package var formerLocales: [String]

    package init(title: Localized<String>, languages: [LanguageTag]) {
      self.title = title
      subtitle = nil
      abbreviation = nil
      description = nil
      url = nil
      issn = ISSNs()
      publisher = nil
      contact = nil
      self.languages = languages
      licence = nil
      copyrightHolder = nil
      frequency = nil
      founded = nil
      doiPrefix = nil
      citation = CitationOptions()
      deposits = nil
      archives = []
      theme = Theme()
      people = []
      formats = nil
      trustsHTML = false
      redirects = []
      formerURL = nil
      formerLocales = []
    }
  }
}

extension Journal: Hashable {
  package static func == (a: Journal, b: Journal) -> Bool { a.facts == b.facts }

  package func hash(into hasher: inout Hasher) { facts.hash(into: &hasher) }
}

extension Journal: Codable {
  package init(from decoder: any Decoder) throws { self.init(try Facts(from: decoder)) }

  package func encode(to encoder: any Encoder) throws { try facts.encode(to: encoder) }
}

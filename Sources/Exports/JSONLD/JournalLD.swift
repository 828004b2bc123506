package import JournalModel

extension ResolvedJournal {
  /// The journal as schema.org knows it, for its home page.
  package func jsonLD(in language: LanguageTag) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("@context", "https://schema.org")
      json.periodical(journal, in: language)
      json.member("description", journal.description?[language])
      json.member("inLanguage", journal.languages.map(\.text))
      json.member("license", journal.licence?.url)
      json.member("isAccessibleForFree", true)
      if let founded = journal.founded { json.member("startDate", String(founded)) }
      if let publisher = journal.publisher {
        json.object("publisher") { $0.publisher(publisher, in: language) }
      }
      let today = journal.people.filter { $0.until == nil }
      json.member("editor", today) { $0.contributor($1.person, in: language) }
    }
    return json.bytes
  }

  /// An issue with its articles as schema.org knows it, for its contents page.
  package func jsonLD(of issue: Issue, in language: LanguageTag) -> [UInt8] {
    let addresses = SiteAddresses(journal)
    var json = JSONWriter()
    json.object { json in
      json.member("@context", "https://schema.org")
      json.issue(issue, of: journal, in: language)
      json.member("description", issue.description?[language])
      json.member("editor", issue.editors) { $0.contributor($1, in: language) }
      json.object("isPartOf") { $0.volume(of: issue, of: journal, in: language) }
      // Parts are named by their pages, which describe them in full.
      json.member("hasPart", issue.articles.compactMap { addresses[.article($0)] })
    }
    return json.bytes
  }
}

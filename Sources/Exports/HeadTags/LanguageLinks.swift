package import JournalModel

extension Journal {
  /// The canonical address of a page and those of its translations, every one naming all.
  ///
  /// The path is that of the page in the journal's first language.
  package func languageLinks(for path: SitePath, in language: LanguageTag) -> [HeadTag] {
    let addresses = SiteAddresses(self)
    guard let own = addresses[path.translated(into: language, of: self)],
      let first = addresses[path]
    else { return [] }
    var tags: [HeadTag] = [.link("canonical", own)]
    guard languages.count > 1 else { return tags }
    for language in languages {
      guard let address = addresses[path.translated(into: language, of: self)] else { continue }
      tags.append(.link("alternate", address, language: language.text))
    }
    tags.append(.link("alternate", first, language: "x-default"))
    return tags
  }

  /// The feeds and the search of the site, which every page names.
  package func siteLinks(in language: LanguageTag, formats: Set<ExportFormat>) -> [HeadTag] {
    let addresses = SiteAddresses(self)
    let name = title[language]
    var tags: [HeadTag] = []
    if formats.contains(.feeds) {
      if let atom = addresses[.atomFeed] {
        tags.append(.link("alternate", atom, type: "application/atom+xml", title: name))
      }
      if let rss = addresses[.rssFeed] {
        tags.append(.link("alternate", rss, type: "application/rdf+xml", title: "\(name) (RSS)"))
      }
    }
    if formats.contains(.opensearch), let description = addresses[.openSearch] {
      tags.append(
        .link("search", description, type: "application/opensearchdescription+xml", title: name))
    }
    return tags
  }
}

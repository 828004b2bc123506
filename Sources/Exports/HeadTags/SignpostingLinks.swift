import JournalModel

extension ArticleRecord {
  /// The typed links of FAIR Signposting (profile of 2023-10-02, level 1, and the link to level 2).
  package func signpostingLinks(formats: Set<ExportFormat>) -> [HeadTag] {
    guard let url else { return [] }
    var tags: [HeadTag] = [.link("cite-as", doi?.url ?? url)]
    for type in pageTypes { tags.append(.link("type", type)) }
    for author in authors {
      if let orcid = author.orcid { tags.append(.link("author", orcid.url)) }
    }
    for file in ArticleFile.descriptions(in: journal, formats: formats) {
      guard let address = self.url(of: file.name) else { continue }
      tags.append(.link("describedby", address, type: file.mediaType))
    }
    for item in items { tags.append(.link("item", item.address, type: item.mediaType)) }
    if let licence = article.licence { tags.append(.link("license", licence.url)) }
    if formats.contains(.linkset), let linkset = self.url(of: ArticleFile.linkset.name) {
      tags.append(.link("linkset", linkset, type: ArticleFile.linkset.mediaType))
    }
    return tags
  }

  /// The other versions of the article (RFC 5829).
  var versionLinks: [(relation: String, address: String)] {
    let neighbours = resolved.neighbours(ofVersion: article)
    let links: [(String, Article?)] = [
      ("predecessor-version", neighbours.previous), ("successor-version", neighbours.next),
      ("latest-version", resolved.currentVersion(insteadOf: article)),
    ]
    return links.compactMap { relation, version in
      version.flatMap { addresses[.article($0.slug)] }.map { (relation, $0) }
    }
  }

  /// What the page is: a page about an article.
  var pageTypes: [String] {
    ["https://schema.org/AboutPage", "https://schema.org/" + schemaType]
  }

  /// The files that are the article or belong to it.
  var items: [(address: String, mediaType: String)] {
    var items: [(address: String, mediaType: String)] = []
    for galley in article.galleys {
      guard let address = url(of: galley) else { continue }
      items.append((address, galley.mediaType))
    }
    for supplement in article.supplements {
      guard case .file(_, let fileName, let mediaType, _) = supplement.target,
        let address = url(of: fileName)
      else { continue }
      items.append((address, mediaType))
    }
    return items
  }
}

package import JournalModel

/// What an article adds to the deposits of its issue; made where its page is made.
package struct DepositPart: Sendable {
  package var slug: String
  package var crossref: [UInt8]
  package var doajXML: [UInt8]
  package var doajJSON: [UInt8]

  /// Nil where none of the formats wants it.
  package init?(_ record: ArticleRecord, formats: Set<ExportFormat>) {
    let takesCrossref = formats.contains(.crossref) && record.journal.deposits != nil
    let takesDOAJ = formats.contains(.doaj)
    guard takesCrossref || takesDOAJ else { return nil }
    slug = record.article.slug
    crossref = takesCrossref ? record.crossrefArticle : []
    doajXML = takesDOAJ ? record.doajRecord : []
    doajJSON = takesDOAJ ? record.doajJSON : []
  }
}

/// A file for a registry; it may hold addresses of persons and stands outside the site.
package struct DepositFile: Sendable, Hashable {
  package var name: String
  package var bytes: [UInt8]
}

extension ResolvedJournal {
  /// The files for Crossref and DOAJ: one of each for every issue, one for the articles without,
  /// and the list of DOIs with their addresses by which Crossref changes many at once.
  package func depositFiles(of parts: [DepositPart]) -> [DepositFile] {
    let bySlug = Dictionary(parts.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    var files: [DepositFile] = []
    func add(_ name: String, _ bytes: [UInt8]?) {
      if let bytes { files.append(DepositFile(name: name, bytes: bytes)) }
    }
    let loose = articles.filter { $0.issueFolder == nil }.map(\.slug)
    let groups: [(issue: Issue?, slugs: [String])] =
      [(nil, loose)] + issues.map { ($0, $0.articles) }
    for (issue, slugs) in groups {
      let parts = slugs.compactMap { bySlug[$0] }
      let name = issue?.folder ?? "online-first"
      add(
        Self.crossrefFileName(of: issue),
        crossrefDeposit(of: issue, articles: parts.map(\.crossref)))
      add("doaj-\(name).xml", Exports.doajXML(of: parts.map(\.doajXML)))
      add("doaj-\(name).json", Exports.doajJSON(of: parts.map(\.doajJSON)))
    }
    // A journal that has moved tells Crossref its new addresses, also where others make its deposits.
    if journal.formerURL != nil || parts.contains(where: { !$0.crossref.isEmpty }) {
      add("crossref-urls.txt", addressList)
    }
    return files
  }

  /// A DOI and its address on each line, a tab between them.
  private var addressList: [UInt8]? {
    let addresses = SiteAddresses(journal)
    let pairs =
      articles.map { ($0.doi, addresses[.article($0.slug)]) }
      + issues.map { ($0.doi, addresses[.issue($0.folder)]) }
    var bytes: [UInt8] = []
    for case (let doi?, let address?) in pairs {
      bytes += Array("\(doi.text)\t\(address)\n".utf8)
    }
    return bytes.isEmpty ? nil : bytes
  }
}

package import JournalModel

/// What an article adds to the deposits of its issue; made where its page is made.
package struct DepositPart: Sendable, Codable {
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
    // DOAJ lists articles, of which it wants the current version.
    let isListed = takesDOAJ && !record.article.isSuperseded
    doajXML = isListed ? record.doajRecord : []
    doajJSON = isListed ? record.doajJSON : []
  }

  package var isForCrossref: Bool { !crossref.isEmpty }
}

/// A file for a registry; it may hold addresses of persons and stands outside the site.
package struct DepositFile: Sendable, Hashable {
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Whether an older version gives the same time, by which Crossref tells new from old; never for
  /// files without one.
  package func isOfTheTime(of old: [UInt8]) -> Bool {
    guard let time = Self.time(in: bytes) else { return false }
    return Self.time(in: old) == time
  }

  private static func time(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard let start = bytes.firstRange(of: Array("<timestamp>".utf8)) else { return nil }
    return bytes[start.upperBound...].prefix { $0 != UInt8(ascii: "<") }
  }
}

extension ResolvedJournal {
  /// Articles that are deposited together: those of an issue, or those without one.
  package struct DepositGroup: Sendable {
    package var issue: Issue?
    package var slugs: [String]
    package var name: String { Self.name(ofIssue: issue?.folder) }

    package static func name(ofIssue folder: String?) -> String { folder ?? "online-first" }
  }

  package var depositGroups: [DepositGroup] {
    let loose = articles.filter { $0.issueFolder == nil }.map(\.slug)
    let older = Dictionary(
      grouping: olderVersions.filter { ownDOI(of: $0) != nil }, by: \.issueFolder
    ).mapValues { $0.map(\.slug) }
    return [DepositGroup(issue: nil, slugs: loose + (older[nil] ?? []))]
      + issues.map { DepositGroup(issue: $0, slugs: $0.articles + (older[$0.folder] ?? [])) }
  }

  /// The files for Crossref and DOAJ: one of each for every issue, one for the articles without,
  /// and the list of DOIs with their addresses by which Crossref changes many at once.
  package func depositFiles(of parts: [DepositPart]) -> [DepositFile] {
    let bySlug = Dictionary(parts.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    let files = depositGroups.flatMap { group in
      depositFiles(of: group, parts: group.slugs.compactMap { bySlug[$0] })
    }
    let list = deposits(toCrossref: parts.contains(where: \.isForCrossref)) ? addressList : nil
    return files + [list].compactMap(\.self)
  }

  /// Whether the list of addresses is wanted: a journal that has moved tells Crossref its new ones,
  /// also where others make its deposits.
  package func deposits(toCrossref hasParts: Bool) -> Bool { journal.formerURL != nil || hasParts }

  /// The files of one group, with what all its articles add.
  package func depositFiles(of group: DepositGroup, parts: [DepositPart]) -> [DepositFile] {
    let files: [(name: String, bytes: [UInt8]?)] = [
      (
        Self.crossrefFileName(of: group.issue),
        crossrefDeposit(of: group.issue, articles: parts.map(\.crossref))
      ),
      ("doaj-\(group.name).xml", Exports.doajXML(of: parts.map(\.doajXML))),
      ("doaj-\(group.name).json", Exports.doajJSON(of: parts.map(\.doajJSON))),
    ]
    return files.compactMap { name, bytes in bytes.map { DepositFile(name: name, bytes: $0) } }
  }

  /// A DOI and its address on each line, a tab between them.
  package var addressList: DepositFile? {
    let addresses = SiteAddresses(journal)
    let pairs =
      allArticles.map { (ownDOI(of: $0), addresses[.article($0.slug)]) }
      + issues.map { ($0.doi, addresses[.issue($0.folder)]) }
    var bytes: [UInt8] = []
    for case (let doi?, let address?) in pairs {
      bytes += Array("\(doi.text)\t\(address)\n".utf8)
    }
    return bytes.isEmpty ? nil : DepositFile(name: "crossref-urls.txt", bytes: bytes)
  }
}

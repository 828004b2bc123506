package import JournalModel

/// An address that readers, libraries and registers know, and where it leads now.
package struct MovedAddress: Sendable, Hashable {
  /// From the root of the host, beginning with `/`, without a query.
  package var from: String
  package var to: Target

  package enum Target: Sendable, Hashable {
    case site(SitePath)
    case elsewhere(String)
  }

  package init(from: String, to: Target) {
    self.from = from
    self.to = to
  }
}

/// All addresses that have moved: those of an earlier site of Open Journal Systems, of articles and
/// issues that name theirs, and of `redirects` in `journal.yml`; each once, the first stands.
package func movedAddresses(of journal: ResolvedJournal) -> [MovedAddress] {
  var moved: [MovedAddress] = []
  let root = PageLinks.root(of: journal.journal)
  for redirect in journal.journal.redirects {
    let isPath = redirect.to.utf8.first == UInt8(ascii: "/")
    moved.append(
      MovedAddress(
        from: root + redirect.from.drop { $0 == "/" },
        to: isPath ? .site(SitePath(String(redirect.to.dropFirst()))) : .elsewhere(redirect.to)))
  }
  for article in journal.articles {
    moved += article.formerPaths.map { MovedAddress(from: $0, to: .site(.article(article.slug))) }
  }
  for issue in journal.issues {
    moved += issue.formerPaths.map { MovedAddress(from: $0, to: .site(.issue(issue.folder))) }
  }
  if let url = journal.journal.formerURL {
    moved += FormerSite(url, languages: journal.journal.languages).addresses(of: journal)
  }
  var known: Set<String> = []
  return moved.filter { known.insert($0.from).inserted }
}

/// The addresses of a journal in Open Journal Systems.
private struct FormerSite {
  /// `/index.php/quarterly`, and the same with each language of the interface (OJS 3.5).
  private let roots: [String]

  init(_ url: String, languages: [LanguageTag]) {
    var path = Substring(url)
    if let scheme = path.firstRange(of: "://") { path = path[scheme.upperBound...] }
    path = path.drop { $0 != "/" }
    while path.last == "/" { path = path.dropLast() }
    roots = [String(path)] + languages.map { "\(path)/\($0.text)" }
  }

  func addresses(of journal: ResolvedJournal) -> [MovedAddress] {
    var tails: [(String, SitePath)] = []
    for article in journal.articles {
      if let record = article.former { tails += self.tails(of: record, at: .article(article.slug)) }
    }
    for issue in journal.issues {
      guard let record = issue.former else { continue }
      let page = SitePath.issue(issue.folder)
      for name in [record.id, record.urlPath].compactMap(\.self) {
        tails.append(("issue/view/\(name)", page))
        tails += record.galleys.map { ("issue/view/\(name)/\($0.id)", target(of: $0, at: page)) }
      }
    }
    tails += Self.pages
    return roots.flatMap { root in
      [MovedAddress(from: root.isEmpty ? "/index" : root, to: .site(.home))]
        + tails.map { MovedAddress(from: "\(root)/\($0.0)", to: .site($0.1)) }
    }
  }

  /// What stood after the root for an article: its page, its versions, its files in every form.
  private func tails(of record: FormerRecord, at page: SitePath) -> [(String, SitePath)] {
    var tails: [(String, SitePath)] = []
    for name in [record.id, record.urlPath].compactMap(\.self) {
      tails.append(("article/view/\(name)", page))
      for version in record.versions {
        tails.append(("article/view/\(name)/version/\(version)", page))
      }
      for galley in record.galleys {
        let target = target(of: galley, at: page)
        for file in [galley.id, galley.urlPath].compactMap(\.self) {
          for verb in ["view", "download", "viewFile"] {
            tails.append(("article/\(verb)/\(name)/\(file)", target))
          }
          if let fileID = galley.fileID {
            tails.append(("article/download/\(name)/\(file)/\(fileID)", target))
          }
          for version in record.versions {
            tails.append(("article/view/\(name)/version/\(version)/\(file)", target))
            tails.append(("article/download/\(name)/version/\(version)/\(file)", target))
          }
        }
      }
    }
    return tails
  }

  private func target(of galley: FormerRecord.Galley, at page: SitePath) -> SitePath {
    galley.fileName.map(page.file) ?? page
  }

  /// Pages that every journal of OJS had.
  private static let pages: [(String, SitePath)] = [
    ("index", .home), ("issue/current", .home), ("issue/archive", .issues),
    ("search", .search), ("search/authors", .authors), ("announcement", .announcements),
    ("gateway/plugin/WebFeedGatewayPlugin/atom", SitePath("feed.xml")),
    ("gateway/plugin/WebFeedGatewayPlugin/rss", SitePath("rss.xml")),
    ("gateway/plugin/WebFeedGatewayPlugin/rss2", SitePath("feed.xml")),
    ("sitemap", SitePath("sitemap.xml")),
  ]
}

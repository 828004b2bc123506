import JournalModel

/// The addresses of a journal in Open Journal Systems, releases 2 to 3.5.
struct FormerSite {
  /// `/index.php/quarterly`, and the same with each language that stood in addresses (OJS 3.5).
  private let roots: [String]
  /// The same site without `index.php`, or with it: OJS answered to both.
  private let otherRoot: String
  /// All of them.
  private let pattern: String

  /// Nil for a journal that does not come from there.
  init?(of journal: Journal) {
    guard let url = journal.formerURL else { return nil }
    var path = Substring(FormerQuery.path(of: url) ?? url)
    if let scheme = path.firstRange(of: "://") { path = path[scheme.upperBound...] }
    path = path.drop { $0 != "/" }
    while path.last == "/" { path.removeLast() }
    let root = String(path)
    var locales = journal.formerLocales
    for tag in journal.languages.map(\.text) {
      for form in [tag, String(tag.map { $0 == "-" ? "_" : $0 })] where !locales.contains(form) {
        locales.append(form)
      }
    }
    roots = [root] + locales.map { "\(root)/\($0)" }
    if let script = root.firstRange(of: "/index.php") {
      let short = root[..<script.lowerBound] + root[script.upperBound...]
      otherRoot = String(short)
      pattern =
        root[..<script.lowerBound].asPattern + "(?:/index\\.php)?"
        + root[script.upperBound...].asPattern + Self.alternatives(locales)
    } else {
      let cut = root.lastIndex(of: "/") ?? root.startIndex
      otherRoot = root[..<cut] + "/index.php" + root[cut...]
      pattern =
        root[..<cut].asPattern + "(?:/index\\.php)?" + root[cut...].asPattern
        + Self.alternatives(locales)
    }
  }

  private static func alternatives(_ locales: [String]) -> String {
    "(?:/(?:" + locales.map(\.asPattern).joined(separator: "|") + "))?"
  }

  func addresses(of journal: ResolvedJournal) -> [MovedAddress] {
    var moved: [MovedAddress] = []
    // Before everything else of their articles.
    for version in journal.olderVersions {
      guard let record = version.former else { continue }
      moved += versionAddresses(of: record, of: version, in: journal.journal)
    }
    for article in journal.articles {
      guard let record = article.former else { continue }
      moved += addresses(of: record, of: article, in: journal.journal)
    }
    for issue in journal.issues {
      guard let record = issue.former else { continue }
      moved += issueAddresses(of: record, at: .issue(issue.folder))
    }
    moved += pages(of: journal)
    return moved
  }

  /// The files of an article in every form, then its page, its versions and all else below it.
  private func addresses(
    of record: FormerRecord, of article: Article, in journal: Journal
  ) -> [MovedAddress] {
    let page = SitePath.article(article.slug)
    let names = record.names
    var moved: [MovedAddress] = []
    var onPage = names.map { "article/view/\($0)" }
    onPage += names.flatMap { name in
      record.versions.map { "article/view/\(name)/version/\($0)" }
    }
    for galley in record.galleys {
      let tails = names.flatMap { name in
        galley.names.flatMap { file -> [String] in
          ["view", "download", "viewFile"].map { "article/\($0)/\(name)/\(file)" }
            + (galley.fileID.map { ["article/download/\(name)/\(file)/\($0)"] } ?? [])
            + record.versions.flatMap { version in
              ["view", "download"].map { "article/\($0)/\(name)/version/\(version)/\(file)" }
            }
        }
      }
      guard let file = galley.fileName else {
        onPage += tails
        continue
      }
      moved.append(
        MovedAddress(
          from: everywhere(tails),
          pattern: "\(pattern)/article/[A-Za-z]+/\(names.asPattern)(?:/version/[0-9]+)?/"
            + "\(galley.names.asPattern)(?:/.*)?",
          to: .site(article.place(of: file, in: journal))))
    }
    // An export that does not number the only file of an article leaves its address open.
    let files = Set(record.galleys.compactMap(\.fileName))
    let download = files.count == 1 ? files.first.map { article.place(of: $0, in: journal) } : nil
    if let download {
      moved.append(
        MovedAddress(
          from: [], below: everywhereElse(names.map { "article/download/\($0)" }),
          pattern: "\(pattern)/article/download/\(names.asPattern)/.*", to: .site(download)))
    }
    let verbs = [
      "view", "viewArticle", "abstract", "viewFile", "downloadSuppFile", "viewSuppFile",
      "viewPDFInterstitial", "viewDownloadInterstitial",
    ]
    moved.append(
      MovedAddress(
        from: everywhere(onPage),
        below: everywhereElse(
          names.flatMap { name in
            (verbs + (download == nil ? ["download"] : [])).map { "article/\($0)/\(name)" }
          }),
        pattern: "\(pattern)/article/[A-Za-z]+/\(names.asPattern)(?:/.*)?", to: .site(page)))
    return moved
  }

  /// Of an older version: its page, and its files in every form.
  private func versionAddresses(
    of record: FormerRecord, of article: Article, in journal: Journal
  ) -> [MovedAddress] {
    guard !record.versions.isEmpty else { return [] }
    let (names, versions) = (record.names, record.versions.asPattern)
    let files = record.galleys.compactMap { galley -> MovedAddress? in
      guard let file = galley.fileName else { return nil }
      let inVersion = names.flatMap { name in
        record.versions.flatMap { version in
          galley.names.flatMap { file in
            ["view", "download"].map { "article/\($0)/\(name)/version/\(version)/\(file)" }
          }
        }
      }
      let alone = names.flatMap { name in
        galley.names.flatMap { file in
          ["view", "download"].map { "article/\($0)/\(name)/\(file)" }
        }
      }
      return MovedAddress(
        from: everywhere(inVersion + alone),
        pattern: "\(pattern)/article/[A-Za-z]+/\(names.asPattern)(?:/version/\(versions))?/"
          + "\(galley.names.asPattern)(?:/.*)?",
        to: .site(article.place(of: file, in: journal)))
    }
    let tails = names.flatMap { name in
      record.versions.map { "article/view/\(name)/version/\($0)" }
    }
    let own = MovedAddress(
      from: everywhere(tails), below: everywhereElse(tails),
      pattern:
        "\(pattern)/article/[A-Za-z]+/\(names.asPattern)/version/\(versions)(?:/.*)?",
      to: .site(.article(article.slug)))
    return files + [own]
  }

  private func issueAddresses(of record: FormerRecord, at page: SitePath) -> [MovedAddress] {
    let names = record.names
    var moved: [MovedAddress] = []
    for galley in record.galleys {
      guard let file = galley.fileName else { continue }
      moved.append(
        MovedAddress(
          from: everywhere(
            names.flatMap { name in
              galley.names.flatMap { file in
                ["view", "download"].map { "issue/\($0)/\(name)/\(file)" }
              }
            }),
          pattern:
            "\(pattern)/issue/[A-Za-z]+/\(names.asPattern)/\(galley.names.asPattern)(?:/.*)?",
          to: .site(page.file(file))))
    }
    moved.append(
      MovedAddress(
        from: everywhere(names.map { "issue/view/\($0)" }),
        below: everywhereElse(
          names.flatMap { name in
            ["view", "viewIssue", "download", "viewFile"].map { "issue/\($0)/\(name)" }
          }),
        pattern: "\(pattern)/issue/[A-Za-z]+/\(names.asPattern)(?:/.*)?", to: .site(page)))
    return moved
  }

  /// Pages that every journal of OJS had, and those about the journal that have a page here.
  private func pages(of journal: ResolvedJournal) -> [MovedAddress] {
    var moved = Self.pages.map { tails, path in address(of: tails, at: path) }
    for (tails, slugs) in Self.pagesAbout {
      let page = slugs.lazy.compactMap { slug in
        journal.pages.first { $0.slug == slug }
      }.first
      if let page { moved.append(address(of: tails, at: .page(page))) }
    }
    let home = MovedAddress(
      from: roots.map { $0.isEmpty ? "/index" : $0 }, pattern: pattern + "(?:/index)?",
      to: .site(.home))
    return moved + [home]
  }

  private func address(of tails: [String], at path: SitePath) -> MovedAddress {
    MovedAddress(
      from: everywhere(tails), below: everywhereElse(tails),
      pattern: "\(pattern)/\(tails.asPattern)(?:/.*)?", to: .site(path))
  }

  private func everywhere(_ tails: [String]) -> [String] {
    roots.flatMap { root in tails.map { "\(root)/\($0)" } }
  }

  private func everywhereElse(_ tails: [String]) -> [String] {
    (roots + [otherRoot]).flatMap { root in tails.map { "\(root)/\($0)" } }
  }

  private static let pages: [([String], SitePath)] = [
    (["index"], .home), (["issue/current"], .home), (["issue/archive"], .issues),
    (["search/authors"], .authors), (["search"], .search),
    (["announcement"], .announcements),
    (["gateway/plugin/WebFeedGatewayPlugin/rss"], .rssFeed),
    (
      [
        "gateway/plugin/WebFeedGatewayPlugin/atom", "gateway/plugin/WebFeedGatewayPlugin/rss2",
        "gateway/plugin/AnnouncementFeedGatewayPlugin",
      ], .atomFeed
    ),
    (["gateway/lockss"], .lockss), (["gateway/clockss"], .clockss),
    (["sitemap"], .sitemap), (["oai"], .oaiRepository),
  ]

  private static let pagesAbout: [([String], [String])] = [
    (
      ["about/editorialTeam", "about/editorialMasthead", "about/displayMembership"],
      ["editorial-board", "editorial-team", "board", "masthead"]
    ),
    (["about/submissions"], ["instructions-for-authors", "author-guidelines", "submissions"]),
    (["about/contact"], ["contact"]),
    (["about/privacy"], ["privacy", "privacy-statement"]),
    (["about"], ["aims-and-scope", "about", "scope"]),
  ]
}

extension Article {
  /// Where a file beside its page stands.
  fileprivate func place(of file: String, in journal: Journal) -> SitePath {
    galleys.first { $0.fileName == file }.map { .galley($0, of: self, in: journal) }
      ?? SitePath.article(slug).file(file)
  }
}

extension FormerRecord {
  /// What stood for it in addresses.
  fileprivate var names: [String] { [id, urlPath].compactMap(\.self) }
}

extension FormerRecord.Galley {
  fileprivate var names: [String] { [id, urlPath].compactMap(\.self) }
}

extension [String] {
  /// One of these texts, as a regular expression.
  fileprivate var asPattern: String {
    count == 1 ? self[0].asPattern : "(?:" + map(\.asPattern).joined(separator: "|") + ")"
  }
}

extension StringProtocol {
  /// A regular expression that matches this text and nothing else, safe between quotes.
  var asPattern: String {
    var result = ""
    for character in self {
      switch character {
      case ".", "+", "*", "?", "(", ")", "[", "]", "{", "}", "^", "$", "|", "\\":
        result += "\\\(character)"
      case "\"", "'", "%", ";": result += "."
      case _ where character.isWhitespace: result += "."
      default: result.append(character)
      }
    }
    return result
  }
}

package import JournalModel

/// Addresses that readers, libraries and registers know, and where they lead now.
///
/// All paths stand from the root of the host, begin with `/` and have no query.
package struct MovedAddress: Sendable, Hashable {
  package enum Target: Sendable, Hashable {
    case site(SitePath)
    case elsewhere(String)
  }

  /// Each form of the address, one for every page that can stand in its place.
  package var from: [String]
  /// Addresses below which everything leads to the same place, ending without `/`.
  package var below: [String]
  /// A regular expression for all forms, for hosts that read one; nil where `from` says all.
  package var pattern: String?
  package var to: Target

  package init(from: [String], below: [String] = [], pattern: String? = nil, to: Target) {
    self.from = from
    self.below = below
    self.pattern = pattern
    self.to = to
  }
}

/// All addresses that have moved: those of `redirects` in `journal.yml`, of articles and issues that
/// name theirs, and of an earlier site of Open Journal Systems; each once, the first stands.
///
/// - Parameters:
///   - journal: the journal.
///   - contains: whether something will stand at a path of the site.
/// - Returns: the addresses; files before the pages to which everything around them leads.
package func movedAddresses(
  of journal: ResolvedJournal, contains: (SitePath) -> Bool
) -> [MovedAddress] {
  var moved: [MovedAddress] = []
  let root = PageLinks.root(of: journal.journal)
  for redirect in journal.journal.redirects {
    let isPath = redirect.to.utf8.first == UInt8(ascii: "/")
    moved.append(
      MovedAddress(
        from: [root + redirect.from.drop { $0 == "/" }],
        to: isPath ? .site(SitePath(String(redirect.to.dropFirst()))) : .elsewhere(redirect.to)))
  }
  for article in journal.allArticles where !article.formerPaths.isEmpty {
    moved.append(
      MovedAddress(from: article.formerPaths, to: .site(.article(article.slug))))
  }
  for issue in journal.issues where !issue.formerPaths.isEmpty {
    moved.append(MovedAddress(from: issue.formerPaths, to: .site(.issue(issue.folder))))
  }
  if let site = FormerSite(of: journal.journal) {
    moved += site.addresses(of: journal).filter { address in
      if case .site(let path) = address.to { contains(path) } else { true }
    }
  }
  var known: Set<String> = []
  return moved.compactMap { address in
    var address = address
    address.from = address.from.filter { known.insert($0).inserted }
    return address.from.isEmpty && address.below.isEmpty ? nil : address
  }
}

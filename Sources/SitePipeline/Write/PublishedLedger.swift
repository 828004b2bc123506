import JournalModel
import Reporting

/// The addresses that the world knows: what stands in `published.txt` beside the content.
///
/// One line for each page or file: its path, a hash of its facts and text, its title; tabs between
/// them. It is kept with the content, since a site can be built anywhere.
struct PublishedLedger: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    /// From the root of the site, without a leading `/`.
    var path: String
    var hash: String
    var title: String
  }

  static let fileName = "published.txt"

  private(set) var entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.path.precedes($1.path) }
  }

  /// Reads a ledger; what is no line of one is reported.
  init(_ bytes: [UInt8], path: String, report: inout Report) {
    entries = []
    var start = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let range = start..<start + line.count
      start += line.count + 1
      let fields = line.split(
        separator: UInt8(ascii: "\t"), maxSplits: 2, omittingEmptySubsequences: false
      ).map { String(decoding: $0, as: UTF8.self) }
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      guard fields.count == 3 else {
        report.add(.lineUnreadable(SourceRange(path: path, bytes: range)))
        continue
      }
      entries.append(Entry(path: fields[0], hash: fields[1], title: fields[2]))
    }
  }

  var bytes: [UInt8] {
    var text = "# Addresses that have been published. Written by 'fascicle build --record'.\n"
    for entry in entries { text += "\(entry.path)\t\(entry.hash)\t\(entry.title)\n" }
    return Array(text.utf8)
  }

  /// How a newer state differs from this one.
  func changes(to newer: PublishedLedger) -> PublicationChanges {
    let old = Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let now = Set(newer.entries.map(\.path))
    var changes = PublicationChanges()
    for entry in newer.entries {
      let page = PublicationChanges.Page(path: entry.path, title: entry.title)
      guard let before = old[entry.path] else {
        changes.added.append(page)
        continue
      }
      if before.hash != entry.hash { changes.changed.append(page) }
    }
    changes.removed = entries.filter { !now.contains($0.path) }.map {
      PublicationChanges.Page(path: $0.path, title: $0.title)
    }
    return changes
  }

  /// The same when some pages of the newer state have been renewed since: none has come or gone.
  func changes(_ known: PublicationChanges, renewed: PublishedLedger) -> PublicationChanges {
    let paths = Set(renewed.entries.map(\.path))
    let new = changes(to: renewed)
    func joined(_ list: KeyPath<PublicationChanges, [PublicationChanges.Page]>)
      -> [PublicationChanges.Page]
    {
      (known[keyPath: list].filter { !paths.contains($0.path) } + new[keyPath: list])
        .sorted { $0.path.precedes($1.path) }
    }
    var changes = known
    changes.added = joined(\.added)
    changes.changed = joined(\.changed)
    return changes
  }

  /// An address that was published has to stay, or to lead to where its page is now.
  func reportVanished(
    from plan: SitePlan, files: TextSet, ledgerPath: String, _ report: inout Report
  ) {
    let root = PageLinks.root(of: plan.journal.journal)
    let moved = Set(plan.moved.flatMap(\.from))
    for entry in entries where !files.contains(SitePath(entry.path).file) {
      if moved.contains(root + entry.path) { continue }
      report.add(.addressVanished(entry, SourceRange(startOf: ledgerPath)))
    }
  }
}

extension SitePlan {
  /// What this site would publish: articles, issues, pages and announcements in the journal's first
  /// language, and the files in which articles can be read; of these the ones that have a hash.
  func published(hash: (PlannedFile) -> String?) -> PublishedLedger {
    let language = journal.journal.defaultLanguage
    return PublishedLedger(
      files.filter { $0.language == language }.compactMap { file in
        guard let title = title(of: file), let hash = hash(file) else { return nil }
        return PublishedLedger.Entry(path: file.path.text, hash: hash, title: title)
      })
  }

  /// Nil for what may come and go.
  private func title(of file: PlannedFile) -> String? {
    let language = journal.journal.defaultLanguage
    let title: String? =
      switch file.content {
      case .article(let index):
        journal.fullTitle(of: journal.allArticles[index], in: language).plain
      case .issue(let index):
        journal.issues[index].title?[language].plain ?? journal.issues[index].folder
      case .page(let index): journal.pages[index].title[language].plain
      case .announcement(let index): journal.announcements[index].title[language].plain
      case .copy, .made: file.path.text.split(separator: "/").last.map(String.init)
      default: nil
      }
    return title.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }
}

extension Diagnostic {
  fileprivate static func lineUnreadable(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "published-line-unreadable", "Line is not a path, a hash and a title", at: range,
      hint: "Restore the line as 'fascicle build --record' wrote it")
  }

  fileprivate static func addressVanished(
    _ entry: PublishedLedger.Entry, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "published-address-vanished",
      "'/\(entry.path)' has been published and is no longer there", at: range,
      hint: "Name its new home under 'redirects' in journal.yml")
  }
}

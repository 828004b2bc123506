import Exports
import Foundation
import JournalModel
import Reporting

/// What a build begins with: the sources as they are, and what is known of the last build.
struct BuildStart: Sendable {
  let options: BuildOptions
  let tree: SourceTree
  let folders: SiteFolders
  private let last: LastBuild?
  /// Whether the files of the last build are as it wrote them.
  private let outputsStand: Bool
  /// Before the sources were listed.
  private let time: Int
  private let listing: Report

  init(_ options: BuildOptions, report: inout Report) async {
    self.options = options
    time = Disk.now()
    let folders = SiteFolders(
      output: options.output, cache: BuiltFolder.cache.path(in: options.source))
    self.folders = folders
    // A large site is looked at while the sources are listed.
    async let known = Self.lastBuild(options, folders)
    tree = SourceTree(of: options, report: &report)
    listing = report
    (last, outputsStand) = await known
  }

  private static func lastBuild(
    _ options: BuildOptions, _ folders: SiteFolders
  ) async -> (LastBuild?, outputsStand: Bool) {
    guard options.writes, let last = CacheFile.read(LastBuild.self, at: folders.lastBuild)
    else { return (nil, false) }
    return (last, await last.outputs.stand(in: folders.output))
  }

  /// The last day that is not in the future.
  var today: CalendarDate? { options.now.flatMap { CalendarDate(latestDayAt: $0) } }

  private var request: LastBuild.Request {
    .init(
      links: options.links, formats: options.formats?.sorted(), cslPaths: options.cslPaths,
      isStrict: options.isStrict, pdf: options.galleys.pdf, epub: options.galleys.epub,
      day: today?.text)
  }

  private var depositFolder: String { BuiltFolder.deposits.path(in: options.source) }

  /// The sources that have changed since the last build, when all else is as it was: what is asked
  /// for, the styles, and the files that were written.
  func changes() -> [String]? {
    guard let last, !options.records, Disk.kind(folders.log) == nil,
      last.request == request, last.listing == listing, let changed = last.changes(in: tree),
      last.stands(
        on: StyleFiles(tree: tree, prefix: last.prefix, folders: options.cslPaths)),
      outputsStand,
      last.deposits.allSatisfy({ stand($0.files) })
    else { return nil }
    return changed
  }

  /// The outcome of the last build, when this one would change nothing or only some articles.
  func replayed() async -> BuildOutcome? {
    guard let last, let changed = changes() else { return nil }
    if changed.isEmpty {
      if last.isInDoubt { keep(last.confirmed(at: time)) }
      return last.outcome
    }
    var build = await ArticleBuild(self, since: last, changed: changed)
    return await build?.outcome()
  }

  /// The pieces of the last build; nil when there are none to trust.
  func memory(notesHashes: Bool) -> PieceMemory? {
    guard let last, last.notesHashes == notesHashes,
      let pieces = RecordFile(at: folders.pieces, last.pieces)
    else { return nil }
    return PieceMemory(pieces, sources: last.sources, output: folders.output)
  }

  /// What was written for registries of these articles, and of no others.
  func deposit(of group: ResolvedJournal.DepositGroup) -> LastBuild.Deposit? {
    last?.deposits.first { $0.group == group.name && $0.slugs == group.slugs }
  }

  /// Whether it stands.
  func depositStands(_ group: ResolvedJournal.DepositGroup) -> Bool {
    deposit(of: group).map { stand($0.files) } ?? false
  }

  private func stand(_ deposits: [StampedFile]) -> Bool {
    deposits.allSatisfy { Disk.stamp(depositFolder + "/" + $0.path) == $0.stamp }
  }

  /// What the last build found in formulas of files that are not read again.
  func formulaReport(without files: Set<String>, in texts: Set<String>) -> Report {
    Report(
      (last?.formulas.diagnostics ?? []).filter {
        texts.contains($0.range.path) && !files.contains($0.range.path)
      })
  }

  /// Whether a file of the last build has gone: then all pages are looked at again, since one that
  /// was not made again may lead there.
  func hasLost(_ files: SiteFiles) -> Bool {
    guard let last else { return false }
    // The list of all files is made when the others are known.
    let names = TextSet(files.names)
    return !last.outputs.paths.allSatisfy {
      names.contains($0) || $0 == SitePath.manifest.file
    }
  }

  /// Notes what a build has come to, for the next.
  func remember(
    _ outcome: BuildOutcome, _ made: MadeSite, deposits: [LastBuild.Deposit],
    _ site: consuming PreparedSite, notesHashes: Bool
  ) {
    guard !outcome.report.isPassing, let sources, let newPlan = made.plan,
      let newPieces = made.pieces
    else {
      made.discard()
      return
    }
    guard let plan = try? newPlan.install(), let pieces = try? newPieces.install()
    else { return }
    let (prefix, citations) = (site.prefix, site.renderer.context.citations)
    let files = StyleFiles(tree: tree, prefix: prefix, folders: options.cslPaths)
    // The largest part of what is in memory goes before the next is made.
    _ = consume site
    let links = made.files.pages.flatMap(\.links).filter { $0.fragment != nil }
    keep(
      LastBuild(
        request: request, notesHashes: notesHashes, sources: sources, listing: listing,
        prefix: prefix,
        styles: citations.fileNames.map { .init(name: $0, place: files.place(of: $0)) },
        outputs: made.files.stamped, deposits: deposits, report: outcome.report,
        formulas: made.formulas,
        publication: outcome.publication, links: Array(Set(links)), pieces: pieces, plan: plan,
        search: made.isSearchMade
          ? RecordFile(at: folders.search, sealedBy: .ofThisMachine)?.seal : last?.search,
        searchChanges: made.isSearchMade ? [] : last?.searchChanges ?? [],
        searchTitles: made.isSearchMade ? [] : last?.searchTitles ?? []))
  }

  /// The files as they were listed; nil when one has changed since.
  var sources: [LastBuild.Source]? {
    var sources: [LastBuild.Source] = []
    for file in tree.files {
      var source = LastBuild.Source(path: file.path, stamp: file.stamp)
      if file.modified >= time - LastBuild.stampDoubt {
        guard let bytes = try? tree.bytes(of: file.path),
          Disk.stampFollowingLinks(options.source + "/" + file.path) == file.stamp
        else { return nil }
        source.content = Fingerprint(bytes)
      }
      sources.append(source)
    }
    return sources
  }

  /// Notes what a build has come to; the next does without when this cannot be written.
  func keep(_ build: LastBuild) {
    _ = try? CacheFile.write(build, to: folders.lastBuild)
  }
}

extension SiteRenderer {
  /// Converts the formulas of what has to be made; gives what is found in those of the whole site.
  ///
  /// The words of `plain` files, which hold none, are not read for this.
  mutating func readFormulas(
    for steps: [Step], but plain: Set<String>, _ start: BuildStart
  ) async -> Report {
    let files = Set(steps.compactMap(\.work).flatMap { context.texts(of: $0.piece) })
    let texts = Set(steps.flatMap { context.texts(of: $0.piece) })
    var report = start.formulaReport(without: files, in: texts)
    report.merge(await readFormulas(of: files == texts ? nil : files, but: plain, start))
    return report
  }

  /// Converts the formulas of some files, or of all.
  mutating func readFormulas(
    of files: Set<String>?, but plain: Set<String> = [], _ start: BuildStart
  ) async -> Report {
    var report = Report()
    let cache = URL(filePath: start.options.source).appending(path: ".fascicle/formulas.jsonl")
    let formulas = await FormulaTable.forTexts(
      of: context.journal, in: start.tree, files: files, plain: plain,
      cache: start.options.writes ? cache : nil, report: &report)
    context = context.with(formulas)
    return report
  }
}

extension Report {
  /// Whether something is in it that could not be done this time: it may go well next time.
  var isPassing: Bool {
    let passing = [
      "formula-converter-missing", "formula-converter-broken", "output-refused", "output-busy",
      "part-unusable", "part-outdated",
    ]
    return diagnostics.contains { passing.contains($0.code.rawValue) }
  }
}

extension RenderContext {
  /// The files whose texts may hold formulas.
  func texts(of piece: Piece) -> [String] {
    switch piece.subject {
    case .article(let place):
      [journal.allArticles[place].range.path] + journal.allArticles[place].bodies.map(\.value.path)
        + journal.allArticles[place].abstracts.map(\.value.range.path)
    case .page(let place): journal.pages[place].bodies.map(\.value.path)
    case .announcement(let place): journal.announcements[place].bodies.map(\.value.path)
    case .home, .feeds, .issue, .author, .keyword, .lists, .permissions, .file: []
    }
  }
}

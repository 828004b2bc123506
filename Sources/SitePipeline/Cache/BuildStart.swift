import JournalModel
import Reporting

/// What a build begins with: the sources as they are, and what is known of the last build.
struct BuildStart: Sendable {
  let options: BuildOptions
  let tree: SourceTree
  let folders: SiteFolders
  /// Before the sources were listed.
  private let time: Int
  private let listing: Report

  init(_ options: BuildOptions, report: inout Report) {
    self.options = options
    time = Disk.now()
    tree = SourceTree(
      folder: options.source, excluding: options.foldersBelowSource, report: &report)
    listing = report
    folders = SiteFolders(output: options.output, cache: options.source + "/.fascicle")
  }

  private var request: LastBuild.Request {
    .init(
      links: options.links, formats: options.formats?.sorted(), cslPaths: options.cslPaths,
      isStrict: options.isStrict,
      day: options.now.flatMap { CalendarDate(latestDayAt: $0)?.text })
  }

  /// The outcome of the last build, when this one would change nothing.
  func replayed() async -> BuildOutcome? {
    guard options.writes, !options.records, Disk.kind(folders.log) == nil,
      let last = CacheFile.read(LastBuild.self, at: folders.lastBuild),
      last.request == request, last.listing == listing, last.stands(on: tree),
      last.stands(
        on: StyleFiles(tree: tree, prefix: last.prefix, folders: options.cslPaths)),
      await last.outputs.stand(in: folders.output),
      await last.deposits.stand(in: options.source + "/Deposits")
    else { return nil }
    if last.isInDoubt { remember(last.confirmed(at: time)) }
    return last.outcome
  }

  /// Notes what a build has come to, for the next.
  func remember(
    _ outcome: BuildOutcome, staged: [StagedFile], deposits: [StampedFile], prefix: String,
    _ citations: CitationStyles
  ) {
    // What a program on this machine could not do may go well next time.
    let passing = ["formula-converter-missing", "formula-converter-broken", "output-refused"]
    guard !outcome.report.diagnostics.contains(where: { passing.contains($0.code.rawValue) }),
      let sources
    else { return }
    let files = StyleFiles(tree: tree, prefix: prefix, folders: options.cslPaths)
    remember(
      LastBuild(
        request: request, sources: sources, listing: listing, prefix: prefix,
        styles: citations.fileNames.map { .init(name: $0, place: files.place(of: $0)) },
        outputs: staged.map { StampedFile(path: $0.path, stamp: $0.stamp) }, deposits: deposits,
        report: outcome.report, publication: outcome.publication))
  }

  /// The files as they were listed; nil when one has changed since.
  private var sources: [LastBuild.Source]? {
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

  /// The next build does without when this cannot be written.
  private func remember(_ build: LastBuild) {
    try? CacheFile.write(build, to: folders.lastBuild)
  }
}

import Exports
import Foundation
import JournalModel
import Reporting

// SitePipeline turns a folder of Markdown into a site: read, load, resolve, plan, render, write.
//
// In come the options of a command; out comes the report, and beside it the site. Each step is a
// function from one value to the next, in the folder of its name; this file composes them. Load,
// resolve and plan always run to their end, so that one run shows every problem. Render hands each
// finished page to the writer, which stages what differs; only when nothing was wrong are staged
// files put in place. Read on in `Plan/SitePlanner.swift`, `Render/SiteRenderer.swift` and
// `Write/SiteWriter.swift`.

/// Builds the site of a journal.
package func build(_ options: BuildOptions) async -> BuildOutcome {
  var report = Report()
  if let misplaced = options.misplacedOutput {
    report.add(misplaced)
    return BuildOutcome(report: report)
  }
  var found = Report()
  let parts = options.parts.map { SiteParts(folder: $0, report: &found) }
  let start = await BuildStart(options, report: &report)
  if found.isEmpty, let outcome = await start.replayed() { return outcome }
  report.merge(found)
  guard !found.hasErrors, let site = await prepare(start.tree, options, &report) else {
    return BuildOutcome(report: report)
  }
  var writer: SiteWriter?
  if options.writes {
    do throws(SiteWriter.Refusal) {
      writer = try SiteWriter(start.folders)
    } catch {
      report.add(.refused(error))
    }
  }
  defer { writer?.close() }
  let finisher = SiteFinisher(
    plan: site.renderer.context.plan, writer: writer,
    notesHashes: options.records || site.ledger != nil)
  var made = await render(site, start, parts, finisher, &report)
  if let manifest = finisher.manifest(of: made.files, &report) {
    made.files.insert(manifest)
    made.files.forgetDigests()
  }
  check(made.files, site, finisher, &report)
  if options.isStrict { checkDepositTimes(made, site.renderer.context, options, &report) }
  let published = finisher.notesHashes ? site.published(made.files) : nil
  var outcome = commit(made.files, writer, options, report)
  outcome.publication = published.flatMap { site.ledger?.changes(to: $0) }
  guard outcome.isWritten else {
    made.discard()
    return outcome
  }
  let deposits = deposit(made, site.renderer.context, start, &outcome.report)
  if options.records, let published { record(published, site, options, &outcome.report) }
  // Nothing holds the journal any longer but what is to remember it.
  let notesHashes = (consume finisher).notesHashes
  start.remember(outcome, made, deposits: deposits, consume site, notesHashes: notesHashes)
  return outcome
}

/// What rendering came to.
struct MadeSite: Sendable {
  /// The pieces for the next build; nil when they cannot be kept.
  var pieces: RecordFile.Draft?
  /// The plan for the next build; nil when it cannot be kept.
  var plan: RecordFile.Draft?
  /// Whether an article is deposited with Crossref.
  var isForCrossref: Bool
  var files: SiteFiles
  /// Of the articles that were made, by slug.
  var deposits: [String: DepositPart]
  var formulas: Report
  /// Whether the search index was made, and does not stand as it was.
  var isSearchMade: Bool

  /// Forgets what was to be kept for the next build.
  func discard() {
    pieces?.discard()
    plan?.discard()
  }
}

/// Makes what does not stand.
private func render(
  _ site: PreparedSite, _ start: BuildStart, _ parts: SiteParts?, _ finisher: SiteFinisher,
  _ report: inout Report
) async -> MadeSite {
  var renderer = site.renderer
  let memory = start.memory(notesHashes: finisher.notesHashes)
  var plan = finisher.writer == nil ? nil : RecordFileWriter(for: start.folders.plan)
  let steps = await renderer.steps(
    knowing: memory, joining: parts, depositStands: start.depositStands,
    noting: { plan?.add($0) })
  parts?.reportOutdated(steps, in: renderer.context.journal, &report)
  var formulas = await renderer.readFormulas(for: steps, but: site.plainTexts, start)
  if let parts {
    let texts = steps.filter(\.isJoined).flatMap { renderer.context.texts(of: $0.piece) }
    formulas.merge(parts.formulaReport(in: Set(texts)))
  }
  report.merge(formulas)
  if finisher.writer != nil {
    renderer.context = renderer.context.keepingSearchIndex(in: start.folders.search)
  }
  let searchName = renderer.context.plan.searchPieceName
  var made = MadeSite(
    isForCrossref: false,
    files: SiteFiles(
      capacity: renderer.context.plan.files.count, isWritten: finisher.writer != nil),
    deposits: [:], formulas: formulas,
    isSearchMade: steps.contains {
      $0.work?.piece.name(in: renderer.context.plan) == searchName
    })
  var pieces = finisher.writer == nil ? nil : RecordFileWriter(for: start.folders.pieces)
  // How many pieces are made from a source file, the search index not counted.
  var readers: [String: Int] = [:]
  _ = await renderer.carryOut(
    steps, knowing: memory, into: &report, finishing: finisher,
    keeping: { piece in
      pieces?.add(piece.stored ?? StoredRecord(piece.record))
      if piece.record.name != searchName {
        for path in Set(piece.record.sources.map(\.path)) { readers[path, default: 0] += 1 }
      }
      if piece.record.isForCrossref { made.isForCrossref = true }
      if let deposit = piece.deposit { made.deposits[deposit.slug] = deposit }
      for file in piece.record.files { made.files.add(file) }
    })
  made.pieces = try? pieces.take()?.finish()
  if var plan = plan.take() {
    let whole = steps.filter(\.isWhole).map { $0.piece.name(in: renderer.context.plan) }
    StoredPlan.write(
      renderer.context, whole: whole, heads: site.heads, readers: readers, to: &plan)
    made.plan = try? plan.finish()
  }
  if start.hasLost(made.files) { made.files.rescan(by: finisher) }
  made.files.sort()
  return made
}

/// A site before it is rendered.
struct PreparedSite {
  let renderer: SiteRenderer
  /// The path before every content file.
  var prefix: String
  /// What the site takes from the files of articles beside their words.
  var heads: [String: Fingerprint]
  /// The files of articles whose words hold no formulas.
  var plainTexts: Set<String>
  /// What has been published; nil before anything was.
  var ledger: PublishedLedger?
  /// What readers know of an earlier site.
  var formerAddresses: FormerAddressList?

  var ledgerPath: String { prefix + PublishedLedger.fileName }

  /// What the world knows once these files are published.
  func published(_ files: SiteFiles) -> PublishedLedger {
    renderer.context.plan.published { files.hashes[$0.path.file]?.text ?? "" }
  }
}

/// Everything up to rendering; nil when there is nothing to render.
func prepare(
  _ tree: SourceTree, _ options: BuildOptions, _ report: inout Report
) async -> PreparedSite? {
  let loaded = await load(tree, report: &report)
  let (prefix, bibliographies) = (loaded.layout.prefix, loaded.bibliographies)
  let heads = Dictionary(
    loaded.articles.map { ($0.range.path, $0.head) }, uniquingKeysWith: { first, _ in first })
  let plainTexts = Set(
    loaded.articles.lazy.filter { !$0.mayHoldFormulas }.map(\.range.path))
  async let readTools = Reported { SiteTools(tree, options, prefix: prefix, report: &$0) }
  let (citation, formats, redirects) = (loaded.citation, loaded.formats, loaded.redirects)
  let resolved = resolve(
    consume loaded, today: options.now.flatMap { CalendarDate(latestDayAt: $0) }, report: &report)
  let tools = await readTools.joined(to: &report)
  guard let resolved else { return nil }
  async let readStyles = Reported {
    await CitationStyles(for: resolved, namedIn: citation, files: tools.styles, report: &$0)
  }
  async let downloads = Downloads(resolved)
  let settings = SourceRange(startOf: prefix + "journal.yml")
  let asked =
    options.formats?.sorted().map { Located($0, at: settings) } ?? (formats.isEmpty ? nil : formats)
  let plan = plan(
    resolved, settings: settings,
    assets: tools.assets(for: resolved.journal),
    options: SiteOptions(
      links: options.links,
      formats: resolved.journal.exportFormats(asked: asked, at: settings, report: &report)),
    report: &report)
  plan.check(redirects, &report)
  let citations = await readStyles.joined(to: &report)
  var context = tools.context(plan, await downloads, citations, tree, bibliographies)
  if options.writes, !options.galleys.isEmpty {
    context = await context.addingGalleys(options, &report)
  }
  var site = PreparedSite(
    renderer: SiteRenderer(context: context), prefix: prefix,
    heads: heads, plainTexts: plainTexts)
  if tree.file(site.ledgerPath) != nil,
    let bytes = tree.bytes(of: site.ledgerPath, report: &report)
  {
    site.ledger = PublishedLedger(bytes, path: site.ledgerPath, report: &report)
  }
  let former = prefix + FormerAddressList.fileName
  if tree.file(former) != nil, let bytes = tree.bytes(of: former, report: &report) {
    site.formerAddresses = FormerAddressList(bytes, path: former)
  }
  return site
}

/// Follows all links of the finished pages, and looks for what was published and is gone.
///
/// What failed before is left out of the site, and what leads to it is not reported again: then only
/// links are followed that stay on their page.
private func check(
  _ files: SiteFiles, _ site: PreparedSite, _ finisher: SiteFinisher, _ report: inout Report
) {
  let plan = site.renderer.context.plan
  let names = TextSet(files.names)
  let links = SiteLinkCheck(
    plan: plan, tree: site.renderer.context.tree, files: names, anchors: finisher.anchors)
  let hadErrors = report.hasErrors
  links.checkWithinPages(files.pages, &report)
  if hadErrors { return }
  links.checkBetweenPages(files.pages, &report)
  site.ledger?.reportVanished(from: plan, files: names, ledgerPath: site.ledgerPath, &report)
  site.formerAddresses?.reportUnmapped(in: plan, files: names, &report)
}

/// Puts what was staged in place, unless something was wrong.
private func commit(
  _ files: SiteFiles, _ writer: SiteWriter?, _ options: BuildOptions, _ report: Report
) -> BuildOutcome {
  var outcome = BuildOutcome(report: report)
  guard let writer else { return outcome }
  do throws(Disk.Failure) {
    if report.hasErrors || options.isStrict && !report.isEmpty {
      try writer.abandon()
    } else {
      outcome.changes = try writer.commit(files.staged, names: files.names)
      outcome.isWritten = true
    }
  } catch {
    outcome.report.add(.outputRefused(error))
  }
  return outcome
}

/// Writes the files for registries beside the content: they may hold addresses of persons, so they
/// never stand in the site.
private func deposit(
  _ made: MadeSite, _ site: RenderContext, _ start: BuildStart, _ report: inout Report
) -> [LastBuild.Deposit] {
  var deposits: [LastBuild.Deposit] = []
  for group in site.takesDeposits ? site.journal.depositGroups : [] {
    let parts = group.slugs.compactMap { made.deposits[$0] }
    if parts.isEmpty, let known = start.deposit(of: group) {
      deposits.append(known)
    } else {
      let files = site.journal.depositFiles(of: group, parts: parts)
      deposits.append(
        .init(group: group.name, slugs: group.slugs, files: write(files, start.options, &report)))
    }
  }
  if site.journal.deposits(toCrossref: made.isForCrossref) {
    let list = [site.journal.addressList].compactMap(\.self)
    deposits.append(.init(group: "", slugs: [], files: write(list, start.options, &report)))
  }
  return deposits
}

/// Reports the files for registries that would change without a newer time.
private func checkDepositTimes(
  _ made: MadeSite, _ site: RenderContext, _ options: BuildOptions, _ report: inout Report
) {
  for group in site.takesDeposits ? site.journal.depositGroups : [] {
    let parts = group.slugs.compactMap { made.deposits[$0] }
    for file in parts.isEmpty ? [] : site.journal.depositFiles(of: group, parts: parts) {
      if let old = try? Disk.read(options.path(of: file)),
        old != file.bytes, file.isOfTheTime(of: old)
      {
        report.add(.depositTime(file.name))
      }
    }
  }
}

func write(
  _ files: [DepositFile], _ options: BuildOptions, _ report: inout Report
) -> [StampedFile] {
  var written: [StampedFile] = []
  do throws(Disk.Failure) {
    for file in files {
      let path = options.path(of: file)
      let old = Disk.size(path) == nil ? nil : try Disk.read(path)
      if old != file.bytes {
        if let old, file.isOfTheTime(of: old) { report.add(.depositTime(file.name)) }
        try Disk.makeFolders(Disk.parent(of: path))
        try Disk.replace(path, with: file.bytes)
      }
      written.append(StampedFile(path: file.name, stamp: Disk.stamp(path)))
    }
  } catch {
    report.add(.outputRefused(error))
  }
  return written
}

extension BuildOptions {
  fileprivate func path(of file: DepositFile) -> String {
    BuiltFolder.deposits.path(in: source) + "/" + file.name
  }
}

extension Diagnostic {
  fileprivate static func depositTime(_ name: String) -> Diagnostic {
    Diagnostic(
      .warning, "crossref-deposit-time", "'\(name)' has changed, and its time has not",
      at: SourceRange(startOf: "Deposits/" + name),
      hint: "Give the article that changed an 'updated' date or a higher 'revision', or delete the "
        + "file if it has not been deposited")
  }
}

/// Brings the ledger of published addresses up to date.
private func record(
  _ published: PublishedLedger, _ site: PreparedSite, _ options: BuildOptions,
  _ report: inout Report
) {
  do throws(Disk.Failure) {
    try Disk.replace(options.source + "/" + site.ledgerPath, with: published.bytes)
  } catch {
    report.add(.outputRefused(error))
  }
}

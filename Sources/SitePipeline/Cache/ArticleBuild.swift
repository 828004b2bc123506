import Exports
import JournalModel
import Reporting

/// A build in which nothing has changed since the last but some articles, and of these only what
/// they say.
///
/// Then all that was planned stands, and so do all pieces but those articles, the pages that show
/// their titles, and what the search knows of them. Whatever else an edit brings about (another
/// file in the site, a link that was not there, an anchor that others lead to and that has gone, an
/// error) is left to a whole build: nothing has been put in place by then.
struct ArticleBuild {
  let start: BuildStart
  let last: LastBuild
  /// The sources that differ.
  let changed: [String]
  /// As it is now.
  let plan: StoredPlan
  let pieces: RecordFile
  let renewed: [RenewedArticle]
  /// What has become of them.
  let facts: Fingerprint
  let scope: ArticleBuildScope
  /// The index of the last build, if it is there.
  let search: StoredSearchIndex?
  let tools: SiteTools
  /// The pieces that are not as they were.
  private var records: [StoredRecord] = []

  /// Nil when more has changed.
  init?(_ start: BuildStart, since last: LastBuild, changed: [String]) async {
    guard start.options.galleys.isEmpty,
      var plan = RecordFile(at: start.folders.plan, last.plan).flatMap(StoredPlan.init),
      let changes = plan.changes(in: changed, start.tree),
      let pieces = RecordFile(at: start.folders.pieces, last.pieces)
    else { return nil }
    async let readTools = Reported {
      SiteTools(start.tree, start.options, prefix: last.prefix, report: &$0)
    }
    async let readSearch = last.search.flatMap {
      StoredSearchIndex(at: start.folders.search, sealed: $0)
    }
    var renewed: [RenewedArticle] = []
    for slug in changes.renewed.sorted() {
      guard let old = plan.part(slug), let pages = plan.group(.article(slug)),
        let article = await RenewedArticle(
          old, in: plan, start, prefix: last.prefix, today: start.today),
        !last.reports(beside: pieces.packed(PieceRecord.self, of: pages.piece), of: article)
      else { return nil }
      renewed.append(article)
    }
    guard plan.put(&renewed) else { return nil }
    search = await readSearch
    guard
      let scope = ArticleBuildScope(
        changes, renewed.map(\.part.article), in: plan, last, search)
    else { return nil }
    self.start = start
    self.last = last
    self.changed = changed
    self.plan = plan
    self.pieces = pieces
    self.renewed = renewed
    facts = Fingerprint(of: renewed.map(\.part.stored))
    self.scope = scope
    // The last build has reported what there is to report.
    var known = Report()
    tools = await readTools.joined(to: &known)
  }

  /// What the build came to; nil when it has to be a whole one.
  mutating func outcome() async -> BuildOutcome? {
    guard let sources = start.sources else { return nil }
    guard var view = plan.view(of: scope.articles, issues: scope.issues) else { return nil }
    view.namesakes = scope.namesakes
    // What is made beside sees the build as it is now.
    let build = self
    let shown = plan.context(of: view, tools, links: start.options.links, start.tree)
    async let citing = build.plan.citing(in: shown, tools)
    guard let writer = try? SiteWriter(start.folders) else { return nil }
    defer { writer.close() }
    let finisher = SiteFinisher(plan: shown.plan, writer: writer, notesHashes: last.notesHashes)
    // The search shows no citations.
    async let found = build.searched(in: shown, finisher)
    let context = await citing
    guard let made = await made(in: context, finisher),
      let listed = listed(in: context, finisher),
      let searched = await found
    else { return nil }
    records += listed.records + searched.records
    var (files, next) = (made.files + listed.files + searched.files, made.next)
    if context.plan.contains(.manifest) {
      var report = Report()
      guard let old = try? Disk.read(start.folders.output + "/" + SitePath.manifest.file),
        let manifest = finisher.manifest(old, with: files, &report)
      else { return nil }
      files.append(manifest)
    }
    let staged = files.compactMap(\.staged).filter { $0.state != .unchanged }
    guard staged.allSatisfy({ $0.state == .changed }), !next.report.hasErrors,
      // A whole build looks into the deposits before it writes anything.
      !start.options.isStrict || next.report.isEmpty && made.deposits.isEmpty,
      (try? writer.replace(staged)) != nil
    else { return nil }
    deposit(made.deposits, of: view.journal, in: &next)
    note(staged, in: &next)
    next.publication = publication(of: files, in: context.plan)
    next.sources = sources
    keep(next, searched.index)
    var outcome = next.outcome
    outcome.changes.changed = PathList(staged.map(\.path).sorted())
    outcome.changes.unchangedCount -= staged.count
    return outcome
  }

  /// The stamps that files have now.
  private func note(_ staged: [StagedFile], in next: inout LastBuild) {
    let stamps = Dictionary(
      staged.map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first })
    if !stamps.isEmpty { next.outputs.note(stamps) }
  }

  /// How the site differs from what was published, now that these files have been made.
  private func publication(
    of files: [SiteFinisher.Finished], in plan: SitePlan
  ) -> PublicationChanges? {
    guard let known = last.publication,
      let bytes = try? start.tree.bytes(of: last.prefix + PublishedLedger.fileName)
    else { return last.publication }
    // What is wrong with the ledger has been reported: it has not changed.
    var report = Report()
    let hashes = Dictionary(
      files.map { ($0.file, $0.hash) }, uniquingKeysWith: { first, _ in first })
    return PublishedLedger(bytes, path: PublishedLedger.fileName, report: &report)
      .changes(known, renewed: plan.published { (hashes[$0.path.file] ?? nil)?.text })
  }

  /// Keeps it for the next build; the search index is stored anew when many articles differ from it.
  private func keep(_ build: LastBuild, _ index: StoredSearchIndex?) {
    guard !build.report.isPassing else { return }
    var (build, pieces) = (build, pieces)
    for record in records { pieces.put(record) }
    do throws(Disk.Failure) {
      build.pieces = try pieces.save(at: start.folders.pieces)
      build.plan = try plan.records.save(at: start.folders.plan)
    } catch {
      return
    }
    build.searchChanges = scope.searched.sorted()
    build.searchTitles = scope.retitled.sorted()
    if build.searchChanges.count > Self.mostSearchChanges, let index,
      let seal = try? index.write(to: start.folders.search)
    {
      build.search = seal
      build.searchChanges = []
      build.searchTitles = []
    }
    start.keep(build)
  }

  private static let mostSearchChanges = 16

  /// Writes the deposits that articles made again belong to.
  private func deposit(
    _ parts: [String: DepositPart], of journal: ResolvedJournal, in next: inout LastBuild
  ) {
    for index in next.deposits.indices {
      let name = next.deposits[index].group
      guard let group = journal.depositGroups.first(where: { $0.name == name }),
        group.slugs.contains(where: { parts[$0] != nil })
      else { continue }
      next.deposits[index].files = write(
        journal.depositFiles(of: group, parts: group.slugs.compactMap { parts[$0] }),
        start.options, &next.report)
    }
  }

  private typealias Made = (
    files: [SiteFinisher.Finished], next: LastBuild, deposits: [String: DepositPart]
  )

  /// The pieces, made again.
  private mutating func made(in context: RenderContext, _ finisher: SiteFinisher) async -> Made? {
    var old: [String: PieceRecord] = [:]
    for name in scope.pieces { old[name] = pieces.packed(PieceRecord.self, of: name) }
    let index = JournalIndex(context)
    let works = Piece.all(of: context.plan).compactMap { piece in
      old[piece.name(in: context.plan)].map { record in
        SiteRenderer.Work(
          piece: piece, breadth: PieceScope(of: piece, in: index).breadth,
          fingerprint: renewed.isEmpty ? record.fingerprint : record.after(facts))
      }
    }
    guard works.count == scope.pieces.count else { return nil }
    var renderer = SiteRenderer(context: context)
    let steps = works.map { SiteRenderer.Step.make($0) }
    let texts = Set(works.flatMap { context.texts(of: $0.piece) })
    let formulas = await renderer.readFormulas(of: texts, start)
    var report = Report()
    let results = await renderer.carryOut(
      steps, knowing: nil, into: &report, finishing: finisher, keeping: { $0 })
    guard !formulas.isPassing else { return nil }
    var next = last
    next.formulas = Report(
      last.formulas.diagnostics.filter { !texts.contains($0.range.path) } + formulas.diagnostics)
    var gone =
      last.formulas.diagnostics.filter { texts.contains($0.range.path) }
      + last.report.diagnostics.filter { $0.code == "crossref-deposit-time" }
    for result in results {
      guard let before = old[result.record.name], keepsPromises(result.record, of: before)
      else { return nil }
      gone += before.report.diagnostics
      records.append(StoredRecord(result.record))
    }
    next.report = last.report.without(gone)
    next.report.merge(formulas)
    next.report.merge(report)
    return (
      results.flatMap(\.record.files), next,
      Dictionary(
        results.compactMap(\.deposit).map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first }
      )
    )
  }

  /// Whether all others find in a piece what they found before, and it asks nothing new of them.
  private func keepsPromises(_ record: PieceRecord, of before: PieceRecord) -> Bool {
    let anchors = Dictionary(
      record.files.map { ($0.file, $0.anchors) }, uniquingKeysWith: { first, _ in first })
    let links = Set(before.files.flatMap { $0.anchors?.links ?? [] })
    return record.isForCrossref == before.isForCrossref
      && record.files.map(\.file) == before.files.map(\.file)
      && anchors.values.allSatisfy { page in
        page.map { $0.missing.isEmpty && links.isSuperset(of: $0.links) } ?? true
      }
      && last.links.allSatisfy { link in
        guard let page = anchors[link.file], let fragment = link.fragment else { return true }
        return page?.has(fragment) ?? true
      }
  }
}

extension PieceRecord {
  /// The fingerprint of a piece that has been made from other facts: none that a whole build, which
  /// sees all facts, would give it.
  func after(_ facts: Fingerprint) -> Fingerprint {
    var result = fingerprint
    result.combine(facts)
    return result
  }
}

extension LastBuild {
  /// Whether more was reported of an article than its piece and its formulas reported.
  fileprivate func reports(beside piece: PieceRecord?, of article: RenewedArticle) -> Bool {
    let known = (piece?.report.diagnostics ?? []) + formulas.diagnostics
    return report.without(known).names(Set(article.heads.keys))
  }
}

extension Report {
  /// The rest when each of these is taken away once.
  fileprivate func without(_ others: [Diagnostic]) -> Report {
    var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
    let files = Set(others.map(\.range.path))
    return Report(
      diagnostics.filter { diagnostic in
        guard files.contains(diagnostic.range.path), let count = counts[diagnostic], count > 0
        else { return true }
        counts[diagnostic] = count - 1
        return false
      })
  }
}

import Exports
import JournalModel
import Reporting

/// A build in which nothing but the words of some articles has changed since the last.
///
/// Then all that was planned stands, and so do all pieces but those articles and what the search
/// knows of them. Whatever else an edit brings about (another file in the site, a link that was not
/// there, an anchor that others lead to and that has gone, an error) is left to a whole build:
/// nothing has been put in place by then.
struct TextBuild {
  private let start: BuildStart
  private let last: LastBuild
  private let changed: [String]
  private let plan: StoredPlan
  private let pieces: RecordFile
  /// The articles to make.
  private let parts: [StoredPlan.Part]
  /// Those whose words the search index does not have.
  private let searched: [StoredPlan.Part]
  /// The pieces as they are now.
  private var renewed: [StoredRecord] = []

  /// Nil when more than words has changed.
  init?(_ start: BuildStart, since last: LastBuild, changed: [String]) {
    guard !last.notesHashes, start.options.galleys.isEmpty,
      let plan = RecordFile(at: start.folders.plan, last.plan).flatMap(StoredPlan.init),
      let slugs = plan.articles(ofWordsIn: changed, start.tree),
      let earlier = plan.articles(of: last.searchChanges),
      let pieces = RecordFile(at: start.folders.pieces, last.pieces)
    else { return nil }
    // Articles that are deposited together are made together.
    let deposited = last.deposits.filter { !slugs.isDisjoint(with: $0.slugs) }.flatMap(\.slugs)
    parts = slugs.union(deposited).sorted().compactMap(plan.part)
    searched = slugs.union(earlier).sorted().compactMap(plan.part)
    self.start = start
    self.last = last
    self.changed = changed
    self.plan = plan
    self.pieces = pieces
  }

  /// What the build came to; nil when it has to be a whole one.
  mutating func outcome() async -> BuildOutcome? {
    guard let sources = start.sources else { return nil }
    var known = Report()
    let tools = SiteTools(start.tree, start.options, prefix: last.prefix, report: &known)
    guard let view = plan.view(of: parts + searched),
      let context = plan.context(of: view, tools, links: start.options.links, start.tree),
      let writer = try? SiteWriter(start.folders)
    else { return nil }
    defer { writer.close() }
    let finisher = SiteFinisher(plan: context.plan, writer: writer, notesHashes: false)
    guard let made = await made(in: context, finisher),
      let search = searched(in: context, finisher)
    else { return nil }
    var (files, next) = (made.files + search.files, made.next)
    if context.plan.contains(.manifest) {
      var report = Report()
      guard let old = try? Disk.read(start.folders.output + "/" + SitePath.manifest.file),
        let manifest = finisher.manifest(old, with: files, &report)
      else { return nil }
      files.append(manifest)
    }
    let staged = files.compactMap(\.staged).filter { $0.state != .unchanged }
    guard staged.allSatisfy({ $0.state == .changed }), !next.report.hasErrors,
      !start.options.isStrict || next.report.isEmpty,
      (try? writer.replace(staged)) != nil
    else { return nil }
    deposit(made.deposits, of: view.journal, in: &next)
    note(staged, in: &next)
    next.sources = sources
    keep(next, search.index)
    var outcome = next.outcome
    outcome.changes.changed = staged.map(\.path).sorted()
    outcome.changes.unchangedCount -= staged.count
    return outcome
  }

  /// The stamps that files have now.
  private func note(_ staged: [StagedFile], in next: inout LastBuild) {
    let stamps = Dictionary(
      staged.map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first })
    guard !stamps.isEmpty else { return }
    for index in next.outputs.indices {
      if let stamp = stamps[next.outputs[index].path] { next.outputs[index].stamp = stamp }
    }
  }

  /// Keeps it for the next build; the search index is stored anew when many texts differ from it.
  private func keep(_ build: LastBuild, _ index: StoredSearchIndex?) {
    guard !build.report.isPassing else { return }
    var (build, pieces) = (build, pieces)
    guard (try? pieces.renew(renewed, at: start.folders.pieces)) != nil else { return }
    build.pieces = pieces.state
    build.searchChanges = Set(last.searchChanges + changed).sorted()
    if build.searchChanges.count > Self.mostSearchChanges, let index,
      let seal = try? CacheFile.write(index, to: start.folders.search)
    {
      build.search = seal
      build.searchChanges = []
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

  /// The articles, made again.
  private mutating func made(in context: RenderContext, _ finisher: SiteFinisher) async -> Made? {
    let names = Set(parts.map(\.piece))
    var old: [String: PieceRecord] = [:]
    for name in names { old[name] = pieces.value(PieceRecord.self, of: name) }
    let index = JournalIndex(context)
    let works = Piece.all(of: context.plan).compactMap { piece in
      old[piece.name].map {
        SiteRenderer.Work(
          piece: piece, scope: PieceScope(of: piece, in: index), fingerprint: $0.fingerprint)
      }
    }
    guard works.count == names.count else { return nil }
    var renderer = SiteRenderer(context: context)
    let steps = works.map { SiteRenderer.Step.make($0) }
    let texts = Set(works.flatMap { context.texts(of: $0.piece) })
    let formulas = await renderer.readFormulas(of: texts, start)
    var report = Report()
    let results = await renderer.carryOut(steps, knowing: nil, into: &report) { file, report in
      finisher.finish(file, &report)
    }
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
      renewed.append(result.stored)
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

  private typealias Searched = (files: [SiteFinisher.Finished], index: StoredSearchIndex?)

  /// The search index with the words as they are now.
  private mutating func searched(in context: RenderContext, _ finisher: SiteFinisher) -> Searched? {
    let time = Disk.now()
    guard var record = pieces.value(PieceRecord.self, of: context.plan.searchPieceName),
      let file = context.plan.file(at: .searchIndex), let seal = last.search,
      let stored = CacheFile.read(
        StoredSearchIndex.self, at: start.folders.search, sealed: seal)
    else { return nil }
    let page = PageContext(
      context, path: .search, language: context.options.defaultLanguage)
    var sources = stored.sources
    var terms: [Int32: SearchTerms] = [:]
    var articles: [String: Article] = [:]
    for article in searched.map(\.article) where !article.isSuperseded {
      for body in article.bodies { articles[body.value.path] = article }
    }
    for number in sources.indices {
      guard let text = sources[number].texts.first(where: { articles[$0.path] != nil }),
        let article = articles[text.path]
      else { continue }
      let document = page.searchDocument(of: article)
      let source = StoredSearchIndex.Source(
        document, of: article, in: start.tree, known: nil, time: 0)
      guard source.document == sources[number].document else { return nil }
      sources[number] = source
      terms[Int32(number)] = context.terms(of: article, document, in: context.tree)
    }
    guard !terms.isEmpty else { return ([], nil) }
    var index = stored.index(of: [])
    index.replace(terms)
    // The last build left the articles' own files as they are.
    let root = SitePath.searchParts.text
    let standing = record.files.filter { $0.file.hasPrefix(root + "articles/") }
    var report = Report()
    var made = index.files(stored.outline).compactMap { part in
      finisher.finish(
        .init(path: SitePath.searchParts.file(part.path), stage: file.stage, bytes: part.bytes),
        &report)
    }
    made.insert(contentsOf: standing, at: max(made.count - 1, 0))
    guard report.isEmpty, made.map(\.file) == record.files.map(\.file) else { return nil }
    record.files = made
    for path in changed {
      guard let place = record.sources.firstIndex(where: { $0.path == path }) else { continue }
      record.sources[place] = PieceRecord.Source(path: path, in: start.tree)
    }
    renewed.append(StoredRecord(record))
    return (
      made, StoredSearchIndex(index, sources: sources, outline: stored.outline, time: time)
    )
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

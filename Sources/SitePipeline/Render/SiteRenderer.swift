import Exports
import JournalModel
import Reporting

/// Makes the bytes of every planned file and hands each on as soon as it is made.
///
/// The work is cut into pieces. Each sees only the part of the journal that it is made from, and
/// one that was made from the same before is not made again.
struct SiteRenderer: Sendable {
  var context: RenderContext

  /// A finished file.
  struct File: Sendable {
    var path: SitePath
    var stage: PlannedFile.Stage
    var bytes: [UInt8]
  }

  /// A piece that has to be made.
  struct Work: Sendable {
    let piece: Piece
    let breadth: PieceScope.Breadth
    let fingerprint: Fingerprint
  }

  /// A piece as it was before, as a part holds it, or to be made.
  enum Step: Sendable {
    indirect case standing(PieceRecord, Work)
    indirect case joined(SitePart.Entry, SitePart, Piece)
    case make(Work)

    var piece: Piece {
      switch self {
      case .joined(_, _, let piece): piece
      case .standing(_, let work), .make(let work): work.piece
      }
    }

    /// What has to be done.
    var work: Work? { if case .make(let work) = self { work } else { nil } }

    var isJoined: Bool { if case .joined = self { true } else { false } }

    /// Whether it sees the whole journal; no piece of a part does.
    var isWhole: Bool {
      switch self {
      case .joined: false
      case .standing(_, let work), .make(let work): work.breadth == .whole
      }
    }
  }

  /// A piece whose files are there or staged, and what its article adds to deposits, if it was made.
  struct Made: Sendable {
    let record: PieceRecord
    /// As it stands in the file of the last build, if it stands as it was.
    var stored: StoredRecord?
    var deposit: DepositPart?
  }

  /// How pieces come to be, by default all in the order of the plan.
  ///
  /// Articles that are deposited together are made together: `depositStands` says whether what was
  /// written for a group is there. `note` is given what the next build has to know of the articles
  /// and of the pieces that show them.
  func steps(
    of pieces: [Piece]? = nil, knowing memory: PieceMemory? = nil, joining parts: SiteParts? = nil,
    depositStands: @Sendable (ResolvedJournal.DepositGroup) -> Bool = { _ in false },
    noting note: (StoredRecord) -> Void = { _ in }
  ) async -> [Step] {
    let index = JournalIndex(context)
    let fingerprints = await PieceFingerprints(context, index, noting: note)
    let context = context
    var report = Report()
    let pieces = pieces ?? Piece.all(of: context.plan)
    let found = await pieces.concurrentMap(
      into: &report,
      { piece, _ in
        let scope = PieceScope(of: piece, in: index)
        let work = Work(
          piece: piece, breadth: scope.breadth, fingerprint: fingerprints[piece, scope])
        let standing = memory?.standing(work, in: context)
        return (
          step: standing.map { Step.standing($0, work) } ?? .make(work),
          record: StoredPlan.record(of: piece, scope, context)
        )
      },
      keeping: { found in
        if let record = found.record { note(record) }
        return found.step
      })
    var groups: Set<String> = []
    if context.takesDeposits {
      for group in context.journal.depositGroups where !depositStands(group) {
        groups.insert(group.name)
      }
      for work in found.lazy.compactMap(\.work) {
        if let group = context.depositGroup(of: work.piece) { groups.insert(group) }
      }
    }
    guard parts != nil || !groups.isEmpty else { return found }
    return await found.concurrentMap(into: &report) { [groups] step, _ in
      let work: Work
      switch step {
      case .joined: return step
      case .make(let new): work = new
      case .standing(_, let known):
        guard let group = context.depositGroup(of: known.piece), groups.contains(group)
        else { return step }
        work = known
      }
      guard let part = parts?.part(for: work.piece, in: context.journal),
        let entry = part.entry(of: work, in: context)
      else { return .make(work) }
      return .joined(entry, part, work.piece)
    }
  }

  /// What `keep` makes of the pieces, whose files go through `finisher`.
  ///
  /// What some pieces share is made for them and let go before the next are begun.
  func carryOut<Kept>(
    _ steps: [Step], knowing memory: PieceMemory? = nil, into report: inout Report,
    finishing finisher: SiteFinisher, keeping keep: (Made) -> Kept
  ) async -> [Kept] {
    let index = JournalIndex(context)
    var kept = Array<Kept?>(repeating: nil, count: steps.count)
    var reports: [(place: Int, found: Report)] = []
    for phase in Phase.allCases {
      let places = steps.indices.filter { Phase(steps[$0]) == phase }
      guard !places.isEmpty else { continue }
      let site = await context(for: places.map { steps[$0] }, in: phase, index)
      var joined = Report()
      _ = await places.concurrentMap(
        beginningWith: { steps[$0].work.map { $0.breadth != .part } ?? false }, into: &joined,
        { place, _ in
          var found = Report()
          let made = Self.made(steps[place], in: site, index, memory, &found, finisher)
          return (place: place, made: made, found: found)
        },
        keeping: { result in
          kept[result.place] = keep(result.made)
          if !result.found.isEmpty { reports.append((result.place, result.found)) }
        })
    }
    for (_, found) in reports.sorted(by: { $0.place < $1.place }) { report.merge(found) }
    return present(in: kept)
  }

  /// Pieces that share more than all do.
  private enum Phase: CaseIterable {
    /// They see the journal without what articles say of their subjects.
    case arrangement
    /// They see so all articles but those without an issue.
    case permissions
    /// They show what lists say of articles.
    case lists
    case others

    init(_ step: Step) {
      guard let work = step.work else {
        self = .others
        return
      }
      switch work.piece.subject {
      case .permissions: self = .permissions
      case .lists, .issue, .feeds: self = .lists
      default: self = work.breadth == .arrangement ? .arrangement : .others
      }
    }
  }

  /// The site as the pieces of a phase see it.
  private func context(
    for steps: [Step], in phase: Phase, _ index: JournalIndex
  ) async -> RenderContext {
    switch phase {
    case .arrangement: context.arranged()
    case .permissions: context.arranged(but: index.plan.journal.articlesWithoutIssue)
    case .lists: await context.listing(listed(in: steps, index))
    case .others: context
    }
  }

  private static func made(
    _ step: Step, in site: RenderContext, _ index: JournalIndex, _ memory: PieceMemory?,
    _ report: inout Report, _ finisher: SiteFinisher
  ) -> Made {
    switch step {
    case .standing(let record, _):
      report.merge(record.report)
      return Made(record: record, stored: memory?.stored(record.name))
    case .joined(let entry, let part, let piece):
      report.merge(entry.record.report)
      return part.made(entry, of: piece, in: site.plan, by: finisher, &report)
    case .make(let work):
      return make(work, PieceScope(of: work.piece, in: index), in: site, memory, &report, finisher)
    }
  }

  /// The articles in lists that have to be made: what they say is read once for all lists.
  private func listed(in steps: [Step], _ index: JournalIndex) -> [Int] {
    var places: Set<Int> = []
    for work in steps.lazy.compactMap(\.work) {
      if work.piece.subject == .lists { return Array(context.journal.articles.indices) }
      places.formUnion(PieceScope(of: work.piece, in: index).articles)
    }
    return places.sorted()
  }

  private static func make(
    _ work: Work, _ scope: PieceScope, in site: RenderContext, _ memory: PieceMemory?,
    _ report: inout Report, _ finisher: SiteFinisher
  ) -> Made {
    let name = work.piece.name(in: site.plan)
    var found = Report()
    // Each source is read once, except by what is made from those of the whole journal.
    let tree = scope.isWhole ? site.tree : site.tree.holding(scope.sources)
    let planned = work.piece.files.map { scope.file(site.plan.files[$0]) }
    let isSearch = planned[0].content == .searchIndex
    // What the search reads of all articles it notes itself.
    var contents =
      isSearch
      ? []
      : memory?.sources(scope.sources, of: name, in: tree)
        ?? scope.sources.map { PieceRecord.Source(path: $0, in: tree) }
    var renderer = PieceRenderer(context: scope.context(of: site, reading: tree))
    var files: [SiteFinisher.Finished] = []
    if work.piece.subject == .lists {
      files = JournalLists(context: site, files: planned).finished(by: finisher, &found)
    } else if isSearch {
      contents = site.makeSearchFiles { part in
        let path = SitePath.searchParts.file(part.path)
        let file = File(path: path, stage: planned[0].stage, bytes: part.bytes)
        if let file = finisher.finish(file, &found) { files.append(file) }
      }
      // Their pages may have been made before these texts went away.
      for text in contents where text.content == nil {
        found.add(.fileUnreadable(.init(path: text.path, reason: "it went away")))
      }
    } else {
      files = planned.flatMap { file in
        renderer.files(of: file, &found).compactMap { finisher.finish($0, &found) }
      }
    }
    report.merge(found)
    let deposit = renderer.deposit
    let shown = renderer.attachments.map { PieceRecord.Source(path: $0.source, in: site.tree) }
    let record = PieceRecord(
      name: name, fingerprint: work.fingerprint, sources: contents + shown,
      answers: Array(Set(renderer.answers)), files: files, report: found,
      isForCrossref: deposit?.isForCrossref ?? false)
    return Made(record: record, deposit: deposit)
  }
}

extension PieceRecord.Source {
  init(path: String, in tree: SourceTree) {
    self.init(path: path, content: (try? tree.bytes(of: path)).map { Fingerprint($0) })
  }
}

extension RenderContext {
  /// Whether articles add to files for registries.
  var takesDeposits: Bool {
    let formats = plan.options.formats
    return formats.contains(.doaj) || formats.contains(.crossref) && options.deposits != nil
  }

  /// The articles that the article of a piece is deposited with.
  func depositGroup(of piece: Piece) -> String? {
    guard case .article(let place) = piece.subject else { return nil }
    return ResolvedJournal.DepositGroup.name(ofIssue: journal.allArticles[place].issueFolder)
  }
}

import Exports
import JournalModel
import Reporting

/// Makes the bytes of every planned file and hands each to `finish` as soon as it is made.
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
    let scope: PieceScope
    let fingerprint: Fingerprint
  }

  /// A piece as it was before, or to be made.
  enum Step: Sendable {
    case standing(StandingPiece, Piece)
    case make(Work)

    var piece: Piece {
      switch self {
      case .standing(_, let piece): piece
      case .make(let work): work.piece
      }
    }

    var work: Work? { if case .make(let work) = self { work } else { nil } }
  }

  /// A piece whose files are there or staged, and what its article adds to deposits, if it was made.
  struct Made: Sendable {
    let record: PieceRecord
    let stored: StoredRecord
    var deposit: DepositPart?
  }

  /// What has to be made, in the order of the plan.
  ///
  /// Articles that are deposited together are made together: `depositStands` says whether what was
  /// written for a group is there.
  func steps(
    knowing memory: PieceMemory?, depositStands: @Sendable (ResolvedJournal.DepositGroup) -> Bool
  ) async -> [Step] {
    let index = JournalIndex(context)
    let fingerprints = await PieceFingerprints(context, index)
    let context = context
    var report = Report()
    let pieces = Piece.all(of: context.plan)
    let found = await pieces.concurrentMap(into: &report) { piece, _ in
      let scope = PieceScope(of: piece, in: index)
      let work = Work(piece: piece, scope: scope, fingerprint: fingerprints[piece, scope])
      return (work: work, standing: memory?.standing(work, in: context))
    }
    var groups: Set<String> = []
    if context.takesDeposits {
      for group in context.journal.depositGroups where !depositStands(group) {
        groups.insert(group.name)
      }
      for (work, standing) in found where standing == nil {
        if let group = context.depositGroup(of: work.piece) { groups.insert(group) }
      }
    }
    return found.map { work, standing in
      guard let standing, !(context.depositGroup(of: work.piece).map(groups.contains) ?? false)
      else { return .make(work) }
      return .standing(standing, work.piece)
    }
  }

  /// The pieces, with what `finish` makes of each file.
  func carryOut(
    _ steps: [Step], knowing memory: PieceMemory?, into report: inout Report,
    finish: @escaping @Sendable (File, inout Report) -> SiteFinisher.Finished?
  ) async -> [Made] {
    let context = await context.listing(listed(in: steps))
    let hasArranged = steps.contains { $0.work?.scope.breadth == .arrangement }
    let arranged = hasArranged ? context.arranged() : context
    return await steps.concurrentMap(
      beginningWith: { $0.work.map { $0.scope.breadth != .part } ?? false }, into: &report
    ) { step, report in
      switch step {
      case .standing(let piece, _):
        report.merge(piece.record.report)
        return Made(record: piece.record, stored: piece.stored)
      case .make(let work):
        return Self.make(work, in: context, arranged: arranged, memory, &report, finish)
      }
    }
  }

  /// The articles in lists that have to be made: what they say is read once for all lists.
  private func listed(in steps: [Step]) -> [Article] {
    let journal = context.journal
    var places: Set<Int> = []
    for work in steps.lazy.compactMap(\.work) {
      switch work.piece.subject {
      case .lists: return Array(journal.articles)
      case .issue, .feeds: places.formUnion(work.scope.articles)
      default: break
      }
    }
    return places.sorted().map { journal.allArticles[$0] }
  }

  private static func make(
    _ work: Work, in site: RenderContext, arranged: RenderContext, _ memory: PieceMemory?,
    _ report: inout Report, _ finish: (File, inout Report) -> SiteFinisher.Finished?
  ) -> Made {
    var found = Report()
    // Each source is read once, except by what is made from those of the whole journal.
    let tree = work.scope.isWhole ? site.tree : site.tree.holding(work.scope.sources)
    let contents =
      memory?.sources(of: work, in: tree)
      ?? work.scope.sources.map { PieceRecord.Source(path: $0, in: tree) }
    var renderer = PieceRenderer(
      context: work.scope.context(of: site, arranged: arranged, reading: tree))
    let files = work.piece.files.flatMap { place in
      renderer.files(of: work.scope.file(site.plan.files[place]), &found).compactMap {
        finish($0, &found)
      }
    }
    report.merge(found)
    let deposit = renderer.deposit
    let shown = renderer.attachments.map { PieceRecord.Source(path: $0.source, in: site.tree) }
    let record = PieceRecord(
      name: work.piece.name, fingerprint: work.fingerprint, sources: contents + shown,
      answers: Array(Set(renderer.answers)), files: files, report: found,
      isForCrossref: deposit?.isForCrossref ?? false)
    return Made(record: record, stored: StoredRecord(record), deposit: deposit)
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

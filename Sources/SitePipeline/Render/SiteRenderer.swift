import Exports
import JournalModel
import Reporting

/// Makes the bytes of every planned file and hands each to `finish` as soon as it is made.
///
/// An article with all its pages is one piece of work, done by one task: its text is parsed and
/// its citations are formatted once, and let go when its last page is finished.
struct SiteRenderer: Sendable {
  let context: RenderContext

  /// A finished file.
  struct File: Sendable {
    var path: SitePath
    var stage: PlannedFile.Stage
    var bytes: [UInt8]
  }

  /// What `finish` makes of each file, in the order of the plan, and what articles add to deposits.
  func render<Result: Sendable>(
    into report: inout Report,
    finish: @escaping @Sendable (File, inout Report) -> Result?
  ) async -> (files: [Result], deposits: [DepositPart]) {
    let pieces = Dictionary(grouping: context.plan.files.indices) { index in
      Piece(context.plan.files[index].content, index: index)
    }.values.sorted { $0[0] < $1[0] }
    let results = await pieces.concurrentMap(into: &report) { indices, report in
      var renderer = PieceRenderer(context: context)
      let files = indices.flatMap { index in
        renderer.files(of: context.plan.files[index], &report).compactMap { finish($0, &report) }
      }
      return (files: files, deposit: renderer.deposit)
    }
    return (results.flatMap(\.files), results.compactMap(\.deposit))
  }

  /// Files that are made together.
  private enum Piece: Hashable {
    case article(Int), page(Int), announcement(Int), file(Int)

    init(_ content: PlannedFile.Content, index: Int) {
      switch content {
      case .article(let article), .articleCitation(let article), .articleFile(let article, _):
        self = .article(article)
      case .page(let page): self = .page(page)
      case .announcement(let page): self = .announcement(page)
      default: self = .file(index)
      }
    }
  }
}

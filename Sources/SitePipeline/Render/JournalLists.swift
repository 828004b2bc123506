import Exports
import JournalModel
import Reporting

/// The files that list all articles for other programs.
///
/// They are written together, article by article: each says nearly all that is known of every
/// article, which is more than should be in memory at once.
struct JournalLists {
  let context: RenderContext
  let files: [PlannedFile]

  /// The finished files; none of those that the journal cannot have.
  func finished(by finisher: SiteFinisher, _ report: inout Report) -> [SiteFinisher.Finished] {
    do throws(SiteWriter.Refusal) {
      return try written(by: finisher)
    } catch {
      report.add(.refused(error))
      return []
    }
  }

  private func written(
    by finisher: SiteFinisher
  ) throws(SiteWriter.Refusal) -> [SiteFinisher.Finished] {
    let lists = files.compactMap { file in List(file, context).map { (list: $0, file: file) } }
    var growing: [GrowingFile] = []
    for (list, file) in lists {
      let file = try GrowingFile(finisher, at: file.path.file, file.stage)
      try file.write(list.start)
      growing.append(file)
    }
    for (place, article) in context.journal.articles.enumerated() {
      let text = context.listed(article)
      let entry = context.downloads.list(of: [article]) { _ in text }
      for (list, file) in zip(lists.map(\.list), growing) {
        if place > 0 { try file.write(list.separator) }
        try file.write(list.bytes(of: article, entry, text))
      }
    }
    var finished: [SiteFinisher.Finished] = []
    for (list, file) in zip(lists.map(\.list), growing) {
      try file.write(list.end)
      finished.append(try file.finish())
    }
    return finished
  }

  /// What one of the files is made of.
  private enum List {
    case downloads(DownloadFormat)
    case repository(StaticRepository)

    init?(_ file: PlannedFile, _ context: RenderContext) {
      switch file.content {
      case .journalDownload(let format): self = .downloads(format)
      case .export(.oaiRepository):
        guard let repository = StaticRepository(context.journal) else { return nil }
        self = .repository(repository)
      default: preconditionFailure("a file that is no list")
      }
    }

    var start: [UInt8] {
      switch self {
      case .downloads(let format): Array(format.frame.start.utf8)
      case .repository(let repository): repository.start
      }
    }

    var separator: [UInt8] {
      switch self {
      case .downloads(let format): Array(format.frame.separator.utf8)
      case .repository: []
      }
    }

    var end: [UInt8] {
      switch self {
      case .downloads(let format): Array(format.frame.end.utf8)
      case .repository(let repository): repository.end
      }
    }

    func bytes(of article: Article, _ entry: DownloadList, _ text: ArticleText) -> [UInt8] {
      switch self {
      case .downloads(let format): entry.entry(as: format)
      case .repository(let repository): repository.record(of: article, text)
      }
    }
  }
}

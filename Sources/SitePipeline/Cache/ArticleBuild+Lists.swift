import Exports
import JournalModel
import Reporting

extension ArticleBuild {
  typealias Listed = (files: [SiteFinisher.Finished], records: [StoredRecord])

  /// The lists of all articles with those that have changed; nil where one is not found in them.
  func listed(in context: RenderContext, _ finisher: SiteFinisher) -> Listed? {
    guard !renewed.isEmpty else { return ([], []) }
    var listed: Listed = ([], [])
    let others: Set = [context.plan.searchPieceName, SitePath.manifest.file]
    for name in plan.frame.whole where !others.contains(name) {
      guard var record = pieces.packed(PieceRecord.self, of: name) else { return nil }
      for index in record.files.indices {
        guard let file = list(record.files[index].file, context, finisher) else { return nil }
        record.files[index] = file
      }
      record.fingerprint = record.after(facts)
      listed.files += record.files
      listed.records.append(StoredRecord(record))
    }
    return listed
  }

  /// A list in which what stands for the articles is replaced.
  private func list(
    _ file: String, _ context: RenderContext, _ finisher: SiteFinisher
  ) -> SiteFinisher.Finished? {
    guard let planned = context.plan.file(at: SitePath(file)),
      var bytes = try? Disk.read(start.folders.output + "/" + file)
    else { return nil }
    for article in renewed {
      guard let old = entry(of: article.old, in: planned, context),
        let new = entry(of: article.part, in: planned, context),
        let place = bytes.onlyRange(of: old)
      else { return nil }
      bytes.replaceSubrange(place, with: new)
    }
    var report = Report()
    let made = finisher.finish(
      .init(path: planned.path, stage: planned.stage, bytes: bytes), &report)
    return report.isEmpty ? made : nil
  }

  private func entry(
    of part: StoredPlan.Part, in file: PlannedFile, _ context: RenderContext
  ) -> [UInt8]? {
    switch file.content {
    case .journalDownload(let format):
      let keys = part.key.map { [part.article.slug: $0] } ?? [:]
      return Downloads(context.journal, keys: keys)
        .list(of: [part.article]) { ArticleText(abstractsOf: $0) }.entry(as: format)
    case .export(.oaiRepository):
      return StaticRepository(context.journal)?.record(
        of: part.article, ArticleText(abstractsOf: part.article))
    default: return nil
    }
  }
}

extension [UInt8] {
  /// Where some bytes stand; nil unless they stand there once.
  fileprivate func onlyRange(of part: [UInt8]) -> Range<Int>? {
    let (bytes, part) = (span, part.span)
    guard !part.isEmpty else { return nil }
    // How far the search may go on after a window that ends with a byte (Horspool).
    var steps = Array<Int>(repeating: part.count, count: 256)
    for place in 0..<part.count - 1 { steps[Int(part[place])] = part.count - 1 - place }
    var found: Int?
    var start = 0
    while start + part.count <= bytes.count {
      var place = part.count - 1
      while place >= 0, bytes[start + place] == part[place] { place -= 1 }
      if place < 0 {
        guard found == nil else { return nil }
        found = start
      }
      start += steps[Int(bytes[start + part.count - 1])]
    }
    return found.map { $0..<$0 + part.count }
  }
}

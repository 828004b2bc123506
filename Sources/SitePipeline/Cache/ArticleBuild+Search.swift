import Exports
import JournalModel
import Reporting

extension ArticleBuild {
  typealias Searched = (
    files: [SiteFinisher.Finished], records: [StoredRecord], index: StoredSearchIndex?
  )

  /// The search index with the articles as they are now.
  func searched(in context: RenderContext, _ finisher: SiteFinisher) -> Searched? {
    let time = Disk.now()
    guard var record = pieces.packed(PieceRecord.self, of: context.plan.searchPieceName),
      let stage = context.plan.file(at: .searchIndex)?.stage, let search
    else { return nil }
    let page = PageContext(
      context, path: .search, language: context.options.defaultLanguage)
    var (sources, outline) = (search.sources, search.outline)
    var terms: [Int32: SearchTerms] = [:]
    for (number, source) in sources.enumerated() where scope.searched.contains(source.slug) {
      guard let article = context.journal.article(source.slug) else { return nil }
      let document = page.searchDocument(of: article)
      let texts = start.tree.fixing(article.bodies.map(\.value.path))
      sources[number] = StoredSearchIndex.Source(
        document, of: article, in: texts, known: nil, time: 0)
      guard
        source.document == sources[number].document || scope.retitled.contains(source.slug),
        sources[number].texts.allSatisfy({ $0.content != nil })
      else { return nil }
      terms[Int32(number)] = context.terms(of: article, document, in: texts)
    }
    guard !terms.isEmpty else { return ([], [], nil) }
    var index = search.index
    index.replace(terms)
    var parts: [SearchIndex.File] = []
    for number in search.parts(showing: scope.retitled) {
      let articles = search.slugs(inPart: number).compactMap(context.journal.article)
      let part = SearchIndex.part(number, showing: articles.map(page.searchDocument))
      outline.marks[number] = SearchIndex.mark(of: part.bytes)
      parts.append(part)
    }
    var report = Report()
    var made: [String: SiteFinisher.Finished] = [:]
    func finish(_ part: SearchIndex.File) {
      let path = SitePath.searchParts.file(part.path)
      made[path.file] = finisher.finish(
        .init(path: path, stage: stage, bytes: part.bytes), &report)
    }
    parts.forEach(finish)
    index.makeFiles(outline, finish)
    // The last build left the other articles' files as they are; those of terms are all made.
    let count = record.files.count { made[$0.file] != nil }
    let root = SitePath.searchParts.file("terms/").text
    guard report.isEmpty, count == made.count,
      record.files.allSatisfy({ made[$0.file] != nil || !$0.file.hasPrefix(root) })
    else { return nil }
    record.files = record.files.map { made[$0.file] ?? $0 }
    if !renewed.isEmpty { record.fingerprint = record.after(facts) }
    for index in record.sources.indices where changed.contains(record.sources[index].path) {
      record.sources[index] = PieceRecord.Source(path: record.sources[index].path, in: start.tree)
    }
    return (
      record.files.filter { made[$0.file] != nil }, [StoredRecord(record)],
      StoredSearchIndex(time: time, sources: sources, outline: outline, index: index)
    )
  }
}

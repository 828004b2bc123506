import Books
import Exports
import Foundation
import JournalModel
import Reporting

/// Makes the galleys that a build asks for, before its pages are made: pages offer them with their
/// sizes, and metadata names them.
struct GalleyMaker: Sendable {
  let context: RenderContext
  let options: GalleyOptions
  let cache: GalleyCache

  /// The journal with the new galleys among those of its articles and issues.
  ///
  /// Where a text has an error nothing is made: it is reported when its page is made.
  func journal(_ report: inout Report) async -> ResolvedJournal {
    var known = Report()
    let indices = Array(context.journal.allArticles.indices)
    let pages = await indices.concurrentMap(into: &known) { [context] index, report in
      context.galleyPage(ofArticle: index, &report)
    }
    guard !known.hasErrors else { return context.journal }
    let journal = context.journal
    var (issues, articles) = (journal.issues, journal.allArticles)
    do throws(Disk.Failure) {
      if options.epub { try addBooks(pages, to: &issues, &report) }
      if options.pdf { try addPDFs(pages, to: &articles, &report) }
    } catch {
      report.add(.outputRefused(error))
    }
    return ResolvedJournal(
      journal: journal.journal, issues: issues, articles: articles, pages: journal.pages,
      announcements: journal.announcements)
  }

  private func addBooks(
    _ pages: [GalleyPage], to issues: inout [Issue], _ report: inout Report
  ) throws(Disk.Failure) {
    let byArticle = Dictionary(pages.map { ($0.article, $0) }, uniquingKeysWith: { $1 })
    var kept: Set<String> = []
    for (index, issue) in issues.enumerated() where !issue.articles.isEmpty {
      let name = "\(issue.folder).epub"
      guard !issue.galleys.contains(where: { $0.fileName == name }) else { continue }
      let book = context.book(of: issue, pages: byArticle, &report)
      guard book.fitsAnArchive else {
        report.add(.bookTooLarge(at: issue.range))
        continue
      }
      let bytes = book.bytes
      let path = try cache.store(bytes, ending: "epub")
      kept.insert(path)
      issues[index].galleys.append(
        Article.Galley(
          label: "EPUB", language: context.options.defaultLanguage, path: path, fileName: name,
          mediaType: "application/epub+zip", size: bytes.count, origin: .made))
    }
    try cache.keep(only: kept, ending: "epub")
  }

  private func addPDFs(
    _ pages: [GalleyPage], to articles: inout [Article], _ report: inout Report
  ) throws(Disk.Failure) {
    let pages = pages.filter { page in
      page.hasBody
        && !articles[page.article].galleys.contains {
          $0.mediaType == "application/pdf"
        }
    }
    let jobs = pages.map { TypesettingJob($0, context, cache, &report) }
    let missing = jobs.filter { Disk.size($0.path) == nil }
    if !missing.isEmpty {
      Typesetter(searchPath: options.searchPath, patience: options.patience)
        .typeset(missing, in: cache, &report)
    }
    for job in jobs {
      guard let size = Disk.size(job.path) else { continue }
      let article = articles[job.article]
      articles[job.article].facts.galleys.append(
        Article.Galley(
          label: "PDF", language: article.language, path: job.path,
          fileName: "\(article.fileStem).pdf", mediaType: "application/pdf", size: size,
          origin: .made))
    }
    try cache.keep(only: Set(jobs.map(\.path)), ending: "pdf")
  }
}

extension Diagnostic {
  static func bookTooLarge(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "book-too-large", "The EPUB of this issue would have too many files or bytes",
      at: range, hint: "Divide the issue, or build without --epub")
  }
}

extension RenderContext {
  /// The same site with the galleys that a build asks for.
  func addingGalleys(_ build: BuildOptions, _ report: inout Report) async -> RenderContext {
    // What is wrong in formulas is reported when pages are made.
    var known = Report()
    let formulas = await FormulaTable.forTexts(
      of: journal, in: tree,
      cache: URL(filePath: BuiltFolder.cache.path(in: build.source) + "/formulas.jsonl"),
      report: &known)
    let maker = GalleyMaker(
      context: with(formulas), options: build.galleys,
      cache: GalleyCache(folder: BuiltFolder.cache.path(in: build.source) + "/galleys"))
    let journal = await maker.journal(&report)
    // What was asked for twice without the galleys has been reported.
    var found = Report()
    let plan = SitePipeline.plan(
      journal, assets: plan.assets, options: plan.options, report: &found)
    for diagnostic in found.diagnostics where !report.diagnostics.contains(diagnostic) {
      report.add(diagnostic)
    }
    return RenderContext(
      plan: plan, downloads: Downloads(journal), templates: templates, citations: citations,
      tree: tree,
      bibliographies: bibliographies, figures: figures, tools: tools)
  }
}

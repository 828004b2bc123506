import Exports
import JournalModel
package import Reporting

/// What `check` found: a line for each reader of the journal, and everything at its place.
package struct CheckOutcome: Sendable {
  /// Empty where the journal could not be read.
  package var rows: [Row]
  package var report: Report

  /// A line of the table: "DOAJ", and what it misses.
  package struct Row: Sendable, Hashable {
    package var title: String
    /// `✓`, `⚠ 3`, `✗ 2` or `– no ISSN`.
    package var status: String
  }

  /// The names by which `--only` asks for lines.
  package static let subjects = CheckRow.Subject.allCases.map(\.rawValue)
}

/// Builds the site without writing it, and asks of the journal what its readers ask.
///
/// With `names`, only the lines and findings of these subjects are given.
package func check(_ options: BuildOptions, only names: [String]? = nil) async -> CheckOutcome {
  var options = options
  options.writes = false
  options.records = false
  let built = await build(options)
  // What is wrong with the files has been reported by the build.
  var known = Report()
  let tree = SourceTree(of: options, report: &known)
  guard let site = await prepare(tree, options, &known) else {
    return CheckOutcome(rows: [], report: built.report)
  }
  let context = site.renderer.context
  let references = await context.journal.articles.concurrentMap(into: &known) {
    article, report in
    ArticleMaterial(article, context, citation: nil, &report).text.references
  }
  let journal = CheckedJournal(
    context.journal,
    references: Dictionary(
      zip(context.journal.articles.map(\.slug), references),
      uniquingKeysWith: { first, _ in first }),
    files: files(of: context.journal, tree), found: built.report,
    range: SourceRange(startOf: site.prefix + "journal.yml"))
  let rows = journal.rows(only: names.map { Set($0.compactMap(CheckRow.Subject.init)) })
  return CheckOutcome(
    rows: rows.map { .init(title: $0.subject.title, status: $0.status.mark) },
    report: Report(rows.flatMap(\.report.diagnostics)))
}

/// What can be seen of the PDFs that readers download.
private func files(
  of journal: ResolvedJournal, _ tree: SourceTree
) -> [String: CheckedJournal.File] {
  var files: [String: CheckedJournal.File] = [:]
  for galley in journal.articles.flatMap(\.galleys) where galley.mediaType == "application/pdf" {
    if let bytes = try? tree.bytes(of: galley.path) {
      files[galley.path] = CheckedJournal.File(pdf: bytes)
    }
  }
  return files
}

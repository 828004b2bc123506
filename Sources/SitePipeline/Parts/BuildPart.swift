import JournalModel
package import Reporting

/// What building a part came to.
package struct PartOutcome: Sendable, Hashable {
  package var report: Report
  /// How many articles the part holds; nil when it was not written, and an older one stands as it
  /// was.
  package var articleCount: Int?

  package init(report: Report, articleCount: Int? = nil) {
    self.report = report
    self.articleCount = articleCount
  }
}

/// Makes the pages and downloads of some issues, given by their folders, for a build that joins
/// them (`BuildOptions.parts`); the output is one file.
///
/// The whole journal is read, since pages name what stands in other issues.
package func buildPart(_ options: BuildOptions, of issues: [String]) async -> PartOutcome {
  var report = Report()
  if let misplaced = options.misplacedOutput {
    report.add(misplaced)
    return PartOutcome(report: report)
  }
  let start = await BuildStart(options, report: &report)
  guard let site = await prepare(start.tree, options, &report) else {
    return PartOutcome(report: report)
  }
  let (plan, journal) = (site.renderer.context.plan, site.renderer.context.journal)
  for issue in issues where journal.position(ofIssue: issue) == nil {
    report.add(.issueUnknown(issue, among: journal.issues, prefix: site.prefix))
  }
  guard !report.hasErrors else { return PartOutcome(report: report) }
  var renderer = site.renderer
  let pieces = Piece.all(of: plan).filter { $0.issue(in: journal).map(issues.contains) ?? false }
  let steps = await renderer.steps(of: pieces)
  let formulas = await renderer.readFormulas(for: steps, but: site.plainTexts, start)
  report.merge(formulas)
  let output = start.folders.output
  do throws(Disk.Failure) {
    try Disk.makeFolders(Disk.parent(of: output))
    var writer: SitePart.Writer? = SitePart.Writer(for: output, by: try .ofAllMachines())
    _ = await renderer.carryOut(
      steps, into: &report, finishing: SiteFinisher(forPartOf: plan),
      keeping: { writer?.add($0) })
    // What could not be done here might be done where the parts are joined.
    if report.isPassing { report.add(.partIncomplete(output)) }
    guard !report.hasErrors, !options.isStrict || report.isEmpty else {
      writer.take()?.discard()
      return PartOutcome(report: report)
    }
    try writer.take()?.finish(SitePart.Head(issues: issues, formulas: formulas))
  } catch {
    report.add(.outputRefused(error))
    return PartOutcome(report: report)
  }
  return PartOutcome(
    report: report,
    articleCount: pieces.count { if case .article = $0.subject { true } else { false } })
}

extension Diagnostic {
  fileprivate static func issueUnknown(
    _ name: String, among issues: [Issue], prefix: String
  ) -> Self {
    Self(
      .error, "issue-unknown",
      "The journal has no issue '\(name)'"
        + didYouMean(closest(to: name, among: issues.map(\.folder))),
      at: SourceRange(startOf: prefix + "issues"),
      hint: "Name an issue by its folder: --only issue/2024-06")
  }

  fileprivate static func partIncomplete(_ path: String) -> Self {
    Self(
      .error, "part-incomplete", "The part lacks what a program that is missing here would make",
      at: SourceRange(startOf: path), hint: "Install what is named above, and make the part again")
  }
}

import Exports
import JournalModel
import Reporting

/// An article whose own fields have changed, read and looked up again without the other issues.
///
/// Only what it says of its subject may differ (`Article.arranged`): then no page comes or goes,
/// and no list has another order.
struct RenewedArticle: Sendable {
  let old: StoredPlan.Part
  var part: StoredPlan.Part
  /// What the key of downloads is made from.
  let stem: String
  /// Of its Markdown files, without their words.
  let heads: [String: Fingerprint]

  /// Nil when more has changed, or when there is or was something to report of it.
  init?(
    _ old: StoredPlan.Part, in plan: StoredPlan, _ start: BuildStart, prefix: String,
    today: CalendarDate?
  ) async {
    guard let folder = old.article.issueFolder,
      let place = plan.group(.article(old.article.slug))?.issues.first,
      old.article.version == nil, old.article.notices.isEmpty, old.article.about.isEmpty,
      let issue = plan.issue(place), issue.folder == folder
    else { return nil }
    let root = "\(prefix)issues/\(folder)/"
    let shared = [prefix + "journal.yml", prefix + "people.yml"]
    let tree = start.tree.part { shared.contains($0) || $0.utf8.starts(with: root.utf8) }
    var report = Report()
    let loaded = await load(tree, report: &report)
    guard let journal = resolve(loaded, today: today, report: &report),
      var article = journal.article(old.article.slug),
      journal.issue(folder)?.withoutPages == issue.withoutPages,
      article.contributors.count == old.article.contributors.count
    else { return nil }
    // Pages of persons have names that depend on all of them.
    var contributors = article.contributors
    for index in contributors.indices {
      contributors[index].slug = old.article.contributors[index].slug
    }
    article.facts.contributors = contributors
    let texts = Set(article.bodies.map(\.value.path) + [article.range.path])
    guard article.arranged == old.article.arranged, !report.names(texts) else { return nil }
    self.old = old
    stem = Downloads.stem(of: article, in: journal)
    part = old
    part.article = article
    heads = Dictionary(
      loaded.articles.filter { texts.contains($0.range.path) }.map { ($0.range.path, $0.head) },
      uniquingKeysWith: { first, _ in first })
  }

  var slug: String { old.article.slug }
}

extension Issue {
  /// Without the names of its editors' pages.
  fileprivate var withoutPages: Issue {
    var issue = self
    for index in editors.indices { issue.editors[index].slug = "" }
    return issue
  }
}

extension Report {
  /// Whether something is reported in one of these files, or explained by it.
  func names(_ paths: Set<String>) -> Bool {
    diagnostics.contains { diagnostic in
      paths.contains(diagnostic.range.path)
        || diagnostic.notes.contains { paths.contains($0.range.path) }
    }
  }
}

import JournalModel
import Reporting

/// Joins notices and the articles that they are about, in both directions.
func linkNotices(
  _ articles: inout [Article], _ loaded: [LoadedArticle], known: Set<String>,
  _ report: inout Report
) {
  var notices: [String: [Article]] = [:]
  let slugs = Set(articles.map(\.slug))
  let sources = Dictionary(
    loaded.lazy.filter { !$0.about.isEmpty }.map { ($0.slug.value, $0.about) },
    uniquingKeysWith: { first, _ in first })
  for index in articles.indices
  where articles[index].kind.isNotice || sources[articles[index].slug] != nil {
    let article = articles[index]
    let about = sources[article.slug] ?? []
    if article.kind.isNotice, about.isEmpty { report.add(.aboutMissing(article)) }
    if !article.kind.isNotice, let first = about.first {
      report.add(.aboutWithoutNotice(article, at: first.range))
    }
    for target in about where target.value == article.slug {
      report.add(.aboutItself(target))
    }
    for target in about where !slugs.contains(target.value) && !known.contains(target.value) {
      report.add(.aboutUnknown(target, among: slugs.sorted()))
    }
    articles[index].facts.about = about.map(\.value).filter {
      slugs.contains($0) && $0 != article.slug
    }
    guard article.kind.isNotice, !article.isSuperseded else { continue }
    for target in articles[index].about { notices[target, default: []].append(article) }
  }
  guard !notices.isEmpty else { return }
  for index in articles.indices {
    // What is said of an article is said of its older versions too.
    let article = articles[index]
    let current = article.isSuperseded ? article.version?.slugs.last : nil
    let found = [article.slug, current].compactMap { $0 }.flatMap { notices[$0] ?? [] }
    guard !found.isEmpty else { continue }
    articles[index].facts.notices = found.sorted { a, b in
      a.dates.published != b.dates.published
        ? a.dates.published < b.dates.published : a.slug < b.slug
    }.map(\.slug)
  }
}

extension ContentLayout {
  /// The slugs of all article files, also of those that could not be read.
  var slugs: Set<String> { Set(articles.map(\.slug)) }
}

extension Diagnostic {
  fileprivate static func aboutMissing(_ article: Article) -> Self {
    Self(
      .error, "about-missing", "Notice of the type '\(article.kind.rawValue)' names no article",
      at: article.range, hint: "Add 'about: …' with the file name of the article, without '.md'")
  }

  fileprivate static func aboutWithoutNotice(_ article: Article, at range: SourceRange) -> Self {
    Self(
      .error, "about-without-notice",
      "'about' belongs to a notice, not to the type '\(article.kind.rawValue)'", at: range,
      hint: "Set 'type' to retraction, correction, expression-of-concern or removal")
  }

  fileprivate static func aboutItself(_ target: Located<String>) -> Self {
    Self(
      .error, "about-itself", "Notice is about itself", at: target.range,
      hint: "Name the article that the notice is about")
  }

  fileprivate static func aboutUnknown(_ target: Located<String>, among slugs: [String]) -> Self {
    Self(
      .error, "about-unknown-article",
      "Journal has no article '\(target.value)'"
        + didYouMean(closest(to: target.value, among: slugs)),
      at: target.range, hint: "Write the file name of the article, without '.md'")
  }
}

import JournalModel
import Reporting

/// The articles with the translations of each joined to it: `engine.ur.md` to `engine.md`.
///
/// Where every file names its language, the one in the journal's language is the original.
func joinTranslations(
  _ articles: [LoadedArticle], default language: LanguageTag, _ report: inout Report
) -> [LoadedArticle] {
  guard articles.contains(where: { $0.translationOf != nil }) else { return articles }
  var groups: [String: [Int]] = [:]
  for (index, article) in articles.enumerated() {
    groups[article.group, default: []].append(index)
  }
  return articles.enumerated().compactMap { index, article in
    let indices = groups[article.group] ?? []
    let members = indices.map { articles[$0] }
    let original =
      members.firstIndex { $0.translationOf == nil }
      ?? members.firstIndex { $0.translationOf == language } ?? 0
    if article.translationOf != nil, indices[original] != index { return nil }
    let translations = indices.filter { $0 != index && articles[$0].translationOf != nil }
    return translations.reduce(article) { $0.joined(with: articles[$1], &report) }
  }
}

extension LoadedArticle {
  /// What an article and its translations share.
  fileprivate var group: String { (issueFolder ?? "") + "/" + slug.value }

  /// The texts in every language, the article's own first.
  var bodies: [Localized<Article.Body>.Entry] {
    (body.map { [.init(language: language, value: $0)] } ?? []) + translatedBodies
  }

  fileprivate func joined(with other: LoadedArticle, _ report: inout Report) -> LoadedArticle {
    var article = self
    if let body = other.body {
      if bodies.contains(where: { $0.language == other.language }) {
        report.add(.translationTwice(other))
      } else {
        article.translatedBodies.append(.init(language: other.language, value: body))
      }
    }
    article.title = Self.join(title, other.title)
    article.subtitle = Self.join(subtitle, other.subtitle)
    article.abstracts += other.abstracts.filter { entry in
      !abstracts.contains { $0.language == entry.language }
    }
    article.keywords += other.keywords.filter { entry in
      !keywords.contains { $0.language == entry.language }
    }
    return article
  }

  /// The entries of both, the first's where both have the language.
  private static func join<Value>(_ first: Localized<Value>?, _ second: Localized<Value>?)
    -> Localized<Value>?
  {
    guard let first, let second else { return first ?? second }
    return Localized(
      first.entries
        + second.entries.filter { entry in
          !first.entries.contains { $0.language == entry.language }
        })
  }
}

extension Diagnostic {
  fileprivate static func translationTwice(_ article: LoadedArticle) -> Self {
    Self(
      .error, "translation-duplicate",
      "Article '\(article.slug.value)' has two texts in '\(article.language.text)'",
      at: article.range, hint: "Correct 'language', or remove one of the files")
  }
}

import JournalModel

extension LanguageTag {
  /// The tag of a locale of OJS: `en_US` is `en`, `fr_CA` is `fr-CA`, `sr_RS@latin` is `sr-Latn`.
  ///
  /// The region stays only in languages whose written form depends on it.
  init?(ojsLocale locale: String) {
    let parts = locale.split { "_@-".contains($0) }
    guard let language = parts.first else { return nil }
    switch locale.replacingHyphens {
    case "zh_CN": self.init("zh-Hans")
    case "zh_TW": self.init("zh-Hant")
    case "sr_RS@latin", "sr_SR@latin": self.init("sr-Latn")
    case "sr_RS@cyrillic", "sr_SR@cyrillic": self.init("sr-Cyrl")
    default:
      let keepsRegion = ["fr", "pt"].contains(language) && parts.count > 1 && locale != "fr_FR"
      self.init(keepsRegion ? "\(language)-\(parts[1])" : String(language))
    }
  }
}

extension String {
  fileprivate var replacingHyphens: String {
    String(map { $0 == "-" ? "_" : $0 })
  }
}

/// The languages that an issue uses for what the journal's pages show.
enum OJSLanguages {
  static func all(in issue: OJSIssue) -> [LanguageTag] {
    let texts = [issue.title] + issue.sections.map(\.title)
    return texts.flatMap(\.entries).compactMap { LanguageTag(ojsLocale: $0.locale) }
  }

  /// The locales of all texts, as the export writes them, sorted.
  static func locales(in issue: OJSIssue) -> [String] {
    var texts = [issue.title, issue.description] + issue.sections.map(\.title)
    for article in issue.articles {
      texts += [article.title, article.abstract, article.copyrightHolder]
    }
    return Set(texts.flatMap(\.entries).map(\.locale)).filter { !$0.isEmpty }.sorted()
  }
}

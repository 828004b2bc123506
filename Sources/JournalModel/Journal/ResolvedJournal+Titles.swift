import Reporting

/// Facts about an article that only the whole journal knows.
extension ResolvedJournal {
  /// The word that stands before the title wherever the title is metadata (NISO RP-45-2024): on a
  /// notice what it is, on an article what the notices made of it.
  ///
  /// A correction puts none.
  package func titleLabel(of article: Article) -> String? {
    switch article.kind {
    case .retraction: return "RETRACTION"
    case .removal: return "REMOVAL"
    case .expressionOfConcern: return "EXPRESSION OF CONCERN"
    default: break
    }
    guard !article.notices.isEmpty else { return nil }
    let kinds = article.notices.compactMap { self.article($0)?.kind }
    if kinds.contains(.removal) { return "REMOVED" }
    if kinds.contains(.retraction) { return "RETRACTED" }
    if kinds.contains(.expressionOfConcern) { return "EXPRESSION OF CONCERN" }
    return nil
  }

  /// Title and subtitle with the label, in the language given or the article's first.
  package func fullTitle(of article: Article, in language: LanguageTag) -> RichText {
    let entry = article.title.entry(for: language)
    var runs = entry.value.runs
    if let subtitle = article.subtitle?.exactEntry(for: entry.language)?.value {
      let ending = entry.value.plain.unicodeScalars.last
      runs.append(.init(ending.map(Self.joint) ?? ": "))
      runs += subtitle.runs
    }
    if let label = titleLabel(of: article), !article.bears(label, in: entry.value.plain) {
      runs.insert(.init(label + ": "), at: 0)
    }
    return RichText(runs)
  }

  /// What stands between a title that ends so and its subtitle.
  private static func joint(after ending: Unicode.Scalar) -> String {
    switch ending {
    case "?", "!", ":", "؟": " "
    case "？", "！", "：": ""
    default: ending.standsWithoutBlanks ? "：" : ": "
    }
  }

  /// The date by which an article is cited: the issue's year alone where the article came out in
  /// another year, else the date of publication.
  package func citedDate(of article: Article) -> CalendarDate {
    let published = article.dates.published
    guard let issue = issue(of: article), issue.year != published.year else { return published }
    return CalendarDate(year: issue.year) ?? published
  }
}

extension Article {
  /// Whether a title has the label already: a notice may be called "Retraction of …", but an article
  /// on "Retracted Statements" still needs its own.
  package func bears(_ label: String, in title: String) -> Bool {
    title.uppercased().hasPrefix(kind.isNotice ? label : label + ":")
  }
}

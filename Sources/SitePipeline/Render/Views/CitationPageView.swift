/// The page that cites an article in every style, or an issue in one.
struct CitationPageView: TemplateRecord {
  var back: LinkView
  var heading: String
  var title: String?
  var titleLanguage: String
  /// Such as "11 styles".
  var styleCount: String
  var citations: [CitationView]
  var styleName: String
  var entries: [MarkupView]
  var downloads: [LinkView]

  static let fields: TemplateFields<Self> = [
    .record("back") { $0.back },
    .text("heading") { $0.heading },
    .html("title") { $0.title },
    .html("titleLanguage") { $0.titleLanguage },
    .text("styleCount") { $0.styleCount },
    .flag("hasCitations") { !$0.citations.isEmpty },
    .list("citations") { $0.citations },
    .text("styleName") { $0.styleName },
    .flag("hasEntries") { !$0.entries.isEmpty },
    .list("entries") { $0.entries },
    .flag("hasDownloads") { !$0.downloads.isEmpty },
    .list("downloads") { $0.downloads },
  ]
}

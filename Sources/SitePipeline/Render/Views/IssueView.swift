/// An issue: its own page, and where other pages show it.
struct IssueView: TemplateRecord {
  var url: String
  /// Such as "Volume 7, number 1 (2024)".
  var label: String
  var title: String?
  var titleLanguage: String
  var date: DateView
  var isSpecial: Bool
  var articleCount: String
  var archive: String
  var doi: LinkView?
  var editors: [RoleView]
  var description: String?
  var descriptionLanguage: String
  var sections: [SectionView]
  var cover: CoverView?
  var citeURL: String
  var downloads: [LinkView]
  var previous: LinkView?
  var next: LinkView?
  var allContents: String

  static let fields: TemplateFields<Self> = [
    .text("url") { $0.url },
    .text("label") { $0.label },
    .html("title") { $0.title },
    .html("titleLanguage") { $0.titleLanguage },
    .record("date") { $0.date },
    .flag("isSpecial") { $0.isSpecial },
    .text("articleCount") { $0.articleCount },
    .text("archive") { $0.archive },
    .record("doi") { $0.doi },
    .list("editors") { $0.editors },
    .html("description") { $0.description },
    .html("descriptionLanguage") { $0.descriptionLanguage },
    .list("sections") { $0.sections },
    .list("entries") { $0.sections.flatMap(\.entries) },
    .record("cover") { $0.cover },
    .text("citeURL") { $0.citeURL },
    .flag("hasDownloads") { !$0.downloads.isEmpty },
    .list("downloads") { $0.downloads },
    .flag("hasNeighbours") { $0.previous != nil || $0.next != nil },
    .record("previous") { $0.previous },
    .record("next") { $0.next },
    .text("allContents") { $0.allContents },
  ]
}

struct CoverView: TemplateRecord {
  var url: String
  var label: String
  /// The page of the issue.
  var linkURL: String
  /// `width` and `height`, so that the page keeps room for it.
  var size: String

  static let fields: TemplateFields<Self> = [
    .text("url") { $0.url },
    .text("label") { $0.label },
    .text("linkURL") { $0.linkURL },
    .html("size") { $0.size },
  ]
}

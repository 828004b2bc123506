// Records of the pages that lead to others.

/// The home page.
struct HomeView: TemplateRecord {
  var otherTitles: [TextView]
  var subtitle: TextView?
  var description: TextView?
  /// Articles published before their issue.
  var ahead: [EntryView]
  var issue: IssueView?
  var news: [NewsView]
  var facts: [FactView]

  static let fields: TemplateFields<Self> = [
    .list("otherTitles") { $0.otherTitles },
    .record("subtitle") { $0.subtitle },
    .record("description") { $0.description },
    .record("ahead") { home in
      home.ahead.isEmpty
        ? nil : SectionView(id: "ahead", heading: "", language: "", entries: home.ahead)
    },
    .record("issue") { $0.issue },
    .flag("hasNews") { !$0.news.isEmpty },
    .list("news") { $0.news },
    .list("facts") { $0.facts },
  ]
}

struct NewsView: TemplateRecord {
  var date: DateView
  var url: String
  var label: String
  var language: String

  static let fields: TemplateFields<Self> = [
    .record("date") { $0.date },
    .text("url") { $0.url },
    .text("label") { $0.label },
    .html("language") { $0.language },
  ]
}

/// All issues.
struct ArchiveView: TemplateRecord {
  var heading: String
  var years: [YearView]

  static let fields: TemplateFields<Self> = [
    .text("heading") { $0.heading },
    .list("years") { $0.years },
  ]
}

/// The issues of a year.
struct YearView: TemplateRecord {
  var id: String
  var heading: String
  var issues: [IssueView]

  static let fields: TemplateFields<Self> = [
    .text("id") { $0.id },
    .text("heading") { $0.heading },
    .list("issues") { $0.issues },
  ]
}

/// Links in groups: all authors, all keywords, all news.
struct ListView: TemplateRecord {
  struct Group: TemplateRecord {
    var id: String
    var heading: String
    var links: [LinkView]

    static let fields: TemplateFields<Self> = [
      .text("id") { $0.id },
      .text("heading") { $0.heading },
      .list("links") { $0.links },
    ]
  }

  var heading: String
  var groups: [Group]

  static let fields: TemplateFields<Self> = [
    .text("heading") { $0.heading },
    .list("groups") { $0.groups },
  ]
}

/// The articles of an author or on a keyword.
struct EntriesView: TemplateRecord {
  var back: LinkView
  var heading: String
  var headingLanguage: String
  /// Present on the page of an author.
  var person: AuthorView?
  var caption: String
  var entries: [EntryView]

  static let fields: TemplateFields<Self> = [
    .record("back") { $0.back },
    .text("heading") { $0.heading },
    .html("headingLanguage") { $0.headingLanguage },
    .record("person") { $0.person },
    .text("caption") { $0.caption },
    .list("entries") { $0.entries },
  ]
}

/// A page of the journal's own text, or an announcement.
struct StaticPageView: TemplateRecord {
  var back: LinkView?
  var title: String
  var titleLanguage: String
  var date: DateView?
  var body: [UInt8]
  var notes: [UInt8]
  var bodyLanguage: String
  /// The people of the journal, on their page.
  var board: [BoardView] = []

  static let fields: TemplateFields<Self> = [
    .record("back") { $0.back },
    .flag("hasBoard") { !$0.board.isEmpty },
    .list("board") { $0.board },
    .html("title") { $0.title },
    .html("titleLanguage") { $0.titleLanguage },
    .record("date") { $0.date },
    .markup("body") { $0.body },
    .flag("hasNotes") { !$0.notes.isEmpty },
    .markup("notes") { $0.notes },
    .html("bodyLanguage") { $0.bodyLanguage },
  ]
}

/// The page at an old address, for hosts that cannot lead on: with a link that people can follow.
struct MovedView: TemplateRecord {
  var link: LinkView

  static let fields: TemplateFields<Self> = [
    .record("link") { $0.link }
  ]
}

/// The page that stands in for one that is not there.
struct NotFoundView: TemplateRecord {
  var links: [LinkView]

  static let fields: TemplateFields<Self> = [
    .list("links") { $0.links }
  ]
}

/// The page of an article.
struct ArticleView: TemplateRecord {
  var issue: LinkView?
  var section: TextView?
  var extent: String?
  var title: String
  var titleLanguage: String
  var subtitle: String?
  var parallelTitles: [MarkupView]
  var authors: [AuthorView]
  var contributors: [RoleView]
  var dates: [DateView]
  var doi: LinkView?
  var mainGalley: LinkView?
  var citations: [CitationView]
  var notices: [NoticeView]
  var about: [LinkView]
  var abstracts: [AbstractView]
  var keywordGroups: [KeywordGroupView]
  var body: [UInt8]
  var bodyLanguage: String
  var notes: [UInt8]
  var outline: [OutlineView]
  var references: [ReferenceView]
  /// Such as "33 references".
  var referenceCount: String?
  var referencesLanguage: String
  /// Whether labels such as [Mena42] stand before the references, in place of numbers.
  var areReferencesLabelled = false
  var citeURL: String
  var downloads: [LinkView]
  /// The newest first.
  var versions: [VersionView] = []
  var facts: [FactView]
  var previous: LinkView?
  var next: LinkView?
  /// For Zotero, where the head has nothing for it.
  var coins: String

  static let fields: TemplateFields<Self> = [
    .record("issue") { $0.issue },
    .flag("isAhead") { $0.issue == nil },
    .record("section") { $0.section },
    .text("extent") { $0.extent },
    .html("title") { $0.title },
    .html("titleLanguage") { $0.titleLanguage },
    .html("subtitle") { $0.subtitle },
    .list("parallelTitles") { $0.parallelTitles },
    .flag("hasAuthors") { !$0.authors.isEmpty },
    .list("authors") { $0.authors },
    .flag("hasContributors") { !$0.contributors.isEmpty },
    .list("contributors") { $0.contributors },
    .list("dates") { $0.dates },
    .record("doi") { $0.doi },
    .record("mainGalley") { $0.mainGalley },
    .markup("citation") { $0.citations.first?.html },
    .html("citationLanguage") { $0.citations.first?.language },
    .list("citations") { $0.citations },
    .list("notices") { $0.notices },
    .list("about") { $0.about },
    .list("abstracts") { $0.abstracts },
    .list("keywordGroups") { $0.keywordGroups },
    .flag("hasBody") { !$0.body.isEmpty },
    .markup("body") { $0.body },
    .html("bodyLanguage") { $0.bodyLanguage },
    .flag("hasNotes") { !$0.notes.isEmpty },
    .markup("notes") { $0.notes },
    .list("outline") { $0.outline },
    .flag("hasReferences") { !$0.references.isEmpty },
    .list("references") { $0.references },
    .text("referenceCount") { $0.referenceCount },
    .html("referencesLanguage") { $0.referencesLanguage },
    .flag("areLabelled") { $0.areReferencesLabelled },
    .text("citeURL") { $0.citeURL },
    .flag("hasDownloads") { !$0.downloads.isEmpty },
    .list("downloads") { $0.downloads },
    .flag("hasVersions") { !$0.versions.isEmpty },
    .list("versions") { $0.versions },
    .list("facts") { $0.facts },
    .flag("hasNeighbours") { $0.previous != nil || $0.next != nil },
    .record("previous") { $0.previous },
    .record("next") { $0.next },
    .html("coins") { $0.coins },
  ]
}

/// A notice about the article, or that a newer version has taken its place.
struct NoticeView: TemplateRecord {
  var heading: String
  var date: String
  /// What leads to it from paper.
  var address: String?
  var link: LinkView

  static let fields: TemplateFields<Self> = [
    .text("heading") { $0.heading },
    .text("date") { $0.date },
    .text("address") { $0.address },
    .record("link") { $0.link },
  ]
}

/// One of the versions of the article.
struct VersionView: TemplateRecord {
  var link: LinkView
  /// Whether it is the one on this page.
  var isShown: Bool
  var date: DateView
  /// What was new in it.
  var changes: TextView?

  static let fields: TemplateFields<Self> = [
    .record("link") { $0.link },
    .flag("isShown") { $0.isShown },
    .record("date") { $0.date },
    .record("changes") { $0.changes },
  ]
}

struct AbstractView: TemplateRecord {
  var id: String
  var heading: String
  var html: String
  var language: String

  static let fields: TemplateFields<Self> = [
    .text("id") { $0.id },
    .text("heading") { $0.heading },
    .html("html") { $0.html },
    .html("language") { $0.language },
  ]
}

/// The keywords in one language.
struct KeywordGroupView: TemplateRecord {
  var id: String
  var heading: String
  var language: String
  /// What stands between two keywords within a line.
  var separator: String
  var keywords: [KeywordView]

  static let fields: TemplateFields<Self> = [
    .text("id") { $0.id },
    .text("heading") { $0.heading },
    .html("language") { $0.language },
    .text("separator") { $0.separator },
    .list("keywords") { $0.keywords },
  ]
}

struct KeywordView: TemplateRecord {
  var label: String
  /// The page of the keyword; nil where no list has it.
  var url: String?

  static let fields: TemplateFields<Self> = [
    .text("label") { $0.label },
    .text("url") { $0.url },
  ]
}

/// A line of the outline.
struct OutlineView: TemplateRecord {
  var id: String
  var html: String
  /// `lang` and `dir`.
  var language = ""

  static let fields: TemplateFields<Self> = [
    .text("id") { $0.id },
    .html("html") { $0.html },
    .html("language") { $0.language },
  ]
}

struct ReferenceView: TemplateRecord {
  var id: String
  /// Where the list would count another.
  var number: Int?
  var html: [UInt8]
  /// `rtl` or `ltr` where its list runs the other way.
  var direction: String?
  var backlinks: [BacklinkView] = []

  static let fields: TemplateFields<Self> = [
    .text("id") { $0.id },
    .text("number") { $0.number.map(String.init) },
    .markup("html") { $0.html },
    .text("direction") { $0.direction },
    .list("backlinks") { $0.backlinks },
  ]
}

/// A way back from a reference to where the text cites it.
struct BacklinkView: TemplateRecord {
  var target: String
  var label: String

  static let fields: TemplateFields<Self> = [
    .text("target") { $0.target },
    .text("label") { $0.label },
  ]
}

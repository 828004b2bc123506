/// An article in a table of contents.
struct EntryView: TemplateRecord {
  var url: String
  var title: String
  /// `lang` and `dir` of the title.
  var language: String
  /// "Pages", "Page" or "Article number".
  var extentTerm = ""
  var extent: String?
  /// The year of publication, where it tells articles apart better than their pages.
  var year: String?
  var authors: [PersonView]
  var files: [LinkView]
  /// The citation in the form that reference managers find, where there is one.
  var coins: String

  static let fields: TemplateFields<Self> = [
    .text("url") { $0.url },
    .html("title") { $0.title },
    .html("language") { $0.language },
    .text("extentTerm") { $0.extentTerm },
    .text("extent") { $0.extent },
    .text("year") { $0.year },
    .flag("hasAuthors") { !$0.authors.isEmpty },
    .list("authors") { $0.authors },
    .list("files") { $0.files },
    .html("coins") { $0.coins },
  ]
}

/// A section of a table of contents.
struct SectionView: TemplateRecord {
  var id: String
  var heading: String
  var language: String
  var entries: [EntryView]

  static let fields: TemplateFields<Self> = [
    .text("id") { $0.id },
    .text("heading") { $0.heading },
    .html("language") { $0.language },
    .list("entries") { $0.entries },
  ]
}

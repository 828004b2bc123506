/// The search page: the form, what its script says, and lists to browse without it.
struct SearchView: TemplateRecord {
  var page: String
  /// The folder of the index.
  var index: String
  /// The root of the pages in this language.
  var root: String
  /// What follows the folder of a page in a link.
  var file: String
  /// The ten figures.
  var digits: String
  /// Between names.
  var comma: String
  /// The language of its words, where that is not the page's.
  var wordsLanguage: String
  /// "# articles found" by plural form.
  var counts: [TextView]
  var groups: [ListView.Group]

  static let fields: TemplateFields<Self> = [
    .text("action") { $0.page },
    .text("index") { $0.index },
    .text("root") { $0.root },
    .text("file") { $0.file },
    .text("digits") { $0.digits },
    .text("comma") { $0.comma },
    .html("wordsLanguage") { $0.wordsLanguage },
    .list("counts") { $0.counts },
    .list("groups") { $0.groups },
  ]
}

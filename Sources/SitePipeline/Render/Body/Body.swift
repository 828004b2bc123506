import JournalModel

/// What an article's text becomes on its page.
struct Body: Sendable {
  var html = ""
  var language: LanguageTag
  var outline: [OutlineView] = []
  var references: [ReferenceView] = []
  /// Files of the source folder that the text shows or offers, and where they stand in the site.
  var attachments: [Attachment] = []

  struct Attachment: Sendable, Hashable {
    var source: String
    var path: SitePath
  }

  /// Short text without headings, as paragraphs.
  static func paragraphs(_ markdown: String) -> String {
    markdown.split(separator: "\n\n").map { "<p>\(HTML.escaped(String($0)))</p>" }.joined()
  }
}

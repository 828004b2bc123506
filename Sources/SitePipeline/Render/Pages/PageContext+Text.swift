import JournalModel
import Prose
import Reporting

extension PageContext {
  /// A page or an announcement in the language of the page, or else in its own.
  func staticPageView(_ page: StaticPage, _ report: inout Report) -> (
    view: StaticPageView, finds: LinkResolver.Finds
  ) {
    let title = page.title.entry(for: language)
    let entry = chosen(page.bodies)
    var printed = PrintedBody()
    if let entry, let source = site.tree.bytes(of: entry.value, report: &report) {
      var reading = ReadingOptions.scholarly
      reading.trustsHTML = options.trustsHTML
      reading.reservedIDs = ["main", "article-notes"]
      let document = Document(
        reading: source, from: entry.value.offset, path: entry.value.path, options: reading,
        report: &report)
      printed = self.printed(document, language: entry.language, &report)
    }
    let view = StaticPageView(
      back: page.date == nil
        ? nil : LinkView(label: text.label(.news), url: link(to: .announcements)),
      title: title.value.html, titleLanguage: attributes(title.language),
      date: page.date.map { date($0) }, body: printed.html, notes: printed.notes,
      bodyLanguage: entry.map { attributes($0.language) } ?? "", board: board(on: page))
    return (view, printed.finds)
  }

  /// A short text of a journal or an issue.
  func shortHTML(_ markdown: String) -> String {
    var report = Report()
    let start = SourceRange(startOf: "")
    return ShortText(markdown, at: start, trustsHTML: false, &report).html
  }
}

import JournalModel
import Reporting

extension PageContext {
  /// The text of an article in the language of the page, or else in its own; nil without one.
  func body(of article: Article, _ report: inout Report) -> Body? {
    guard let entry = chosen(article.bodies) else { return nil }
    guard let bytes = try? site.tree.bytes(of: entry.value.path) else { return nil }
    let text = String(decoding: bytes[entry.value.offset...], as: UTF8.self)
    return Body(html: Body.paragraphs(text), language: entry.language)
  }

  func staticPageView(_ page: StaticPage, _ report: inout Report) -> StaticPageView {
    let title = page.title.entry(for: language)
    let entry = chosen(page.bodies)
    let bytes = entry.flatMap { try? site.tree.bytes(of: $0.value.path)[$0.value.offset...] }
    return StaticPageView(
      back: page.date == nil
        ? nil : LinkView(label: text.label(.news), url: link(to: .announcements)),
      title: title.value.html, titleLanguage: attributes(title.language),
      date: page.date.map { date($0) },
      body: Body.paragraphs(bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""),
      bodyLanguage: entry.map { attributes($0.language) } ?? "")
  }

  private func chosen(_ bodies: [Localized<Article.Body>.Entry]) -> Localized<Article.Body>
    .Entry?
  {
    bodies.first { $0.language == language }
      ?? bodies.first { $0.language.language == language.language } ?? bodies.first
  }
}

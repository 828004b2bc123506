import Exports
import JournalModel

extension PageContext {
  /// The page that lets an archive collect a year; the newest where none is named.
  func permissionView(
    _ pages: [PreservationPage], _ archive: PreservationArchive, year: Int?
  ) -> PermissionView? {
    guard let page = year.map({ year in pages.first { $0.year == year } }) ?? pages.first else {
      return nil
    }
    let years = [page.previousYear, page.nextYear].compactMap(\.self)
    return PermissionView(
      heading: year.map { "\(archive.rawValue) \(text.number($0))" } ?? archive.rawValue,
      permission: archive.permission,
      links: page.issues.map(link)
        + page.otherArticles.map { article in
          let title = title(of: article)
          return LinkView(
            label: title.plain, url: link(to: .article(article.slug)),
            language: attributes(title.language))
        },
      facts: page.facts.map { FactView(term: $0.name, html: HTML.escaped($0.value)) },
      years: years.map { year in
        LinkView(label: text.number(year), url: link(toFile: archive.path(year: year)))
      })
  }
}

/// What permits an archive to collect a year of the journal.
struct PermissionView: TemplateRecord {
  var heading: String
  var permission: String
  var links: [LinkView]
  var facts: [FactView]
  var years: [LinkView]

  static let fields: TemplateFields<Self> = [
    .text("heading") { $0.heading },
    .text("permission") { $0.permission },
    .list("links") { $0.links },
    .list("facts") { $0.facts },
    .list("years") { $0.years },
  ]
}

import Books
import Foundation
import JournalModel
import Reporting
import Theme

/// An article to be set as PDF, and where the finished file is kept: under a name made from all
/// that goes into it.
struct TypesettingJob: Sendable {
  let article: Int
  let range: SourceRange
  /// The page, in the syntax that all readers of HTML agree on.
  let html: [UInt8]
  /// What the page shows, by address.
  let pictures: [String: [UInt8]]
  let facts: Facts
  /// Where the finished file is kept.
  let path: String

  /// What goes into the file beside the page.
  struct Facts: Sendable, Codable {
    /// The day of publication, for the dates inside.
    var date: String
    /// The number of the first page.
    var page: Int?
    var identifier: String
    var rights: String?
    var licence: String?
  }

  init(
    _ page: GalleyPage, _ context: RenderContext, _ cache: GalleyCache, _ report: inout Report
  ) {
    let article = context.journal.allArticles[page.article]
    var pictures: [String: [UInt8]] = [:]
    let html = XHTML(html: page.html) { reference in
      let target = page.addresses[reference.address]
      if reference.element == "a" { return context.address(of: target) }
      // The stylesheet comes with the job.
      guard case .site(let path, _) = target, let file = page.addresses.file(at: path),
        let bytes = context.bytes(of: file, &report)
      else { return nil }
      let address = "picture:\(ContentHash(bytes).text).\(file.ending)"
      pictures[address] = bytes
      return address
    }.bytes
    let facts = Facts(article, identifier: SiteAddresses(context.options)[.article(article.slug)])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var ingredients = html + Theme.paperStylesheet + Typesetter.scripts.flatMap(\.1)
    ingredients += (try? encoder.encode(facts)).map(Array.init) ?? []
    for address in pictures.keys.sorted() { ingredients += address.utf8 }
    self.article = page.article
    range = article.range
    path = cache.path(of: ContentHash(ingredients), ending: "pdf")
    self.html = html
    self.pictures = pictures
    self.facts = facts
  }
}

extension TypesettingJob.Facts {
  fileprivate init(_ article: Article, identifier: String?) {
    date = article.dates.published.firstDay.text
    if case .pages(let pages)? = article.extent { page = Int(pages.first) }
    self.identifier =
      article.doi.map { "https://doi.org/\($0.text)" } ?? identifier ?? article.slug
    let holder = article.copyright.map { copyright in
      "© " + (copyright.year.map { "\($0) " } ?? "") + copyright.holder
    }
    let parts = [holder, article.licence?.name].compactMap(\.self)
    rights = parts.isEmpty ? nil : parts.joined(separator: ", ")
    licence = article.licence?.url
  }
}

extension RenderContext {
  /// The address of a link outside of the site; nil for what stands only in a site without one.
  fileprivate func address(of target: GalleyAddresses.Target) -> String? {
    switch target {
    case .fragment(let fragment): fragment
    case .outside(let address): address
    case .site(let path, let fragment): SiteAddresses(options)[path].map { $0 + fragment }
    }
  }
}

package import Reporting

/// A page of the journal that is no article: aims, board, policies; or an announcement.
package struct StaticPage: Sendable, Hashable, Codable {
  package enum Kind: Sendable, Hashable, Codable {
    case page
    case announcement(date: CalendarDate)
  }

  package var kind: Kind
  package var slug: String
  package var title: Localized<RichText>
  /// The text by language; never empty.
  package var bodies: [Localized<Article.Body>.Entry]
  /// Whether the masthead links to it, and where among the others.
  package var menuOrder: Int?
  package var range: SourceRange

  package init(
    kind: Kind, slug: String, title: Localized<RichText>,
    bodies: [Localized<Article.Body>.Entry], menuOrder: Int? = nil, range: SourceRange
  ) {
    self.kind = kind
    self.slug = slug
    self.title = title
    self.bodies = bodies
    self.menuOrder = menuOrder
    self.range = range
  }
}

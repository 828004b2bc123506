import Bibliography
package import JournalModel
import Reporting

/// The journal as its files have it: each file read by itself, keys not yet looked up.
package struct LoadedJournal: Sendable {
  /// Nil when `journal.yml` is missing or has no title.
  package var journal: Journal?
  var people: [LoadedPerson]
  var issues: [LoadedIssue]
  var articles: [LoadedArticle]
  var pages: [LoadedPage]
  var bibliographies: SharedBibliographies
  /// What `journal.yml` and articles name for citations.
  var citation: CitationNames
  /// The names of the machine formats that `journal.yml` asks for.
  var formats: [Located<String>]
  /// The `redirects` of `journal.yml`.
  var redirects: [Located<Journal.Redirect>]
  /// The files that a slug can point to, for those who look up keys.
  package var layout: ContentLayout
}

/// What `journal.yml` says.
struct LoadedSettings: Sendable {
  /// Nil after a report when the file cannot be read or has no title.
  var journal: Journal?
  /// The references that its articles share, by key.
  var references: [String: Item] = [:]
  /// Names that are looked up later.
  var citation = CitationNames()
  var formats: [Located<String>] = []
  var redirects: [Located<Journal.Redirect>] = []
}

/// Where the styles and the locale of citations are named.
struct CitationNames: Sendable {
  var styles: [Located<String>] = []
  var locale: SourceRange?
}

/// What an `issue.yml` says.
struct LoadedIssue: Sendable {
  var folder: String
  /// The issue, except for its articles.
  var issue: Issue
  /// The order of its contents page, by slug.
  var order: [Located<String>]
  var licence: Licence?
  /// As it was given.
  var date: Located<CalendarDate>?
  /// Whether the issue has a date of its own, or one that cannot be read; else its articles give
  /// it one.
  var hasDate: Bool
  /// The references that its articles share, by key.
  var references: [String: Item]
}

/// What a Markdown file of the pages or announcements says.
struct LoadedPage: Sendable {
  var kind: StaticPage.Kind
  var slug: String
  /// The language in the file's name: `ur` of `about.ur.md`.
  var suffix: LanguageTag?
  var language: LanguageTag
  var title: Localized<RichText>
  var body: Article.Body
  var menuOrder: Int?
  var range: SourceRange
}

import Bibliography
import JournalModel
import Reporting

/// An article of a journal as a register or a bibliography describes it: facts without a text.
struct ListedArticle: Sendable {
  struct Author: Sendable {
    var name: PersonName
    var isOrganization = false
    var orcid: String?
    var affiliations: [(name: String, ror: String?)] = []
    /// Nil for an author.
    var role: String?
  }

  struct Funder: Sendable {
    var name: String
    var doi: String?
    var awards: [String]
  }

  /// Markdown.
  var title: String
  var subtitle: String?
  var kind: Article.Kind?
  var language: String?
  var authors: [Author] = []
  /// Markdown.
  var abstract: String?
  var keywords: [String] = []
  var volume: String?
  var number: String?
  var date: CalendarDate?
  var pages: String?
  var articleNumber: String?
  var doi: String?
  var licence: String?
  var funders: [Funder] = []
  /// Where it stood before.
  var address: String?
  /// Its references, with their parts or as text.
  var references: [Item] = []
  var writtenReferences: [String] = []
  /// The DOIs of the articles that it is a notice about.
  var about: [String] = []
  var range: SourceRange
}

/// A journal as a list of its articles describes it.
struct ListedJournal: Sendable {
  var title: String?
  /// With `online` or `print`.
  var issns: [(kind: String, issn: String)] = []
  var publisher: String?
  var articles: [ListedArticle] = []
}

import Bibliography
import JournalModel
import Reporting

/// An article as its file has it: values are checked, keys are not looked up.
struct LoadedArticle: Sendable {
  var slug: Located<String>
  var issueFolder: String?
  /// What its file or folder is called: its versions have it in common.
  var name: String
  /// The number in the file's name, of an older version: 1 of `engine.v1.md`.
  var supersededVersion: Int?
  /// The language in the file's name, of a translation: `ur` of `engine.ur.md`.
  var translationOf: LanguageTag?
  var kind: Article.Kind
  /// Nil for a translation that has none of its own.
  var title: Localized<RichText>?
  var subtitle: Localized<RichText>?
  var language: LanguageTag
  var contributors: [LoadedContributor] = []
  var affiliations: [LoadedAffiliation] = []
  var abstracts: [Localized<Article.Abstract>.Entry] = []
  var keywords: [Localized<[String]>.Entry] = []
  var section: Located<String>?
  var extent: Article.Extent?
  var doi: Located<DOI>?
  var dates = LoadedDates()
  var licence: Licence?
  var copyright: Article.Copyright?
  var funding: [Article.Funding] = []
  var statements: [Article.Statement] = []
  var galleys: [Article.Galley] = []
  var supplements: [Article.Supplement] = []
  var citationText: String?
  var citationStyle: Located<String>?
  var referenceStyle: Located<String>?
  var body: Article.Body?
  /// The bodies of the translations joined to it.
  var translatedBodies: [Localized<Article.Body>.Entry] = []
  var references = Article.ReferenceSources()
  var uncited: [String] = []
  var about: [Located<String>] = []
  var formerPaths: [String] = []
  var former: FormerRecord?
  var revision = 0
  /// The number that the article gives itself.
  var versionNumber: Located<Int>?
  var changes: Localized<String>?
  /// Known when its versions are joined.
  var version: Article.Version?
  /// Its place among the others of its section, where the author gives one.
  var order: Int?
  var range: SourceRange
  /// Of all of its file but the words of the body.
  var head = Fingerprint()
  /// Whether the words of the body may hold formulas.
  var mayHoldFormulas = false
}

/// The dates of an article as they are given.
struct LoadedDates: Sendable {
  var submitted: Located<CalendarDate>?
  var accepted: Located<CalendarDate>?
  var published: Located<CalendarDate>?
  var updated: Located<CalendarDate>?
}

/// A contributor as an article names them.
struct LoadedContributor: Sendable {
  var name: Located<PersonName>
  /// What may be a key of `people.yml`: a name written as one text.
  var key: String?
  var alternateNames: [Localized<PersonName>.Entry] = []
  var isOrganization = false
  var affiliations: [Mention] = []
  var orcid: ORCID?
  var roles: [Contributor.Role] = [.author]
  var isCorresponding = false
  var email: String?
  var biography: Localized<String>?

  /// An affiliation written out, or a text: the key of one in the article's list, or the words of
  /// its name.
  enum Mention: Sendable {
    case written(LoadedAffiliation)
    case key(Located<String>, words: String)
  }
}

/// An affiliation of the article's list, with the key by which authors name it.
struct LoadedAffiliation: Sendable {
  var key: Located<String>?
  var affiliation: Affiliation
}

package import Reporting

extension Article {
  /// All that is known of an article.
  package struct Facts: Sendable, Hashable, Codable {
    /// The last path segment of its address, unique in the journal.
    package var slug: String
    /// The folder name of its issue; nil for an article published before its issue.
    package var issueFolder: String?
    package var kind: Kind
    package var title: Localized<RichText>
    package var subtitle: Localized<RichText>?
    /// The language of the article: of its body, and of metadata given without a language.
    package var language: LanguageTag
    /// In the order of the byline.
    package var contributors: [Contributor]
    /// Markdown without headings or notes.
    package var abstracts: [Localized<Abstract>.Entry]
    package var keywords: [Localized<[String]>.Entry]
    package var section: String?
    package var extent: Extent?
    package var doi: DOI?
    package var dates: Dates
    package var licence: Licence?
    package var copyright: Copyright?
    package var funding: [Funding]
    package var statements: [Statement]
    package var galleys: [Galley]
    package var supplements: [Supplement]
    /// The author's own text for "How to Cite", used verbatim.
    package var citationText: String?
    /// The style that "How to Cite" shows first, where the article asks for another than the journal.
    package var citationStyle: String?
    /// The citation style of the references in its body, where it asks for another than the journal.
    package var referenceStyle: String?
    /// Where the text stands, by language, the article's own language first; empty without a body.
    package var bodies: [Localized<Body>.Entry]
    /// Where its references stand: they are read with its text.
    package var references: ReferenceSources
    /// Keys listed though the text does not cite them; `*` lists all.
    package var uncited: [String]
    /// The articles that this notice is about; empty for anything but a notice.
    package var about: [String]
    /// The slugs of the notices about this article, oldest first.
    package var notices: [String]
    /// Addresses of an earlier site that lead here, as paths without the host.
    package var formerPaths: [String]
    /// What it was called in Open Journal Systems, if it comes from there.
    package var former: FormerRecord?
    /// Which version of the article this is; nil where there has been only one.
    package var version: Version?
    /// Grows when the record is changed without a change of date; orders deposits.
    package var revision: Int
    /// Where the article's front matter begins.
    package var range: SourceRange

    package init(
      slug: String, issueFolder: String?, kind: Kind, title: Localized<RichText>,
      language: LanguageTag, dates: Dates, range: SourceRange
    ) {
      self.slug = slug
      self.issueFolder = issueFolder
      self.kind = kind
      self.title = title
      subtitle = nil
      self.language = language
      contributors = []
      abstracts = []
      keywords = []
      section = nil
      extent = nil
      doi = nil
      self.dates = dates
      licence = nil
      copyright = nil
      funding = []
      statements = []
      galleys = []
      supplements = []
      citationText = nil
      citationStyle = nil
      referenceStyle = nil
      bodies = []
      references = ReferenceSources()
      uncited = []
      about = []
      notices = []
      formerPaths = []
      former = nil
      version = nil
      revision = 0
      self.range = range
    }
  }
}

extension Article: Hashable {
  package static func == (a: Article, b: Article) -> Bool { a.facts == b.facts }

  package func hash(into hasher: inout Hasher) { facts.hash(into: &hasher) }
}

extension Article: Codable {
  package init(from decoder: any Decoder) throws { self.init(try Facts(from: decoder)) }

  package func encode(to encoder: any Encoder) throws { try facts.encode(to: encoder) }
}

package import Reporting

/// An article as published: every fact checked, every key of the metadata looked up.
///
/// Its body is not here: `bodies` says where it stands, and it is parsed when its page is rendered.
package struct Article: Sendable {
  /// The facts in one place, which all copies share: an article is much to copy.
  private final class Box: Sendable {
    let facts: Facts

    init(_ facts: Facts) { self.facts = facts }
  }

  private var box: Box

  package init(_ facts: Facts) { box = Box(facts) }

  package var facts: Facts {
    get { box.facts }
    set { box = Box(newValue) }
  }

  // The facts one by one; `Facts` says what they are.
  package var slug: String { box.facts.slug }
  package var issueFolder: String? { box.facts.issueFolder }
  package var kind: Kind { box.facts.kind }
  package var title: Localized<RichText> { box.facts.title }
  package var subtitle: Localized<RichText>? { box.facts.subtitle }
  package var language: LanguageTag { box.facts.language }
  package var contributors: [Contributor] { box.facts.contributors }
  package var abstracts: [Localized<Abstract>.Entry] { box.facts.abstracts }
  package var keywords: [Localized<[String]>.Entry] { box.facts.keywords }
  package var section: String? { box.facts.section }
  package var extent: Extent? { box.facts.extent }
  package var doi: DOI? { box.facts.doi }
  package var dates: Dates { box.facts.dates }
  package var licence: Licence? { box.facts.licence }
  package var copyright: Copyright? { box.facts.copyright }
  package var funding: [Funding] { box.facts.funding }
  package var statements: [Statement] { box.facts.statements }
  package var galleys: [Galley] { box.facts.galleys }
  package var supplements: [Supplement] { box.facts.supplements }
  package var citationText: String? { box.facts.citationText }
  package var citationStyle: String? { box.facts.citationStyle }
  package var referenceStyle: String? { box.facts.referenceStyle }
  package var bodies: [Localized<Body>.Entry] { box.facts.bodies }
  package var references: ReferenceSources { box.facts.references }
  package var uncited: [String] { box.facts.uncited }
  package var about: [String] { box.facts.about }
  package var notices: [String] { box.facts.notices }
  package var formerPaths: [String] { box.facts.formerPaths }
  package var former: FormerRecord? { box.facts.former }
  package var version: Version? { box.facts.version }
  package var revision: Int { box.facts.revision }
  package var range: SourceRange { box.facts.range }

  /// The contributors with the role of author, in order.
  package var authors: [Contributor] {
    // Mostly all are, so that nothing is copied.
    contributors.allSatisfy { $0.roles.contains(.author) }
      ? contributors : contributors.filter { $0.roles.contains(.author) }
  }
}

extension Article {
  /// What an article is; the notices are those of NISO RP-45-2024 and COPE.
  package enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    case researchArticle = "research-article"
    case reviewArticle = "review-article"
    case editorial
    case bookReview = "book-review"
    case essay
    case interview
    case letter
    case translation
    case other
    case retraction
    case correction
    case expressionOfConcern = "expression-of-concern"
    case removal

    package var isNotice: Bool {
      switch self {
      case .retraction, .correction, .expressionOfConcern, .removal: true
      default: false
      }
    }
  }

  package struct Abstract: Sendable, Hashable, Codable {
    /// Markdown.
    package var markdown: String
    /// Whether it is the editors' summary and not the author's abstract.
    package var isSummary: Bool
    /// Whether it is a summary in plain language, beside the abstract.
    package var isPlainLanguage: Bool
    package var range: SourceRange

    package init(
      markdown: String, isSummary: Bool = false, isPlainLanguage: Bool = false, range: SourceRange
    ) {
      self.markdown = markdown
      self.isSummary = isSummary
      self.isPlainLanguage = isPlainLanguage
      self.range = range
    }
  }

  package struct ReferenceSources: Sendable, Hashable, Codable {
    /// Bibliography files, in the source folder.
    package var files: [String]
    /// The file in whose fields others stand; nil when there are none.
    package var fields: String?

    package init(files: [String] = [], fields: String? = nil) {
      self.files = files
      self.fields = fields
    }
  }

  package enum Extent: Sendable, Hashable, Codable {
    case pages(PageRange)
    case articleNumber(String)
  }

  package struct Dates: Sendable, Hashable, Codable {
    package var submitted: CalendarDate?
    package var accepted: CalendarDate?
    /// The day (or month, or year) of publication: the article's own, else its issue's.
    package var published: CalendarDate
    package var updated: CalendarDate?

    package init(
      submitted: CalendarDate? = nil, accepted: CalendarDate? = nil, published: CalendarDate,
      updated: CalendarDate? = nil
    ) {
      self.submitted = submitted
      self.accepted = accepted
      self.published = published
      self.updated = updated
    }
  }

  package struct Copyright: Sendable, Hashable, Codable {
    package var holder: String
    package var year: Int?

    package init(holder: String, year: Int? = nil) {
      self.holder = holder
      self.year = year
    }
  }

  package struct Funding: Sendable, Hashable, Codable {
    package var funder: String
    package var funderROR: ROR?
    package var funderDOI: DOI?
    package var awards: [String]

    package init(
      funder: String, funderROR: ROR? = nil, funderDOI: DOI? = nil, awards: [String] = []
    ) {
      self.funder = funder
      self.funderROR = funderROR
      self.funderDOI = funderDOI
      self.awards = awards
    }
  }

  /// A declaration such as data availability or competing interests.
  package struct Statement: Sendable, Hashable, Codable {
    package enum Subject: String, Sendable, Hashable, CaseIterable, Codable {
      case data, code, interests, ethics, funding, acknowledgements
      case contributions, ai = "ai-use"
    }

    package var subject: Subject
    /// Markdown of one paragraph.
    package var text: Localized<String>

    package init(subject: Subject, text: Localized<String>) {
      self.subject = subject
      self.text = text
    }
  }

  /// A file in which the whole article can be read: PDF, EPUB, audio.
  package struct Galley: Sendable, Hashable, Codable {
    /// Shown to the reader: "PDF".
    package var label: String
    package var language: LanguageTag
    /// In the source folder, or absolute when it is made.
    package var path: String
    package var origin: Origin
    /// The file's name beside the article's page.
    package var fileName: String
    package var mediaType: String
    /// In bytes.
    package var size: Int

    package enum Origin: String, Sendable, Hashable, Codable {
      /// It stands in the source folder.
      case given
      /// The build has made it from the text.
      case made
    }

    package init(
      label: String, language: LanguageTag, path: String, fileName: String, mediaType: String,
      size: Int, origin: Origin = .given
    ) {
      self.label = label
      self.language = language
      self.path = path
      self.origin = origin
      self.fileName = fileName
      self.mediaType = mediaType
      self.size = size
    }
  }

  /// Something beside the article: data, code, an appendix.
  package struct Supplement: Sendable, Hashable, Codable {
    package enum Target: Sendable, Hashable, Codable {
      /// A file beside the article: its path in the source folder, and its size in bytes.
      case file(path: String, fileName: String, mediaType: String, size: Int)
      case url(String)
    }

    package var title: Localized<String>
    package var target: Target

    package init(title: Localized<String>, target: Target) {
      self.title = title
      self.target = target
    }
  }

  /// Where the text of an article stands in one language.
  package struct Body: Sendable, Hashable, Codable {
    /// The Markdown file.
    package var path: String
    /// The byte after its front matter.
    package var offset: Int
    /// Whether it is a list of references and nothing else.
    package var isReferences: Bool

    package init(path: String, offset: Int, isReferences: Bool = false) {
      self.path = path
      self.offset = offset
      self.isReferences = isReferences
    }
  }
}

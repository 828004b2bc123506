/// The journal itself: what `journal.yml` and `people.yml` say.
package struct Journal: Sendable {
  /// The facts in one place, which all copies share: a journal is much to copy.
  private final class Box: Sendable {
    let facts: Facts

    init(_ facts: Facts) { self.facts = facts }
  }

  private var box: Box

  package init(_ facts: Facts) { box = Box(facts) }

  package init(title: Localized<String>, languages: [LanguageTag]) {
    self.init(Facts(title: title, languages: languages))
  }

  package var facts: Facts {
    get { box.facts }
    set { box = Box(newValue) }
  }

  // The facts one by one; `Facts` says what they are.
  package var title: Localized<String> { box.facts.title }
  package var subtitle: Localized<String>? { box.facts.subtitle }
  package var abbreviation: String? { box.facts.abbreviation }
  package var description: Localized<String>? { box.facts.description }
  package var url: String? { box.facts.url }
  package var issn: ISSNs { box.facts.issn }
  package var publisher: Publisher? { box.facts.publisher }
  package var contact: Contact? { box.facts.contact }
  package var languages: [LanguageTag] { box.facts.languages }
  package var licence: Licence? { box.facts.licence }
  package var copyrightHolder: String? { box.facts.copyrightHolder }
  package var frequency: Localized<String>? { box.facts.frequency }
  package var founded: Int? { box.facts.founded }
  package var doiPrefix: String? { box.facts.doiPrefix }
  package var citation: CitationOptions { box.facts.citation }
  package var deposits: Deposits? { box.facts.deposits }
  package var archives: [String] { box.facts.archives }
  package var theme: Theme { box.facts.theme }
  package var people: [BoardMember] { box.facts.people }
  package var formats: Set<String>? { box.facts.formats }
  package var trustsHTML: Bool { box.facts.trustsHTML }
  package var redirects: [Redirect] { box.facts.redirects }
  package var formerURL: String? { box.facts.formerURL }
  package var formerLocales: [String] { box.facts.formerLocales }

  /// The language of the interface at the root of the site.
  package var defaultLanguage: LanguageTag { languages.first ?? .english }

  /// That of references from left to right in a text that runs from right to left: the first such
  /// language of the journal, or English.
  package var leftToRightLanguage: LanguageTag {
    languages.first { $0.direction == .leftToRight } ?? .english
  }
}

extension Journal {
  package struct ISSNs: Sendable, Hashable, Codable {
    package var online: ISSN?
    package var print: ISSN?

    package init(online: ISSN? = nil, print: ISSN? = nil) {
      self.online = online
      self.print = print
    }

    /// The one that names the journal where only one can stand: online, else print.
    package var preferred: ISSN? { online ?? print }
  }

  package struct Publisher: Sendable, Hashable, Codable {
    package var name: Localized<String>
    package var address: String?
    /// ISO 3166-1, two letters.
    package var country: String?
    package var url: String?
    package var ror: ROR?

    package init(
      name: Localized<String>, address: String? = nil, country: String? = nil,
      url: String? = nil, ror: ROR? = nil
    ) {
      self.name = name
      self.address = address
      self.country = country
      self.url = url
      self.ror = ror
    }
  }

  package struct Contact: Sendable, Hashable, Codable {
    package var name: String?
    package var email: String?

    package init(name: String? = nil, email: String? = nil) {
      self.name = name
      self.email = email
    }
  }

  package struct CitationOptions: Sendable, Hashable, Codable {
    /// The style shown first in "How to Cite" and, unless `references` says otherwise, used for
    /// bibliographies; the name of a `.csl` file without its ending.
    package var style: String
    /// The styles offered, in order.
    package var styles: [String]
    /// The style of bibliographies and citations in the text, if another.
    package var references: String?
    /// The locale of citations; nil for the language of the interface.
    package var locale: LanguageTag?
    package var compatibility: Compatibility?

    /// A form of citation that differs from the style by a locale override.
    package enum Compatibility: String, Sendable, Hashable, CaseIterable, Codable {
      /// As Open Journal Systems prints it: full stop after the closing quote, hyphen in ranges.
      case ojs
    }

    package init(
      style: String = "chicago-author-date", styles: [String] = CitationOptions.ofOJS,
      references: String? = nil, locale: LanguageTag? = nil, compatibility: Compatibility? = nil
    ) {
      self.style = style
      self.styles = styles
      self.references = references
      self.locale = locale
      self.compatibility = compatibility
    }

    /// The eleven styles that Open Journal Systems offers, by the names of their style files.
    package static let ofOJS = [
      "associacao-brasileira-de-normas-tecnicas", "acm-sig-proceedings", "acs-nano",
      "american-medical-association", "apa", "chicago-author-date", "harvard-cite-them-right",
      "ieee", "modern-language-association", "turabian-fullnote-bibliography", "vancouver",
    ]
  }

  /// What registration agencies ask of a depositor.
  package struct Deposits: Sendable, Hashable, Codable {
    package var depositor: String
    package var email: String
    package var registrant: String

    /// The version of Crossref's schema that deposits are written in.
    package var crossrefSchema: CrossrefSchema
    /// The DOI of the page on which the journal says how it corrects and retracts; Crossref takes
    /// updates only with one.
    package var crossmarkPolicy: DOI?

    package enum CrossrefSchema: String, Sendable, Hashable, CaseIterable, Codable {
      case v531 = "5.3.1"
      case v540 = "5.4.0"
    }

    package init(
      depositor: String, email: String, registrant: String, crossrefSchema: CrossrefSchema = .v531,
      crossmarkPolicy: DOI? = nil
    ) {
      self.depositor = depositor
      self.email = email
      self.registrant = registrant
      self.crossrefSchema = crossrefSchema
      self.crossmarkPolicy = crossmarkPolicy
    }
  }

  package struct Theme: Sendable, Hashable, Codable {
    /// A set of tokens that the program carries.
    package enum Preset: String, Sendable, Hashable, CaseIterable, Codable {
      case rubric, lapis, cypress
    }

    package var preset: Preset
    /// The hue of the accent in degrees of OKLCH; nil for the theme's own.
    package var hue: Int?
    /// The journal's mark, in the source folder.
    package var logo: String?

    package init(preset: Preset = .rubric, hue: Int? = nil, logo: String? = nil) {
      self.preset = preset
      self.hue = hue
      self.logo = logo
    }
  }

  /// One of the people of the journal, in the order of `people.yml`.
  package struct BoardMember: Sendable, Hashable, Codable {
    package var person: Contributor
    package var role: Localized<String>
    package var from: CalendarDate?
    package var until: CalendarDate?

    package init(
      person: Contributor, role: Localized<String>, from: CalendarDate? = nil,
      until: CalendarDate? = nil
    ) {
      self.person = person
      self.role = role
      self.from = from
      self.until = until
    }
  }

  /// An address that has moved.
  package struct Redirect: Sendable, Hashable, Codable {
    /// From the site's root, beginning with `/`.
    package var from: String
    /// From the site's root, or absolute.
    package var to: String

    package init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }
}

package import JournalModel

/// The words of the interface in one language: what stands on a page and is not content.
///
/// Read on in `InterfaceLanguage`, which a language must meet in full, and in `Languages`, where
/// each has one file. What an author writes never comes from here.
package struct InterfaceText: Sendable {
  /// The language of the words: the one asked for, or English.
  package let language: LanguageTag
  /// Whether the language asked for has no catalogue, so that English stands in; worth a warning.
  package let isFallback: Bool
  /// Whether these words run against the language asked for, which they stand in for.
  private let runsAgainst: Bool
  let words: any InterfaceLanguage

  package init(language: LanguageTag) {
    if let words = Self.catalogue[language.language] {
      self.language = language
      self.words = words(language)
      isFallback = false
      runsAgainst = false
    } else {
      self.language = .english
      words = English()
      isFallback = true
      runsAgainst = language.direction == .rightToLeft
    }
  }

  /// The languages that have a catalogue, by their first subtag.
  package static let available: [String] = catalogue.keys.sorted()

  private static let catalogue: [String: @Sendable (LanguageTag) -> any InterfaceLanguage] = [
    "ar": { Arabic(region: $0.region) },
    "de": { _ in German() },
    "en": { _ in English() },
    "es": { _ in Spanish() },
    "fa": { _ in Persian() },
    "fr": { _ in French() },
    "id": { _ in Indonesian() },
    "pt": { _ in Portuguese() },
    "tr": { _ in Turkish() },
    "ur": { _ in Urdu() },
  ]

  /// Words with a number among them, which keep their order in a text that runs against them.
  func isolated(_ text: String) -> String { runsAgainst ? "\u{2066}\(text)\u{2069}" : text }

  package var direction: TextDirection { language.direction }

  package func label(_ label: Label) -> String { words.label(label) }

  package func phrase(_ phrase: Phrase) -> String {
    switch phrase {
    case .note, .backToNote, .backToCitation, .volume, .number, .volumeAndNumber:
      digits(words.phrase(phrase))
    default: words.phrase(phrase)
    }
  }

  /// What kind of text an article is: "Book review".
  package func kind(_ kind: Article.Kind) -> String { words.kind(kind) }

  /// The heading of a declaration: "Data availability".
  package func subject(_ subject: Article.Statement.Subject) -> String { words.subject(subject) }

  /// What somebody did: a term of CRediT in this language, anything else as its author wrote it.
  package func contribution(_ written: String) -> String {
    CreditTerm(written: written).flatMap(words.contribution) ?? written
  }

  /// A language's name in this one, in its own words where this one has none for it.
  package func name(of other: LanguageTag) -> String {
    words.name(ofLanguage: other.language) ?? Self.ownName(of: other)
  }

  /// A language's name in itself, as a language switch shows it; the tag where it is not known.
  package static func ownName(of language: LanguageTag) -> String {
    switch language.language {
    case "ar": "العربية"
    case "bn": "বাংলা"
    case "de": "Deutsch"
    case "el": "Ελληνικά"
    case "en": "English"
    case "es": "Español"
    case "fa": "فارسی"
    case "fr": "Français"
    case "he": "עברית"
    case "hi": "हिन्दी"
    case "id": "Indonesia"
    case "it": "Italiano"
    case "ja": "日本語"
    case "ko": "한국어"
    case "ms": "Melayu"
    case "pa": "پنجابی"
    case "ps": "پښتو"
    case "pt": "Português"
    case "ru": "Русский"
    case "sd": "سنڌي"
    case "th": "ไทย"
    case "tr": "Türkçe"
    case "ur": "اردو"
    case "zh": "中文"
    default: language.text
    }
  }
}

extension LanguageTag {
  /// The region subtag: `PK` of `ur-PK`.
  fileprivate var region: String? {
    text.split(separator: "-").dropFirst().first { $0.utf8.count == 2 }.map(String.init)
  }
}

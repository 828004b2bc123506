package import Bibliography
package import JournalModel
package import Prose

/// What rendering an article finds out and its records need: abstracts, references and the text
/// by which to cite it.
package struct ArticleText: Sendable {
  package struct Abstract: Sendable {
    package var language: LanguageTag
    package var isSummary: Bool
    package var isPlainLanguage: Bool
    package var blocks: [Block]
    /// Paragraphs without markup, an empty line between two.
    package var plain: String
    /// The same in one line.
    package var line: String

    package init(
      language: LanguageTag, isSummary: Bool = false, isPlainLanguage: Bool = false,
      blocks: [Block], plain: String
    ) {
      self.language = language
      self.isSummary = isSummary
      self.isPlainLanguage = isPlainLanguage
      self.blocks = blocks
      self.plain = plain
      line = plain.inOneLine
    }

    var paragraphs: [String] {
      plain.utf8.contains(0x0A) ? plain.split(separator: "\n\n").map(String.init) : [plain]
    }
  }

  /// A reference as the page lists it.
  package struct Reference: Sendable {
    /// The key by which the text cites it; of one that is written as text its number.
    package var id: String
    /// The whole reference without markup.
    package var plain: String
    /// Its data, where it comes from a bibliography.
    package var item: Item?

    package init(id: String, plain: String, item: Item? = nil) {
      self.id = id
      self.plain = plain
      self.item = item
    }

    package var doi: DOI? { item?.text[.doi].flatMap { DOI($0) } }
  }

  /// What a citation prints for one of its references, or between them.
  package struct CitationPart: Sendable {
    package var words: String
    /// The key of the reference.
    package var key: String?

    package init(words: String, key: String? = nil) {
      self.words = words
      self.key = key
    }
  }

  /// A declaration of the article in its own language.
  package struct Statement: Sendable {
    package var subject: Article.Statement.Subject
    package var blocks: [Block]

    package init(subject: Article.Statement.Subject, blocks: [Block]) {
      self.subject = subject
      self.blocks = blocks
    }
  }

  /// "How to Cite" without markup, in the style the page shows first.
  package var citation: String?
  package var abstracts: [Abstract]
  package var statements: [Statement]
  /// In the order of the page.
  package var references: [Reference]
  /// Of the translations of the text, which have lists of their own, without markup.
  package var translatedReferences: [Localized<[String]>.Entry] = []
  /// The full text in the article's language, without its list of references.
  package var body: Document?
  /// What a citation in the body prints, by its number; nil where nobody has formatted it.
  package var citationWords: @Sendable (Int) -> String?
  /// The same in parts, where it cites several references.
  package var citationParts: @Sendable (Int) -> [CitationPart] = { _ in [] }
  /// What it calls its figures and other parts.
  package var words = TextWords()
  /// A formula of its texts as MathML, or nil where its source alone is known.
  package var mathML: @Sendable (Math) -> String?

  package init(
    citation: String? = nil, abstracts: [Abstract] = [], statements: [Statement] = [],
    references: [Reference] = [],
    body: Document? = nil, citationWords: @escaping @Sendable (Int) -> String? = { _ in nil },
    mathML: @escaping @Sendable (Math) -> String? = { _ in nil }
  ) {
    self.citation = citation
    self.abstracts = abstracts
    self.statements = statements
    self.references = references
    self.body = body
    self.citationWords = citationWords
    self.mathML = mathML
  }
}

extension ArticleText {
  /// The references of the page in a language: those of its translation, if there is one.
  func references(for language: LanguageTag) -> [String] {
    let translation =
      translatedReferences.first { $0.language == language }
      ?? translatedReferences.first { $0.language.language == language.language }
    return translation?.value ?? references.map(\.plain)
  }
}

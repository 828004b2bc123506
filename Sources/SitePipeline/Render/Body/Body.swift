import Bibliography
import CSL
import Exports
import JournalModel
import Prose

/// The text of an article in one language, read once and printed on several pages.
struct Body: Sendable {
  let language: LanguageTag
  /// Without its list of references; nil for an article that has references and no text.
  let document: Document?
  /// What each citation of the document prints, as HTML.
  var citations: [[UInt8]] = []
  /// The same before it became HTML.
  var citationTexts: [FormattedText] = []
  /// The keys of the references that cites of several are marked with.
  var citedKeys: [String] = []
  /// Whether the style prints citations as notes.
  var citesInNotes = false
  /// What the sentence keeps of each citation when it is a note: its author, as HTML.
  var leads: [String] = []
  /// For each reference of the bibliography whether the text cites it, or its author wants it to be
  /// listed.
  var isListed: [Bool] = []
  /// In the order in which they are listed.
  var references: [Reference] = []
  /// The same references, as descriptions of the article for machines have them: by the keys by which
  /// the text cites them, those written as text by their numbers.
  var described: [ArticleText.Reference] = []

  /// What a citation prints without markup, by its number.
  var citationWords: @Sendable (Int) -> String? {
    { [citationTexts] in citationTexts.indices.contains($0) ? citationTexts[$0].plain : nil }
  }

  /// The same in parts, each with the key of its reference, where it cites several.
  var citationParts: @Sendable (Int) -> [ArticleText.CitationPart] {
    { [citationTexts, citedKeys] index in
      guard citationTexts.indices.contains(index) else { return [] }
      let parts = citationTexts[index].parts
      return parts.count == 1
        ? [] : parts.map { .init(words: $0.text.plain, key: $0.item.map { citedKeys[$0] }) }
    }
  }

  /// A reference as the page lists it.
  struct Reference: Sendable {
    /// The anchor: `ref-` and its key or number.
    var anchor: String
    /// Its number, where the list would count another since it leaves entries out.
    var number: Int?
    /// Whether it begins with what stands in the margin, where the list would have its number.
    var isLabelled = false
    var html: [UInt8]
    /// That of its first letter.
    var direction: TextDirection?
    /// The anchors of the citations that lead here.
    var citations: [String] = []
  }
}

import Exports
import JournalModel
import Prose

/// The text of an article in one language, read once and printed on several pages.
struct Body: Sendable {
  let language: LanguageTag
  /// Without its list of references; nil for an article that has references and no text.
  let document: Document?
  /// What each citation of the document prints, as HTML and without markup.
  let citations: [Printed]
  /// Whether the style prints citations as notes.
  let citesInNotes: Bool
  /// For each reference of the bibliography whether the text cites it, or its author wants it to be
  /// listed.
  var isListed: [Bool] = []
  /// In the order in which they are listed.
  let references: [Reference]
  /// The same references, as descriptions of the article for machines have them: by the keys by which
  /// the text cites them, those written as text by their numbers.
  let described: [ArticleText.Reference]

  struct Printed: Sendable, Hashable {
    var html: [UInt8]
    var plain: String
    /// What the sentence keeps when the citation is a note: its author, as HTML.
    var lead = ""
  }

  /// A reference as the page lists it.
  struct Reference: Sendable, Hashable {
    /// The anchor: `ref-` and its key or number.
    var anchor: String
    var html: [UInt8]
    /// The anchors of the citations that lead here.
    var citations: [String] = []
  }
}

import Bibliography
import CSL
import JournalModel
import Prose

// What is different where the style prints citations as notes.

extension BodyReader {
  /// The authors that the text itself names, by citation: `@key` outside of notes.
  func leads(of document: Document?, _ processor: Processor, in direction: TextDirection)
    -> [Int: String]
  {
    let known = Set(references.map(\.id))
    let places = (document?.citations ?? []).enumerated().filter { _, citation in
      guard citation.footnote == nil, let first = citation.cites.first else { return false }
      return known.contains(first.key) && (first.mode == .authorInText || first.mode == .authorOnly)
    }
    guard !places.isEmpty else { return [:] }
    let authors = places.map { _, citation in
      CSL.Citation(cites: [Cite(id: citation.cites[0].key, form: .authorOnly)])
    }
    let texts = processor.format(CitedDocument(items: references, citations: authors)).citations
    return Dictionary(
      zip(places, texts).map { ($0.offset, $1.isolating(inSentence: direction).withoutLinks.html) },
      uniquingKeysWith: { $1 })
  }
}

extension Cite {
  /// A cite of a style of notes.
  ///
  /// In a note nothing goes before it, and where the sentence names the author the note need not. A
  /// note that the style makes begins with a capital.
  init(_ cite: Prose.Citation.Cite, inNote: Bool, isFirst: Bool) {
    self.init(cite)
    if isFirst, !inNote { prefix = prefix.prefix(1).uppercased() + prefix.dropFirst() }
    guard cite.mode == .authorInText || cite.mode == .authorOnly else { return }
    form = inNote ? .normal : .suppressAuthor
  }
}

extension Prose.Citation {
  /// Whether it stands in a note of the author's that does not end with it.
  func continuesInNote(of source: [UInt8]) -> Bool {
    guard footnote != nil else { return false }
    let rest = source[min(range.upperBound, source.count)...].drop { $0 == 0x20 }
    guard let next = rest.first, next != UInt8(ascii: "]") else { return false }
    guard next == 0x0A else { return true }
    let line = rest.dropFirst().prefix { $0 != 0x0A }.drop { $0 == 0x20 }
    return !line.isEmpty && !line.starts(with: "[^".utf8)
  }
}

extension FormattedText {
  /// Without the point that a style sets at the end of a note.
  var withoutFinalPoint: FormattedText {
    guard bytes.last == UInt8(ascii: ".") else { return self }
    var result = self
    result.bytes.removeLast()
    for index in marks.indices {
      result.marks[index].place = min(marks[index].place, bytes.count - 1)
    }
    return result
  }
}

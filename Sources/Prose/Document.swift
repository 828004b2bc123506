package import Reporting

// Prose reads Markdown into plain values and writes such values as HTML.
//
// In come the bytes of a source file and the offset at which its body begins; out comes a
// `Document`: blocks, inlines, notes and citations, each with the bytes it was read from.
// Three steps, one folder each: `Marks` finds what CommonMark does not know (citations,
// mathematics, attributes, cross references, templates of other programs) and replaces each by
// one private character; `Reader` hands the result to cmark-gfm and turns its nodes into the
// values of `Tree`, putting back what the characters stand for. `HTML` writes a document as
// HTML: a pure function that asks its caller about links, images, mathematics and citations.

/// A text read from Markdown: blocks, notes and citations, each with its place.
package struct Document: Sendable, Equatable {
  /// The path of the source file, as diagnostics show it.
  package var path: String
  package var blocks: [Block]
  /// The author's notes in the order in which the text first refers to them.
  package var footnotes: [Footnote]
  /// Every citation in reading order; those inside a note stand where the text refers to the note.
  package var citations: [Citation]
  /// Every reference to a figure, table, formula or section of the same text.
  package var crossReferences: [CrossReference]
  /// Every formula with its place, for those who convert them all at once.
  package var formulas: [Located<Math>]
  /// Notes and citations that stand in none, in reading order.
  package var notes: [Note]
  /// Whether code looks as if it were meant to cite.
  package var hasCitationsInCode = false

  /// Something that becomes a note, in the styles in which citations do.
  package enum Note: Sendable, Equatable {
    case footnote(Int)
    case citation(Int)
  }

  package init(
    path: String, blocks: [Block] = [], footnotes: [Footnote] = [], citations: [Citation] = [],
    crossReferences: [CrossReference] = [], notes: [Note] = [], formulas: [Located<Math>] = []
  ) {
    self.notes = notes
    self.formulas = formulas
    self.crossReferences = crossReferences
    self.path = path
    self.blocks = blocks
    self.footnotes = footnotes
    self.citations = citations
  }

  /// The place of a block, inline or citation of this document.
  package func place(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(path: path, bytes: bytes)
  }
}

/// A note of the author's own.
package struct Footnote: Sendable, Equatable {
  package var blocks: [Block]
  /// How often the text refers to it.
  package var referenceCount: Int
  package var range: Range<Int>

  package init(blocks: [Block], referenceCount: Int, range: Range<Int>) {
    self.blocks = blocks
    self.referenceCount = referenceCount
    self.range = range
  }
}

extension Document {
  /// More bytes than this are no article but a mistake, and would take minutes and much memory.
  static let largestText = 16 << 20

  /// Reads the body of a source file, which begins at `offset`.
  package init(
    reading source: [UInt8], from offset: Int = 0, path: String,
    options: ReadingOptions = .scholarly, report: inout Report
  ) {
    guard source.count - offset <= Self.largestText else {
      report.add(.tooLarge(SourceRange(path: path, bytes: offset..<offset)))
      self.init(path: path)
      return
    }
    var scanner = MarkScanner(source: source, from: offset, path: path, options: options)
    if options.readsScholarlySyntax {
      scanner.scan()
    } else {
      scanner.flush(upTo: source.count)
      scanner.found.hasBareAddresses = true
    }
    guard !scanner.isRefused else {
      self.init(path: path)
      report.merge(scanner.report)
      return
    }
    let state = ReadingState(
      source: source, path: path, options: options, text: scanner.text, found: scanner.found,
      report: scanner.report)
    let (document, found) = CMarkReader.read(state)
    self = document
    report.merge(found)
  }
}

extension Diagnostic {
  fileprivate static func tooLarge(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "text-too-large", "Text holds more than \(Document.largestText >> 20) MB", at: range,
      hint: "Put data into files of their own, and name them as supplements")
  }
}

import JournalModel
import Prose
import Reporting

/// The list of references that an author has written at the end of a text.
struct ReferenceSection: Sendable {
  /// The blocks of the document that are the section, its heading first.
  let blocks: Range<Int>

  /// Finds the last heading that says "References" and has a list or paragraphs after it.
  init?(in document: Document) {
    let headings = document.blocks.indices.compactMap { index -> (Int, Heading)? in
      guard case .heading(let heading) = document.blocks[index].kind else { return nil }
      return (index, heading)
    }
    let found = headings.last { Self.names.contains($0.1.inlines.plainText.lowercased()) }
    guard let (start, heading) = found else { return nil }
    let end = headings.first { $0.0 > start && $0.1.level <= heading.level }?.0
    blocks = start..<(end ?? document.blocks.count)
    guard blocks.count > 1 else { return nil }
  }

  /// The references, each as its inlines or blocks.
  ///
  /// The section is read again for this: a list is printed as its author wrote it, quotation marks
  /// and all.
  func references(in document: Document, source: [UInt8], options: ReadingOptions)
    -> [Body.Reference]
  {
    var options = options
    options.usesTypographicPunctuation = false
    options.readsScholarlySyntax = false
    options.makesFigures = false
    options.makesAnchors = false
    let start = document.blocks[blocks.lowerBound].range.lowerBound
    let end =
      blocks.upperBound < document.blocks.count
      ? document.blocks[blocks.upperBound].range.lowerBound : source.count
    // What is wrong there has been reported when the whole text was read.
    var known = Report()
    let section = Document(
      reading: Array(source[..<end]), from: start, path: document.path, options: options,
      report: &known)
    return section.blocks.dropFirst().flatMap { block -> [(html: [UInt8], plain: String)] in
      switch block.kind {
      case .list(let list): list.items.map { Self.entry($0.blocks, of: section) }
      default: [Self.entry([block], of: section)]
      }
    }.enumerated().map { number, entry in
      Body.Reference(
        anchor: "ref-\(number + 1)", html: String(decoding: entry.html, as: UTF8.self),
        plain: entry.plain)
    }
  }

  private static func entry(_ blocks: [Block], of section: Document) -> (
    html: [UInt8], plain: String
  ) {
    if blocks.count == 1, case .paragraph(let inlines) = blocks[0].kind {
      return (section.html(of: inlines), inlines.plainText)
    }
    return (section.html(of: blocks), blocks.map(\.plainText).joined(separator: " "))
  }

  /// How a list of references is headed, in the languages of the interface and of scholars.
  private static let names: Set<String> = [
    "references", "bibliography", "works cited", "reference list", "literature", "sources",
    "referencias", "bibliografía", "références", "bibliographie", "literatur",
    "literaturverzeichnis", "quellen", "حوالہ جات", "حوالے", "کتابیات", "مصادر و مراجع", "المراجع",
    "المصادر والمراجع", "قائمة المراجع", "المصادر",
  ]
}

extension Block {
  /// The words alone.
  var plainText: String {
    switch kind {
    case .heading(let heading): heading.inlines.plainText
    case .paragraph(let inlines): inlines.plainText
    case .list(let list):
      list.items.flatMap(\.blocks).map(\.plainText).joined(separator: " ")
    case .blockQuote(let blocks), .div(_, let blocks):
      blocks.map(\.plainText).joined(separator: " ")
    case .codeBlock(let code): code.text
    case .mathBlock(let math): math.tex
    case .lineBlock(let lines): lines.map(\.plainText).joined(separator: " ")
    case .definitionList(let list):
      list.flatMap { [$0.term.plainText] + $0.definitions.flatMap { $0.map(\.plainText) } }
        .joined(separator: " ")
    case .table, .figure, .thematicBreak, .html: ""
    }
  }
}

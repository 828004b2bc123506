import JournalModel
import Prose

/// Writes the blocks of a document as JATS: a pure function over the tree.
struct JATSBody {
  let document: Document
  /// What a citation prints, by its number.
  let citationWords: (Int) -> String?
  let citationParts: (Int) -> [ArticleText.CitationPart]
  /// The identifiers that references have in the list.
  let references: Set<String>
  let resolve: (String) -> String?
  let mathML: (Math) -> String?
  let words: TextWords
  /// The anchors of the document, which links inside it may name.
  private let anchors: Set<String>

  init(_ text: ArticleText, resolve: @escaping (String) -> String?) {
    document = text.body ?? Document(path: "")
    citationWords = text.citationWords
    citationParts = text.citationParts
    references = Set(text.references.map(\.id))
    mathML = text.mathML
    words = text.words
    self.resolve = resolve
    anchors = Set(document.blocks.flatMap(\.anchors))
  }

  /// The text with its headings made into nested sections.
  func writeSections(to xml: inout XMLWriter) {
    writeSections(document.blocks.flatMap(\.outOfDivisions)[...], to: &xml)
  }

  /// The notes of the author.
  func writeNotes(to xml: inout XMLWriter) {
    for (index, note) in document.footnotes.enumerated() {
      xml.element("fn", [("id", "fn\(index + 1)")]) { xml in
        xml.element("label", [], String(index + 1))
        writeParagraphs(note.blocks, to: &xml)
      }
    }
  }

  /// Blocks where the tag set allows paragraphs only, as in abstracts and notes.
  func writeParagraphs(_ blocks: [Block], to xml: inout XMLWriter) {
    for block in blocks { writeParagraph(of: block, to: &xml) }
  }

  func writeBlocks(_ blocks: [Block], to xml: inout XMLWriter) {
    for block in blocks { write(block, to: &xml) }
  }

  /// Blocks up to the first heading, then one section for each heading of the highest level.
  private func writeSections(_ blocks: ArraySlice<Block>, to xml: inout XMLWriter) {
    let start = blocks.firstIndex { $0.heading != nil } ?? blocks.endIndex
    for block in blocks[..<start] { write(block, to: &xml) }
    var rest = blocks[start...]
    while let heading = rest.first?.heading {
      let content = rest.dropFirst()
      let end =
        content.firstIndex { ($0.heading?.level).map { $0 <= heading.level } == true }
        ?? content.endIndex
      let section = xml.begin("sec", [("id", heading.id.map(anchorID))])
      let title = xml.beginMixed("title")
      writeLines(heading.inlines, to: &xml)
      xml.end(title)
      writeSections(content[..<end], to: &xml)
      xml.end(section)
      rest = rest[end...]
    }
  }

  private func write(_ block: Block, to xml: inout XMLWriter) {
    switch block.kind {
    // A heading inside a quotation or a list is no section.
    case .heading(let heading):
      xml.mixed("p") { $0.mixed("bold") { write(heading.inlines, to: &$0) } }
    // JATS breaks no lines in a paragraph.
    case .paragraph(let inlines):
      for line in inlines.brokenLines { write(line, as: "p", to: &xml) }
    case .list(let list): write(list, to: &xml)
    case .blockQuote(let blocks):
      let quote = xml.begin("disp-quote")
      for block in blocks { writeQuoted(block, to: &xml) }
      xml.end(quote)
    case .codeBlock(let code):
      xml.element("code", [("language", code.language)], code.text)
    case .table(let table): write(table, to: &xml)
    case .figure(let figure): write(figure, to: &xml)
    // JATS has neither a rule between paragraphs nor a place for HTML.
    case .thematicBreak, .html: break
    case .div(_, let blocks): writeBlocks(blocks, to: &xml)
    case .definitionList(let definitions): write(definitions, to: &xml)
    case .mathBlock(let math):
      xml.element("disp-formula", [("id", math.id.map(anchorID))]) { xml in
        xml.element("label", [], math.number.map { "(\($0))" })
        writeFormula(math, to: &xml)
      }
    case .lineBlock(let lines): writeVerse(lines, to: &xml)
    }
  }

  /// A block of a quotation, in which lines that are broken by hand are verse.
  private func writeQuoted(_ block: Block, to xml: inout XMLWriter) {
    if case .paragraph(let inlines) = block.kind {
      let lines = inlines.brokenLines
      if lines.count > 1 { return writeVerse(lines, to: &xml) }
    }
    write(block, to: &xml)
  }

  private func writeVerse(_ lines: [[Inline]], to xml: inout XMLWriter) {
    let verse = xml.begin("verse-group")
    for line in lines { write(line, as: "verse-line", to: &xml) }
    xml.end(verse)
  }

  private func write(_ list: List, to xml: inout XMLWriter) {
    let element = xml.begin(
      "list", [("list-type", list.start == nil ? "bullet" : list.numbering.jatsName)])
    for item in list.items {
      let element = xml.begin("list-item")
      writeParagraphs(item.blocks, to: &xml)
      xml.end(element)
    }
    xml.end(element)
  }

  private func write(_ definitions: [Definition], to xml: inout XMLWriter) {
    xml.element("def-list") { xml in
      for definition in definitions {
        xml.element("def-item") { xml in
          xml.mixed("term") { write(definition.term, to: &$0) }
          xml.element("def") { xml in
            for blocks in definition.definitions { writeParagraphs(blocks, to: &xml) }
          }
        }
      }
    }
  }

  /// A block where the tag set allows paragraphs only, and in them anything.
  private func writeParagraph(of block: Block, to xml: inout XMLWriter) {
    switch block.kind {
    case .paragraph, .heading: write(block, to: &xml)
    case .div(_, let blocks): writeParagraphs(blocks, to: &xml)
    default:
      let paragraph = xml.begin("p")
      write(block, to: &xml)
      xml.end(paragraph)
    }
  }

  private func write(_ table: Table, to xml: inout XMLWriter) {
    let wrap = xml.begin("table-wrap", [("id", (table.caption?.id).map(anchorID))])
    write(table.caption, named: words.table, to: &xml)
    let element = xml.begin("table")
    let head = xml.begin("thead")
    writeRow(table.header, "th", table.alignments, to: &xml)
    xml.end(head)
    let body = xml.begin("tbody")
    for row in table.rows { writeRow(row, "td", table.alignments, to: &xml) }
    xml.end(body)
    xml.end(element)
    xml.end(wrap)
  }

  private func writeRow(
    _ cells: [Table.Cell], _ name: String, _ alignments: [Table.Alignment],
    to xml: inout XMLWriter
  ) {
    guard !cells.isEmpty else { return }
    let row = xml.begin("tr")
    for (index, cell) in cells.enumerated() {
      let align = index < alignments.count ? alignments[index].name : nil
      if cell.inlines.isEmpty {
        xml.empty(name, [("align", align)])
      } else {
        let element = xml.beginMixed(name, [("align", align)])
        writeLines(cell.inlines, to: &xml)
        xml.end(element)
      }
    }
    xml.end(row)
  }

  private func write(_ figure: Figure, to xml: inout XMLWriter) {
    xml.element("fig", [("id", (figure.caption?.id).map(anchorID))]) { xml in
      write(figure.caption, named: words.figure, to: &xml)
      for image in figure.images {
        let address = resolve(image.source) ?? image.source
        let alternative = image.alternativeText(citing: citationWords)
        xml.element("graphic", [("xlink:href", address)]) { xml in
          // As on the page, an empty one says that there is nothing to say.
          if alternative.isEmpty { xml.empty("alt-text") }
          xml.element("alt-text", [], alternative)
        }
      }
    }
  }

  private func write(_ caption: Caption?, named kind: String, to xml: inout XMLWriter) {
    guard let caption else { return }
    xml.element("label", [], caption.number.map { "\(kind) \(words.number($0))" })
    xml.element("caption") { xml in
      for line in caption.inlines.brokenLines { write(line, as: "p", to: &xml) }
    }
  }

  /// Whether a link of the document leads to something that has this anchor.
  func isAnchor(_ id: String) -> Bool { anchors.contains(id) }
}

/// An anchor of the page as an identifier of XML.
func anchorID(_ anchor: String) -> String { xmlID("b-" + anchor) }

/// A text that begins with a letter as a name of XML: what a name cannot hold is written `_x003A_`,
/// as ISO/IEC 9075-14 (9.1, mapping of identifiers) has it, and so are letters beyond ASCII.
func xmlID(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy {
    (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
  }
  guard !isPlain else { return text }
  let scalars = Array(text.unicodeScalars)
  return scalars.indices.map { index in
    let scalar = scalars[index]
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".": return String(scalar)
    case "_" where !scalars[(index + 1)...].starts(with: ["x"]): return "_"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
    }
  }.joined()
}

extension Table.Alignment {
  fileprivate var name: String? {
    switch self {
    case .none: nil
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }
}

extension Block {
  fileprivate var heading: Heading? {
    if case .heading(let heading) = kind { heading } else { nil }
  }

  /// The block, or the blocks of a division: sections go across its borders.
  fileprivate var outOfDivisions: [Block] {
    if case .div(_, let blocks) = kind { blocks.flatMap(\.outOfDivisions) } else { [self] }
  }

  /// The anchors that JATS keeps: those of sections, figures, tables and formulas.
  fileprivate var anchors: [String] {
    switch kind {
    case .heading(let heading): [heading.id].compactMap(\.self)
    case .figure(let figure): [figure.caption?.id].compactMap(\.self)
    case .table(let table): [table.caption?.id].compactMap(\.self)
    case .mathBlock(let math): [math.id].compactMap(\.self)
    case .div(_, let blocks): blocks.flatMap(\.anchors)
    default: []
    }
  }
}

extension List.Numbering {
  fileprivate var jatsName: String {
    switch self {
    case .decimal, .arabicIndic, .persian: "order"
    case .lowerAlpha: "alpha-lower"
    case .upperAlpha: "alpha-upper"
    case .lowerRoman: "roman-lower"
    case .upperRoman: "roman-upper"
    }
  }
}

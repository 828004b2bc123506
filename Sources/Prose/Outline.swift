/// A heading of a text, as a table of contents shows it.
package struct OutlineEntry: Sendable, Equatable {
  package var level: Int
  package var id: String
  package var inlines: [Inline]

  package init(level: Int, id: String, inlines: [Inline]) {
    self.level = level
    self.id = id
    self.inlines = inlines
  }
}

extension Document {
  /// The headings of the text that have an anchor, in their order.
  package var outline: [OutlineEntry] {
    blocks.compactMap { block in
      guard case .heading(let heading) = block.kind, let id = heading.id else { return nil }
      return OutlineEntry(level: heading.level, id: id, inlines: heading.inlines)
    }
  }
}

extension [Block] {
  /// The words alone, a blank between blocks: for descriptions and search.
  package var plainText: String {
    var text = ""
    for block in self {
      let words = block.plainText
      if !text.isEmpty, !words.isEmpty { text += " " }
      text += words
    }
    return text
  }
}

extension Block {
  package var plainText: String {
    switch kind {
    case .heading(let heading): heading.inlines.plainText
    case .paragraph(let inlines): inlines.plainText
    case .list(let list): list.items.map(\.blocks.plainText).joined(separator: " ")
    case .blockQuote(let blocks), .div(_, let blocks): blocks.plainText
    case .codeBlock(let code): code.text
    case .table(let table):
      ([table.header] + table.rows).joined().map(\.inlines.plainText).joined(separator: " ")
    case .figure(let figure): figure.caption?.inlines.plainText ?? ""
    case .definitionList(let definitions):
      definitions.map { definition in
        ([definition.term.plainText] + definition.definitions.map(\.plainText))
          .joined(separator: " ")
      }.joined(separator: " ")
    case .mathBlock(let math): math.tex
    case .lineBlock(let lines): lines.map(\.plainText).joined(separator: " ")
    case .thematicBreak, .html: ""
    }
  }
}

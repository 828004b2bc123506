import Prose

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

import Prose

/// Collects the addresses of a text's links and images, in reading order.
struct LinkWalk {
  private(set) var links: [LinkTarget] = []
  private(set) var images: [LinkTarget] = []

  init(_ document: Document) {
    walk(document.blocks)
    for note in document.footnotes { walk(note.blocks) }
  }

  private mutating func walk(_ blocks: [Block]) {
    let blocks = blocks.span
    for index in blocks.indices {
      switch blocks[index].kind {
      case .heading(let heading): walk(heading.inlines)
      case .paragraph(let inlines): walk(inlines)
      case .list(let list): for item in list.items { walk(item.blocks) }
      case .blockQuote(let blocks), .div(_, let blocks): walk(blocks)
      case .table(let table):
        for cell in table.header { walk(cell.inlines) }
        for row in table.rows { for cell in row { walk(cell.inlines) } }
        walk(table.caption?.inlines ?? [])
      case .figure(let figure):
        for image in figure.images { add(image) }
        walk(figure.caption?.inlines ?? [])
      case .definitionList(let definitions):
        for definition in definitions {
          walk(definition.term)
          for blocks in definition.definitions { walk(blocks) }
        }
      case .lineBlock(let lines): for line in lines { walk(line) }
      case .codeBlock, .thematicBreak, .html, .mathBlock: break
      }
    }
  }

  private mutating func walk(_ inlines: [Inline]) {
    let inlines = inlines.span
    for index in inlines.indices {
      switch inlines[index].kind {
      case .link(let link):
        links.append(LinkTarget(address: link.destination, range: inlines[index].range))
        walk(link.inlines)
      case .image(let image): add(image)
      case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
        .superscript(let inlines), .subscript(let inlines), .smallCaps(let inlines),
        .span(_, let inlines):
        walk(inlines)
      case .text, .lineBreak, .code, .math, .html, .footnoteReference, .citation,
        .crossReference:
        break
      }
    }
  }

  private mutating func add(_ image: Image) {
    images.append(LinkTarget(address: image.source, range: image.range))
    walk(image.alternative)
  }
}

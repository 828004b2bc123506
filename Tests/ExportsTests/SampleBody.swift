import Exports
import Prose

/// A text in which every kind of block and inline of the tree occurs.
enum SampleBody {
  static var document: Document {
    Document(
      path: "sample.md", blocks: blocks,
      footnotes: [
        Footnote(blocks: [paragraph(text("A note.")), list], referenceCount: 1, range: 0..<0)
      ],
      citations: [
        Citation(cites: [.init(key: "menabrea1842", range: 0..<0)], range: 0..<0),
        Citation(
          cites: [.init(key: "menabrea1842", range: 0..<0), .init(key: "lost", range: 0..<0)],
          range: 0..<0),
        Citation(cites: [.init(key: "lost", range: 0..<0)], range: 0..<0),
      ],
      crossReferences: [
        CrossReference(
          label: "fig:mill", form: .labelled, range: 0..<0,
          target: .init(kind: .figure, id: "fig:mill", number: 1)),
        CrossReference(label: "gone", form: .number, range: 0..<0),
      ])
  }

  static func citationWords(_ index: Int) -> String? {
    ["(Menabrea 1842)", "(Menabrea 1842; Lost)", "(Lost)"][index]
  }

  static func citationParts(_ index: Int) -> [ArticleText.CitationPart] {
    guard index == 1 else { return [] }
    return [
      .init(words: "("), .init(words: "Menabrea 1842", key: "menabrea1842"), .init(words: "; "),
      .init(words: "Lost", key: "lost"), .init(words: ")"),
    ]
  }

  static func paragraph(_ inlines: Inline.Kind...) -> Block {
    Block(.paragraph(inlines.map { Inline($0, at: 0..<0) }), at: 0..<0)
  }

  private static func text(_ text: String) -> Inline.Kind { .text(text) }

  private static func words(_ text: String) -> [Inline] { [Inline(.text(text), at: 0..<0)] }

  private static func heading(_ level: Int, _ title: String, _ id: String) -> Block {
    Block(.heading(Heading(level: level, inlines: words(title), id: id)), at: 0..<0)
  }

  private static var list: Block {
    Block(
      .list(
        List(
          items: [
            .init(blocks: [paragraph(text("one"))], range: 0..<0),
            .init(blocks: [Block(.codeBlock(CodeBlock(text: "a < b\n")), at: 0..<0)], range: 0..<0),
          ], isTight: true)), at: 0..<0)
  }

  private static var blocks: [Block] {
    [
      paragraph(text("Before the first heading, "), .footnoteReference(index: 0, occurrence: 1)),
      heading(2, "The Mill & the Store", "1-mill"),
      paragraph(
        text("Said "), .emphasis(words("so")), text(" "), .citation(0), text("\n"), .citation(1),
        text(" "), .citation(2), text(", "), .strong(words("twice")), text(" & "),
        .code("a<b"), text("."), .superscript(words("2")), .subscript(words("3")),
        .smallCaps(words("bc")), .strikethrough(words("no")), .lineBreak,
        .span(Attributes(pairs: [.init(key: "lang", value: "fr")]), words("moulin"))),
      heading(3, "Inside", "inside"), inside,
      heading(2, "End", "end"), list, table, figure, quotation, math, definitions,
      Block(.lineBlock([words("A verse"), words("of two lines")]), at: 0..<0),
      Block(.thematicBreak, at: 0..<0),
      Block(
        .div(.none, [heading(2, "In a division", "division"), paragraph(text("Last."))]),
        at: 0..<0),
    ]
  }

  private static var inside: Block {
    paragraph(
      .link(Link(destination: "#end", inlines: words("below"))), text(", "),
      .link(Link(destination: "#nowhere", inlines: words("nowhere"))), text(", "),
      .link(Link(destination: "https://example.org/?a=1&b=2", inlines: words("outside"))),
      text(", "), .link(Link(destination: "data.csv", inlines: words("data"))),
      text(", "), .math(Math(tex: "a<b", isDisplay: false)), text(", see "),
      .crossReference(0), .crossReference(1))
  }

  private static var table: Block {
    let cell = Table.Cell(inlines: words("1 & 2"), range: 0..<0)
    let empty = Table.Cell(inlines: [], range: 0..<0)
    return Block(
      .table(
        Table(
          alignments: [.left, .none], header: [cell, cell], rows: [[cell, empty]],
          caption: Caption(inlines: words("Numbers"), number: 1, id: "tab:n"))), at: 0..<0)
  }

  private static var figure: Block {
    Block(
      .figure(
        Figure(
          images: [Image(source: "mill.png", alternative: words("A mill"), range: 0..<0)],
          caption: Caption(inlines: words("The mill"), number: 1, id: "fig:mill"))), at: 0..<0)
  }

  private static var quotation: Block {
    Block(
      .blockQuote([heading(4, "A heading quoted", "quoted"), paragraph(text("Quoted."))]),
      at: 0..<0)
  }

  private static var math: Block {
    Block(
      .mathBlock(Math(tex: "x^2 < y", isDisplay: true, number: 1, id: "eq:x")), at: 0..<0)
  }

  private static var definitions: Block {
    Block(
      .definitionList([
        Definition(
          term: words("Mill"), definitions: [[paragraph(text("Where numbers are ground."))]],
          range: 0..<0)
      ]), at: 0..<0)
  }
}

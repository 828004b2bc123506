package import JournalModel
import Prose
import Reporting

extension ArticleText {
  /// What lists say of an article: its abstracts without markup.
  ///
  /// They are Markdown of the front matter; what is wrong in it is reported where its page is made.
  package init(abstractsOf article: Article) {
    self.init(
      abstracts: article.abstracts.map { entry in
        let plain = Self.blocks(entry.value.markdown).plainParagraphs
        return Abstract(
          language: entry.language, isSummary: entry.value.isSummary,
          isPlainLanguage: entry.value.isPlainLanguage, blocks: [],
          // Those of a whole journal are kept: most share the memory of their sources.
          plain: plain == entry.value.markdown ? entry.value.markdown : plain)
      })
  }

  private static func blocks(_ markdown: String) -> [Block] {
    var known = Report()
    return Document(
      reading: Array(markdown.utf8), path: "",
      options: ReadingOptions(makesFigures: false, makesAnchors: false), report: &known
    ).blocks
  }
}

extension [Block] {
  /// The words alone, an empty line between two paragraphs.
  fileprivate var plainParagraphs: String {
    flatMap(\.plainParagraphs).map(\.inOneLine).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension Block {
  fileprivate var plainParagraphs: [String] {
    switch kind {
    case .heading(let heading): [heading.inlines.plainText]
    case .paragraph(let inlines): [inlines.plainText]
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.plainParagraphs) }
    case .blockQuote(let blocks), .div(_, let blocks): blocks.flatMap(\.plainParagraphs)
    case .codeBlock(let code): [code.text]
    case .mathBlock(let math): [math.tex]
    case .lineBlock(let lines): lines.map(\.plainText)
    case .definitionList(let list):
      list.flatMap { definition in
        [definition.term.plainText]
          + definition.definitions.flatMap { $0.flatMap(\.plainParagraphs) }
      }
    case .table(let table):
      ([table.header] + table.rows).map { row in
        row.map(\.inlines.plainText).joined(separator: " ")
      }
    case .figure(let figure): [figure.caption?.inlines.plainText].compactMap(\.self)
    case .thematicBreak, .html: []
    }
  }
}

import Prose
import Reporting

/// A document as indented lines, one block or inline each: what tests compare.
struct TreePrinter {
  private var lines: [String] = []
  private let document: Document

  /// Reads a text and prints its tree.
  static func print(_ markdown: String, _ options: ReadingOptions = .plainScholarly) -> String {
    var report = Report()
    let document = Document(
      reading: Array(markdown.utf8), path: "a.md", options: options, report: &report)
    var printer = TreePrinter(document: document)
    for block in document.blocks { printer.add(block, 0) }
    for (index, note) in document.footnotes.enumerated() {
      printer.add("note \(index + 1)", 0)
      for block in note.blocks { printer.add(block, 1) }
    }
    return printer.lines.joined(separator: "\n")
  }

  private init(document: Document) { self.document = document }

  private mutating func add(_ line: String, _ depth: Int) {
    lines.append(String(repeating: "  ", count: depth) + line)
  }

  private mutating func add(_ block: Block, _ depth: Int) {
    switch block.kind {
    case .heading(let heading):
      let id = heading.id.map { " #\($0)" } ?? ""
      add("heading \(heading.level)\(id)\(text(heading.attributes))", depth)
      add(heading.inlines, depth + 1)
    case .paragraph(let inlines):
      add("paragraph", depth)
      add(inlines, depth + 1)
    case .list(let list):
      add("list\(list.start.map { " from \($0)" } ?? "")\(list.isTight ? "" : " loose")", depth)
      for item in list.items {
        add("item\(item.isChecked.map { $0 ? " done" : " open" } ?? "")", depth + 1)
        for block in item.blocks { add(block, depth + 2) }
      }
    case .blockQuote(let blocks):
      add("quote", depth)
      for block in blocks { add(block, depth + 1) }
    case .codeBlock(let code):
      add(
        "code block \(code.language ?? "-")\(text(code.attributes)): \(code.text.debugDescription)",
        depth)
    case .table(let table):
      add("table \(table.alignments.map { "\($0)" }.joined(separator: " "))", depth)
      add(table.caption, depth + 1)
      for row in [table.header] + table.rows where !row.isEmpty {
        add("row", depth + 1)
        for cell in row {
          add("cell", depth + 2)
          add(cell.inlines, depth + 3)
        }
      }
    case .figure(let figure):
      add("figure", depth)
      for image in figure.images {
        add("image \(image.source)\(text(image.attributes))", depth + 1)
      }
      add(figure.caption, depth + 1)
    case .thematicBreak: add("break", depth)
    case .html(let html): add("html \(html.debugDescription)", depth)
    case .div(let attributes, let blocks):
      add("div\(text(attributes))", depth)
      for block in blocks { add(block, depth + 1) }
    case .definitionList(let definitions):
      add("definitions", depth)
      for definition in definitions {
        add("term", depth + 1)
        add(definition.term, depth + 2)
        for blocks in definition.definitions {
          add("definition", depth + 1)
          for block in blocks { add(block, depth + 2) }
        }
      }
    case .mathBlock(let math): add("formula \(text(math))", depth)
    case .lineBlock(let lines):
      add("verse", depth)
      for line in lines {
        add("line", depth + 1)
        add(line, depth + 2)
      }
    }
  }

  private mutating func add(_ caption: Caption?, _ depth: Int) {
    guard let caption else { return }
    let number = caption.number.map { " \($0)" } ?? ""
    add("caption\(number)\(caption.id.map { " #\($0)" } ?? "")\(text(caption.attributes))", depth)
    add(caption.inlines, depth + 1)
  }

  private mutating func add(_ inlines: [Inline], _ depth: Int) {
    for inline in inlines { add(inline, depth) }
  }

  private mutating func add(_ inline: Inline, _ depth: Int) {
    switch inline.kind {
    case .text(let words):
      for (number, line) in words.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if number > 0 { add("newline", depth) }
        if !line.isEmpty { add(String(line).debugDescription, depth) }
      }
    case .lineBreak: add("line break", depth)
    case .emphasis(let inlines): add("emphasis", inlines, depth)
    case .strong(let inlines): add("strong", inlines, depth)
    case .strikethrough(let inlines): add("strikethrough", inlines, depth)
    case .superscript(let inlines): add("superscript", inlines, depth)
    case .subscript(let inlines): add("subscript", inlines, depth)
    case .smallCaps(let inlines): add("small caps", inlines, depth)
    case .span(let attributes, let inlines): add("span\(text(attributes))", inlines, depth)
    case .code(let words): add("code \(words.debugDescription)", depth)
    case .link(let link):
      add("link \(link.destination)\(text(link.attributes))", link.inlines, depth)
    case .image(let image):
      add("image \(image.source)\(text(image.attributes))", image.alternative, depth)
    case .math(let math): add("math \(text(math))", depth)
    case .html(let html): add("html \(html.debugDescription)", depth)
    case .footnoteReference(let index, let occurrence):
      add("note reference \(index + 1)\(occurrence == 1 ? "" : " again")", depth)
    case .citation(let index): add("citation \(text(document.citations[index]))", depth)
    case .crossReference(let index):
      let reference = document.crossReferences[index]
      let target = reference.target.map { "\($0.kind) \($0.number.map(String.init) ?? $0.title)" }
      add("reference \(reference.form) to \(target ?? "nothing")", depth)
    }
  }

  private mutating func add(_ name: String, _ inlines: [Inline], _ depth: Int) {
    add(name, depth)
    add(inlines, depth + 1)
  }

  private func text(_ math: Math) -> String {
    let place = math.isDisplay ? "display " : ""
    return place + math.tex.debugDescription
      + (math.number.map { " \($0) #\(math.id ?? "")" } ?? "")
  }

  private func text(_ attributes: Attributes) -> String {
    var parts = attributes.id.map { ["#\($0)"] } ?? []
    parts += attributes.classes.map { ".\($0)" }
    parts += attributes.pairs.map { "\($0.key)=\($0.value)" }
    return parts.isEmpty ? "" : " {\(parts.joined(separator: " "))}"
  }

  private func text(_ citation: Citation) -> String { CitationPrinter.text(citation) }
}

/// A citation in one line: `see|@a|page 3|passim; -@b`.
enum CitationPrinter {
  static func text(_ citation: Citation) -> String {
    citation.cites.map { cite in
      let sign =
        switch cite.mode {
        case .normal: "@"
        case .suppressAuthor: "-@"
        case .authorInText: "+@"
        case .authorOnly: "=@"
        }
      var parts = cite.prefix.isEmpty ? [] : [cite.prefix]
      parts.append(sign + cite.key)
      if let locator = cite.locator { parts.append("\(locator.label) \(locator.value)") }
      if !cite.suffix.isEmpty { parts.append(cite.suffix) }
      return parts.joined(separator: "|")
    }.joined(separator: "; ")
  }
}

extension ReadingOptions {
  /// Scholarly syntax with quotes as they are written.
  static var plainScholarly: ReadingOptions { ReadingOptions(usesTypographicPunctuation: false) }
}

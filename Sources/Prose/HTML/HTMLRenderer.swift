/// A document written as HTML: the text, and the notes if they stand after it.
package struct HTMLText: Sendable, Equatable {
  package var body: [UInt8]
  /// A list of notes, or nothing when there are none or they stand beside the text.
  package var notes: [UInt8]
}

extension Document {
  /// Writes the whole text as HTML.
  package func html(_ options: HTMLOptions = HTMLOptions()) -> HTMLText {
    var renderer = HTMLRenderer(document: self, options: options)
    renderer.html.bytes.reserveCapacity(
      (blocks.last?.range.upperBound ?? 0) - (blocks.first?.range.lowerBound ?? 0) + 4_096)
    renderer.render(blocks)
    let body = renderer.html.bytes
    renderer.html.bytes = []
    renderer.renderEndNotes()
    return HTMLText(body: body, notes: renderer.html.bytes)
  }

  /// Writes some inlines of the text as HTML, such as a heading for the outline.
  package func html(of inlines: [Inline], _ options: HTMLOptions = HTMLOptions()) -> [UInt8] {
    var renderer = HTMLRenderer(document: self, options: options, writesBlocks: false)
    renderer.render(inlines)
    return renderer.html.bytes
  }

  /// Writes inlines that stand elsewhere as well, such as headings, as the words of links to them:
  /// without anchors, notes and links of their own.
  package func html(ofLinksTo parts: [[Inline]], _ options: HTMLOptions) -> [[UInt8]] {
    var renderer = HTMLRenderer(document: self, options: options, writesBlocks: false)
    renderer.isInLink = true
    renderer.isRepeated = true
    return parts.map { inlines in
      renderer.html.bytes = []
      renderer.render(inlines)
      return renderer.html.bytes
    }
  }

  /// Writes some blocks of the text as HTML, such as its references.
  package func html(of blocks: [Block], _ options: HTMLOptions = HTMLOptions()) -> [UInt8] {
    var renderer = HTMLRenderer(document: self, options: options)
    renderer.render(blocks)
    return renderer.html.bytes
  }
}

/// Walks through a document and writes it as HTML.
struct HTMLRenderer: ~Copyable {
  let document: Document
  let options: HTMLOptions
  let numbers: NoteNumbers
  let hasSideNotes: Bool
  let isSpecification: Bool
  private let headingShift: Int
  var html = HTMLBytes()
  /// How many containers stand around the block being written.
  var depth = 0
  /// Whether a link stands around the inline being written.
  var isInLink = false
  /// Whether what is being written stands elsewhere as well, and has its anchors there.
  var isRepeated = false
  /// Whether the image being written stands over a caption.
  var isInFigure = false
  /// How many more bytes of pictures come with the page; others wait until the reader is near.
  var freeBytes = 500_000
  /// Notes whose reference has been written and that are to stand beside this block.
  var pendingNotes: [Int] = []

  /// Whoever writes inlines alone, perhaps of every heading, saves the walk through all blocks.
  init(document: Document, options: HTMLOptions, writesBlocks: Bool = true) {
    self.document = document
    self.options = options
    isSpecification = options.form == .specification
    numbers = document.noteNumbers(citationsAreNotes: options.citations.areNotes)
    hasSideNotes = document.hasSideNotes(options)
    let blocks = writesBlocks ? document.blocks : []
    let highest = blocks.compactMap { block in
      if case .heading(let heading) = block.kind { heading.level } else { nil }
    }.min()
    headingShift = options.topHeadingLevel.map { $0 - (highest ?? $0) } ?? 0
  }

  mutating func render(_ blocks: [Block], isTight: Bool = false) {
    let blocks = blocks.span
    for index in blocks.indices {
      render(blocks[index], isTight: isTight)
      if depth == 0, !pendingNotes.isEmpty { renderSideNotes() }
    }
  }

  private mutating func render(_ block: Block, isTight: Bool) {
    switch block.kind {
    case .paragraph(let inlines):
      if isTight {
        render(inlines)
      } else {
        html.startLine()
        html.add("<p>")
        render(inlines)
        html.add("</p>\n")
      }
    case .heading(let heading): render(heading)
    case .list(let list): render(list)
    case .blockQuote(let blocks):
      html.startLine()
      html.add("<blockquote>\n")
      renderInside(blocks)
      html.startLine()
      html.add("</blockquote>\n")
    case .codeBlock(let code): render(code)
    case .thematicBreak:
      html.startLine()
      html.add(isSpecification ? "<hr />\n" : "<hr>\n")
    case .html(let text):
      html.startLine()
      html.add(options.filtersTags ? Self.filterTags(text) : text)
      html.startLine()
    case .table(let table): render(table)
    case .figure(let figure): render(figure, at: block.range)
    case .div(let attributes, let blocks):
      html.startLine()
      html.add("<div")
      add(attributes)
      html.add(">\n")
      renderInside(blocks)
      html.startLine()
      html.add("</div>\n")
    case .definitionList(let definitions): render(definitions)
    case .mathBlock(let math): renderFormula(math)
    case .lineBlock(let lines):
      html.startLine()
      html.add("<p class=\"verse\">")
      for line in lines {
        html.add("<span>")
        render(line)
        html.add("</span>")
      }
      html.add("</p>\n")
    }
  }

  mutating func renderInside(_ blocks: [Block], isTight: Bool = false) {
    depth += 1
    render(blocks, isTight: isTight)
    depth -= 1
  }

  private mutating func render(_ heading: Heading) {
    // Headings inside quotations may be higher than those of the text.
    let level = String(
      min(max(heading.level + headingShift, options.topHeadingLevel ?? 1), 6))
    html.startLine()
    html.add("<h")
    html.add(level)
    if let id = heading.id { html.add(attribute: "id", id) }
    add(heading.attributes)
    html.add(">")
    render(heading.inlines)
    html.add("</h")
    html.add(level)
    html.add(">\n")
  }

  private mutating func render(_ list: List) {
    html.startLine()
    if let start = list.start {
      html.add("<ol")
      if start != 1 { html.add(attribute: "start", String(start)) }
      if let name = list.numbering.name { html.add(attribute: "style", "list-style-type:\(name)") }
      html.add(">\n")
    } else {
      html.add("<ul>\n")
    }
    for item in list.items {
      html.startLine()
      let isTask = item.isChecked != nil && !isSpecification
      html.add(isTask ? "<li class=\"task\">" : "<li>")
      if let isChecked = item.isChecked { addTask(isChecked) }
      renderInside(item.blocks, isTight: list.isTight)
      html.add("</li>\n")
    }
    html.add(list.start == nil ? "</ul>\n" : "</ol>\n")
  }

  private mutating func addTask(_ isChecked: Bool) {
    if isSpecification {
      html.add("<input type=\"checkbox\" ")
      html.add(isChecked ? "checked=\"\" disabled=\"\" /> " : "disabled=\"\" /> ")
    } else {
      html.add(isChecked ? "☑ " : "☐ ")
    }
  }

  private mutating func render(_ code: CodeBlock) {
    html.startLine()
    html.add(isSpecification ? "<pre" : "<pre tabindex=\"0\"")
    add(code.attributes)
    html.add("><code")
    if let language = code.language { html.add(attribute: "class", "language-\(language)") }
    html.add(">")
    html.add(escaped: code.text)
    html.add("</code></pre>\n")
  }

  private mutating func render(_ definitions: [Definition]) {
    html.startLine()
    html.add("<dl>\n")
    for definition in definitions {
      html.add("<dt>")
      render(definition.term)
      html.add("</dt>\n")
      for blocks in definition.definitions {
        html.add("<dd>")
        renderInside(blocks, isTight: blocks.count == 1)
        html.add("</dd>\n")
      }
    }
    html.add("</dl>\n")
  }

  private mutating func renderFormula(_ math: Math) {
    html.startLine()
    html.add("<div class=\"formula\"")
    if let id = math.id { html.add(attribute: "id", id) }
    html.add(">")
    render(math)
    if let number = math.number {
      html.add("<span>(")
      html.add(options.words.number(number))
      html.add(")</span>")
    }
    html.add("</div>\n")
  }

  /// A formula as MathML, or its source.
  mutating func render(_ math: Math) {
    if let text = options.math(math) {
      html.add(text)
    } else {
      html.add("<code class=\"math\">")
      html.add(escaped: math.tex)
      html.add("</code>")
    }
  }

  /// The tags that GitHub never prints.
  static func filterTags(_ text: String) -> String {
    let names = [
      "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
    ]
    var filtered = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      filtered += rest[..<open]
      let name = rest[open...].dropFirst().drop { $0 == "/" }.prefix { $0.isLetter }.lowercased()
      filtered += names.contains(name) ? "&lt;" : "<"
      rest = rest[open...].dropFirst()
    }
    return filtered + rest
  }
}

extension List.Numbering {
  /// What CSS calls it; nil for what needs no word.
  fileprivate var name: String? {
    switch self {
    case .decimal: nil
    case .lowerAlpha: "lower-alpha"
    case .upperAlpha: "upper-alpha"
    case .lowerRoman: "lower-roman"
    case .upperRoman: "upper-roman"
    case .arabicIndic: "arabic-indic"
    case .persian: "persian"
    }
  }
}

import Reporting

/// Writes the body and back of an article as Markdown, block by block.
struct JATSBody {
  /// The files that pictures name, in order, and where.
  private(set) var figures: [(name: String, range: SourceRange)] = []
  /// Files beside the article: what they are called, and their names or addresses.
  private(set) var supplements: [(title: String, target: String, range: SourceRange)] = []
  private var (figureNames, supplementTargets): (Set<String>, Set<String>) = ([], [])

  private let root: MarkupElement
  private let inline: JATSInline
  private var blocks: [String] = []
  /// How many lists and quotations are open.
  ///
  /// Deeper ones stand at the last level: it is written in front of each line, so that the text would
  /// grow with the square of their number.
  private var nesting = 0
  private static let greatestNesting = 20
  private static let nestingNames: Set = ["list", "def-list", "disp-quote"]
  /// Notes met inside the text, to be written at its end.
  private var notes: [MarkupElement] = []
  /// What cross references of the text name.
  private let referenced: Set<String>
  /// What is a field of the article and stands not in the text.
  private let statements: JATSStatements

  init(_ root: MarkupElement, references: JATSReferences, without statements: JATSStatements) {
    self.root = root
    self.statements = statements
    referenced = root.referenced
    inline = JATSInline(
      references: references,
      notes: Set(root.ownDescendants(named: "fn").compactMap { $0.attribute("id") }),
      anchors: Self.anchors(in: root))
  }

  /// The ids of what the text will hold in a form that can be led to.
  private static func anchors(in root: MarkupElement) -> Set<String> {
    var anchors: Set<String> = []
    func visit(_ element: MarkupElement) {
      let isWritten =
        switch element.name {
        case "sec", "app": element.first("title")?.content != nil
        case "fig": !graphics(of: element).isEmpty && !caption(of: element).isEmpty
        case "table-wrap": element.descendants(named: "table").first != nil
        case "disp-formula": !element.elements.isEmpty
        default: false
        }
      if isWritten, let id = element.attribute("id") { anchors.insert(id) }
      for child in element.elements where child.name != "sub-article" { visit(child) }
    }
    for part in root.elements where ["body", "floats-group", "back"].contains(part.name) {
      visit(part)
    }
    return anchors
  }

  /// The pictures of a figure; of several forms of one the first that names a file.
  private static func graphics(of figure: MarkupElement) -> [MarkupElement] {
    figure.elements.flatMap { element -> [MarkupElement] in
      switch element.name {
      case "graphic": element.attribute("xlink:href") == nil ? [] : [element]
      case "alternatives": Array(graphics(of: element).prefix(1))
      case "caption", "attrib", "permissions": []
      default: graphics(of: element)
      }
    }
  }

  /// Whether a caption says anything.
  private static func caption(of element: MarkupElement) -> String {
    element.first("caption")?.text.trimmed ?? ""
  }

  mutating func markdown(report: inout Report) -> String {
    let metadata = root.first("front-stub") ?? root.first("front")?.first("article-meta")
    for file in metadata?.elements(named: "supplementary-material") ?? [] {
      addSupplement(file, report: &report)
    }
    for part in root.elements where ["body", "floats-group"].contains(part.name) {
      add(part.elements, depth: 1, report: &report)
    }
    for part in root.elements(named: "back").flatMap(\.elements) {
      switch part.name {
      case "ref-list": break
      case _ where statements.contain(part): break
      case "fn-group": addNotes(part, depth: 1, report: &report)
      case "ack": addSection(part, title: "Acknowledgements", report: &report)
      case "app-group": add(part.elements, depth: 1, report: &report)
      default: addSection(part, title: nil, report: &report)
      }
    }
    // A note may hold another one.
    var (index, defined) = (0, Set<String>())
    while index < notes.count {
      if let id = notes[index].attribute("id"), defined.insert(id).inserted {
        define(notes[index], id, report: &report)
      }
      index += 1
    }
    return blocks.joined(separator: "\n\n") + (blocks.isEmpty ? "" : "\n")
  }

  private mutating func add(_ elements: [MarkupElement], depth: Int, report: inout Report) {
    for element in elements { add(element, depth: depth, report: &report) }
  }

  private mutating func add(_ element: MarkupElement, depth: Int, report: inout Report) {
    switch element.name {
    case "sec", "app": addSection(element, title: nil, depth: depth, report: &report)
    case "label", "object-id", "sec-meta": break
    case "title":
      let title = line(element, report: &report)
      if !title.isEmpty { blocks.append("**\(title)**") }
    case let name where nesting >= Self.greatestNesting && Self.nestingNames.contains(name):
      if nesting == Self.greatestNesting { report.add(.jatsNestingTooDeep(element)) }
      nesting += 1
      add(element.elements, depth: depth, report: &report)
      nesting -= 1
    case "list":
      add(element.elements(named: "title"), depth: depth, report: &report)
      blocks.append(list(element, report: &report))
    case "def-list": addDefinitions(element, report: &report)
    case "disp-quote": blocks.append(quotation(element, report: &report))
    case "verse-group":
      add(element.elements(named: "title"), depth: depth, report: &report)
      let lines = element.outermost("verse-line").map { "| " + line($0, report: &report) }
      blocks.append(lines.joined(separator: "\n"))
      add(element.elements(named: "attrib"), depth: depth, report: &report)
    case "fn-group": addNotes(element, depth: depth, report: &report)
    case "code", "preformat": blocks.append(Self.code(element))
    case "fig-group", "table-wrap-group", "disp-formula-group", "caption", "list-item", "def-item",
      "def":
      add(element.elements, depth: depth, report: &report)
    case "fig": addFigure(element, report: &report)
    case "table-wrap", "table": addTable(element, report: &report)
    case "disp-formula": addFormula(element, report: &report)
    case "graphic": addImage(element, caption: "", id: nil)
    case "boxed-text", "statement":
      blocks.append("::: {.\(element.name)}")
      if let label = element.first("label") { blocks.append("**\(line(label, report: &report))**") }
      add(element.elements, depth: depth, report: &report)
      blocks.append(":::")
    case "supplementary-material", "media", "inline-supplementary-material":
      addSupplement(element, report: &report)
    case "chem-struct-wrap", "array":
      report.add(.jatsElementLeftOut(element))
      if let caption = element.first("caption") { add(caption, depth: depth, report: &report) }
    default: addParagraph(element, depth: depth, report: &report)
    }
  }

  /// Inline content, with the notes in it and the files that it names.
  private mutating func line(_ element: MarkupElement, report: inout Report) -> String {
    notes += JATSInline.notes(in: element)
    for file in JATSInline.files(in: element) {
      switch file.name {
      case "graphic", "inline-graphic": addFile(of: file)
      case "ext-link", "uri": report.add(.jatsLinkLeftOut(file))
      default: addSupplement(file, report: &report)
      }
    }
    return inline.text(element)
  }

  private mutating func addText(_ element: MarkupElement, report: inout Report) {
    let text = line(element, report: &report)
    if !text.isEmpty { blocks.append(MarkdownText.paragraph(text)) }
  }

  private mutating func addSection(
    _ element: MarkupElement, title: String?, depth: Int = 1, report: inout Report
  ) {
    let heading = element.first("title").map { line($0, report: &report).withBreaksAsTags } ?? title
    if let heading, !heading.isEmpty {
      let id = element.attribute("id").map { " {#\(JATSInline.anchor($0))}" } ?? ""
      blocks.append(String(repeating: "#", count: min(depth + 1, 6)) + " " + heading + id)
    }
    let parts = element.elements.filter { $0.name != "title" }
    add(parts, depth: depth + 1, report: &report)
  }

  /// A paragraph of JATS may hold blocks: what stands around them becomes paragraphs.
  private mutating func addParagraph(
    _ element: MarkupElement, depth: Int, report: inout Report
  ) {
    var run = element
    run.children = []
    for child in element.children {
      if case .element(let inner) = child, Self.blockNames.contains(inner.name) {
        addText(run, report: &report)
        run.children = []
        add(inner, depth: depth, report: &report)
      } else {
        run.children.append(child)
      }
    }
    addText(run, report: &report)
  }

  static let blockNames: Set<String> = [
    "p", "list", "def-list", "disp-quote", "verse-group", "code", "preformat", "fig", "fig-group",
    "table-wrap", "table-wrap-group", "disp-formula", "disp-formula-group", "boxed-text",
    "supplementary-material", "media", "graphic", "chem-struct-wrap", "array", "speech",
  ]

  /// Blocks written apart, for a list item, a quotation or a note.
  private mutating func blocks(
    of elements: [MarkupElement], report: inout Report
  ) -> [String] {
    let outer = blocks
    blocks = []
    nesting += 1
    add(elements, depth: 1, report: &report)
    defer { (blocks, nesting) = (outer, nesting - 1) }
    return blocks
  }

  private mutating func list(_ element: MarkupElement, report: inout Report) -> String {
    let isOrdered = ["order", "alpha-lower", "alpha-upper", "roman-lower", "roman-upper"]
      .contains(element.attribute("list-type"))
    return element.elements(named: "list-item").enumerated().map { index, item in
      let mark = isOrdered ? "\(index + 1). " : "- "
      // An item that is not counted may have a number that its author gave it.
      let label = isOrdered ? nil : item.first("label").map { line($0, report: &report) }
      let text = blocks(of: item.elements, report: &report).joined(separator: "\n\n")
      return mark + (label.map { MarkdownText.paragraph($0 + " ") } ?? "")
        + text.indented(by: mark.count)
    }.joined(separator: "\n")
  }

  private mutating func addDefinitions(_ element: MarkupElement, report: inout Report) {
    add(element.elements(named: "title"), depth: 1, report: &report)
    for item in element.elements(named: "def-item") {
      let term = item.first("term").map { line($0, report: &report) } ?? ""
      let text = blocks(of: item.elements(named: "def"), report: &report)
      blocks.append(
        MarkdownText.paragraph(term) + "\n:   " + text.joined(separator: "\n\n").indented(by: 4))
    }
  }

  private mutating func quotation(_ element: MarkupElement, report: inout Report) -> String {
    blocks(of: element.elements, report: &report).joined(separator: "\n\n")
      .prefixed(first: "> ", others: "> ", empty: ">")
  }

  private static func code(_ element: MarkupElement) -> String {
    let text = element.text
    let fence = text.contains("```") ? "~~~~" : "```"
    return fence + (element.attribute("language") ?? "") + "\n" + text
      + (text.hasSuffix("\n") ? "" : "\n") + fence
  }

  private mutating func addFigure(_ element: MarkupElement, report: inout Report) {
    let (graphics, films) = (Self.graphics(of: element), element.outermost("media"))
    for film in films { addSupplement(film, report: &report) }
    guard !graphics.isEmpty else {
      if films.isEmpty { report.add(.jatsElementLeftOut(element)) }
      if let caption = element.first("caption") { add(caption, depth: 1, report: &report) }
      return
    }
    let caption = caption(of: element, report: &report)
    for (index, graphic) in graphics.enumerated() {
      addImage(
        graphic, caption: index == 0 ? caption : "",
        id: index == 0 && !caption.isEmpty ? element.attribute("id") : nil)
    }
  }

  /// A file beside the article, under its title or label; what else its caption says stays in the
  /// text.
  private mutating func addSupplement(_ element: MarkupElement, report: inout Report) {
    let caption = element.first("caption")
    let target =
      element.attribute("xlink:href")
      ?? ["media", "graphic", "ext-link"].lazy.flatMap { element.descendants(named: $0) }
      .compactMap { $0.attribute("xlink:href") }.first
    guard let target else {
      report.add(.jatsElementLeftOut(element))
      if let caption { add(caption, depth: 1, report: &report) }
      return
    }
    let isInline = element.name.hasPrefix("inline-")
    let title = caption?.first("title") ?? element.first("label") ?? (isInline ? element : nil)
    if supplementTargets.insert(target).inserted {
      supplements.append((title?.content?.foldingSpace ?? target, target, element.range))
    }
    let words = (caption?.elements ?? []).filter { $0.name != "title" }
    add(words + element.elements(named: "p"), depth: 1, report: &report)
  }

  private mutating func addImage(_ graphic: MarkupElement, caption: String, id: String?) {
    guard let name = JATSInline.fileName(of: graphic) else { return }
    addFile(of: graphic)
    blocks.append("![\(caption)](<\(name)>)" + (id.map { "{#\(JATSInline.anchor($0))}" } ?? ""))
  }

  private mutating func addFile(of graphic: MarkupElement) {
    guard let name = JATSInline.fileName(of: graphic), figureNames.insert(name).inserted else {
      return
    }
    figures.append((name, graphic.range))
  }

  /// Title and paragraphs in one line, whom the figure is by and who permits its use.
  private mutating func caption(of element: MarkupElement, report: inout Report) -> String {
    ((element.first("caption")?.elements ?? []) + element.elements(named: "attrib")
      + element.wordsOfPermission)
      .map { line($0, report: &report) }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private mutating func addTable(_ element: MarkupElement, report: inout Report) {
    let caption = caption(of: element, report: &report)
    let id = element.attribute("id").map { " {#\(JATSInline.anchor($0))}" } ?? ""
    let tables = element.name == "table" ? [element] : element.outermost("table")
    for table in tables {
      blocks.append(PipeTable(table) { line($0, report: &report) }.markdown)
    }
    if tables.isEmpty {
      for graphic in element.descendants(named: "graphic") {
        addImage(graphic, caption: caption, id: element.attribute("id"))
      }
    } else if !caption.isEmpty || !id.isEmpty {
      blocks[blocks.count - 1] += "\n\nTable: \(caption)\(id)"
    }
    for foot in element.elements(named: "table-wrap-foot").flatMap(\.elements) {
      if foot.name == "fn-group" {
        for note in foot.elements(named: "fn") { addNote(note, report: &report) }
      } else if foot.name == "fn" {
        addNote(foot, report: &report)
      } else {
        add(foot, depth: 1, report: &report)
      }
    }
  }

  private mutating func addFormula(_ element: MarkupElement, report: inout Report) {
    guard let tex = JATSInline.formula(element) else {
      let pictures = Self.graphics(of: element)
      if pictures.isEmpty { report.add(.jatsElementLeftOut(element)) }
      for picture in pictures { addImage(picture, caption: "", id: element.attribute("id")) }
      return
    }
    let id = element.attribute("id").map { " {#\(JATSInline.anchor($0))}" } ?? ""
    blocks.append("$$\n" + tex + "\n$$" + id)
  }

  /// Notes that the text refers to are written as notes, others as paragraphs under their title.
  private mutating func addNotes(_ group: MarkupElement, depth: Int, report: inout Report) {
    let all = group.elements(named: "fn").filter { !statements.contain($0) }
    if all.contains(where: { !isReferenced($0) }) {
      let title = group.first("title").map { line($0, report: &report) } ?? "Notes"
      blocks.append(String(repeating: "#", count: min(depth + 1, 6)) + " " + title)
    }
    for note in all { addNote(note, report: &report) }
  }

  private mutating func addNote(_ note: MarkupElement, report: inout Report) {
    if isReferenced(note) {
      notes.append(note)
    } else {
      add(note.elements, depth: 1, report: &report)
    }
  }

  private func isReferenced(_ note: MarkupElement) -> Bool {
    note.attribute("id").map(referenced.contains) ?? false
  }

  private mutating func define(_ note: MarkupElement, _ id: String, report: inout Report) {
    let text = blocks(of: note.elements, report: &report).joined(separator: "\n\n")
    blocks.append("[^\(JATSInline.anchor(id))]: " + text.indented(by: 4))
  }
}

extension Diagnostic {
  fileprivate static func jatsElementLeftOut(_ element: MarkupElement) -> Diagnostic {
    Diagnostic(
      .warning, "jats-element-left-out", "Element '\(element.name)' has no form in Markdown",
      at: element.range, hint: "Add it by hand, as a supplement or as a figure")
  }

  fileprivate static func jatsLinkLeftOut(_ element: MarkupElement) -> Diagnostic {
    Diagnostic(
      .warning, "jats-link-left-out",
      "Link to '\(element.attribute("xlink:href") ?? "")' leads to no address of the web, and only "
        + "its words stay",
      at: element.range, hint: "Write the address with https:// into the file and import again")
  }

  fileprivate static func jatsNestingTooDeep(_ element: MarkupElement) -> Diagnostic {
    Diagnostic(
      .warning, "jats-nesting-too-deep",
      "Lists and quotations are nested more than 20 deep; what is deeper stands at that level",
      at: element.range, hint: "Nest less deeply in the file and import again")
  }
}

import CMarkGFM
import Reporting

/// Hands the marked text to cmark-gfm and walks through the nodes it makes.
///
/// All that is known of C stands in this file: nodes come in, pieces of the tree go out.
@safe struct CMarkReader {
  /// Containers deeper than this are reported and left out.
  static let depthLimit = 200

  var state: ReadingState
  /// Where the lines of the text begin that cmark read.
  private let lineStarts: [Int]
  /// Where it begins in the source.
  private let textStart: Int
  /// The place of each note in the document's list, by the number cmark gave it.
  private var noteIndices: [Int: Int] = [:]
  /// The stretch of the text in which the last place was found.
  private var lastStretch = MarkedText.StretchPlace()
  /// What texts are searched for, and whether one held it.
  private var signs: TextSigns
  private var hasMetSign = false
  /// The notes of the text in the order of their numbers.
  private var notes: [OpaquePointer] = unsafe []

  private init(_ state: ReadingState, _ lineStarts: [Int], _ signs: TextSigns) {
    self.state = state
    self.lineStarts = lineStarts
    var place = MarkedText.StretchPlace()
    textStart = state.text.sourceOffset(of: 0, near: &place)
    self.signs = signs
  }

  /// Reads the whole text and looks up its cross references.
  ///
  /// What cmark does for few texts only is left out where nothing seems to ask for it; when one of
  /// the words turns out to, the text is read again.
  static func read(_ state: ReadingState) -> (Document, Report) {
    let text = state.text.bytes
    let lineStarts = lineStarts(of: text)
    let wanted = TextWork(for: state.options)
    let likely = wanted.seeming(in: text, hasBareAddresses: state.found.hasBareAddresses)
    var reader = CMarkReader(state, lineStarts, TextSigns(of: wanted, butNot: likely, in: text))
    let result = reader.read(doing: likely)
    guard reader.hasMetSign else { return result }
    reader = CMarkReader(state, lineStarts, TextSigns(of: wanted, butNot: wanted, in: text))
    return reader.read(doing: wanted)
  }

  private mutating func read(doing work: TextWork) -> (Document, Report) {
    let options =
      CMARK_OPT_FOOTNOTES
      | (state.text.bytes.span.invalidUTF8 == nil ? 0 : CMARK_OPT_VALIDATE_UTF8)
      | (work.punctuation ? CMARK_OPT_SMART : 0)
    ensureExtensions()
    let parser = unsafe cmark_parser_new(options)
    defer { unsafe cmark_parser_free(parser) }
    for name in state.options.extensions where name != .autolink || work.addresses {
      unsafe cmark_parser_attach_syntax_extension(
        parser, cmark_find_syntax_extension(name.rawValue))
    }
    unsafe state.text.bytes.withUnsafeBytes { bytes in
      unsafe cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let root = unsafe cmark_parser_finish_in_turn(parser) else { return document(of: []) }
    defer { unsafe cmark_node_free(root) }
    unsafe notes = notes(of: root)
    let blocks = unsafe blocks(of: root, depth: 0)
    reportNotes()
    state.resolveCrossReferences()
    return document(of: blocks)
  }

  private func document(of blocks: [Block]) -> (Document, Report) {
    var document = Document(
      path: state.path, blocks: blocks, footnotes: state.footnotes, citations: state.citations,
      crossReferences: state.crossReferences, notes: state.notes,
      formulas: state.formulas)
    document.hasCitationsInCode = state.hasCitationsInCode
    return (document, state.report)
  }

  // MARK: - Blocks

  private mutating func blocks(of parent: OpaquePointer, depth: Int)
    -> [Block]
  {
    var assembler = BlockAssembler(pieces: unsafe pieces(of: parent, depth: depth))
    return assembler.assemble(&state)
  }

  private mutating func pieces(of parent: OpaquePointer, depth: Int)
    -> [BlockPiece]
  {
    guard unsafe isShallow(depth, parent) else { return [] }
    var pieces: [BlockPiece] = []
    var next = unsafe cmark_node_first_child(parent)
    while let node = unsafe next {
      if let piece = unsafe piece(of: node, depth: depth) { pieces.append(piece) }
      unsafe next = cmark_node_next(node)
    }
    return pieces
  }

  private mutating func piece(of node: OpaquePointer, depth: Int)
    -> BlockPiece?
  {
    let range = unsafe range(of: node)
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      state.reportHeadingWithoutSpace(at: range)
      return .paragraph(unsafe inlines(of: node, depth: depth + 1), range)
    case CMARK_NODE_HEADING:
      let level = unsafe Int(cmark_node_get_heading_level(node))
      return .heading(level, unsafe inlines(of: node, depth: depth + 1), range)
    case CMARK_NODE_THEMATIC_BREAK: return .block(Block(.thematicBreak, at: range))
    case CMARK_NODE_BLOCK_QUOTE:
      return .quote(unsafe pieces(of: node, depth: depth + 1), range)
    case CMARK_NODE_LIST: return unsafe list(node, depth: depth, range)
    case CMARK_NODE_CODE_BLOCK:
      let text = unsafe restored(cmark_node_get_literal(node))
      let fence = unsafe restored(cmark_node_get_fence_info(node))
      return state.codeBlock(text: text, fence: fence, at: range)
    case CMARK_NODE_HTML_BLOCK:
      return state.htmlBlock(unsafe bytes(cmark_node_get_literal(node)), at: range)
    case CMARK_NODE_FOOTNOTE_DEFINITION: return nil
    case cmark_table_type():
      return .block(
        Block(.table(unsafe table(node, depth: depth)), at: range))
    default: return nil
    }
  }

  private mutating func list(
    _ node: OpaquePointer, depth: Int, _ range: Range<Int>
  ) -> BlockPiece {
    var items: [ListPiece.Item] = []
    var next = unsafe cmark_node_first_child(node)
    while let item = unsafe next {
      let isTask = unsafe isTask(item)
      let isChecked: Bool? =
        unsafe isTask ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil
      items.append(
        ListPiece.Item(
          pieces: unsafe pieces(of: item, depth: depth + 1), isChecked: isChecked,
          range: unsafe self.range(of: item)))
      unsafe next = cmark_node_next(item)
    }
    let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return .list(
      ListPiece(
        items: items, start: unsafe isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
        isTight: unsafe cmark_node_get_list_tight(node) != 0, range: range))
  }

  private func isTask(_ item: OpaquePointer) -> Bool {
    guard let name = unsafe cmark_node_get_type_string(item) else { return false }
    return unsafe name[0] == 0x74  // "tasklist" among "item"
  }

  private mutating func table(_ node: OpaquePointer, depth: Int) -> Table {
    var table = Table(alignments: unsafe alignments(of: node), header: [], rows: [])
    var nextRow = unsafe cmark_node_first_child(node)
    while let row = unsafe nextRow {
      var cells: [Table.Cell] = []
      var nextCell = unsafe cmark_node_first_child(row)
      while let cell = unsafe nextCell {
        var content = unsafe inlines(of: cell, depth: depth + 2)
        content.restoreTrailing(&state)
        cells.append(Table.Cell(inlines: content.inlines, range: unsafe range(of: cell)))
        unsafe nextCell = cmark_node_next(cell)
      }
      state.reportCells(after: cells)
      if unsafe cmark_gfm_extensions_get_table_row_is_header(row) != 0 {
        table.header = cells
      } else {
        table.rows.append(cells)
      }
      unsafe nextRow = cmark_node_next(row)
    }
    return table
  }

  private func alignments(of table: OpaquePointer) -> [Table.Alignment] {
    let count = unsafe Int(cmark_gfm_extensions_get_table_columns(table))
    guard let letters = unsafe cmark_gfm_extensions_get_table_alignments(table) else { return [] }
    return (0..<count).map { column in
      switch unsafe letters[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  // MARK: - Inlines

  private mutating func inlines(of parent: OpaquePointer, depth: Int)
    -> InlinePiece
  {
    guard unsafe isShallow(depth, parent) else { return InlinePiece(inlines: []) }
    var assembler = InlineAssembler(capacity: unsafe childCount(of: parent))
    var next = unsafe cmark_node_first_child(parent)
    while let node = unsafe next {
      unsafe add(node, to: &assembler, depth: depth)
      unsafe next = cmark_node_next(node)
    }
    return (consume assembler).assemble(&state)
  }

  private func childCount(of parent: OpaquePointer) -> Int {
    var count = 0
    var next = unsafe cmark_node_first_child(parent)
    while let node = unsafe next {
      count += 1
      unsafe next = cmark_node_next(node)
    }
    return count
  }

  private mutating func add(
    _ node: OpaquePointer, to assembler: inout InlineAssembler, depth: Int
  ) {
    let type = unsafe cmark_node_get_type(node)
    // What ends a line has no place of its own.
    if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK {
      let kind = type == CMARK_NODE_SOFTBREAK ? Inline.Kind.softBreak : .lineBreak
      assembler.add(Inline(kind, at: textStart..<textStart))
      return
    }
    let range = unsafe range(of: node)
    switch type {
    case CMARK_NODE_TEXT: unsafe addText(node, at: range, to: &assembler)
    case CMARK_NODE_CODE:
      let text = unsafe restored(cmark_node_get_literal(node))
      assembler.add(state.code(text, at: range))
    case CMARK_NODE_HTML_INLINE:
      assembler.add(html: unsafe restored(cmark_node_get_literal(node)), at: range, &state)
    case CMARK_NODE_EMPH:
      assembler.add(Inline(.emphasis(unsafe children(of: node, depth)), at: range))
    case CMARK_NODE_STRONG:
      assembler.add(Inline(.strong(unsafe children(of: node, depth)), at: range))
    case cmark_strikethrough_type():
      assembler.add(Inline(.strikethrough(unsafe children(of: node, depth)), at: range))
    case CMARK_NODE_LINK:
      let link = Link(
        destination: unsafe restored(cmark_node_get_url(node)),
        title: unsafe restored(cmark_node_get_title(node)),
        inlines: unsafe children(of: node, depth))
      state.place(link.inlines.citations, in: .link)
      assembler.add(link: link, at: range, &state)
    case CMARK_NODE_IMAGE:
      var content = unsafe inlines(of: node, depth: depth + 1)
      content.restoreTrailing(&state)
      let image = Image(
        source: unsafe restored(cmark_node_get_url(node)),
        title: unsafe restored(cmark_node_get_title(node)), alternative: content.inlines,
        range: range)
      state.place(image.alternative.citations, in: .alternative)
      assembler.add(image: image, labels: content.labels, &state)
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      if let kind = unsafe noteReference(node, depth: depth) {
        assembler.add(Inline(kind, at: range))
      }
    default: break
    }
  }

  private mutating func children(of node: OpaquePointer, _ depth: Int)
    -> [Inline]
  {
    var content = unsafe inlines(of: node, depth: depth + 1)
    content.restoreTrailing(&state)
    return content.inlines
  }

  private mutating func addText(
    _ node: OpaquePointer, at range: Range<Int>, to assembler: inout InlineAssembler
  ) {
    guard let literal = unsafe cmark_node_get_literal(node) else { return }
    let (marked, length) = unsafe markedBytes(literal)
    if !hasMetSign { hasMetSign = unsafe signs.stand(in: literal, length) }
    if let marked {
      assembler.add(markedText: marked, at: range, &state)
    } else {
      let bytes = unsafe UnsafeRawBufferPointer(start: literal, count: length)
      assembler.add(text: unsafe String(decoding: bytes, as: UTF8.self), at: range)
    }
  }

  // MARK: - Notes

  /// The definitions of notes, which cmark sets at the end of the text.
  private func notes(of root: OpaquePointer) -> [OpaquePointer] {
    var notes: [OpaquePointer] = unsafe []
    var node = unsafe cmark_node_last_child(root)
    while let note = unsafe node,
      unsafe cmark_node_get_type(note) == CMARK_NODE_FOOTNOTE_DEFINITION
    {
      unsafe notes.append(note)
      unsafe node = cmark_node_previous(note)
    }
    return unsafe notes.reversed()
  }

  /// Reads a note where the text first refers to it, so that citations come in reading order.
  private mutating func noteReference(
    _ node: OpaquePointer, depth: Int
  ) -> Inline.Kind? {
    guard let number = unsafe Int(bytes: cmark_node_get_literal(node)),
      unsafe notes.indices.contains(number - 1)
    else { return nil }
    if let index = noteIndices[number] {
      state.footnotes[index].referenceCount += 1
      return .footnoteReference(index: index, occurrence: state.footnotes[index].referenceCount)
    }
    let note = unsafe notes[number - 1]
    let index = state.footnotes.count
    noteIndices[number] = index
    state.notes.append(.footnote(index))
    state.footnotes.append(
      Footnote(blocks: [], referenceCount: 1, range: unsafe range(of: note)))
    let outer = state.footnote
    state.footnote = index
    state.footnotes[index].blocks = unsafe blocks(of: note, depth: depth + 1)
    state.footnote = outer
    return .footnoteReference(index: index, occurrence: 1)
  }

  private mutating func reportNotes() {
    guard !state.found.footnotes.isEmpty else { return }
    var used: [Int: Bool] = [:]
    for index in unsafe notes.indices {
      let note = unsafe notes[index]
      let hasText = unsafe cmark_node_first_child(note) != nil
      used[unsafe range(of: note).lowerBound] = hasText
    }
    state.reportNotes(used: used)
  }

  // MARK: - Places and text

  private mutating func isShallow(_ depth: Int, _ node: OpaquePointer) -> Bool {
    if depth <= Self.depthLimit { return true }
    state.reportDepth(at: unsafe range(of: node))
    return false
  }

  private mutating func range(of node: OpaquePointer) -> Range<Int> {
    let start = unsafe sourceOffset(
      line: cmark_node_get_start_line(node), column: cmark_node_get_start_column(node) - 1)
    let end = unsafe sourceOffset(
      line: cmark_node_get_end_line(node), column: cmark_node_get_end_column(node))
    return start..<max(start, end)
  }

  private mutating func sourceOffset(line: Int32, column: Int32) -> Int {
    guard line > 0, Int(line) <= lineStarts.count else { return textStart }
    let offset = lineStarts[Int(line) - 1] + Int(max(column, 0))
    return state.text.sourceOffset(of: min(offset, state.text.bytes.count), near: &lastStretch)
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var ends = bytes.places(of: UInt8(ascii: "\n"))
    // A carriage return ends a line unless a newline follows.
    let returns = bytes.places(of: UInt8(ascii: "\r")).filter { index in
      index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
    }
    if !returns.isEmpty { ends = (ends + returns).sorted() }
    return [0] + ends.map { $0 + 1 }
  }

  /// The bytes of a C string that holds a mark; nil, with its length, if it holds none.
  private func markedBytes(_ text: UnsafePointer<CChar>) -> (bytes: [UInt8]?, length: Int) {
    let length = unsafe strlen(text)
    // The first byte of a private character, which is another from the second plane on.
    let count = state.text.marks.count
    let isMarked =
      unsafe count > 0 && memchr(text, 0xF3, length) != nil
      || count > MarkedText.planeSize && memchr(text, 0xF4, length) != nil
    return (isMarked ? unsafe bytes(text, length) : nil, length)
  }

  private func bytes(_ text: UnsafePointer<CChar>?, _ length: Int) -> [UInt8] {
    unsafe Array(UnsafeRawBufferPointer(start: text, count: length))
  }

  private func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    guard let text = unsafe text else { return [] }
    return unsafe bytes(text, strlen(text))
  }

  /// A text of cmark with the source in place of marks.
  private func restored(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text, unsafe text[0] != 0 else { return "" }
    let (marked, length) = unsafe markedBytes(text)
    guard let marked else {
      return unsafe String(
        decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
    }
    return state.text.restored(marked, source: state.source)
  }

  private func ensureExtensions() { _ = Registration.done }

  /// The library asks to be told once, before anything is read, that its extensions are wanted.
  private enum Registration {
    static let done: Bool = {
      cmark_gfm_core_extensions_ensure_registered()
      return true
    }()
  }
}

extension Int {
  /// The number written in decimal digits at the begin of a C string.
  fileprivate init?(bytes: UnsafePointer<CChar>?) {
    guard let bytes = unsafe bytes else { return nil }
    self.init(unsafe String(cString: bytes))
  }
}

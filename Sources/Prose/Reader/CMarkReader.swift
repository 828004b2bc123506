import CMarkGFM
import CMarkSupport
import Reporting

/// Hands the marked text to cmark-gfm and walks through the nodes it makes.
///
/// All that is known of C stands in the files of this type: nodes come in, pieces of the tree go out.
@safe struct CMarkReader: ~Copyable {
  /// Containers deeper than this are reported and left out.
  static let depthLimit = 200

  var state: ReadingState
  /// Where the lines of the text end that cmark read.
  let lineEnds: [Int]
  /// Where it begins in the source.
  let textStart: Int
  /// The place of each note in the document's list, by the number cmark gave it.
  var noteIndices: [Int: Int] = [:]
  /// The stretch of the text in which the last place was found.
  var lastStretch = MarkedText.StretchPlace()
  /// What texts are searched for, and whether one held it.
  let signs: TextSigns
  var hasMetSign = false
  /// The notes of the text in the order of their numbers.
  var notes: [OpaquePointer] = unsafe []

  private init(_ state: ReadingState, _ lineEnds: [Int], _ signs: TextSigns) {
    self.state = state
    self.lineEnds = lineEnds
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
    let lineEnds = lineEnds(of: text)
    let wanted = TextWork(for: state.options)
    let likely = wanted.seeming(in: text, hasBareAddresses: state.found.hasBareAddresses)
    var reader = CMarkReader(state, lineEnds, TextSigns(of: wanted, butNot: likely, in: text))
    let result = reader.read(doing: likely)
    guard reader.hasMetSign else { return result }
    reader = CMarkReader(state, lineEnds, TextSigns(of: wanted, butNot: wanted, in: text))
    return reader.read(doing: wanted)
  }

  private mutating func read(doing work: TextWork) -> (Document, Report) {
    let options =
      CMARK_OPT_FOOTNOTES
      | (state.text.bytes.span.invalidUTF8 == nil ? 0 : CMARK_OPT_VALIDATE_UTF8)
      | (work.punctuation ? CMARK_OPT_SMART : 0)
    ensureExtensions()
    // Parser and nodes end with their memory.
    let before = unsafe cmark_memory_end()
    defer { unsafe cmark_memory_return_to(before) }
    let parser = unsafe cmark_parser_new_with_mem(options, cmark_text_memory())
    for name in state.options.extensions where name != .autolink || work.addresses {
      unsafe cmark_parser_attach_syntax_extension(
        parser, cmark_find_syntax_extension(name.rawValue))
    }
    unsafe state.text.bytes.withUnsafeBytes { bytes in
      unsafe cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let root = unsafe cmark_parser_finish_in_turn(parser) else { return document(of: []) }
    unsafe notes = notes(of: root)
    let blocks = unsafe blocks(of: root, depth: 0)
    reportNotes()
    state.resolveCrossReferences()
    return document(of: blocks)
  }

  /// What `&amp;` and its like stand for; nil for a name that is none.
  static func text(ofReference reference: String) -> String? {
    let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { unsafe cmark_parser_free(parser) }
    unsafe cmark_parser_feed(parser, reference, reference.utf8.count)
    guard let root = unsafe cmark_parser_finish_in_turn(parser) else { return nil }
    defer { unsafe cmark_node_free(root) }
    guard let paragraph = unsafe cmark_node_first_child(root),
      let literal = unsafe cmark_node_get_literal(cmark_node_first_child(paragraph))
    else { return nil }
    let text = unsafe String(cString: literal)
    return text == reference ? nil : text
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

  mutating func blocks(of parent: OpaquePointer, depth: Int) -> [Block] {
    var assembler = BlockAssembler(pieces: unsafe pieces(of: parent, depth: depth))
    return assembler.assemble(&state)
  }

  private mutating func pieces(of parent: OpaquePointer, depth: Int) -> [BlockPiece] {
    guard unsafe isShallow(depth, parent) else { return [] }
    var pieces: [BlockPiece] = []
    var next = unsafe cmark_node_first_child(parent)
    while let node = unsafe next {
      if let piece = unsafe piece(of: node, depth: depth) { pieces.append(piece) }
      unsafe next = cmark_node_next(node)
    }
    return pieces
  }

  private mutating func piece(of node: OpaquePointer, depth: Int) -> BlockPiece? {
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

  private func ensureExtensions() { _ = Registration.done }

  /// The library asks to be told once, before anything is read, that its extensions are wanted.
  private enum Registration {
    static let done: Bool = {
      cmark_gfm_core_extensions_ensure_registered()
      return true
    }()
  }
}

/// A block on its way into the tree: what it becomes may hang on its neighbours.
enum BlockPiece {
  case block(Block)
  case paragraph(InlinePiece, Range<Int>)
  case heading(Int, InlinePiece, Range<Int>)
  case list(ListPiece)
  case quote([BlockPiece], Range<Int>)
  case divOpen(Attributes, Range<Int>)
  case divClose(Range<Int>)
  case htmlOpen(HTMLTag, Range<Int>)
  case htmlClose(String, Range<Int>)
}

struct ListPiece {
  struct Item {
    var pieces: [BlockPiece]
    var isChecked: Bool?
    var range: Range<Int>
  }

  var items: [Item]
  var start: Int?
  var isTight: Bool
  var range: Range<Int>

  /// How its items count, which the first of them says.
  var numbering: List.Numbering {
    guard case .paragraph(let piece, _)? = items.first?.pieces.first else { return .decimal }
    return piece.remarks.numbering ?? .decimal
  }

  /// Whether its bullets were colons.
  var isDefinition: Bool {
    guard case .paragraph(let piece, _)? = items.first?.pieces.first else { return false }
    return piece.remarks.isDefinition
  }

  /// Its only paragraph, if that is all there is: perhaps the caption of a table.
  var onlyParagraph: InlinePiece? {
    guard items.count == 1, items[0].pieces.count == 1,
      case .paragraph(let piece, _) = items[0].pieces[0]
    else { return nil }
    return piece
  }
}

/// Puts the blocks of one container together: divs, definition lists, figures, captions.
struct BlockAssembler: ~Copyable {
  /// A div or an element of HTML that has begun and not ended yet.
  struct Frame {
    var attributes: Attributes
    var range: Range<Int>
    /// The name of the element; nil for a div.
    var tag: String?
    var blocks: [Block] = []
    /// The list that is growing, and the place kept for it; it is set there when it is complete.
    var definitions: [Definition] = []
    var definitionsIndex: Int?
    /// What an element `figure` shows, and its caption.
    var images: [Image] = []
    var words: InlinePiece?

    mutating func add(_ definition: Definition) {
      if definitionsIndex != blocks.count - 1 {
        finishDefinitions()
        definitionsIndex = blocks.count
        blocks.append(Block(.definitionList([]), at: definition.range))
      }
      definitions.append(definition)
    }

    mutating func finishDefinitions() {
      guard let index = definitionsIndex, let first = definitions.first,
        let last = definitions.last
      else { return }
      blocks[index] = Block(.definitionList(definitions), at: first.range.through(last.range))
      definitions = []
      definitionsIndex = nil
    }
  }

  private let pieces: [BlockPiece]
  private var index = 0
  /// Divs that stand too deep to be opened.
  private var skippedDivs = 0
  var frames = [Frame(attributes: .none, range: 0..<0)]
  /// A caption that stands before its table.
  private var caption: (piece: InlinePiece, range: Range<Int>)?

  init(pieces: [BlockPiece]) { self.pieces = pieces }

  mutating func assemble(_ state: inout ReadingState) -> [Block] {
    while index < pieces.count {
      add(pieces[index], &state)
      index += 1
    }
    while frames.count > 1 {
      if frames[frames.count - 1].tag == nil {
        state.report(unclosedDivAt: frames[frames.count - 1].range)
        closeDiv(at: nil, &state)
      } else {
        closeElement(at: nil, &state)
      }
    }
    frames[0].finishDefinitions()
    return frames[0].blocks
  }

  private mutating func add(_ piece: BlockPiece, _ state: inout ReadingState) {
    switch piece {
    case .block(let block): add(block, &state)
    case .paragraph(let piece, let range): add(paragraph: piece, at: range, &state)
    case .heading(let level, let piece, let range):
      append(state.heading(level: level, piece, at: range))
    case .quote(let pieces, let range):
      append(Block(.blockQuote(state.blocks(of: pieces)), at: range))
    case .list(let list):
      if list.isDefinition {
        add(definitions: list, &state)
      } else {
        append(state.list(list))
      }
    case .divOpen(let attributes, let range):
      if frames.count < CMarkReader.depthLimit {
        frames.append(Frame(attributes: attributes, range: range))
      } else {
        state.reportDepth(at: range)
        skippedDivs += 1
      }
    case .divClose(let range):
      if skippedDivs > 0 {
        skippedDivs -= 1
      } else if let div = frames.lastIndex(where: { $0.tag == nil }), div > 0 {
        while frames.count > div + 1 { closeElement(at: nil, &state) }
        closeDiv(at: range, &state)
      } else {
        state.report(strayDivAt: range)
      }
    case .htmlOpen(let tag, let range): open(tag, at: range, &state)
    case .htmlClose(let name, let range): close(name, at: range, &state)
    }
  }

  private mutating func append(_ block: Block) { frames[frames.count - 1].blocks.append(block) }

  mutating func append(_ blocks: [Block]) { frames[frames.count - 1].blocks += blocks }

  var last: Block? { frames[frames.count - 1].blocks.last }

  private mutating func replaceLast(_ block: Block) {
    frames[frames.count - 1].blocks[frames[frames.count - 1].blocks.count - 1] = block
  }

  private mutating func closeDiv(at range: Range<Int>?, _ state: inout ReadingState) {
    var frame = frames.removeLast()
    frame.finishDefinitions()
    let end = range?.upperBound ?? frame.blocks.last?.range.upperBound ?? frame.range.upperBound
    var attributes = frame.attributes
    if let id = attributes.id { attributes.id = state.claim(explicit: id, at: frame.range) }
    let title = attributes.removeCalloutTitle().map { title in
      Block(
        .paragraph([Inline(.strong([Inline(.text(title), at: frame.range)]), at: frame.range)]),
        at: frame.range)
    }
    state.report(ignored: attributes, at: frame.range)
    append(
      Block(
        .div(attributes, [title].compactMap(\.self) + frame.blocks),
        at: frame.range.lowerBound..<max(frame.range.lowerBound, end)))
  }

  private mutating func add(_ block: Block, _ state: inout ReadingState) {
    guard case .table(var table) = block.kind, let found = caption else {
      append(block)
      return
    }
    caption = nil
    table.caption = state.caption(of: found.piece, isTable: true, at: found.range)
    append(Block(.table(table), at: found.range.through(block.range)))
  }

  private var isTableNext: Bool {
    guard index + 1 < pieces.count, case .block(let block) = pieces[index + 1],
      case .table = block.kind
    else { return false }
    return true
  }

  private mutating func add(
    paragraph: InlinePiece, at range: Range<Int>, _ state: inout ReadingState
  ) {
    if take(paragraph) { return }
    if state.options.readsScholarlySyntax, let caption = paragraph.withoutTableWord,
      setCaption(caption, at: range, &state)
    {
      return
    }
    state.add(paragraph, at: range, to: &frames[frames.count - 1].blocks)
  }

  /// Gives the table before or after it a caption; false if there is none.
  mutating func setCaption(
    _ piece: InlinePiece, at range: Range<Int>, _ state: inout ReadingState
  ) -> Bool {
    if let last, case .table(var table) = last.kind, table.caption == nil {
      table.caption = state.caption(of: piece, isTable: true, at: range)
      replaceLast(
        Block(
          .table(table), at: last.range.through(range)))
    } else if isTableNext {
      caption = (piece, range)
    } else {
      return false
    }
    return true
  }

  /// A list of colons: the caption of a table, or what the line before it means.
  private mutating func add(definitions list: ListPiece, _ state: inout ReadingState) {
    if let piece = list.onlyParagraph, setCaption(piece, at: list.range, &state) { return }
    guard let last, case .paragraph(let term) = last.kind, !term.holdsLineEnd else {
      restore(list, &state)
      return
    }
    frames[frames.count - 1].blocks.removeLast()
    let range = last.range.through(list.range)
    let definition = Definition(
      term: term, definitions: list.items.map { state.blocks(of: $0.pieces) }, range: range)
    frames[frames.count - 1].add(definition)
  }

  /// Colons that define nothing are text.
  private mutating func restore(_ list: ListPiece, _ state: inout ReadingState) {
    for item in list.items {
      for (number, piece) in item.pieces.enumerated() {
        guard number == 0, case .paragraph(var content, let range) = piece else {
          add(piece, &state)
          continue
        }
        content.restoreColon(at: range)
        state.add(content, at: range, to: &frames[frames.count - 1].blocks)
      }
    }
  }
}

extension InlinePiece {
  fileprivate mutating func restoreColon(at range: Range<Int>) {
    if case .text(let text)? = inlines.first?.kind {
      inlines[0].kind = .text(": " + text)
    } else {
      inlines.insert(Inline(.text(": "), at: range.lowerBound..<range.lowerBound), at: 0)
    }
  }

  /// What follows `Table:` at the begin; nil if that is not there.
  fileprivate var withoutTableWord: InlinePiece? {
    guard let words = firstWords, let letter = words.utf8.first,
      letter | 0x20 == UInt8(ascii: "t") || letter == 0xD8,
      let word = Caption.tableWords.first(where: { words.utf8.starts(with: $0.utf8) })
    else { return nil }
    var piece = self
    let caption = words.unicodeScalars.dropFirst(word.unicodeScalars.count)
    piece.inlines[0].kind = .text(String(caption.drop { $0 == " " }))
    return piece
  }
}

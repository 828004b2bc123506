import CMarkGFM
import CMarkSupport

// The inlines of one element, and the notes that they refer to.

extension CMarkReader {
  mutating func inlines(of parent: OpaquePointer, depth: Int) -> InlinePiece {
    guard unsafe isShallow(depth, parent) else { return InlinePiece(inlines: []) }
    // Texts and the ends of their lines become one.
    var assembler = InlineAssembler(capacity: unsafe childCount(of: parent) / 2 + 1)
    var next = unsafe cmark_node_first_child(parent)
    while let node = unsafe next {
      switch unsafe cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: unsafe addText(node, to: &assembler)
      case CMARK_NODE_SOFTBREAK: state.words.endLine()
      case let type:
        assembler.endText(&state)
        unsafe add(node, type, to: &assembler, depth: depth)
      }
      unsafe next = cmark_node_next(node)
    }
    assembler.endText(&state)
    return assembler.assemble(&state)
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
    _ node: OpaquePointer, _ type: cmark_node_type, to assembler: inout InlineAssembler, depth: Int
  ) {
    let range = unsafe range(of: node)
    switch type {
    // What ends a line has no place of its own.
    case CMARK_NODE_LINEBREAK: assembler.add(Inline(.lineBreak, at: textStart..<textStart))
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
      assembler.add(image: image, labels: content.remarks.labels, &state)
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      if let kind = unsafe noteReference(node, depth: depth) {
        assembler.add(Inline(kind, at: range))
      }
    default: break
    }
  }

  private mutating func children(of node: OpaquePointer, _ depth: Int) -> [Inline] {
    var content = unsafe inlines(of: node, depth: depth + 1)
    content.restoreTrailing(&state)
    return content.inlines
  }

  private mutating func addText(
    _ node: OpaquePointer, to assembler: inout InlineAssembler
  ) {
    var length = 0
    guard let text = unsafe cmark_text(node, &length) else { return }
    let range = unsafe range(of: node)
    if !hasMetSign { hasMetSign = unsafe signs.stand(in: text, length) }
    if unsafe holdsMark(text, length) {
      assembler.add(markedText: unsafe bytes(text, length), at: range, &state)
    } else {
      unsafe state.words.add(UnsafeRawBufferPointer(start: text, count: length), at: range)
    }
  }

  // MARK: Notes

  /// The definitions of notes, which cmark sets at the end of the text.
  func notes(of root: OpaquePointer) -> [OpaquePointer] {
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

  mutating func reportNotes() {
    guard !state.found.footnotes.isEmpty else { return }
    var used: [(start: Int, hasText: Bool)] = []
    for index in unsafe notes.indices {
      let note = unsafe notes[index]
      let hasText = unsafe cmark_node_first_child(note) != nil
      used.append((unsafe range(of: note).lowerBound, hasText))
    }
    state.reportNotes(used: used)
  }
}

extension Int {
  /// The number written in decimal digits at the begin of a C string.
  fileprivate init?(bytes: UnsafePointer<CChar>?) {
    guard let bytes = unsafe bytes else { return nil }
    self.init(unsafe String(cString: bytes))
  }
}

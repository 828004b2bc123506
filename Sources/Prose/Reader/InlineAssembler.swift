import Reporting

/// Puts the inlines of one element together: resolves its marks and pairs what belongs together.
struct InlineAssembler: ~Copyable {
  enum Special {
    case mark(Int)
    case open(HTMLTag, Range<Int>)
    case close(String, Range<Int>)
  }

  /// A stretch that has begun and not ended yet.
  private struct Frame {
    var pairing: Mark.Pairing?
    var tag: HTMLTag?
    var range: Range<Int>
    var inlines: [Inline] = []
  }

  private var inlines: [Inline] = []
  /// Marks and tags, each before the inline of that position.
  private var specials: [(position: Int, special: Special)] = []
  private var frames: [Frame] = []
  private var piece = InlinePiece(inlines: [])
  /// Whether there is an image without alternative text, unless attributes give it one.
  var hasBareImage = false

  init(capacity: Int) { inlines.reserveCapacity(capacity) }

  mutating func add(_ inline: Inline) { inlines.append(inline) }

  /// Ends the text that is being read.
  mutating func endText(_ state: inout ReadingState) {
    guard !state.words.isEmpty else { return }
    let end = inlines.last?.range.upperBound ?? 0
    inlines.append(state.words.take(after: end))
  }

  mutating func add(special: Special) { specials.append((inlines.count, special)) }

  /// Splits a text at the marks in it.
  ///
  /// Citations are counted here and not when marks are paired, since notes are read between the
  /// texts of an element, and citations keep the order of reading.
  mutating func add(markedText text: [UInt8], at range: Range<Int>, _ state: inout ReadingState) {
    let marks = state.text.marks
    var start = 0
    var sourceStart = range.lowerBound
    var index = 0
    while true {
      while index < text.count, text[index] < 0xF3 { index += 1 }
      guard index < text.count else { break }
      guard let mark = MarkedText.markIndex(in: text.span, at: index), marks.indices.contains(mark)
      else {
        index += 1
        continue
      }
      var end = index
      if end - start >= 3, text[(end - 3)..<end].elementsEqual(MarkedText.flank) { end -= 3 }
      let place = marks[mark].range
      if start < end {
        let piece = sourceStart..<max(sourceStart, place.lowerBound)
        state.words.add(text[start..<end], at: piece)
      }
      endText(&state)
      if case .citation(let citation) = marks[mark].kind {
        state.resolve(citation, into: &inlines)
      } else {
        add(special: .mark(mark))
      }
      start = MarkedText.afterFlank(in: text, at: index + 4)
      index = start
      sourceStart = place.upperBound
    }
    if start < text.count {
      let piece = sourceStart..<max(sourceStart, range.upperBound)
      state.words.add(text[start...], at: piece)
    }
  }

  consuming func assemble(_ state: inout ReadingState) -> InlinePiece {
    guard !specials.isEmpty || holdsAdjacentTexts else {
      // Handed over, not copied.
      swap(&piece.inlines, &inlines)
      reportProblems(&state)
      return piece
    }
    frames = [Frame(range: 0..<0)]
    var next = 0
    for position in 0...inlines.count {
      while next < specials.count, specials[next].position == position {
        resolve(specials[next].special, isLast: position == inlines.count, &state)
        next += 1
      }
      if position < inlines.count { append(inlines[position]) }
    }
    while frames.count > 1 { restoreTopFrame(&state) }
    piece.inlines = frames[0].inlines
    reportProblems(&state)
    return piece
  }

  private func reportProblems(_ state: inout ReadingState) {
    if hasBareImage { state.reportBareImages(in: piece.inlines) }
    if state.hasUndefinedNotes { state.reportUndefinedNotes(in: piece.inlines) }
  }

  private var holdsAdjacentTexts: Bool {
    let inlines = inlines.span
    var isAdjacent = false
    for index in inlines.indices {
      guard case .text = inlines[index].kind else {
        isAdjacent = false
        continue
      }
      if isAdjacent { return true }
      isAdjacent = true
    }
    return false
  }

  /// Adds an inline to the innermost stretch; texts that touch become one.
  private mutating func append(_ inline: Inline) {
    let frame = frames.count - 1
    let last = frames[frame].inlines.count - 1
    if last < 0 || !frames[frame].inlines[last].take(inline) {
      frames[frame].inlines.append(inline)
    }
  }

  private mutating func appendSource(_ range: Range<Int>, _ state: ReadingState) {
    append(Inline(.text(state.sourceText(of: range)), at: range))
  }

  private mutating func resolve(
    _ special: Special, isLast: Bool, _ state: inout ReadingState
  ) {
    switch special {
    case .mark(let index): resolve(state.text.marks[index], isLast: isLast, &state)
    case .open(let tag, let range): open(Frame(tag: tag, range: range), &state)
    case .close(let name, let range): closeTag(name, at: range, &state)
    }
  }

  private mutating func resolve(_ mark: Mark, isLast: Bool, _ state: inout ReadingState) {
    switch mark.kind {
    case .literal, .noteLabel, .divOpen, .divClose, .htmlOpen, .htmlClose, .citation:
      appendSource(mark.range, state)
    case .reference(let labels, let form):
      for inline in state.references(to: labels, form, at: mark.range) { append(inline) }
    case .math(let math):
      state.formulas.append(Located(math, at: state.place(mark.range)))
      append(Inline(.math(state.number(math, at: mark.range)), at: mark.range))
    case .attributes(let attributes):
      if attach(attributes, at: mark.range) { return }
      if isLast, frames.count == 1 {
        trimEnd()
        piece.remarks.trailing = (attributes, mark.range)
      } else {
        appendSource(mark.range, state)
      }
    case .rawFormat(let format): leaveOutCode(for: format, at: mark.range, &state)
    case .open(let pairing): open(Frame(pairing: pairing, range: mark.range), &state)
    case .close(let pairing, let attributes):
      close(pairing, attributes, at: mark.range, &state)
    case .label(let label): piece.remarks.labels.append(label)
    case .text(let text): if !text.isEmpty { append(Inline(.text(text), at: mark.range)) }
    case .doubtful(let doubt, let text):
      append(Inline(.text(text), at: mark.range))
      state.report(doubtful: doubt, printedAs: text, at: mark.range)
    case .mistake(let mistake):
      appendSource(mark.range, state)
      state.report(mistake, at: mark.range)
    case .leftOut(let reason): state.report(leftOut: reason, at: mark.range)
    case .numbering(let numbering): piece.remarks.numbering = numbering
    case .definition:
      if frames.count == 1, frames[0].inlines.isEmpty {
        piece.remarks.isDefinition = true
      } else {
        appendSource(mark.range, state)
      }
    }
  }

  /// Gives attributes to the element right before them.
  private mutating func attach(_ attributes: Attributes, at range: Range<Int>) -> Bool {
    let frame = frames.count - 1
    guard let last = frames[frame].inlines.popLast() else { return false }
    let place = last.range.through(range)
    switch last.kind {
    case .link(var link):
      link.attributes.merge(attributes)
      frames[frame].inlines.append(Inline(.link(link), at: place))
    case .image(var image):
      image.attributes.merge(attributes)
      frames[frame].inlines.append(Inline(.image(image), at: place))
    case .code: frames[frame].inlines.append(Inline(.span(attributes, [last]), at: place))
    default:
      frames[frame].inlines.append(last)
      return false
    }
    return true
  }

  private mutating func trimEnd() {
    guard let last = frames[0].inlines.last, case .text(var text) = last.kind else { return }
    while text.last == "\n" { text.removeLast() }
    while text.last == " " { text.removeLast() }
    frames[0].inlines.removeLast()
    if !text.isEmpty { frames[0].inlines.append(Inline(.text(text), at: last.range)) }
  }

  /// Code for another format, such as LaTeX: none of it is for readers.
  private mutating func leaveOutCode(
    for format: String, at range: Range<Int>, _ state: inout ReadingState
  ) {
    let frame = frames.count - 1
    guard let last = frames[frame].inlines.last, case .code(let text) = last.kind else {
      appendSource(range, state)
      return
    }
    frames[frame].inlines.removeLast()
    if format == "html", state.options.trustsHTML {
      append(Inline(.html(text), at: last.range))
    } else {
      state.report(rawFormat: format, at: last.range.through(range))
    }
  }

  // MARK: - Stretches

  private mutating func open(_ frame: Frame, _ state: inout ReadingState) {
    if frames.count < CMarkReader.depthLimit {
      frames.append(frame)
    } else {
      state.reportDepth(at: frame.range)
    }
  }

  private mutating func close(
    _ pairing: Mark.Pairing, _ attributes: Attributes, at range: Range<Int>,
    _ state: inout ReadingState
  ) {
    guard let index = frames.lastIndex(where: { $0.pairing == pairing }) else {
      appendSource(range, state)
      return
    }
    while frames.count - 1 > index { restoreTopFrame(&state) }
    let frame = frames.removeLast()
    let place = frame.range.lowerBound..<max(frame.range.lowerBound, range.upperBound)
    let (inline, label) = state.stretch(pairing, attributes, frame.inlines, at: place)
    if let inline { append(inline) }
    if let label { piece.remarks.labels.append(label) }
  }

  private mutating func closeTag(
    _ name: String, at range: Range<Int>, _ state: inout ReadingState
  ) {
    guard let index = frames.lastIndex(where: { $0.tag?.name == name }) else { return }
    while frames.count - 1 > index { restoreTopFrame(&state) }
    let frame = frames.removeLast()
    let place = frame.range.lowerBound..<max(frame.range.lowerBound, range.upperBound)
    if let kind = frame.tag?.kind(around: frame.inlines, &state, at: place) {
      append(Inline(kind, at: place))
    } else {
      for inline in frame.inlines { append(inline) }
    }
  }

  /// A stretch without an end was none: its delimiter is text; a tag is left out.
  private mutating func restoreTopFrame(_ state: inout ReadingState) {
    let frame = frames.removeLast()
    if frame.pairing != nil { appendSource(frame.range, state) }
    for inline in frame.inlines { append(inline) }
  }
}

extension Inline {
  /// Adds another text to the end of this one; false where one of them is none.
  fileprivate mutating func take(_ next: Inline) -> Bool {
    guard case .text(var text) = kind, case .text(let more) = next.kind else { return false }
    // Held once, it grows where it lies.
    kind = .lineBreak
    text += more
    kind = .text(text)
    range = range.through(next.range)
    return true
  }
}

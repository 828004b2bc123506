// Elements of HTML that hold other blocks. Their tags may be missing or cross each other, which is
// never worth a word: what they hold is read all the same.
extension BlockAssembler {
  mutating func open(_ tag: HTMLTag, at range: Range<Int>, _ state: inout ReadingState) {
    guard frames.count < CMarkReader.depthLimit else { return state.reportDepth(at: range) }
    frames.append(Frame(attributes: tag.attributes.ofPlace, range: range, tag: tag.name))
  }

  mutating func close(_ name: String, at range: Range<Int>, _ state: inout ReadingState) {
    guard let index = frames.lastIndex(where: { $0.tag == name || $0.tag == nil }),
      frames[index].tag == name
    else { return }
    while frames.count > index + 1 { closeElement(at: nil, &state) }
    closeElement(at: range, &state)
  }

  /// Ends the innermost element.
  mutating func closeElement(at range: Range<Int>?, _ state: inout ReadingState) {
    var frame = frames.removeLast()
    frame.finishDefinitions()
    let end = range?.upperBound ?? frame.blocks.last?.range.upperBound ?? frame.range.upperBound
    let place = frame.range.lowerBound..<max(frame.range.lowerBound, end)
    switch frame.tag {
    case "figcaption":
      if let figure = frames.lastIndex(where: { $0.tag == "figure" || $0.tag == nil }),
        frames[figure].tag == "figure"
      {
        frames[figure].words = frame.words
      } else if let words = frame.words {
        state.add(words, at: place, to: &frames[frames.count - 1].blocks)
      }
      append(frame.blocks)
    case "figure": close(figure: frame, at: place, &state)
    case let name? where HTMLTag.headingLevel(name) != nil:
      if var words = frame.words, let level = HTMLTag.headingLevel(name) {
        if !frame.attributes.isEmpty { words.remarks.trailing = (frame.attributes, frame.range) }
        append([state.heading(level: level, words, at: place)])
      }
      append(frame.blocks)
    case _ where frame.attributes.isEmpty: append(frame.blocks)
    default:
      var attributes = frame.attributes
      if let id = attributes.id { attributes.id = state.claim(explicit: id, at: frame.range) }
      append([Block(.div(attributes, frame.blocks), at: place)])
    }
  }

  private mutating func close(
    figure frame: Frame, at range: Range<Int>, _ state: inout ReadingState
  ) {
    var words = frame.words ?? InlinePiece(inlines: [])
    if let id = frame.attributes.id { words.remarks.labels.insert(id, at: 0) }
    if words.inlines.isBlank {
      // As in Markdown, the words for an image are its caption.
      append(frame.images.map { state.figure($0, labels: words.remarks.labels, at: $0.range) })
      append(frame.blocks)
    } else if !frame.images.isEmpty {
      append([state.figure(of: frame.images, caption: words, at: range)])
      append(frame.blocks)
    } else {
      append(frame.blocks)
      if case .table? = last?.kind, setCaption(words, at: range, &state) { return }
      state.add(words, at: range, to: &frames[frames.count - 1].blocks)
    }
  }

  /// Takes a paragraph that a heading, a figure's caption or its images are made of; false for
  /// another.
  mutating func take(_ piece: InlinePiece) -> Bool {
    guard let index = frames.lastIndex(where: { $0.gathers || $0.tag == nil }),
      let tag = frames[index].tag
    else { return false }
    if tag == "figure" {
      guard let images = piece.onlyImages else { return false }
      frames[index].images += images
    } else if var words = frames[index].words {
      words.inlines.append(Inline(.lineBreak, at: piece.inlines.first?.range ?? 0..<0))
      words.inlines += piece.inlines
      words.remarks.labels += piece.remarks.labels
      frames[index].words = words
    } else {
      frames[index].words = piece
    }
    return true
  }
}

extension BlockAssembler.Frame {
  /// Whether it is more than the blocks inside it.
  fileprivate var gathers: Bool {
    guard let tag else { return false }
    return tag == "figure" || tag == "figcaption" || HTMLTag.headingLevel(tag) != nil
  }
}

extension Attributes {
  /// What an element says of its place and language, and not of its looks.
  fileprivate var ofPlace: Attributes {
    Attributes(id: id, classes: classes, pairs: pairs.filter { ["lang", "dir"].contains($0.key) })
  }
}

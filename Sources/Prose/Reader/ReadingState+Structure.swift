import Reporting

extension ReadingState {
  mutating func blocks(of pieces: [BlockPiece]) -> [Block] {
    var assembler = BlockAssembler(pieces: pieces)
    return assembler.assemble(&self)
  }

  mutating func list(_ list: ListPiece) -> Block {
    let items = list.items.map { item in
      List.Item(blocks: blocks(of: item.pieces), isChecked: item.isChecked, range: item.range)
    }
    var result = List(items: items, start: list.start, isTight: list.isTight)
    result.numbering = list.numbering
    return Block(.list(result), at: list.range)
  }

  /// A heading with its anchor, which labels may refer to.
  mutating func heading(level: Int, _ piece: InlinePiece, at range: Range<Int>) -> Block {
    var attributes = Attributes.none
    var labels = piece.remarks.labels
    var explicit: String?
    if let trailing = piece.remarks.trailing {
      attributes = trailing.attributes
      explicit = attributes.id
      attributes.id = nil
      report(ignored: attributes, at: trailing.range)
    }
    let title = piece.inlines.plainText
    var id: String?
    if let explicit {
      labels.append(explicit)
      id = claim(explicit: explicit, at: range)
    }
    if id == nil, options.makesAnchors { id = claim(wish: Slug.make(of: title)) }
    if let id {
      let target = CrossReference.Target(kind: .section, id: id, title: title)
      define(labels, as: target)
      section = target
    }
    return Block(
      .heading(Heading(level: level, inlines: piece.inlines, id: id, attributes: attributes)),
      at: range)
  }

  /// Adds what a paragraph is: a figure, a formula, verse or text; nothing if all of it was left
  /// out.
  mutating func add(_ piece: InlinePiece, at range: Range<Int>, to blocks: inout [Block]) {
    if options.makesFigures, addFigures(of: piece, at: range, to: &blocks) { return }
    if let math = piece.onlyFormula {
      blocks.append(Block(.mathBlock(math), at: range))
      return
    }
    var words = piece.inlines
    if !piece.saysNothing {
      var whole = piece
      whole.restoreTrailing(&self)
      // A label in running text names the section.
      if let section { define(whole.remarks.labels, as: section) }
      words = whole.inlines
    }
    guard !words.isBlank else { return }
    if options.readsScholarlySyntax, let lines = words.verse {
      blocks.append(Block(.lineBlock(lines), at: range))
    } else {
      blocks.append(Block(.paragraph(words), at: range))
    }
  }

  /// Adds the figures of a paragraph and the text among them; false if there are none.
  private mutating func addFigures(
    of piece: InlinePiece, at range: Range<Int>, to blocks: inout [Block]
  ) -> Bool {
    guard var images = piece.onlyImages else {
      return piece.holdsLabelledImage && addFigures(among: piece, at: range, to: &blocks)
    }
    // Attributes after a blank can only be meant for the image.
    if let trailing = piece.remarks.trailing {
      images[images.count - 1].attributes.merge(trailing.attributes)
    }
    for (number, image) in images.enumerated() {
      // Labels between images belong to the one before them; most stand after the last.
      blocks.append(
        figure(
          image, labels: number == images.count - 1 ? piece.remarks.labels : [],
          at: images.count == 1 ? range : image.range))
    }
    return true
  }

  /// Adds the figures among the lines of a paragraph and the text around them; false if there are
  /// none.
  ///
  /// An image that fills its line and has a label is one, as the template of JOSS has it.
  private mutating func addFigures(
    among piece: InlinePiece, at range: Range<Int>, to blocks: inout [Block]
  ) -> Bool {
    let lines = piece.inlines.lines.filter { !$0.isEmpty }.map { InlinePiece(inlines: $0) }
    let figures = lines.map(\.labelledImage)
    guard figures.contains(where: { $0 != nil }) else { return false }
    var text = piece
    text.inlines = []
    for (line, image) in zip(lines, figures) {
      if let image {
        add(text: &text, to: &blocks)
        blocks.append(figure(image, labels: [], at: image.range))
      } else {
        if let end = text.inlines.last?.range.upperBound {
          text.inlines.append(Inline(.text("\n"), at: end..<end))
        }
        text.inlines += line.inlines
      }
    }
    add(text: &text, to: &blocks)
    return true
  }

  private mutating func add(text piece: inout InlinePiece, to blocks: inout [Block]) {
    defer { piece = InlinePiece(inlines: []) }
    guard let first = piece.inlines.first, let last = piece.inlines.last else { return }
    let end = max(first.range.upperBound, last.range.upperBound)
    add(piece, at: first.range.lowerBound..<end, to: &blocks)
  }

  /// Images over one caption, which may have labels of their own.
  mutating func figure(of images: [Image], caption words: InlinePiece, at range: Range<Int>)
    -> Block
  {
    var figure = Figure(images: images)
    var words = words
    for index in images.indices {
      if let id = images[index].attributes.id { words.remarks.labels.append(id) }
      figure.images[index].attributes.id = nil
    }
    figure.caption = caption(of: words, isTable: false, at: range)
    return Block(.figure(figure), at: range)
  }

  mutating func figure(_ image: Image, labels: [String], at range: Range<Int>) -> Block {
    var figure = Figure(images: [image])
    var content = InlinePiece(inlines: words(under: image))
    var labels = labels
    if let id = image.attributes.id { labels.insert(id, at: 0) }
    if let label = image.attributes[key: "label"] { labels.append(label) }
    content.remarks.labels = labels
    figure.images[0].attributes.id = nil
    figure.images[0].title = ""
    if !content.inlines.isEmpty || !labels.isEmpty {
      figure.caption = caption(of: content, isTable: false, at: range)
    }
    return Block(.figure(figure), at: range)
  }

  /// What the caption of an image says: its words in brackets and its title, which only a mouse would
  /// show, and where many name the source or the owner; its title alone where that is a caption with
  /// a number.
  private mutating func words(under image: Image) -> [Inline] {
    let end = image.range.upperBound
    let title = Inline(.text(image.title), at: end..<end)
    if image.title.ownNumber(isTable: false) != nil { return [title] }
    place(image.alternative.citations, in: .text)
    let words = image.alternative
    if image.title.isEmpty || words.plainText.contains(image.title) { return words }
    return words.isEmpty ? [title] : words + [Inline(.text(" (\(image.title))"), at: end..<end)]
  }

  /// The caption of a figure or table: its number, and the anchor that labels refer to.
  mutating func caption(of piece: InlinePiece, isTable: Bool, at range: Range<Int>) -> Caption {
    var caption = Caption(inlines: piece.inlines.trimmed)
    var labels = piece.remarks.labels
    if let (attributes, range) = piece.remarks.trailing {
      caption.attributes = attributes
      if let id = attributes.id { labels.insert(id, at: 0) }
      caption.attributes.id = nil
      report(ignored: caption.attributes, at: range)
    }
    var number = isTable ? tables : figures
    if let own = caption.inlines.plainText.ownNumber(isTable: isTable) {
      number = max(number, own)
    } else {
      number += 1
      caption.number = number
    }
    if isTable { tables = number } else { figures = number }
    if let label = labels.first { caption.id = claim(explicit: label, at: range) }
    if caption.id == nil, options.makesAnchors {
      caption.id = claim(wish: isTable ? "table-\(number)" : "fig-\(number)")
    }
    if let id = caption.id {
      define(
        labels,
        as: CrossReference.Target(kind: isTable ? .table : .figure, id: id, number: number))
    }
    return caption
  }

  mutating func report(unclosedDivAt range: Range<Int>) {
    report.add(.divUnclosed(at: place(range)))
  }

  mutating func report(strayDivAt range: Range<Int>) {
    report.add(.divStray(at: place(range)))
  }
}

extension InlinePiece {
  /// The text that it begins with; nil where it begins with another inline.
  var firstWords: String? {
    let span = inlines.span
    guard !span.isEmpty, case .text(let words) = span[0].kind else { return nil }
    return words
  }

  /// Whether it begins with words, as do paragraphs that are neither a figure nor a formula.
  private var beginsWithWords: Bool {
    firstWords.map { !$0.utf8.allSatisfy(isBlank) } ?? false
  }

  fileprivate var holdsLabelledImage: Bool {
    let span = inlines.span
    for index in span.indices {
      if case .image(let image) = span[index].kind, image.attributes.id != nil { return true }
    }
    return false
  }

  /// The images of a paragraph that holds nothing else.
  var onlyImages: [Image]? {
    if beginsWithWords { return nil }
    var images: [Image] = []
    for inline in inlines {
      switch inline.kind {
      case .image(let image): images.append(image)
      case .lineBreak: continue
      case .text(let text) where text.utf8.allSatisfy(isBlank): continue
      default: return nil
      }
    }
    return images.isEmpty ? nil : images
  }

  /// The image of a line that holds nothing else, if it has a label.
  fileprivate var labelledImage: Image? {
    guard let images = onlyImages, images.count == 1, images[0].attributes.id != nil else {
      return nil
    }
    return images[0]
  }

  /// The formula of a paragraph that holds nothing else.
  fileprivate var onlyFormula: Math? {
    if beginsWithWords { return nil }
    var formula: Math?
    for inline in inlines {
      switch inline.kind {
      case .math(let math) where math.isDisplay && formula == nil: formula = math
      case .text(let text) where text.utf8.allSatisfy(isBlank): continue
      default: return nil
      }
    }
    return remarks.trailing == nil ? formula : nil
  }
}

extension String {
  /// The number an author wrote at the begin of a caption, as in "Figure 3: …" or "شکل ۳".
  fileprivate func ownNumber(isTable: Bool) -> Int? {
    let kind: CrossReference.Kind = isTable ? .table : .figure
    let parts = split(maxSplits: 2) { $0.isWhitespace || ".:\u{A0}".contains($0) }
    guard parts.count >= 2, kind.isCalled(String(parts[0])) else { return nil }
    let digits = parts[1].prefix { $0.isWholeNumber }
    guard !digits.isEmpty, digits.count < 5 else { return nil }
    return digits.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) }
  }
}

extension Diagnostic {
  fileprivate static func divUnclosed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "div-unclosed", "Block ':::' has no end", at: range,
      hint: "Add a line ':::' where it ends")
  }

  fileprivate static func divStray(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "div-stray", "Line ':::' ends a block that has not begun", at: range,
      hint: "Remove it")
  }
}

import Reporting

extension ReadingState {
  mutating func blocks(of item: ListPiece.Item) -> [Block] {
    var assembler = BlockAssembler(pieces: item.pieces)
    return assembler.assemble(&self)
  }

  mutating func list(_ list: ListPiece) -> Block {
    let items = list.items.map { item in
      List.Item(blocks: blocks(of: item), isChecked: item.isChecked, range: item.range)
    }
    return Block(
      .list(List(items: items, start: list.start, isTight: list.isTight)), at: list.range)
  }

  /// A heading with its anchor, which labels may refer to.
  mutating func heading(level: Int, _ piece: InlinePiece, at range: Range<Int>) -> Block {
    var attributes = Attributes.none
    var labels = piece.labels
    var explicit: String?
    if let trailing = piece.trailing {
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

  /// What a paragraph is: a figure, a formula, verse or text; nothing if all of it was left out.
  mutating func blocks(of piece: InlinePiece, at range: Range<Int>) -> [Block] {
    if options.makesFigures, var images = piece.onlyImages {
      // Attributes after a blank can only be meant for the image.
      if let trailing = piece.trailing {
        images[images.count - 1].attributes.merge(trailing.attributes)
      }
      return images.enumerated().map { number, image in
        // Labels between images belong to the one before them; most stand after the last.
        figure(
          image, labels: number == images.count - 1 ? piece.labels : [],
          at: images.count == 1 ? range : image.range)
      }
    }
    if let math = piece.onlyFormula { return [Block(.mathBlock(math), at: range)] }
    var piece = piece
    piece.restoreTrailing(&self)
    // A label in running text names the section.
    if let section { define(piece.labels, as: section) }
    guard !piece.inlines.isBlank else { return [] }
    if options.readsScholarlySyntax, let lines = piece.inlines.verse {
      return [Block(.lineBlock(lines), at: range)]
    }
    return [Block(.paragraph(piece.inlines), at: range)]
  }

  private mutating func figure(_ image: Image, labels: [String], at range: Range<Int>) -> Block {
    var figure = Figure(images: [image])
    var content = InlinePiece(inlines: image.alternative)
    content.labels = labels
    if let id = image.attributes.id { content.labels.insert(id, at: 0) }
    if let label = image.attributes[key: "label"] { content.labels.append(label) }
    figure.images[0].attributes.id = nil
    if !content.inlines.isEmpty || !content.labels.isEmpty {
      figure.caption = caption(of: content, isTable: false, at: range)
    }
    return Block(.figure(figure), at: range)
  }

  /// The caption of a figure or table: its number, and the anchor that labels refer to.
  mutating func caption(of piece: InlinePiece, isTable: Bool, at range: Range<Int>) -> Caption {
    var caption = Caption(inlines: piece.inlines.trimmed)
    var labels = piece.labels
    if let (attributes, range) = piece.trailing {
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
  /// The images of a paragraph that holds nothing else.
  fileprivate var onlyImages: [Image]? {
    var images: [Image] = []
    for inline in inlines {
      switch inline.kind {
      case .image(let image): images.append(image)
      case .softBreak, .lineBreak: continue
      case .text(let text) where text.utf8.allSatisfy(isBlank): continue
      default: return nil
      }
    }
    return images.isEmpty ? nil : images
  }

  /// The formula of a paragraph that holds nothing else.
  fileprivate var onlyFormula: Math? {
    var formula: Math?
    for inline in inlines {
      switch inline.kind {
      case .math(let math) where math.isDisplay && formula == nil: formula = math
      case .softBreak: continue
      case .text(let text) where text.utf8.allSatisfy(isBlank): continue
      default: return nil
      }
    }
    return trailing == nil ? formula : nil
  }
}

extension String {
  /// The number an author wrote at the begin of a caption, as in "Figure 3: …" or "شکل ۳".
  fileprivate func ownNumber(isTable: Bool) -> Int? {
    let words =
      isTable
      ? ["table", "tab", "tabelle", "tableau", "tabla", "جدول", "الجدول"]
      : ["figure", "fig", "abbildung", "abb", "figura", "شكل", "الشكل", "شکل", "تصویر"]
    let parts = split(maxSplits: 2) { $0.isWhitespace || ".:\u{A0}".contains($0) }
    guard parts.count >= 2, words.contains(parts[0].lowercased()) else { return nil }
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

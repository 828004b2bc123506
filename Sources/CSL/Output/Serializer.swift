import Bibliography

/// Turns an output tree into formatted text; the only place that looks at neighbouring texts.
///
/// One pass, linear: opening and closing marks wait until the next text is known, so that
/// punctuation can still move in front of a closing quotation mark, and empty pairs vanish.
/// `Serializer+Marks.swift` writes the marks that need wait no longer.
struct Serializer {
  /// An opening or closing mark.
  struct Mark {
    enum Kind: UInt8 { case style, quote, display, link, cite, isolate }

    var kind: Kind
    var opens = true
    /// The style that a mark opens or closes.
    var style = FormattedText.Style.italic
    /// The display, the variable of a link, the item of a cite, or the marks of a quotation.
    var info: Int32 = 0
  }

  /// What has been written.
  var bytes = ByteBuffer()
  var formats: [FormattedText.Mark] = []
  var waiting = Buffer<Mark>()
  private(set) var quotationMarks: QuotationMarks
  /// Whether there may be characters to raise.
  var raises = true
  private var punctuationInQuote: Bool
  /// What is open, the outermost first.
  private var marks = Buffer<Mark>()
  private var quoteDepth = 0
  /// The fonts in force.
  private var fonts = Formatting()
  /// The last character written, 0 at the start.
  var last: UInt8 = 0

  init(style: CompiledStyle) {
    quotationMarks = style.quotationMarks
    punctuationInQuote = style.options.punctuationInQuote
  }

  /// Goes on with texts of another style.
  mutating func begin(_ style: CompiledStyle) {
    quotationMarks = style.quotationMarks
    punctuationInQuote = style.options.punctuationInQuote
  }

  /// The formatted text of a tree.
  mutating func format(_ root: Int32, of tree: OutputTree) -> FormattedText {
    bytes.removeAll()
    formats = []
    waiting.removeAll()
    quoteDepth = 0
    fonts = Formatting()
    last = 0
    walk(tree.nodes[Int(root)], tree)
    if last == 0x20, waits(where: { $0.kind == .display }) != nil {
      // Space at the end stands behind the block.
      dropLast()
      flush()
      append(0x20)
    } else {
      flush()
    }
    dropEmptyPairs()
    var text = FormattedText(Array(bytes.all))
    // Handed over, not copied.
    swap(&text.marks, &formats)
    return raises ? text.raisingCharacters() : text
  }

  private mutating func walk(_ entry: OutputTree.Node, _ tree: OutputTree) {
    if entry.isText {
      guard entry.first < entry.last else { return }
      if entry.tag == .delimiter, dropsDelimiter(before: entry.next, tree) { return }
    }
    let isFormatted = entry.format.visible.bits != 0
    let outer = fonts
    let opened = marks.count
    if isFormatted { open(entry) }
    if entry.isText {
      write(entry, tree)
    } else {
      walkChildren(entry.first, tree)
    }
    if isFormatted {
      close(downTo: opened)
      fonts = outer
    }
  }

  private mutating func walkChildren(_ first: Int32, _ tree: OutputTree) {
    var child = first
    while child >= 0 {
      let entry = tree.nodes[Int(child)]
      walk(entry, tree)
      child = entry.next
    }
  }

  /// A delimiter gives way to text that brings its own.
  private func dropsDelimiter(before next: Int32, _ tree: OutputTree) -> Bool {
    var node = next
    while node >= 0 {
      let entry = tree.nodes[Int(node)]
      if entry.isText {
        guard entry.first < entry.last else {
          node = entry.next
          continue
        }
        switch tree.byte(at: Int(entry.first), of: entry) {
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"): return true
        default: return false
        }
      }
      guard !entry.format.hasQuotes else { return false }
      node = entry.first
    }
    return false
  }

  // MARK: Marks

  /// Opens what a node asks for, the outermost first.
  private mutating func open(_ entry: OutputTree.Node) {
    let format = entry.format
    if format.isCite { open(Mark(kind: .cite, info: entry.info)) }
    if format.display != 0 {
      open(Mark(kind: .display, info: Int32(format.display)))
    }
    if format.isLink { open(Mark(kind: .link, info: entry.info)) }
    if format.hasQuotes {
      let pair = quotationMarks.pair(format.typedQuotes, depth: quoteDepth)
      let flag: Int32 = format.keepsPunctuation ? 0x100 : 0
      open(Mark(kind: .quote, info: Int32(pair.rawValue) | flag))
      quoteDepth += 1
    }
    if format.isIsolated { open(Mark(kind: .isolate)) }
    guard format.fonts != 0 else { return }
    openFont(.verticalAlign, format)
    openFont(.decoration, format)
    openFont(.weight, format)
    openFont(.variant, format)
    openFont(.style, format)
  }

  private mutating func open(_ mark: Mark) {
    marks.append(mark)
    waiting.append(mark)
  }

  private mutating func openFont(_ property: Formatting.Property, _ format: Formatting) {
    guard format[property] != 0,
      let style = change(property, to: format[property], flips: format.isMarkup)
    else { return }
    open(Mark(kind: .style, style: style))
  }

  /// The style to open so that a property has a value; markup in text that asks for what is there
  /// already turns it off.
  private mutating func change(_ property: Formatting.Property, to value: UInt32, flips: Bool)
    -> FormattedText.Style?
  {
    let current = fonts[property]
    var value = value
    if property == .verticalAlign {
      // Raised text in raised text is raised again.
      fonts[property] = value
      return value == 2 ? .superscript : value == 3 ? .subscript : current > 1 ? .baseline : nil
    }
    if current == value {
      guard flips, value == 2 else { return nil }
      value = 1
    }
    if value == 1, current <= 1 { return nil }
    fonts[property] = value
    switch (property, value) {
    case (.style, 1): return .normalStyle
    case (.style, _): return .italic
    case (.variant, 1): return .normalVariant
    case (.variant, _): return .smallCaps
    case (.weight, 1): return .normalWeight
    case (.weight, 2): return .bold
    case (.weight, _): return .light
    case (.decoration, 1): return .noUnderline
    default: return .underline
    }
  }

  /// Closes marks, or forgets them if no text came in between.
  private mutating func close(downTo opened: Int) {
    while marks.count > opened, var mark = marks.popLast() {
      if mark.kind == .quote { quoteDepth -= 1 }
      if let top = waiting.last, top.opens, top.kind == mark.kind, top.style == mark.style,
        top.info == mark.info
      {
        waiting.removeLast()
        continue
      }
      mark.opens = false
      waiting.append(mark)
    }
  }

  // MARK: Text

  private mutating func write(_ entry: OutputTree.Node, _ tree: OutputTree) {
    var start = Int(entry.first)
    let end = Int(entry.last)
    let first = tree.byte(at: start, of: entry)
    if first <= UInt8(ascii: "?"), Punctuation.isMark(first) || first == 0x20,
      !beginsWithDots(entry, tree)
    {
      if movesInside(first) {
        join(first)
        start += 1
      } else {
        start += joint(first)
      }
    }
    guard start < end else { return }
    if !waiting.isEmpty { flush() }
    tree.append(entry, from: start, to: &bytes)
    last = tree.byte(at: end - 1, of: entry)
  }

  /// "...": no full stop, which would take the space in front of it.
  private func beginsWithDots(_ entry: OutputTree.Node, _ tree: OutputTree) -> Bool {
    let start = Int(entry.first)
    return start + 1 < Int(entry.last) && tree.byte(at: start, of: entry) == UInt8(ascii: ".")
      && tree.byte(at: start + 1, of: entry) == UInt8(ascii: ".")
  }

  private mutating func append(_ byte: UInt8) {
    bytes.append(byte)
    last = byte
  }

  /// Settles a mark with the one before it, which may go; 1 if the mark itself goes.
  private mutating func joint(_ mark: UInt8) -> Int {
    while true {
      switch Punctuation.join(lastCharacter(before: mark), mark) {
      case .both: return 0
      case .first: return 1
      case .second: dropLast()
      }
    }
  }

  /// Adds one punctuation mark to what is written, merged with the one before it.
  private mutating func join(_ mark: UInt8) {
    while true {
      switch Punctuation.join(last, mark) {
      case .both: return append(mark)
      case .first: return
      case .second: dropLast()
      }
    }
  }

  /// The character a mark meets; a closing quotation mark hides what is inside, unless the style
  /// sets punctuation inside.
  private func lastCharacter(before mark: UInt8) -> UInt8 {
    guard !punctuationInQuote, waits(where: { $0.kind == .quote }) != nil else { return last }
    // "…?’." says no more than "…?’".
    return mark == UInt8(ascii: ".") && Punctuation.endsSentence(last) ? last : 0
  }

  private mutating func dropLast() {
    guard bytes.count > formats.last?.place ?? 0 else {
      // Behind a closed format: the character is left in place.
      last = 0
      return
    }
    bytes.removeLast()
    last = bytes.last ?? 0
  }

  /// Commas and full stops stand inside the closing quotation mark where the locale says so
  /// (CSL 1.0.2, "Locale Options"), and marks inside the block they end; opens the way there.
  private mutating func movesInside(_ mark: UInt8) -> Bool {
    guard !waiting.isEmpty else { return false }
    let canQuote =
      punctuationInQuote
      && (mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "!")
        || mark == UInt8(ascii: "?"))
    let closing = waits {
      $0.kind == .quote && canQuote && $0.info < 0x100 || $0.kind == .display && mark != 0x20
    }
    guard let closing else { return false }
    for index in 0..<closing { write(waiting[index]) }
    waiting.removeFirst(closing)
    return true
  }

  /// The first closing mark of a kind that waits.
  private func waits(where isMeant: (Mark) -> Bool) -> Int? {
    for index in waiting.indices where !waiting[index].opens && isMeant(waiting[index]) {
      return index
    }
    return nil
  }

  private mutating func flush() {
    for index in waiting.indices { write(waiting[index]) }
    waiting.removeAll()
  }
}

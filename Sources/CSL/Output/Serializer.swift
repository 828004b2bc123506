import Bibliography

/// Turns an output tree into formatted text; the only place that looks at neighbouring texts.
///
/// One pass, linear: opening and closing marks wait until the next text is known, so that
/// punctuation can still move in front of a closing quotation mark, and empty pairs vanish.
/// `Serializer+Build.swift` makes the tree of `FormattedText` from the marks.
struct Serializer {
  enum Mark: UInt8 {
    case text
    case open, close
    case openQuote, closeQuote
    case openDisplay, closeDisplay
    case openLink, closeLink
  }

  /// The marks of a quotation: those of the language, or as they were typed.
  private enum Quotes: UInt8 { case outer, inner, double, single }

  struct Piece {
    var mark: Mark
    /// The style that a mark opens or closes.
    var style = FormattedText.Style.italic
    /// The text in `bytes`; for an opening mark where its text begins.
    var range: Range<Int32> = 0..<0
    /// The display, the variable of a link, or the marks of a quotation.
    var info: Int32 = 0
  }

  let style: CompiledStyle
  let punctuationInQuote: Bool
  /// The curly marks that are the language's outer and inner ones.
  private let outerQuotes: Formatting.TypedQuotes
  private let innerQuotes: Formatting.TypedQuotes
  var bytes: [UInt8] = []
  var pieces: [Piece] = []
  var waiting: [Piece] = []
  /// What is open, the outermost first.
  private var marks: [Piece] = []
  private var quoteDepth = 0
  /// The fonts in force.
  private var fonts = Formatting()
  /// The last character written, 0 at the start.
  private var last: UInt8 = 0

  init(style: CompiledStyle) {
    self.style = style
    punctuationInQuote = style.options.punctuationInQuote
    outerQuotes = style.typedQuotes(.openQuote, .closeQuote)
    innerQuotes = style.typedQuotes(.openInnerQuote, .closeInnerQuote)
  }

  /// The formatted text of a tree.
  mutating func format(_ root: Int32, of tree: OutputTree) -> FormattedText {
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    quoteDepth = 0
    fonts = Formatting()
    last = 0
    walk(root, tree)
    if last == 0x20, waiting.contains(where: { $0.mark == .closeDisplay }) {
      // Space at the end stands behind the block.
      dropLast()
      pieces += waiting
      append(0x20)
    } else {
      pieces += waiting
    }
    return build()
  }

  private mutating func walk(_ node: Int32, _ tree: OutputTree) {
    let entry = tree.nodes[Int(node)]
    if entry.isText {
      guard entry.first < entry.last else { return }
      if entry.tag == .delimiter, dropsDelimiter(before: entry.next, tree) { return }
    }
    guard entry.format.visible.bits != 0 else {
      if entry.isText {
        write(Int(entry.first)..<Int(entry.last), tree)
      } else {
        walkChildren(entry.first, tree)
      }
      return
    }
    let outer = fonts
    let opened = marks.count
    open(entry)
    if entry.isText {
      write(Int(entry.first)..<Int(entry.last), tree)
    } else {
      walkChildren(entry.first, tree)
    }
    close(downTo: opened)
    fonts = outer
  }

  private mutating func walkChildren(_ first: Int32, _ tree: OutputTree) {
    var child = first
    while child >= 0 {
      walk(child, tree)
      child = tree.nodes[Int(child)].next
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
        switch tree.bytes[Int(entry.first)] {
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
    if format.display != 0 {
      open(Piece(mark: .openDisplay, info: Int32(format.display)))
    }
    if format.isLink { open(Piece(mark: .openLink, info: entry.info)) }
    if format.hasQuotes {
      let flag: Int32 = format.keepsPunctuation ? 0x100 : 0
      open(Piece(mark: .openQuote, info: Int32(quotes(format.typedQuotes).rawValue) | flag))
      quoteDepth += 1
    }
    guard format.fonts != 0 else { return }
    openFont(.verticalAlign, format)
    openFont(.decoration, format)
    openFont(.weight, format)
    openFont(.variant, format)
    openFont(.style, format)
  }

  /// The marks at this depth.
  ///
  /// Curly ones that are not the outer ones of the language stand as they were typed: ‘less’ in a
  /// title, or the letters of ‘ulamā’.
  private func quotes(_ typed: Formatting.TypedQuotes) -> Quotes {
    let byDepth: Quotes = quoteDepth % 2 == 0 ? .outer : .inner
    if typed == .none || typed == outerQuotes { return byDepth }
    if typed == innerQuotes { return quoteDepth == 0 ? .inner : byDepth }
    return typed == .double ? .double : .single
  }

  private mutating func open(_ piece: Piece) {
    marks.append(piece)
    waiting.append(piece)
  }

  private mutating func openFont(_ property: Formatting.Property, _ format: Formatting) {
    guard format[property] != 0,
      let style = change(property, to: format[property], flips: format.isMarkup)
    else { return }
    open(Piece(mark: .open, style: style))
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
    while marks.count > opened, let mark = marks.popLast() {
      if mark.mark == .openQuote { quoteDepth -= 1 }
      if let top = waiting.last, top.mark == mark.mark, top.style == mark.style,
        top.info == mark.info
      {
        waiting.removeLast()
        continue
      }
      var piece = mark
      switch mark.mark {
      case .open: piece.mark = .close
      case .openQuote: piece.mark = .closeQuote
      case .openDisplay: piece.mark = .closeDisplay
      default: piece.mark = .closeLink
      }
      waiting.append(piece)
    }
  }

  // MARK: Text

  private mutating func write(_ range: Range<Int>, _ tree: OutputTree) {
    var start = range.lowerBound
    let first = tree.bytes[start]
    if Punctuation.isMark(first) || first == 0x20 {
      if movesInside(first) {
        join(first)
        start += 1
      } else {
        start += joint(first)
      }
    }
    guard start < range.upperBound else { return }
    flush()
    appendRaised(start..<range.upperBound, tree)
  }

  /// Text, its raised characters as raised text.
  private mutating func appendRaised(_ range: Range<Int>, _ tree: OutputTree) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      while index < range.upperBound, tree.bytes[index] < 0xC2 { index += 1 }
      guard index < range.upperBound else { break }
      guard Superscripts.mayBegin(tree.bytes[index]),
        let (base, length) = Superscripts.base(at: index, in: tree.bytes, end: range.upperBound)
      else {
        index += 1
        continue
      }
      if index > start { append(tree.bytes[start..<index]) }
      pieces.append(Piece(mark: .open, style: .superscript))
      append(ArraySlice(base.utf8))
      pieces.append(Piece(mark: .close, style: .superscript))
      index += length
      start = index
    }
    if range.upperBound > start { append(tree.bytes[start..<range.upperBound]) }
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    bytes += text
    noteText(from: bytes.count - text.count)
  }

  private mutating func append(_ byte: UInt8) {
    bytes.append(byte)
    noteText(from: bytes.count - 1)
  }

  /// Text was added: a piece of its own, or more of the last one.
  private mutating func noteText(from start: Int) {
    let end = Int32(truncatingIfNeeded: bytes.count)
    if let top = pieces.last, top.mark == .text {
      pieces[pieces.count - 1].range = top.range.lowerBound..<end
    } else {
      pieces.append(Piece(mark: .text, range: Int32(truncatingIfNeeded: start)..<end))
    }
    if start < bytes.count { last = bytes[bytes.count - 1] }
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
    guard !punctuationInQuote, !waiting.isEmpty,
      waiting.contains(where: { $0.mark == .closeQuote })
    else {
      return last
    }
    // "…?’." says no more than "…?’".
    return mark == UInt8(ascii: ".") && Punctuation.endsSentence(last) ? last : 0
  }

  private mutating func dropLast() {
    guard let top = pieces.last, top.mark == .text, !bytes.isEmpty else {
      // Behind a closed format: the character is left in place.
      last = 0
      return
    }
    bytes.removeLast()
    last = bytes.last ?? 0
    if top.range.count <= 1 {
      pieces.removeLast()
    } else {
      pieces[pieces.count - 1].range = top.range.lowerBound..<Int32(bytes.count)
    }
  }

  /// Commas and full stops stand inside the closing quotation mark where the locale says so
  /// (CSL 1.0.2, "Locale Options"), and marks inside the block they end; opens the way there.
  private mutating func movesInside(_ mark: UInt8) -> Bool {
    guard !waiting.isEmpty else { return false }
    let canQuote =
      punctuationInQuote
      && (mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "!")
        || mark == UInt8(ascii: "?"))
    guard
      let index = waiting.firstIndex(where: {
        $0.mark == .closeQuote && canQuote && $0.info < 0x100
          || $0.mark == .closeDisplay && mark != 0x20
      })
    else { return false }
    for piece in waiting[..<index] { flush(piece) }
    waiting.removeFirst(index)
    return true
  }

  private mutating func flush() {
    for piece in waiting { flush(piece) }
    waiting.removeAll(keepingCapacity: true)
  }

  /// The mark that opens or closes a quotation.
  func quote(_ piece: Piece) -> ArraySlice<UInt8> {
    let opens = piece.mark == .openQuote
    return switch Quotes(rawValue: UInt8(piece.info & 0xFF)) ?? .outer {
    case .outer: style.pool[style.terms.text(opens ? .openQuote : .closeQuote).range]
    case .inner: style.pool[style.terms.text(opens ? .openInnerQuote : .closeInnerQuote).range]
    case .double: ArraySlice((opens ? "“" : "”").utf8)
    case .single: ArraySlice((opens ? "‘" : "’").utf8)
    }
  }

  private mutating func flush(_ piece: Piece) {
    var piece = piece
    switch piece.mark {
    case .openQuote, .closeQuote: return append(quote(piece))
    case .openLink: piece.range = Int32(bytes.count)..<Int32(bytes.count)
    default: break
    }
    pieces.append(piece)
  }
}

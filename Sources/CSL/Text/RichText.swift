/// Puts a field's rich text into an output tree: tags, quotation marks, apostrophes.
///
/// Markup is what CSL-JSON knows; any other `<` is text. Quotation marks that pair become quoted
/// containers, so that the serializer sets the locale's marks by depth.
struct RichText {
  private enum Kind: UInt8 {
    case text, open, close, doubleOpen, doubleClose, doubleStraight
    case singleOpen, singleClose, singleStraight
    /// A guillemet with the space inside it.
    case leftGuillemet, rightGuillemet
  }

  private struct Token {
    var kind: Kind
    var range: Range<Int>
    var format = Formatting()
    /// The token that closes this one, or that this one closes.
    var partner = -1
    var canOpen = false
    var canClose = false
  }

  private var tokens: [Token] = []
  /// The tokens that may still be closed, at most `deepest`.
  private var open: [Int] = []
  /// Markup is read so deep, counted from the innermost; what stands around that is text.
  ///
  /// Trees are walked by functions that call themselves, and each closing token looks through what
  /// is open.
  static let deepest = 64
  /// Whether the quotation marks stand as they were typed, without punctuation moving in.
  var keepsPunctuation = false

  init() {}

  /// Whether text with this byte has to be parsed.
  static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0xE2, 0xC2: true
    default: false
    }
  }

  /// Appends a text to `parent`; its leaves get `format`.
  mutating func append(
    _ text: Range<Int>, of source: [UInt8], to parent: Int32, in tree: inout OutputTree
  ) {
    tokens.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    tokenize(text, source)
    pair()
    emit(source, parent, &tree)
  }

  // MARK: Tokens

  private mutating func tokenize(_ text: Range<Int>, _ source: [UInt8]) {
    var index = text.lowerBound
    var start = index
    func flush(_ end: Int) {
      if end > start { tokens.append(Token(kind: .text, range: start..<end)) }
    }
    while index < text.upperBound {
      // Most bytes are letters.
      guard source[index] <= UInt8(ascii: "<") || source[index] >= 0xC2,
        let token = token(at: index, in: source, text)
      else {
        index += 1
        continue
      }
      flush(index)
      tokens.append(token)
      index = token.range.upperBound
      start = index
    }
    flush(index)
  }

  private func token(at index: Int, in source: [UInt8], _ text: Range<Int>) -> Token? {
    switch source[index] {
    case UInt8(ascii: "<"): return tag(at: index, in: source, text)
    case UInt8(ascii: "\""): return quote(.doubleStraight, 1, at: index, in: source, text)
    case UInt8(ascii: "'"): return quote(.singleStraight, 1, at: index, in: source, text)
    case 0xC2 where source[index..<text.upperBound].starts(with: [0xC2, 0xAB, 0x20]):
      return Token(kind: .leftGuillemet, range: index..<(index + 3))
    case 0x20 where source[index..<text.upperBound].starts(with: [0x20, 0xC2, 0xBB]):
      return Token(kind: .rightGuillemet, range: index..<(index + 3))
    case 0xE2 where index + 2 < text.upperBound && source[index + 1] == 0x80:
      switch source[index + 2] {
      case 0x98: return quote(.singleOpen, 3, at: index, in: source, text)
      case 0x99: return quote(.singleClose, 3, at: index, in: source, text)
      case 0x9C: return quote(.doubleOpen, 3, at: index, in: source, text)
      case 0x9D: return quote(.doubleClose, 3, at: index, in: source, text)
      default: return nil
      }
    default: return nil
    }
  }

  private func tag(at index: Int, in source: [UInt8], _ text: Range<Int>) -> Token? {
    let limit = min(text.upperBound, index + 48)
    guard let end = source[index..<limit].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let inside = source[(index + 1)..<end]
    let range = index..<(end + 1)
    if inside.first == UInt8(ascii: "/") {
      switch String(decoding: inside.dropFirst(), as: UTF8.self) {
      case "i": return Token(kind: .close, range: range, format: .italic)
      case "b": return Token(kind: .close, range: range, format: .bold)
      case "sup": return Token(kind: .close, range: range, format: .superscript)
      case "sub": return Token(kind: .close, range: range, format: .subscript)
      case "sc": return Token(kind: .close, range: range, format: .smallCaps)
      case "span": return Token(kind: .close, range: range, format: .none)
      default: return nil
      }
    }
    guard let format = RichText.format(ofTag: inside) else { return nil }
    return Token(kind: .open, range: range, format: format)
  }

  private static func format(ofTag tag: ArraySlice<UInt8>) -> Formatting? {
    switch String(decoding: tag, as: UTF8.self) {
    case "i": return .italic
    case "b": return .bold
    case "sup": return .superscript
    case "sub": return .subscript
    case "sc": return .smallCaps
    default: break
    }
    guard tag.starts(with: "span ".utf8) else { return nil }
    let text = String(decoding: tag.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    switch text {
    case #"spanclass="nocase""#, "spanclass='nocase'":
      var format = Formatting()
      format.isNocase = true
      return format
    case #"spanclass="nodecor""#:
      var format = Formatting(.style, 1)
      format.isNocase = true
      format[.variant] = 1
      format[.weight] = 1
      format[.decoration] = 1
      return format
    case #"spanstyle="font-variant:small-caps;""#, #"spanstyle="font-variant:small-caps""#:
      return .smallCaps
    default: return nil
    }
  }

  private func quote(
    _ kind: Kind, _ length: Int, at index: Int, in source: [UInt8], _ text: Range<Int>
  ) -> Token {
    var token = Token(kind: kind, range: index..<(index + length))
    let before = index > text.lowerBound ? source[index - 1] : UInt8(ascii: " ")
    let after =
      index + length < text.upperBound ? source[index + length] : UInt8(ascii: " ")
    token.canOpen = opensAfter(before, index, source, text) && after > 0x20
    // A mark or tag in front has to open too.
    if let last = tokens.last, last.range.upperBound == index, last.kind != .text {
      token.canOpen = token.canOpen && (last.kind == .open || last.canOpen)
    }
    token.canClose = before > 0x20 && closesBefore(after, index + length, source, text)
    return token
  }

  /// A quotation mark opens at the start, after a space, a bracket, a dash or another mark.
  private func opensAfter(_ byte: UInt8, _ index: Int, _ source: [UInt8], _ text: Range<Int>)
    -> Bool
  {
    switch byte {
    case 0...0x20, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "/"),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ">"):
      return true
    case 0xA0:
      return index >= text.lowerBound + 2 && source[index - 2] == 0xC2
    case 0x93, 0x94, 0x98, 0x9C:  // – — ‘ “
      return index >= text.lowerBound + 3 && source[index - 3] == 0xE2 && source[index - 2] == 0x80
    default: return false
    }
  }

  /// It closes before the end, a space, punctuation, a tag or another mark.
  private func closesBefore(_ byte: UInt8, _ index: Int, _ source: [UInt8], _ text: Range<Int>)
    -> Bool
  {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      return false
    case 0xE2:
      return index + 1 < text.upperBound && source[index + 1] == 0x80
    case 0xC2: return true
    default: return byte < 0x80
    }
  }

  // MARK: Pairs

  private mutating func pair() {
    for index in tokens.indices {
      switch tokens[index].kind {
      case .text, .leftGuillemet, .rightGuillemet: break
      case .open, .doubleOpen, .singleOpen: open(index)
      case .close:
        let format = tokens[index].format
        close(index) { token in
          token.kind == .open
            && (token.format == format
              || format == .none
                && (token.format.isNocase || token.format == .smallCaps))
        }
      case .doubleClose: close(index) { $0.kind == .doubleOpen }
      case .singleClose:
        if tokens[index].canClose { close(index) { $0.kind == .singleOpen } }
      case .doubleStraight, .singleStraight:
        let kind = tokens[index].kind
        // In "rock 'n' roll" both are apostrophes.
        if kind == .singleStraight, let top = open.last, top == index - 2,
          tokens[top].kind == kind, tokens[index - 1].range.count == 1
        {
          open.removeLast()
          break
        }
        if tokens[index].canClose, close(index, { $0.kind == kind }) { break }
        if tokens[index].canOpen { open(index) }
      }
    }
  }

  private mutating func open(_ index: Int) {
    if open.count == RichText.deepest { open.removeFirst() }
    open.append(index)
  }

  /// Pairs a closing token with the innermost that it can close; what is open inside stays text.
  @discardableResult
  private mutating func close(_ index: Int, _ test: (Token) -> Bool) -> Bool {
    guard let place = open.lastIndex(where: { test(tokens[$0]) }) else { return false }
    let partner = open[place]
    open.removeLast(open.count - place)
    tokens[partner].partner = index
    tokens[index].partner = partner
    return true
  }

  // MARK: Output

  private mutating func emit(_ source: [UInt8], _ parent: Int32, _ tree: inout OutputTree) {
    var parents = [parent]
    var start = tree.bytes.count
    func flush() {
      guard tree.bytes.count > start, let top = parents.last else { return }
      tree.appendText(from: start, to: top)
      start = tree.bytes.count
    }
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .text: tree.bytes.append(token.range, of: source)
      case .leftGuillemet: tree.bytes += "«\u{202F}".utf8
      case .rightGuillemet: tree.bytes += "\u{202F}»".utf8
      case _ where token.partner > index:
        flush()
        var format = token.format
        if token.kind != .open {
          format.hasQuotes = true
          format.typedQuotes =
            switch token.kind {
            case .doubleOpen: .double
            case .singleOpen: .single
            default: .none
            }
          format.keepsPunctuation = keepsPunctuation
        }
        format.isMarkup = true
        guard let top = parents.last else { return }
        parents.append(tree.appendContainer(format, to: top))
      case _ where token.partner >= 0:
        flush()
        if parents.count > 1 { parents.removeLast() }
      case .singleStraight: tree.bytes += "\u{2019}".utf8
      default: tree.bytes.append(token.range, of: source)
      }
    }
    flush()
  }
}

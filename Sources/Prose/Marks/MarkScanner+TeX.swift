extension MarkScanner {
  /// An escape of CommonMark, or a command of TeX.
  mutating func scanBackslash() {
    let next = byte(index + 1)
    if scanLetter() { return }
    guard isASCIILetter(next) else { return scanEscape(of: next) }
    var nameEnd = index + 1
    while isASCIILetter(byte(nameEnd)) { nameEnd += 1 }
    let name = String(decoding: source[index + 1..<nameEnd], as: UTF8.self)
    switch name {
    case "begin": scanEnvironment(after: nameEnd)
    case "section", "subsection", "subsubsection", "paragraph", "chapter":
      putHeading(name, after: nameEnd)
    case "SI", "si", "num", "ang", "qty", "unit", "SIrange", "qtyrange", "numrange":
      putQuantity(name, after: nameEnd)
    case "ref", "autoref", "cref", "Cref", "eqref", "pageref", "nameref":
      scanReference(name, after: nameEnd)
    case "label":
      guard let close = argumentEnd(nameEnd) else { return leaveOut(after: nameEnd, name: name) }
      let label = String(decoding: source[nameEnd + 1..<close], as: UTF8.self)
      found.labels.insert(label)
      put(.label(label), over: index..<close + 1)
    case "footnote":
      guard let close = argumentEnd(nameEnd) else { return leaveOut(after: nameEnd, name: name) }
      putInlineNote(nameEnd + 1..<close, over: index..<close + 1)
    case "url", "href": putLink(name, after: nameEnd)
    case "textcolor": putColored(after: nameEnd)
    case "S" where beginsNumber(nameEnd): put(.text("§\u{A0}"), over: index..<afterBlanks(nameEnd))
    case "newcommand", "renewcommand", "providecommand", "def", "DeclareMathOperator":
      if !defineMacro(name, after: nameEnd) { leaveOut(after: nameEnd, name: name) }
    case _ where Self.citeCommands.contains(name):
      scanCiteCommand(name, after: nameEnd)
    default:
      if let pairing = Self.pairing(of: name), let close = argumentEnd(nameEnd) {
        let closer = Closer(offset: close, length: 1, kind: .close(pairing, .none))
        open(pairing, length: nameEnd + 1 - index, until: closer)
      } else if let character = Self.character(of: name) {
        var end = nameEnd
        if byte(end) == UInt8(ascii: "{"), byte(end + 1) == UInt8(ascii: "}") { end += 2 }
        put(.text(character), over: index..<end)
      } else {
        leaveOut(after: nameEnd, name: name)
      }
    }
  }

  /// The words of `\textcolor{red}{…}`, without their colour.
  private mutating func putColored(after nameEnd: Int) {
    guard let color = argumentEnd(nameEnd), let close = argumentEnd(color + 1) else {
      return leaveOut(after: nameEnd, name: "textcolor")
    }
    let closer = Closer(offset: close, length: 1, kind: .close(.span, .none))
    open(.span, length: color + 2 - index, until: closer)
  }

  /// Whether a number or a reference to one follows, as in `\S 3`; `\S` alone is rather a pattern.
  private func beginsNumber(_ offset: Int) -> Bool {
    let next = afterBlanks(offset)
    return isASCIIDigit(byte(next)) || source[next..<end].starts(with: "\\ref{".utf8)
  }

  private func afterBlanks(_ offset: Int) -> Int {
    var next = offset
    while byte(next) == UInt8(ascii: " ") || byte(next) == UInt8(ascii: "~") { next += 1 }
    return next
  }

  /// What stands behind a backslash and is no letter.
  private mutating func scanEscape(of next: UInt8) {
    if scanBookdown() { return }
    let after = byte(index + 2)
    if next == UInt8(ascii: " "), joinsWords(before: index, after: index + 2) {
      put(.text("\u{A0}"), over: index..<index + 2)
    } else if next == UInt8(ascii: ","), isWordByte(byte(index - 1)), isWordByte(after) {
      put(.text("\u{202F}"), over: index..<index + 2)
    } else if next == UInt8(ascii: "(") || next == UInt8(ascii: "["), scanTeXMath() {
      return
    } else {
      index += isASCIIPunctuation(next) ? 2 : 1
    }
  }

  /// Whether `\ ` or `~` between two offsets is pandoc's or TeX's blank that never breaks a line.
  func joinsWords(before: Int, after: Int) -> Bool {
    let previous = byte(before - 1)
    guard previous == UInt8(ascii: ".") || isASCIILetter(previous) || isASCIIDigit(previous) else {
      return false
    }
    switch byte(after) {
    case UInt8(ascii: "@"), UInt8(ascii: "$"): return true
    case UInt8(ascii: "\\"): return isASCIILetter(byte(after + 1))
    case UInt8(ascii: "["): return byte(after + 1) == UInt8(ascii: "@")
    case let next: return source[before] == UInt8(ascii: "\\") && next > 0x20 && isWordByte(next)
    }
  }

  func isWordByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || byte >= 0x80
  }

  /// A group of TeX: a letter as in `G{\"o}del`, or words in another face as in `{\em so}`; false
  /// for other braces.
  mutating func scanGroup() -> Bool {
    guard byte(index + 1) == UInt8(ascii: "\\"), let close = argumentEnd(index) else {
      return false
    }
    if let letter = spelledLetter(at: index + 1), letter.end == close {
      put(.text(letter.text), over: index..<close + 1)
      return true
    }
    var nameEnd = index + 2
    while isASCIILetter(byte(nameEnd)) { nameEnd += 1 }
    let name = String(decoding: source[index + 2..<nameEnd], as: UTF8.self)
    guard let pairing = Self.face(of: name) else { return false }
    while isBlank(byte(nameEnd)) { nameEnd += 1 }
    guard nameEnd < close else { return false }
    let closer = Closer(offset: close, length: 1, kind: .close(pairing, .none))
    open(pairing, length: nameEnd - index, until: closer)
    return true
  }

  private static func face(of command: String) -> Mark.Pairing? {
    switch command {
    case "bf", "bfseries": .strong
    case "em", "it", "itshape", "sl", "slshape": .emphasis
    case "tt", "ttfamily": .code
    case "sc", "scshape": .smallCaps
    case "rm", "rmfamily", "sf", "sffamily", "small", "footnotesize", "large", "normalfont": .span
    default: nil
    }
  }

  private static func pairing(of command: String) -> Mark.Pairing? {
    switch command {
    case "textbf": .strong
    case "emph", "textit", "textsl": .emphasis
    case "texttt": .code
    case "textsc": .smallCaps
    case "textsuperscript": .superscript
    case "textsubscript": .subscript
    case "sout": .strikethrough
    case "underline", "textrm", "textsf", "textnormal", "mbox": .span
    default: nil
    }
  }

  private static func character(of command: String) -> String? {
    switch command {
    case "LaTeX": "LaTeX"
    case "TeX": "TeX"
    case "ldots", "dots", "textellipsis": "…"
    case "textendash": "–"
    case "textemdash": "—"
    case "textbackslash": "\\"
    case "checkmark": "✓"
    case "copyright", "textcopyright": "©"
    case "textregistered": "®"
    case "texttrademark": "™"
    case "textmu": "µ"
    case "textbullet": "•"
    case "textless": "<"
    case "textgreater": ">"
    case "textbar": "|"
    case "textasciicircum": "^"
    case "textquotesingle": "'"
    case "textasciitilde": "~"
    case "textdegree", "degree": "°"
    case "dag", "dagger": "†"
    case "ddag": "‡"
    default: nil
    }
  }

  /// The brace that closes an argument which begins at `offset`.
  func argumentEnd(_ offset: Int) -> Int? {
    byte(offset) == UInt8(ascii: "{")
      ? source.closingBrace(of: offset, until: min(segmentEnd, end, offset + 2_000)) : nil
  }

  /// Leaves out a command with its arguments; what may also be a path, such as `C:\Users` or `a\b`,
  /// is printed and reported.
  mutating func leaveOut(after nameEnd: Int, name: String) {
    let previous = byte(index - 1)
    let isInWord = previous == UInt8(ascii: ":") || isLetterByte(previous) && copied < index
    if isInWord || name.utf8.count == 1, argumentEnd(nameEnd) == nil { return putPath() }
    var offset = nameEnd
    if byte(offset) == UInt8(ascii: "*") { offset += 1 }
    while true {
      if byte(offset) == UInt8(ascii: "["), let close = closingBracket(of: offset) {
        offset = close + 1
      } else if let close = argumentEnd(offset) {
        offset = close + 1
      } else {
        break
      }
    }
    put(.leftOut(.tex), over: index..<offset)
  }

  /// Prints names behind backslashes as they stand, and has them reported.
  private mutating func putPath() {
    var pathEnd = index
    repeat {
      pathEnd += 1
      while isWordByte(byte(pathEnd)) { pathEnd += 1 }
    } while byte(pathEnd) == UInt8(ascii: "\\") && isASCIILetter(byte(pathEnd + 1))
    let text = String(decoding: source[index..<pathEnd], as: UTF8.self)
    put(.doubtful(.path, text), over: index..<pathEnd)
  }
}

extension MarkScanner {
  /// An escape of CommonMark, or a command of TeX.
  mutating func scanBackslash() {
    let next = byte(index + 1)
    guard isASCIILetter(next), isASCIILetter(byte(index + 2)) else {
      if next == UInt8(ascii: " "), joinsWords(before: index, after: index + 2) {
        put(.text("\u{A0}"), over: index..<index + 2)
        return
      }
      if next == UInt8(ascii: "(") || next == UInt8(ascii: "["), scanTeXMath() { return }
      if scanAccent() || isASCIILetter(next) && scanLetterCommand() { return }
      index += isASCIIPunctuation(next) ? 2 : 1
      return
    }
    var nameEnd = index + 1
    while isASCIILetter(byte(nameEnd)) { nameEnd += 1 }
    let name = String(decoding: source[index + 1..<nameEnd], as: UTF8.self)
    switch name {
    case "begin": scanEnvironment(after: nameEnd)
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
    case "cite", "citep", "parencite", "autocite", "citet", "textcite", "citealp", "citealt",
      "citeauthor", "citeyear", "citeyearpar", "Citep", "Citet", "footcite", "smartcite",
      "supercite", "fullcite":
      scanCiteCommand(name, after: nameEnd)
    default:
      if let pairing = Self.pairing(of: name), let close = argumentEnd(nameEnd) {
        let closer = Closer(offset: close, length: 1, kind: .close(pairing, .none))
        open(pairing, length: nameEnd + 1 - index, until: closer)
      } else if let letter = Self.letter(of: name) {
        putLetter(letter, after: nameEnd)
      } else if let character = Self.character(of: name) {
        var end = nameEnd
        if byte(end) == UInt8(ascii: "{"), byte(end + 1) == UInt8(ascii: "}") { end += 2 }
        put(.text(character), over: index..<end)
      } else {
        leaveOut(after: nameEnd, name: name)
      }
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

  private func isWordByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || byte >= 0x80
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

  /// Writes `\url{…}` and `\href{…}{…}` as links of Markdown.
  private mutating func putLink(_ name: String, after nameEnd: Int) {
    guard let close = argumentEnd(nameEnd) else { return leaveOut(after: nameEnd, name: name) }
    let address = nameEnd + 1..<close
    var words = address
    var end = close + 1
    if name == "href" {
      guard let last = argumentEnd(end) else { return leaveOut(after: nameEnd, name: name) }
      words = end + 1..<last
      end = last + 1
    }
    let isPlain = source[address].allSatisfy { !isBlank($0) && $0 != 0x3C && $0 != 0x3E }
    guard isPlain, !address.isEmpty else { return leaveOut(after: nameEnd, name: name) }
    flush(upTo: index)
    text.put("[".utf8, for: index..<end)
    text.copy(words, of: source)
    text.put("](<".utf8, for: index..<end)
    text.copy(address, of: source)
    text.put(">)".utf8, for: index..<end)
    copied = end
    index = end
  }

  private mutating func scanReference(_ name: String, after nameEnd: Int) {
    guard let close = argumentEnd(nameEnd) else { return leaveOut(after: nameEnd, name: name) }
    let form: CrossReference.Form =
      switch name {
      case "ref", "pageref": .number
      case "eqref": .parenthesized
      default: .labelled
      }
    let labels = source[nameEnd + 1..<close].split(separator: UInt8(ascii: ","))
      .map { String(decoding: $0.filter { !isBlank($0) }, as: UTF8.self) }
    put(.reference(labels: labels, form), over: index..<close + 1)
  }

  /// `\citep[see][p. 3]{a,b}`: the last bracket is the locator.
  private mutating func scanCiteCommand(_ name: String, after nameEnd: Int) {
    var offset = nameEnd
    var notes: [Range<Int>] = []
    while byte(offset) == UInt8(ascii: "["), let close = closingBracket(of: offset) {
      notes.append(offset + 1..<close)
      offset = close + 1
    }
    guard let close = argumentEnd(offset) else { return leaveOut(after: nameEnd, name: name) }
    let mode: Citation.Cite.Mode =
      switch name {
      case "citet", "Citet", "textcite": .authorInText
      case "citeauthor": .authorOnly
      case "citeyear", "citeyearpar": .suppressAuthor
      default: .normal
      }
    var cites: [Citation.Cite] = []
    var start = offset + 1
    for part in source[start..<close].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    {
      let key = String(decoding: part.filter { !isBlank($0) }, as: UTF8.self)
      if !key.isEmpty {
        cites.append(Citation.Cite(key: key, range: start..<start + part.count, mode: mode))
      }
      start += part.count + 1
    }
    guard !cites.isEmpty else { return leaveOut(after: nameEnd, name: name) }
    if let last = notes.last {
      let (locator, suffix) = LocatorParser.parse(source[last])
      cites[cites.count - 1].locator = locator
      cites[cites.count - 1].suffix = suffix
    }
    if notes.count > 1 { cites[0].prefix = CitationParser.richText(source[notes[0]]) }
    let range = index..<close + 1
    put(.citation(Citation(cites: cites, range: range)), over: range)
  }

  /// `\begin{equation}…\end{equation}` is a formula; other environments are left out.
  private mutating func scanEnvironment(after nameEnd: Int) {
    guard let brace = argumentEnd(nameEnd) else { return leaveOut(after: nameEnd, name: "begin") }
    let name = Array(source[nameEnd + 1..<brace])
    let closer = Array("\\end{".utf8) + name + Array("}".utf8)
    guard let close = find(closer, from: brace + 1, until: min(end, index + 20_000)) else {
      return leaveOut(after: nameEnd, name: "begin")
    }
    let range = index..<close + closer.count
    let plain = name.last == UInt8(ascii: "*") ? Array(name.dropLast()) : name
    let content = brace + 1..<close
    // Numbers are ours to give: each environment becomes the one without.
    switch String(decoding: plain, as: UTF8.self) {
    case "equation", "displaymath", "math", "subequations":
      putMath(content, over: range, isDisplay: true)
    case "align", "flalign": putMath(content, over: range, isDisplay: true, in: "align*")
    case "alignat": putMath(content, over: range, isDisplay: true, in: "alignat*")
    case "gather", "multline": putMath(content, over: range, isDisplay: true, in: "gather*")
    case "eqnarray": putMath(content, over: range, isDisplay: true, in: "array", columns: "{rcl}")
    case let name where putFloat(name, content, over: range): break
    default: put(.leftOut(.tex), over: range)
    }
  }

  /// Leaves out a command with its arguments, unless it is part of a path such as `C:\Users`.
  mutating func leaveOut(after nameEnd: Int, name: String) {
    let previous = byte(index - 1)
    guard previous != UInt8(ascii: ":"), !isASCIILetter(previous) else {
      index = nameEnd
      return
    }
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
}

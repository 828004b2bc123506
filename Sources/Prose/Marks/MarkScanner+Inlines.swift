extension MarkScanner {
  /// Steps over a code span; two backticks may also be the quotation marks of LaTeX.
  mutating func scanBackticks() {
    var length = 0
    while byte(index + length) == UInt8(ascii: "`") { length += 1 }
    let next = codeSpanEnd(from: index + length, length: length)
    if length == 2, let close = quotationEnd(before: next) {
      put(.text("“"), over: index..<index + 2)
      closers.append(Closer(offset: close.lowerBound, length: close.count, kind: .text("”")))
    } else {
      if let next, lines.followsRow { escapeBars(in: index..<next) }
      index = next ?? index + length
    }
  }

  /// Lets a bar in the code of a row stay there, as pandoc does; for GitHub it ends the cell.
  private mutating func escapeBars(in code: Range<Int>) {
    for bar in code where source[bar] == UInt8(ascii: "|") && source[bar - 1] != UInt8(ascii: "\\")
    {
      flush(upTo: bar)
      text.put("\\".utf8, for: bar..<bar)
    }
  }

  /// The offset after the run of as many backticks that closes a code span.
  private mutating func codeSpanEnd(from start: Int, length: Int) -> Int? {
    guard !fruitless.backticks.contains(length) else { return nil }
    if let end = runEnd(from: start, length: length) { return end }
    fruitless.backticks.insert(length)
    return nil
  }

  private func runEnd(from start: Int, length: Int) -> Int? {
    var offset = start
    while offset < segmentEnd {
      guard source[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      var count = 0
      while byte(offset + count) == UInt8(ascii: "`") { count += 1 }
      offset += count
      if count == length { return offset }
    }
    return nil
  }

  /// The two apostrophes that close a quotation, or the straight quotation mark of the careless;
  /// nothing if the backticks are a code span.
  private func quotationEnd(before codeEnd: Int?) -> Range<Int>? {
    guard !isBlank(byte(index + 2)) else { return nil }
    var close = index + 2
    while close < segmentEnd, source[close] != UInt8(ascii: "\""),
      source[close] != UInt8(ascii: "'") || byte(close + 1) != UInt8(ascii: "'")
    {
      close += 1
    }
    guard close < segmentEnd else { return nil }
    let range = close..<close + (source[close] == UInt8(ascii: "\"") ? 1 : 2)
    guard let codeEnd else { return range }
    // Backticks after a blank and before a letter open a second quotation: no code ends there.
    let opensAgain = isBlank(byte(codeEnd - 3)) && !isBlank(byte(codeEnd))
    return close < codeEnd - 2 && opensAgain ? range : nil
  }

  /// A citation, a span with attributes, or a link or note that is left to cmark.
  mutating func scanOpeningBracket() {
    if byte(index + 1) == UInt8(ascii: "^") {
      skipNoteReference()
      return
    }
    countBracket()
    let isImage = byte(index - 1) == UInt8(ascii: "!") && copied < index
    // The label after the words of a link or an image.
    let isLabel = byte(index - 1) == UInt8(ascii: "]") && copied < index
    guard let close = closingBracket(of: index) else {
      if beginsCitation(index) {
        put(.mistake(.citation), over: index..<index + 1)
      } else {
        index += 1
      }
      return
    }
    if isImage, !beginsCitation(index) || "([".utf8.contains(byte(close + 1)) {
      noteImage(index..<close + 1)
      index += 1
    } else if let citation = parser(index + 1..<close).parseGroup() {
      // What cites in the words of a link stands within them.
      if byte(close + 1) == UInt8(ascii: "("), linkEnd(from: close + 1) != nil {
        index += 1
        return
      }
      putCitation(citation, over: index..<close + 1)
    } else if isLabel {
      noteLabel(index..<close + 1)
      index += 1
    } else if byte(close + 1) == UInt8(ascii: "{"),
      let (attributes, next) = parseAttributes(at: close + 1)
    {
      note(attributes)
      let closer = Closer(
        offset: close, length: next - close, kind: .close(.span, attributes))
      open(.span, until: closer)
    } else {
      if byte(index + 1) == UInt8(ascii: "@"), key(at: index + 1) == nil {
        report(strayCitation: index..<close + 1)
      }
      if !"([:".utf8.contains(byte(close + 1)) {
        found.shortcuts.insert(Self.folded(source[index + 1..<close]))
      }
      index += 1
    }
  }

  /// Whether a key follows a bracket at once, so that it cannot be meant as a link.
  private func beginsCitation(_ bracket: Int) -> Bool {
    let next = byte(bracket + 1) == UInt8(ascii: "-") ? bracket + 2 : bracket + 1
    return byte(next) == UInt8(ascii: "@") && key(at: next) != nil
  }

  /// The text of a label without regard to case and blanks.
  static func folded(_ text: ArraySlice<UInt8>) -> String {
    text.split(whereSeparator: isBlank).map { String(decoding: $0, as: UTF8.self).lowercased() }
      .joined(separator: " ")
  }

  private mutating func skipNoteReference() {
    var offset = index + 2
    while offset < segmentEnd, !isBlank(source[offset]), source[offset] != UInt8(ascii: "[") {
      if source[offset] == UInt8(ascii: "]") {
        found.noteReferences.insert(String(decoding: source[index + 2..<offset], as: UTF8.self))
        index = offset + 1
        return
      }
      offset += 1
    }
    index += 2
  }

  /// Ends a span, or steps over the destination of a link.
  mutating func scanClosingBracket() {
    if close() { return }
    if byte(index + 1) == UInt8(ascii: "("), let end = linkEnd(from: index + 1) {
      index = end
    } else if let close = spacedFileEnd(from: index + 1) {
      // pandoc takes blanks in the names of files; CommonMark wants angle brackets around them.
      flush(upTo: index + 2)
      text.put("<".utf8, for: index + 2..<index + 2)
      flush(upTo: close)
      text.put(">".utf8, for: close..<close)
      index = close
    } else {
      index += 1
    }
  }

  /// The closing parenthesis after the name of an image file with blanks in it.
  private func spacedFileEnd(from open: Int) -> Int? {
    guard byte(open) == UInt8(ascii: "(") else { return nil }
    var close = open + 1
    let limit = min(segmentEnd, open + 300)
    while close < limit, !")<>\n\"'".utf8.contains(source[close]) { close += 1 }
    guard byte(close) == UInt8(ascii: ")"), close < limit else { return nil }
    let name = String(decoding: source[open + 1..<close], as: UTF8.self).lowercased()
    let formats = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf"]
    return formats.contains(where: name.hasSuffix) ? close : nil
  }

  /// The end of a link's destination: before its title or closing parenthesis.
  private func linkEnd(from open: Int) -> Int? {
    var offset = open + 1
    while byte(offset) == UInt8(ascii: " ") { offset += 1 }
    if byte(offset) == UInt8(ascii: "<"), offset < segmentEnd {
      return source[offset..<segmentEnd].firstIndex(of: UInt8(ascii: ">"))
    }
    var depth = 0
    while offset < segmentEnd, offset - open < 4_000 {
      switch source[offset] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return offset }
        depth -= 1
      case UInt8(ascii: "\\"): offset += 1
      case let byte where isBlank(byte):
        // Only a title may follow.
        while offset < segmentEnd, isBlank(source[offset]) { offset += 1 }
        return "\"'()".utf8.contains(self.byte(offset)) ? offset : nil
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// The bracket that closes the one at `open`, in the same paragraph and not too far away.
  func closingBracket(of open: Int) -> Int? {
    var depth = 0
    var offset = open
    let limit = min(segmentEnd, open + 3_000)
    while offset < limit {
      switch source[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "`"):
        var length = 0
        while byte(offset + length) == UInt8(ascii: "`") { length += 1 }
        offset = (runEnd(from: offset + length, length: length) ?? offset + length) - 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return offset }
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// `x^2^` and the note `^[…]`.
  mutating func scanCaret() {
    if close() { return }
    if byte(index + 1) == UInt8(ascii: "["), let close = closingBracket(of: index + 1) {
      putInlineNote(index + 2..<close, over: index..<close + 1)
    } else if byte(index + 1) == UInt8(ascii: "[") {
      put(.mistake(.note), over: index..<index + 1)
    } else if let end = shortStretchEnd(UInt8(ascii: "^")) {
      open(
        .superscript,
        until: Closer(offset: end, length: 1, kind: .close(.superscript, .none)))
    } else {
      index += 1
    }
  }

  /// `H~2~O`; after a blank `~so~` is struck as on GitHub.
  ///
  /// One tilde without a partner is that of TeX, or only a sign.
  mutating func scanTilde() {
    if close() { return }
    let previous = byte(index - 1)
    let beginsWord = index == start || isBlank(previous) || previous == UInt8(ascii: "(")
    if byte(index + 1) == UInt8(ascii: "~") {
      while byte(index) == UInt8(ascii: "~") { index += 1 }
    } else if joinsWords(before: index, after: index + 1) {
      put(.text("\u{A0}"), over: index..<index + 1)
    } else if let end = beginsWord ? struckEnd() : shortStretchEnd(UInt8(ascii: "~")) {
      let pairing: Mark.Pairing = beginsWord ? .strikethrough : .subscript
      open(pairing, until: Closer(offset: end, length: 1, kind: .close(pairing, .none)))
    } else if previous == UInt8(ascii: "/") {
      // Somebody's folder, as in an address.
      index += 1
    } else {
      put(.text(joinsNumber ? "\u{A0}" : "~"), over: index..<index + 1)
    }
  }

  /// The next tilde if struck words end with it: it follows a word and stands before none.
  private func struckEnd() -> Int? {
    guard !isBlank(byte(index + 1)),
      let end = source[index + 1..<max(index + 1, min(segmentEnd, index + 400))].firstIndex(
        of: UInt8(ascii: "~")),
      byte(end + 1) != UInt8(ascii: "~"), !isWordByte(byte(end + 1)), !isBlank(byte(end - 1))
    else { return nil }
    return end
  }

  /// Whether the tilde of `Fig.~1` or `5~km` stands here, and not a sign as in `y~x`.
  private var joinsNumber: Bool {
    let (previous, next) = (byte(index - 1), byte(index + 1))
    return previous == UInt8(ascii: ".") && isWordByte(next)
      || isASCIILetter(previous) && isASCIIDigit(next)
      || isASCIIDigit(previous) && isASCIILetter(next)
  }

  /// The next delimiter of the same kind if no blank stands before it.
  private func shortStretchEnd(_ delimiter: UInt8) -> Int? {
    var offset = index + 1
    let limit = min(segmentEnd, index + 200)
    while offset < limit, !isBlank(source[offset]) {
      if source[offset] == delimiter { return offset > index + 1 ? offset : nil }
      offset += source[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Refers to a note that is set at the end of the text.
  mutating func putInlineNote(_ content: Range<Int>, over range: Range<Int>) {
    guard hasRoom(for: range) else {
      index = range.upperBound
      return
    }
    flush(upTo: range.lowerBound)
    text.put("[^".utf8, for: range)
    inlineNotes.append((text.marks.count, content))
    text.put(Mark(kind: .noteLabel, range: range))
    text.put("]".utf8, for: range)
    copied = range.upperBound
    index = range.upperBound
  }

  /// Sets the notes that were written where they are referred to; they may hold others.
  mutating func placeInlineNotes() {
    guard !inlineNotes.isEmpty else { return }
    flush(upTo: end)
    var next = 0
    while next < inlineNotes.count {
      let note = inlineNotes[next]
      let place = note.content.lowerBound..<note.content.lowerBound
      text.put("\n\n[^".utf8, for: place)
      text.put(characterOf: note.mark, for: place)
      text.put("]: ".utf8, for: place)
      index = note.content.lowerBound
      copied = index
      closers.removeAll(keepingCapacity: true)
      fruitless = Fruitless()
      segmentEnd = note.content.upperBound
      paragraphEnd = note.content.upperBound
      while index < note.content.upperBound { scanText(until: note.content.upperBound) }
      flush(upTo: note.content.upperBound)
      next += 1
    }
    copied = end
  }
}

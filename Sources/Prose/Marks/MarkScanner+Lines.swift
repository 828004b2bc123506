import Reporting

/// What the lines before this one were.
struct LineState {
  /// The number of the line among those of the text.
  var number = 0
  /// How many lines of the paragraph have been seen.
  var paragraphLines = 0
  var isInDefinition = false
  /// Whether the line before was the row of a table, to which GitHub would add any line.
  var followsRow = false
  /// How many brackets and quotation marks the paragraph holds so far.
  var brackets = 0
  var quotationMarks = 0
  /// What the next item of a list begins with that counts as only pandoc does.
  var nextItem: ListMarker?
}

extension MarkScanner {
  /// Looks at the beginning of a line: what blocks begin or end here.
  mutating func startLine() {
    guard index < end else { return }
    lines.number = lineEnds.number(of: index, near: lines.number)
    let line = index..<lineEnds[lines.number]
    var content = line.lowerBound
    while content < line.upperBound, Self.isPrefix(source[content]) { content += 1 }
    guard content < line.upperBound, source[content] != UInt8(ascii: "\r") else {
      lines.paragraphLines = 0
      index = line.upperBound
      return
    }
    if index >= segmentEnd || lines.paragraphLines == 0 { startSegment(in: line) }
    dropIndent(of: line)
    if lines.paragraphLines == 0, content == line.lowerBound, source[content] != UInt8(ascii: ":") {
      lines.isInDefinition = false
    }
    if lines.paragraphLines == 0, content == line.lowerBound { endList(before: content) }
    lines.paragraphLines += 1
    let followsRow = lines.followsRow && lines.paragraphLines > 2
    lines.followsRow = source[content] == UInt8(ascii: "|")
    if followsRow, beginsCaption(content) { separateCaption(content) }
    scanTable(content, in: line)
    guard index <= content else { return }
    switch source[content] {
    case UInt8(ascii: "`"), UInt8(ascii: "~"): skipFence(content, in: line)
    case UInt8(ascii: ":"): scanColonLine(content, in: line)
    case UInt8(ascii: "-"): scanMetadata(content, in: line)
    case UInt8(ascii: "["): scanLabelLine(content, in: line)
    case UInt8(ascii: "|") where lines.paragraphLines == 2:
      checkHeadingRow(above: line)
      checkTable(line)
    case UInt8(ascii: "#") where !scanCountedItem(content):
      found.headings.append(content..<trimmedEnd(of: line))
    case UInt8(ascii: "("):
      scanExample(content)
      if index <= content { scanListMarker(content, in: line) }
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      scanListMarker(content, in: line)
    // What leads in the digits of Arabic script.
    case 0xD9, 0xDB: scanListMarker(content, in: line)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      scanListMarker(content, in: line)
      if index <= content { skipFence(afterListMarker(content), in: line) }
    case UInt8(ascii: "*"), UInt8(ascii: "+"):
      skipFence(afterListMarker(content), in: line)
    default: break
    }
    if source[content] == UInt8(ascii: "-"), index <= content {
      skipFence(afterListMarker(content), in: line)
    }
  }

  /// Blanks and the marks of quotations, which may stand before any block.
  private static func isPrefix(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == 0x09 || byte == UInt8(ascii: ">")
  }

  /// Where the line ends that holds an offset.
  func lineEnd(from offset: Int) -> Int {
    max(offset, lineEnds[lineEnds.number(of: offset, near: lines.number)])
  }

  /// Finds how far delimiters of the coming lines may reach.
  mutating func startSegment(in line: Range<Int>) {
    closers.removeAll(keepingCapacity: true)
    fruitless = Fruitless()
    if line.lowerBound >= paragraphEnd {
      paragraphEnd = findParagraphEnd(after: line)
      lines.brackets = 0
      lines.quotationMarks = 0
      checkAddresses(line.lowerBound..<paragraphEnd)
    }
    segmentEnd = findSegmentEnd(after: line)
  }

  private func findParagraphEnd(after line: Range<Int>) -> Int {
    var number = lineEnds.number(of: line.upperBound, near: lines.number)
    var next = line.upperBound + 1
    while next < end {
      number += 1
      let nextEnd = lineEnds[number]
      // Most lines are told by their first byte.
      if next == nextEnd || isBlank(source[next]) || source[next] == UInt8(ascii: ">"),
        source[next..<nextEnd].allSatisfy({ isBlank($0) || $0 == UInt8(ascii: ">") })
      {
        return next
      }
      next = nextEnd + 1
    }
    return end
  }

  private func findSegmentEnd(after line: Range<Int>) -> Int {
    if beginsBlock(line.lowerBound, isHeadingOnly: true) { return line.upperBound }
    var number = lineEnds.number(of: line.upperBound, near: lines.number)
    var next = line.upperBound + 1
    while next < paragraphEnd {
      if beginsBlock(next, isHeadingOnly: false) { return next }
      number += 1
      next = lineEnds[number] + 1
    }
    return min(paragraphEnd, end)
  }

  /// Whether a line begins something that ends the paragraph before it.
  private func beginsBlock(_ start: Int, isHeadingOnly: Bool) -> Bool {
    var offset = start
    while offset < end, Self.isPrefix(source[offset]) { offset += 1 }
    switch byte(offset) {
    case UInt8(ascii: "#"): return true
    case UInt8(ascii: "|"): return true
    case _ where isHeadingOnly: return false
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return byte(offset + 1) == byte(offset) && byte(offset + 2) == byte(offset)
    case UInt8(ascii: "<"): return beginsElement(offset)
    case UInt8(ascii: "("): return byte(offset + 1) == UInt8(ascii: "@")
    case UInt8(ascii: ":"):
      return byte(offset + 1) == UInt8(ascii: " ")
        || byte(offset + 1) == UInt8(ascii: ":") && byte(offset + 2) == UInt8(ascii: ":")
    default: return afterListMarker(offset) > offset
    }
  }

  /// The offset after a list marker and its blanks; `offset` itself when there is none.
  func afterListMarker(_ offset: Int) -> Int {
    var next = offset
    let first = byte(next)
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      next += 1
    } else {
      while isASCIIDigit(byte(next)), next - offset < 9 { next += 1 }
      guard next > offset, ".)".utf8.contains(byte(next)) else { return offset }
      next += 1
    }
    guard byte(next) == UInt8(ascii: " ") || byte(next) == UInt8(ascii: "\t") else { return offset }
    while byte(next) == UInt8(ascii: " ") || byte(next) == UInt8(ascii: "\t") { next += 1 }
    return next
  }

  /// Steps over a fenced code block that begins at `content`.
  private mutating func skipFence(_ content: Int, in line: Range<Int>) {
    let fence = byte(content)
    guard fence == UInt8(ascii: "`") || fence == UInt8(ascii: "~") else { return }
    var length = 0
    while byte(content + length) == fence { length += 1 }
    guard length >= 3 else { return }
    if fence == UInt8(ascii: "`"),
      source[content + length..<line.upperBound].contains(fence)
    {
      return
    }
    let isQuoted = source[line.lowerBound..<content].contains(UInt8(ascii: ">"))
    var isClosed = false
    var next = line.upperBound + 1
    while next < end {
      let nextEnd = lineEnd(from: next)
      var offset = next
      while offset < nextEnd, " \t>".utf8.contains(source[offset]) { offset += 1 }
      if isQuoted, !source[next..<offset].contains(UInt8(ascii: ">")) {
        isClosed = true
        break
      }
      var count = 0
      while byte(offset + count) == fence { count += 1 }
      next = nextEnd + 1
      isClosed = count >= length && source[offset + count..<nextEnd].allSatisfy(isBlank)
      if isClosed { break }
    }
    if !isClosed { report(unclosedCode: content..<content + length) }
    lines.paragraphLines = 0
    // The newline before the next line, so that the walk looks at that line's beginning.
    index = min(next - 1, end)
  }

  /// `::: {.note}`, `:::` and `: definition`.
  private mutating func scanColonLine(_ content: Int, in line: Range<Int>) {
    var after = content
    while byte(after) == UInt8(ascii: ":") { after += 1 }
    if after - content >= 3 {
      scanDiv(after, over: content..<trimmedEnd(of: line))
    } else if after - content == 1, byte(after) == UInt8(ascii: " ") || byte(after) == 0x09 {
      scanDefinition(content, in: line)
    }
  }

  private func trimmedEnd(of line: Range<Int>) -> Int {
    var last = line.upperBound
    while last > line.lowerBound, isBlank(source[last - 1]) { last -= 1 }
    return last
  }

  private mutating func scanDiv(_ after: Int, over range: Range<Int>) {
    var offset = after
    while byte(offset) == UInt8(ascii: " ") { offset += 1 }
    if offset >= range.upperBound {
      putWrapped(.divClose, over: range)
    } else if let (attributes, next) = parseAttributes(at: offset),
      source[min(next, range.upperBound)..<range.upperBound].allSatisfy({
        isBlank($0) || $0 == UInt8(ascii: ":")
      })
    {
      note(attributes)
      putWrapped(.divOpen(attributes), over: range)
    } else {
      var last = range.upperBound
      while last > offset, source[last - 1] == UInt8(ascii: ":") || isBlank(source[last - 1]) {
        last -= 1
      }
      let word = source[offset..<last]
      guard !word.isEmpty, !word.contains(where: isBlank) else { return }
      putWrapped(
        .divOpen(Attributes(classes: [String(decoding: word, as: UTF8.self)])), over: range)
    }
    lines.paragraphLines = 0
  }

  /// Whether a line is the caption of the table right before it.
  private func beginsCaption(_ content: Int) -> Bool {
    Caption.tableWords.contains { source[content..<end].starts(with: $0.utf8) }
      || byte(content) == UInt8(ascii: ":") && byte(content + 1) == UInt8(ascii: " ")
  }

  private mutating func separateCaption(_ content: Int) {
    flush(upTo: content)
    text.put("\n".utf8, for: content..<content)
    lines.paragraphLines = 1
  }

  /// A colon becomes the bullet of a list item, so that the definition may hold any blocks.
  private mutating func scanDefinition(_ content: Int, in line: Range<Int>) {
    var after = content + 1
    while after < line.upperBound, source[after] == UInt8(ascii: " ") || source[after] == 0x09 {
      after += 1
    }
    guard after < line.upperBound, lines.paragraphLines <= 2 || lines.isInDefinition,
      hasRoom(for: content..<after)
    else { return }
    lines.isInDefinition = true
    flush(upTo: content)
    text.put("+  ".utf8, for: content..<after)
    text.put(Mark(kind: .definition, range: content..<after))
    copied = after
    index = after
  }

  /// A block of YAML inside the text, as pandoc allows.
  private mutating func scanMetadata(_ content: Int, in line: Range<Int>) {
    guard content == line.lowerBound, lines.paragraphLines == 1,
      source[line.lowerBound..<trimmedEnd(of: line)].elementsEqual("---".utf8),
      isASCIILetter(byte(line.upperBound + 1))
    else { return }
    var next = line.upperBound + 1
    var key = next
    while isASCIILetter(byte(key)) || "-_".utf8.contains(byte(key)) { key += 1 }
    guard byte(key) == UInt8(ascii: ":"), isBlank(byte(key + 1)) else { return }
    while next < end {
      let nextEnd = lineEnd(from: next)
      let last = trimmedEnd(of: next..<nextEnd)
      let text = source[next..<last]
      if text.elementsEqual("---".utf8) || text.elementsEqual("...".utf8) {
        putWrapped(.leftOut(.metadata), over: line.lowerBound..<last)
        lines.paragraphLines = 0
        return
      }
      next = nextEnd + 1
    }
  }

  /// Definitions of notes and of link destinations.
  private mutating func scanLabelLine(_ content: Int, in line: Range<Int>) {
    guard let close = source[content..<line.upperBound].firstIndex(of: UInt8(ascii: "]")),
      byte(close + 1) == UInt8(ascii: ":"), close > content + 1
    else { return }
    found.definitions.insert(Self.folded(source[content + 1..<close]))
    guard content - line.lowerBound <= 3 else { return }
    if source[content + 1] == UInt8(ascii: "^") {
      found.footnotes.append(
        (String(decoding: source[content + 2..<close], as: UTF8.self), content..<close + 1))
      index = close + 2
    } else if source[content + 1] != UInt8(ascii: "@") {
      skipDefinition(in: close..<line.upperBound)
    }
  }

  /// Steps over the destination of a link; attributes after it, which pandoc allows, are left out.
  private mutating func skipDefinition(in range: Range<Int>) {
    index = range.upperBound
    let last = trimmedEnd(of: range)
    guard let open = source[range].lastIndex(of: UInt8(ascii: "{")), isBlank(byte(open - 1)),
      let (_, attributesEnd) = parseAttributes(at: open), attributesEnd == last
    else { return }
    flush(upTo: open)
    copied = last
    report.add(
      .attributesOfDefinition(
        String(decoding: source[open..<last], as: UTF8.self),
        at: SourceRange(path: path, bytes: open..<last)))
  }

  /// Lets `[Title]` and `[words][Title]` lead to the heading of that title, as pandoc does.
  mutating func defineHeadings() {
    found.shortcuts.formUnion(found.references.lazy.map(\.label))
    guard !found.shortcuts.isEmpty else { return }
    var defined: Set<String> = []
    for heading in found.headings {
      var title = source[heading].drop { $0 == UInt8(ascii: "#") }
      var id: String?
      if title.last == UInt8(ascii: "}"), let open = title.lastIndex(of: UInt8(ascii: "{")) {
        id = parseAttributes(at: open)?.0.id
        title = title[..<open]
      }
      let label = Self.folded(title)
      guard found.shortcuts.contains(label),
        !title.contains(where: { "[]\\".utf8.contains($0) })
      else { continue }
      let address = id ?? Slug.make(of: String(decoding: title, as: UTF8.self))
      text.put("\n\n[".utf8 + title + "]: #".utf8 + Array(address.utf8), for: end..<end)
      defined.insert(label)
    }
    reportUndefinedReferences(headings: defined)
  }
}

extension Diagnostic {
  fileprivate static func attributesOfDefinition(_ text: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "attributes-of-definition",
      "Attributes '\(excerpt(text))' of a destination are left out", at: range,
      hint: "Set them where the image or link stands")
  }
}

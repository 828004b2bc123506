/// HTML in the text: most of it is stepped over, and elements that only hold other things are taken
/// apart, so that Markdown is read inside them as pandoc does.
extension MarkScanner {
  /// The elements that have begun and not ended yet, and what is known of their ends.
  struct Elements {
    struct Element {
      var name: String
      /// What begins each new line inside it: the marks of quotations, and blanks in a list.
      var prefix: [UInt8]
      /// By how many blanks after the prefix the lines inside it are indented.
      var indent: Int
    }

    var open: [Element] = []
    /// Where the next closing tag of each name stands; the end of the text when there is none.
    var ends: [String: Int] = [:]
    /// Where a line was begun that is none in the source, and with what.
    var lineBegin = 0
    var linePrefix: [UInt8] = []
  }

  /// Steps over tags, comments and addresses in angle brackets.
  mutating func skipAngle() {
    let next = byte(index + 1)
    if next == UInt8(ascii: "!"), byte(index + 2) == UInt8(ascii: "-"),
      byte(index + 3) == UInt8(ascii: "-")
    {
      return skipComment()
    }
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      skipDeclaration()
      return
    }
    guard isASCIILetter(next) || next == UInt8(ascii: "/"), !fruitless.angle else {
      index += 1
      return
    }
    var offset = index + 1
    while offset < segmentEnd, source[offset] != UInt8(ascii: "<") {
      if source[offset] == UInt8(ascii: ">") { return scanTag(index..<offset + 1) }
      offset += 1
    }
    if offset >= segmentEnd { fruitless.angle = true }
    index += 1
  }

  /// Steps over a comment; where text follows it in its line, it is hidden, since cmark would take
  /// the text for a part of it.
  private mutating func skipComment() {
    guard !hasNoMoreComments, let close = find(Array("-->".utf8), from: index + 4, until: end)
    else {
      hasNoMoreComments = true
      index += 4
      return
    }
    let comment = index..<close + 3
    index = comment.upperBound
    // It may reach over paragraphs.
    if index > segmentEnd { startSegment(in: index..<lineEnd(from: index)) }
    if !options.trustsHTML, beginsLine(comment.lowerBound), !isLineEnd(index) {
      put(.text(""), over: comment.lowerBound..<index + indentation(of: index))
    }
  }

  /// Steps over a declaration, a processing instruction or a CDATA section; one without an end is
  /// hidden from cmark, which would look for the end of each through the whole paragraph.
  private mutating func skipDeclaration() {
    let isInstruction = byte(index + 1) == UInt8(ascii: "?")
    let isSection = source[index..<end].starts(with: "<![CDATA[".utf8)
    guard isInstruction || isSection || isASCIILetter(byte(index + 2)) else {
      index += 1
      return
    }
    let closing = Array((isInstruction ? "?>" : isSection ? "]]>" : ">").utf8)
    if !fruitless.ends.contains(closing), let close = find(closing, from: index, until: segmentEnd)
    {
      index = close + closing.count
    } else if beginsLine(index) {
      index += 1
    } else {
      fruitless.ends.insert(closing)
      put(.text("<"), over: index..<index + 1)
    }
  }

  // MARK: - Tags

  private mutating func scanTag(_ range: Range<Int>) {
    index = range.upperBound
    guard !options.trustsHTML, !lines.followsRow, let name = tagName(at: range.lowerBound) else {
      return
    }
    let begins = beginsLine(range.lowerBound)
    guard HTMLTag.containers.contains(name) else {
      // A letter before the tag lets a paragraph begin here, and not a block of HTML.
      if begins, HTMLTag.isKnown(name) {
        put(.text(""), over: range.lowerBound..<range.lowerBound)
        index = range.upperBound
      }
      return
    }
    guard begins || !elements.open.isEmpty,
      let tag = HTMLTag(String(decoding: source[range], as: UTF8.self)), !tag.runsScripts
    else { return }
    if tag.isClosing {
      close(tag, over: range, begins: begins)
    } else {
      open(tag, over: range, begins: begins)
    }
  }

  private mutating func open(_ tag: HTMLTag, over range: Range<Int>, begins: Bool) {
    let outer = elements.open.last
    let line = lineStart(of: range.lowerBound)
    // Four blanks make code of a line that stands in nothing else.
    if outer == nil, line != elements.lineBegin, range.lowerBound - line > 3,
      source[line..<range.lowerBound].allSatisfy(isBlank)
    {
      return
    }
    guard hasEnd(tag.name, after: range.upperBound) else { return hide(range, begins: begins) }
    let prefix = outer?.prefix ?? linePrefix(of: line..<range.lowerBound)
    guard prefix.count < CMarkReader.depthLimit else { return }
    flush(upTo: range.lowerBound)
    if outer != nil { breakLine(prefix, times: 2) }
    putWrapped(.htmlOpen(tag), over: range)
    let indent =
      isLineEnd(index)
      ? indentation(of: nextLine(after: index)) - prefix.count : outer?.indent ?? 0
    elements.open.append(
      Elements.Element(name: tag.name, prefix: prefix, indent: max(indent, 0)))
    goOn(prefix)
  }

  private mutating func close(_ tag: HTMLTag, over range: Range<Int>, begins: Bool) {
    guard let place = elements.open.lastIndex(where: { $0.name == tag.name }) else {
      return hide(range, begins: begins)
    }
    let prefix = elements.open[place].prefix
    elements.open.removeSubrange(place...)
    flush(upTo: range.lowerBound)
    breakLine(prefix, times: 2)
    putWrapped(.htmlClose(tag.name), over: range)
    goOn(prefix)
  }

  /// A tag without its partner places nothing; in the middle of a line cmark knows it for a tag.
  private mutating func hide(_ range: Range<Int>, begins: Bool) {
    if begins { put(.text(""), over: range) }
  }

  /// Begins lines that the source has not, inside what `prefix` says.
  private mutating func breakLine(_ prefix: [UInt8], times: Int = 1) {
    for _ in 0..<times { text.put([UInt8(ascii: "\n")] + prefix, for: copied..<copied) }
  }

  /// Begins a new block after a tag: with the next line, or with the rest of this one.
  private mutating func goOn(_ prefix: [UInt8]) {
    beginText(until: max(segmentEnd, index))
    lines.paragraphLines = 0
    guard !isLineEnd(index) else { return }
    breakLine(prefix)
    while byte(index) == UInt8(ascii: " ") || byte(index) == 0x09 { index += 1 }
    copied = index
    elements.lineBegin = index
    elements.linePrefix = prefix
    lines.paragraphLines = 1
  }

  // MARK: - Lines

  /// Takes away the blanks by which a line is indented only because it stands in an element.
  mutating func dropIndent(of line: Range<Int>) {
    guard let element = elements.open.last, element.indent > 0 else { return }
    let keep = line.lowerBound + element.prefix.count
    let content = line.lowerBound + indentation(of: line.lowerBound)
    guard content > keep else { return }
    flush(upTo: keep)
    copied = min(content, keep + element.indent)
  }

  private func indentation(of line: Int) -> Int {
    var offset = line
    while byte(offset) == UInt8(ascii: " ") || byte(offset) == 0x09 { offset += 1 }
    return offset - line
  }

  /// Where the line of a tag begins, be it in the source or not; far away it does not matter.
  private func lineStart(of offset: Int) -> Int {
    var line = offset
    while line > start, line != elements.lineBegin, offset - line < 100,
      source[line - 1] != UInt8(ascii: "\n")
    { line -= 1 }
    return line
  }

  /// Where the next line begins that is not blank.
  private func nextLine(after offset: Int) -> Int {
    var line = lineEnd(from: offset) + 1
    while line < end, isLineEnd(line) { line = lineEnd(from: line) + 1 }
    return line
  }

  /// Whether nothing but blanks follows in the line.
  private func isLineEnd(_ offset: Int) -> Bool {
    var offset = offset
    while offset < end, source[offset] != UInt8(ascii: "\n"), isBlank(source[offset]) {
      offset += 1
    }
    return offset >= end || source[offset] == UInt8(ascii: "\n")
  }

  /// Whether nothing but the marks of lists and quotations stands before `place` in its line, so
  /// that a block of HTML may begin there.
  private func beginsLine(_ place: Int) -> Bool {
    var offset = place
    while offset > start, source[offset - 1] != UInt8(ascii: "\n") {
      if offset == elements.lineBegin { return true }
      guard isBlank(source[offset - 1]) || ">-*+.):0123456789".utf8.contains(source[offset - 1])
      else { return false }
      offset -= 1
    }
    return true
  }

  /// What must begin a further line for it to stand in the same lists and quotations.
  private func linePrefix(of begin: Range<Int>) -> [UInt8] {
    let outer = begin.lowerBound == elements.lineBegin ? elements.linePrefix : []
    return outer
      + source[begin].map { byte in
        byte == UInt8(ascii: ">") || byte == 0x09 ? byte : UInt8(ascii: " ")
      }
  }

  // MARK: - Names

  private func tagName(at open: Int) -> String? {
    let first = byte(open + 1) == UInt8(ascii: "/") ? open + 2 : open + 1
    var last = first
    while last - first < 12, isASCIILetter(byte(last)) || isASCIIDigit(byte(last)) { last += 1 }
    let next = byte(last)
    guard last > first, isBlank(next) || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
    else { return nil }
    return String(decoding: source[first..<last], as: UTF8.self).lowercased()
  }

  /// Whether an element that begins before `offset` ends somewhere; looked for once.
  private mutating func hasEnd(_ name: String, after offset: Int) -> Bool {
    if let known = elements.ends[name], known >= offset { return known < end }
    var place = offset
    while place < end,
      byte(place) != UInt8(ascii: "<") || byte(place + 1) != UInt8(ascii: "/")
        || tagName(at: place) != name
    {
      place += 1
    }
    elements.ends[name] = place
    return place < end
  }

  /// Whether an element begins or ends at the begin of a line, and with it another paragraph.
  func beginsElement(_ offset: Int) -> Bool {
    !options.trustsHTML && tagName(at: offset).map(HTMLTag.containers.contains) == true
  }
}

import Reporting

extension ReadingState {
  /// A block of code; nothing when it is meant for another format.
  mutating func codeBlock(text: String, fence: String, at range: Range<Int>) -> BlockPiece? {
    if options.readsScholarlySyntax, fence.hasPrefix("{") {
      let format = fence.dropFirst(2).prefix { $0 != "}" }
      if fence.hasPrefix("{=") {
        if format == "html", options.trustsHTML { return .block(Block(.html(text), at: range)) }
        if format != "comment" { report(rawFormat: String(format), at: range) }
        return nil
      }
      let bytes = Array(fence.utf8)
      if let (parsed, _) = AttributeParser(source: bytes, index: 0, end: bytes.count).parse() {
        var attributes = parsed
        let language = attributes.classes.first
        if language != nil { attributes.classes.removeFirst() }
        if let id = attributes.id {
          attributes.id = claim(explicit: id, at: range)
          define([id], as: CrossReference.Target(kind: .listing, id: id))
        }
        return .block(
          Block(
            .codeBlock(CodeBlock(language: language, text: text, attributes: attributes)),
            at: range))
      }
      // knitr and Quarto write `{r, echo=FALSE}`.
      let language = fence.dropFirst().prefix { $0.isLetter || $0.isNumber }
      let compact = fence.filter { $0 != " " }
      if !compact.contains("eval=F") { report.add(.codeNotRun(fence, at: place(range))) }
      return .block(
        Block(.codeBlock(CodeBlock(language: String(language), text: text)), at: range))
    }
    let language = fence.prefix { !$0.isWhitespace }
    let code = CodeBlock(language: language.isEmpty ? nil : String(language), text: text)
    return .block(Block(.codeBlock(code), at: range))
  }

  /// Code in a line; what knitr or Quarto would run is reported.
  mutating func code(_ text: String, at range: Range<Int>) -> Inline {
    if options.readsScholarlySyntax,
      ["r ", "{r} ", "{python} ", "{julia} "].contains(where: text.hasPrefix),
      text.contains("(") || text.contains("$") || text.first == "{"
    {
      report.add(.codeNotRun(text, at: place(range)))
    }
    if options.readsScholarlySyntax, text.hasPrefix("[@"), text.hasSuffix("]") {
      hasCitationsInCode = true
      report.add(.citationInCode(text, at: place(range)))
    }
    return Inline(.code(text), at: range)
  }

  /// Raw HTML, or one of our own marks in the clothes of a comment.
  mutating func htmlBlock(_ bytes: [UInt8], at range: Range<Int>) -> BlockPiece? {
    let comment = Array("<!--".utf8)
    if bytes.starts(with: comment), bytes.count > 8,
      let index = MarkedText.markIndex(in: bytes.span, at: 4), text.marks.indices.contains(index)
    {
      let mark = text.marks[index]
      switch mark.kind {
      case .divOpen(let attributes): return .divOpen(attributes, mark.range)
      case .divClose: return .divClose(mark.range)
      case .htmlOpen(let tag): return .htmlOpen(tag, mark.range)
      case .htmlClose(let name): return .htmlClose(name, mark.range)
      case .leftOut(let reason):
        report(leftOut: reason, at: mark.range)
        return nil
      default: break
      }
    }
    if options.trustsHTML {
      return .block(Block(.html(trustedHTML(bytes)), at: range))
    }
    let html = text.restored(bytes, source: source)
    if let piece = plainHTML(bytes, at: range) { return .paragraph(piece, range) }
    if !isComment(html) { reportHTMLBlock(html, at: range) }
    return nil
  }

  /// Trusted HTML as it stands, but for the syntax of other programs' templates.
  private mutating func trustedHTML(_ bytes: [UInt8]) -> String {
    guard !text.marks.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
    var bytes = bytes
    var index = 0
    while index + 4 <= bytes.count {
      if let found = MarkedText.markIndex(in: bytes.span, at: index),
        text.marks.indices.contains(found), case .leftOut(.template) = text.marks[found].kind
      {
        report(leftOut: .template, at: text.marks[found].range)
        bytes.removeSubrange(index..<index + 4)
      } else {
        index += 1
      }
    }
    return text.restored(bytes, source: source)
  }

  private func isComment(_ html: String) -> Bool {
    var rest = html[...].drop(while: \.isWhitespace)
    while rest.hasPrefix("<!--") {
      guard let end = rest.firstRange(of: "-->") else { return true }
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
    return rest.isEmpty
  }

  private mutating func reportHTMLBlock(_ html: String, at range: Range<Int>) {
    // Closing tags say nothing that the opening ones have not said.
    let lines = html.split(whereSeparator: \.isNewline)
    if lines.allSatisfy({ $0.drop(while: \.isWhitespace).hasPrefix("</") }) { return }
    report(html: excerpt(html), at: range)
  }

  /// Notes that say nothing, and those that cmark leaves out: nothing refers to them, or an earlier
  /// one has their label.
  ///
  /// - Parameter used: Where the notes begin that are shown, and whether they have a text.
  mutating func reportNotes(used: [(start: Int, hasText: Bool)]) {
    var first: [String: Range<Int>] = [:]
    for note in found.footnotes {
      let lineEnd = source.place(of: UInt8(ascii: "\n"), from: note.range.upperBound)
      let extent = note.range.lowerBound...(lineEnd ?? source.count)
      let label = note.label.lowercased()
      if let earlier = first[label] {
        report.add(.footnoteTwice(note.label, at: place(note.range), first: place(earlier)))
      } else if let shown = used.first(where: { extent.contains($0.start) }) {
        if !shown.hasText { report.add(.footnoteEmpty(note.label, at: place(note.range))) }
      } else {
        report.add(.footnoteUnused(note.label, at: place(note.range)))
      }
      if first[label] == nil { first[label] = note.range }
    }
  }

  /// References to notes that nobody has written.
  mutating func reportUndefinedNotes(in inlines: [Inline]) {
    for inline in inlines {
      guard case .text(let text) = inline.kind else { continue }
      var rest = text[...]
      while let open = rest.firstRange(of: "[^") {
        let label = rest[open.upperBound...].prefix { $0 != "]" && !$0.isWhitespace }
        rest = rest[label.endIndex...]
        guard rest.first == "]", !label.isEmpty else { continue }
        let range = placeOfUndefinedNote(String(label)) ?? inline.range
        report.add(.footnoteUndefined(String(label), at: place(range)))
      }
    }
  }

  /// Where a reference to a note stands that nobody has written; cmark gives no place for it.
  private mutating func placeOfUndefinedNote(_ label: String) -> Range<Int>? {
    let range = source[undefinedNotesEnd...].firstRange(of: Array("[^\(label)]".utf8))
    if let range { undefinedNotesEnd = range.upperBound }
    return range
  }

  /// A paragraph `##Heading`, which older readers of Markdown took for a heading.
  mutating func reportHeadingWithoutSpace(at range: Range<Int>) {
    let signs = source[range].prefix { $0 == UInt8(ascii: "#") }
    guard (2...6).contains(signs.count), signs.endIndex < range.upperBound,
      case let next = source[signs.endIndex],
      next >= 0x80 || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= next & 0xDF
    else { return }
    let line = source[range].prefix { $0 != UInt8(ascii: "\n") && $0 != 0x0D }
    report.add(
      .headingWithoutSpace(
        sourceText(of: signs.indices), at: place(line.indices)))
  }

  /// Cells of a row behind the last column of its table; cmark leaves them out.
  mutating func reportCells(after cells: [Table.Cell]) {
    // The cells with which cmark fills a short row stand before those that were written.
    guard let last = cells.last?.range,
      cells.dropLast().allSatisfy({ $0.range.upperBound <= last.lowerBound })
    else { return }
    let blanks = [0x20, 0x09, UInt8(ascii: "|")]
    let rest = source[last.upperBound...].prefix { $0 != UInt8(ascii: "\n") && $0 != 0x0D }
    guard let start = rest.firstIndex(where: { !blanks.contains($0) }),
      let end = rest.lastIndex(where: { !blanks.contains($0) }),
      rest[..<start].contains(UInt8(ascii: "|"))
    else { return }
    report.add(.cellsLost(sourceText(of: start..<end + 1), at: place(start..<end + 1)))
  }

  mutating func reportDepth(at range: Range<Int>) {
    guard !isTooDeep else { return }
    isTooDeep = true
    report.add(.tooDeep(at: place(range.lowerBound..<range.lowerBound)))
  }
}

extension Diagnostic {
  fileprivate static func codeNotRun(_ code: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "code-not-run", "Code '\(excerpt(code))' is printed and not run", at: range,
      hint: "Put in what it gives, or let its program write the Markdown")
  }

  fileprivate static func citationInCode(_ code: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "citation-in-code", "'\(excerpt(code))' is code and cites nothing", at: range,
      hint: "Take the backticks away if it is meant to cite")
  }

  fileprivate static func footnoteUnused(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "footnote-unused", "Note '\(label)' is not referred to; left out", at: range,
      hint: "Refer to it with [^\(label)]")
  }

  fileprivate static func footnoteTwice(
    _ label: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "footnote-twice", "Note '\(label)' is written twice; the first counts", at: range,
      notes: [Note("First written here", at: first)],
      hint: "Give one of the two another label, here and where the text refers to it")
  }

  fileprivate static func footnoteEmpty(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "footnote-empty", "Note '\(label)' has no text", at: range,
      hint: "Write it behind the colon, or remove the note and [^\(label)]")
  }

  fileprivate static func footnoteUndefined(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "footnote-undefined", "Note '\(label)' is referred to but not written", at: range,
      hint: "Add a paragraph that begins with [^\(label)]:")
  }

  fileprivate static func headingWithoutSpace(
    _ signs: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "heading-without-space", "No space behind '\(signs)'; the line is no heading",
      at: range, hint: "Write '\(signs) ' and then the heading")
  }

  fileprivate static func cellsLost(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "table-row-too-long",
      "'\(excerpt(text))' stands behind the last column of the table and is left out", at: range,
      hint:
        "Add a column to the head of the table and to the line under it, or write '\\|' for a bar"
    )
  }

  fileprivate static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "nesting-too-deep",
      "More than \(CMarkReader.depthLimit) lists, quotations or emphases in each other", at: range,
      hint: "Write it flatter")
  }
}

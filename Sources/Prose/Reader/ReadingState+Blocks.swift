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

  /// Notes that nothing refers to; cmark leaves them out.
  mutating func reportUnusedNotes(used: Set<Int>) {
    for note in found.footnotes {
      let line = source[note.range.upperBound...].prefix { $0 != UInt8(ascii: "\n") }
      let isUsed = used.contains { (note.range.lowerBound...line.endIndex).contains($0) }
      if !isUsed { report.add(.footnoteUnused(note.label, at: place(note.range))) }
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
        report.add(.footnoteUndefined(String(label), at: place(inline.range)))
      }
    }
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

  fileprivate static func footnoteUndefined(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "footnote-undefined", "Note '\(label)' is referred to but not written", at: range,
      hint: "Add a paragraph that begins with [^\(label)]:")
  }

  fileprivate static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "nesting-too-deep",
      "More than \(CMarkReader.depthLimit) lists, quotations or emphases in each other", at: range,
      hint: "Write it flatter")
  }
}

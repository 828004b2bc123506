import Reporting

extension MarkScanner {
  /// `@key`, `-@key` and `@key [p. 3]` outside brackets.
  mutating func scanAt() {
    if scanExampleReference() { return }
    guard copied == index || !followsWord(index) && !followsSlash,
      let (key, keyEnd) = key(at: index)
    else {
      if byte(index + 1) == UInt8(ascii: "["), let close = closingBracket(of: index + 1) {
        report(strayCitation: index..<close + 1)
      }
      found.hasBareAddresses = true
      index += 1
      return
    }
    let isShort = byte(index - 1) == UInt8(ascii: "-") && copied < index && !followsWord(index - 1)
    let start = isShort ? index - 1 : index
    let cite = Citation.Cite(
      key: key, range: index..<keyEnd, mode: isShort ? .suppressAuthor : .authorInText)
    var citation = Citation(cites: [cite], range: start..<keyEnd)
    if !isShort { takeBracket(after: keyEnd, into: &citation) }
    putCitation(citation, over: citation.range)
  }

  /// Whether a slash stands before `index` that may belong to an address; not that of `@a/@b`.
  private var followsSlash: Bool {
    byte(index - 1) == UInt8(ascii: "/") && copied != index - 1
  }

  func key(at offset: Int) -> (String, Int)? {
    CitationParser.key(in: source, at: offset, end: segmentEnd, options.unusualKeys)
  }

  func parser(_ range: Range<Int>) -> CitationParser {
    CitationParser(source: source, range: range, unusual: options.unusualKeys)
  }

  mutating func putCitation(_ citation: Citation, over range: Range<Int>) {
    var citation = citation
    citation.range = range
    put(.citation(citation), over: range)
  }

  /// `{@fig:x}`, as the filters of pandoc-xnos have it; false for other braces.
  mutating func scanBracedReference() -> Bool {
    guard byte(index + 1) == UInt8(ascii: "@"),
      let (key, keyEnd) = key(at: index + 1),
      byte(keyEnd) == UInt8(ascii: "}"),
      ["fig:", "tbl:", "eq:", "sec:"].contains(where: key.hasPrefix)
    else { return false }
    let cite = Citation.Cite(key: key, range: index + 1..<keyEnd, mode: .authorInText)
    let range = index..<keyEnd + 1
    putCitation(Citation(cites: [cite], range: range), over: range)
    return true
  }

  /// `[p. 3; @b]` after a key in the text: locator and suffix of the key, then further cites.
  private func takeBracket(after keyEnd: Int, into citation: inout Citation) {
    var open = keyEnd
    while isBlank(byte(open)), open < segmentEnd, open - keyEnd < 3 { open += 1 }
    guard byte(open) == UInt8(ascii: "["), byte(open + 1) != UInt8(ascii: "^"),
      let close = closingBracket(of: open),
      byte(close + 1) != UInt8(ascii: "("), byte(close + 1) != UInt8(ascii: "["),
      byte(close + 1) != UInt8(ascii: "{"), byte(close + 1) != UInt8(ascii: ":"),
      let rest = parser(open + 1..<close).parseAfterKey()
    else { return }
    citation.cites[0].locator = rest.locator
    citation.cites[0].suffix = rest.suffix
    citation.cites += rest.cites
    citation.range = citation.range.lowerBound..<close + 1
  }

  mutating func report(strayCitation range: Range<Int>) {
    let text = String(decoding: source[range], as: UTF8.self)
    report.add(.citationMalformed(text, at: SourceRange(path: path, bytes: range)))
  }

  /// Whether the byte at `offset` follows a letter or digit, as in an e-mail address.
  private func followsWord(_ offset: Int) -> Bool {
    CitationParser.word(in: source, endingAt: offset, start: 0)
  }
}

extension Diagnostic {
  fileprivate static func citationMalformed(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "citation-malformed", "'\(excerpt(text))' has no key after its @ and cites nothing",
      at: range, hint: "Write it as [@key]")
  }
}

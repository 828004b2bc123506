extension MarkScanner {
  /// `$…$` and `$$…$$`, with pandoc's rules for what is a dollar sign.
  mutating func scanDollar() {
    if byte(index + 1) == UInt8(ascii: "$") {
      scanDisplayMath()
    } else if !fruitless.dollar, let close = inlineMathEnd() {
      putMath(index + 1..<close, over: index..<close + 1, isDisplay: false)
    } else {
      index += 1
    }
  }

  /// `\(…\)` and `\[…\]`, a display where it fills lines of its own; false where the backslash only
  /// escapes, because nothing between looks like TeX.
  mutating func scanTeXMath() -> Bool {
    source[index + 1] == UInt8(ascii: "(") ? scanParenthesizedMath() : scanBracketedMath()
  }

  private mutating func scanParenthesizedMath() -> Bool {
    guard !fruitless.parenthesis else { return false }
    guard let close = find(Array("\\)".utf8), from: index + 2, until: segmentEnd) else {
      fruitless.parenthesis = true
      return false
    }
    let content = source[index + 2..<close]
    let isTeX =
      content.contains { "\\^_{=".utf8.contains($0) }
      || content.count == 1 && isASCIILetter(content[content.startIndex])
    guard isTeX else { return putDoubtfulFormula(until: close) }
    putMath(index + 2..<close, over: index..<close + 2, isDisplay: false)
    return true
  }

  private mutating func scanBracketedMath() -> Bool {
    let isAlone = isFirstOfLine(index)
    guard !isAlone || !fruitless.squareBracket else { return false }
    let limit = isAlone ? paragraphEnd : min(segmentEnd, index + 500)
    guard let close = find(Array("\\]".utf8), from: index + 2, until: limit) else {
      if isAlone { fruitless.squareBracket = true }
      return false
    }
    let content = source[index + 2..<close]
    let isDisplay = isAlone && isLastOfLine(close + 2)
    // Within a line brackets are rather escaped, as in `\[see _a_\]` and `\[^1\]`.
    let isTeX =
      isDisplay
      ? content.contains { "\\^_{=".utf8.contains($0) }
      : content.dropFirst().contains { "^{".utf8.contains($0) }
    guard isTeX, isDisplay || close < segmentEnd else { return putDoubtfulFormula(until: close) }
    putMath(index + 2..<close, over: index..<close + 2, isDisplay: isDisplay)
    return true
  }

  /// Prints `[n = 5]` for `\[n = 5\]` and has it reported; false where nothing looks like a formula.
  private mutating func putDoubtfulFormula(until close: Int) -> Bool {
    let content = source[index + 2..<close]
    let isFormula =
      content.contains { "=+*/".utf8.contains($0) }
      && content.allSatisfy {
        isASCIILetter($0) || isASCIIDigit($0) || " =+-*/.,()".utf8.contains($0)
      }
      && content.split(whereSeparator: { !isASCIILetter($0) }).allSatisfy { $0.count <= 2 }
    guard isFormula, close < segmentEnd else { return false }
    let text = [source[index + 1]] + content + [source[close + 1]]
    put(.doubtful(.formula, String(decoding: text, as: UTF8.self)), over: index..<close + 2)
    return true
  }

  func isFirstOfLine(_ offset: Int) -> Bool {
    var before = offset - 1
    while before >= start, source[before] == UInt8(ascii: " ") { before -= 1 }
    return before < start || source[before] == UInt8(ascii: "\n")
  }

  private func isLastOfLine(_ offset: Int) -> Bool {
    source[offset..<lineEnd(from: offset)].allSatisfy(isBlank)
  }

  private mutating func scanDisplayMath() {
    guard !fruitless.doubleDollar else {
      putUnclosedMath()
      return
    }
    var offset = index + 2
    while offset + 1 < min(paragraphEnd, end) {
      if source[offset] == UInt8(ascii: "\\") {
        offset += 2
      } else if source[offset] == UInt8(ascii: "$"), source[offset + 1] == UInt8(ascii: "$"),
        offset > index + 2
      {
        putMath(index + 2..<offset, over: index..<offset + 2, isDisplay: true)
        return
      } else {
        offset += 1
      }
    }
    fruitless.doubleDollar = true
    putUnclosedMath()
  }

  /// Two dollars that begin a line are meant as a formula, others perhaps as a price.
  private mutating func putUnclosedMath() {
    if isFirstOfLine(index), byte(index + 2) != UInt8(ascii: "$") {
      put(.mistake(.formula), over: index..<index + 2)
    } else {
      index += 2
    }
  }

  /// The closing dollar: no blank before it, no digit after it, and the first one at all.
  private mutating func inlineMathEnd() -> Int? {
    guard index + 1 < end, !isBlank(source[index + 1]) else { return nil }
    var offset = index + 1
    while offset < segmentEnd {
      switch source[offset] {
      case UInt8(ascii: "\\"):
        offset = afterTextCommand(at: offset)
      case UInt8(ascii: "$"):
        return isBlank(source[offset - 1]) || isASCIIDigit(byte(offset + 1)) ? nil : offset
      default: offset += 1
      }
    }
    fruitless.dollar = true
    return nil
  }

  /// Steps over an escape; `\text{…}` may hold dollars of its own.
  private func afterTextCommand(at offset: Int) -> Int {
    let command = Array("\\text{".utf8)
    guard source[offset..<min(offset + command.count, end)].elementsEqual(command),
      let close = source.closingBrace(
        of: offset + command.count - 1, until: min(segmentEnd, end))
    else { return offset + 2 }
    return close + 1
  }

  /// Hides a formula, its label and the attributes that pandoc-crossref lets follow it.
  mutating func putMath(
    _ content: Range<Int>, over range: Range<Int>, isDisplay: Bool, in environment: String? = nil,
    columns: String = ""
  ) {
    var range = range
    var math = Math(tex: "", isDisplay: isDisplay)
    let (tex, labels) = withoutLabels(content)
    math.tex =
      environment.map { "\\begin{\($0)}\(columns)\n\(tex)\n\\end{\($0)}" } ?? tex
    math.tex = macros.expanded(math.tex)
    math.id = labels.last
    math.otherLabels = labels.dropLast()
    if isDisplay {
      var next = range.upperBound
      while byte(next) == UInt8(ascii: " ") { next += 1 }
      if byte(next) == UInt8(ascii: "{"), let (attributes, after) = parseAttributes(at: next),
        let id = attributes.id
      {
        math.id = id
        range = range.lowerBound..<after
      }
    }
    found.labels.formUnion(labels)
    if let id = math.id { found.labels.insert(id) }
    put(.math(math), over: range)
  }

  /// The TeX of a formula without `\label{…}` and the marks of a quotation it stands in.
  private func withoutLabels(_ content: Range<Int>) -> (String, [String]) {
    var bytes: [UInt8] = []
    var labels: [String] = []
    var offset = content.lowerBound
    let command = Array("\\label{".utf8)
    while offset < content.upperBound {
      if source[offset] == UInt8(ascii: "\\"),
        source[offset..<min(offset + command.count, content.upperBound)].elementsEqual(command),
        let close = source.closingBrace(
          of: offset + command.count - 1, until: content.upperBound)
      {
        labels.append(String(decoding: source[offset + command.count..<close], as: UTF8.self))
        offset = close + 1
      } else if source[offset] == UInt8(ascii: "\n") {
        bytes.append(UInt8(ascii: "\n"))
        offset += 1
        while isInQuotation, byte(offset) == UInt8(ascii: ">") || byte(offset) == 0x20 {
          offset += 1
        }
      } else {
        bytes.append(source[offset])
        offset += 1
      }
    }
    let isPadding = { (byte: UInt8) in isBlank(byte) }
    let first = bytes.firstIndex { !isPadding($0) } ?? bytes.count
    let last = bytes.lastIndex { !isPadding($0) } ?? first - 1
    return (String(decoding: bytes[first..<last + 1], as: UTF8.self), labels)
  }

  /// Whether the line of `index` begins with the mark of a quotation.
  private var isInQuotation: Bool {
    var start = index
    while start > 0, source[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    while byte(start) == UInt8(ascii: " ") { start += 1 }
    return byte(start) == UInt8(ascii: ">")
  }
}

import Reporting

// What CommonMark prints as it stands, though it was meant as something. What a mark can stand for
// is a `Mark.Mistake`, which is reported only where it is printed.
extension MarkScanner {
  /// Remembers an image that has its address elsewhere, if it seems to have one at all.
  mutating func noteImage(_ brackets: Range<Int>) {
    let isWord = brackets.lowerBound - 2 >= start && !isBlank(byte(brackets.lowerBound - 2))
    guard !isWord, !"([".utf8.contains(byte(brackets.upperBound)) else { return }
    noteReference(brackets, from: brackets.lowerBound - 1)
  }

  /// Remembers the label after the words of a link or an image, which may be the title of a heading;
  /// numbers are rather those of places, as in `a[0][1]`.
  mutating func noteLabel(_ brackets: Range<Int>) {
    guard source[brackets].contains(where: { !isASCIIDigit($0) && !"[]".utf8.contains($0) })
    else { return }
    noteReference(brackets, from: brackets.lowerBound)
  }

  private mutating func noteReference(_ brackets: Range<Int>, from start: Int) {
    let label = source[brackets].dropFirst().dropLast()
    guard !label.allSatisfy(isBlank), !isIndented(brackets.lowerBound) else { return }
    found.references.append((Self.folded(label), start..<brackets.upperBound))
  }

  /// Whether the line of an offset may be code because of the blanks before it.
  private func isIndented(_ offset: Int) -> Bool {
    let number = lineEnds.number(of: offset, near: lines.number)
    let begin = number == 0 ? start : lineEnds[number - 1] + 1
    return source[begin..<offset].starts(with: "    ".utf8) || byte(begin) == UInt8(ascii: "\t")
  }

  /// Names the labels that nothing in the text defines.
  mutating func reportUndefinedReferences(headings: Set<String>) {
    for (label, range) in found.references
    where !found.definitions.contains(label) && !headings.contains(label) {
      let text = String(decoding: source[range], as: UTF8.self)
      report.add(.linkUndefined(text, at: SourceRange(path: path, bytes: range)))
    }
  }

  /// Compares the cells of a table's heading with those of the line below it, `| --- | :-: |`.
  mutating func checkHeadingRow(above line: Range<Int>) {
    guard source[line].allSatisfy({ "|-: \t\r".utf8.contains($0) }),
      source[line].contains(UInt8(ascii: "-")), !isIndented(trimmed(line).lowerBound)
    else { return }
    var start = line.lowerBound - 1
    while start > self.start, source[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    let (heading, rule) = (cells(in: start..<line.lowerBound), cells(in: line))
    guard heading != rule else { return }
    report.add(
      .tableUneven(heading: heading, rule: rule, at: SourceRange(path: path, bytes: trimmed(line))))
  }

  /// How many cells a row has; escaped bars and those in code part none.
  private func cells(in line: Range<Int>) -> Int {
    let line = trimmed(line)
    var (bars, isCode) = (0, false)
    for offset in line {
      switch source[offset] {
      case UInt8(ascii: "`"): isCode.toggle()
      case UInt8(ascii: "|") where !isCode && byte(offset - 1) != UInt8(ascii: "\\"): bars += 1
      default: break
      }
    }
    let isOpen = line.isEmpty || byte(line.upperBound - 1) != UInt8(ascii: "|")
    return isOpen ? bars : bars - 1
  }

  mutating func report(unclosedCode fence: Range<Int>) {
    report.add(.codeUnclosed(SourceRange(path: path, bytes: fence)))
  }
}

extension Diagnostic {
  fileprivate static func linkUndefined(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "link-undefined",
      "No address is given for '\(excerpt(text))'; printed as it stands", at: range,
      hint: "Write the address in parentheses after the brackets, without a blank between")
  }

  fileprivate static func tableUneven(heading: Int, rule: Int, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .warning, "table-uneven",
      "The heading of the table and the line below it have \(heading) and \(rule) cells; no table",
      at: range, hint: "Give both the same number of cells")
  }

  fileprivate static func codeUnclosed(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "code-unclosed", "Code has no end: all that follows is printed as code",
      at: range, hint: "Close it with a line of as many of the same characters")
  }
}

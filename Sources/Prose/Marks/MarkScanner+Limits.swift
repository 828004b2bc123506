import Reporting

// What is taken for an attack: cmark's time for it grows with the square of its size.
extension MarkScanner {
  /// Most that one paragraph or table may hold of something.
  enum Limit: Int {
    case brackets = 5_000
    case quotationMarks = 10_000
    case cells = 200_000
    /// Angle brackets and closing parentheses between two blanks, where an address stands.
    case bracketsAtAddress = 1_000
  }

  mutating func countBracket() {
    lines.brackets += 1
    if lines.brackets > Limit.brackets.rawValue { refuse(index..<index + 1, beyond: .brackets) }
  }

  mutating func countQuotationMark() {
    lines.quotationMarks += 1
    if lines.quotationMarks > Limit.quotationMarks.rawValue {
      refuse(index..<index + 1, beyond: .quotationMarks)
    }
  }

  /// Looks at the second line of a paragraph for the columns of a table; short rows are filled up.
  mutating func checkTable(_ line: Range<Int>) {
    let columns = source[line].count { $0 == UInt8(ascii: "|") }
    guard columns > 10, line.upperBound < paragraphEnd else { return }
    let rows = source[line.upperBound..<paragraphEnd].count { $0 == UInt8(ascii: "\n") }
    if columns * rows > Limit.cells.rawValue { refuse(line, beyond: .cells) }
  }

  /// Looks for addresses with too much at them, in a paragraph that holds so much at all.
  mutating func checkAddresses(_ paragraph: Range<Int>) {
    let limit = Limit.bracketsAtAddress.rawValue
    let paragraph = source[paragraph.clamped(to: 0..<end)]
    guard paragraph.count > limit, Self.brackets(in: paragraph) > limit else { return }
    for word in paragraph.split(whereSeparator: isBlank)
    where Self.brackets(in: word) > limit && Self.holdsAddress(word) {
      refuse(word.startIndex..<word.endIndex, beyond: .bracketsAtAddress)
    }
  }

  private static func brackets(in text: ArraySlice<UInt8>) -> Int {
    text.count { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ")") }
  }

  private static func holdsAddress(_ word: ArraySlice<UInt8>) -> Bool {
    word.firstPlace(of: Array("://".utf8)) != nil || word.firstPlace(of: Array("www.".utf8)) != nil
  }

  /// Gives up the text, since reading it would take too long.
  private mutating func refuse(_ range: Range<Int>, beyond limit: Limit) {
    guard !isRefused else { return }
    isRefused = true
    report.add(.tooComplex(SourceRange(path: path, bytes: range), beyond: limit))
  }
}

extension Diagnostic {
  fileprivate static func tooComplex(
    _ range: SourceRange, beyond limit: MarkScanner.Limit
  ) -> Diagnostic {
    let (message, hint) =
      switch limit {
      case .brackets:
        ("More than \(limit.rawValue) brackets in one paragraph", "Split it into several")
      case .quotationMarks:
        ("More than \(limit.rawValue) quotation marks in one paragraph", "Split it into several")
      case .cells: ("More than \(limit.rawValue) cells in one table", "Split it into several")
      case .bracketsAtAddress:
        (
          "More than \(limit.rawValue) brackets at one address",
          "Put the address in `<` and `>`, or a blank after it"
        )
      }
    return Diagnostic(.error, "paragraph-too-complex", message, at: range, hint: hint)
  }
}

import Reporting

/// One record of a RIS file: its type and its fields in order.
struct RISRecord {
  struct Field {
    var tag: String
    var value: String
    /// The value's bytes.
    var place: Range<Int>
  }

  var type: String
  /// The line with the type.
  var place: Range<Int>
  var fields: [Field] = []
}

/// Cuts the lines of a RIS file into records.
struct RISScanner {
  private let source: SourceBytes
  private var records: [RISRecord] = []
  private var record: RISRecord?
  /// Lines outside records that follow one another.
  private var stray: Range<Int>?

  init(_ source: SourceBytes) {
    self.source = source
  }

  mutating func scan(report: inout Report) -> [RISRecord] {
    var start = source.start
    while start < source.end {
      let end =
        source.bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        ?? source.end
      scanLine(start..<end, report: &report)
      start = end + 1
    }
    finishStray(report: &report)
    finishRecord(isEnded: false, report: &report)
    return records
  }

  private mutating func scanLine(_ line: Range<Int>, report: inout Report) {
    let content = trimmed(line)
    guard !content.isEmpty else { return }
    guard let value = valueStart(in: content) else {
      scanUntaggedLine(content)
      return
    }
    let tag = source.text(content.lowerBound..<content.lowerBound + 2).uppercased()
    let place = trimmed(value..<content.upperBound)
    switch tag {
    case "TY":
      finishStray(report: &report)
      finishRecord(isEnded: false, report: &report)
      record = RISRecord(type: source.text(place), place: content)
    case "ER":
      finishStray(report: &report)
      finishRecord(isEnded: true, report: &report)
    default:
      finishStray(report: &report)
      if record == nil {
        report.add(.missingType(at: source.range(content)))
        record = RISRecord(type: "", place: content)
      }
      // The value of one that is empty may stand on the next line.
      record?.fields.append(.init(tag: tag, value: source.text(place), place: place))
    }
  }

  /// A line without a tag goes on with the value before it; outside a record it is stray.
  private mutating func scanUntaggedLine(_ content: Range<Int>) {
    guard var open = record else {
      stray = (stray?.lowerBound ?? content.lowerBound)..<content.upperBound
      return
    }
    guard !open.fields.isEmpty else { return }
    record = nil
    let last = open.fields.count - 1
    let isFirst = open.fields[last].value.isEmpty
    open.fields[last].value += (isFirst ? "" : " ") + source.text(content)
    open.fields[last].place =
      (isFirst ? content : open.fields[last].place).lowerBound..<content.upperBound
    record = open
  }

  private mutating func finishRecord(isEnded: Bool, report: inout Report) {
    guard var open = record else { return }
    open.fields.removeAll(where: \.value.isEmpty)
    if !isEnded { report.add(.missingEnd(at: source.range(open.place))) }
    records.append(open)
    record = nil
  }

  private mutating func finishStray(report: inout Report) {
    guard let stray else { return }
    report.add(.strayText(at: source.range(stray)))
    self.stray = nil
  }

  /// Where the value begins after a tag: `TY  - `, and `TY - ` or `TY-` as some write it; `ty  - `
  /// only so.
  private func valueStart(in line: Range<Int>) -> Int? {
    let bytes = source.bytes
    guard line.count >= 3 else { return nil }
    let (first, second) = (bytes[line.lowerBound], bytes[line.lowerBound + 1])
    guard isLetter(first), isLetter(second) || isDigit(second) else { return nil }
    let isInCapitals = first & 0x20 == 0 && (second & 0x20 == 0 || isDigit(second))
    var index = line.lowerBound + 2
    while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
    let spaces = index - line.lowerBound - 2
    guard index < line.upperBound, bytes[index] == UInt8(ascii: "-"),
      isInCapitals ? (1...4).contains(spaces) : spaces == 2
    else { return nil }
    return index + 1
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, source.bytes[start] <= 0x20 { start += 1 }
    while end > start, source.bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}

extension Diagnostic {
  fileprivate static func strayText(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "ris-stray-text", "Text outside a record is passed over", at: range,
      hint: "Begin each record with 'TY  - ' and end it with 'ER  - '")
  }

  fileprivate static func missingEnd(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "ris-missing-end", "Record does not end with 'ER  - '", at: range,
      hint: "Add a line 'ER  - ' after its last field")
  }

  fileprivate static func missingType(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "ris-missing-type", "Record does not begin with 'TY  - '; it is read as 'GEN'",
      at: range, hint: "Add a line such as 'TY  - JOUR' before it")
  }
}

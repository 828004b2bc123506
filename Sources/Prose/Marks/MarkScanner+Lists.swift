/// The lists of pandoc that count for themselves: `#. item`, and examples `(@)` and `(@label)`, whose
/// numbers go on through the text and can be referred to.
struct Examples: Sendable {
  private(set) var numbers: [Int: Int] = [:]
  private(set) var labels: [String: Int] = [:]

  /// Counts the lines that begin with an example.
  init(in source: [UInt8], from start: Int) {
    var count = 0
    for place in start..<max(start, source.count)
    where source[place] == UInt8(ascii: "@") && place > start
      && source[place - 1] == UInt8(ascii: "(")
    {
      guard let end = Self.markerEnd(in: source, at: place - 1),
        source[start..<place - 1].last(where: { $0 != UInt8(ascii: " ") }) ?? 0x0A == 0x0A
      else { continue }
      count += 1
      numbers[place - 1] = count
      let label = String(decoding: source[place + 1..<end - 1], as: UTF8.self)
      if !label.isEmpty, labels[label] == nil { labels[label] = count }
    }
  }

  /// The offset after `(@label)`, if a blank follows it.
  static func markerEnd(in source: [UInt8], at open: Int) -> Int? {
    var end = open + 2
    while end < source.count,
      isASCIILetter(source[end]) || isASCIIDigit(source[end]) || "-_".utf8.contains(source[end])
    { end += 1 }
    guard end + 1 < source.count, source[end] == UInt8(ascii: ")"), isBlank(source[end + 1]) else {
      return nil
    }
    return end + 1
  }
}

extension MarkScanner {
  /// Begins an item of a list of examples with its number.
  mutating func scanExample(_ content: Int) {
    guard byte(content + 1) == UInt8(ascii: "@"),
      let end = Examples.markerEnd(in: source, at: content),
      let number = countedExamples().numbers[content]
    else { return }
    flush(upTo: content)
    text.put("\(number))".utf8, for: content..<end)
    copied = end
    index = end
  }

  /// Prints the number of the example that `(@label)` means; false if there is none.
  mutating func scanExampleReference() -> Bool {
    guard byte(index - 1) == UInt8(ascii: "("),
      let close = source[index..<max(index, min(index + 80, segmentEnd))].firstIndex(
        of: UInt8(ascii: ")")),
      let number = countedExamples()
        .labels[String(decoding: source[index + 1..<close], as: UTF8.self)]
    else { return false }
    put(.text(String(number)), over: index..<close)
    return true
  }

  private mutating func countedExamples() -> Examples {
    if let examples { return examples }
    let counted = Examples(in: source, from: start)
    examples = counted
    return counted
  }

  /// `#. item`, a list whose numbers the program gives; false for a heading.
  mutating func scanCountedItem(_ content: Int) -> Bool {
    guard byte(content + 1) == UInt8(ascii: "."), byte(content + 2) == UInt8(ascii: " ") else {
      return false
    }
    flush(upTo: content)
    text.put("1".utf8, for: content..<content + 1)
    copied = content + 1
    index = content + 1
    return true
  }
}

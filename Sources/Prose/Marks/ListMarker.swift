/// What begins an item of a list that counts with letters, Roman numerals or in parentheses.
struct ListMarker {
  enum Delimiter { case period, oneParen, twoParens }

  var delimiter: Delimiter
  var numbering: List.Numbering
  var value: Int

  /// The marker of the item after it.
  var next: ListMarker {
    ListMarker(delimiter: delimiter, numbering: numbering, value: value + 1)
  }

  /// What the words of a marker count to; nil if they belong to another numbering.
  static func value(of word: ArraySlice<UInt8>, as numbering: List.Numbering) -> Int? {
    switch numbering {
    case .decimal:
      return word.allSatisfy(isASCIIDigit) ? Int(String(decoding: word, as: UTF8.self)) : nil
    case .lowerAlpha, .upperAlpha:
      let first = UInt8(ascii: numbering == .lowerAlpha ? "a" : "A")
      guard word.count == 1, let letter = word.first, letter >= first, letter < first + 26 else {
        return nil
      }
      return Int(letter - first) + 1
    case .lowerRoman, .upperRoman: return roman(word, isUpper: numbering == .upperRoman)
    }
  }

  private static func roman(_ word: ArraySlice<UInt8>, isUpper: Bool) -> Int? {
    let digits: KeyValuePairs = ["i": 1, "v": 5, "x": 10, "l": 50, "c": 100]
    var total = 0
    var last = 0
    for letter in word.reversed() {
      let lower = isUpper ? letter | 0x20 : letter
      guard (letter & 0x20 == 0) == isUpper,
        let digit = digits.first(where: { $0.key.utf8.first == lower })?.value
      else { return nil }
      total += digit < last ? -digit : digit
      last = max(last, digit)
    }
    return total > 0 ? total : nil
  }
}

extension MarkScanner {
  private typealias Written = (delimiter: ListMarker.Delimiter, word: Range<Int>, end: Int)

  /// Begins an item of a list as cmark wants it, with its number.
  mutating func scanListMarker(_ content: Int, in line: Range<Int>) {
    guard content - line.lowerBound <= 3, let written = marker(at: content) else { return }
    let expected = lines.nextItem.flatMap { says($0, written) ? $0 : nil }
    guard let item = expected ?? firstItem(written, in: line), hasRoom(for: content..<written.end)
    else { return }
    lines.nextItem = item.next
    flush(upTo: content)
    let range = content..<written.end
    text.put("\(item.value)\(item.delimiter == .period ? "." : ")") ".utf8, for: range)
    text.put(Mark(kind: .numbering(item.numbering), range: range))
    copied = written.end
    index = written.end
  }

  /// Forgets a list that a paragraph without indentation has ended.
  mutating func endList(before content: Int) {
    guard let item = lines.nextItem else { return }
    if marker(at: content).map({ says(item, $0) }) != true { lines.nextItem = nil }
  }

  /// The marker of a list that begins here: a second item must follow, so that a sentence that
  /// begins with a letter or a number stays one.
  private func firstItem(_ written: Written, in line: Range<Int>) -> ListMarker? {
    guard lines.paragraphLines == 1 else { return nil }
    let numberings: [List.Numbering] = [
      .decimal, .lowerRoman, .upperRoman, .lowerAlpha, .upperAlpha,
    ]
    for numbering in numberings {
      guard let value = ListMarker.value(of: source[written.word], as: numbering) else { continue }
      let item = ListMarker(delimiter: written.delimiter, numbering: numbering, value: value)
      var next = line.upperBound + 1
      while next < min(end, line.lowerBound + 4_000) {
        var content = next
        while " >".utf8.contains(byte(content)) { content += 1 }
        if let other = marker(at: content), says(item.next, other) { return item }
        next = lineEnd(from: next) + 1
      }
    }
    return nil
  }

  private func says(_ item: ListMarker, _ written: Written) -> Bool {
    written.delimiter == item.delimiter
      && ListMarker.value(of: source[written.word], as: item.numbering) == item.value
  }

  /// `(1)`, `(a)`, `a)`, `ii.` and the like before a blank; cmark knows `1.` and `1)`.
  private func marker(at content: Int) -> Written? {
    let isOpen = byte(content) == UInt8(ascii: "(")
    let first = isOpen ? content + 1 : content
    var last = first
    while last - first < 6, isASCIILetter(byte(last)) || isOpen && isASCIIDigit(byte(last)) {
      last += 1
    }
    let isParen = byte(last) == UInt8(ascii: ")")
    guard last > first, isParen || !isOpen && byte(last) == UInt8(ascii: "."),
      byte(last + 1) == UInt8(ascii: " ")
    else { return nil }
    // `B. Russell` is a name.
    let isName = !isParen && byte(first) & 0x20 == 0
    guard !isName || byte(last + 2) == UInt8(ascii: " ") else { return nil }
    var end = last + 1
    while byte(end) == UInt8(ascii: " ") { end += 1 }
    let delimiter: ListMarker.Delimiter = isOpen ? .twoParens : isParen ? .oneParen : .period
    return (delimiter, first..<last, end)
  }
}

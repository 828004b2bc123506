/// What begins an item of a list that counts with letters, Roman numerals, the digits of Arabic
/// script or in parentheses.
struct ListMarker {
  /// `fullStop` is that of Urdu (`۔`), `hyphen` what often stands behind Arabic digits (`١-`).
  enum Delimiter { case period, fullStop, hyphen, oneParen, twoParens }

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
    case .arabicIndic, .persian:
      // UTF-8 has two bytes for each: D9 A0 to D9 A9, and DB B0 to DB B9.
      let (lead, zero): (UInt8, UInt8) = numbering == .persian ? (0xDB, 0xB0) : (0xD9, 0xA0)
      var value = 0
      for (place, byte) in word.enumerated() {
        guard place.isMultiple(of: 2) ? byte == lead : (zero..<zero + 10).contains(byte) else {
          return nil
        }
        if !place.isMultiple(of: 2) { value = value * 10 + Int(byte - zero) }
      }
      return value
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
    text.put("\(item.value)\(item.delimiter.isParen ? ")" : ".") ".utf8, for: range)
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
      .decimal, .arabicIndic, .persian, .lowerRoman, .upperRoman, .lowerAlpha, .upperAlpha,
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

  /// `(1)`, `(a)`, `a)`, `ii.`, `۱۔` and the like before a blank; cmark knows `1.` and `1)`.
  private func marker(at content: Int) -> Written? {
    let isOpen = byte(content) == UInt8(ascii: "(")
    let first = isOpen ? content + 1 : content
    var last = first
    while last - first < 6, isASCIILetter(byte(last)) || isASCIIDigit(byte(last)) { last += 1 }
    if last == first { last = endOfArabicDigits(at: first) }
    guard last > first, let delimiter = delimiter(at: last, isOpen: isOpen),
      byte(delimiter.end) == UInt8(ascii: " ")
    else { return nil }
    if isASCIIDigit(byte(first)) {
      guard isOpen || delimiter.kind == .fullStop else { return nil }
    } else if isASCIILetter(byte(first)) {
      guard delimiter.kind.isParen || delimiter.kind == .period else { return nil }
      // `B. Russell` is a name.
      let isName = !delimiter.kind.isParen && byte(first) & 0x20 == 0
      guard !isName || byte(delimiter.end + 1) == UInt8(ascii: " ") else { return nil }
    }
    var end = delimiter.end
    while byte(end) == UInt8(ascii: " ") { end += 1 }
    return (delimiter.kind, first..<last, end)
  }

  /// Where as many as four digits of Arabic script end, of two bytes each.
  private func endOfArabicDigits(at first: Int) -> Int {
    var last = first
    while last - first < 8 {
      switch (byte(last), byte(last + 1)) {
      case (0xD9, 0xA0...0xA9), (0xDB, 0xB0...0xB9): last += 2
      default: return last
      }
    }
    return last
  }

  private func delimiter(
    at place: Int, isOpen: Bool
  ) -> (kind: ListMarker.Delimiter, end: Int)? {
    switch byte(place) {
    case UInt8(ascii: ")"): (isOpen ? .twoParens : .oneParen, place + 1)
    case _ where isOpen: nil
    case UInt8(ascii: "."): (.period, place + 1)
    case UInt8(ascii: "-"): (.hyphen, place + 1)
    case 0xDB where byte(place + 1) == 0x94: (.fullStop, place + 2)
    default: nil
    }
  }
}

extension ListMarker.Delimiter {
  fileprivate var isParen: Bool { self == .oneParen || self == .twoParens }
}

/// Writes page ranges in the format of the style (CSL 1.0.2, appendix "Page Range Formats").
struct PageRange {
  let format: StyleOptions.PageRangeFormat?
  let delimiter: ArraySlice<UInt8>
  /// What stands for "&".
  let and: ArraySlice<UInt8>

  /// Whether a locator or number names more than one thing.
  static func isPlural(_ range: Range<Int>, in source: [UInt8]) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      switch source[index] {
      case UInt8(ascii: ",") where NumberScanner.groupsThousands(index, in: range, source): break
      case UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: ";"):
        return index > range.lowerBound
      case UInt8(ascii: "-"):
        // A backslash keeps a hyphen a hyphen.
        if index > range.lowerBound, source[index - 1] != UInt8(ascii: "\\") {
          return isNumeric(before: index, in: range, source)
        }
      case 0xE2
      where index + 2 < range.upperBound && source[index + 1] == 0x80
        && source[index + 2] == 0x93:
        return true
      default: break
      }
      index += 1
    }
    return source[range].contains(" and ".utf8)
  }

  /// Whether digits or numerals stand on both sides of a hyphen.
  private static func isNumeric(before index: Int, in range: Range<Int>, _ source: [UInt8]) -> Bool
  {
    let before = source[range.lowerBound..<index]
    let after = source[(index + 1)..<range.upperBound]
    let hasDigits = before.contains { $0 &- 0x30 <= 9 }
    return hasDigits == after.contains { $0 &- 0x30 <= 9 }
      && (hasDigits || !isWord(before) && !isWord(after))
  }

  /// Whether the text is a word, no roman numeral and no single letter.
  private static func isWord(_ text: ArraySlice<UInt8>) -> Bool {
    text.count > 1 && text.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
      && !text.allSatisfy { "ivxlcdm".utf8.contains($0 | 0x20) }
  }

  /// Appends a page or locator text with its ranges formatted.
  func append(_ range: Range<Int>, of source: [UInt8], to bytes: inout ByteBuffer) {
    var index = range.lowerBound
    while index < range.upperBound {
      if let next = appendRange(from: index, in: range, source, &bytes) {
        index = next
        continue
      }
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "\\") where index + 1 < range.upperBound && source[index + 1] == 0x2D:
        bytes.append(0x2D)
        index += 1
      case UInt8(ascii: "-") where isBetweenNumbers(index, range, source): bytes += delimiter
      case UInt8(ascii: "&"):
        trimSpace(&bytes)
        bytes.append(0x20)
        bytes += and
        bytes.append(0x20)
        while index + 1 < range.upperBound, source[index + 1] == 0x20 { index += 1 }
      case UInt8(ascii: ",")
      where index + 1 < range.upperBound
        && !NumberScanner.groupsThousands(index, in: range, source):
        trimSpace(&bytes)
        bytes += ", ".utf8
        while index + 1 < range.upperBound, source[index + 1] == 0x20 { index += 1 }
      default: bytes.append(byte)
      }
      index += 1
    }
  }

  private func trimSpace(_ bytes: inout ByteBuffer) {
    while bytes.last == 0x20 { bytes.removeLast() }
  }

  private func isBetweenNumbers(_ index: Int, _ range: Range<Int>, _ source: [UInt8]) -> Bool {
    guard index > range.lowerBound, index + 1 < range.upperBound else { return false }
    let before = source[range.lowerBound..<index]
    let after = source[(index + 1)..<range.upperBound]
    return !PageRange.isWord(before) || !PageRange.isWord(after)
  }

  /// One page: letters, then digits, then letters; "e12", "123a".
  private struct Page {
    var prefix: Range<Int>
    var digits: Range<Int>
    var suffix: Range<Int>
    var end: Int { suffix.upperBound }
  }

  private func page(at start: Int, in range: Range<Int>, _ source: [UInt8]) -> Page? {
    var index = start
    func letters() -> Range<Int> {
      let first = index
      while index < range.upperBound, isLetter(source[index]) { index += 1 }
      return first..<index
    }
    // "8n" in "8n115" is a prefix: digits, letters and zeros.
    while index < range.upperBound, source[index] &- 0x30 <= 9 { index += 1 }
    var prefix = start..<start
    if !letters().isEmpty {
      while index < range.upperBound, source[index] == 0x30 { index += 1 }
      prefix = start..<index
      if index == range.upperBound || source[index] &- 0x30 > 9 {
        // "123a": the letters end the page.
        index = start
        prefix = start..<start
      }
    } else {
      index = start
    }
    let first = index
    while index < range.upperBound, source[index] &- 0x30 <= 9 { index += 1 }
    guard index > first else { return nil }
    let digits = first..<index
    let suffix = letters()
    return Page(prefix: prefix, digits: digits, suffix: suffix)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }

  /// A hyphen or dash, with spaces round it; the place behind it.
  private func hyphen(at start: Int, in range: Range<Int>, _ source: [UInt8]) -> Int? {
    var index = start
    while index < range.upperBound, source[index] == 0x20 { index += 1 }
    guard index < range.upperBound else { return nil }
    switch source[index] {
    case 0x2D:
      index += 1
      if index < range.upperBound, source[index] == 0x2D { index += 1 }
    case 0xE2
    where index + 2 < range.upperBound && source[index + 1] == 0x80 && source[index + 2] == 0x93:
      index += 3
    default: return nil
    }
    while index < range.upperBound, source[index] == 0x20 { index += 1 }
    return index
  }

  private func startsWord(_ index: Int, _ range: Range<Int>, _ source: [UInt8]) -> Bool {
    guard index > range.lowerBound else { return true }
    let byte = source[index - 1]
    return byte == 0x20 || byte == UInt8(ascii: "&")
      || byte == UInt8(ascii: ",") && !NumberScanner.groupsThousands(index - 1, in: range, source)
  }

  private func appendRange(
    from start: Int, in range: Range<Int>, _ source: [UInt8], _ bytes: inout ByteBuffer
  ) -> Int? {
    guard startsWord(start, range, source), let first = page(at: start, in: range, source),
      let middle = hyphen(at: first.end, in: range, source),
      let second = page(at: middle, in: range, source),
      second.end == range.upperBound || !isHyphen(second.end, range, source)
    else { return nil }
    bytes.append(start..<first.end, of: source)
    guard let format else {
      bytes += delimiter
      bytes.append(middle..<second.end, of: source)
      return second.end
    }
    let isAlike =
      first.prefix.isEmpty && second.prefix.isEmpty
      || source[first.prefix] == source[second.prefix]
    guard first.suffix.isEmpty, second.suffix.isEmpty, isAlike else {
      // No range of numbers: the hyphen stays one.
      bytes += isAlike ? delimiter : [0x2D]
      bytes.append(middle..<second.end, of: source)
      return second.end
    }
    bytes += delimiter
    appendSecond(first, second, format, source, &bytes)
    return second.end
  }

  private func isHyphen(_ index: Int, _ range: Range<Int>, _ source: [UInt8]) -> Bool {
    hyphen(at: index, in: range, source) != nil
  }

  private func appendSecond(
    _ first: Page, _ second: Page, _ format: StyleOptions.PageRangeFormat, _ source: [UInt8],
    _ bytes: inout ByteBuffer
  ) {
    let low = source[first.digits]
    var high = source[second.digits]
    // "321-28" means 328.
    if high.count < low.count { high = (low.prefix(low.count - high.count) + high)[...] }
    let isAscending = high.count > low.count || high.lexicographicallyPrecedes(low) == false
    guard isAscending, high.count == low.count else {
      // No range upwards: left as it was given.
      bytes.append(second.prefix.lowerBound..<second.digits.upperBound, of: source)
      return
    }
    switch format {
    case .expanded: bytes += source[first.prefix] + high
    case .minimal: bytes += shortened(high, low, keeping: 1)
    case .minimalTwo: bytes += shortened(high, low, keeping: 2)
    case .chicago15: bytes += chicago(high, low, isFifteenth: true)
    case .chicago16: bytes += chicago(high, low, isFifteenth: false)
    }
  }

  /// Without the digits in common, but at least so many.
  private func shortened(_ high: ArraySlice<UInt8>, _ low: ArraySlice<UInt8>, keeping: Int)
    -> ArraySlice<UInt8>
  {
    var common = 0
    while common < high.count - keeping,
      high[high.startIndex + common] == low[low.startIndex + common]
    {
      common += 1
    }
    return high.dropFirst(common)
  }

  private func chicago(_ high: ArraySlice<UInt8>, _ low: ArraySlice<UInt8>, isFifteenth: Bool)
    -> ArraySlice<UInt8>
  {
    let value = low.reduce(0) { ($0 * 10 + Int($1 - 0x30)) % 1_000_000_000 }
    if low.count < 3 || value % 100 == 0 { return high }
    if value % 100 < 10 { return shortened(high, low, keeping: 1) }
    // The fifteenth edition repeats four digits where three would change.
    if isFifteenth, low.count == 4, shortened(high, low, keeping: 1).count == 3 { return high }
    return shortened(high, low, keeping: 2)
  }
}

extension Evaluator {
  /// The locator; only pages have the format of page ranges.
  mutating func appendLocator(_ format: Formatting, to parent: Int32) {
    appendRanges(
      cite.locator ?? .empty, from: pool,
      as: cite.locatorLabel == .page ? style.options.pageRangeFormat : nil, format, tag: .locator,
      to: parent)
  }

  /// A page, locator or number field; its hyphens are range delimiters.
  mutating func appendRanges(
    _ slice: Slice, from source: [UInt8], as ranges: StyleOptions.PageRangeFormat?,
    _ format: Formatting, tag: OutputTree.Tag = .none, to parent: Int32
  ) {
    let start = tree.bytes.count
    PageRange(
      format: ranges, delimiter: style.pool[style.pageRangeDelimiter.range],
      and: style.pool[style.ampersand.range]
    )
    .append(slice.range, of: source, to: &tree.bytes)
    if tree.bytes[start..<tree.bytes.count].contains(where: { RichText.isSpecial($0) && $0 != 0xE2 }
    ) {
      let raw = Array(tree.bytes[start..<tree.bytes.count])
      tree.bytes.removeLast(raw.count)
      let node = tree.appendContainer(format, tag: tag, to: parent)
      richText.append(raw.indices, of: raw, to: node, in: &tree)
      applyCase(format, to: node)
      return
    }
    let leaf = tree.appendText(from: start, format, tag: tag, to: parent)
    applyCase(format, to: leaf)
  }
}

/// Makes initials of given names (CSL 1.0.2, "Name", `initialize-with`).
struct Initials {
  let mark: ArraySlice<UInt8>
  /// "Jean-Luc" becomes "J.-L.", else "J.L.".
  let keepsHyphen: Bool
  /// Off: only initials that are there already are set anew.
  let initializes: Bool

  private struct Word {
    /// With the marks and tags at its ends.
    var whole: Range<Int>
    /// From the first letter on.
    var text: Range<Int>
    /// Whether a hyphen stands in front of it.
    var isHyphenated = false
    var isAbbreviation = false

    var lead: Range<Int> { whole.lowerBound..<text.lowerBound }
    /// The tags that close behind it.
    var tail: Range<Int> { text.upperBound..<whole.upperBound }
  }

  func append(_ given: Range<Int>, of source: [UInt8], to bytes: inout ByteBuffer) {
    let start = bytes.count
    var index = given.lowerBound
    var isHyphenated = false
    var previous: Word?
    while var word = nextWord(from: &index, to: given.upperBound, source, &isHyphenated) {
      word.isHyphenated = word.isHyphenated && previous != nil
      if initializes {
        appendInitial(word, source, start, to: &bytes)
      } else {
        appendNormalized(word, after: previous, source, start, to: &bytes)
      }
      previous = word
    }
    trim(&bytes, start)
  }

  /// Words end at spaces, hyphens and behind full stops.
  private func nextWord(
    from index: inout Int, to end: Int, _ source: [UInt8], _ isHyphenated: inout Bool
  ) -> Word? {
    var start = index
    while start < end {
      var stop = start
      while stop < end, !endsWord(stop, end, source) { stop = next(behind: stop, end, source) }
      let hasStop = stop < end && source[stop] == UInt8(ascii: ".")
      let wasHyphenated = isHyphenated
      isHyphenated = stop < end && source[stop] == UInt8(ascii: "-") && keepsHyphen
      index = min(stop + 1, end)
      if stop > start {
        let text = letters(of: start..<stop, source)
        return Word(
          whole: start..<stop, text: text, isHyphenated: wasHyphenated,
          isAbbreviation: hasStop || isSingleCapital(text, source))
      }
      start = index
    }
    return nil
  }

  /// The next byte, or that behind a tag: `<span class="nocase">` is no two words.
  private func next(behind index: Int, _ end: Int, _ source: [UInt8]) -> Int {
    guard source[index] == UInt8(ascii: "<"),
      let close = source[index..<end].firstIndex(of: UInt8(ascii: ">"))
    else { return index + 1 }
    return close + 1
  }

  /// A word without what stands in front of its first letter, as in "ʿAlī", and without tags at its
  /// ends; all of it if there is nothing else.
  private func letters(of word: Range<Int>, _ source: [UInt8]) -> Range<Int> {
    let first = source[word.lowerBound]
    if (first | 0x20) &- 0x61 < 26, source[word.upperBound - 1] != UInt8(ascii: ">") {
      return word
    }
    var start = word.lowerBound
    while start < word.upperBound {
      if source[start] == UInt8(ascii: "<") {
        start = next(behind: start, word.upperBound, source)
      } else if let length = Self.lengthOfSign(at: start, source), start + length < word.upperBound
      {
        start += length
      } else {
        break
      }
    }
    var end = word.upperBound
    while end > start, source[end - 1] == UInt8(ascii: ">"),
      let open = source[start..<end].lastIndex(of: UInt8(ascii: "<"))
    {
      end = open
    }
    return start < end ? start..<end : word
  }

  /// The length in bytes of a sign for a glottal stop or an ayin: ', `, ʻ, ʼ, ʾ, ʿ, ‘, ’.
  private static func lengthOfSign(at index: Int, _ source: [UInt8]) -> Int? {
    switch source[index] {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): 1
    case 0xCA where [0xBB, 0xBC, 0xBE, 0xBF].contains(source[index + 1]): 2
    case 0xE2
    where source[index + 1] == 0x80 && (source[index + 2] == 0x98 || source[index + 2] == 0x99):
      3
    default: nil
    }
  }

  private func endsWord(_ index: Int, _ end: Int, _ source: [UInt8]) -> Bool {
    switch source[index] {
    case 0x20, UInt8(ascii: "."): return true
    // A hyphen before a small letter belongs to the word.
    case UInt8(ascii: "-"): return index + 1 == end || source[index + 1] &- 0x61 >= 26
    default: return false
    }
  }

  private func isSingleCapital(_ word: Range<Int>, _ source: [UInt8]) -> Bool {
    let first = source[word.lowerBound]
    if first < 0x80 { return word.count == 1 && first &- 0x41 < 26 }
    guard word.count <= 4 else { return false }
    let scalars = String(decoding: source[word], as: UTF8.self).unicodeScalars
    return scalars.count == 1 && (scalars.first?.properties.isUppercase ?? false)
  }

  /// The length in bytes of the capital that a word begins with.
  private func capital(of word: Range<Int>, _ source: [UInt8]) -> Int? {
    let first = source[word.lowerBound]
    if first < 0x80 { return first &- 0x41 < 26 ? 1 : nil }
    guard
      let scalar = String(decoding: source[word].prefix(4), as: UTF8.self).unicodeScalars.first
    else { return nil }
    return scalar.properties.isUppercase
      || !scalar.properties.isCased && scalar.properties.isAlphabetic
      ? UTF8.width(scalar) : nil
  }

  private func appendInitial(
    _ word: Word, _ source: [UInt8], _ start: Int, to bytes: inout ByteBuffer
  ) {
    guard let length = capital(of: word.text, source) else {
      if bytes.count > start, bytes.last != 0x20 { bytes.append(0x20) }
      bytes.append(word.whole, of: source)
      bytes.append(0x20)
      return
    }
    if word.isHyphenated {
      trim(&bytes, start)
      bytes.append(UInt8(ascii: "-"))
    }
    bytes.append(word.lead, of: source)
    // "Ph." stands for itself.
    if word.isAbbreviation {
      bytes.append(word.text, of: source)
    } else {
      let rest = word.text.lowerBound + length
      bytes.append(word.text.lowerBound..<rest, of: source)
      appendDigraph(rest..<word.text.upperBound, source, to: &bytes)
    }
    appendMark(behind: word, source, to: &bytes)
  }

  /// The mark, inside tags that close behind the word but for its space.
  private func appendMark(behind word: Word, _ source: [UInt8], to bytes: inout ByteBuffer) {
    let start = bytes.count
    bytes += mark
    guard !word.tail.isEmpty else { return }
    trim(&bytes, start)
    let kept = bytes.count - start
    bytes.append(word.tail, of: source)
    bytes += mark.dropFirst(kept)
  }

  /// "TSerendorjiin" begins with "Ts": more capitals in front of small letters belong to it.
  private func appendDigraph(_ rest: Range<Int>, _ source: [UInt8], to bytes: inout ByteBuffer) {
    var end = rest.lowerBound
    while end < rest.upperBound, source[end] &- 0x41 < 26 { end += 1 }
    guard end < rest.upperBound else { return }
    for index in rest.lowerBound..<end { bytes.append(source[index] | 0x20) }
  }

  private func appendNormalized(
    _ word: Word, after previous: Word?, _ source: [UInt8], _ start: Int,
    to bytes: inout ByteBuffer
  ) {
    if let previous, !(previous.isAbbreviation && word.isAbbreviation), bytes.last != 0x20 {
      bytes.append(0x20)
    }
    if word.isHyphenated {
      trim(&bytes, start)
      bytes.append(UInt8(ascii: "-"))
    }
    guard word.isAbbreviation else { return bytes.append(word.whole, of: source) }
    bytes.append(word.lead, of: source)
    bytes.append(word.text, of: source)
    appendMark(behind: word, source, to: &bytes)
  }

  /// Takes away the blanks at the end, narrow ones and those that do not break too.
  private func trim(_ bytes: inout ByteBuffer, _ start: Int) {
    while bytes.count > start {
      let end = bytes.count
      if bytes[end - 1] == 0x20 {
        bytes.removeLast()
      } else if end >= start + 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        bytes.removeLast(2)
      } else if end >= start + 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
        (0x80...0x8A).contains(bytes[end - 1]) || bytes[end - 1] == 0xAF
      {
        bytes.removeLast(3)
      } else {
        return
      }
    }
  }
}

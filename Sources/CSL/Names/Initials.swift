/// Makes initials of given names (CSL 1.0.2, "Name", `initialize-with`).
struct Initials {
  let mark: ArraySlice<UInt8>
  /// "Jean-Luc" becomes "J.-L.", else "J.L.".
  let keepsHyphen: Bool
  /// Off: only initials that are there already are set anew.
  let initializes: Bool

  private struct Word {
    var text: Range<Int>
    /// Whether a hyphen stands in front of it.
    var isHyphenated = false
    var isAbbreviation = false
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
      while stop < end, !endsWord(stop, end, source) { stop += 1 }
      let hasStop = stop < end && source[stop] == UInt8(ascii: ".")
      let wasHyphenated = isHyphenated
      isHyphenated = stop < end && source[stop] == UInt8(ascii: "-") && keepsHyphen
      index = min(stop + 1, end)
      if stop > start {
        return Word(
          text: start..<stop, isHyphenated: wasHyphenated,
          isAbbreviation: hasStop || isSingleCapital(start..<stop, source))
      }
      start = index
    }
    return nil
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
      bytes.append(word.text, of: source)
      bytes.append(0x20)
      return
    }
    if word.isHyphenated {
      trim(&bytes, start)
      bytes.append(UInt8(ascii: "-"))
    }
    // "Ph." stands for itself.
    if word.isAbbreviation {
      bytes.append(word.text, of: source)
    } else {
      let rest = word.text.lowerBound + length
      bytes.append(word.text.lowerBound..<rest, of: source)
      appendDigraph(rest..<word.text.upperBound, source, to: &bytes)
    }
    bytes += mark
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
    bytes.append(word.text, of: source)
    if word.isAbbreviation { bytes += mark }
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

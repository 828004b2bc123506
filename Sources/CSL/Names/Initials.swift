/// Makes initials of given names (CSL 1.0.2, "Name", `initialize-with`).
struct Initials {
  let mark: ArraySlice<UInt8>
  /// "Jean-Luc" becomes "J.-L.", else "J.L.".
  let keepsHyphen: Bool
  /// Off: only initials that are there already are set anew.
  let initializes: Bool

  private struct Word {
    var text: ArraySlice<UInt8>
    /// Whether a hyphen stands in front of it.
    var isHyphenated: Bool
    var isAbbreviation: Bool
  }

  mutating func append(_ given: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    let words = words(of: given)
    if initializes {
      appendInitials(words, to: &bytes)
    } else {
      appendNormalized(words, to: &bytes)
    }
  }

  /// Words end at spaces, hyphens and behind full stops.
  private func words(of given: ArraySlice<UInt8>) -> [Word] {
    var words: [Word] = []
    var start = given.startIndex
    var isHyphenated = false
    func add(_ end: Int) {
      guard end > start else { return }
      var text = given[start..<end]
      let hasStop = text.last == UInt8(ascii: ".")
      if hasStop { text.removeLast() }
      guard !text.isEmpty else { return }
      words.append(
        Word(
          text: text, isHyphenated: isHyphenated && !words.isEmpty,
          isAbbreviation: hasStop || isSingleCapital(text)))
    }
    var index = given.startIndex
    while index < given.endIndex {
      let byte = given[index]
      let next = index + 1 < given.endIndex ? given[index + 1] : 0x20
      // A hyphen before a small letter belongs to the word.
      let isHyphen = byte == UInt8(ascii: "-") && !(0x61...0x7A).contains(next)
      if byte == 0x20 || isHyphen {
        add(index)
        start = index + 1
        isHyphenated = isHyphen && keepsHyphen
      } else if byte == UInt8(ascii: ".") {
        add(index + 1)
        start = index + 1
        isHyphenated = false
      }
      index += 1
    }
    add(given.endIndex)
    return words
  }

  private func isSingleCapital(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 4 else { return false }
    let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
    return scalars.count == 1 && (scalars.first?.properties.isUppercase ?? false)
  }

  /// The capital a word begins with, and its length in bytes.
  private func capital(of word: ArraySlice<UInt8>) -> Int? {
    guard let first = word.first else { return nil }
    if first < 0x80 { return (0x41...0x5A).contains(first) ? 1 : nil }
    guard let scalar = String(decoding: word.prefix(4), as: UTF8.self).unicodeScalars.first else {
      return nil
    }
    return scalar.properties.isUppercase
      || !scalar.properties.isCased && scalar.properties.isAlphabetic
      ? String(Character(scalar)).utf8.count : nil
  }

  private func appendInitials(_ words: [Word], to bytes: inout [UInt8]) {
    let start = bytes.count
    for word in words {
      guard let length = capital(of: word.text) else {
        if bytes.count > start, bytes.last != 0x20 { bytes.append(0x20) }
        bytes += word.text
        bytes.append(0x20)
        continue
      }
      if word.isHyphenated {
        while bytes.last == 0x20 { bytes.removeLast() }
        bytes.append(UInt8(ascii: "-"))
      }
      // "Ph." stands for itself.
      bytes += word.isAbbreviation ? word.text : word.text.prefix(length)
      if !word.isAbbreviation { appendDigraph(word.text.dropFirst(length), to: &bytes) }
      bytes += mark
    }
    trim(&bytes, start)
  }

  /// "TSerendorjiin" begins with "Ts": more capitals in front of small letters belong to it.
  private func appendDigraph(_ rest: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    let capitals = rest.prefix { (0x41...0x5A).contains($0) }
    guard !capitals.isEmpty, capitals.count < rest.count else { return }
    for byte in capitals { bytes.append(byte | 0x20) }
  }

  private func appendNormalized(_ words: [Word], to bytes: inout [UInt8]) {
    let start = bytes.count
    for (index, word) in words.enumerated() {
      if word.isHyphenated {
        while bytes.last == 0x20 { bytes.removeLast() }
        bytes.append(UInt8(ascii: "-"))
      }
      bytes += word.text
      if word.isAbbreviation { bytes += mark }
      let next = index + 1 < words.count ? words[index + 1] : nil
      if let next, !(word.isAbbreviation && next.isAbbreviation), bytes.last != 0x20 {
        bytes.append(0x20)
      }
    }
    trim(&bytes, start)
  }

  private func trim(_ bytes: inout [UInt8], _ start: Int) {
    while bytes.count > start, bytes.last == 0x20 { bytes.removeLast() }
    if bytes.count >= start + 2, bytes.suffix(2).elementsEqual([0xC2, 0xA0]) {
      bytes.removeLast(2)
    }
  }
}

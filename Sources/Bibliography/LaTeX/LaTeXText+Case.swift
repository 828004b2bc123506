extension LaTeXText {
  /// The title in sentence case, as CSL wants titles: words with one capital, the first letter,
  /// lose it, except at the beginning and after a colon or a full stop.
  ///
  /// Letters that stand alone and the word behind their stop or apostrophe stay: "Vitamin C", "War I",
  /// "E. coli", "O'Brien", "H<sub>2</sub>O". The article "A" is no such letter.
  ///
  /// What braces protect stays as it is; where it holds a word in small letters, which a style in
  /// title case would change, it becomes `<span class="nocase">`.
  func sentenceCased() -> String {
    var change = SentenceCaseChange(self)
    return change.run()
  }

  /// Up to the first colon that is neither protected nor inside markup or parentheses; nil if
  /// there is none.
  func beforeColon() -> LaTeXText? {
    var depth = 0
    var nextProtected = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), let tag = tagEnd(from: index), tag > index {
        depth += bytes[index + 1] == UInt8(ascii: "/") ? -1 : 1
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
      } else if byte == UInt8(ascii: ":"), depth == 0 {
        while nextProtected < protected.count, protected[nextProtected].upperBound <= index {
          nextProtected += 1
        }
        if nextProtected < protected.count, protected[nextProtected].contains(index) { continue }
        return LaTeXText(
          bytes: Array(bytes[..<index]), protected: protected.filter { $0.upperBound <= index },
          kept: kept.filter { $0.upperBound <= index })
      }
    }
    return nil
  }

  /// One past the `>` of the markup that begins at `index`; nil if the `<` there is text.
  fileprivate func tagEnd(from index: Int) -> Int? {
    var end = index + 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "/") { end += 1 }
    let name = end
    while end < bytes.count, end - name < 5, LaTeXReader.isLetter(bytes[end]) { end += 1 }
    guard end > name else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ">") { return end + 1 }
    guard bytes[name..<end].elementsEqual("span".utf8) else { return nil }
    return bytes[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }
}

/// The walk over a title that changes its case.
private struct SentenceCaseChange: ~Copyable {
  private let text: LaTeXText
  private var position = 0
  /// What has been written: of the text the bytes before `copied`, with what has changed.
  private var result: [UInt8] = []
  private var copied = 0
  private var beginsSentence = true
  private var isAfterEnd = false
  private var isInWord = false
  /// Whether a letter that stands alone comes before, with nothing or only marks behind it.
  private var initial = Initial.none
  /// The first kept stretch that does not end before `position`.
  private var nextKept = 0

  /// A letter that stands alone; then its stop or apostrophe, with what follows up to the next word.
  private enum Initial { case none, letter, mark }

  init(_ text: LaTeXText) {
    self.text = text
  }

  mutating func run() -> String {
    for range in text.protected {
      change(upTo: range.lowerBound)
      keep(range)
    }
    change(upTo: text.bytes.count)
    guard copied > 0 else { return text.string }
    copy(upTo: text.bytes.count)
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func copy(upTo end: Int) {
    if copied == 0 { result.reserveCapacity(text.bytes.count + 32) }
    result += text.bytes[copied..<end]
    copied = end
  }

  private mutating func replace(_ range: Range<Int>, with text: some Collection<UInt8>) {
    copy(upTo: range.lowerBound)
    result += text
    copied = range.upperBound
  }

  private mutating func keep(_ range: Range<Int>) {
    if hasSmallWord(range) {
      copy(upTo: range.lowerBound)
      result += "<span class=\"nocase\">".utf8
      copy(upTo: range.upperBound)
      result += "</span>".utf8
    }
    position = range.upperBound
    var index = range.lowerBound
    while index < range.upperBound {
      if let tag = markup(at: index) {
        index = tag
        continue
      }
      let (length, isWord) = character(at: index)
      if isWord {
        beginsSentence = false
        isAfterEnd = false
        initial = !isInWord && isInitial(index..<index + length) ? .letter : .none
      } else {
        notePunctuation(at: index)
      }
      isInWord = isWord
      index += length
    }
  }

  private mutating func change(upTo end: Int) {
    while position < end {
      if !beginsSentence, !isAfterEnd, initial == .none { passSmallWords(before: end) }
      guard position < end else { return }
      if let tag = markup(at: position) {
        position = tag
        continue
      }
      let (length, isWord) = character(at: position)
      if isWord {
        changeWord(end: end)
      } else {
        notePunctuation(at: position)
        isInWord = false
        position += length
      }
    }
  }

  /// Passes over words in small letters, which stay as they are inside a sentence.
  private mutating func passSmallWords(before end: Int) {
    let stop = endOfSmallWords(before: end)
    guard stop > position else { return }
    isInWord = text.bytes[stop - 1] != 0x20
    position = stop
  }

  private func endOfSmallWords(before end: Int) -> Int {
    let bytes = text.bytes.span
    var index = position
    while index < end,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index]) || bytes[index] == 0x20
    {
      index += 1
    }
    return index
  }

  private mutating func changeWord(end: Int) {
    let start = position
    let (wordEnd, isASCII) = endOfWord(before: end)
    position = wordEnd
    let isInitial = !isInWord && isInitial(start..<wordEnd)
    if !isInWord, !isInitial, initial != .mark, beginsSentence || !isKept(start) {
      if isASCII { changeASCII(start..<wordEnd) } else { change(start..<wordEnd) }
    }
    initial = isInitial ? .letter : .none
    beginsSentence = false
    isAfterEnd = false
    isInWord = true
  }

  /// Where the word that begins here ends.
  private func endOfWord(before end: Int) -> (index: Int, isASCII: Bool) {
    let bytes = text.bytes.span
    var isASCII = true
    var index = position
    while index < end {
      let byte = bytes[index]
      if Self.isWord(byte) {
        index += 1
        continue
      }
      if byte < 0x80 { break }
      isASCII = false
      let (length, isWord) = character(at: index)
      if !isWord { break }
      index += length
    }
    return (index, isASCII)
  }

  /// At the beginning "core" becomes "Core", elsewhere "Core" becomes "core"; "iPod", "NMR" and
  /// "ggplot2" are names and stay.
  private mutating func changeASCII(_ word: Range<Int>) {
    let first = text.bytes[word.lowerBound]
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
    guard isCapital != beginsSentence else { return }
    for index in word.lowerBound + (isCapital ? 1 : 0)..<word.upperBound {
      guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text.bytes[index]) else { return }
    }
    replace(word.lowerBound..<word.lowerBound + 1, with: CollectionOfOne(first ^ 0x20))
  }

  /// The same for a word with other letters, which may become longer.
  private mutating func change(_ word: Range<Int>) {
    let byte = text.bytes[word.lowerBound]
    let first = byte < 0x80 ? Unicode.Scalar(byte) : text.bytes.span.scalar(at: word.lowerBound)
    guard beginsSentence ? first.properties.isLowercase : first.isCapital else { return }
    // Words in Greek, Cyrillic and Armenian: titles in title case are English.
    if (0xCD...0xD5).contains(byte) || (0x1F00...0x1FFF).contains(first.value) { return }
    let text = String(decoding: text.bytes[word], as: UTF8.self)
    let scalars = text.unicodeScalars
    if beginsSentence {
      guard scalars.allSatisfy(\.properties.isLowercase) else { return }
      replace(word, with: (text.prefix(1).uppercased() + text.dropFirst()).utf8)
    } else if scalars.dropFirst().allSatisfy(\.properties.isLowercase) {
      replace(word, with: text.lowercased().utf8)
    }
  }

  private mutating func isKept(_ start: Int) -> Bool {
    while nextKept < text.kept.count, text.kept[nextKept].upperBound <= start { nextKept += 1 }
    return nextKept < text.kept.count && text.kept[nextKept].contains(start)
  }

  private mutating func notePunctuation(at index: Int) {
    switch text.bytes[index] {
    case UInt8(ascii: ".") where initial == .letter: initial = .mark
    case UInt8(ascii: "'") where initial == .letter: initial = .mark
    case 0xE2 where initial == .letter && text.bytes.span.scalar(at: index) == "’": initial = .mark
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"):
      isAfterEnd = true
      initial = .none
    case 0x20:
      if isAfterEnd { beginsSentence = true }
      isAfterEnd = false
      if initial == .letter { initial = .none }
    default:
      if initial == .letter { initial = .none }
    }
  }

  /// Whether a word is a letter that stands alone; not the article "A" before a blank, the "E" of
  /// "E-Mail", or what goes on in small letters behind markup.
  private func isInitial(_ word: Range<Int>) -> Bool {
    let (length, _) = character(at: word.lowerBound)
    guard length == word.count, isCapital(at: word.lowerBound) else { return false }
    var next = word.upperBound
    while next < text.bytes.count, let tag = markup(at: next) { next = tag }
    guard next < text.bytes.count else { return true }
    switch text.bytes[word.lowerBound] {
    case UInt8(ascii: "A") where text.bytes[next] == 0x20: return false
    case UInt8(ascii: "E") where text.bytes[next] == UInt8(ascii: "-"): return false
    default: return !isSmall(at: next)
    }
  }

  private func hasSmallWord(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var wasInWord = isInWord
    while index < range.upperBound {
      if let tag = markup(at: index) {
        index = tag
        continue
      }
      let (length, isWord) = character(at: index)
      if isWord, !wasInWord, isSmall(at: index) { return true }
      wasInWord = isWord
      index += length
    }
    return false
  }

  private func isCapital(at index: Int) -> Bool {
    let byte = text.bytes[index]
    return (byte < 0x80 ? Unicode.Scalar(byte) : text.bytes.span.scalar(at: index)).isCapital
  }

  private func isSmall(at index: Int) -> Bool {
    if text.bytes[index] < 0x80 {
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text.bytes[index])
    }
    return text.bytes.span.scalar(at: index).properties.isLowercase
  }

  private func markup(at index: Int) -> Int? {
    text.bytes[index] == UInt8(ascii: "<") ? text.tagEnd(from: index) : nil
  }

  /// How many bytes the character at `index` has, and whether it belongs to a word.
  private func character(at index: Int) -> (length: Int, isWord: Bool) {
    let byte = text.bytes[index]
    if byte < 0x80 { return (1, Self.isWord(byte)) }
    let scalar = text.bytes.span.scalar(at: index)
    return (UTF8.width(scalar), scalar.isInWord)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    LaTeXReader.isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

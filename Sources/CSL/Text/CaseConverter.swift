import Bibliography

/// Changes the letter case of the texts below a node (CSL 1.0.2, "Text-case").
///
/// Words are found in the concatenation of the texts, so that markup does not end a word; text
/// marked `nocase`, and what is raised, lowered or in small capitals in it, keeps its case. One is used again and again, for the sake of its buffers.
struct CaseConverter {
  /// A stretch of the text with letters that cannot be changed where they stand.
  private struct Change {
    var range: Range<Int>
    var raises: Bool
  }

  struct Word {
    var range: Range<Int>
    /// Whether it is known to be small Latin letters throughout.
    var isSmall: Bool
  }

  private struct Leaf {
    var node: Int32
    var start: Int
    var isNocase: Bool
  }

  private let stopWords = StopWords.english
  private var isTurkish = false
  private var text = ByteBuffer()
  private var leaves = Buffer<Leaf>()
  private var words = Buffer<Word>()
  private var changes = Buffer<Change>()
  private var hasChanged = false

  mutating func convert(
    _ node: Int32, in tree: inout OutputTree, to textCase: Formatting.TextCase, isTurkish: Bool
  ) {
    self.isTurkish = isTurkish
    text.removeAll()
    leaves.removeAll()
    changes.removeAll()
    hasChanged = false
    collect(node, isNocase: false, tree)
    guard !text.isEmpty else { return }
    switch textCase {
    case .none: return
    case .lowercase: changeAll(raises: false)
    case .uppercase: changeAll(raises: true)
    case .capitalizeFirst: capitalizeFirstWord()
    case .capitalizeAll:
      findWords()
      for index in words.indices { capitalize(words[index]) }
    case .sentence:
      if isUppercase { lowerAllButFirstLetter() } else { capitalizeFirstWord() }
    case .title: capitalizeTitle()
    }
    if hasChanged { write(&tree) }
  }

  private mutating func collect(_ node: Int32, isNocase: Bool, _ tree: OutputTree) {
    let entry = tree.nodes[Int(node)]
    let isNocase = isNocase || entry.format.keepsCase
    if entry.isText {
      leaves.append(Leaf(node: node, start: text.count, isNocase: isNocase))
      tree.append(entry, from: Int(entry.first), to: &text)
      return
    }
    var child = entry.first
    while child >= 0 {
      collect(child, isNocase: isNocase, tree)
      child = tree.nodes[Int(child)].next
    }
  }

  // MARK: Letters

  private func length(at index: Int) -> Int {
    switch text[index] {
    case 0..<0x80: 1
    case 0x80..<0xE0: 2
    case 0xE0..<0xF0: 3
    default: 4
    }
  }

  private func scalar(at index: Int) -> Unicode.Scalar {
    let byte = text[index]
    return byte < 0x80 ? Unicode.Scalar(byte) : text.all.span.scalar(at: index)
  }

  private func isLower(at index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return byte &- 0x61 < 26 }
    return byte >= 0xC0 && scalar(at: index).properties.isLowercase
  }

  private func isUpper(at index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return byte &- 0x41 < 26 }
    return byte >= 0xC0 && scalar(at: index).properties.isUppercase
  }

  private func isLetter(at index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
    return byte >= 0xC0 && scalar(at: index).properties.isAlphabetic
  }

  /// Whether the text has capitals and no small letters.
  private var isUppercase: Bool {
    var found = false
    for index in text.indices {
      if isLower(at: index) { return false }
      found = found || isUpper(at: index)
    }
    return found
  }

  // MARK: Changes

  private mutating func changeAll(raises: Bool) { change(text.indices, raises: raises) }

  private mutating func raise(at index: Int) { change(index..<(index + 1), raises: true) }

  /// Changes Latin letters where they stand; others are noted.
  private mutating func change(_ range: Range<Int>, raises: Bool) {
    hasChanged = true
    let first: UInt8 = raises ? 0x61 : 0x41
    var isLatin = !isTurkish
    for index in range {
      let byte = text[index]
      isLatin = isLatin && byte < 0x80
      if !isTurkish, byte &- first < 26 { text[index] = byte ^ 0x20 }
    }
    if !isLatin { changes.append(Change(range: range, raises: raises)) }
  }

  private mutating func capitalizeFirstWord() {
    findWords(most: 1)
    if !words.isEmpty { capitalize(words[0]) }
  }

  private mutating func lowerAllButFirstLetter() {
    findWords(most: 1)
    guard !words.isEmpty else { return changeAll(raises: false) }
    let first = words[0].range.lowerBound
    change(0..<first, raises: false)
    raise(at: first)
    change((first + 1)..<text.count, raises: false)
  }

  /// Capitalizes a word in lower case; another keeps its case, and so does a tag or handle.
  private mutating func capitalize(_ word: Word) {
    let first = word.range.lowerBound
    if first > 0, text[first - 1] == UInt8(ascii: "#") || text[first - 1] == UInt8(ascii: "@") {
      return
    }
    if !word.isSmall {
      for index in word.range where isUpper(at: index) { return }
    }
    raise(at: first)
  }

  private mutating func capitalizeTitle() {
    guard !isUppercase else { return }
    findWords()
    var index = 0
    while index < words.count {
      let word = words[index].range
      let followsHyphen = followsHyphen(word)
      let length =
        beginsCompound(word, followsHyphen)
        ? 0
        : followsHyphen
          ? stopWords.isShort(word, text) ? 1 : 0 : stopWords.length(at: index, words, text)
      let isLast = index + max(length, 1) >= words.count
      if length > 0, index > 0, !isLast, !followsColon(word) {
        // A stop word with a capital has one for a reason: "Series A", "C++".
        if !isUpper(at: word.lowerBound), !words[index..<index + length].allSatisfy(\.isSmall) {
          change(word.lowerBound..<words[index + length - 1].range.upperBound, raises: false)
        }
        index += length
        continue
      }
      if !isOfOtherScript(word), index == 0 || !beginsWithElision(word),
        !(followsHyphen && self.length(at: word.lowerBound) == word.count)
      {
        capitalize(words[index])
      }
      index += 1
    }
  }

  private func followsHyphen(_ word: Range<Int>) -> Bool {
    word.lowerBound > 0 && text[word.lowerBound - 1] == UInt8(ascii: "-")
  }

  /// "pro-" is no stop word in "pro-environmental".
  private func beginsCompound(_ word: Range<Int>, _ followsHyphen: Bool) -> Bool {
    word.upperBound < text.count && text[word.upperBound] == UInt8(ascii: "-") && !followsHyphen
  }

  /// Title case is English: words in Greek, Cyrillic and Armenian keep their own, and a lone Greek
  /// letter is a symbol.
  private func isOfOtherScript(_ word: Range<Int>) -> Bool {
    switch text[word.lowerBound] {
    case 0xCD...0xD5: true
    case 0xE1: (0xBC...0xBF).contains(text[word.lowerBound + 1])
    default: false
    }
  }

  /// A French or Italian article that has lost its vowel: "coup d’état".
  private func beginsWithElision(_ word: Range<Int>) -> Bool {
    guard word.count > 2, text[word.lowerBound] == 0x64 || text[word.lowerBound] == 0x6C else {
      return false
    }
    return text[word.lowerBound + 1] == UInt8(ascii: "'")
      || text[word].dropFirst().starts(with: "’".utf8)
  }

  private func followsColon(_ word: Range<Int>) -> Bool {
    var index = word.lowerBound - 1
    while index >= 0 {
      switch text[index] {
      case 0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["),
        0x80, 0x9C, 0x98, 0xA0, 0xC2:
        index -= 1
      case 0xE2: index -= 1
      case UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "!"): return true
      default: return false
      }
    }
    return false
  }

  // MARK: Words

  private mutating func findWords(most: Int = .max) {
    words.removeAll()
    let bytes = text.all
    var index = 0
    var start: Int?
    var isSmall = true
    while index < text.count {
      // Nearly all are Latin letters.
      let run = Self.latinLetters(from: index, in: bytes.span)
      if run.end > index {
        if start == nil { start = index }
        isSmall = isSmall && run.areSmall
        index = run.end
        if index == text.count { break }
      }
      let byte = text[index]
      let isPart = byte < 0x80 ? byte &- 0x30 < 10 : isLetter(at: index)
      if isPart || start != nil && joinsWord(at: index) {
        if start == nil { start = index }
        isSmall = false
      } else if let first = start {
        words.append(Word(range: first..<index, isSmall: isSmall))
        if words.count == most { return }
        start = nil
        isSmall = true
      }
      index += length(at: index)
    }
    if let first = start { words.append(Word(range: first..<text.count, isSmall: isSmall)) }
  }

  /// Where the Latin letters from an index on end, and whether all of them are small.
  private static func latinLetters(
    from start: Int, in text: Span<UInt8>
  ) -> (end: Int, areSmall: Bool) {
    var index = start
    var common: UInt8 = 0xFF
    while index < text.count, (text[index] | 0x20) &- 0x61 < 26 {
      common &= text[index]
      index += 1
    }
    return (index, common & 0x20 != 0)
  }

  /// An apostrophe, a full stop, a bracket or a combining mark inside a word: "gender(ed)", and
  /// the dot of "col·lecció".
  private func joinsWord(at index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "@"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      return index + 1 < text.count && isLetter(at: index + 1)
    case 0xC2:
      return index + 2 < text.count && text[index + 1] == 0xB7 && isLetter(at: index + 2)
    case 0xE2:
      return index + 3 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x99
        && isLetter(at: index + 3)
    case 0xCC, 0xCD: return true
    default: return false
    }
  }

  // MARK: Result

  private func write(_ tree: inout OutputTree) {
    var first = 0
    for index in leaves.indices {
      let leaf = leaves[index]
      let end = index + 1 < leaves.count ? leaves[index + 1].start : text.count
      while first < changes.count, changes[first].range.upperBound <= leaf.start { first += 1 }
      guard !leaf.isNocase else { continue }
      let start = tree.bytes.count
      if first < changes.count, changes[first].range.lowerBound < end {
        write(leaf.start..<end, from: first, to: &tree.bytes)
      } else {
        tree.bytes.append(leaf.start..<end, of: text)
      }
      tree.rewrite(leaf.node, from: start)
    }
  }

  /// Writes a text anew, letter by letter, with the changes from one on.
  private func write(_ range: Range<Int>, from first: Int, to bytes: inout ByteBuffer) {
    var next = first
    var place = range.lowerBound
    while place < range.upperBound {
      while next < changes.count, changes[next].range.upperBound <= place { next += 1 }
      let end = min(place + length(at: place), range.upperBound)
      if next < changes.count, changes[next].range.contains(place) {
        let letter = scalar(at: place)
        bytes += (changes[next].raises ? uppercase(letter) : lowercase(letter, at: place)).utf8
      } else {
        bytes.append(place..<end, of: text)
      }
      place = end
    }
  }

  private func uppercase(_ scalar: Unicode.Scalar) -> String {
    isTurkish && scalar == "i" ? "İ" : scalar.properties.uppercaseMapping
  }

  private func lowercase(_ scalar: Unicode.Scalar, at index: Int) -> String {
    if isTurkish, scalar == "I" { return "ı" }
    if isTurkish, scalar == "İ" { return "i" }
    if scalar == "Σ", isLastOfSeveral(index) { return "ς" }
    return scalar.properties.lowercaseMapping
  }

  /// Whether a letter ends a word that it does not begin.
  private func isLastOfSeveral(_ index: Int) -> Bool {
    var previous = index - 1
    while previous > 0, text[previous] & 0xC0 == 0x80 { previous -= 1 }
    let next = index + length(at: index)
    return previous >= 0 && isLetter(at: previous) && !(next < text.count && isLetter(at: next))
  }
}

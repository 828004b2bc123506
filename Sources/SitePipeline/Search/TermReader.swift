/// Reads text into the terms of one article and keeps how much each says about it.
///
/// The hot loop of the index: letters of ASCII are taken eight at a time, other scalars by a cached
/// fold.
struct TermReader {
  /// Where a text stands, by what it says about the article.
  enum Field: UInt8 {
    case body, abstract, names, keywords, title
  }

  private(set) var terms = SearchTerms()
  private var folding = LetterFolding()
  /// The term being read, folded.
  private var term: [UInt8] = []
  /// Its length in scalars.
  private var length = 0
  /// Where in it a part ends and another begins.
  private var joints: [Int] = []
  private var field = Field.body
  /// The letters of a script without blanks that stand together.
  private var neighbours: [[UInt8]] = []
  /// Up to where what closes a piece of syntax has been looked for in vain.
  private var fruitless: [UInt8: Int] = [:]

  private static let shortest = 2
  private static let longest = 40

  /// Reads a text; of Markdown it leaves out targets of links, keys of citations, tags and
  /// attributes.
  mutating func read(_ bytes: Span<UInt8>, as field: Field, isMarkdown: Bool = false) {
    self.field = field
    fruitless = [:]
    var index = 0
    while index < bytes.count {
      let start = index
      var run = LetterRun(in: bytes, at: index)
      var hash = SearchTerms.Hash(run.letters)
      while run.isFull {
        index += LetterRun.size
        run = LetterRun(in: bytes, at: index)
        hash.add(run.letters)
      }
      index += run.count
      let next = index < bytes.count ? bytes[index] : UInt8(ascii: " ")
      if index > start { read(bytes.extracting(start..<index), hash, before: next) }
      if Self.isMark(next) {
        index = readMark(next, in: bytes, at: index, isMarkdown: isMarkdown)
      } else {
        if length > 0 { endTerm() }
        // A word of these scripts may go on in the next line.
        if !neighbours.isEmpty, next != UInt8(ascii: "\n") { endRun() }
        index += 1
      }
    }
    endTerm()
    endRun()
  }

  /// A run of letters: a whole word, which goes straight to the table, or a part of one.
  @inline(__always)
  private mutating func read(
    _ letters: Span<UInt8>, _ hash: SearchTerms.Hash, before next: UInt8
  ) {
    if !neighbours.isEmpty { endRun() }
    if length == 0, !Self.continuesWord(next) {
      if letters.count >= Self.shortest, letters.count <= Self.longest {
        terms.record(letters, hash, as: field)
      }
    } else {
      for index in letters.indices { term.append(SearchTerms.lower(letters[index])) }
      length += letters.count
    }
  }

  private static func continuesWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "'")
  }

  /// What is neither a letter of ASCII nor a mere separator.
  private mutating func readMark(
    _ byte: UInt8, in bytes: Span<UInt8>, at index: Int, isMarkdown: Bool
  ) -> Int {
    if byte >= 0x80 { return readScalar(in: bytes, at: index) }
    if !neighbours.isEmpty { endRun() }
    if byte == UInt8(ascii: "'") { return readApostrophe(in: bytes, after: index + 1) }
    if length > 0 { endTerm() }
    return isMarkdown ? skipSyntax(in: bytes, after: byte, at: index + 1) : index + 1
  }

  /// Adds a term as it is, such as a DOI.
  mutating func add(literal: String, as field: Field) {
    self.field = field
    term = Array(literal.lowercased().utf8)
    length = Self.shortest
    endTerm()
  }

  private mutating func readScalar(in bytes: Span<UInt8>, at start: Int) -> Int {
    let (scalar, next) = Self.decode(bytes, at: start)
    switch folding.fold(scalar) {
    case .nothing: break
    case .separator:
      endTerm()
      endRun()
    case .apostrophe:
      endRun()
      return readApostrophe(in: bytes, after: next)
    case .joint: joints.append(term.count)
    case .letters(let letters):
      endRun()
      term += letters
      length += letters.count { $0 & 0b1100_0000 != 0b1000_0000 }
    case .unspaced(let letters):
      endTerm()
      if let last = neighbours.last, let syllable = LetterFolding.syllable(last, scalar) {
        neighbours[neighbours.count - 1] = syllable
      } else {
        neighbours.append(letters)
      }
    }
    return next
  }

  /// Each letter of a run and each pair is a term; of Thai and its kin, whose letters are few, each
  /// pair and each three.
  private mutating func endRun() {
    guard let first = neighbours.first else { return }
    let size = first[0] < 0xE3 ? 3 : 2
    for count in [size - 1, size] where count <= neighbours.count {
      for start in 0...(neighbours.count - count) {
        let word = neighbours[start..<start + count].flatMap(\.self)
        terms.record(word.span, SearchTerms.Hash(of: word.span), as: field)
      }
    }
    neighbours.removeAll(keepingCapacity: true)
  }

  /// "l'histoire" is two words and "Pakistan's" one without its ending; "Qur'an" goes on.
  private mutating func readApostrophe(in bytes: Span<UInt8>, after next: Int) -> Int {
    if length <= 2 {
      endTerm()
      return next
    }
    let isPossessive =
      next < bytes.count && SearchTerms.lower(bytes[next]) == UInt8(ascii: "s")
      && (next + 1 == bytes.count || !Self.isLetter(bytes[next + 1]))
    if isPossessive { endTerm() }
    return isPossessive ? next + 1 : next
  }

  private mutating func endTerm() {
    if length >= Self.shortest, length <= Self.longest { record() }
    if !joints.isEmpty { endParts() }
    term.removeAll(keepingCapacity: true)
    length = 0
  }

  /// The parts of a word too: "می‌روم" is looked for as "میروم" and as "می روم".
  private mutating func endParts() {
    let (whole, ends) = (term, joints + [term.count])
    joints.removeAll(keepingCapacity: true)
    var start = 0
    for end in ends {
      term = Array(whole[start..<end])
      length = term.count { $0 & 0b1100_0000 != 0b1000_0000 }
      if term.count < whole.count { endTerm() }
      start = end
    }
  }

  private mutating func record() {
    let word = term[startWithoutArticle...]
    terms.record(word.span, SearchTerms.Hash(of: word.span), as: field)
  }

  /// Where the word begins after the Arabic article, alone or after one of the letters و ب ف ك:
  /// "والمقالات", "المقالات" and "مقالات" are one word to a searcher.
  private var startWithoutArticle: Int {
    guard length >= 5, term[0] >= 0xD8, term[0] <= 0xDA else { return 0 }
    if isArticle(at: 0) { return 4 }
    let prefixes: [[UInt8]] = [[0xD9, 0x88], [0xD8, 0xA8], [0xD9, 0x81], [0xDA, 0xA9]]
    return length >= 7 && prefixes.contains([term[0], term[1]]) && isArticle(at: 2) ? 6 : 0
  }

  private func isArticle(at index: Int) -> Bool {
    term.count > index + 4 && term[index] == 0xD8 && term[index + 1] == 0xA7
      && term[index + 2] == 0xD9 && term[index + 3] == 0x84
  }

  // MARK: Syntax

  /// The place after what readers of the page do not see.
  private mutating func skipSyntax(in bytes: Span<UInt8>, after byte: UInt8, at index: Int) -> Int {
    switch byte {
    case UInt8(ascii: "]") where index < bytes.count && bytes[index] == UInt8(ascii: "("):
      return place(of: UInt8(ascii: ")"), in: bytes, from: index)
    case UInt8(ascii: "<") where index < bytes.count && Self.startsTag(bytes[index]):
      return place(of: UInt8(ascii: ">"), in: bytes, from: index)
    case UInt8(ascii: "{")
    where index < bytes.count && (bytes[index] == 0x23 || bytes[index] == 0x2E):
      return place(of: UInt8(ascii: "}"), in: bytes, from: index)
    case UInt8(ascii: ":")
    where index + 1 < bytes.count && bytes[index] == 0x2F && bytes[index + 1] == 0x2F:
      var end = index
      while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ")") { end += 1 }
      return end
    case UInt8(ascii: "@"):
      var end = index
      while end < bytes.count, Self.standsInKey(bytes[end]) { end += 1 }
      return end
    default: return index
    }
  }

  /// Letters, and what may stand between them in the key of a citation.
  private static func standsInKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "#"),
      UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: isLetter(byte)
    }
  }

  private static func startsTag(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      || isLetter(byte) && byte > 0x39
  }

  /// The place after the next such byte in the same paragraph; unmoved where there is none.
  private mutating func place(of byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
    if start < fruitless[byte, default: 0] { return start }
    var index = start
    while index < bytes.count, !(bytes[index] == 0x0A && bytes[index - 1] == 0x0A) {
      if bytes[index] == byte { return index + 1 }
      index += 1
    }
    fruitless[byte] = index
    return start
  }

  // MARK: Characters

  /// Whether a byte may mean something in Markdown or belong to a word.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80..., UInt8(ascii: "'"), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "{"),
      UInt8(ascii: ":"), UInt8(ascii: "@"):
      true
    default: false
    }
  }

  /// Whether a byte is an ASCII letter or digit.
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// The scalar and the place after it; what is no UTF-8 counts as U+FFFD.
  private static func decode(_ bytes: Span<UInt8>, at start: Int) -> (Unicode.Scalar, Int) {
    let first = bytes[start]
    let size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, start + size <= bytes.count else { return ("\u{FFFD}", start + 1) }
    var value = UInt32(first) & (size == 4 ? 0x07 : size == 3 ? 0x0F : 0x1F)
    for index in (start + 1)..<(start + size) {
      guard bytes[index] & 0xC0 == 0x80 else { return ("\u{FFFD}", start + 1) }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", start + size)
  }
}

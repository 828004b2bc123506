/// The words that title case leaves small (CSL 1.0.2, "Title Case Conversion").
///
/// The specification names some; its schema has a longer list, which counts for words that stand
/// alone: "out" is none in "leave-one-out".
///
/// Tables of all of them, which whoever looks up many words keeps at hand.
final class StopWords: Sendable {
  static let english = StopWords()

  private let short = StopWords.table([
    "a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of",
    "on", "onto", "or", "over", "so", "the", "till", "to", "up", "via", "with", "yet",
  ])

  private let words = StopWords.table([
    "a", "about", "above", "across", "afore", "after", "against", "al", "along", "alongside",
    "amid", "amidst", "among", "amongst", "an", "and", "anenst", "apropos", "apud", "around", "as",
    "aside", "astride", "at", "athwart", "atop", "barring", "before", "behind", "below", "beneath",
    "beside", "besides", "between", "beyond", "but", "by", "c", "ca", "circa", "d'", "de",
    "despite", "down", "during", "et", "except", "for", "forenenst", "from", "given", "in",
    "inside", "into", "lest", "like", "modulo", "near", "next", "nor", "notwithstanding", "of",
    "off", "on", "onto", "or", "out", "over", "per", "plus", "pro", "qua", "sans", "since", "so",
    "than", "the", "through", "throughout", "thru", "thruout", "till", "to", "toward", "towards",
    "under", "underneath", "until", "unto", "up", "upon", "v", "van", "versus", "via", "von", "vs",
    "with", "within", "without", "yet",
  ])

  private static let pairList = [
    "according to", "ahead of", "apart from", "as for", "as of", "as per", "as regards",
    "aside from", "back to", "because of", "close to", "due to", "except for", "far from",
    "inside of", "instead of", "near to", "next to", "on to", "out from", "out of", "outside of",
    "prior to", "pursuant to", "rather than", "regardless of", "such as", "that of", "up to",
    "where as",
  ]
  private let pairs = StopWords.table(StopWords.pairList)
  /// The first words of the pairs.
  private let firsts = StopWords.table(
    StopWords.pairList.map { String($0.prefix { $0 != " " }) })

  /// Words by their first letters, each packed into one number.
  private static func table(_ words: [String]) -> [[UInt128]] {
    var table = Array(repeating: [UInt128](), count: 26)
    for word in words {
      let packed = word.utf8.reduce(0) { $0 << 8 | UInt128($1) }
      table[Int(word.utf8.first ?? 0x61) - 0x61].append(packed)
    }
    return table
  }

  /// For each initial what the words and the first words of pairs are like: a bit for each of
  /// their lengths and, from the sixteenth on, for each of their second letters.
  private let shapes: [UInt64]

  private init() {
    shapes = zip(words, pairs).map { words, pairs in
      (words + pairs).reduce(UInt64(0)) { $0 | Self.shape(ofFirstIn: $1) }
    }
  }

  private static func shape(ofFirstIn packed: UInt128) -> UInt64 {
    var letters: [UInt8] = []
    var rest = packed
    while rest != 0 {
      letters.insert(UInt8(truncatingIfNeeded: rest), at: 0)
      rest >>= 8
    }
    let word = letters.prefix { $0 != 0x20 }
    return 1 << word.count | 1 << second(word.count > 1 ? word[1] : 0)
  }

  private static func second(_ letter: UInt8) -> Int { 16 + Int(letter & 0x1F) }

  /// Whether the word that begins here may be a stop word or begin a pair; most are neither.
  private func mayStop(_ word: Range<Int>, initial: Int, _ text: ByteBuffer) -> Bool {
    let letter = word.count > 1 ? text[word.lowerBound + 1] : 0
    let shape = shapes[initial]
    return shape >> word.count & shape >> Self.second(letter) & 1 == 1
  }

  /// How many words the stop word that begins here has; 0 for none.
  func length(at index: Int, _ words: Buffer<CaseConverter.Word>, _ text: ByteBuffer) -> Int {
    let word = words[index].range
    guard word.count <= Self.longest else { return 0 }
    let initial = Int((text[word.lowerBound] | 0x20) &- 0x61)
    guard initial < 26, mayStop(word, initial: initial, text) else { return 0 }
    let packed = Self.packed(word, text)
    if firsts[initial].contains(packed), index + 1 < words.count {
      let next = words[index + 1].range
      if next.lowerBound == word.upperBound + 1, text[word.upperBound] == 0x20,
        next.upperBound - word.lowerBound <= Self.longest,
        pairs[initial].contains(Self.packed(word.lowerBound..<next.upperBound, text))
      {
        return 2
      }
    }
    return self.words[initial].contains(packed) ? 1 : 0
  }

  /// As many bytes as can be packed, with room for one more.
  private static var longest: Int { 15 }

  /// Whether the specification itself names the word.
  func isShort(_ word: Range<Int>, _ text: ByteBuffer) -> Bool {
    let initial = Int(text[word.lowerBound] | 0x20) - 0x61
    return word.count <= 4 && (0..<26).contains(initial)
      && short[initial].contains(Self.packed(word, text))
  }

  /// Whether a word is one of the longer list.
  func contains(_ word: some StringProtocol) -> Bool {
    let word = word.lowercased().utf8
    guard word.count <= Self.longest, let initial = word.first.map({ Int($0) - 0x61 }),
      (0..<26).contains(initial)
    else { return false }
    return words[initial].contains(word.reduce(0) { $0 << 8 | UInt128($1) })
  }

  private static func packed(_ range: Range<Int>, _ text: ByteBuffer) -> UInt128 {
    var packed: UInt128 = 0
    for index in range {
      let byte = text[index]
      packed = packed << 8 | UInt128(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return packed
  }
}

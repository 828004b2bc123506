/// The words that title case leaves small (CSL 1.0.2, "Title Case Conversion").
enum StopWords {
  private static let single: Set<String> = [
    "a", "about", "above", "across", "afore", "after", "against", "al", "along", "alongside",
    "amid", "amidst", "among", "amongst", "an", "and", "anenst", "apropos", "apud", "around",
    "as", "aside", "astride", "at", "athwart", "atop", "barring", "before", "behind", "below",
    "beneath", "beside", "besides", "between", "beyond", "but", "by", "c", "ca", "circa", "d'",
    "de", "despite", "down", "during", "et", "except", "for", "forenenst", "from", "given", "in",
    "inside", "into", "lest", "like", "modulo", "near", "next", "nor", "notwithstanding", "of",
    "off", "on", "onto", "or", "out", "over", "per", "plus", "pro", "qua", "sans", "since", "so",
    "than", "the", "through", "throughout", "thru", "thruout", "till", "to", "toward", "towards",
    "under", "underneath", "until", "unto", "up", "upon", "v", "van", "versus", "via", "von",
    "vs", "with", "within", "without", "yet",
  ]

  private static let double: Set<String> = [
    "according to", "ahead of", "apart from", "as for", "as of", "as per", "as regards",
    "aside from", "back to", "because of", "close to", "due to", "except for", "far from",
    "inside of", "instead of", "near to", "next to", "on to", "out from", "out of", "outside of",
    "prior to", "pursuant to", "rather than", "regardless of", "such as", "that of", "up to",
    "where as",
  ]

  /// How many words the stop word that begins here has; 0 for none.
  static func length(at index: Int, _ words: [Range<Int>], _ text: [UInt8]) -> Int {
    let word = words[index]
    guard word.count <= 15 else { return 0 }
    let first = lowercase(text[word])
    if index + 1 < words.count, words[index + 1].lowerBound == word.upperBound + 1,
      text[word.upperBound] == 0x20, words[index + 1].count <= 10,
      double.contains(first + " " + lowercase(text[words[index + 1]]))
    {
      return 2
    }
    return single.contains(first) ? 1 : 0
  }

  private static func lowercase(_ word: ArraySlice<UInt8>) -> String {
    String(decoding: word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

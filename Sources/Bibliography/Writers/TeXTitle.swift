/// Writes a title as LaTeX source, with braces around what a style must not change.
///
/// In a title whose words are capitalized throughout, capitals at the beginning of words say
/// nothing, and a style may take them; words such as "DNA" are protected. Otherwise, and in other
/// languages, every capital is there for a reason, and so is a small letter where an English
/// sentence would begin with a capital: "A study: grep and its heirs".
struct TeXTitle {
  private let isEnglish: Bool
  private let keepsInitials: Bool
  // Both as `LaTeXText.sentenceCased` has them, which reads the title again.
  private var beginsSentence = true
  private var isAfterEnd = false

  init(_ text: String, isEnglish: Bool) {
    self.isEnglish = isEnglish
    keepsInitials = !isEnglish || !Self.isTitleCase(Markup.plain(text))
  }

  /// - Parameters:
  ///   - text: the next words, without markup.
  ///   - isProtected: whether they are in braces already.
  ///   - result: takes the source.
  mutating func write(_ text: [UInt8], isProtected: Bool, to result: inout [UInt8]) {
    var index = 0
    while index < text.count {
      let start = index
      let first = Self.character(of: text, at: index)
      if first.isInWord {
        var hasCapital = false
        while index < text.count {
          let scalar = Self.character(of: text, at: index)
          guard scalar.isInWord else { break }
          let isInitial = index == start && (beginsSentence || !keepsInitials)
          hasCapital = hasCapital || scalar.isCapital && !isInitial
          index += UTF8.width(scalar)
        }
        let word = text[start..<index]
        let isKept =
          hasCapital || isEnglish && keepsInitials && beginsSentence && Self.isSmall(word)
        (beginsSentence, isAfterEnd) = (false, false)
        if isKept, !isProtected { result.append(UInt8(ascii: "{")) }
        result += word
        if isKept, !isProtected { result.append(UInt8(ascii: "}")) }
        continue
      }
      index += UTF8.width(first)
      switch first {
      case "\u{A0}": result.append(UInt8(ascii: "~"))
      // Two hyphens would become a dash.
      case "-" where result.last == UInt8(ascii: "-"): result += "{}-".utf8
      case _ where first.isASCII: TeXText.escape(text[start], in: &result)
      default: result += text[start..<index]
      }
      notePunctuation(first)
    }
  }

  private mutating func notePunctuation(_ mark: Unicode.Scalar) {
    switch mark {
    case ".", "?", "!", ":": isAfterEnd = true
    case " ", "\n", "\r":
      beginsSentence = beginsSentence || isAfterEnd
      isAfterEnd = false
    default: break
    }
  }

  /// Whether a word would get a capital at the beginning of a sentence: letters of one case alone,
  /// "grep" and not "iPod" or "x2".
  private static func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
    String(decoding: word, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isLowercase)
  }

  /// Whether all long words but the first begin with a capital, and there are enough of them to
  /// tell.
  private static func isTitleCase(_ title: String) -> Bool {
    let bytes = Array(title.utf8)
    var count = 0
    var index = 0
    var isFirst = true
    while index < bytes.count {
      let start = index
      var length = 0
      var hasCapital = false
      while index < bytes.count {
        let scalar = character(of: bytes, at: index)
        guard scalar.isLetter || scalar.isMark || scalar == "'" || scalar == "’" else { break }
        hasCapital = hasCapital || scalar.isCapital
        length += 1
        index += UTF8.width(scalar)
      }
      if start == index {
        index += UTF8.width(character(of: bytes, at: index))
        continue
      }
      if !isFirst, length > 3,
        !smallWords.contains(String(decoding: bytes[start..<index], as: UTF8.self).lowercased())
      {
        guard hasCapital else { return false }
        count += 1
      }
      isFirst = false
    }
    return count > 2
  }

  private static func character(of text: [UInt8], at index: Int) -> Unicode.Scalar {
    text[index] < 0x80 ? Unicode.Scalar(text[index]) : text.span.scalar(at: index)
  }

  private static let smallWords: Set<String> = [
    "about", "above", "across", "after", "against", "along", "among", "around", "before", "behind",
    "below", "beneath", "beside", "between", "beyond", "during", "from", "inside", "into", "near",
    "onto", "over", "since", "than", "through", "toward", "towards", "under", "until", "upon",
    "versus", "what", "with", "within", "without",
  ]
}

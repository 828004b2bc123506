/// Rich text as LaTeX source.
enum TeXText {
  static func text(_ text: String) -> String {
    convert(text) { escaped(String($0)) }
  }

  /// A title with braces around what a style must not make small.
  ///
  /// In a title whose words are capitalized throughout, capitals at the beginning of words say
  /// nothing, and a style may take them; words such as "DNA" are protected. Otherwise, and in other
  /// languages, every capital is there for a reason.
  static func title(_ text: String, isEnglish: Bool) -> String {
    let keepsInitials = !isEnglish || !isTitleCase(RichText.plain(text))
    var beginsSentence = true
    return convert(text) { part in
      protected(part, keepsInitials: keepsInitials, beginsSentence: &beginsSentence)
    }
  }

  private static func convert(_ text: String, _ transform: (Substring) -> String) -> String {
    var result = ""
    var protection = 0
    for piece in RichText.pieces(of: text) {
      switch piece {
      case .text(let part): result += protection > 0 ? escaped(String(part)) : transform(part)
      case .open(let tag):
        result += opening(of: tag)
        if tag == .noCase { protection += 1 }
      case .close(let tag):
        result += tag == .other ? "" : "}"
        if tag == .noCase { protection -= 1 }
      }
    }
    return result
  }

  private static func opening(of tag: RichText.Tag) -> String {
    switch tag {
    case .italic: "\\emph{"
    case .bold: "\\textbf{"
    case .superscript: "\\textsuperscript{"
    case .subscript: "\\textsubscript{"
    case .smallCaps: "\\textsc{"
    case .noCase: "{"
    case .other: ""
    }
  }

  /// Text with TeX's special characters escaped.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) || text.contains("\u{A0}") else { return text }
    var result = ""
    var isAfterHyphen = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&", "%", "$", "#", "_", "{", "}":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "\u{A0}": result += "~"
      case "\n", "\r": result += " "
      // Two hyphens would become a dash.
      case "-" where isAfterHyphen: result += "{}-"
      default: result.unicodeScalars.append(scalar)
      }
      isAfterHyphen = scalar == "-"
    }
    return result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "#"),
      UInt8(ascii: "_"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"),
      UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "-"), 0x0A, 0x0D:
      true
    default: false
    }
  }

  // MARK: Capitals

  /// Whether all long words begin with a capital, and there are enough of them to tell.
  private static func isTitleCase(_ title: String) -> Bool {
    let words = title.split { !$0.isLetter && $0 != "'" && $0 != "’" }.dropFirst()
      .filter { $0.count > 3 && !smallWords.contains($0.lowercased()) }
    return words.count > 2 && words.allSatisfy { $0.contains(where: \.isUppercase) }
  }

  private static let smallWords: Set<String> = [
    "about", "above", "across", "after", "against", "along", "among", "around", "before", "behind",
    "below", "beneath", "beside", "between", "beyond", "during", "from", "inside", "into", "near",
    "onto", "over", "since", "than", "through", "toward", "towards", "under", "until", "upon",
    "versus", "what", "with", "within", "without",
  ]

  private static func protected(
    _ text: Substring, keepsInitials: Bool, beginsSentence: inout Bool
  ) -> String {
    var result = ""
    var word = ""
    var endsSentence = false
    for character in text {
      if character.isLetter || character.isNumber || character.isMark {
        word.append(character)
        continue
      }
      result += protected(word, keepsInitials: keepsInitials, beginsSentence: &beginsSentence)
      word = ""
      result += escaped(String(character))
      if ".?!:".contains(character) {
        endsSentence = true
      } else {
        if endsSentence, character == " " { beginsSentence = true }
        endsSentence = false
      }
    }
    result += protected(word, keepsInitials: keepsInitials, beginsSentence: &beginsSentence)
    return result
  }

  private static func protected(
    _ word: String, keepsInitials: Bool, beginsSentence: inout Bool
  ) -> String {
    guard let first = word.first else { return "" }
    let hasInnerCapital = word.dropFirst().contains(where: \.isUppercase)
    let hasCapital = first.isUppercase && (keepsInitials && !beginsSentence) || hasInnerCapital
    beginsSentence = false
    return hasCapital ? "{\(word)}" : word
  }
}

extension Character {
  fileprivate var isMark: Bool {
    unicodeScalars.first?.properties.generalCategory == .nonspacingMark
  }
}

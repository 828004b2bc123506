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
    guard holdsSpecial(text) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): result += "\\textbackslash{}".utf8
      case UInt8(ascii: "~"): result += "\\textasciitilde{}".utf8
      case UInt8(ascii: "^"): result += "\\textasciicircum{}".utf8
      case 0x0A, 0x0D: result.append(0x20)
      // A no-break space.
      case 0xA0 where previous == 0xC2:
        result.removeLast()
        result.append(UInt8(ascii: "~"))
      // Two hyphens would become a dash.
      case UInt8(ascii: "-") where previous == byte: result += "{}-".utf8
      default:
        if special.contains(byte) { result.append(UInt8(ascii: "\\")) }
        result.append(byte)
      }
      previous = byte
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let special = ByteSet("&%$#_{}")
  private static let rewritten = ByteSet("&%$#_{}\\~^\n\r")

  private static func holdsSpecial(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var previous: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if rewritten.contains(byte) || byte == UInt8(ascii: "-") && previous == byte
        || byte == 0xA0 && previous == 0xC2
      {
        return true
      }
      previous = byte
    }
    return false
  }

  // MARK: Capitals

  /// Whether all long words begin with a capital, and there are enough of them to tell.
  private static func isTitleCase(_ title: String) -> Bool {
    let words = title.unicodeScalars
      .split { !$0.isLetter && !$0.isMark && $0 != "'" && $0 != "’" }.dropFirst()
      .filter { $0.count > 3 && !smallWords.contains(String($0).lowercased()) }
    return words.count > 2 && words.allSatisfy { $0.contains(where: \.isCapital) }
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
    var endsSentence = false
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      let isWord = first.isInWord
      let run = rest.prefix { $0.isInWord == isWord }
      rest = rest[run.endIndex...]
      if isWord {
        let keeps = keepsInitials && !beginsSentence
        let isProtected = first.isCapital && keeps || run.dropFirst().contains(where: \.isCapital)
        beginsSentence = false
        result += isProtected ? "{\(Substring(run))}" : Substring(run)
        continue
      }
      for scalar in run {
        result += escaped(String(scalar))
        if ".?!:".unicodeScalars.contains(scalar) {
          endsSentence = true
        } else {
          if endsSentence, scalar == " " { beginsSentence = true }
          endsSentence = false
        }
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  fileprivate var isInWord: Bool {
    isASCII
      ? isLetter || ("0"..."9").contains(self)
      : isLetter || properties.numericType != nil || isMark
  }

  fileprivate var isLetter: Bool {
    isASCII
      ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) : properties.isAlphabetic
  }

  fileprivate var isCapital: Bool {
    isASCII ? ("A"..."Z").contains(self) : properties.isUppercase
  }

  fileprivate var isMark: Bool {
    !isASCII && properties.generalCategory == .nonspacingMark
  }
}

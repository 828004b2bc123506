/// Rich text as LaTeX source.
enum TeXText {
  static func text(_ text: String) -> String {
    holds(rewrittenOrMarkup, text)
      ? convert(text) { result, part in result += escaped(String(part)).utf8 } : text
  }

  /// A title with braces around what a style must not make small.
  ///
  /// In a title whose words are capitalized throughout, capitals at the beginning of words say
  /// nothing, and a style may take them; words such as "DNA" are protected. Otherwise, and in other
  /// languages, every capital is there for a reason.
  static func title(_ text: String, isEnglish: Bool) -> String {
    let keepsInitials = !isEnglish || !isTitleCase(RichText.plain(text))
    var beginsSentence = true
    return convert(text) { result, part in
      protect(
        Array(String(part).utf8), keepsInitials: keepsInitials, beginsSentence: &beginsSentence,
        in: &result)
    }
  }

  private static func convert(
    _ text: String, _ append: (inout [UInt8], Substring) -> Void
  ) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 32)
    var protection = 0
    for piece in RichText.pieces(of: text) {
      switch piece {
      case .text(let part):
        if protection > 0 { result += escaped(String(part)).utf8 } else { append(&result, part) }
      case .open(let tag):
        result += opening(of: tag).utf8
        if tag == .noCase { protection += 1 }
      case .close(let tag):
        if tag != .other { result.append(UInt8(ascii: "}")) }
        if tag == .noCase { protection -= 1 }
      }
    }
    return String(decoding: result, as: UTF8.self)
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
    guard holds(rewritten, text) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      // A no-break space.
      case 0xA0 where previous == 0xC2:
        result.removeLast()
        result.append(UInt8(ascii: "~"))
      // Two hyphens would become a dash.
      case UInt8(ascii: "-") where previous == byte: result += "{}-".utf8
      default: escape(byte, in: &result)
      }
      previous = byte
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func escape(_ byte: UInt8, in result: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\\"): result += "\\textbackslash{}".utf8
    case UInt8(ascii: "~"): result += "\\textasciitilde{}".utf8
    case UInt8(ascii: "^"): result += "\\textasciicircum{}".utf8
    case 0x0A, 0x0D: result.append(0x20)
    case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "#"),
      UInt8(ascii: "_"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      result.append(UInt8(ascii: "\\"))
      result.append(byte)
    default: result.append(byte)
    }
  }

  private static let rewritten = ByteSet("&%$#_{}\\~^\n\r")
  private static let rewrittenOrMarkup = ByteSet("&%$#_{}\\~^\n\r<")

  /// Whether the text holds one of some bytes, two hyphens, or a no-break space.
  private static func holds(_ set: ByteSet, _ text: String) -> Bool {
    let bytes = text.utf8.span
    var previous: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if set.contains(byte) || byte == UInt8(ascii: "-") && previous == byte
        || byte == 0xA0 && previous == 0xC2
      {
        return true
      }
      previous = byte
    }
    return false
  }

  // MARK: Capitals

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

  private static func protect(
    _ text: [UInt8], keepsInitials: Bool, beginsSentence: inout Bool, in result: inout [UInt8]
  ) {
    var endsSentence = false
    var index = 0
    while index < text.count {
      let first = character(of: text, at: index)
      if first.isInWord {
        let start = index
        index += UTF8.width(first)
        var hasCapital = first.isCapital && keepsInitials && !beginsSentence
        while index < text.count {
          let scalar = character(of: text, at: index)
          guard scalar.isInWord else { break }
          hasCapital = hasCapital || scalar.isCapital
          index += UTF8.width(scalar)
        }
        beginsSentence = false
        if hasCapital { result.append(UInt8(ascii: "{")) }
        result += text[start..<index]
        if hasCapital { result.append(UInt8(ascii: "}")) }
        continue
      }
      let length = UTF8.width(first)
      if first.isASCII {
        escape(text[index], in: &result)
      } else if first == "\u{A0}" {
        result.append(UInt8(ascii: "~"))
      } else {
        result += text[index..<index + length]
      }
      index += length
      if ".?!:".unicodeScalars.contains(first) {
        endsSentence = true
      } else {
        if endsSentence, first == " " { beginsSentence = true }
        endsSentence = false
      }
    }
  }
}

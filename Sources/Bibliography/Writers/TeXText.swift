/// Rich text as LaTeX source.
enum TeXText {
  static func text(_ text: String) -> String {
    holds(rewrittenOrMarkup, text)
      ? convert(text) { result, part, _ in result += escaped(String(part)).utf8 } : text
  }

  /// A title with braces around what a style must not change: see `TeXTitle`.
  static func title(_ text: String, isEnglish: Bool) -> String {
    var title = TeXTitle(text, isEnglish: isEnglish)
    return convert(text) { result, part, isProtected in
      title.write(Array(String(part).utf8), isProtected: isProtected, to: &result)
    }
  }

  private static func convert(
    _ text: String, _ append: (inout [UInt8], Substring, _ isProtected: Bool) -> Void
  ) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 32)
    var protection = 0
    for piece in Markup.pieces(of: text) {
      switch piece {
      case .text(let part):
        append(&result, part, protection > 0)
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

  private static func opening(of tag: Markup.Tag) -> String {
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

  static func escape(_ byte: UInt8, in result: inout [UInt8]) {
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
}

public import Bibliography

extension FormattedText {
  /// The text without any formatting; what is raised is so by its characters, where they exist.
  public var plain: String {
    marks.contains { $0.changesCharacters }
      ? plainWithBreaks : String(decoding: bytes, as: UTF8.self)
  }

  private var plainWithBreaks: String {
    // The whole text, and the raised texts in it that are not yet complete.
    var texts = [""]
    var start = 0
    for (index, mark) in marks.enumerated() {
      texts[texts.count - 1] += string(start..<mark.place)
      start = mark.place
      switch (mark.format, mark.opens) {
      case (.styled(.superscript), true): texts.append("")
      case (.styled(.superscript), false):
        let base = texts.removeLast()
        texts[texts.count - 1] += Superscripts.raised(base) ?? base
      case (.display(let display), true):
        texts[texts.count - 1] += separator(
          after: texts[texts.count - 1].last, before: display,
          of: mark.place..<marks[end(of: index)].place)
      default: break
      }
    }
    return texts[0] + string(start..<bytes.count)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// What keeps a displayed part apart from the character before it.
  private func separator(after last: Character?, before display: Display, of part: Range<Int>)
    -> String
  {
    guard let last else { return "" }
    switch display {
    // A block or an indented line cannot share its line with what stands before it.
    case .block, .indent: return last == "\n" ? "" : "\n"
    case .rightInline:
      return last.isWhitespace || string(part).first?.isWhitespace ?? true ? "" : " "
    case .leftMargin: return ""
    }
  }
}

extension FormattedText.Mark {
  /// Whether plain text has other characters for what it formats.
  fileprivate var changesCharacters: Bool {
    switch format {
    case .styled(.superscript), .display: true
    case .styled, .link, .cite, .isolated: false
    }
  }
}

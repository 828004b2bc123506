extension ReadingState {
  /// The content of HTML that only places images and words, such as `<p><img …></p>` in a list.
  ///
  /// Nil when it does anything else, or holds nothing to show.
  mutating func plainHTML(_ html: [UInt8], at range: Range<Int>) -> InlinePiece? {
    guard let parts = plainParts(of: String(decoding: html, as: UTF8.self)) else { return nil }
    var assembler = InlineAssembler(capacity: parts.count)
    for part in parts {
      switch part {
      case .words(let words): assembler.add(markedText: Array(words.utf8), at: range, &self)
      case .tag(let tag): assembler.add(html: tag, at: range, &self)
      }
    }
    var piece = assembler.assemble(&self)
    piece.inlines = piece.inlines.trimmed
    return piece
  }

  private enum PlainPart {
    case words(String)
    case tag(String)
  }

  /// The words and the tags that stand for something.
  private func plainParts(of html: String) -> [PlainPart]? {
    var parts: [PlainPart] = []
    var isShown = false
    var rest = html[...]
    while let character = rest.first {
      guard character == "<" else {
        let text = rest.prefix { $0 != "<" }
        rest = rest[text.endIndex...]
        let words = HTMLTag.decoded(
          text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        guard !words.isEmpty else { continue }
        isShown = true
        let before = text.first?.isWhitespace == true ? " " : ""
        let after = text.last?.isWhitespace == true ? " " : ""
        parts.append(.words(before + words + after))
        continue
      }
      if rest.hasPrefix("<!--") {
        rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
        continue
      }
      guard let close = rest.firstIndex(of: ">") else { return nil }
      let text = self.text.restored(Array(rest[...close].utf8), source: source)
      rest = rest[close...].dropFirst()
      guard let tag = HTMLTag(text) else { return nil }
      if HTMLTag.containers.contains(tag.name) {
        if tag.runsScripts { return nil }
      } else if tag.isKnown {
        parts.append(.tag(text))
        if tag.name == "img" || tag.name == "br" { isShown = true }
      } else {
        return nil
      }
    }
    return isShown ? parts : nil
  }
}

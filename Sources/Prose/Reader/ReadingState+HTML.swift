extension ReadingState {
  /// The content of HTML that only places images and words, such as `<p align="center"><img …></p>`.
  ///
  /// Nil when it does anything else, or holds nothing to show.
  mutating func plainHTML(_ html: String, at range: Range<Int>) -> InlinePiece? {
    var assembler = InlineAssembler()
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
        assembler.add(text: before + words + after, at: range)
        continue
      }
      if rest.hasPrefix("<!--") {
        rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
        continue
      }
      guard let close = rest.firstIndex(of: ">") else { return nil }
      let text = String(rest[...close])
      rest = rest[close...].dropFirst()
      guard let tag = HTMLTag(text) else { return nil }
      switch tag.name {
      case "p", "div", "center", "figure", "figcaption":
        if tag.attributes.pairs.contains(where: { $0.key.hasPrefix("on") }) { return nil }
      case "img", "br":
        isShown = true
        assembler.add(html: text, at: range, &self)
      case _ where tag.isKnown: assembler.add(html: text, at: range, &self)
      default: return nil
      }
    }
    guard isShown else { return nil }
    var piece = assembler.assemble(&self)
    piece.inlines = piece.inlines.trimmed
    return piece
  }
}

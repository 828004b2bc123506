extension [Inline] {
  /// The words alone, without marks of any kind; notes and citations are left out.
  package var plainText: String {
    var text = ""
    for inline in self { inline.appendPlainText(to: &text) }
    return text
  }

  /// Whether nothing would be printed.
  var isBlank: Bool {
    allSatisfy { inline in
      switch inline.kind {
      case .softBreak, .lineBreak: true
      case .text(let text): text.utf8.allSatisfy(Prose.isBlank)
      default: false
      }
    }
  }

  /// The same without breaks and blanks at its ends.
  var trimmed: [Inline] {
    var inlines = self
    while let last = inlines.last {
      if last.kind == .softBreak {
        inlines.removeLast()
      } else if case .text(var text) = last.kind, text.hasSuffix(" ") {
        while text.hasSuffix(" ") { text.removeLast() }
        inlines.removeLast()
        if text.isEmpty { continue }
        inlines.append(Inline(.text(text), at: last.range))
      } else {
        break
      }
    }
    return inlines
  }

  /// The lines of a paragraph whose every line begins with a bar; blanks after it are kept.
  var verse: [[Inline]]? {
    guard case .text(let begin)? = first?.kind, begin == "|" || begin.hasPrefix("| ") else {
      return nil
    }
    var lines: [[Inline]] = []
    var line: [Inline] = []
    for (offset, inline) in enumerated() {
      let isLineStart = offset == 0 || self[offset - 1].kind == .softBreak
      if inline.kind == .softBreak {
        continue
      }
      guard isLineStart else {
        line.append(inline)
        continue
      }
      guard case .text(let text) = inline.kind, text == "|" || text.hasPrefix("| ") else {
        // A line that goes on without a bar belongs to the one before it.
        line.append(Inline(.text(" "), at: inline.range))
        line.append(inline)
        continue
      }
      // Such a line is part of a table that is none for another reason.
      if text.utf8.allSatisfy({ "|-: ".utf8.contains($0) }), text.contains("-") { return nil }
      if offset > 0 { lines.append(line) }
      let words = text.dropFirst(2)
      let blanks = words.prefix { $0 == " " }
      let content = String(repeating: "\u{A0}", count: blanks.count) + words.dropFirst(blanks.count)
      line = content.isEmpty ? [] : [Inline(.text(content), at: inline.range)]
    }
    return lines + [line]
  }
}

extension Inline {
  fileprivate func appendPlainText(to text: inout String) {
    switch kind {
    case .text(let words), .code(let words): text += words
    case .softBreak, .lineBreak: text += " "
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
      .superscript(let inlines), .subscript(let inlines), .smallCaps(let inlines),
      .span(_, let inlines):
      for inline in inlines { inline.appendPlainText(to: &text) }
    case .link(let link): for inline in link.inlines { inline.appendPlainText(to: &text) }
    case .image(let image): for inline in image.alternative { inline.appendPlainText(to: &text) }
    case .math(let math): text += math.tex
    case .html, .footnoteReference, .citation, .crossReference: break
    }
  }
}

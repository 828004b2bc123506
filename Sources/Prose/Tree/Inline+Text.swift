extension [Inline] {
  /// The words alone, without marks of any kind; notes and citations are left out.
  package var plainText: String { plainText { _ in nil } }

  /// The words alone, with those of citations by their numbers.
  package func plainText(citing words: (Int) -> String?) -> String {
    var text = ""
    for inline in self { inline.appendPlainText(to: &text, citing: words) }
    return text
  }

  /// The numbers of the citations in it.
  var citations: [Int] {
    flatMap { inline in
      if case .citation(let index) = inline.kind { [index] } else { inline.content.citations }
    }
  }

  /// Whether nothing would be printed.
  var isBlank: Bool {
    let inlines = span
    for index in inlines.indices {
      switch inlines[index].kind {
      case .softBreak, .lineBreak: break
      case .text(let text) where text.utf8.allSatisfy(Prose.isBlank): break
      default: return false
      }
    }
    return true
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
    guard case .text(let begin)? = first?.kind, begin.utf8.first == UInt8(ascii: "|"),
      begin == "|" || begin.hasPrefix("| ")
    else {
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
  /// The inlines inside it.
  var content: [Inline] {
    switch kind {
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
      .superscript(let inlines), .subscript(let inlines), .smallCaps(let inlines),
      .span(_, let inlines):
      inlines
    case .link(let link): link.inlines
    case .image(let image): image.alternative
    case .text, .softBreak, .lineBreak, .code, .math, .html, .footnoteReference, .citation,
      .crossReference:
      []
    }
  }

  fileprivate func appendPlainText(to text: inout String, citing words: (Int) -> String?) {
    switch kind {
    case .text(let words), .code(let words): text += words
    case .softBreak, .lineBreak: text += " "
    case .math(let math): text += math.tex
    case .citation(let index): text += words(index) ?? ""
    default: for inline in content { inline.appendPlainText(to: &text, citing: words) }
    }
  }
}

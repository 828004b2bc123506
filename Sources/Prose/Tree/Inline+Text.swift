import Reporting

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
      case .lineBreak: break
      case .text(let text) where text.utf8.allSatisfy(Prose.isBlank): break
      default: return false
      }
    }
    return true
  }

  /// The same without blanks and ends of lines behind it.
  var trimmed: [Inline] {
    var inlines = self
    while let last = inlines.last, case .text(var text) = last.kind,
      text.hasSuffix(" ") || text.hasSuffix("\n")
    {
      while text.hasSuffix(" ") || text.hasSuffix("\n") { text.removeLast() }
      inlines.removeLast()
      if !text.isEmpty { inlines.append(Inline(.text(text), at: last.range)) }
    }
    return inlines
  }

  /// The lines of a paragraph whose every line begins with a bar; blanks after it are kept.
  var verse: [[Inline]]? {
    guard case .text(let begin)? = first?.kind, begin.utf8.first == UInt8(ascii: "|") else {
      return nil
    }
    var verse: [[Inline]] = []
    for line in lines {
      guard let first = line.first else { continue }
      guard case .text(let text) = first.kind, text == "|" || text.hasPrefix("| ") else {
        guard !verse.isEmpty else { return nil }
        // A line that goes on without a bar belongs to the one before it.
        verse[verse.count - 1] += [Inline(.text(" "), at: first.range)] + line
        continue
      }
      // Such a line is part of a table that is none for another reason.
      if text.utf8.allSatisfy({ "|-: ".utf8.contains($0) }), text.contains("-") { return nil }
      let words = text.dropFirst(2)
      let blanks = words.prefix { $0 == " " }
      let content = String(repeating: "\u{A0}", count: blanks.count) + words.dropFirst(blanks.count)
      let begin = content.isEmpty ? [] : [Inline(.text(content), at: first.range)]
      verse.append(begin + line.dropFirst())
    }
    return verse
  }

  /// The same line by line, as the author has set it.
  var lines: [[Inline]] {
    var lines: [[Inline]] = [[]]
    for inline in self {
      guard case .text(let text) = inline.kind else {
        lines[lines.count - 1].append(inline)
        continue
      }
      let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, part) in parts.enumerated() {
        if number > 0 { lines.append([]) }
        if !part.isEmpty {
          lines[lines.count - 1].append(Inline(.text(String(part)), at: inline.range))
        }
      }
    }
    return lines
  }

  /// The same line by line where its author has broken the lines, within emphasis too.
  package var brokenLines: [[Inline]] {
    guard holdsBreak else { return [self] }
    var lines: [[Inline]] = [[]]
    for inline in self {
      let parts = inline.kind == .lineBreak ? [[], []] : inline.brokenLines
      lines[lines.count - 1] += parts[0]
      lines += parts.dropFirst()
    }
    return lines
  }

  private var holdsBreak: Bool {
    let inlines = span
    for index in inlines.indices {
      if case .lineBreak = inlines[index].kind { return true }
      if inlines[index].content.holdsBreak { return true }
    }
    return false
  }

  /// Whether the author has set it in more than one line.
  var holdsLineEnd: Bool {
    contains { inline in
      if case .text(let text) = inline.kind { text.holdsNewline } else { false }
    }
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
    case .text, .lineBreak, .code, .math, .html, .footnoteReference, .citation,
      .crossReference:
      []
    }
  }

  /// An inline for each line, with what is in it.
  fileprivate var brokenLines: [[Inline]] {
    func lines(_ inlines: [Inline], _ kind: ([Inline]) -> Kind) -> [[Inline]] {
      inlines.brokenLines.map { [Inline(kind($0), at: range)] }
    }
    return switch kind {
    case .emphasis(let inlines): lines(inlines, Kind.emphasis)
    case .strong(let inlines): lines(inlines, Kind.strong)
    case .strikethrough(let inlines): lines(inlines, Kind.strikethrough)
    case .superscript(let inlines): lines(inlines, Kind.superscript)
    case .subscript(let inlines): lines(inlines, Kind.subscript)
    case .smallCaps(let inlines): lines(inlines, Kind.smallCaps)
    case .span(let attributes, let inlines): lines(inlines) { .span(attributes, $0) }
    default: [[self]]
    }
  }

  fileprivate func appendPlainText(to text: inout String, citing words: (Int) -> String?) {
    switch kind {
    case .text(let words): text += words.linesJoined
    case .code(let words): text += words
    case .lineBreak: text += " "
    case .math(let math): text += math.tex
    case .citation(let index): text += words(index) ?? ""
    default: for inline in content { inline.appendPlainText(to: &text, citing: words) }
    }
  }
}

extension String {
  fileprivate var holdsNewline: Bool { utf8.span.holds(0x0A, 0x0A) }

  /// The same with a blank in place of each newline.
  fileprivate var linesJoined: String {
    guard holdsNewline else { return self }
    var bytes = Array(utf8)
    for index in bytes.indices where bytes[index] == 0x0A { bytes[index] = 0x20 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Image {
  /// What stands for the image where it is not seen: what its author wrote for that, or the words in
  /// brackets.
  package func alternativeText(citing words: (Int) -> String?) -> String {
    attributes[key: "alt"] ?? attributes[key: "fig-alt"] ?? alternative.plainText(citing: words)
  }
}

import JournalModel

extension RichText {
  /// Reads `*emphasis*`, `**strong**`, `_emphasis_`, backslash escapes and the tags `<i> <em> <b>
  /// <strong> <sup> <sub> <sc>`, and code between backticks; anything else is text.
  init(markdown: String) {
    guard markdown.utf8.contains(where: { "*_<\\`".utf8.contains($0) }) else {
      self.init(markdown)
      return
    }
    var scanner = RichTextScanner(text: Array(markdown.unicodeScalars))
    self.init(scanner.runs(until: nil, style: .plain))
  }
}

/// Walks over the characters of a short text and collects its runs.
private struct RichTextScanner {
  let text: [Unicode.Scalar]
  var index = 0

  private static let tags: [(name: String, style: RichText.Style)] = [
    ("i", .italic), ("em", .italic), ("b", .bold), ("strong", .bold), ("sup", .superscript),
    ("sub", .subscript), ("sc", .smallCaps),
  ]

  /// The runs up to `end`, which is passed over, or to the end of the text.
  mutating func runs(until end: String?, style: RichText.Style) -> [RichText.Run] {
    var runs: [RichText.Run] = []
    var plain = String.UnicodeScalarView()
    func flush(_ runs: inout [RichText.Run]) {
      if !plain.isEmpty { runs.append(.init(String(plain), style)) }
      plain = .init()
    }
    while index < text.count {
      if let end, starts(with: end) {
        index += end.unicodeScalars.count
        break
      }
      if text[index] == "\\", index + 1 < text.count, text[index + 1].isPunctuation {
        plain.append(text[index + 1])
        index += 2
      } else if let code = codeSpan() {
        plain.append(contentsOf: text[code])
        index = code.upperBound + (code.lowerBound - index)
      } else if let (opening, closing, inner) = opening() {
        flush(&runs)
        index += opening.unicodeScalars.count
        runs += self.runs(until: closing, style: inner)
      } else {
        plain.append(text[index])
        index += 1
      }
    }
    flush(&runs)
    return runs
  }

  /// The mark of emphasis that begins here and ends further on.
  private func opening() -> (opening: String, closing: String, style: RichText.Style)? {
    if text[index] == "<" {
      for (name, style) in Self.tags where starts(with: "<\(name)>") && isClosed("</\(name)>") {
        return ("<\(name)>", "</\(name)>", style)
      }
      return nil
    }
    for (mark, style) in [("**", RichText.Style.bold), ("*", .italic), ("_", .italic)]
    where starts(with: mark) && isEmphasis(mark) {
      return (mark, mark, style)
    }
    return nil
  }

  /// The text of a code span that begins here (CommonMark §6.1); code has no style of its own.
  private func codeSpan() -> Range<Int>? {
    guard text[index] == "`" else { return nil }
    let length = text[index...].prefix { $0 == "`" }.count
    var place = index + length
    while place < text.count {
      let run = text[place...].prefix { $0 == "`" }.count
      if run == length { return index + length..<place }
      place += max(run, 1)
    }
    return nil
  }

  private func starts(with mark: String) -> Bool {
    text[index...].starts(with: mark.unicodeScalars)
  }

  private func isClosed(_ tag: String) -> Bool {
    let length = tag.unicodeScalars.count
    return text.indices.dropFirst(index).contains {
      $0 + length <= text.count && text[$0..<$0 + length].elementsEqual(tag.unicodeScalars)
    }
  }

  /// Whether the mark opens here and one closes further on (CommonMark §6.2, without nesting of
  /// the same mark): text follows the first and precedes the last, `_` never stands in a word.
  private func isEmphasis(_ mark: String) -> Bool {
    let length = mark.unicodeScalars.count
    let start = index + length
    guard start < text.count, !text[start].isBlank else { return false }
    let inWord = index > 0 && text[index - 1].properties.isAlphabetic
    if mark == "_", inWord { return false }
    var place = start + 1
    while place + length <= text.count {
      if text[place..<place + length].elementsEqual(mark.unicodeScalars),
        !text[place - 1].isBlank, text[place - 1] != "\\"
      {
        let next = place + length < text.count ? text[place + length] : " "
        if mark != "_" || !next.properties.isAlphabetic { return true }
      }
      place += 1
    }
    return false
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { value <= 0x20 || value == 0xA0 }

  fileprivate var isPunctuation: Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}

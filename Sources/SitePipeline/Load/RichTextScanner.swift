import JournalModel

/// Walks over the characters of a short text and collects its runs.
struct RichTextScanner {
  let text: [Unicode.Scalar]
  /// Whether nothing but tags means anything.
  var readsOnlyTags = false
  var index = 0
  /// Commands of TeX that are left out.
  var unknownCommands: [String] = []
  /// What has been read as letters of TeX and may be none.
  var doubtfulLetters: [(spelling: String, text: String)] = []

  init(text: [Unicode.Scalar], readsOnlyTags: Bool = false) {
    self.text = text
    self.readsOnlyTags = readsOnlyTags
  }

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
      if let (opening, closing, inner) = opening() {
        flush(&runs)
        index += opening.unicodeScalars.count
        runs += self.runs(until: closing, style: inner)
      } else if readsOnlyTags {
        plain.append(text[index])
        index += 1
      } else if let words = words() {
        plain.append(contentsOf: words)
      } else if let markup = texMarkup() {
        var scanner = RichTextScanner(text: Array(markup.unicodeScalars), readsOnlyTags: true)
        for run in scanner.runs(until: nil, style: style) {
          if run.style == style {
            plain.append(contentsOf: run.text.unicodeScalars)
          } else {
            flush(&runs)
            runs.append(run)
          }
        }
      } else {
        plain.append(text[index])
        index += 1
      }
    }
    flush(&runs)
    return runs
  }

  /// What stands here for other characters: an escape, a letter of TeX, code, a dash.
  private mutating func words() -> [Unicode.Scalar]? {
    switch text[index] {
    case "\\":
      if let letter = letter() { return letter }
      guard index + 1 < text.count, text[index + 1].isPunctuation, text[index + 1] != "," else {
        return nil
      }
      index += 2
      return [text[index - 1]]
    case "`":
      guard let code = codeSpan() else { return nil }
      index = code.upperBound + (code.lowerBound - index)
      return Array(text[code])
    case "-":
      let length = text[index...].prefix { $0 == "-" }.count
      guard length == 2 || length == 3 else {
        index += length
        return Array(repeating: "-", count: length)
      }
      index += length
      return [length == 2 ? "–" : "—"]
    default: return nil
    }
  }

  // MARK: Markdown

  /// The mark of emphasis that begins here and ends further on.
  private func opening() -> (opening: String, closing: String, style: RichText.Style)? {
    if text[index] == "<" {
      for (name, style) in Self.tags where starts(with: "<\(name)>") && isClosed("</\(name)>") {
        return ("<\(name)>", "</\(name)>", style)
      }
      return nil
    }
    if readsOnlyTags { return nil }
    for (mark, style) in [("**", RichText.Style.bold), ("*", .italic), ("_", .italic)]
    where starts(with: mark) && isEmphasis(mark) {
      return (mark, mark, style)
    }
    if text[index] == "~", isClosedBeforeBlank() { return ("~", "~", .subscript) }
    if text[index] == "^", isClosedBeforeBlank() { return ("^", "^", .superscript) }
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

  /// Whether the mark that stands here stands again behind some characters without a blank.
  private func isClosedBeforeBlank() -> Bool {
    let mark = text[index]
    guard index == 0 || text[index - 1] != mark else { return false }
    let content = text[(index + 1)...].prefix { $0 != mark && !$0.isBlank }
    return !content.isEmpty && content.endIndex < text.count && text[content.endIndex] == mark
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
  var isBlank: Bool { value <= 0x20 || value == 0xA0 }

  fileprivate var isPunctuation: Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}

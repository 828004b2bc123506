import JournalModel

/// Walks over the characters of a short text and collects its runs.
///
/// The time it takes grows with the length of the text: whether something that opens is closed
/// further on is looked up in the last places where such a thing ends (`LastEnds`).
struct RichTextScanner {
  let text: [Unicode.Scalar]
  /// Of what stands in no stretch.
  private let style: RichText.Style
  /// Whether nothing but tags means anything.
  private let readsOnlyTags: Bool
  private let lastEnds: LastEnds
  var index = 0
  /// Each once.
  private(set) var oddities: [Oddity] = []
  private var noted: Set<Oddity> = []
  private var runs: [RichText.Run] = []
  /// What has been read since the last run, in the style of the innermost stretch.
  private var plain = String.UnicodeScalarView()
  private var stretches: [Stretch] = []

  init(text: [Unicode.Scalar], in style: RichText.Style = .plain, readsOnlyTags: Bool = false) {
    self.text = text
    self.style = style
    self.readsOnlyTags = readsOnlyTags
    lastEnds = LastEnds(in: text)
  }

  /// What an author may not have meant so.
  enum Oddity: Hashable {
    /// A command of TeX that is left out.
    case command(String)
    /// What has been read as a letter of TeX and may be none.
    case letter(String, as: String)
    /// Attributes of a span that mean nothing here.
    case attributes(String)
    /// The address of a link, which leads nowhere from here.
    case link(String)
    /// The name of no character.
    case character(String)
  }

  /// A stretch of text with a style of its own, up to what closes it.
  struct Stretch {
    let opening: [Unicode.Scalar]
    let closing: [Unicode.Scalar]
    let style: RichText.Style

    init(_ opening: String, _ closing: String, _ style: RichText.Style) {
      self.opening = Array(opening.unicodeScalars)
      self.closing = Array(closing.unicodeScalars)
      self.style = style
    }

    static let tags = [
      ("i", .italic), ("em", .italic), ("b", .bold), ("strong", .bold), ("sup", .superscript),
      ("sub", .subscript), ("sc", .smallCaps),
    ].map { (name: String, style: RichText.Style) in Self("<\(name)>", "</\(name)>", style) }

    /// In the order in which they are looked for.
    static let emphasis = [
      Self("**", "**", .bold), Self("*", "*", .italic), Self("_", "_", .italic),
    ]
    static let subscripted = Self("~", "~", .subscript)
    static let superscripted = Self("^", "^", .superscript)

    /// A span of pandoc or a link, in brackets with attributes or an address behind it.
    init(bracketsBefore tail: ArraySlice<Unicode.Scalar>, _ style: RichText.Style) {
      opening = ["["]
      closing = ["]"] + tail
      self.style = style
    }
  }

  /// All runs of the text, each with the style of the innermost stretch that it stands in.
  mutating func allRuns() -> [RichText.Run] {
    while index < text.count {
      if let stretch = stretches.last, starts(with: stretch.closing) {
        flush()
        stretches.removeLast()
        index += stretch.closing.count
      } else if let stretch = opening() {
        flush()
        stretches.append(stretch)
        index += stretch.opening.count
      } else if readsOnlyTags {
        plain.append(text[index])
        index += 1
      } else if let words = words() {
        plain.append(contentsOf: words)
      } else if let markup = texMarkup() {
        add(markup)
      } else {
        plain.append(text[index])
        index += 1
      }
    }
    flush()
    return runs
  }

  var innermostStyle: RichText.Style { stretches.last?.style ?? style }

  /// Ends the run that is being read.
  private mutating func flush() {
    if !plain.isEmpty { runs.append(.init(String(plain), innermostStyle)) }
    plain = .init()
  }

  /// Adds what TeX has become: text with tags.
  private mutating func add(_ markup: String) {
    var scanner = RichTextScanner(
      text: Array(markup.unicodeScalars), in: innermostStyle, readsOnlyTags: true)
    for run in scanner.allRuns() {
      if run.style == innermostStyle {
        plain.append(contentsOf: run.text.unicodeScalars)
      } else {
        flush()
        runs.append(run)
      }
    }
  }

  mutating func note(_ oddity: Oddity) {
    if noted.insert(oddity).inserted { oddities.append(oddity) }
  }

  /// What stands here for other characters: an escape, a letter of TeX, a character's name, code, a
  /// dash.
  private mutating func words() -> ArraySlice<Unicode.Scalar>? {
    switch text[index] {
    case "\\":
      if let letter = letter() { return letter[...] }
      guard index + 1 < text.count, text[index + 1].isPunctuation, text[index + 1] != "," else {
        return nil
      }
      index += 2
      return [text[index - 1]]
    case "&": return character()
    case "`": return code()
    case "-":
      let length = text[index...].prefix { $0 == "-" }.count
      index += length
      switch length {
      case 2: return ["–"]
      case 3: return ["—"]
      default: return text[index - length..<index]
      }
    default: return nil
    }
  }

  /// The text of the code span that begins here, or the backticks that begin none
  /// (CommonMark §6.1); code has no style of its own.
  private mutating func code() -> ArraySlice<Unicode.Scalar> {
    let start = index
    let length = text[start...].prefix { $0 == "`" }.count
    index += length
    var place = index
    while place < text.count {
      guard text[place] == "`" else {
        place += 1
        continue
      }
      let run = text[place...].prefix { $0 == "`" }.count
      if run == length {
        defer { index = place + length }
        return text[index..<place]
      }
      place += run
    }
    return text[start..<index]
  }

  // MARK: Markdown

  /// The stretch that begins here and ends further on.
  private mutating func opening() -> Stretch? {
    switch text[index] {
    case "<":
      Stretch.tags.first { starts(with: $0.opening) && lastEnds.isClosed($0.closing, after: index) }
    case _ where readsOnlyTags: nil
    case "*", "_": Stretch.emphasis.first { starts(with: $0.opening) && isEmphasis($0) }
    case "[": span() ?? link()
    case "~": isClosedBeforeBlank() ? Stretch.subscripted : nil
    case "^": isClosedBeforeBlank() ? Stretch.superscripted : nil
    default: nil
    }
  }

  /// Whether a bracket closes further on with this sign behind it.
  func isBracketClosed(before sign: Unicode.Scalar) -> Bool {
    lastEnds.isClosed(["]", sign], after: index)
  }

  private func starts(with mark: [Unicode.Scalar]) -> Bool { text[index...].starts(with: mark) }

  /// Whether the mark that stands here stands again behind some characters without a blank.
  private func isClosedBeforeBlank() -> Bool {
    let mark = text[index]
    guard index == 0 || text[index - 1] != mark else { return false }
    let content = text[(index + 1)...].prefix { $0 != mark && !$0.isBlank }
    return !content.isEmpty && content.endIndex < text.count && text[content.endIndex] == mark
  }

  /// Whether the mark opens here and one closes further on (CommonMark §6.2, without nesting of
  /// the same mark): text follows the first and precedes the last, `_` never stands in a word.
  private func isEmphasis(_ stretch: Stretch) -> Bool {
    let start = index + stretch.opening.count
    guard start < text.count, !text[start].isBlank else { return false }
    if stretch.opening == ["_"], index > 0, text[index - 1].properties.isAlphabetic { return false }
    return lastEnds.isClosed(stretch.closing, after: start)
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

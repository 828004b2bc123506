import Bibliography

/// The works that are cited between two brackets, as a citation of ours: `[see @{a}, p. 3; -@{b}]`.
///
/// What a citation style prints of a work is left to it; what the author has written besides stays.
/// Where the two cannot be told apart there is no such citation, and the text can stay as it is.
struct JATSCites {
  /// What stands between the brackets.
  enum Part {
    /// In Markdown.
    case words(String)
    /// Works, and the words that refer to them.
    case works([String], words: String)
  }

  private struct Cite {
    var id: String
    var prefix = ""
    /// Whether the words are the year alone.
    var lacksAuthor = false
    /// The words, where they are a number in the list.
    var number: Int?
    var suffix = ""

    var markdown: String {
      (prefix.isEmpty ? "" : prefix + " ") + (lacksAuthor ? "-" : "") + "@{\(id)}" + suffix
    }
  }

  private let references: JATSReferences
  private var cites: [Cite] = []

  /// The citation with its brackets; nil where it is not clear what belongs to which work.
  static func citation(of parts: [Part], in references: JATSReferences) -> String? {
    guard let cites = cites(of: parts, in: references) else { return nil }
    return "[" + cites.map(\.markdown).joined(separator: "; ") + "]"
  }

  private static func cites(of parts: [Part], in references: JATSReferences) -> [Cite]? {
    var read = JATSCites(references)
    var between = ""
    for part in parts {
      switch part {
      case .words(let words): between += words
      case .works(let ids, let words):
        guard let works = read.works(ids, words), read.join(works, after: between) else {
          return nil
        }
        between = ""
      }
    }
    return !read.cites.isEmpty && read.addSuffix(between[...]) ? read.cites : nil
  }

  private init(_ references: JATSReferences) { self.references = references }

  // MARK: Between works

  /// Adds works; what stands before them belongs to the work before, to them, or to both.
  private mutating func join(_ works: [Cite], after words: String) -> Bool {
    let text = words.trimmed
    var (suffix, prefix) = (Substring(), Substring(text))
    if cites.isEmpty {
      // All of it stands before the first.
    } else if let mark = words.lastIndex(where: Self.semicolons.contains) {
      (suffix, prefix) = (words[..<mark], words[words.index(after: mark)...])
    } else if text.count == 1, Self.dashes.contains(text) {
      return joinRange(to: works)
    } else if text.first == "," {
      prefix = text.dropFirst()
      if prefix.contains(where: \.isNumber) {
        guard text.last == "," else { return false }
        (suffix, prefix) = (text.dropLast(), "")
      }
    } else if !text.isEmpty {
      return false
    }
    guard addSuffix(suffix), var first = works.first,
      let before = Self.prefix(prefix + " " + first.prefix)
    else { return false }
    first.prefix = before
    cites += [first] + works.dropFirst()
    return true
  }

  /// `1–3`: also what the list has between the two.
  private mutating func joinRange(to works: [Cite]) -> Bool {
    guard let start = cites.last, let end = works.first, let from = start.number,
      let to = end.number, start.suffix.isEmpty, end.prefix.isEmpty,
      let between = references.ids(between: start.id, and: end.id), between.count == to - from - 1
    else { return false }
    cites += between.map { Cite(id: $0) } + works
    return true
  }

  private mutating func addSuffix(_ words: Substring) -> Bool {
    guard let last = cites.indices.last else { return true }
    guard let suffix = Self.suffix(words) else { return false }
    cites[last].suffix += suffix
    return true
  }

  // MARK: The words of works

  private func works(_ ids: [String], _ words: String) -> [Cite]? {
    let words = Self.withoutBrackets(words)
    guard ids.count > 1 else { return ids.first.flatMap { work($0, words) }.map { [$0] } }
    let isOfNumbers = words.allSatisfy { $0.isNumber || $0.isWhitespace || Self.marks.contains($0) }
    for separators in [Self.semicolons, ","] + (isOfNumbers ? [Self.marks] : []) {
      let pieces = words.split(whereSeparator: separators.contains)
      guard pieces.count == ids.count else { continue }
      var parts: [Part] = []
      var end = words.startIndex
      for (id, piece) in zip(ids, pieces) {
        parts += [
          .words(String(words[end..<piece.startIndex])), .works([id], words: String(piece)),
        ]
        end = piece.endIndex
      }
      return Self.cites(of: parts, in: references)
    }
    // `1–3` of three works.
    return isOfNumbers ? ids.map { Cite(id: $0) } : nil
  }

  /// Author and year, one of the two, or a number or label, with what stands around it.
  private func work(_ id: String, _ words: String) -> Cite? {
    guard let item = references[id], words.count < 200 else { return nil }
    var cite = Cite(id: id)
    let year = Self.year(in: words, of: item)
    let head = words[..<(year?.lowerBound ?? words.endIndex)]
    var tail = words[(year?.upperBound ?? words.endIndex)...]
    if let name = Self.name(of: item, in: head) {
      let before = head[..<name.lowerBound]
      cite.prefix = before.contains(where: \.isLetter) ? String(before) : ""
      if year == nil {
        guard let pages = Self.pages(behindName: head[name.upperBound...]) else { return nil }
        tail = pages
      }
    } else if year == nil {
      let isLabel =
        words.contains(where: \.isNumber)
        && words.allSatisfy { $0.isNumber || $0.isLetter }
      guard isLabel else { return nil }
      cite.number = Int(words)
      return cite
    } else if let letter = head.first(where: \.isLetter) {
      // A name begins with a capital, or is of a script that has none.
      guard !letter.isLowercase else { return nil }
    } else {
      cite.lacksAuthor = true
    }
    // `Ek (1999)`.
    if head.contains("("), tail.first == ")" { tail = tail.dropFirst() }
    guard let prefix = Self.prefix(cite.prefix), let suffix = Self.suffix(tail) else { return nil }
    (cite.prefix, cite.suffix) = (prefix, suffix)
    return cite
  }

  /// What may follow a name without a year: nothing, pages, or initials that stand for a year, such
  /// as `n.d.`, which are left to the style; nil of anything else, such as a second name.
  private static func pages(behindName words: Substring) -> Substring? {
    if words.contains(where: \.isNumber) {
      return words.first.map { ",:".contains($0) } == true || !words.contains(where: \.isLetter)
        ? words : nil
    }
    return words.split { !$0.isLetter }.allSatisfy { $0.count == 1 } ? "" : nil
  }

  /// The year of the work, or another of four digits, with the letter behind it.
  private static func year(in words: String, of item: Item) -> Range<String.Index>? {
    var years: [Range<String.Index>] = []
    var rest = words[...]
    while let start = rest.firstIndex(where: \.isWholeNumber) {
      let digits = rest[start...].prefix(while: \.isWholeNumber)
      let letters = rest[digits.endIndex...].prefix(while: \.isLetter)
      if digits.count == 4, letters.count < 3 { years.append(start..<letters.endIndex) }
      rest = rest[letters.endIndex...]
    }
    let own = item[.issued]?.start.map { String($0.year) }
    return years.first { own.map(words[$0].hasPrefix) ?? false } ?? years.first
  }

  /// The family name of the first author or editor; of a work in words alone its first word.
  private static func name(of item: Item, in words: Substring) -> Range<String.Index>? {
    let person = item[.author].first ?? item[.editor].first
    let name =
      person.map { $0.family.nilWhenEmpty ?? $0.literal }
      ?? (item[.title] ?? "").prefix { $0.isLetter }.description
    return name.isEmpty ? nil : words.range(ofWord: name)
  }

  /// The words without the brackets around all of them.
  private static func withoutBrackets(_ words: String) -> String {
    let words = words.trimmed
    for (open, close) in [("(", ")"), ("\\[", "\\]")]
    where words.hasPrefix(open) && words.hasSuffix(close) {
      return String(words.dropFirst(open.count).dropLast(close.count))
    }
    return words
  }

  // MARK: What stands around a work

  private static let semicolons = ";؛；"
  private static let dashes = "-–—−"
  private static let marks = ",;-–—−"

  /// What may stand before a key: few words, lest a whole remark become part of a citation.
  private static func prefix(_ words: some StringProtocol) -> String? {
    plain(words.split(whereSeparator: \.isWhitespace), atMost: 5)
  }

  /// What may stand behind a key: pages and a remark, parted from it.
  private static func suffix(_ words: Substring) -> String? {
    guard let first = words.first, !["", ".", ","].contains(String(words).trimmed) else {
      return ""
    }
    guard first.isWhitespace || ",:;(\\".contains(first),
      let text = plain(words.split(whereSeparator: \.isWhitespace), atMost: 12)
    else { return nil }
    return (first.isWhitespace ? " " : "") + text
  }

  /// Words without markup but emphasis, in one line; a semicolon in them parts no works.
  private static func plain(_ words: [some StringProtocol], atMost count: Int) -> String? {
    guard words.count <= count else { return nil }
    var text = ""
    var (stars, isEscaped) = (0, false)
    for character in words.joined(separator: " ") {
      if isEscaped {
        guard character.isASCII, character.isPunctuation || character.isSymbol else { return nil }
        isEscaped = false
      } else {
        switch character {
        case "\\": isEscaped = true
        case "*": stars += 1
        case ";": text.append("\\")
        case "[", "]", "{", "}", "<", ">", "@", "$", "^", "~", "|", "#", "_", "`", "؛", "；":
          return nil
        default: break
        }
      }
      text.append(character)
    }
    return stars.isMultiple(of: 2) && !isEscaped ? text : nil
  }
}

extension Substring {
  /// Where a word or several stand, in capitals or not.
  fileprivate func range(ofWord word: String) -> Range<Index>? {
    let sought = word.lowercased()
    var isAtWord = true
    for start in indices {
      defer { isAtWord = !self[start].isLetter }
      guard isAtWord, self[start].isLetter else { continue }
      let end = index(start, offsetBy: word.count, limitedBy: endIndex) ?? endIndex
      if self[start..<end].lowercased() == sought, end == endIndex || !self[end].isLetter {
        return start..<end
      }
    }
    return nil
  }
}

/// Reads the pages, chapter or other locator that follows a key, and leaves the rest as suffix.
struct LocatorParser {
  private let text: [Character]
  private var index = 0

  /// The locator at the begin of what follows a key, and the suffix after it as rich text.
  static func parse(_ source: ArraySlice<UInt8>) -> (Citation.Cite.Locator?, String) {
    var parser = LocatorParser(text: Array(CitationParser.richText(source)))
    guard let locator = parser.parse() else { return (nil, String(parser.text)) }
    let rest = String(parser.text[parser.index...].drop { $0 == " " })
    return (locator, rest)
  }

  private init(text: [Character]) { self.text = text }

  private mutating func parse() -> Citation.Cite.Locator? {
    if peek == "," { index += 1 }
    skipSpaces()
    if peek == "{" { return parseBraces() }
    let start = index
    let label = parseLabel()
    if let value = parseValue(allowsRoman: label != nil) {
      return Citation.Cite.Locator(label: label ?? "page", value: value)
    }
    index = start
    return nil
  }

  private var peek: Character? { index < text.count ? text[index] : nil }

  private mutating func skipSpaces() { while peek == " " || peek == "\u{A0}" { index += 1 } }

  /// `{p. iv, left}`: all of it is the locator.
  private mutating func parseBraces() -> Citation.Cite.Locator? {
    guard let close = text[index...].firstIndex(of: "}") else { return nil }
    var inner = LocatorParser(text: Array(text[(index + 1)..<close]))
    let label = inner.parseLabel()
    inner.skipSpaces()
    let value = String(inner.text[inner.index...])
    index = close + 1
    return value.isEmpty ? nil : Citation.Cite.Locator(label: label ?? "page", value: value)
  }

  /// A word that names a kind of locator, with its full stop.
  private mutating func parseLabel() -> String? {
    var end = index
    while end < text.count, !" \u{A0},;{}".contains(text[end]), !text[end].isNumber { end += 1 }
    var word = String(text[index..<end]).lowercased()
    while word.hasSuffix(".") { word.removeLast() }
    guard let label = LocatorLabel.term(for: word) else { return nil }
    index = end
    skipSpaces()
    return label
  }

  /// Numbers, ranges and lists of them: `33, 35–37 & iv`.
  private mutating func parseValue(allowsRoman: Bool) -> String? {
    var value = ""
    while true {
      let start = index
      var joint = ""
      if !value.isEmpty {
        while let next = peek, " ,&".contains(next) {
          joint.append(next)
          index += 1
        }
        guard !joint.isEmpty else { break }
      }
      let wordStart = index
      while let next = peek, !" \u{A0},;&".contains(next) { index += 1 }
      var word = String(text[wordStart..<index])
      while let last = word.last, ".)]".contains(last) {
        word.removeLast()
        index -= 1
      }
      guard word.contains(where: \.isNumber) || allowsRoman && isRoman(word) else {
        index = start
        break
      }
      value += joint + word
    }
    return value.isEmpty ? nil : value
  }

  private func isRoman(_ word: String) -> Bool {
    !word.isEmpty && word.allSatisfy { "ivxlcdmIVXLCDM-–".contains($0) }
  }
}

/// The words authors write before a locator, and the locator terms of CSL they stand for.
enum LocatorLabel {
  static func term(for word: String) -> String? {
    switch word {
    case "p", "pp", "pg", "pgs", "page", "pages", "s", "ss", "seite", "seiten", "pág", "págs",
      "pag",
      "pagg", "página", "páginas", "pagina", "pagine", "blz", "sayfa", "стр", "с", "ص", "صص",
      "صفحة",
      "صفحات", "صفحہ", "صفحه":
      "page"
    case "ch", "chs", "chap", "chaps", "chapter", "chapters", "kap", "kapitel", "cap", "caps",
      "capítulo", "capitolo", "chapitre", "hfdst", "böl", "bölüm", "гл", "فصل", "الفصل", "باب":
      "chapter"
    case "vol", "vols", "volume", "volumes", "bd", "bde", "band", "tome", "t", "tomo", "cilt", "c",
      "deel", "т", "ج", "مج", "جلد", "جزء":
      "volume"
    case "no", "nos", "nr", "núm", "num", "issue", "heft", "fasc", "عدد": "issue"
    case "sec", "secs", "section", "sections", "§", "§§", "abschn", "abschnitt", "sez", "secc",
      "قسم":
      "section"
    case "para", "paras", "par", "paragraph", "paragraphs", "¶", "¶¶", "absatz", "abs", "párr",
      "فقرة":
      "paragraph"
    case "fig", "figs", "figure", "figures", "abb", "abbildung", "شكل", "شکل": "figure"
    case "tab", "table", "tables", "tabelle", "tbl", "جدول": "table"
    case "l", "ll", "line", "lines", "z", "zeile", "zeilen", "v.z", "سطر": "line"
    case "n", "nn", "note", "notes", "fn", "anm", "حاشية", "حاشیہ": "note"
    case "v", "vv", "verse", "verses", "vers", "verso", "بيت": "verse"
    case "bk", "bks", "book", "books", "buch", "lib", "libro", "livre", "كتاب", "کتاب": "book"
    case "pt", "pts", "part", "parts", "teil", "parte", "partie", "حصہ": "part"
    case "col", "cols", "column", "columns", "sp", "spalte": "column"
    case "fol", "fols", "folio", "folios", "f", "ff", "bl", "ورقة": "folio"
    case "op", "opus", "opp": "opus"
    case "s.v", "s.vv", "sub verbo": "sub-verbo"
    case "art", "arts", "article", "articles", "artikel", "artículo", "مادة": "article-locator"
    case "app", "appendix", "anhang", "ملحق": "appendix"
    case "eq", "eqs", "equation", "equations": "equation"
    case "act": "act"
    case "scene": "scene"
    case "canon": "canon"
    case "rule": "rule"
    case "sura", "surah", "surat", "سورة": "surah"
    case "suppl", "supplement": "supplement"
    case "timestamp": "timestamp"
    default: nil
    }
  }
}

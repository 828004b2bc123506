/// Reads the pages, chapter or other locator that follows a key, and leaves the rest as suffix.
struct LocatorParser {
  private let text: [Unicode.Scalar]
  private var index = 0

  /// The locator at the begin of what follows a key, and the suffix after it as rich text.
  static func parse(_ source: ArraySlice<UInt8>) -> (Citation.Cite.Locator?, String) {
    guard source.contains(where: { !isBlank($0) }) else { return (nil, "") }
    let text = CitationParser.richText(source)
    var parser = LocatorParser(text: Array(text.unicodeScalars))
    guard let locator = parser.parse() else { return (nil, text) }
    return (locator, string(parser.text[parser.index...].drop { $0 == " " }))
  }

  private init(text: [Unicode.Scalar]) { self.text = text }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

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

  private var peek: Unicode.Scalar? { index < text.count ? text[index] : nil }

  private mutating func skipSpaces() { while peek == " " || peek == "\u{A0}" { index += 1 } }

  /// `{p. iv, left}`: all of it is the locator.
  private mutating func parseBraces() -> Citation.Cite.Locator? {
    guard let close = text[index...].firstIndex(of: "}") else { return nil }
    var inner = LocatorParser(text: Array(text[(index + 1)..<close]))
    let label = inner.parseLabel()
    inner.skipSpaces()
    let value = Self.string(inner.text[inner.index...])
    index = close + 1
    return value.isEmpty ? nil : Citation.Cite.Locator(label: label ?? "page", value: value)
  }

  /// A word that names a kind of locator, with its full stop.
  private mutating func parseLabel() -> String? {
    var end = index
    while end < text.count, !Self.endsWord(text[end]), !Self.isNumber(text[end]) { end += 1 }
    var last = end
    while last > index, text[last - 1] == "." { last -= 1 }
    guard last > index,
      let label = LocatorLabel.terms[Self.string(text[index..<last]).lowercased()]
    else { return nil }
    index = end
    skipSpaces()
    return label
  }

  /// Numbers, ranges and lists of them: `33, 35–37 & iv`.
  private mutating func parseValue(allowsRoman: Bool) -> String? {
    let begin = index
    var end = index
    while true {
      if end > begin {
        while let next = peek, next == " " || next == "," || next == "&" { index += 1 }
        guard index > end else { break }
      }
      let wordStart = index
      while let next = peek, !Self.endsWord(next), next != "&" { index += 1 }
      while index > wordStart, ".)]".unicodeScalars.contains(text[index - 1]) { index -= 1 }
      let word = text[wordStart..<index]
      guard word.contains(where: Self.isNumber) || allowsRoman && Self.isRoman(word) else { break }
      end = index
    }
    index = end
    return end > begin ? Self.string(text[begin..<end]) : nil
  }

  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\u{A0}", ",", ";", "{", "}", "،": true
    default: false
    }
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return ("0"..."9").contains(scalar) }
    return scalar.properties.numericType != nil
  }

  private static func isRoman(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    !word.isEmpty && word.allSatisfy { "ivxlcdmIVXLCDM-–".unicodeScalars.contains($0) }
  }
}

/// The words authors write before a locator, and the locator terms of CSL they stand for.
enum LocatorLabel {
  static let terms: [String: String] = {
    var terms: [String: String] = [:]
    for (term, words) in table {
      for word in words.split(separator: " ") { terms[String(word)] = term }
    }
    return terms
  }()

  private static let table: [(term: String, words: String)] = [
    (
      "page",
      """
      p pp pg pgs page pages s ss seite seiten pág págs pag pagg página páginas pagina pagine blz \
      sayfa стр с ص صص صفحة صفحات صفحہ صفحه
      """
    ),
    (
      "chapter",
      """
      ch chs chap chaps chapter chapters kap kapitel cap caps capítulo capitolo chapitre hfdst böl \
      bölüm гл فصل الفصل باب
      """
    ),
    (
      "volume",
      "vol vols volume volumes bd bde band tome t tomo cilt c deel т ج مج جلد جزء"
    ),
    ("issue", "no nos nr núm num issue heft fasc عدد"),
    ("section", "sec secs section sections § §§ abschn abschnitt sez secc قسم"),
    ("paragraph", "para paras par paragraph paragraphs ¶ ¶¶ absatz abs párr فقرة"),
    ("figure", "fig figs figure figures abb abbildung شكل شکل"),
    ("table", "tab table tables tabelle tbl جدول"),
    ("line", "l ll line lines z zeile zeilen سطر"),
    ("note", "n nn note notes fn anm حاشية حاشیہ"),
    ("verse", "v vv verse verses vers verso بيت"),
    ("book", "bk bks book books buch lib libro livre كتاب کتاب"),
    ("part", "pt pts part parts teil parte partie حصہ"),
    ("column", "col cols column columns sp spalte"),
    ("folio", "fol fols folio folios f ff bl ورقة"),
    ("opus", "op opus opp"),
    ("sub-verbo", "s.v s.vv"),
    ("article-locator", "art arts article articles artikel artículo مادة"),
    ("appendix", "app appendix anhang ملحق"),
    ("equation", "eq eqs equation equations"),
    ("act", "act"), ("scene", "scene"), ("canon", "canon"), ("rule", "rule"),
    ("surah", "sura surah surat سورة"), ("supplement", "suppl supplement"),
    ("timestamp", "timestamp"),
  ]
}

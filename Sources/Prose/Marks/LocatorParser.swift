import Reporting

/// Reads the pages, chapter or other locator that follows a key, and leaves the rest as suffix.
struct LocatorParser {
  /// What has not been read.
  private var rest: Substring.UnicodeScalarView

  /// The locator at the begin of what follows a key, and the suffix after it as rich text.
  static func parse(_ source: ArraySlice<UInt8>) -> (Citation.Cite.Locator?, String) {
    guard source.contains(where: { !isBlank($0) }) else { return (nil, "") }
    let text = CitationParser.richText(source)
    var parser = LocatorParser(rest: text[...].unicodeScalars)
    guard let locator = parser.parse() else { return (nil, text) }
    return (locator, String(parser.rest.drop { $0 == " " }))
  }

  private mutating func parse() -> Citation.Cite.Locator? {
    if let first = rest.first, Self.commas.contains(first) { rest.removeFirst() }
    skipSpaces()
    if rest.first == "{" { return parseBraces() }
    if let pages = parseCountedPages() {
      return Citation.Cite.Locator(label: "page", value: pages)
    }
    let label = parseLabel()
    return parseValue(allowsRoman: label != nil).map { value in
      Citation.Cite.Locator(label: label ?? "page", value: value)
    }
  }

  private mutating func skipSpaces() { rest = rest.drop { $0 == " " || $0 == "\u{A0}" } }

  /// `{p. iv, left}`: all of it is the locator.
  private mutating func parseBraces() -> Citation.Cite.Locator? {
    guard let close = rest.firstIndex(of: "}") else { return nil }
    var inner = LocatorParser(rest: rest[..<close].dropFirst())
    let label = inner.parseLabel()
    inner.skipSpaces()
    rest = rest[close...].dropFirst()
    let value = String(inner.rest)
    return value.isEmpty ? nil : Citation.Cite.Locator(label: label ?? "page", value: value)
  }

  /// `第12–14页`, `12쪽`: pages with their word behind them, as Chinese, Japanese and Korean have it.
  private mutating func parseCountedPages() -> String? {
    let start = rest.first == "第" ? rest.dropFirst() : rest
    let pages = start.prefix { Self.isNumber($0) || "-–－〜～~".unicodeScalars.contains($0) }
    let word = start[pages.endIndex...].prefix { !Self.endsWord($0) }
    guard !pages.isEmpty, ["页", "頁", "ページ", "쪽", "면"].contains(String(word)) else { return nil }
    rest = rest[word.endIndex...]
    return String(pages)
  }

  /// A word that names a kind of locator, with its full stop.
  private mutating func parseLabel() -> String? {
    let word = rest.prefix { !Self.endsWord($0) && !Self.isNumber($0) }
    var name = word
    while name.last == "." { name.removeLast() }
    guard !name.isEmpty, let label = LocatorLabel.terms[String(name).lowercased()] else {
      return nil
    }
    rest = rest[word.endIndex...]
    skipSpaces()
    return label
  }

  /// Numbers, ranges and lists of them: `33, 35–37 & iv`.
  private mutating func parseValue(allowsRoman: Bool) -> String? {
    let text = rest
    var end = text.startIndex
    while true {
      if end > text.startIndex {
        rest = rest.drop { $0 == " " || Self.commas.contains($0) || $0 == "&" }
        guard rest.startIndex > end else { break }
      }
      var word = rest.prefix { !Self.endsWord($0) && $0 != "&" }
      while let last = word.last, last == "." || last == ")" || last == "]" { word.removeLast() }
      // "第三章" is words.
      guard word.contains(where: Self.isNumber) || allowsRoman && Self.isRoman(word),
        !word.contains(where: \.joinsWords)
      else { break }
      end = word.endIndex
      rest = rest[end...]
    }
    rest = text[end...]
    return end > text.startIndex ? String(text[..<end]) : nil
  }

  private static let commas: [Unicode.Scalar] = [",", "،", "，", "、"]

  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\u{A0}", ",", ";", "{", "}", "،", "؛", "，", "、", "；": true
    default: false
    }
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return ("0"..."9").contains(scalar) }
    return scalar.properties.numericType != nil
  }

  private static func isRoman(_ word: Substring.UnicodeScalarView) -> Bool {
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
      sayfa стр с σ σσ σελ עמ עמ' עמ׳ עמודים पृ पृष्ठ পৃ পৃষ্ঠা น หน้า 页 頁 ص صص صفحة صفحات صفحہ صفحه
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

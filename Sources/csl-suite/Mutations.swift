import Bibliography
import CSL
import Foundation
import Reporting

/// Feeds the processor changed styles, locales and items: `--fuzz COUNT STYLE.csl… ITEMS.json`.
///
/// What is malformed may give odd text, never a crash, and has to end. The same count gives the
/// same inputs every time.
struct Mutations {
  let library: LocaleLibrary
  let count: Int
  private var seed: UInt64 = 0x5DEE_CE66

  init(library: LocaleLibrary, count: Int) {
    self.library = library
    self.count = count
  }

  mutating func run(styles paths: [String], items path: String) throws {
    let styles = try paths.map { Array(try Data(contentsOf: URL(filePath: $0))) }
    let items = ItemReader.items(try JSON(Array(try Data(contentsOf: URL(filePath: path)))))
    let locale = Array(
      try Data(contentsOf: URL(filePath: library.folder + "/locales-en-US.xml")))
    guard !styles.isEmpty, !items.isEmpty else { return }
    var (read, formatted, slowest) = (0, 0, 0.0)
    var processors: [Processor] = []
    for round in 0..<count {
      let start = clock()
      // A style and a locale are read seldom, their items changed often.
      if round % 8 == 0 {
        var report = Report()
        let style = Style(
          xml: changed(styles[below(styles.count)]), path: "style", report: &report)
        let locale = CSL.Locale(xml: changed(locale), path: "locale", report: &report)
        if let style {
          read += 1
          let locales = [locale].compactMap(\.self)
          processors = [Processor(style: style, locales: locales, language: nil)]
        }
      }
      if let processor = processors.first {
        formatted += processor.format(document(from: items)).bibliography.count
      }
      slowest = max(slowest, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    print(
      "\(count) inputs, \(read) changed styles could be read, \(formatted) entries,"
        + " slowest input \(Int(slowest * 1000)) ms CPU")
  }

  // MARK: Changes

  private mutating func below(_ limit: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(seed >> 33) % max(limit, 1)
  }

  /// One or two changes: bytes replaced, cut out, doubled, or a stretch put elsewhere.
  private mutating func changed(_ source: [UInt8]) -> [UInt8] {
    var bytes = source
    for _ in 0...below(2) where !bytes.isEmpty {
      let start = below(bytes.count)
      let end = min(start + 1 + below(40), bytes.count)
      switch below(5) {
      case 0: bytes[start] = UInt8(below(256))
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: end)
      case 3: bytes.insert(contentsOf: bytes[start..<end], at: below(bytes.count))
      default: bytes.replaceSubrange(start..<end, with: fragments[below(fragments.count)].utf8)
      }
    }
    return bytes
  }

  private let fragments = [
    #""99999999999999999999""#, #""-1""#, #""""#, "<names variable=\"author editor\">", "</group>",
    "<choose><if/></choose>", "&#x10FFFF;", "&", "<![CDATA[", "macro=\"title\"", "<text/>",
    "variable=\"year-suffix\"", "<sort><key macro=\"author\"/></sort>",
  ]

  private let texts = [
    "", " ", "<i>", "<i><b>x</i>", "\"'\"'", "’", "\u{0}", "é\u{301}\u{301}", "--", "1--2-3", "-",
    "99999999999999999999-3", "\u{202E}x", "a\u{FEFF}b", "&<>", "IV-xii", "x, y & z", "…", "ﬁﬀ",
    "ß",
    String(repeating: "<i>", count: 200), String(repeating: "\"", count: 301), "İıI", "😀", "張三",
  ]

  private mutating func document(from items: [Item]) -> CitedDocument {
    let chosen = (0...below(3)).map { _ in changed(items[below(items.count)]) }
    let citations = (0...below(3)).map { _ in
      Citation(
        cites: (0...below(3)).map { _ in
          var cite = Cite(
            id: chosen[below(chosen.count)].id, prefix: texts[below(texts.count)],
            suffix: texts[below(texts.count)])
          cite.form = [.normal, .suppressAuthor, .authorOnly, .composite][below(4)]
          if below(2) == 0 {
            let labels = LocatorLabel.allCases
            cite.locator = Locator(labels[below(labels.count)], texts[below(texts.count)])
          }
          return cite
        }, noteNumber: below(2) == 0 ? nil : below(50))
    }
    return CitedDocument(items: chosen, citations: citations, includesUncited: below(2) == 0)
  }

  private mutating func changed(_ item: Item) -> Item {
    var item = item
    for _ in 0...below(3) {
      switch below(4) {
      case 0:
        let variables = TextVariable.allCases
        item[variables[below(variables.count)]] = texts[below(texts.count)]
      case 1:
        let variables = NameVariable.allCases
        item[variables[below(variables.count)]] = (0...below(4)).map { _ in
          PersonName(
            family: texts[below(texts.count)], given: texts[below(texts.count)],
            suffix: texts[below(texts.count)],
            literal: below(2) == 0 ? "" : texts[below(texts.count)])
        }
      case 2:
        let variables = DateVariable.allCases
        let years = [0, -1, 5, 2024, 999_999_999, .min, .max]
        item[variables[below(variables.count)]] = ItemDate(
          PartialDate(
            year: years[below(years.count)], month: below(30) - 3, day: below(60) - 9),
          season: below(9))
      default: item.text[.language] = ["tr", "de", "en-GB", "", "xx-yy-zz"][below(5)]
      }
    }
    return item
  }
}

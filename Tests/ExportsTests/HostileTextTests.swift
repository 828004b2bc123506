import Bibliography
import Exports
import Foundation
import FoundationXML
import JournalModel
import Prose
import Reporting
import Testing

/// Whatever stands in titles, names, abstracts, keywords and references: every file can be read by
/// those it is for, and none of it becomes markup.
@Suite struct HostileTextTests {
  /// U+FFFE, U+FFFF, U+1FFFE and U+FDD0, which Unicode keeps from being characters.
  private static let noCharacters = String(
    decoding: [
      0xEF, 0xBF, 0xBE, 0xEF, 0xBF, 0xBF, 0xF0, 0x9F, 0xBF, 0xBE, 0xEF, 0xB7, 0x90,
    ] as [UInt8], as: UTF8.self)

  static let attacks = [
    "]]> </title> <!-- --> <![CDATA[", "</script><script>alert(1)</script>", "<!--<script>",
    "nul \u{0} bell \u{7} escape \u{1B} delete \u{7F} next line \u{85}",
    noCharacters,
    "\u{202E}reversed\u{202C} \u{2066}x\u{2069}",
    "line\u{2028}separator\u{2029}and\r\nbreaks\r\rand\u{B}tabs\t",
    "&amp; &#0; &lt;script&gt; &nosuch;",
    "\"quotes\" 'and' `ticks` onload=\"x\" \\",
    "{braces} }unbalanced{ \\input{/etc/passwd} %comment",
    "@article{fake, title={x}}", "TY  - FAKE\nER  - ", "%0 Fake\n%A Nobody", "\u{FEFF}mark first",
    "a\u{301}\u{301}\u{301} 👩‍👩‍👧‍👦 \u{E0001}", "   ", "-- --- ---- ~ ^ _ # $ % &",
  ]

  /// The "big list of naughty strings", where it is beside the project.
  static let corpus: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/corpora/hostile/blns.json").standardizedFileURL
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([String].self, from: data)) ?? []
  }()

  @Test(arguments: attacks) func everyFormatHoldsWhatIsThrownAtIt(text: String) throws {
    try check(text)
  }

  @Test(.enabled(if: !corpus.isEmpty, "needs the corpora beside the project"))
  func everyFormatHoldsTheNaughtyStrings() throws {
    for text in Self.corpus { try check(text) }
  }

  private func check(_ text: String) throws {
    let record = try record(text)
    let formats = Set(ExportFormat.allCases)
    for tag in record.headTags(in: .english, formats: formats) {
      tag.forEachAttribute { name, value in
        let isOneLine = !value.unicodeScalars.contains { $0 == "\n" || $0 == "\r" }
        #expect(isOneLine, "\(tag.name) \(name)")
      }
    }
    for json in [record.jsonLD, record.doajJSON, record.linkset(formats: formats) ?? []] {
      _ = try JSONSerialization.jsonObject(with: Data(json))
      let text = String(decoding: json, as: UTF8.self)
      #expect(!text.contains("</") && !text.contains("<!--"))
    }
    let list = Downloads(record.resolved).list(of: [record.article]) { _ in record.text }
    let csl = try JSONSerialization.jsonObject(with: Data(list.bytes(as: .cslJSON))) as? [Any]
    #expect(csl?.count == 1)
    checkBibTeX(list.bytes(as: .bibTeX))
    checkLines(list.bytes(as: .ris), #/[A-Z][A-Z0-9]  - .*|/#)
    checkLines(list.bytes(as: .endNote), #/%[0-9A-Z!?@] .*|/#)
    let resolved = record.resolved
    let files: [[UInt8]?] = [
      record.jats(), doajXML(of: [record.doajRecord]),
      resolved.crossrefDeposit(of: record.issue, articles: [record.crossrefArticle]),
      resolved.oaiRepository { _ in record.text },
      resolved.journal.atomFeed(of: [.article(record)]),
      resolved.journal.rssFeed(of: [.article(record)]), resolved.journal.openSearchDescription,
    ]
    for case let bytes? in files { try checkXML(bytes, text) }
    #expect(!record.coins.utf8.contains { $0 < 0x21 || $0 > 0x7E || $0 == UInt8(ascii: "\"") })
  }

  private func checkBibTeX(_ bytes: [UInt8]) {
    var report = Report()
    let items = Item.readBibTeX(bytes, path: "cite.bib", report: &report)
    #expect(items.count == 1)
    #expect(report.diagnostics == [])
  }

  /// Every line begins as the format wants it: no text has made a line of its own.
  private func checkLines(_ bytes: [UInt8], _ form: Regex<Substring>) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: /\r?\n/) {
      #expect(
        (try? form.matchingSemantics(.unicodeScalar).dotMatchesNewlines().wholeMatch(in: line))
          != nil, "\(line)")
    }
  }

  private func checkXML(_ bytes: [UInt8], _ text: String) throws {
    var source = String(decoding: bytes, as: UTF8.self)
    // The parser would look for the document type on the network.
    if let start = source.firstRange(of: "<!DOCTYPE"), let end = source.firstRange(of: "dtd\">") {
      source.removeSubrange(start.lowerBound..<end.upperBound)
    }
    #expect(throws: Never.self, "\(text.debugDescription)") {
      _ = try XMLDocument(data: Data(source.utf8))
    }
    let isAllowed = source.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
      default: false
      }
    }
    #expect(isAllowed, "\(text.debugDescription)")
  }

  /// The sample's first article with the text wherever a text may stand.
  private func record(_ text: String) throws -> ArticleRecord {
    let sample = try SampleJournal()
    var article = try #require(sample.resolved.article("engine"))
    let english = LanguageTag.english
    article.facts.title = Localized(RichText([.init(text), .init(text, .italic)]), in: english)
    article.facts.subtitle = Localized(RichText(text), in: english)
    article.facts.contributors = [
      Contributor(
        name: PersonName(family: text, given: text, nonDroppingParticle: text, suffix: text),
        affiliations: [
          Affiliation(
            name: Localized(text, in: english), department: text, city: text, country: text)
        ], roles: [.author, .other(text)], slug: "a"),
      Contributor(name: PersonName(literal: text), slug: "b"),
      Contributor(name: PersonName(literal: text), isOrganization: true, slug: "c"),
    ]
    article.facts.keywords = [.init(language: english, value: [text, "keyword"])]
    article.facts.copyright = .init(holder: text)
    article.facts.funding = [.init(funder: text, awards: [text])]
    var journal = sample.resolved.journal
    journal.facts.title = Localized("Acta " + text, in: english)
    journal.facts.description = Localized(text, in: english)
    journal.facts.publisher?.name = Localized(text, in: english)
    var item = Item(id: text, type: .articleJournal)
    item[.title] = text
    item[.containerTitle] = text
    item[.author] = [PersonName(family: text, given: text)]
    item[.volume] = text
    item[.page] = text
    item[.doi] = text
    let block = Block(.paragraph([Inline(.text(text), at: 0..<1)]), at: 0..<1)
    let resolved = ResolvedJournal(
      journal: journal, issues: sample.resolved.issues, articles: [article])
    return ArticleRecord(
      article, in: resolved,
      text: ArticleText(
        citation: text, abstracts: [.init(language: english, blocks: [block], plain: text)],
        statements: [.init(subject: .data, blocks: [block])],
        references: [.init(id: text, plain: text, item: item), .init(id: "2", plain: text)]))
  }
}

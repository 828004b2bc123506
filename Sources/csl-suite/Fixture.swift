import Bibliography
import CSL
import Reporting

/// A file of the test suite: its sections, and what our processor makes of them.
struct Fixture {
  private let sections: [String: String]

  struct Unusable: Error { var reason: String }

  init(_ bytes: [UInt8]) {
    var sections: [String: String] = [:]
    var name: String?
    var lines: [Substring] = []
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let mark = Fixture.mark(line, ">>") {
        name = mark
        lines = []
      } else if let mark = Fixture.mark(line, "<<"), mark == name {
        sections[mark] = lines.joined(separator: "\n")
        name = nil
      } else if name != nil {
        lines.append(line)
      }
    }
    self.sections = sections
  }

  /// The name in `>>===== NAME =====>>`; the last two characters may be missing.
  private static func mark(_ line: Substring, _ arrows: String) -> String? {
    var line = line
    if line.hasPrefix("\u{FEFF}") { line.removeFirst() }
    guard line.hasPrefix(arrows + "==") else { return nil }
    return line.split { "<>= \t".contains($0) }.first.map(String.init)
  }

  private func json(_ section: String) throws(Unusable) -> JSON? {
    guard let text = sections[section] else { return nil }
    do {
      return try JSON(Array(text.utf8))
    } catch {
      throw Unusable(reason: "\(section) is not JSON at offset \(error.offset)")
    }
  }

  var expectedResult: String { sections["RESULT"] ?? "" }

  /// A result as it is compared: without line ends behind it, `..` like `>>` before a citation.
  static func comparable(_ result: String) -> String {
    var lines = result.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    return lines.map { $0.hasPrefix("..[") ? ">>" + $0.dropFirst(2) : $0 }.joined(separator: "\n")
  }

  func result(_ library: LocaleLibrary) throws(Unusable) -> String {
    var report = Report()
    let xml = Array((sections["CSL"] ?? "").trimmedLeft.utf8)
    guard let style = Style(xml: xml, path: "CSL", report: &report) else {
      throw Unusable(reason: report.diagnostics.first?.message ?? "No style")
    }
    let items = Fixture.registered(ItemReader.items(try json("INPUT") ?? .null))
    let steps = try json("CITATIONS")?.items
    var document = CitedDocument(items: items)
    var numbers: [Int] = []
    if let steps {
      document.citations = Fixture.finalCitations(steps)
      numbers = Array(document.citations.indices)
    } else {
      document.tracksPositions = false
      document.includesUncited = true
      let groups = try json("CITATION-ITEMS")?.items
      document.citations = groups?.map { Citation(cites: $0.items.map(Fixture.cite)) } ?? []
    }
    let isBibliography = sections["MODE"] == "bibliography"
    let processor = Processor(
      style: style, locales: library.locales(for: style.defaultLocale ?? "en-US"), language: nil)
    if !isBibliography, steps == nil, sections["CITATION-ITEMS"] == nil {
      let order = processor.format(document).bibliography.map(\.id)
      let ids = order.isEmpty ? Fixture.unique(items.map(\.id)) : order
      document.citations = [Citation(cites: ids.map { Cite(id: $0) })]
    }
    let formatted = processor.format(document)
    if isBibliography { return Fixture.bibliography(formatted) }
    let lines = formatted.citations.map { citation in
      citation.isEmpty ? Fixture.emptyCitation : SuiteHTML.string(citation)
    }
    guard !numbers.isEmpty else { return lines.joined(separator: "\n") }
    return zip(numbers, lines).map { ">>[\($0)] \($1)" }.joined(separator: "\n")
  }

  /// What the suite has in place of a citation without text.
  private static let emptyCitation = "[CSL STYLE ERROR: reference with no printed form.]"

  /// Of items with one id the last counts, at the place of the first.
  private static func registered(_ items: [Item]) -> [Item] {
    var places: [String: Int] = [:]
    var result: [Item] = []
    for item in items {
      if let place = places[item.id] {
        result[place] = item
      } else {
        places[item.id] = result.count
        result.append(item)
      }
    }
    return result
  }

  private static func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }

  private static func bibliography(_ document: FormattedDocument) -> String {
    let entries = document.bibliography.map {
      "  <div class=\"csl-entry\">\(SuiteHTML.string($0.text))</div>\n"
    }
    return "<div class=\"csl-bib-body\">\n" + entries.joined() + "</div>"
  }

  /// The document of the last step, each citation as it was last given.
  private static func finalCitations(_ steps: [JSON]) -> [Citation] {
    var known: [String: JSON] = [:]
    for step in steps {
      if let citation = step.items.first, let id = citation["citationID"]?.text {
        known[id] = citation
      }
    }
    guard let last = steps.last?.items, let citation = last.first else { return [] }
    func listed(_ index: Int) -> [(String, Int)] {
      guard index < last.count else { return [] }
      return last[index].items.compactMap { entry in
        entry.items.first?.text.map { ($0, entry.items.dropFirst().first?.integer ?? 0) }
      }
    }
    let note = citation["properties"]?["noteIndex"]?.integer ?? 0
    let own = (citation["citationID"]?.text ?? "", note)
    return (listed(1) + [own] + listed(2)).map { id, note in
      let cites = known[id]?["citationItems"]?.items ?? []
      return Citation(cites: cites.map(cite), noteNumber: note > 0 ? note : nil)
    }
  }

  private static func cite(_ json: JSON) -> Cite {
    var cite = Cite(
      id: json["id"]?.text ?? "", prefix: json["prefix"]?.text ?? "",
      suffix: json["suffix"]?.text ?? "")
    if let value = json["locator"]?.text, !value.isEmpty {
      cite.locator = Locator(
        json["label"]?.text.flatMap { LocatorLabel(name: $0) } ?? .page, value)
    }
    if json["suppress-author"]?.isTrue ?? false { cite.form = .suppressAuthor }
    if json["author-only"]?.isTrue ?? false { cite.form = .authorOnly }
    cite.forcedPosition = json["position"]?.integer.flatMap {
      CitePosition(rawValue: UInt8(clamping: $0))
    }
    cite.forcedNearNote = json["near-note"].map(\.isTrue)
    cite.forcedFirstNote = json["first-reference-note-number"]?.integer
    return cite
  }
}

extension String {
  fileprivate var trimmedLeft: Substring {
    self[(firstIndex { !$0.isWhitespace && $0 != "\u{FEFF}" } ?? endIndex)...]
  }
}

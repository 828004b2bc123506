import Bibliography
import CSL
import Foundation
import Reporting

/// Formats a set of items in every style of a folder: `--all-styles DIR`.
///
/// Looks for what hardly a style can want: entries without text, doubled punctuation, parents that
/// are not there. A style that asks for such a thing stands in a list, with the reason; the run
/// fails for one that does not, and for one that no longer has to.
struct AllStyles {
  /// Pairs of characters that no reference should have.
  static let marks = ["..", "?.", ",,", " ,", "  "]

  let library: LocaleLibrary
  private var locales: [String: CSL.Locale] = [:]
  private var styles = 0
  private var renderings = 0
  private var withoutBibliography = 0
  private var emptyEntries: [String: [String]] = [:]
  private var marked: [String: [String]] = [:]
  /// Styles in which a processor for one type of work disagrees with one for all.
  private var torn: [String] = []

  init(library: LocaleLibrary) { self.library = library }

  /// Whether all went well, but for what is known.
  mutating func run(folder: String, known: [Oddity]) throws -> Bool {
    let start = clock()
    let independent = try files(in: folder)
    let dependent = (try? files(in: folder + "/dependent")) ?? []
    var ids: Set<String> = []
    for path in independent {
      if let id = try format(path) { ids.insert(id) }
    }
    let orphans = try dependent.filter { path in
      guard let style = try read(path), let parent = style.parent else { return true }
      return !ids.contains(parent)
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    printSummary(orphans, dependents: dependent.count, seconds: seconds)
    return orphans.isEmpty && torn.isEmpty && agree(with: known)
  }

  /// Compares what was found with what is known, and tells what differs.
  private func agree(with known: [Oddity]) -> Bool {
    let found = Set(
      emptyEntries.map { Oddity(style: $0.key, kind: "empty", count: $0.value.count) }
        + marked.map { Oddity(style: $0.key, kind: "marks", count: $0.value.count) })
    for oddity in found.subtracting(known).sorted() {
      print("not listed: \(oddity)\t\(detail(of: oddity))")
    }
    for oddity in Set(known).subtracting(found).sorted() { print("no longer so: \(oddity)") }
    return found == Set(known)
  }

  private func detail(of oddity: Oddity) -> String {
    oddity.kind == "empty"
      ? emptyEntries[oddity.style, default: []].joined(separator: " ")
      : marked[oddity.style]?.first ?? ""
  }

  private func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".csl") }
      .sorted().map { folder + "/" + $0 }
  }

  private func read(_ path: String) throws -> Style? {
    var report = Report()
    let style = Style(
      xml: Array(try Data(contentsOf: URL(filePath: path))), path: path, report: &report)
    for diagnostic in report.diagnostics where diagnostic.severity == .error {
      print("\(path): \(diagnostic.message) [\(diagnostic.code.rawValue)]")
    }
    return style
  }

  /// Formats all sample items in a style; returns its id.
  private mutating func format(_ path: String) throws -> String? {
    guard let style = try read(path) else { return nil }
    styles += 1
    let language = style.defaultLocale ?? "en-US"
    var chosen: [CSL.Locale] = []
    for code in CSL.Locale.fallbacks(for: language) {
      if locales[code] == nil { locales[code] = library.locale(code) }
      if let locale = locales[code] { chosen.append(locale) }
    }
    let processor = Processor(style: style, locales: chosen, language: nil)
    let items = SampleItems.all
    let document = CitedDocument(
      items: items,
      citations: items.enumerated().map { Citation(cites: [Cite(id: $1.id)], noteNumber: $0 + 1) },
      includesUncited: true)
    let formatted = processor.format(document)
    renderings += formatted.citations.count + formatted.bibliography.count
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    if style.hasBibliography {
      let listed = Set(formatted.bibliography.map(\.id))
      let missing = items.filter { !listed.contains($0.id) }
      if !missing.isEmpty { emptyEntries[name] = missing.map(\.type.name) }
    } else {
      withoutBibliography += 1
    }
    let sample = items[styles % items.count]
    let journalArticle = items.first { $0.type == .articleJournal } ?? sample
    for item in [journalArticle, sample] {
      let document = CitedDocument(
        items: [item], citations: [Citation(cites: [Cite(id: item.id)], noteNumber: 1)],
        includesUncited: true)
      let narrow = Processor(style: style, locales: chosen, language: nil, type: item.type)
      if narrow.format(document) != processor.format(document) {
        torn.append("\(name), \(item.type.name)")
      }
    }
    let texts = formatted.bibliography.map(\.text.plain) + formatted.citations.map(\.plain)
    let xml = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let values = xml.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
    for mark in AllStyles.marks where !values.contains(where: { $0.contains(mark) }) {
      for text in texts where text.contains(mark) {
        marked[name, default: []].append("'\(mark)' in: \(text)")
      }
    }
    return style.id
  }

  private func printSummary(_ orphans: [String], dependents: Int, seconds: Double) {
    for path in orphans { print("no parent: \(path)") }
    for name in torn { print("unlike in a processor of its own: \(name)") }
    print(
      "\(styles) styles (\(withoutBibliography) without bibliography), \(renderings) renderings,"
        + " \(emptyEntries.count) styles with empty entries, \(marked.count) with doubled marks,"
        + " \(dependents) dependent styles, \(orphans.count) without parent,"
        + " \((seconds * 10).rounded() / 10) CPU seconds")
  }
}

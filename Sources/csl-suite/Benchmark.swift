import Bibliography
import CSL
import Foundation
import Reporting

/// Times one style on a file of items: `--bench STYLE.csl… ITEMS.json`.
///
/// The whole file as one bibliography, its first item alone, and an article that cites forty.
struct Benchmark {
  let library: LocaleLibrary

  func run(style path: String, items itemsPath: String) throws {
    let xml = Array(try Data(contentsOf: URL(filePath: path)))
    let items = ItemReader.items(try JSON(Array(try Data(contentsOf: URL(filePath: itemsPath)))))
    var report = Report()
    var style: Style?
    let reading = cpuTime { style = Style(xml: xml, path: path, report: &report) }
    guard let style else { throw Fixture.Unusable(reason: "\(report.diagnostics)") }
    let locales = library.locales(for: style.defaultLocale ?? "en-US")
    var processor = Processor(style: style, locales: locales, language: nil)
    let compiling = best(of: 5) {
      processor = Processor(style: style, locales: locales, language: nil)
    }
    let document = CitedDocument(items: items, includesUncited: true)
    var size = 0
    let whole = best(of: 5) {
      let formatted = processor.format(document)
      size = formatted.bibliography.reduce(0) { $0 + $1.text.html.utf8.count }
    }
    let single = CitedDocument(items: Array(items.prefix(1)), includesUncited: true)
    let one = best(of: 20) { size += processor.format(single).bibliography.count }
    let article = article(citing: Array(items.prefix(40)))
    let cited = best(of: 20) { size += processor.format(article).citations.count }
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    print(
      "\(name): \(microseconds(whole) / Double(items.count)) µs/entry,"
        + " one item \(microseconds(one)) µs, article \(microseconds(cited)) µs, read \(microseconds(reading)) µs,"
        + " compile \(microseconds(compiling)) µs, \(size) bytes")
  }

  /// What a journal has a thousand times: 46 citations, some of them of two works, and their list.
  private func article(citing items: [Item]) -> CitedDocument {
    let citations = (0..<46).map { index in
      var cites = [Cite(id: items[index % items.count].id)]
      if index % 5 == 4 { cites.append(Cite(id: items[(index * 7) % items.count].id)) }
      return Citation(cites: cites, noteNumber: index + 1)
    }
    return CitedDocument(items: items, citations: citations)
  }

  private func best(of count: Int, _ body: () -> Void) -> Double {
    (0..<count).map { _ in cpuTime(body) }.min() ?? 0
  }

  /// The CPU seconds of this process that a piece of work takes; other programs do not count.
  private func cpuTime(_ body: () -> Void) -> Double {
    let start = clock()
    body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  private func microseconds(_ seconds: Double) -> Double {
    (seconds * 1e7).rounded() / 10
  }
}

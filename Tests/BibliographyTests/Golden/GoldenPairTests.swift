import Bibliography
import Foundation
import Reporting
import Testing

/// Compares our reading of .bib files with the CSL-JSON that other programs expect of them.
///
/// The files lie beside the repository. What differs is listed with its reason in
/// `Fixtures/golden-differences.txt`; a listed difference that is gone fails the test too.
@Suite(.enabled(if: Corpora.areThere)) struct GoldenPairTests {
  @Test(arguments: ["pandoc-biblatex", "biblatex-examples", "citation-js", "joss", "jabref"])
  func agrees(with corpus: String) throws {
    let ledger = try Ledger(corpus: corpus)
    var unlisted: [String] = []
    var used: Set<String> = []
    var comparison = ItemComparison()
    comparison.ignoresCaseOfTitles = corpus == "citation-js" || corpus == "jabref"
    if corpus == "jabref" {
      // Its BibTeX has other fields for much of the rest.
      comparison.variables = [
        "type", "author", "title", "volume", "issue", "page", "DOI", "publisher", "abstract",
        "keyword", "language",
      ]
    }
    for pair in try Corpora.pairs(in: corpus) {
      var report = Report()
      var ours = Item.read(try Corpora.bytes(pair.ours), path: pair.ours.path, report: &report)
      var theirs = Item.read(
        try Corpora.bytes(pair.expected), path: pair.expected.path, report: &report)
      if corpus == "jabref" {
        // The expected entries have no keys, and JabRef leaves capitals as they are.
        for index in ours.indices { ours[index].id = String(index) }
        for index in theirs.indices { theirs[index].id = String(index) }
      }
      let byID = Dictionary(ours.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for expected in theirs {
        guard let item = byID[expected.id] else {
          unlisted.append("\(pair.name) \(expected.id): missing")
          continue
        }
        let before = comparison.differences.count
        comparison.compare(item, with: expected)
        for difference in comparison.differences[before...] {
          if let line = ledger.line(for: pair.name, difference) {
            used.insert(line)
          } else {
            unlisted.append("\(pair.name) \(difference)")
          }
        }
      }
    }
    // Second opinions, citation-js and JabRef follow other conventions; their files are small.
    let share = 1 - Double(comparison.differences.count) / Double(max(comparison.count, 1))
    #expect(share >= (comparison.ignoresCaseOfTitles ? 0.8 : 0.95))
    #expect(unlisted == [])
    #expect(ledger.lines.filter { !used.contains($0) } == [])
  }
}

/// The files beside the repository.
enum Corpora {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/corpora").standardizedFileURL

  static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func bytes(_ url: URL) throws -> [UInt8] { Array(try Data(contentsOf: url)) }

  static func files(under path: String) throws -> [URL] {
    let enumerator = FileManager.default.enumerator(
      at: folder.appending(path: path), includingPropertiesForKeys: nil)
    return (enumerator?.compactMap { $0 as? URL } ?? []).sorted { $0.path < $1.path }
  }

  /// Each file with what another reader expects of it.
  static func pairs(in corpus: String) throws -> [(name: String, ours: URL, expected: URL)] {
    switch corpus {
    case "joss":
      return try files(under: "joss").filter { $0.pathExtension == "bib" }.compactMap { bib in
        let name = bib.deletingPathExtension().lastPathComponent + ".csl.json"
        let json = bib.deletingLastPathComponent().appending(path: "expected/" + name)
        guard FileManager.default.fileExists(atPath: json.path) else { return nil }
        return (bib.deletingLastPathComponent().lastPathComponent, bib, json)
      }
    case "citation-js":
      return ["biblatex", "bibtex"].map { variant in
        let mapping = folder.appending(path: "bib/citation-js/mapping/")
        return (
          variant, mapping.appending(path: variant + "-input.bib"),
          mapping.appending(path: variant + "-csl.json")
        )
      }
    case "jabref":
      return try files(under: "bib/jabref/importer").filter {
        ["ris", "xml"].contains($0.pathExtension)
      }.compactMap { file in
        let bib = file.deletingPathExtension().appendingPathExtension("bib")
        guard FileManager.default.fileExists(atPath: bib.path) else { return nil }
        return (file.deletingPathExtension().lastPathComponent, file, bib)
      }
    default:
      return try files(under: "bib/" + corpus).filter { $0.pathExtension == "bib" }.compactMap {
        bib in
        let stem = bib.deletingPathExtension()
        let json = [".csl.json", ".pandoc.csl.json"].map { URL(filePath: stem.path + $0) }
          .first { FileManager.default.fileExists(atPath: $0.path) }
        return json.map { (stem.lastPathComponent, bib, $0) }
      }
    }
  }
}

/// Differences that are explained: lines of corpus, file, key and variable, `*` for any.
private struct Ledger {
  let lines: [String]
  private let rules: [(line: String, columns: [Substring])]

  init(corpus: String) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/golden-differences.txt")
    let text = try String(contentsOf: url, encoding: .utf8)
    rules = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let columns = line.split(separator: " ", maxSplits: 4)
      return columns.count == 5 && columns[0] == corpus ? (String(line), columns) : nil
    }
    lines = rules.map(\.line)
  }

  func line(for file: String, _ difference: ItemComparison.Difference) -> String? {
    rules.first { _, columns in
      (columns[1] == "*" || columns[1] == file)
        && (columns[2] == "*" || columns[2] == difference.id)
        && (columns[3] == "*" || columns[3] == difference.variable)
    }?.line
  }
}

import Bibliography
import CSL
import Foundation
import Reporting
import Testing

/// References and citations of published papers beside those that another processor made of them.
///
/// The peer is no authority: `peer-differences.txt` tells why ours differ where they do.
@Suite struct PeerTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let papers = tests.appending(path: "../../../shared/corpora/joss")
    .standardizedFileURL
  private static let system = URL(filePath: "/usr/share/citation-style-language")

  private static var isThere: Bool {
    [papers, system.appending(path: "styles/apa.csl")].allSatisfy {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }

  private static func bytes(_ url: URL) throws -> [UInt8] { Array(try Data(contentsOf: url)) }

  private static func lines(_ url: URL) throws -> [String] {
    String(decoding: try bytes(url), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func processor(_ style: String) throws -> Processor {
    var report = Report()
    let file = system.appending(path: "styles/\(style).csl")
    let locale = system.appending(path: "locales/locales-en-US.xml")
    return Processor(
      style: try #require(Style(xml: try bytes(file), path: style, report: &report)),
      locales: [
        try #require(Locale(xml: try bytes(locale), path: "en-US", report: &report))
      ], language: nil)
  }

  /// A citation of the paper and what the peer made of it; nil where text of the author stands in it.
  private struct Row {
    var citation: Citation
    var expected: String?

    init(_ line: String) throws {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      try #require(fields.count == 5, "a row of five fields")
      let cites = zip(fields[1].split(separator: ";"), fields[2].split(separator: ";"))
      citation = Citation(
        cites: cites.map { key, mode in
          Cite(
            id: String(key),
            form: mode == "AuthorInText"
              ? .composite : mode == "SuppressAuthor" ? .suppressAuthor : .normal)
        })
      let isPlain = !fields[3].split(separator: ";").contains {
        $0.drop { $0 == " " }.contains(" ")
      }
      expected = isPlain ? String(fields[4]) : nil
    }
  }

  /// The places of a paper where ours and the peer's text differ, with both.
  private static func differences(_ paper: String, _ style: String) throws -> [String: String] {
    let folder = papers.appending(path: paper)
    let peers = folder.appending(path: "expected")
    let rows = try lines(peers.appending(path: "citations.\(style).tsv")).dropFirst().map(Row.init)
    let expected = try lines(peers.appending(path: "references.\(style).txt"))
    // A paper whose citations all stand in code has neither.
    guard !expected.isEmpty else { return [:] }
    var report = Report()
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let items = try files.filter { $0.pathExtension == "bib" }.sorted { $0.path < $1.path }
      .flatMap { Item.read(try bytes($0), path: $0.lastPathComponent, report: &report) }
    let cited = Set(rows.flatMap(\.citation.cites).map(\.id))
    let formatted = try processor(style).format(
      CitedDocument(
        items: items.filter { cited.isEmpty || cited.contains($0.id) },
        citations: rows.map(\.citation), includesUncited: true))
    var found: [String: String] = [:]
    for (index, (row, text)) in zip(rows, formatted.citations).enumerated() {
      guard let expected = row.expected, expected != text.plain else { continue }
      found["citation \(index + 1)"] = "peer: \(expected)\nours: \(text.plain)"
    }
    for entry in formatted.bibliography where !expected.contains(entry.text.plain) {
      found["reference \(entry.id)"] = "ours: \(entry.text.plain)"
    }
    let listed = formatted.bibliography.map(\.text.plain)
    if Set(listed) == Set(expected), listed != expected { found["order"] = "another order" }
    if listed.count != expected.count { found["count"] = "\(listed.count), not \(expected.count)" }
    return found
  }

  /// For each paper, style and place the reason why ours is right.
  private static func ledger() throws -> [String: String] {
    var reasons: [String: String] = [:]
    for line in try lines(tests.appending(path: "peer-differences.txt"))
    where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      try #require(fields.count == 4, "paper, style, place and reason: \(line)")
      reasons[fields[..<3].joined(separator: "\t")] = fields[3]
    }
    return reasons
  }

  @Test(.enabled(if: isThere)) func differFromThePeerOnlyWithReason() throws {
    let known = try PeerTests.ledger()
    var unseen = Set(known.keys)
    let names = try FileManager.default.contentsOfDirectory(atPath: PeerTests.papers.path)
    // The broken revisions cite what is not there.
    for paper in names.sorted() where !paper.hasPrefix("broken-") {
      for style in ["apa", "chicago-author-date"] {
        for (place, texts) in try PeerTests.differences(paper, style) {
          let key = "\(paper)\t\(style)\t\(place)"
          #expect(known[key] != nil, "\(key)\n\(texts)")
          unseen.remove(key)
        }
      }
    }
    #expect(unseen.isEmpty, "listed in peer-differences.txt, but alike: \(unseen.sorted())")
  }
}

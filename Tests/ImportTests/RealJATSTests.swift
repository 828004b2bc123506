import Bibliography
import Foundation
import Import
import Reporting
import Testing

private let folder = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../../shared/corpora/jats").standardizedFileURL.path

/// Articles of four publishers, where they are at hand.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: folder)))
struct RealJATSTests {
  @Test(arguments: [
    ("elife-kitchen-sink.xml", 11, 103), ("jose-00173.jats.xml", 1, 11),
    ("jose-00180.jats.xml", 6, 14), ("jose-00267.jats.xml", 5, 35),
    ("plos-journal.pbio.1001044.xml", 1, 2), ("plos-journal.pmed.0020007.xml", 1, 15),
    ("plos-journal.pone.0040259.xml", 7, 17), ("scielo-0034-7094-rba-69-03-0227.xml", 6, 25),
    ("scielo-2176-4573-bak-p59099.xml", 3, 34), ("scielo-sub-articles-pt-es.xml", 6, 34),
  ]) func carriesContributorsAndReferences(name: String, people: Int, references: Int) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
    var report = Report()
    let files = contentFiles(
      fromJATS: bytes, path: name, folder: "", resource: { _ in nil }, report: &report)
    #expect(!report.hasErrors)
    let list = try #require(files.first { $0.path.hasSuffix(".json") })
    #expect(Item.readCSLJSON(list.bytes, path: list.path, report: &report).count == references)
    let text = try #require(files.last { $0.path.hasSuffix(".md") }).bytes
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
    let entries = lines.drop { $0 != "authors:" }.dropFirst().prefix { $0.hasPrefix("  ") }
    #expect(entries.count { $0.hasPrefix("  - ") } == people)
  }
}

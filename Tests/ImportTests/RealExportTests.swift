import Foundation
import Import
import Reporting
import Testing

private let folder = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../../shared/corpora/ojs-native").standardizedFileURL.path

/// Exports that OJS made, where they are at hand.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: folder)))
struct RealExportTests {
  private func read(_ name: String) throws -> (paths: [String], report: Report) {
    let bytes = Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
    var report = Report()
    let files = contentFiles(
      fromOJS: bytes, path: name,
      options: OJSImportOptions(oldURL: "https://example.org/index.php/q", journalTitle: "Q"),
      report: &report)
    #expect(
      files.allSatisfy { $0.path.hasSuffix(".pdf") || !$0.bytes.contains(UInt8(ascii: "@")) })
    return (files.map(\.path), report)
  }

  @Test(arguments: [
    ("ojs-2.4.8-issue.xml", 1, 0), ("ojs-2.4.8-expected-export.xml", 1, 0),
    ("ojs-3.0.2-issue.xml", 6, 6), ("ojs-3.1.2-issue.xml", 6, 6), ("ojs-3.2.1-issue.xml", 2, 2),
    ("cilantro-issue-galley.xml", 0, 1), ("gontsa-issue-template-uk.xml", 0, 0),
  ]) func carriesEveryArticleAndFile(name: String, articles: Int, files: Int) throws {
    let (paths, report) = try read(name)
    #expect(paths.count { $0.hasSuffix(".md") } == articles)
    #expect(paths.count { $0.hasSuffix(".pdf") } == files)
    #expect(!report.hasErrors)
  }

  @Test func refusesTheExportThatIsWrongOnPurpose() throws {
    let (paths, report) = try read("ojs-3-issue-with-errors.xml")
    #expect(paths.isEmpty)
    #expect(report.diagnostics.map(\.code.rawValue) == ["ojs-identifier-unknown"])
  }
}

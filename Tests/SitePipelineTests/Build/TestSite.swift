import Foundation
import Reporting
import SitePipeline
import TestSupport
import Testing

/// A project as a literal, built into a folder that is removed afterwards.
struct TestSite {
  let folder: URL

  /// A journal with one issue and one article, which the files given replace or add to.
  static let small = [
    "Content/journal.yml": """
    title: Acta Exempli
    languages: [en]
    url: https://example.org/acta/
    citation: {style: chicago-author-date, styles: [apa]}

    """,
    "Content/issues/2024-06/issue.yml": "year: 2024\ndate: 2024-06\n",
    "Content/issues/2024-06/engine.md": """
    ---
    title: The Engine
    authors:
      - {family: Lovelace, given: Ada}
    pages: 1-9
    keywords: [engines]
    ---

    ## Notes

    It weaves.

    """,
  ]

  /// The report of the build, its places given by the marks of the files.
  static func expect(
    _ files: [String: String], _ expected: ExpectedDiagnostic...,
    options change: (inout BuildOptions) -> Void = { _ in },
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let all = small.merging(files) { _, new in new }
    let texts = all.mapValues { MarkedText($0).text }
    let report = try await inFolder(texts) { site in
      await site.build(change).report
    }
    expectDiagnostics(in: all, expected, sourceLocation: sourceLocation) { _, found in
      found = report
    }
  }

  static func inFolder<Result>(
    _ files: [String: String] = small, _ body: (TestSite) async throws -> Result
  ) async throws -> Result {
    try await withTemporaryFolder { folder in
      try TestSupport.write(files, into: folder)
      return try await body(TestSite(folder: folder))
    }
  }

  func write(_ files: [String: String]) throws { try TestSupport.write(files, into: folder) }

  func build(_ change: (inout BuildOptions) -> Void = { _ in }) async -> BuildOutcome {
    await SitePipeline.build(options(change))
  }

  func options(_ change: (inout BuildOptions) -> Void = { _ in }) -> BuildOptions {
    var options = BuildOptions(
      source: folder.path, output: folder.appending(path: "Output").path, formats: ["html"])
    change(&options)
    return options
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  /// Every file of the output folder.
  func output() throws -> [String: [UInt8]] {
    let output = folder.appending(path: "Output")
    return FileManager.default.fileExists(atPath: output.path)
      ? try contents(ofFolder: output) : [:]
  }

  /// The folder of the package; this file stands one folder deeper than usual.
  static let project = projectFolder().deletingLastPathComponent()

  /// Whether the styles that these tests print with are installed.
  static let hasStyles = FileManager.default.fileExists(
    atPath: "/usr/share/citation-style-language/styles/chicago-author-date.csl")
}

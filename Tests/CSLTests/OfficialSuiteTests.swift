import Foundation
import Reporting
import Testing

@testable import csl_suite

/// The official cases, where they stand beside the project; they are never part of it.
@Suite struct OfficialSuiteTests {
  private static let shared = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../shared").standardizedFileURL
  private static let cases = shared.appending(path: "csl-test-suite")

  private static var isThere: Bool {
    FileManager.default.fileExists(atPath: cases.path)
  }

  /// Name and reason of each case that fails.
  private static func ledger() throws -> [String: String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "known-failures.txt")
    var known: [String: String] = [:]
    for line in String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      try #require(parts.count == 2, "no reason: \(line)")
      known[parts[0]] = parts[1]
    }
    return known
  }

  private struct Case {
    var name: String
    var bytes: [UInt8]
    var expected: String
  }

  private static func read() throws -> [Case] {
    try FileManager.default.contentsOfDirectory(at: cases, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" && $0.lastPathComponent.contains("_") }
      .sorted { $0.path < $1.path }
      .map { url in
        let bytes = Array(try Data(contentsOf: url))
        let fixture = Fixture(bytes)
        return Case(
          name: url.deletingPathExtension().lastPathComponent, bytes: bytes,
          expected: fixture.expectedResult)
      }
  }

  @Test(.enabled(if: isThere)) func givesWhatTheOfficialCasesExpect() throws {
    let known = try OfficialSuiteTests.ledger()
    let library = LocaleLibrary(
      folder: OfficialSuiteTests.shared.appending(path: "csl-locales").path)
    var unseen = Set(known.keys)
    for official in try OfficialSuiteTests.read() {
      unseen.remove(official.name)
      let result = Fixture.comparable(try Fixture(official.bytes).result(library))
      let passes = result == Fixture.comparable(official.expected)
      #expect(
        passes == (known[official.name] == nil),
        passes
          ? "\(official.name) passes: take it off known-failures.txt"
          : "\(official.name)\nexpected: \(official.expected)\nfound:    \(result)")
    }
    #expect(unseen.isEmpty, "listed in known-failures.txt, but no case")
  }
}

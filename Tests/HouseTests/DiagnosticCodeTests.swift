import Foundation
import TestSupport
import Testing

/// Every code that can be reported is well formed and shown by a test.
@Suite struct DiagnosticCodeTests {
  @Test func codesAreLowerCaseWordsWithHyphens() throws {
    for (code, path) in try declared() {
      let words = code.split(separator: "-", omittingEmptySubsequences: false)
      #expect(
        words.allSatisfy {
          !$0.isEmpty && $0.allSatisfy { ("a"..."z").contains($0) || $0.isNumber }
        },
        "'\(code)' in \(path)")
    }
  }

  @Test func everyCodeOccursInATest() throws {
    let tests = try SourceFile.all(in: "Tests", endings: [".swift", ".txt", ".json"])
      .filter { !$0.path.hasPrefix("Tests/HouseTests/") }
    let unshown = try declared().filter { code, _ in
      !tests.contains { $0.text.contains("\"\(code)\"") || $0.text.contains("[\(code)]") }
    }
    guard !unshown.isEmpty else { return }
    let list = unshown.map { "\($0.code) of \($0.path)" }.joined(separator: "\n")
    Issue.record("no test shows \(unshown.count) codes:\n\(list)", severity: .warning)
  }

  /// Codes as diagnostics are made: `.error, "code"` or `.warning, "code"`.
  private func declared() throws -> [(code: String, path: String)] {
    let pattern = try NSRegularExpression(
      pattern: #"(?:\.(?:error|warning)|severity),\s*"([^"\\]+)","#)
    return try SourceFile.all(in: "Sources").flatMap { file in
      let range = NSRange(file.text.startIndex..., in: file.text)
      return pattern.matches(in: file.text, range: range).compactMap { match in
        Range(match.range(at: 1), in: file.text).map { (String(file.text[$0]), file.path) }
      }
    }
  }
}

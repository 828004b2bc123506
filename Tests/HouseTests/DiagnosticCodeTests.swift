import Testing

/// Every code that can be reported is well formed, shown by a test, and comes with a cure.
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
    var shown: Set<String> = []
    for file in tests {
      shown.formUnion(
        try file.matches(of: #"(?<![A-Za-z0-9-])([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?![A-Za-z0-9-])"#))
    }
    let unshown = try declared().filter { !shown.contains($0.code) }
    guard !unshown.isEmpty else { return }
    let list = unshown.map { "\($0.code) of \($0.path)" }.joined(separator: "\n")
    Issue.record("no test shows \(unshown.count) codes:\n\(list)", severity: .warning)
  }

  @Test func everyFindingSaysItsCure() throws {
    for file in try SourceFile.all(in: "Sources") {
      let codes = try file.places(of: declaration)
      for (code, next) in zip(codes, codes.dropFirst() + [file.text.endIndex..<file.text.endIndex])
      {
        #expect(
          file.text[code.lowerBound..<next.lowerBound].contains("hint:"),
          "\(file.path): \(file.text[code]) has no hint")
      }
    }
  }

  /// Codes as diagnostics are made: `.error, "code"` or `.warning, "code"`.
  private let declaration = #"(?:\.(?:error|warning)|severity),\s*"([^"\\]+)","#

  private func declared() throws -> [(code: String, path: String)] {
    try SourceFile.all(in: "Sources").flatMap { file in
      try file.matches(of: declaration).map { ($0, file.path) }
    }
  }
}

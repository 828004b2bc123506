import Testing

/// The table of modules: what each may import.
///
/// The package manager lets an undeclared import of a sibling slip through, so it is held here.
@Suite struct ImportTests {
  private let allowed: [String: Set<String>] = [
    "CMarkGFM": [],
    "CMarkSupport": [],
    "Reporting": [],
    "Bibliography": ["Reporting"],
    "CSL": ["Bibliography", "Reporting", "Foundation", "_FoundationICU"],
    "CZlib": [],
    "CNettle": [],
    "CYAML": [],
    "Books": ["CZlib"],
    "Prose": ["CMarkGFM", "CMarkSupport", "Reporting"],
    "JournalModel": ["Bibliography", "Prose", "Reporting"],
    "Exports": ["CNettle", "JournalModel", "Bibliography", "Prose", "Reporting"],
    "Import": ["JournalModel", "Bibliography", "Prose", "Reporting", "Foundation"],
    "SitePipeline": [
      "CSL", "Bibliography", "Prose", "JournalModel", "Exports", "Reporting", "Theme", "Books",
      "Programs", "CYAML",
      "Foundation",
    ],
    "Programs": ["Foundation"],
    "Publishing": ["Programs", "Foundation"],
    "Preview": ["SitePipeline", "Reporting", "FlyingSocks", "Foundation"],
    "fascicle": [
      "SitePipeline", "Import", "Preview", "Programs", "Publishing", "Theme", "CSL", "Bibliography",
      "Reporting", "ArgumentParser", "Foundation",
    ],
    "csl-suite": ["CSL", "Bibliography", "Reporting", "Foundation"],
  ]

  /// Imports that only some files of a module may hold: import, module, path beginnings.
  private let narrower: [(String, String, [String])] = [
    ("_FoundationICU", "CSL", ["Sources/CSL/Sorting/Collator.swift"]),
    ("CYAML", "SitePipeline", ["Sources/SitePipeline/Load/YAMLEventReader.swift"]),
    ("CZlib", "Books", ["Sources/Books/Deflate.swift"]),
    ("CNettle", "Exports", ["Sources/Exports/Site/SHA256.swift"]),
    ("CMarkGFM", "Prose", ["Sources/Prose/Reader/"]),
    ("CMarkSupport", "Prose", ["Sources/Prose/Reader/"]),
  ]

  @Test func everyModuleImportsOnlyWhatTheTableAllows() throws {
    for file in try SourceFile.all(in: "Sources") {
      let table = try #require(allowed[file.module], "\(file.path) is in no known module")
      for name in imports(of: file) where !table.contains(name) {
        Issue.record("\(file.path) imports \(name), which \(file.module) may not")
      }
    }
  }

  @Test func librariesStandBehindOneFolder() throws {
    let files = try SourceFile.all(in: "Sources")
    for (name, module, folders) in narrower {
      for file in files where file.module == module && imports(of: file).contains(name) {
        #expect(folders.contains(where: file.path.hasPrefix), "\(file.path) imports \(name)")
      }
    }
  }

  @Test func testsUseOneFramework() throws {
    for file in try SourceFile.all(in: "Tests") {
      #expect(!imports(of: file).contains("XCTest"), "\(file.path) imports XCTest")
    }
  }

  /// The modules named by `import` lines, whatever stands before or between.
  private func imports(of file: SourceFile) -> [String] {
    file.lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({ access.contains($0) || $0.hasPrefix("@") })
      else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "typealias"]
      let name = kinds.contains(words[at + 1]) ? words[words.count - 1] : words[at + 1]
      return String(name.split(separator: ".")[0])
    }
  }

  private let access: Set<Substring> = ["public", "package", "internal", "private", "fileprivate"]
}

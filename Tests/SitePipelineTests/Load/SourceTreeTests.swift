import Foundation
import JournalModel
import Reporting
import TestSupport
import Testing

@testable import SitePipeline

@Suite struct SourceTreeTests {
  @Test func listsFilesByPathAndReadsThemOnDemand() throws {
    try withTemporaryFolder { folder in
      try write(["b/two.md": "2", "b.md": "b", "a/one.md": "1"], into: folder)
      var report = Report()
      let tree = SourceTree(folder: folder.path, report: &report)
      #expect(tree.files.map(\.path) == ["a/one.md", "b.md", "b/two.md"])
      #expect(try tree.bytes(of: "b/two.md") == [UInt8(ascii: "2")])
      #expect(tree.files(under: "b/").map(\.path) == ["b/two.md"])
      #expect(tree.file("a/one.md")?.size == 1)
      #expect(throws: SourceTree.Unreadable.self) { try tree.bytes(of: "../b.md") }
      #expect(report.diagnostics == [])
    }
  }

  @Test func fixesFilesAsTheyCanBeReadNow() throws {
    try withTemporaryFolder { folder in
      try write(["a.md": "1", "b.md": "2"], into: folder)
      var report = Report()
      let tree = SourceTree(folder: folder.path, report: &report)
      try FileManager.default.removeItem(at: folder.appending(path: "b.md"))
      let fixed = tree.fixing(["a.md", "b.md"])
      try write(["a.md": "3", "b.md": "4"], into: folder)
      #expect(try fixed.bytes(of: "a.md") == [UInt8(ascii: "1")])
      #expect(throws: SourceTree.Unreadable.self) { try fixed.bytes(of: "b.md") }
      #expect(try tree.bytes(of: "b.md") == [UInt8(ascii: "4")])
    }
  }

  /// The text has been found behind the ten bytes of `---\na\n---\n`.
  @Test(arguments: [
    ("---\na\n---\nText", true), ("---\nb\n...\n", true), ("", false), ("---\n---\n", false),
    ("---\na: b\n---\nText", false), ("---\n---\na\n\n", false),
  ])
  func namesATextWhoseFrontMatterHasAnotherLengthNow(file: String, isRead: Bool) {
    var report = Report()
    let bytes = SourceTree(["a.md": file])
      .bytes(of: .init(path: "a.md", offset: 10), report: &report)
    #expect((bytes != nil) == isRead)
    #expect(report.diagnostics.map(\.code.rawValue) == (isRead ? [] : ["file-changed"]))
  }

  @Test func leavesOutDotFilesAndTheOutput() throws {
    try withTemporaryFolder { folder in
      try write(
        [
          ".git/config": "x", "a/.hidden": "x", "Output/index.html": "x", "a/Output/b.md": "x",
          "c.md": "x",
        ], into: folder)
      var report = Report()
      let tree = SourceTree(folder: folder.path, excluding: ["Output"], report: &report)
      #expect(tree.files.map(\.path) == ["a/Output/b.md", "c.md"])
    }
  }

  @Test func leavesOutWhatStandsBesideTheContent() throws {
    try withTemporaryFolder { folder in
      try write(
        [
          "Content/journal.yml": "x", "Content/a/b.md": "x", "Templates/page.mustache": "x",
          "Sources/main.swift": "x", "README.md": "x",
        ], into: folder)
      var report = Report()
      let tree = SourceTree(folder: folder.path, report: &report)
      #expect(
        tree.files.map(\.path)
          == ["Content/a/b.md", "Content/journal.yml", "Templates/page.mustache"])
      try FileManager.default.removeItem(at: folder.appending(path: "Templates"))
      try write(["Templates": ""], into: folder)
      #expect(
        SourceTree(folder: folder.path, report: &report).files.map(\.path)
          == ["Content/a/b.md", "Content/journal.yml", "Templates"])
    }
  }

  @Test func followsLinksOnlyInsideTheFolder() throws {
    try withTemporaryFolder { parent in
      let folder = parent.appending(path: "journal")
      let outside = parent.appending(path: "outside")
      try write(["secret.md": "secret", "deep/secret.md": "secret"], into: outside)
      try write(["a/one.md": "1"], into: folder)
      for (link, target) in [
        ("inside.md", folder.path + "/a/one.md"), ("file.md", outside.path + "/secret.md"),
        ("folder", outside.path + "/deep"), ("a/up", folder.path), ("gone.md", "nowhere.md"),
        ("self.md", "self.md"),
      ] {
        try FileManager.default.createSymbolicLink(
          atPath: folder.path + "/" + link, withDestinationPath: target)
      }
      var report = Report()
      let tree = SourceTree(folder: folder.path, report: &report)
      #expect(tree.files.map(\.path) == ["a/one.md", "inside.md"])
      #expect(
        report.sorted.map { "\($0.range.path) \($0.code.rawValue)" } == [
          "a/up link-ring", "file.md link-leaves-folder", "folder link-leaves-folder",
          "gone.md link-broken", "self.md link-broken",
        ])
    }
  }

  @Test func namesWhatIsNoFileAndHasNoName() throws {
    try withTemporaryFolder { folder in
      #expect(unsafe mkfifo(folder.path + "/pipe.md", 0o600) == 0)
      let name: [CChar] = Array(folder.path.utf8CString.dropLast()) + [0x2F, -1, 0]
      #expect(unsafe mkdir(name, 0o700) == 0)
      var report = Report()
      #expect(SourceTree(folder: folder.path, report: &report).files.isEmpty)
      #expect(
        report.sorted.map { "\($0.code.rawValue): \($0.message)" } == [
          "file-not-regular: 'pipe.md' is neither a file nor a folder and is left out",
          "file-name-not-utf8: Name '\u{FFFD}' is not UTF-8",
        ])
    }
  }

  @Test func namesAnEmptyFolderThatIsCalledAsAFile() throws {
    try withTemporaryFolder { folder in
      try write(["Templates/pages/read.mustache/x.mustache": ""], into: folder)
      for name in ["Templates/pages/article.mustache", "Templates/pages/empty"] {
        try FileManager.default.createDirectory(
          at: folder.appending(path: name), withIntermediateDirectories: true)
      }
      var report = Report()
      _ = SourceTree(folder: folder.path, report: &report)
      #expect(
        report.sorted.map { "\($0.code.rawValue): \($0.message)" } == [
          "folder-for-file: 'Templates/pages/article.mustache' is an empty folder, not a file"
        ])
    }
  }

  @Test func namesAFolderThatIsNotThereOnce() async {
    var report = Report()
    let tree = SourceTree(folder: "/nowhere/at/all", report: &report)
    #expect(tree.files == [])
    #expect(report.diagnostics.map(\.code) == ["folder-unreadable"])
    _ = await load(tree, report: &report)
    #expect(report.diagnostics.map(\.code) == ["folder-unreadable"])
  }

  @Test func namesAFileThatCannotBeRead() async throws {
    try await withTemporaryFolder { folder in
      try write(["journal.yml": "title: J\n", "pages/a.md": "---\ntitle: A\n---\n"], into: folder)
      var report = Report()
      let tree = SourceTree(folder: folder.path, report: &report)
      try FileManager.default.removeItem(atPath: folder.path + "/pages/a.md")
      _ = await load(tree, report: &report)
      #expect(report.diagnostics.map(\.code) == ["file-unreadable"])
      #expect(report.diagnostics.map(\.range.path) == ["pages/a.md"])
    }
  }

  @Test func mapsInTheOrderOfTheItemsWhateverTheWorkers() async {
    for workers in [1, 2, 7, 200] {
      var report = Report()
      let squares = await Array(0..<100).concurrentMap(workers: workers, into: &report) {
        number, report in
        if number % 10 == 0 {
          report.add(
            Diagnostic(
              .warning, DiagnosticCode(rawValue: "tenth"), "\(number)",
              at: SourceRange(startOf: "a")))
        }
        return number * number
      }
      #expect(squares == (0..<100).map { $0 * $0 })
      #expect(report.diagnostics.map(\.message) == (0..<10).map { "\($0 * 10)" })
    }
  }
}

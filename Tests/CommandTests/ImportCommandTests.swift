import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import fascicle

@Suite struct ImportCommandTests {
  private let quiet = Terminal(isWatched: false)
  private let article = """
    <article article-type="research-article" xml:lang="en"><front><article-meta>
    <title-group><article-title>The Moon</article-title></title-group>
    </article-meta></front><body><p>Text.</p></body></article>
    """

  @Test func bringsInAnArticleOnceAndThenChangesNothing() throws {
    try withTemporaryFolder { folder in
      try write(
        [
          "Content/journal.yml": "title: Mine\n", "Content/issues/1/issue.yml": "date: 2025\n",
          "in.xml": article,
        ], into: folder)
      let file = folder.appending(path: "in.xml").path
      let command = try ImportJATSCommand.parse([
        file, "--issue", "1", "--source", folder.path,
      ])
      #expect(command.result(on: quiet).output == "1 files added, 0 changed, 0 as they were\n")
      #expect(command.result(on: quiet).output == "0 files added, 0 changed, 1 as they were\n")
    }
  }

  @Test func keepsWhatTheEditorHasChanged() throws {
    try withTemporaryFolder { folder in
      try write(
        [
          "journal.yml": "title: Mine\n", "issues/1/issue.yml": "date: 2025\n", "in.xml": article,
          "issues/1/the-moon.md": "mine",
        ], into: folder)
      let arguments = [
        folder.appending(path: "in.xml").path, "--issue", "1", "--source", folder.path,
      ]
      let kept = try ImportJATSCommand.parse(arguments).result(on: quiet)
      #expect(kept.code == .findings)
      #expect(
        kept.errors == """
          Nothing was imported: these files are there already and differ.
            issues/1/the-moon.md
          Add --overwrite to replace them.

          """)
      let replaced = try ImportJATSCommand.parse(arguments + ["--overwrite"]).result(on: quiet)
      #expect(replaced.output == "0 files added, 1 changed, 0 as they were\n")
    }
  }

  @Test func leavesAllAsItWasWhenAFileCannotBePutInPlace() throws {
    try withTemporaryFolder { folder in
      try write(["old.md": "old", "closed": "a file", "in/x.md": "x"], into: folder)
      let before = try contents(ofFolder: folder)
      let files = PlacedFiles(
        files: [
          ("new/a.md", { [1] }), ("old.md", { [2] }), ("closed/b.md", { [3] }),
        ], folder: folder)
      #expect(throws: (any Error).self) { try files.place() }
      #expect(try contents(ofFolder: folder) == before)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
          == ["closed", "in", "old.md"])
    }
  }

  @Test func replacesNoFolderWithAFile() throws {
    try withTemporaryFolder { folder in
      try write(
        [
          "journal.yml": "title: Mine\n", "issues/1/issue.yml": "date: 2025\n", "in.xml": article,
          "issues/1/the-moon.md/note.txt": "mine",
        ], into: folder)
      let result = try ImportJATSCommand.parse([
        folder.appending(path: "in.xml").path, "--issue", "1", "--source", folder.path,
        "--overwrite",
      ]).result(on: quiet)
      #expect(result.code == .findings)
      #expect(
        result.errors == """
          Nothing was imported: issues/1/the-moon.md is no file but a folder or a device.
          Move it away, and the import can be made.

          """)
    }
  }

  @Test func putsNothingBesideTheIssues() throws {
    try withTemporaryFolder { folder in
      try write(
        [
          "journal.yml": "title: Mine\n", "issue.yml": "", "issues/1/issue.yml": "date: 2025\n",
          "in.xml": article,
        ], into: folder)
      let file = folder.appending(path: "in.xml").path
      for issue in ["..", "../issues/1", ""] {
        let result = try ImportJATSCommand.parse([file, "--issue", issue, "--source", folder.path])
          .result(on: quiet)
        #expect(result == .missingIssue(issue, in: folder.path))
      }
    }
  }

  @Test func saysWhatCannotBeRead() throws {
    try withTemporaryFolder { folder in
      try write(["in.xml": "<article"], into: folder)
      let file = folder.appending(path: "in.xml").path
      let broken = try ImportOJSCommand.parse([file, "--source", folder.path]).result(on: quiet)
      #expect(broken.code == .findings)
      #expect(broken.errors.hasSuffix("1 error\n"))
      let missing = try ImportOJSCommand.parse(["\(file).no"]).result(on: quiet)
      #expect(
        missing.errors == """
          \(file).no cannot be read: No such file or directory.
          Name a file that you may read.

          """)
    }
  }
}

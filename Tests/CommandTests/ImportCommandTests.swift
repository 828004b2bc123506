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

  @Test func saysWhatCannotBeRead() throws {
    try withTemporaryFolder { folder in
      try write(["in.xml": "<article"], into: folder)
      let file = folder.appending(path: "in.xml").path
      let broken = try ImportOJSCommand.parse([file, "--source", folder.path]).result(on: quiet)
      #expect(broken.code == .findings)
      #expect(broken.errors.hasSuffix("1 error\n"))
      let missing = try ImportOJSCommand.parse(["\(file).no"]).result(on: quiet)
      #expect(missing.errors == "\(file).no cannot be read: check its name.\n")
    }
  }
}

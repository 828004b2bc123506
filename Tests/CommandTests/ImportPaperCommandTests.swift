import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import fascicle

@Suite struct ImportPaperCommandTests {
  private let quiet = Terminal(isWatched: false)
  private let journal = [
    "journal.yml": "title: Mine\n", "issues/1/issue.yml": "date: 2025\n",
    "Engine/src/main.py": "print()\n", "Engine/README.md": "# Engine\n",
  ]
  private let paper = """
    ---
    title: The Engine
    bibliography: ../refs/engine.bib
    ---
    ![Loom](figures/loom.png)
    """

  @Test func copiesWhatThePaperNamesAndNothingElse() throws {
    try withTemporaryFolder { folder in
      try write(
        journal.merging([
          "Engine/paper/engine.md": paper, "Engine/paper/engine.ur.md": paper,
          "Engine/paper/refs/engine.bib": "@misc{a}\n", "Engine/paper/figures/loom.png": "png",
          "Engine/paper/figures/other.png": "png", "Engine/paper/notes.md": "Remember.\n",
        ]) { $1 }, into: folder)
      let command = try ImportPaperCommand.parse([
        folder.appending(path: "Engine/paper").path, "--issue", "1", "--source", folder.path,
      ])
      #expect(command.result(on: quiet).output == "4 files added, 0 changed, 0 as they were\n")
      let article = folder.appending(path: "issues/1/engine")
      #expect(
        try FileManager.default.subpathsOfDirectory(atPath: article.path).sorted() == [
          "engine.md", "engine.ur.md", "figures", "figures/loom.png", "refs", "refs/engine.bib",
        ])
    }
  }

  @Test func asksWhichOfSeveralFilesIsMeant() throws {
    try withTemporaryFolder { folder in
      try write(
        journal.merging(["Engine/one.md": paper, "Engine/two.md": paper]) { $1 }, into: folder)
      let engine = folder.appending(path: "Engine")
      let options = ["--issue", "1", "--source", folder.path, "--name", "engine"]
      let unclear = try ImportPaperCommand.parse([engine.path] + options).result(on: quiet)
      #expect(unclear.errors.contains("Several files may be the paper: 'one.md', 'two.md'"))
      let named = try ImportPaperCommand.parse([engine.appending(path: "two.md").path] + options)
        .result(on: quiet)
      #expect(named.output == "1 files added, 0 changed, 0 as they were\n")
      let none = try ImportPaperCommand.parse([folder.appending(path: "issues").path] + options)
        .result(on: quiet)
      #expect(none.errors.contains("[paper-not-found]"))
      let lost = try ImportPaperCommand.parse([engine.appending(path: "no.md").path] + options)
        .result(on: quiet)
      #expect(lost.errors.contains("[paper-unreadable]"))
    }
  }

  @Test(arguments: ["A B", "a/b", ".a", "", "a#b"]) func refusesANameThatCannotBeAnAddress(
    name: String
  ) throws {
    try withTemporaryFolder { folder in
      try write(journal.merging(["Engine/paper.md": paper]) { $1 }, into: folder)
      let command = try ImportPaperCommand.parse([
        folder.appending(path: "Engine").path, "--issue", "1", "--source", folder.path, "--name",
        name,
      ])
      #expect(
        command.result(on: quiet)
          == CommandResult(
            errors: """
              '\(name)' cannot be part of an address: give a name in letters, digits and hyphens \
              with --name.

              """, code: .usage))
    }
  }

  @Test func walksThroughNoWholeDisk() throws {
    try withTemporaryFolder { folder in
      try write(journal.merging(["Engine/paper.md": paper]) { $1 }, into: folder)
      let command = try ImportPaperCommand.parse([
        folder.appending(path: "Engine").path, "--issue", "1", "--source", folder.path,
      ])
      #expect(
        command.result(on: quiet, greatestCount: 2)
          == CommandResult(
            errors: """
              \(folder.path)/Engine holds more than 2 files.
              Name a folder that holds the paper alone.

              """, code: .findings))
      #expect(command.result(on: quiet, greatestCount: 3).code == .success)
    }
  }
}

import ArgumentParser
import Foundation
import Programs
import TestSupport
import Testing

@testable import fascicle

@Suite struct ImportDocumentCommandTests {
  private let quiet = Terminal(isWatched: false)

  private func result(
    _ folder: URL, run: Runner
  ) throws -> CommandResult {
    try write(
      [
        "Content/journal.yml": "title: Mine\n", "Content/issues/1/issue.yml": "date: 2025\n",
        "moon.docx": "PK",
      ], into: folder)
    return try ImportDocumentCommand.parse([
      folder.appending(path: "moon.docx").path, "--issue", "1", "--source", folder.path,
    ]).result(on: quiet, run: run)
  }

  @Test func writesWhatPandocMakesOfADocument() throws {
    try withTemporaryFolder { folder in
      let result = try result(folder) { invocation in
        invocation.arguments.contains("--template")
          ? Array("The Moon\n\u{1D}Ada Byron\n\u{1D}Short.\n".utf8) : Array("## One\n".utf8)
      }
      #expect(result.output == "1 files added, 0 changed, 0 as they were\n")
      let file = folder.appending(path: "Content/issues/1/the-moon.md")
      #expect(
        try String(contentsOf: file, encoding: .utf8) == """
          ---
          title: The Moon
          authors:
            - Ada Byron
          abstract: Short.
          ---

          ## One

          """)
    }
  }

  @Test func saysHowToGetPandoc() throws {
    try withTemporaryFolder { folder in
      let result = try result(folder) { invocation throws(ProgramFailure) in
        throw .missing(program: invocation.program)
      }
      #expect(result.code == .findings)
      #expect(
        result.errors == """
          The program 'pandoc' is missing, which reads documents of word processors: install it (on \
          Debian: apt-get install pandoc) and import again.

          """)
    }
  }
}

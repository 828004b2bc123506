import ArgumentParser
import Foundation
import Programs
import Publishing
import TestSupport
import Testing

@testable import fascicle

@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: "/usr/share/citation-style-language/styles"),
    "the package citation-style-language-styles is not installed"))
struct PublishCommandTests {
  private let quiet = Terminal(isWatched: false)

  @Test func showsTheChangesAndAsksBeforeItBringsThem() async throws {
    try await withJournal { journal in
      let command = try PublishCommand.parse(["rsync:/srv/journal", "--source", journal])
      var asked: [String] = []
      let result = try await command.result(on: quiet, run: changing) { changes in
        asked.append(changes)
        return false
      }
      #expect(asked == ["+ index.html\n1 new, 0 changed, 0 to be removed\n"])
      #expect(result == CommandResult(output: "Nothing was published.\n"))
    }
  }

  @Test func publishesAfterAYes() async throws {
    try await withJournal { journal in
      let command = try PublishCommand.parse(["rsync:/srv/journal", "--source", journal])
      let result = try await command.result(on: quiet, run: changing) { _ in true }
      #expect(result == CommandResult(output: "Published to rsync:/srv/journal.\n"))
    }
  }

  @Test func stopsAfterShowingWhenOnlyAsked() async throws {
    try await withJournal { journal in
      let command = try PublishCommand.parse([
        "rsync:/srv/journal", "--source", journal, "--dry-run",
      ])
      let result = try await command.result(on: quiet, run: changing) { _ in true }
      #expect(
        result == CommandResult(output: "+ index.html\n1 new, 0 changed, 0 to be removed\n"))
    }
  }

  @Test func tellsProgramsWhatWouldChange() async throws {
    try await withJournal { journal in
      let command = try PublishCommand.parse([
        "rsync:/srv/journal", "--source", journal, "--dry-run", "--format", "json",
      ])
      let result = try await command.result(on: quiet, run: changing) { _ in true }
      #expect(
        result
          == CommandResult(
            output: #"{"errors": 0, "warnings": 0, "added": ["index.html"], "changed": [], "#
              + #""removed": [], "diagnostics": []}"# + "\n"))
    }
  }

  @Test func saysWhichProgramIsMissing() async throws {
    try await withJournal { journal in
      let command = try PublishCommand.parse(["rsync:/srv/journal", "--source", journal, "--yes"])
      let result = try await command.result(on: quiet, run: missing) { _ in true }
      #expect(result.code == .findings)
      #expect(result.errors == "The program 'rsync' is missing: install it and publish again.\n")
    }
  }

  @Test func bringsNothingWhenSomethingIsWrong() async throws {
    try await withJournal { journal in
      try write(["Content/journal.yml": "titel: A\n"], into: URL(filePath: journal))
      let command = try PublishCommand.parse(["rsync:/srv/journal", "--source", journal, "--yes"])
      let result = try await command.result(on: quiet, run: missing) { _ in true }
      #expect(result.code == .findings)
      #expect(!result.errors.contains("rsync"))
    }
  }

  @Test func bringsNothingWhenAPublishedAddressWouldVanish() async throws {
    try await withJournal { journal in
      try write(
        ["Content/published.txt": "articles/gone/\t0\tGone\n"], into: URL(filePath: journal))
      let command = try PublishCommand.parse(["rsync:/srv/journal", "--source", journal, "--yes"])
      let result = try await command.result(on: quiet, run: missing) { _ in true }
      #expect(result.code == .findings)
      #expect(result.errors.contains("[published-address-vanished]"))
      #expect(!result.errors.contains("rsync"))
    }
  }

  @Test func refusesADestinationOfAnotherKind() {
    let error = #expect(throws: (any Error).self) { try PublishCommand.parse(["ftp:example.org"]) }
    #expect(
      error.map { PublishCommand.message(for: $0) }
        == "'ftp:example.org' is no destination: begin it with rsync:, rclone: or git:.")
  }

  private func withJournal(_ body: (String) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let journal = folder.appending(path: "journal").path
      _ = try NewJournalCommand.parse([journal]).result(
        today: Date(timeIntervalSince1970: 1_750_000_000))
      try await body(journal)
    }
  }

  /// A host that lacks one page.
  private func changing(_ invocation: Invocation) throws(ProgramFailure) -> [UInt8] {
    invocation.arguments.contains("--dry-run") ? Array(">f+++++++++ index.html\n".utf8) : []
  }

  private func missing(_ invocation: Invocation) throws(ProgramFailure) -> [UInt8] {
    throw .missing(program: invocation.program)
  }
}

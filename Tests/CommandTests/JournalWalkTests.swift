import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import fascicle

/// Whole walks through the commands, with the citation styles that the system has.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: "/usr/share/citation-style-language/styles"),
    "the package citation-style-language-styles is not installed"))
struct JournalWalkTests {
  private let quiet = Terminal(isWatched: false)
  private let day = Date(timeIntervalSince1970: 1_750_000_000)

  @Test func aNewJournalIsBuiltAndMissesOnlyWhatItDoesNotHaveYet() async throws {
    try await withTemporaryFolder { folder in
      let journal = folder.appending(path: "journal").path
      #expect(try NewJournalCommand.parse([journal]).result(today: day).code == .success)
      #expect(
        try NewIssueCommand.parse(["2025-2", "--source", journal]).result(today: day).code
          == .success)
      let article = try NewArticleCommand.parse([
        "2025-2", "The Moon in Andalusian Verse", "--author", "Ada Lovelace", "--source", journal,
      ])
      #expect(try article.result().code == .success)

      let built = try await BuildCommand.parse(["--source", journal]).result(on: quiet)
      #expect(built.errors.isEmpty)
      #expect(built.code == .success)
      #expect(built.output.hasPrefix("\(journal)/Output: "))
      let pages = try contents(ofFolder: URL(filePath: journal + "/Output")).keys
      for page in [
        "index.html", "issues/2025-1/index.html", "issues/2025-2/index.html",
        "articles/reading-by-lamplight/index.html", "articles/reading-by-lamplight/cite/index.html",
        "articles/the-moon-in-andalusian-verse/index.html", "about/fees/index.html", "404.html",
      ] {
        #expect(pages.contains(page), "\(page)")
      }

      let checked = try await CheckCommand.parse(["--source", journal, "--only", "content"])
        .result(on: quiet)
      #expect(checked == CommandResult(output: "content  ✓\n"), "\(checked.errors)")
    }
  }

  @Test func nothingIsServedWhereThereIsNoJournal() async throws {
    try await withTemporaryFolder { folder in
      let serve = try ServeCommand.parse(["--source", folder.path])
      let result = await #expect(throws: CommandResult.self) { try await serve.run() }
      #expect(result == ContentFolder.missing(in: folder.path))
    }
  }

  @Test func aCopyOfTheThemeMakesTheSameSite() async throws {
    try await withTemporaryFolder { folder in
      let journal = folder.appending(path: "journal").path
      _ = try NewJournalCommand.parse([journal]).result(today: day)
      let build = try BuildCommand.parse(["--source", journal])
      #expect(await build.result(on: quiet).code == .success)
      let site = try contents(ofFolder: URL(filePath: journal + "/Output"))
      let copied = try NewThemeCommand.parse(["all", "rubric.css", "--source", journal]).result()
      #expect(copied.code == .success)
      let built = await build.result(on: quiet)
      #expect(built == CommandResult(output: "\(journal)/Output: 63 as they were\n"))
      #expect(try contents(ofFolder: URL(filePath: journal + "/Output")) == site)
    }
  }

  @Test func aMistakeIsNamedAndLeavesTheSiteAsItWas() async throws {
    try await withTemporaryFolder { folder in
      let journal = folder.appending(path: "journal").path
      _ = try NewJournalCommand.parse([journal]).result(today: day)
      let build = try BuildCommand.parse(["--source", journal])
      #expect(await build.result(on: quiet).code == .success)
      let output = URL(filePath: journal + "/Output")
      let before = try contents(ofFolder: output)

      let issue = "Content/issues/2025-1/issue.yml"
      try write(
        [issue: "volume: 1\ndate: 2025-06-15\nsecktions: [Articles]\n"],
        into: URL(filePath: journal))
      let failed = await build.result(on: quiet)
      #expect(failed.code == .findings)
      #expect(failed.output.isEmpty)
      #expect(
        failed.errors.hasPrefix("\(journal)/\(issue):3:1: error: "), "\(failed.errors)")
      #expect(try contents(ofFolder: output) == before)
    }
  }

  @Test func theDemonstrationJournalIsBuiltWithoutAFinding() async throws {
    try await withTemporaryFolder { folder in
      // A copy of the content alone: builds leave deposits beside it.
      let source = folder.appending(path: "journal")
      try FileManager.default.createDirectory(at: source, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: projectFolder().appending(path: "Tests/Fixtures/demonstration/Content"),
        to: source.appending(path: "Content"))
      let built = try await BuildCommand.parse([
        "--source", source.path, "--output", folder.appending(path: "site").path,
      ]).result(on: quiet)
      #expect(built.errors.isEmpty)
      #expect(built.code == .success)
    }
  }

  @Test func theSampleJournalCitesItsArticleAsTheJournalDoes() async throws {
    try await withTemporaryFolder { folder in
      let built = try await BuildCommand.parse([
        "--source", projectFolder().path, "--output", folder.path,
      ]).result(on: quiet)
      #expect(built.errors.isEmpty)
      let citation =
        "Mati -Ur- Rehman Bajwa. 2024. “The U.S. Withdrawal from Afghanistan and the Escalation of "
        + "Anti-Pakistan Sentiment: Analyzing Causes and Exploring Solutions”. <i>Al-Qamar</i>, "
        + "June, 30-54."
      for page in ["index.html", "cite/index.html"] {
        let file = folder.appending(path: "articles/us-withdrawal-afghanistan/\(page)")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text.contains(citation), "\(page)")
      }
    }
  }

  /// The codes of what was found, in the order in which it was printed.
  private func codes(in result: CommandResult) -> [String] {
    result.errors.split(separator: "\n").compactMap { line in
      guard line.hasSuffix("]"), let open = line.lastIndex(of: "[") else { return nil }
      return String(line[line.index(after: open)...].dropLast())
    }
  }
}

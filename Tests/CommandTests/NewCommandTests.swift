import ArgumentParser
import Foundation
import Import
import TestSupport
import Testing
import Theme

@testable import fascicle

@Suite struct NewCommandTests {
  private let day = Date(timeIntervalSince1970: 1_750_000_000)

  @Test func beginsAJournalThenAnIssueThenAnArticle() throws {
    try withTemporaryFolder { folder in
      let journal = folder.appending(path: "journal").path
      let made = try NewJournalCommand.parse([journal, "--title", "A \"B\" \\ C"]).result(
        today: day)
      #expect(made.code == .success)
      #expect(made.output.hasSuffix("Next:\n  cd \(journal)\n  fascicle serve\n"))
      #expect(try text("Content/journal.yml", in: journal).contains(#"title: "A \"B\" \\ C""#))

      let issue = try NewIssueCommand.parse([
        "2025-2", "--source", journal, "--volume", "7", "--date", "2025-06",
      ]).result(today: day)
      #expect(issue.code == .success)
      #expect(
        try text("Content/issues/2025-2/issue.yml", in: journal) == "volume: \"7\"\ndate: 2025-06\n"
      )

      let article = try NewArticleCommand.parse([
        "2025-2", "Über den Mond: A Review #2", "--author", "Ada Lovelace", "--author",
        "van Gogh, Vincent", "--author", "Aristotle", "--source", journal,
      ]).result()
      #expect(article.code == .success)
      let written = try text("Content/issues/2025-2/uber-den-mond-a-review-2.md", in: journal)
      #expect(
        written.hasPrefix(
          """
          ---
          title: "Über den Mond: A Review #2"
          authors:
            - family: "Lovelace"
              given: "Ada"
            - family: "van Gogh"
              given: "Vincent"
            - literal: "Aristotle"

          """))
    }
  }

  @Test func touchesNothingThatIsThere() throws {
    try withTemporaryFolder { folder in
      try write(["Content/journal.yml": "title: Mine\n"], into: folder)
      let result = try NewJournalCommand.parse([folder.path]).result(today: day)
      #expect(result.code == .findings)
      #expect(
        result.errors
          == "\(folder.path)/Content/journal.yml is there already: choose another name, or move it away.\n"
      )
      #expect(try contents(ofFolder: folder).keys.sorted() == ["Content/journal.yml"])
    }
  }

  @Test(arguments: ["soon", "2025-13", "2025-02-30", "2025-6-1", "2025: x\ny", "", "2025-01-01-01"])
  func takesNoDateThatIsNone(date: String) {
    #expect(throws: (any Error).self) { try NewIssueCommand.parse(["2025-2", "--date", date]) }
  }

  @Test func saysWhereAJournalOrIssueIsMissing() throws {
    try withTemporaryFolder { folder in
      let lost = try NewIssueCommand.parse(["2025-2", "--source", folder.path]).result(today: day)
      #expect(lost.code == .findings)
      #expect(
        lost.errors.hasPrefix("There is no journal in \(folder.path): no journal.yml"))
      try write(["journal.yml": "title: Mine\n"], into: folder)
      let early = try NewArticleCommand.parse(["2025-2", "Moon", "--source", folder.path]).result()
      #expect(
        early.errors == "There is no issue '2025-2'. Begin it with: fascicle new issue 2025-2 "
          + "--source \(folder.path)\n")
      let recipe = try NewRecipeCommand.parse(["nginx", "--source", "\(folder.path)/no"]).result()
      #expect(recipe.errors.hasPrefix("There is no journal in \(folder.path)/no: "))
      #expect(try contents(ofFolder: folder).keys.sorted() == ["journal.yml"])
    }
  }

  @Test func quotesWhatIsToBeCopiedIntoAShell() throws {
    try withTemporaryFolder { folder in
      let journal = folder.appending(path: "my journal's").path
      let made = try NewJournalCommand.parse([journal]).result(today: day)
      let quoted = "'\(folder.path)/my journal'\\''s'"
      #expect(made.output.hasSuffix("Next:\n  cd \(quoted)\n  fascicle serve\n"))
      let issue = try NewIssueCommand.parse(["2025-2", "--source", journal]).result(today: day)
      #expect(issue.output.hasSuffix("\"Its title\" --source \(quoted)\n"))
    }
  }

  @Test(arguments: [
    ("The Moon’s Verse: 2nd Edition", "the-moons-verse-2nd-edition"), ("Äpfel & Öl", "apfel-ol"),
    ("Чайка", "chaika"), ("???", ""),
    (
      String(repeating: "word ", count: 30),
      "word-word-word-word-word-word-word-word-word-word-word-word"
    ),
  ])
  func makesAnAddressFromATitle(title: String, address: String) {
    #expect(Slugs.slug(of: title) == address)
  }

  @Test func refusesANameThatCannotBeAnAddress() throws {
    for name in ["Spring 2025", "../../etc"] {
      let error = #expect(throws: (any Error).self) { try NewIssueCommand.parse([name]) }
      #expect(
        error.map { NewIssueCommand.message(for: $0) }
          == "'\(name)' cannot be part of an address: use small Latin letters, digits and hyphens.")
    }
    #expect(throws: (any Error).self) { try NewArticleCommand.parse(["2025-2", "???"]) }
  }

  @Test func copiesPartsOfTheThemeThatAreNamed() throws {
    try withTemporaryFolder { folder in
      try write(["Content/journal.yml": "title: Mine\n"], into: folder)
      let made = try NewThemeCommand.parse(["footer", "lapis.css", "--source", folder.path])
        .result()
      #expect(made.code == .success)
      let files = try contents(ofFolder: folder)
      #expect(
        files.keys.sorted() == [
          "Content/journal.yml", "Templates/assets/theme.css", "Templates/footer.mustache",
        ])
      #expect(
        files["Templates/footer.mustache"] == Theme.templates.first { $0.name == "footer" }?.bytes)
      #expect(
        files["Templates/assets/theme.css"] == Theme.presets.first { $0.name == "lapis" }?.bytes)

      let again = try NewThemeCommand.parse(["head", "footer", "--source", folder.path]).result()
      #expect(again.code == .findings)
      #expect(try contents(ofFolder: folder) == files)
    }
  }

  @Test func listsThePartsOfTheTheme() throws {
    let lines = try NewThemeCommand.parse([]).result().output.split(separator: "\n").map(
      String.init)
    #expect(lines.first == "Templates:")
    #expect(
      lines.filter { $0.hasPrefix("  ") }.count
        == Theme.templates.count + Theme.assets.count + Theme.presets.count)
  }

  @Test(arguments: [
    (["fotter"], "The theme has no part 'fotter'. 'fascicle new theme' lists what there is."),
    (
      ["rubric.css", "lapis.css"],
      "A journal has one set of colours and fonts: name 'lapis.css' or 'rubric.css', not both."
    ),
  ])
  func refusesPartsThatTheThemeCannotGive(_ names: [String], message: String) {
    let error = #expect(throws: (any Error).self) { try NewThemeCommand.parse(names) }
    #expect(error.map { NewThemeCommand.message(for: $0) } == message)
  }

  private func text(_ path: String, in folder: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(path)")), as: UTF8.self)
  }
}

import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import fascicle

@Suite struct ManualTests {
  @Test func setsTheHelpTextsAsAPage() {
    let option = ManualPage.Argument(
      kind: "option", valueName: "url", abstract: "The old address.",
      names: [.init(kind: "long", name: "old-url")])
    let file = ManualPage.Argument(kind: "positional", valueName: "file", abstract: ".xml only.")
    let command = ManualPage.Command(
      commandName: "p", abstract: "Does things.", discussion: "First:\n\n  p go",
      subcommands: [
        .init(
          commandName: "in", abstract: "Brings in.",
          subcommands: [
            .init(commandName: "ojs", abstract: "From OJS.", arguments: [file, option])
          ]),
        .init(commandName: "secret", abstract: "No.", shouldDisplay: false),
      ])
    #expect(
      ManualPage(command).text == #"""
        .TH P 1
        .SH NAME
        p \- Does things.
        .SH SYNOPSIS
        .B p
        .I command
        [options]
        .SH DESCRIPTION
        First:
        .PP
        .RS 4
        .nf
          p go
        .fi
        .RE
        .SH COMMANDS
        .SS in
        Brings in.
        .SS in ojs <file>
        From OJS.
        .TP
        .B file
        \&.xml only.
        .TP
        .B \-\-old\-url <url>
        The old address.

        """#)
  }

  @Test func holdsEveryCommand() {
    let page = ManualCommand().result().output
    for name in ["build", "serve", "check", "import ojs", "publish", "bag", "new recipe"] {
      #expect(page.contains("\n.SS \(name)"), "\(name)")
    }
  }

  @Test(arguments: Recipe.allCases) func writesARecipeOnce(recipe: Recipe) throws {
    try withTemporaryFolder { folder in
      try write(["journal.yml": "title: Mine\n"], into: folder)
      let command = try NewRecipeCommand.parse([recipe.rawValue, "--source", folder.path])
      #expect(try command.result().code == .success)
      let text = try String(
        contentsOf: folder.appending(path: recipe.path), encoding: .utf8)
      #expect(text == recipe.text)
      #expect(try command.result().code == .findings)
    }
  }
}

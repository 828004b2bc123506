import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import fascicle

@Suite struct CiteCommandTests {
  private let quiet = Terminal(isWatched: false)
  private let style = """
    <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info>
    <title>Tiny</title><id>tiny</id></info>
    <citation><layout><text variable="title"/></layout></citation>
    <bibliography><layout suffix="."><text variable="title" font-style="italic"/></layout>
    </bibliography></style>
    """
  private let locale = """
    <locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><terms/></locale>
    """

  @Test(arguments: [
    ("text", "Moon & sun.\n"), ("html", "<p><i>Moon &amp; sun</i>.</p>\n"),
    (
      "json",
      """
      [
        {
          "html" : "<i>Moon &amp; sun</i>.",
          "id" : "b",
          "text" : "Moon & sun."
        }
      ]

      """
    ),
  ])
  func printsTheChosenReferences(format: String, text: String) throws {
    try withFiles { folder in
      let result = try CiteCommand.parse([
        "\(folder)/a.bib", "--style", "\(folder)/tiny.csl", "--keys", "b", "--format", format,
      ]).result(on: quiet)
      #expect(result == CommandResult(output: text))
    }
  }

  @Test func takesFilesBehindKeys() throws {
    try withFiles { folder in
      let result = try CiteCommand.parse([
        "--style", "\(folder)/tiny.csl", "--keys", "a", "--keys", "b", "\(folder)/a.bib",
      ]).result(on: quiet)
      #expect(result == CommandResult(output: "Sun.\nMoon & sun.\n"))
    }
  }

  @Test func refusesAFolderOfStylesThatIsNone() {
    let error = #expect(throws: (any Error).self) {
      try CiteCommand.parse(["a.bib", "--csl-path", "/no/such"])
    }
    #expect(
      error.map { CiteCommand.message(for: $0) }
        == "--csl-path '/no/such' is no folder: check its name.")
  }

  @Test func namesWhatIsMissing() throws {
    try withFiles { folder in
      let result = try CiteCommand.parse([
        "\(folder)/no.bib", "\(folder)/a.txt", "--style", "\(folder)/tiny.csl", "--keys", "z",
      ]).result(on: quiet)
      #expect(result.code == .findings)
      #expect(result.output.isEmpty)
      expectEqualLines(
        result.errors,
        """
        \(folder)/a.txt:1:1: error: '\(folder)/a.txt' is no bibliography in a known format \
        [bibliography-unknown-format]
          hint: Use BibTeX (.bib), RIS (.ris), CSL-JSON (.json) or EndNote XML (.xml)
        \(folder)/no.bib: error: File '\(folder)/no.bib' cannot be read: No such file or \
        directory [cited-file-unreadable]
          hint: Name a file of references that you may read
        z: error: No reference has the key 'z' [cited-key-unknown]
          hint: Give a key that occurs in \(folder)/no.bib, \(folder)/a.txt
        3 errors

        """, "errors")
    }
  }

  @Test func readsPipesOfTheShellAndRefusesWhatHasNoEnd() throws {
    try withFiles { folder in
      #expect(unsafe mkfifo(folder + "/pipe.bib", 0o600) == 0)
      func cite(_ file: String) throws -> CommandResult {
        try CiteCommand.parse([file, "--style", "\(folder)/tiny.csl"]).result(on: quiet)
      }
      for (file, reason) in [
        ("\(folder)/pipe.bib", "It is a pipe"), ("/dev/zero", "It gives more than 256 MiB"),
      ] {
        #expect(
          try cite(file)
            == CommandResult(
              errors: """
                \(file): error: File '\(file)' cannot be read: \(reason) [cited-file-unreadable]
                  hint: Name a file of references that you may read
                1 error

                """, code: .findings))
      }
      let pipe = Pipe()
      pipe.fileHandleForWriting.write(Data("@book{a, title = {Found}}".utf8))
      try pipe.fileHandleForWriting.close()
      let read = try cite("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
      #expect(read == CommandResult(output: "Found.\n"))
    }
  }

  @Test func namesReferencesOfWhichAStyleHasNothingToSay() throws {
    try withFiles { folder in
      let silent = style.replacing(#"variable="title""#, with: #"variable="genre""#)
      try write(["silent.csl": silent], into: URL(filePath: folder))
      let result = try CiteCommand.parse([
        "\(folder)/a.bib", "--style", "\(folder)/silent.csl", "--keys", "b",
      ]).result(on: quiet)
      #expect(result.code == .success)
      #expect(result.output.isEmpty)
      #expect(
        result.errors.contains(
          "warning: Style '\(folder)/silent.csl' prints nothing for 'b' [cited-unprinted]"))
    }
  }

  @Test func namesALanguageWithoutALocaleAndAKeyOfTwoFiles() throws {
    try withFiles { folder in
      try write(["b.bib": "@book{a, title={Star}}\n"], into: URL(filePath: folder))
      let result = try CiteCommand.parse([
        "\(folder)/a.bib", "\(folder)/b.bib", "--style", "\(folder)/tiny.csl", "--locale", "xx",
        "--keys", "a",
      ]).result(on: quiet)
      #expect(result.output == "Sun.\n")
      expectEqualLines(
        result.errors,
        """
        --style \(folder)/tiny.csl: warning: No locale has the language 'xx'; words and dates are \
        those of 'en-US' [citation-locale-unknown]
          hint: Name a language such as en-GB, or add a file 'locales-xx.xml'
        \(folder)/b.bib:1:7: warning: Key 'a' is given twice; the first counts [reference-duplicate-key]
          @book{a, title={Star}}
                ^
        \(folder)/a.bib:1:7: note: First given here
          @book{a, title={Sun}}
                ^
          hint: Give one of the two another key, or delete it
        2 warnings

        """, "errors")
    }
  }

  @Test func refusesAParentThatStandsForAnother() throws {
    try withFiles { folder in
      let dependent = """
        <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>D</title>
        <id>d</id><link rel="independent-parent" href="http://example.org/d"/></info></style>
        """
      try write(["d.csl": dependent], into: URL(filePath: folder))
      let result = try CiteCommand.parse(["\(folder)/a.bib", "--style", "\(folder)/d.csl"])
        .result(on: quiet)
      expectEqualLines(
        result.errors,
        """
        --style \(folder)/d.csl: error: Citation style 'd' stands for 'd', which stands for \
        another itself [citation-style-with-dependent-parent]
          hint: Name an independent style as its parent
        1 error

        """, "errors")
    }
  }

  @Test func namesTheParentThatAStyleStandsFor() throws {
    try withFiles { folder in
      let dependent = """
        <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>D</title>
        <id>d</id><link rel="independent-parent" href="http://example.org/no-such-parent"/>
        </info></style>
        """
      try write(["d.csl": dependent], into: URL(filePath: folder))
      let result = try CiteCommand.parse(["\(folder)/a.bib", "--style", "\(folder)/d.csl"])
        .result(on: quiet)
      expectEqualLines(
        result.errors,
        """
        --style \(folder)/d.csl: error: Citation style 'd' stands for 'no-such-parent', which \
        cannot be found [citation-style-without-parent]
          hint: Put 'no-such-parent.csl' beside it
        1 error

        """, "errors")
    }
  }

  @Test func tracesTheStepsOfOneReference() throws {
    try withFiles { folder in
      let result = try CiteCommand.parse([
        "\(folder)/a.bib", "--style", "\(folder)/tiny.csl", "--trace", "b", "--keys", "a",
      ]).result(on: quiet)
      #expect(result.code == .success)
      #expect(
        result.output.hasSuffix("Entry, formatted:\n<i>Moon &amp; sun</i>.\n"), "\(result.output)")
    }
  }

  @Test func printsNotesWhereAStyleListsNoWorks() throws {
    try withFiles { folder in
      let notes = """
        <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info>
        <title>Notes</title><id>notes</id></info>
        <citation><layout suffix="."><text variable="title" quotes="true"/></layout></citation></style>
        """
      try write(["notes.csl": notes], into: URL(filePath: folder))
      let result = try CiteCommand.parse([
        "\(folder)/a.bib", "--style", "\(folder)/notes.csl", "--keys", "b",
      ]).result(on: quiet)
      #expect(result.output == "Moon & sun.\n", "\(result.errors)")
    }
  }

  @Test func listsTheStylesOfAFolder() throws {
    try withFiles { folder in
      let result = try CiteCommand.parse(["--list-styles", "--csl-path", folder]).result(on: quiet)
      #expect(result.output.split(separator: "\n").contains("tiny"))
    }
  }

  @Test func asksForAFile() {
    #expect(throws: (any Error).self) { try CiteCommand.parse([]) }
  }

  private func withFiles(_ body: (String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try write(
        [
          "tiny.csl": style, "locales-en-US.xml": locale, "a.txt": "",
          "a.bib": "@book{a, title={Sun}}\n@book{b, title={Moon \\& Sun}}\n",
        ], into: folder)
      try body(folder.path)
    }
  }
}

import Prose
import Reporting
import TestSupport
import Testing

/// What was meant as something, is nothing and would be printed as it stands.
@Suite struct MistakeTests {
  private func html(_ markdown: String) -> String {
    var report = Report()
    let document = Document(reading: Array(markdown.utf8), path: "a.md", report: &report)
    return String(decoding: document.html().body, as: UTF8.self)
  }

  @Test func namesCitationsAndNotesWithoutAnEnd() {
    expect(
      in: "See 1️⃣[@a, p. 5.\n\nNext 2️⃣[-@b\n\nand 3️⃣^[a note\n\nhere].\n",
      .init(
        "1️⃣", "citation-unclosed", "Citation '[@a, p. 5.' has no closing bracket", .warning,
        hint: "Write ']' after it, in the same paragraph"),
      .init("2️⃣", "citation-unclosed", "Citation '[-@b' has no closing bracket", .warning),
      .init(
        "3️⃣", "footnote-unclosed",
        "Note '^[a note' has no closing bracket; printed as it stands", .warning,
        hint: "Write ']' after it, in the same paragraph"))
    expect(in: "[@a, p.\n5] ^[b\nc] `[@a` [a x^2^\n\n    [@a ^[b\n")
    #expect(html("a ^[b `[@c` d") == "<p>a ^[b <code>[@c</code> d</p>\n")
  }

  @Test func namesFormulasWithoutAnEnd() {
    expect(
      in: "1️⃣$$\nx\n\n2️⃣$$\n",
      .init(
        "1️⃣", "formula-unclosed", "Formula '$$' has no end; printed as it stands", .warning,
        hint: "Write '$$' after it, and no blank line within"),
      .init("2️⃣", "formula-unclosed", "Formula '$$' has no end; printed as it stands", .warning))
    expect(in: "From $$ to $$$.\n\n$$$ is much.\n\n    $$\n")
  }

  @Test func namesAttributesThatCannotBeRead() {
    expect(
      in: "# H 1️⃣{#a b}\n\n[x]2️⃣{.foo bar}\n",
      .init(
        "1️⃣", "attributes-malformed",
        "'{#a b}' cannot be read as attributes; printed as it stands", .warning,
        hint: "Write them as {#name .class key=value}"),
      .init(
        "2️⃣", "attributes-malformed",
        "'{.foo bar}' cannot be read as attributes; printed as it stands", .warning))
    expect(in: "{...} and {a} and `{#a b}`\n")
  }

  @Test func namesLinksAndImagesWithoutAnAddress() {
    expect(
      in: "1️⃣![A map] (map.png)\n\nSee 2️⃣![it] and [words]3️⃣[nowhere].\n",
      .init(
        "1️⃣", "link-undefined", "No address is given for '![A map]'; printed as it stands", .warning,
        hint: "Write the address in parentheses after the brackets, without a blank between"),
      .init(
        "2️⃣", "link-undefined", "No address is given for '![it]'; printed as it stands", .warning),
      .init(
        "3️⃣", "link-undefined", "No address is given for '[nowhere]'; printed as it stands",
        .warning))
    expect(in: "![it] [a][ B\nc ] [d][]\n\n[IT]: a.png\n- x\n\n      [b c]: d\n")
    expect(in: "Halt![sic] `![a]` [a] a[0][1]\n\n    ![b]\n")
  }

  @Test func linksToHeadingsByTheirTitles() {
    expect(in: "# The Sources\n\nSee [above][the sources].\n")
    #expect(
      html("# The Sources\n\nSee [above][the sources].\n").contains(
        "<a href=\"#the-sources\">above</a>"))
  }

  @Test func namesTablesWhoseHeadingDoesNotFit() {
    expect(
      in: "| a | b |\n1️⃣|---|\n| c |\n",
      .init(
        "1️⃣", "table-uneven",
        "The heading of the table and the line below it have 2 and 1 cells; no table", .warning,
        hint: "Give both the same number of cells"))
    expect(in: "| a \\| b | `|` |\n|---|:-:\n| c | d |\n\n| a verse\n| -- of two lines\n")
  }

  @Test func namesCodeWithoutAnEnd() {
    expect(
      in: "a\n\n1️⃣~~~1️⃣\ncode\n\n# Results\n",
      .init(
        "1️⃣", "code-unclosed", "Code has no end: all that follows is printed as code", .warning,
        hint: "Close it with a line of as many of the same characters"))
    expect(in: "> ```\n> code\n\n```\na\n```\n")
  }
}

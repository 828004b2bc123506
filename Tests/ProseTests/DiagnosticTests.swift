import Prose
import Reporting
import TestSupport
import Testing

@Suite struct DiagnosticTests {
  @Test func namesForeignTemplates() {
    expect(
      in: "a 1️⃣{{< figure src=\"x\" >}}1️⃣ b\n\n2️⃣{% include x %}\n\n3️⃣{{ page.title }}\n4️⃣{: .lead}\n",
      .init(
        "1️⃣", "template-syntax-foreign",
        "'{{< figure src=\"x\" >}}' belongs to another program's templates; left out", .warning,
        hint: "Write what it stands for"),
      .init(
        "2️⃣", "template-syntax-foreign",
        "'{% include x %}' belongs to another program's templates; left out", .warning),
      .init(
        "3️⃣", "template-syntax-foreign",
        "'{{ page.title }}' belongs to another program's templates; left out", .warning),
      .init(
        "4️⃣", "template-syntax-foreign",
        "'{: .lead}' belongs to another program's templates; left out", .warning))
    expect(in: "`{{ a }}`\n\n    {% b %}\n\n```\n{{< c >}}\n```\n")
  }

  @Test func namesHTMLAndUnsafeAddresses() {
    expect(
      in: """
        a 1️⃣<script>x</script> <sup>b</sup> <!-- c -->

        2️⃣<div onclick="x">
        </div>

        <!-- d -->

        3️⃣[e](JaVaScRiPt:alert(1)) 4️⃣![f](data:text/html,x) ![g](data:image/png;base64,x)
        """,
      .init("1️⃣", "html-not-trusted", "HTML '<script>' is left out", .warning),
      .init("2️⃣", "html-not-trusted", "HTML '<div onclick=\"x\">' is left out", .warning),
      .init(
        "3️⃣", "address-unsafe", "Address 'JaVaScRiPt:alert(1)' could run a program; left out",
        .warning),
      .init(
        "4️⃣", "address-unsafe", "Address 'data:text/html,x' could run a program; left out",
        .warning))
  }

  @Test func namesCitationsWithoutAKey() {
    expect(
      in: "1️⃣[@ a] and (2️⃣@[b]) and `(@[c])`\n",
      .init(
        "1️⃣", "citation-malformed", "'[@ a]' has no key after its @ and cites nothing", .warning),
      .init(
        "2️⃣", "citation-malformed", "'@[b]' has no key after its @ and cites nothing", .warning))
  }

  @Test func namesAttributesOfADestination() {
    expect(
      in: "![I][r]\n\n[r]: a.png 1️⃣{width=50%}\n",
      .init(
        "1️⃣", "attributes-of-definition", "Attributes '{width=50%}' of a destination are left out",
        .warning))
  }

  @Test func namesTablesWithSpans() {
    expect(
      in: "1️⃣+---+---+\n| a     |\n+---+---+\n",
      .init(
        "1️⃣", "table-with-spans",
        "This table has no straight rows and columns; it is printed as it is drawn", .warning))
  }

  @Test func namesCodeThatAnotherProgramWouldRun() {
    expect(
      in: "1️⃣```{r plot, echo=FALSE}\nx\n```\n\nIt is `2️⃣r mean(x)`, not `r` or `r mean`.\n",
      .init(
        "1️⃣", "code-not-run", "Code '{r plot, echo=FALSE}' is printed and not run", .warning,
        hint: "Put in what it gives, or let its program write the Markdown"),
      .init("2️⃣", "code-not-run", "Code 'r mean(x)' is printed and not run", .warning))
    expect(in: "```{r, eval = FALSE}\nx\n```\n")
  }

  @Test func namesCommandsOfOneLetterThatAreNoLetters() {
    expect(
      in: "a 1️⃣\\z{4} b\n",
      .init("1️⃣", "tex-left-out", "TeX '\\z{4}' has no meaning on a page; left out", .warning))
  }

  @Test func namesWhatMayBeALetterOfTeX() {
    expect(
      in: #"Qur1️⃣\'a1️⃣n, Shi2️⃣\`i, n3️⃣\^o, irm4️⃣\~a, 5️⃣\.zip, the pattern 6️⃣\d digits"#,
      .init(
        "1️⃣", "tex-doubtful", #"'\'a' may be TeX or not; printed as ''a'"#, .warning,
        hint: "Write 'á' for the letter, or leave out the backslash"),
      .init("2️⃣", "tex-doubtful", #"'\`i' may be TeX or not; printed as '`i'"#, .warning),
      .init("3️⃣", "tex-doubtful", #"'\^o' may be TeX or not; printed as '^o'"#, .warning),
      .init("4️⃣", "tex-doubtful", #"'\~a' may be TeX or not; printed as '~a'"#, .warning),
      .init("5️⃣", "tex-doubtful", #"'\.z' may be TeX or not; printed as '.z'"#, .warning),
      .init("6️⃣", "tex-doubtful", #"'\d d' may be TeX or not; printed as '\d d'"#, .warning))
    expect(in: #"don\'t, \"a\", `Qur\'an`, [a](b\'e)"# + "\n\n    Qur\\'an\n")
  }

  @Test func namesPathsAndFormulasThatMayBeTeX() {
    expect(
      in: #"C:1️⃣\Users\ada1️⃣ has a2️⃣\b, not a3️⃣\z{x}; 4️⃣\[n = 5\], 5️⃣\(a+b\), \[key = value\]"#,
      .init(
        "1️⃣", "tex-doubtful", #"'\Users\ada' may be TeX or not; printed as '\Users\ada'"#, .warning,
        hint: #"Write code and paths between backticks, and `\\` for a backslash"#),
      .init("2️⃣", "tex-doubtful", #"'\b' may be TeX or not; printed as '\b'"#, .warning),
      .init("3️⃣", "tex-left-out", #"TeX '\z{x}' has no meaning on a page; left out"#, .warning),
      .init(
        "4️⃣", "tex-doubtful", #"'\[n = 5\]' may be TeX or not; printed as '[n = 5]'"#, .warning,
        hint: "Write '$…$' for a formula, or leave out the backslashes"),
      .init(
        "5️⃣", "tex-doubtful", #"'\(a+b\)' may be TeX or not; printed as '(a+b)'"#, .warning))
  }

  @Test func leavesOutListsAndQuantitiesThatItWouldNotKeepWhole() {
    expect(
      in: """
        1️⃣\\begin{itemize}
        Words \\item a
        \\end{itemize}

        2️⃣\\SI{5}{\\parsec} and 3️⃣\\num{x}

        4️⃣\\begin{tikz-cd} A \\arrow B \\end{tikz-cd}
        """,
      .init(
        "1️⃣", "tex-left-out", #"TeX '\begin{itemize}' has no meaning on a page; left out"#, .warning),
      .init(
        "2️⃣", "tex-left-out", #"TeX '\SI{5}{\parsec}' has no meaning on a page; left out"#, .warning),
      .init("3️⃣", "tex-left-out", #"TeX '\num{x}' has no meaning on a page; left out"#, .warning),
      .init(
        "4️⃣", "tex-left-out",
        #"TeX '\begin{tikz-cd} A \arrow B \end{tikz-cd}' has no meaning on a page; left out"#,
        .warning))
  }

  @Test func leavesOutFloatsThatItWouldNotKeepWhole() {
    let message = "TeX '\\begin{figure}' has no meaning on a page; left out"
    expect(
      in: "1️⃣\\begin{figure}\n\\includegraphics{a.png}\nWords.\n\\end{figure}\n",
      .init("1️⃣", "tex-left-out", message, .warning))
    expect(
      in: "1️⃣\\begin{tabular}{ll}\n\\multicolumn{2}{c}{a} \\\\\nb & c\n\\end{tabular}\n",
      .init(
        "1️⃣", "tex-left-out",
        "TeX '\\begin{tabular}{ll}' has no meaning on a page; left out", .warning))
  }

  @Test func namesCodeThatLooksLikeACitation() {
    expect(
      in: "As `1️⃣[@R Core Team:2022]` and `@x` say.\n",
      .init(
        "1️⃣", "citation-in-code", "'[@R Core Team:2022]' is code and cites nothing", .warning))
  }

  @Test func namesTeXAndTextForOtherFormats() {
    expect(
      in:
        "a 1️⃣\\pagebreak b `2️⃣\\x`{=latex}\n\n3️⃣\\begin{figure}\nx\n\n\\end{figure}\n\n4️⃣```{=latex}\ny\n```\n",
      .init("1️⃣", "tex-left-out", "TeX '\\pagebreak' has no meaning on a page; left out", .warning),
      .init("2️⃣", "raw-format-left-out", "Text for 'latex' is left out", .warning),
      .init(
        "3️⃣", "tex-left-out", "TeX '\\begin{figure}' has no meaning on a page; left out", .warning),
      .init("4️⃣", "raw-format-left-out", "Text for 'latex' is left out", .warning))
  }

  @Test func namesCrossReferencesThatLeadNowhere() {
    expect(
      in: "![a](b.png){#fig:Map}\n\n1️⃣@fig:map1️⃣ 2️⃣\\ref{x}\n",
      .init(
        "1️⃣", "cross-reference-unknown",
        "Cross reference 'fig:map' leads to nothing in this text; did you mean 'fig:Map'?",
        .warning,
        hint: "Give the figure, table, formula or heading the label {#fig:map}"),
      .init(
        "2️⃣", "cross-reference-unknown", "Cross reference 'x' leads to nothing in this text",
        .warning))
  }

  @Test func namesNotesThatDoNotMatch() {
    expect(
      in: "a1️⃣[^x]1️⃣ b[^y]\n\n3️⃣[^x]3️⃣ e\n\n[^y]: c\n\n2️⃣[^z]: d\n",
      .init("1️⃣", "footnote-undefined", "Note 'x' is referred to but not written", .warning),
      .init("3️⃣", "footnote-undefined", "Note 'x' is referred to but not written", .warning),
      .init("2️⃣", "footnote-unused", "Note 'z' is not referred to; left out", .warning))
  }

  @Test func namesNotesThatSayNothingOrStandTwice() {
    expect(
      in: "a[^x] b[^y]\n\n1️⃣[^x]1️⃣:\n\n3️⃣[^y]3️⃣: c\n2️⃣[^Y]2️⃣: d\n",
      .init(
        "1️⃣", "footnote-empty", "Note 'x' has no text", .warning,
        hint: "Write it behind the colon, or remove the note and [^x]"),
      .init(
        "2️⃣", "footnote-twice", "Note 'Y' is written twice; the first counts", .warning,
        notes: [("3️⃣", "First written here")],
        hint: "Give one of the two another label, here and where the text refers to it"))
  }

  @Test func namesImagesWithoutAFile() {
    expect(
      in: "a 1️⃣![b]()1️⃣\n", .init("1️⃣", "image-without-file", "Image names no file", .warning))
  }

  @Test func namesCellsBehindTheLastColumn() {
    expect(
      in: "| a | b |\n| --- | --- |\n| c `|` d | e \\| f | |\n| g | h | 1️⃣*i*1️⃣ |\n| j |\n",
      .init(
        "1️⃣", "table-row-too-long",
        "'*i*' stands behind the last column of the table and is left out", .warning,
        hint:
          "Add a column to the head of the table and to the line under it, or write '\\|' for a bar"
      ))
  }

  @Test func namesHeadingsWithoutASpace() {
    expect(
      in: "1️⃣##Looms1️⃣\nand *engines*\n\n#engines and ##\n\n#1 is first\n",
      .init(
        "1️⃣", "heading-without-space", "No space behind '##'; the line is no heading", .warning,
        hint: "Write '## ' and then the heading"))
  }

  @Test func namesWhatIsOutOfPlace() {
    expect(
      in: "a 1️⃣{#b}1️⃣\n\n2️⃣:::\n\n3️⃣::: {.c}\n\nd\n\n4️⃣---\ne: f\n---\n",
      .init(
        "1️⃣", "attributes-misplaced", "Attributes '{#b}' follow nothing they could belong to",
        .warning),
      .init("2️⃣", "div-stray", "Line ':::' ends a block that has not begun", .warning),
      .init("3️⃣", "div-unclosed", "Block ':::' has no end", .warning),
      .init("4️⃣", "metadata-misplaced", "Metadata inside the text is not read", .warning))
  }

  @Test func namesAnchorsAndAttributes() {
    expect(
      in: "# a {#x}\n1️⃣# b {#x}\n2️⃣[c]{onclick=d}\n",
      .init("1️⃣", "anchor-duplicate", "Anchor 'x' is given twice", .warning),
      .init("2️⃣", "attribute-unknown", "Attribute 'onclick' is not used", .warning))
  }

  @Test func namesImagesWithoutWords() {
    expect(
      in: "1️⃣![](a.png) ![b](c.png) ![](d.png){alt=\"\"} ![](e.png){fig-alt=\"f\"}\n",
      .init(
        "1️⃣", "image-alt-missing", "Image 'a.png' has no text for those who do not see it",
        .warning))
  }

  @Test func namesControlCharacters() {
    expect(
      in: "a1️⃣\u{07}b\n",
      .init("1️⃣", "control-character", "Control character U+0007; left out", .warning))
  }

  @Test func refusesWhatWouldTakeTooLong() {
    func expectRefusal(of text: String, _ message: String) {
      expect(in: text, .init("1️⃣", "paragraph-too-complex", message))
    }
    expectRefusal(
      of: String(repeating: "![[]()", count: 2_500) + "!1️⃣[[]()",
      "More than 5000 brackets in one paragraph")
    expectRefusal(
      of: String(repeating: "'a", count: 10_000) + "1️⃣'a",
      "More than 10000 quotation marks in one paragraph")
    let row = String(repeating: "-|", count: 400)
    expectRefusal(
      of: "|\(row)\n1️⃣|\(row)\n" + String(repeating: "|x|\n", count: 600),
      "More than 200000 cells in one table")
    for start in ["<http://a", "<www.a"] {
      expectRefusal(
        of: "See 1️⃣" + String(repeating: start, count: 1_001),
        "More than 1000 brackets at one address")
    }
    expectRefusal(
      of: "See 1️⃣http://a" + String(repeating: ")", count: 1_001),
      "More than 1000 brackets at one address")
  }

  @Test func refusesMoreMarksThanThereAreCharactersForThem() {
    let limit = 131_068
    expect(
      in: String(repeating: "^a^ ", count: limit / 2) + "1️⃣^a^",
      .init(
        "1️⃣", "text-too-complex",
        "More than \(limit) citations, formulas and attributes in one text"))
  }

  @Test func refusesWhatIsTooLarge() {
    expect(
      in: "1️⃣" + String(repeating: "Many words.\n\n", count: 1_300_000),
      .init("1️⃣", "text-too-large", "Text holds more than 16 MB"))
  }

  @Test func refusesWhatIsNestedTooDeep() {
    expect(
      in: String(repeating: ">", count: 200) + "1️⃣>" + String(repeating: ">", count: 50_000) + "a\n",
      .init(
        "1️⃣", "nesting-too-deep",
        "More than 200 lists, quotations or emphases in each other"))
    var report = Report()
    let divs = Array(String(repeating: "::: a\n", count: 20_000).utf8)
    _ = Document(reading: divs, path: "a.md", report: &report)
    #expect(report.diagnostics.contains { $0.code == "nesting-too-deep" })
  }
}

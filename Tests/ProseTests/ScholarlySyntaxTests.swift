import Prose
import Reporting
import Testing

/// What pandoc adds to Markdown: spans, notes, attributes, divs, definitions, verse.
@Suite struct ScholarlySyntaxTests {
  @Test(arguments: [
    ("H~2~O", "\"H\"\nsubscript\n  \"2\"\n\"O\""),
    ("x^2^", "\"x\"\nsuperscript\n  \"2\""),
    ("x^*a*b^", "\"x\"\nsuperscript\n  emphasis\n    \"a\"\n  \"b\""),
    ("~~gone~~", "strikethrough\n  \"gone\""),
    ("a ~gone too~", "\"a \"\nstrikethrough\n  \"gone too\""),
    ("2^10 and 3^5", "\"2^10 and 3^5\""),
    ("[Ibn]{.smallcaps}", "small caps\n  \"Ibn\""),
    ("[متن]{lang=ar dir=rtl}", "span {lang=ar dir=rtl}\n  \"متن\""),
    ("[*a* b]{.x #y}", "span {#y .x}\n  emphasis\n    \"a\"\n  \" b\""),
    ("[a](b){.c}", "link b {.c}\n  \"a\""),
    ("`a`{.r}", "span {.r}\n  code \"a\""),
    ("$a_1 * b_2$ x", "math \"a_1 * b_2\"\n\" x\""),
    ("costs $5 and $6", "\"costs $5 and $6\""),
    ("from $5 to 6$", "\"from \"\nmath \"5 to 6\""),
    ("$20,000 and USD$30,000", "\"$20,000 and USD$30,000\""),
    (#"\$5 and $6"#, "\"$5 and $6\""),
    ("`$a$` and $b$", "code \"$a$\"\n\" and \"\nmath \"b\""),
    ("a <sup>b</sup><br>c", "\"a \"\nsuperscript\n  \"b\"\nline break\n\"c\""),
    ("{{ x }} $a$ {% y %}", "\" \"\nmath \"a\"\n\" \""),
    ("`{{ x }}`", "code \"{{ x }}\""),
    ("a `b`{=latex} c", "\"a  c\""),
    ("a&amp;b \\* c", "\"a&b * c\""),
    ("as (@x) says", "\"as (\"\ncitation +@x\n\") says\""),
  ])
  func readsInlines(markdown: String, expected: String) {
    let lines = TreePrinter.print(markdown).split(separator: "\n").dropFirst()
    let text = lines.map { $0.dropFirst(2) }.joined(separator: "\n")
    #expect(text == expected, "\(markdown)")
  }

  @Test func countsExamplesAndTheirReferences() {
    #expect(
      TreePrinter.print("See (@b).\n\n(@) one\n(@b) two\n\nSo\n\n(@) three\n") == """
        paragraph
          "See (2)."
        list from 1
          item
            paragraph
              "one"
          item
            paragraph
              "two"
        paragraph
          "So"
        list from 3
          item
            paragraph
              "three"
        """)
  }

  @Test func countsItemsThatTheirAuthorDoesNot() {
    #expect(
      TreePrinter.print("#. one\n#. two\n") == TreePrinter.print("1. one\n1. two\n"))
  }

  @Test func takesBracesOffReferences() {
    let text = "![A](a.png){#fig:a}\n\nIn {@fig:a}.\n"
    #expect(
      TreePrinter.print(text) == TreePrinter.print(text.replacing("{@fig:a}", with: "@fig:a")))
  }

  @Test func readsDivs() {
    #expect(
      TreePrinter.print("::: {.note lang=ur dir=rtl}\nمتن\n\n:::: warning\nb\n::::\n:::\nc\n")
        == """
        div {.note lang=ur dir=rtl}
          paragraph
            "متن"
          div {.warning}
            paragraph
              "b"
        paragraph
          "c"
        """)
  }

  @Test func readsDefinitionLists() {
    #expect(
      TreePrinter.print("Apple\n: Fruit\n: Firm\n\n    More\n\n*Pear*\n\n:   Other\n\nEnd\n") == """
        definitions
          term
            "Apple"
          definition
            paragraph
              "Fruit"
          definition
            paragraph
              "Firm"
            paragraph
              "More"
          term
            emphasis
              "Pear"
          definition
            paragraph
              "Other"
        paragraph
          "End"
        """)
  }

  @Test func keepsAColonThatDefinesNothing() {
    #expect(
      TreePrinter.print("# A\n\n: b\n") == """
        heading 1 #a
          "A"
        paragraph
          ": b"
        """)
  }

  @Test func readsVerse() {
    #expect(
      TreePrinter.print("| Roses *are*\n|   red\n| and blue\n  too\n")
        == """
        verse
          line
            "Roses "
            emphasis
              "are"
          line
            "\\u{00A0}\\u{00A0}red"
          line
            "and blue"
            " "
            "too"
        """.replacing("\\u{00A0}", with: "\u{A0}"))
  }

  @Test func readsHTMLThatOnlyPlacesThings() {
    #expect(
      TreePrinter.print(
        """
        <p align="center">
        <img src="a.png" alt="A &amp; b" width="40">
        </p>

        <center>Some <b>words</b></center>
        """) == """
          figure
            image a.png {width=40}
            caption 1 #fig-1
              "A & b"
          paragraph
            "Some "
            strong
              "words"
          """)
  }

  @Test(arguments: [
    ("10~s and 20~m", "10\u{A0}s and 20\u{A0}m"), ("Eq~3 and Fig~4", "Eq\u{A0}3 and Fig\u{A0}4"),
    ("(~50 to ~60)", "(~50 to ~60)"), ("(~5 to 9~m)", "(~5 to 9\u{A0}m)"),
    ("y~x + z~w", "y~x + z~w"), ("~/a and ~/b", "~/a and ~/b"),
  ])
  func strikesNothingBetweenSingleTildes(markdown: String, text: String) {
    #expect(TreePrinter.print(markdown) == "paragraph\n  \"\(text)\"")
  }

  @Test func strikesWhatGitHubStrikes() {
    #expect(
      TreePrinter.print("~a~ ~~b c~~ H~2~O") == """
        paragraph
          strikethrough
            "a"
          " "
          strikethrough
            "b c"
          " H"
          subscript
            "2"
          "O"
        """)
  }

  @Test(arguments: [
    ("![I][r]{width=50%}\n\n[r]: a.png\n", " {width=50%}"),
    ("![I][r]\n\n[r]: a.png {width=50%}\n", ""), ("![I]\n\n[i]: a.png {#fig:a .b}\n", ""),
  ])
  func readsImagesByReferenceWithAttributes(markdown: String, attributes: String) {
    #expect(
      TreePrinter.print(markdown) == """
        figure
          image a.png\(attributes)
          caption 1 #fig-1
            "I"
        """)
  }

  @Test func readsReferencesOfBookdown() {
    #expect(
      TreePrinter.print("![One (\\#fig:a) more](a.png)\n\nSee \\@ref(fig:a) and \\@a.\n") == """
        figure
          image a.png
          caption 1 #fig:a
            "One  more"
        paragraph
          "See "
          reference number to figure 1
          " and @a."
        """)
  }

  @Test func saysTheWordBeforeANumberOnce() {
    let text =
      "![A](a.png){#fig:a}\n\nFigure @fig:a, Fig.~\\autoref{fig:a}, (figure [@fig:a]), @fig:a\n"
    #expect(
      TreePrinter.print(text).split(separator: "\n").filter { $0.contains("reference") } == [
        "  reference number to figure 1", "  reference number to figure 1",
        "  reference number to figure 1", "  reference labelled to figure 1",
      ])
  }

  @Test(arguments: [
    "siehe Abbildung", "—Abb.", "voir la figure", "bkz. Şekil", "انظر الشكل", "دیکھیے شکل",
  ])
  func saysTheWordOfAnotherLanguageOnce(words: String) {
    let text = "![A](a.png){#fig:a}\n\n\(words) @fig:a\n"
    #expect(
      TreePrinter.print(text).split(separator: "\n").suffix(2) == [
        "  \"\(words) \"", "  reference number to figure 1",
      ])
  }

  @Test func readsNotesWrittenInPlace() {
    #expect(
      TreePrinter.print("a^[b *c* [@d]] e\\footnote{f}") == """
        paragraph
          "a"
          note reference 1
          " e"
          note reference 2
        note 1
          paragraph
            "b "
            emphasis
              "c"
            " "
            citation @d
        note 2
          paragraph
            "f"
        """)
  }

  @Test func readsAttributesOfCodeBlocks() {
    #expect(
      TreePrinter.print("``` {.r #lst:a startFrom=2}\nx\n```\n\n```{r, echo=FALSE}\ny\n```\n")
        == """
        code block r {#lst:a startFrom=2}: "x\\n"
        code block r: "y\\n"
        """)
  }

  @Test func restoresWhatStandsInCode() {
    let code = "    ::: a\n    : b\n    @c [^1] ^[d] $e$ \\ref{f} {{g}} “``h''”\n"
    #expect(
      TreePrinter.print(code)
        == "code block -: \"::: a\\n: b\\n@c [^1] ^[d] $e$ \\\\ref{f} {{g}} “``h\\'\\'”\\n\"")
  }
}

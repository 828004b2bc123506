import Prose
import Reporting
import Testing

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
    ("``so''", "\"“so”\""),
    ("``a'' and ``b''", "\"“a” and “b”\""),
    ("``code``", "code \"code\""),
    (#"\textbf{a} \emph{b}"#, "strong\n  \"a\"\n\" \"\nemphasis\n  \"b\""),
    (#"C:\Users\name"#, #""C:\\Users\\name""#),
    ("a <sup>b</sup><br>c", "\"a \"\nsuperscript\n  \"b\"\nline break\n\"c\""),
    ("{{ x }} $a$ {% y %}", "\" \"\nmath \"a\"\n\" \""),
    ("`{{ x }}`", "code \"{{ x }}\""),
    ("a `b`{=latex} c", "\"a  c\""),
    (#"et al.\ [@a]"#, "\"et al.\u{A0}\"\ncitation @a"),
    (#"Figure~\ref{b} ~c"#, "\"Figure\u{A0}\"\nreference number to nothing\n\" ~c\""),
    ("a&amp;b \\* c", "\"a&b * c\""),
    (
      #"so \(x^2\), \(y\) and \(not this\)"#,
      "\"so \"\nmath \"x^2\"\n\", \"\nmath \"y\"\n\" and (not this)\""
    ),
    (#"see \[a note\]"#, "\"see [a note]\""),
    (#"so \[x^2\] is"#, "\"so \"\nmath \"x^2\"\n\" is\""),
    (#"see \[_a_\] and \[^1\]"#, "\"see [\"\nemphasis\n  \"a\"\n\"] and [^1]\""),
    (#"S\o ren, Stra\ss{}e, \AE lfric, {\L}"#, "\"Søren, Straße, Ælfric, {Ł}\""),
    (#"Erd\H{o}s, G\"{o}del, na\"{\i}ve"#, "\"Erdős, Gödel, naïve\""),
    (#"said \"only\""#, #""said \"only\"""#),
    (#"C:\o and a\b"#, #""C:\\o and a\\b""#),
    ("as (@x) says", "\"as (\"\ncitation +@x\n\") says\""),
  ])
  func readsInlines(markdown: String, expected: String) {
    let lines = TreePrinter.print(markdown).split(separator: "\n").dropFirst()
    let text = lines.map { $0.dropFirst(2) }.joined(separator: "\n")
    #expect(text == expected, "\(markdown)")
  }

  @Test func readsFormulasBetweenBracketsOfTeX() {
    #expect(
      TreePrinter.print("\\[\nx = 1\n\\]\n\n\\[see *there*\\]\n") == """
        formula display "x = 1"
        paragraph
          "[see "
          emphasis
            "there"
          "]"
        """)
  }

  @Test func readsFiguresThatAreWrittenInLaTeX() {
    #expect(
      TreePrinter.print(
        #"""
        See \ref{fig:a}.
        \begin{figure}[h]
          \centering
          \includegraphics[width=0.5\textwidth]{a.png}
          \caption{The *loom*}
          \label{fig:a}
        \end{figure}
        """#)
        == TreePrinter.print(
          "See \\ref{fig:a}.\n\n![The *loom* ](<a.png>){#fig:a width=50%}\n"))
  }

  @Test func readsTablesThatAreWrittenInLaTeX() {
    #expect(
      TreePrinter.print(
        #"""
        \begin{table}
        \begin{tabular}{l|cr}
        \toprule
        a & $b$ & c \& d \\
        \midrule
        1 & 2 | 3 & [@e] \\
        \bottomrule
        \end{tabular}
        \caption{Numbers}\label{tab:a}
        \end{table}
        """#)
        == TreePrinter.print(
          """
          | a | $b$ | c & d |
          |:--|:-:|--:|
          | 1 | 2 \\| 3 | [@e] |

          Table: Numbers {#tab:a}
          """))
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

  @Test(arguments: [
    "|a|\n|-|\n|1|\n\n: Sizes {#tbl:s}\n", ": Sizes {#tbl:s}\n\n|a|\n|-|\n|1|\n",
    "|a|\n|-|\n|1|\n\nTable: Sizes \\label{tbl:s}\n",
    "|a|\n|-|\n|1|\n\n:   Sizes []{label=\"tbl:s\"}\n",
  ])
  func givesTablesTheirCaptions(markdown: String) {
    let tree = TreePrinter.print(markdown + "\nSee @tbl:s.\n")
    #expect(
      tree == """
        table none
          caption 1 #tbl:s
            "Sizes"
          row
            cell
              "a"
          row
            cell
              "1"
        paragraph
          "See "
          reference labelled to table 1
          "."
        """, "\(markdown)")
  }

  @Test func takesACaptionRightUnderItsTable() {
    let expected = """
      table none
        caption 1 #table-1
          "B"
        row
          cell
            "a"
        row
          cell
            "1"
      """
    #expect(TreePrinter.print("|a|\n|-|\n|1|\n: B\n") == expected)
    #expect(TreePrinter.print("|a|\n|-|\n|1|\nTable: B\n") == expected)
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

  @Test func readsDrawnTables() {
    let grid = "+---+:---:+\n| a | *b* |\n|   | c   |\n+===+=====+\n| 1 | 2   |\n+---+-----+\n"
    #expect(
      TreePrinter.print(grid.replacing("+---+:---:+", with: "+---+-----+")) == """
        table none none
          row
            cell
              "a"
            cell
              emphasis
                "b"
              " c"
          row
            cell
              "1"
            cell
              "2"
        """)
    #expect(
      TreePrinter.print("Name   Value\n------ -----\n$a|b$  1\nx\n\nEnd\n") == """
        table left none
          row
            cell
              "Name"
            cell
              "Value"
          row
            cell
              math "a|b"
            cell
              "1"
          row
            cell
              "x"
            cell
        paragraph
          "End"
        """)
  }

  @Test func readsTablesOfSeveralLinesARow() {
    let text = """
      -------------------------
      Name    Value
              in cm
      ------- -----------------
      One     1, and more
              words

      Two     $2$
      -------------------------

      : C
      """
    #expect(
      TreePrinter.print(text) == """
        table left left
          caption 1 #table-1
            "C"
          row
            cell
              "Name"
            cell
              "Value in cm"
          row
            cell
              "One"
            cell
              "1, and more words"
          row
            cell
              "Two"
            cell
              math "2"
        """)
  }

  @Test func readsLinksOfTeX() {
    #expect(
      TreePrinter.print(#"\url{https://a.org/b_c} \href{https://d.org}{*e*}"#) == """
        paragraph
          link https://a.org/b_c
            "https://a.org/b_c"
          " "
          link https://d.org
            emphasis
              "e"
        """)
  }

  @Test func readsFormulas() {
    let text = """
      $$
      a = b \\label{eq:one}
      $$

      > $$c
      > = d$$ {#eq:two}

      \\begin{align}
      e &= f

      \\end{align}

      See \\eqref{eq:one}, @eq:two and \\ref{eq:two}.
      """
    #expect(
      TreePrinter.print(text) == #"""
        formula display "a = b" 1 #eq:one
        quote
          formula display "c\n= d" 2 #eq:two
        formula display "\\begin{align*}\ne &= f\n\\end{align*}"
        paragraph
          "See "
          reference parenthesized to equation 1
          ", "
          reference labelled to equation 2
          " and "
          reference number to equation 2
          "."
        """#)
  }

  @Test func givesNumbersToEnvironmentsItself() {
    #expect(
      TreePrinter.print(
        #"\begin{equation}\label{a}x\end{equation}"# + "\n\n"
          + #"\begin{eqnarray*}y &=& z\end{eqnarray*}"#) == #"""
          formula display "x" 1 #a
          formula display "\\begin{array}{rcl}\ny &=& z\n\\end{array}"
          """#)
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

import Prose
import Reporting
import Testing

/// What authors write in TeX inside a text in Markdown.
@Suite struct TeXSyntaxTests {
  private func formulas(_ markdown: String) -> [String] {
    var report = Report()
    let document = Document(reading: Array(markdown.utf8), path: "a.md", report: &report)
    #expect(report.diagnostics == [])
    return document.formulas.map(\.value.tex)
  }

  @Test func readsFormulasWithTheCommandsOfTheirAuthor() {
    #expect(
      formulas(
        #"""
        \newcommand{\vect}[1]{\mathbf{#1}} \newcommand{\pr}[2][P]{#1(#2)}
        \def\R{\mathbb{R}}
        \DeclareMathOperator*{\argmin}{arg\,min}

        $\vect{x} \in \R^n$, $\vect x$, $\pr{\R}+\pr[Q]{b}$, $\argmin\abs{x}$, $\Re$
        """#) == [
          #"\mathbf{x} \in \mathbb{R}^n"#, #"\mathbf{x}"#, #"P(\mathbb{R})+Q(b)"#,
          #"\operatorname*{arg\,min}\left\lvert x\right\rvert "#, #"\Re"#,
        ])
  }

  @Test func endsDefinitionsThatHaveNoEnd() {
    #expect(formulas(#"\def\a{\a\a} $\a$ and `\def\b{c}` $\b$"#) == [#"\a"#, #"\b"#])
  }

  @Test func givesAFormulaAllItsLabels() {
    #expect(
      TreePrinter.print("$$a \\label{a}\\\\ b \\label{b}$$\n\n\\ref{a}, \\ref{b}\n").hasSuffix(
        """
        paragraph
          reference number to equation 1
          ", "
          reference number to equation 1
        """))
  }

  @Test(arguments: [
    ("``so''", "\"“so”\""),
    ("``a'' and ``b''", "\"“a” and “b”\""),
    ("``code``", "code \"code\""),
    (#"\textbf{a} \emph{b}"#, "strong\n  \"a\"\n\" \"\nemphasis\n  \"b\""),
    (#"C:\Users\name"#, #""C:\\Users\\name""#),
    (#"et al.\ [@a]"#, "\"et al.\u{A0}\"\ncitation @a"),
    (#"Figure~\ref{b} ~c"#, "\"Figure\u{A0}\"\nreference number to nothing\n\" ~c\""),
    (
      #"so \(x^2\), \(y\) and \(not this\)"#,
      "\"so \"\nmath \"x^2\"\n\", \"\nmath \"y\"\n\" and (not this)\""
    ),
    (#"see \[a note\]"#, "\"see [a note]\""),
    (#"so \[x^2\] is"#, "\"so \"\nmath \"x^2\"\n\" is\""),
    (#"see \[_a_\] and \[^1\]"#, "\"see [\"\nemphasis\n  \"a\"\n\"] and [^1]\""),
    (#"S\o ren, Stra\ss{}e, \AE lfric, {\L}"#, "\"Søren, Straße, Ælfric, Ł\""),
    (#"Erd\H{o}s, G\"{o}del, na\"{\i}ve"#, "\"Erdős, Gödel, naïve\""),
    (#"G{\"o}del, Erd{\H{o}}s, {\x}"#, #""Gödel, Erdős, {\\x}""#),
    (
      #"M\"uller, Se\~nor, r\^ole, t\=a, fran\c cais, na\"\i ve"#,
      "\"Müller, Señor, rôle, tā, français, naïve\""
    ),
    (#"Jos\'e, \"Uber, \'Angel, \v Sest"#, "\"José, Über, Ángel, Šest\""),
    (
      #"don\'t say \"only an\" \'Aha\', Anna\'s, O\'Hara, \~5"#,
      #""don\'t say \"only an\" \'Aha\', Anna\'s, O\'Hara, ~5""#
    ),
    (
      #"{\em so} and {\bf {\it b}}"#,
      "emphasis\n  \"so\"\n\" and \"\nstrong\n  emphasis\n    \"b\""
    ),
    (
      #"Fig.~1, Table~2, H~2~O and 10\,kg"#,
      "\"Fig.\u{A0}1, Table\u{A0}2, H\"\nsubscript\n  \"2\"\n\"O and 10\u{202F}kg\""
    ),
    (
      #"\SI{5e3}{\kilo\metre\per\second\squared} \num{-1.5} \ang{30;5} \qty{3}{kg.m^{-1}}"#,
      "\"5\u{202F}×\u{202F}10³\u{202F}km\u{202F}s⁻² −1.5 30°5′ 3\u{202F}kg\u{202F}m⁻¹\""
    ),
    (
      #"\S 3, \S\ref{b}, \S and \pounds 5"#,
      "\"§\u{A0}3, §\u{A0}\"\nreference number to nothing\n\", \\\\S and £5\""
    ),
    (#"\textcolor{red}{a *b*}"#, "span\n  \"a \"\n  emphasis\n    \"b\""),
    (#"said \"only\""#, #""said \"only\"""#),
    (#"C:\o and a\b"#, #""C:\\o and a\\b""#),
  ])
  func readsInlines(markdown: String, expected: String) {
    let lines = TreePrinter.print(markdown).split(separator: "\n").dropFirst()
    let text = lines.map { $0.dropFirst(2) }.joined(separator: "\n")
    #expect(text == expected, "\(markdown)")
  }

  @Test func readsListsThatAreWrittenInLaTeX() {
    #expect(
      TreePrinter.print(
        #"""
        Two:
        \begin{itemize}[leftmargin=*]
          \itemsep0em
          \item one \textbf{bold
            over lines}
          % not printed

          More $x
          y$.
          \item two
            \begin{enumerate}
              \item a
              \item b
            \end{enumerate}
            and then
        \end{itemize}
        End.
        """#)
        == TreePrinter.print(
          """
          Two:

          - one **bold
            over lines**

            More $x
            y$.
          - two

            1. a
            1. b

            and then

          End.
          """
        ).replacing("\"x\\ny\"", with: "\"x\\n  y\""))
  }

  @Test func readsDescriptionsAndQuotationsThatAreWrittenInLaTeX() {
    #expect(
      TreePrinter.print(
        #"""
        \begin{description}
        \item[Loom] weaves
        \item[\emph{Engine}] counts

        and prints
        \end{description}

        \begin{quote}
        So

        she wrote
        \end{quote}

        \begin{center}Here\end{center}
        """#)
        == TreePrinter.print(
          "Loom\n:   weaves\n\n*Engine*\n:   counts\n\n    and prints\n\n> So\n>\n> she wrote\n\nHere\n"
        ))
  }

  @Test func readsCodeThatIsWrittenInLaTeX() {
    #expect(
      TreePrinter.print(
        #"""
        \begin{lstlisting}[language=Python, caption={The {loom}}, label=lst:a]
        x = 1  # ```

        \item *y* \u{F0000}
        \end{lstlisting}

        \begin{verbatim}
          \begin{itemize}
        \end{verbatim}

        \begin{minted}{c}
        z;
        \end{minted}
        """#.replacing("\\u{F0000}", with: "\u{F0000}"))
          == #"""
          paragraph
            "The {loom}"
          code block python {#lst:a}: "x = 1  # ```\n\n\\item *y* \u{F0000}\n"
          code block -: "  \\begin{itemize}\n"
          code block c: "z;\n"
          """#.replacing("\\u{F0000}", with: "\u{F0000}"))
  }

  @Test func readsHeadingsThatAreWrittenInLaTeX() {
    #expect(
      TreePrinter.print(
        "Text\n\\section*{The *loom*}\\label{sec:l} and\n\\subsubsection{Its\nparts}\nSee \\ref{sec:l}.\n"
      )
        == TreePrinter.print(
          "Text\n\n# The *loom*\n\n\\label{sec:l} and\n\n### Its parts\n\nSee \\ref{sec:l}.\n"))
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
}

import Prose
import Reporting
import Testing

@Suite struct StructureTests {
  private func read(_ markdown: String) -> Document {
    var report = Report()
    return Document(reading: Array(markdown.utf8), path: "a.md", report: &report)
  }

  @Test func givesEveryHeadingItsOwnAnchor() {
    let text = """
      # Über *uns* & Co.
      # Intro
      # Intro
      # Intro {#intro-1 .x}
      # حوالہ جات
      # ???
      ## fn 1
      """
    #expect(
      read(text).outline.map(\.id) == [
        "über-uns-co", "intro", "intro-2", "intro-1", "حوالہ-جات", "section", "section-fn-1",
      ])
  }

  /// The library has one table for all parsers of the characters that begin its extensions' syntax.
  @Test func readsTextsAtOnceAsItReadsThemAlone() async {
    let text = String(
      repeating: "A ~~gone~~ word at www.example.org and https://example.org.\n\n", count: 20)
    let alone = TreePrinter.print(text)
    #expect(alone.contains("strikethrough") && alone.contains("http://www.example.org"))
    await withTaskGroup(of: String.self) { group in
      for _ in 0..<400 { group.addTask { TreePrinter.print(text) } }
      for await tree in group { #expect(tree == alone) }
    }
  }

  @Test func keepsAnchorsOfThePageFree() {
    var report = Report()
    let options = ReadingOptions(reservedIDs: ["main"])
    let document = Document(
      reading: Array("# Main".utf8), path: "a.md", options: options, report: &report)
    #expect(document.outline.map(\.id) == ["main-1"])
  }

  @Test func makesAFigureOfALabelledImageThatFillsItsLine() {
    #expect(
      TreePrinter.print(
        "So:\n![One.\\label{fig:a}](a.png)\nand \\autoref{fig:a},\n![not](b.png)\n"
          + "![Two](c.png){#fig:c}") == """
          paragraph
            "So:"
          figure
            image a.png
            caption 1 #fig:a
              "One."
          paragraph
            "and "
            reference labelled to figure 1
            ","
            newline
            image b.png
              "not"
          figure
            image c.png
            caption 2 #fig:c
              "Two"
          """)
  }

  @Test func numbersFiguresInTheirOrderInQuotationsToo() {
    let tree = TreePrinter.print("![A](a.png)\n\n> ![B](b.png)\n\n- ![C](c.png)\n")
    #expect(
      tree.split(separator: "\n").filter { $0.contains("caption") }.map { $0.filter(\.isNumber) }
        == [
          "11", "22", "33",
        ])
  }

  @Test func printsNoLabelOfAReferenceThatLeadsNowhere() {
    #expect(String(decoding: read("See @fig:x.").html().body, as: UTF8.self) == "<p>See ??.</p>\n")
  }

  @Test func refersToSectionsByLabelAndTitle() {
    let text = "# A b {#sec:a}\n\n@sec:a, \\autoref{sec:c} and [A B].\n\n# C\\label{sec:c}\n"
    #expect(
      TreePrinter.print(text) == """
        heading 1 #sec:a
          "A b"
        paragraph
          reference labelled to section A b
          ", "
          reference labelled to section C
          " and "
          link #sec:a
            "A B"
          "."
        heading 1 #c
          "C"
        """)
  }

  @Test func makesFiguresOfImagesThatStandAlone() {
    let text = """
      ![A *map*](m.png){#fig:m width=50%}

      ![One](1.png) ![Two](2.png)

      Not ![alone](3.png).

      ![Figure 7: own number](4 b.png)

      ![Next.\\label{fig:n}](5.png){.wide}

      See @fig:m, [@fig:m; @fig:n] and \\ref{fig:n}.
      """
    #expect(
      TreePrinter.print(text) == """
        figure
          image m.png {width=50%}
          caption 1 #fig:m
            "A "
            emphasis
              "map"
        figure
          image 1.png
          caption 2 #fig-2
            "One"
        figure
          image 2.png
          caption 3 #fig-3
            "Two"
        paragraph
          "Not "
          image 3.png
            "alone"
          "."
        figure
          image 4 b.png
          caption #fig-7
            "Figure 7: own number"
        figure
          image 5.png {.wide}
          caption 8 #fig:n
            "Next."
        paragraph
          "See "
          reference labelled to figure 1
          ", "
          reference labelled to figure 1
          ", "
          reference labelled to figure 8
          " and "
          reference number to figure 8
          "."
        """)
  }

  @Test(arguments: ["References", "6. Works Cited", "حوالہ جات", "المراجع", "Literaturverzeichnis"])
  func takesOutTheReferences(title: String) throws {
    var document = read("Text\n\n## \(title)\n\n1. A, *B*.\n2. C.\n\nD.\n\n## Appendix\n\nE\n")
    let found = document.removeReferenceSection()
    let section = try #require(found)
    #expect(section.references.map(\.plainText) == ["A, B.", "C.", "D."])
    #expect(document.outline.map(\.id) == ["appendix"])
    #expect(document.blocks.plainText == "Text Appendix E")
  }

  @Test func takesOutAHeadingThatWaitsForTheReferences() {
    var document = read("# A\n\nb\n\n# References\n")
    #expect(document.removeReferenceSection()?.references == [])
    #expect(document.outline.map(\.id) == ["a"])
  }

  @Test func leavesATextWithoutReferencesAlone() {
    var document = read("# Reference frames\n\n- a\n")
    let before = document
    let none = document.removeReferenceSection()
    #expect(none == nil)
    #expect(document == before)
    var mixed = read("# References\n\n> a\n")
    let nothing = mixed.removeReferenceSection()
    #expect(nothing == nil)
  }

  @Test func countsNotesByTheirFirstReference() {
    #expect(
      TreePrinter.print("a[^y] b[^x] c[^y]\n\n[^x]: X\n[^y]: Y[^x]\n") == """
        paragraph
          "a"
          note reference 1
          " b"
          note reference 2 again
          " c"
          note reference 1 again
        note 1
          paragraph
            "Y"
            note reference 2
        note 2
          paragraph
            "X"
        """)
  }
}

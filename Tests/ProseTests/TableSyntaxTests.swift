import Prose
import Reporting
import Testing

/// Tables of pandoc and their captions.
@Suite struct TableSyntaxTests {
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
    #expect(TreePrinter.print("|a|\n|-|\n|1|\nجدول: B\n") == expected)
    #expect(TreePrinter.print("|a|\n|-|\n|1|\nTabelle: B\n") == expected)
    #expect(TreePrinter.print("|a|\n|-|\n|1|\n\nTableau : B\n") == expected)
    #expect(TreePrinter.print("جدول: B\n\n|a|\n|-|\n|1|\n") == expected)
  }

  @Test func keepsBarsInCodeInTheirCells() {
    let expected = """
      table none none
        row
          cell
            code "a|b"
          cell
            "c"
        row
          cell
            "d"
          cell
            code "e|f"
      """
    #expect(TreePrinter.print("| `a|b` | c |\n|---|---|\n| d | `e|f` |\n") == expected)
    #expect(
      TreePrinter.print(
        "+-------+-------+\n| `a|b` | c     |\n+=======+=======+\n| d     | `e|f` |\n"
          + "+-------+-------+\n") == expected)
  }

  @Test func readsTheFootOfADrawnTable() {
    #expect(
      TreePrinter.print("+---+\n| a |\n+===+\n| 1 |\n+===+\n| 2 |\n+===+\n").contains("\"2\"")
        == true)
  }

  @Test func showsATableWithSpansAsItIsDrawn() {
    var report = Report()
    let drawing = "+---+---+\n| a | b |\n+---+---+\n| c     |\n+---+---+\n"
    let document = Document(
      reading: Array("\(drawing)\nText\n".utf8), path: "a.md", report: &report)
    #expect(
      String(decoding: document.html().body, as: UTF8.self)
        == "<pre tabindex=\"0\"><code>\(drawing)</code></pre>\n<p>Text</p>\n")
    #expect(report.diagnostics.map(\.code.rawValue) == ["table-with-spans"])
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
}

import Prose
import Reporting
import Testing

/// HTML around Markdown, which is read inside it.
@Suite struct HTMLElementTests {
  @Test func readsMarkdownInElementsThatPlaceThings() {
    #expect(
      TreePrinter.print(
        """
        <p align="center">
          <img src="a.png" alt="A"><br><em>Figure 1: so [@a]</em>
        </p>
        <div align="center">
            Inner *words* [@b]

            - one
              - two
        </div> and **more**
        <section id="s" style="x">Last</section>
        """) == """
          paragraph
            image a.png
              "A"
            line break
            emphasis
              "Figure 1: so "
              citation @a
          paragraph
            "Inner "
            emphasis
              "words"
            " "
            citation @b
          list
            item
              paragraph
                "one"
              list
                item
                  paragraph
                    "two"
          paragraph
            "and "
            strong
              "more"
          div {#s}
            paragraph
              "Last"
          """)
  }

  @Test(arguments: [
    """
    <figure id="fig:a">
      <center>
        <img src="a.png" alt="A">
      </center>
      <figcaption>
        Words **so** [@a] $x$
      </figcaption>
    </figure>
    """,
    "<figure id='fig:a'><img src='a.png' alt='A'><figcaption>Words **so** [@a] $x$</figcaption></figure>",
    "<figure>\n\n![A](a.png){#fig:a}\n\n<figcaption>Words **so** [@a] $x$</figcaption>\n</figure>",
  ])
  func makesAFigureOfAFigure(html: String) {
    #expect(
      TreePrinter.print("Before @fig:a\n\n\(html)\n\nAfter") == """
        paragraph
          "Before "
          reference labelled to figure 1
        figure
          image a.png
          caption 1 #fig:a
            "Words "
            strong
              "so"
            " "
            citation @a
            " "
            math "x"
        paragraph
          "After"
        """)
  }

  @Test func givesATableInAFigureItsCaption() {
    #expect(
      TreePrinter.print(
        "<figure>\n<figcaption>T</figcaption>\n\n| a |\n|---|\n| b |\n</figure>\n") == """
          table none
            caption 1 #table-1
              "T"
            row
              cell
                "a"
            row
              cell
                "b"
          """)
  }

  @Test(arguments: ["<br>\n", "<!-- c --> ", "<!-- c\n\nd --> ", "</div>\n", "<p>\n", "<span>\n"])
  func readsMarkdownAfterTagsAndComments(html: String) {
    var report = Report()
    let text = "\(html)*a* [@b]\n"
    let document = Document(reading: Array(text.utf8), path: "a.md", report: &report)
    #expect(document.citations.map(CitationPrinter.text) == ["@b"])
    #expect(String(decoding: document.html().body, as: UTF8.self).contains("<em>a</em>"))
  }

  @Test func keepsElementsInsideListsQuotationsAndCode() {
    #expect(
      TreePrinter.print(
        "- <div>a *b*</div>\n- c\n\n> <center>\n> d\n> </center>\n> e\n\n    <div>\n    f\n    </div>\n"
      )
        == """
        list loose
          item
            paragraph
              "a "
              emphasis
                "b"
          item
            paragraph
              "c"
        quote
          paragraph
            "d"
          paragraph
            "e"
        code block -: "<div>\\nf\\n</div>\\n"
        """)
  }

  @Test func readsElementsThatFollowEachOtherInALine() {
    #expect(
      TreePrinter.print("> <p>a</p> <p>b *c*</p><div>d</div> e\n") == """
        quote
          paragraph
            "a"
          paragraph
            "b "
            emphasis
              "c"
          paragraph
            "d"
          paragraph
            "e"
        """)
  }

  @Test func readsHeadingsOfHTML() {
    #expect(
      TreePrinter.print("<h2 align=\"center\" id=\"top\">The *loom* [@a]</h2>\n\n# Next\n") == """
        heading 2 #top
          "The "
          emphasis
            "loom"
          " "
          citation @a
        heading 1 #next
          "Next"
        """)
  }

  @Test func keepsDivsAndElementsApart() {
    #expect(
      TreePrinter.print("::: {.x}\n<div>\na\n:::\n\n</div>\n\nb\n") == """
        div {.x}
          paragraph
            "a"
        paragraph
          "b"
        """)
  }
}

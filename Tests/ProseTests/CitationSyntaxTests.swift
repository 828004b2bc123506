import Prose
import Reporting
import Testing

@Suite struct CitationSyntaxTests {
  private func citations(_ markdown: String) -> [String] {
    var report = Report()
    let document = Document(reading: Array(markdown.utf8), path: "a.md", report: &report)
    return document.citations.map(CitationPrinter.text)
  }

  @Test(arguments: [
    ("[@a]", "@a"),
    ("[see @a, pp. 3–5; -@b]", "see|@a|page 3–5; -@b"),
    ("[-@b, ch. 2]", "-@b|chapter 2"),
    ("@a says", "+@a"),
    ("@a [p. 3] says", "+@a|page 3"),
    ("@a [p. 3, and passim; @b]", "+@a|page 3|, and passim; @b"),
    ("-@a says", "-@a"),
    ("[@{odd key}, 33]", "@odd key|page 33"),
    ("[@a, 33]", "@a|page 33"),
    ("[@a 33]", "@a|page 33"),
    ("[@a, pp. 33, 35-37, and nowhere else]", "@a|page 33, 35-37|, and nowhere else"),
    ("[@a, {pp. iv, vi-xi}]", "@a|page iv, vi-xi"),
    ("[@a, iv]", "@a|, iv"),
    ("[@a, vol. iv]", "@a|volume iv"),
    ("[@a, § 4]", "@a|section 4"),
    ("[@a, S. 12]", "@a|page 12"),
    ("[@a, Kap. 3]", "@a|chapter 3"),
    ("[@a, ص ۱۲]", "@a|page ۱۲"),
    ("[@a, ج ٢]", "@a|volume ٢"), ("[@a، ص ۱۲؛ انظر @b، ج ٢]", "@a|page ۱۲; انظر|@b|volume ٢"),
    ("[@a، ص ۱۲، ۱۵، وغيرها]", "@a|page ۱۲، ۱۵|، وغيرها"), ("[@a، @b]", "@a; @b"),
    ("@a [ص۱۲؛ @b]", "+@a|page ۱۲; @b"),
    ("参见@a认为", "+@a"), ("参见[@a，第12–14页；参照@b、@钱1979]。", "@a|page 12–14; 参照|@b; @钱1979"),
    ("@a은", "+@a"), ("[@b, 12쪽; 또 @c]", "@b|page 12; 또|@c"), ("[@a，第三章]", "@a|，第三章"),
    ("ดู@aกล่าว", "+@a"),
    ("ו@a", "+@a"), ("[@a, עמ' 12]", "@a|page 12"), ("[@a, σσ. 12-14]", "@a|page 12-14"),
    ("[@a, पृ. १२]", "@a|page १२"),
    ("[@a and others]", "@a|and others"),
    ("[*see* @a]", "<i>see</i>|@a"),
    ("[@کرد]", "@کرد"), ("قال و@a [ص 3]", "+@a|page 3"), ("(ب@a)", "+@a"),
    ("[@a, @b]", "@a; @b"),
    ("[@AbsilMahonySepulchre:2008]", "@AbsilMahonySepulchre:2008"),
    ("[@a_b.c+d<e>f~g/h]", "@a_b.c+d<e>f~g/h"),
    ("[@https://a.org/b]", "@https://a.org/b"),
    ("[@a.]", "@a|."), ("[b [@a]]", "@a"), ("[b [@a]](c)", "@a"),
    ("“so [sic][@a, p. 3]”", "@a|page 3"), ("Halt![@a]", "@a"), ("![@a](b.png)", "+@a"),
    ("![see @a](b.png)", "+@a"), ("![see @a][b]", "+@a"), ("![see @a]", "+@a"),
    (#"\citep[see][p. 3]{a,b}"#, "see|@a; @b|page 3"),
    ("[see @a, p. 3](u)", "+@a"), ("[@a](https://example.org)", "+@a"),
    (#"\href{u}{so [@a, p. 3]}"#, "@a|page 3"),
    (#"\citep[@a, p. 3]"#, "@a|page 3"), (#"\citep*[p. 3]{a, @b}"#, "@a; @b|page 3"),
    (#"\cite {a}"#, "@a"), (#"\onlinecite{a}"#, "@a"), (#"\citet*{a}"#, "+@a"),
    (#"\citet{a}"#, "+@a"), (#"\citeauthor{a}"#, "=@a"), (#"\citeyear{a}"#, "-@a"),
  ])
  func readsOneCitation(markdown: String, expected: String) {
    #expect(citations(markdown) == [expected])
  }

  @Test(arguments: [
    "`@a` and `` [@b] ``", "    @a\n", "```\n[@a]\n```", "me@example.org", "<me@example.org>",
    #"\@a"#, "https://example.org/@a", "[a](/@b)", "@ a", "@-a",
    "قول@a", "سو@a", "[text](u \"@\")", "> ~~~\n> @a\n> ~~~\n",
  ])
  func readsNoCitation(markdown: String) {
    #expect(citations(markdown) == [])
  }

  @Test func readsCitationsThatTouchOrStandInEachOther() {
    #expect(citations("@a/@b and @c@d") == ["+@a", "+@b", "+@c", "+@d"])
    #expect(citations("[@a and [@b]]") == ["+@a", "@b"])
  }

  @Test func readsUnusualKeysThatTheBibliographyHas() {
    var report = Report()
    let text = "[@2021JOSS....6.3001B, p. 3; @x--y] @C++: @trail. @'t_Hooft @C"
    var options = ReadingOptions.scholarly
    options.unusualKeys = UnusualKeys(
      in: ["2021JOSS....6.3001B", "x--y", "C", "C++", "'t_Hooft", "regular_key"])
    let document = Document(
      reading: Array(text.utf8), path: "a.md", options: options, report: &report)
    #expect(
      document.citations.map(CitationPrinter.text) == [
        "@2021JOSS....6.3001B|page 3; @x--y", "+@C++", "+@trail", "+@'t_Hooft", "+@C",
      ])
  }

  @Test func printsWhatStandsInForAnImageInWordsAlone() {
    var report = Report()
    let text = "So ![map of [@a][^1]](a.png) and [it [@b]](u).\n\n[^1]: Note.\n"
    let document = Document(reading: Array(text.utf8), path: "a.md", report: &report)
    #expect(document.citations.map(\.place) == [.alternative, .link])
    var options = HTMLOptions(
      notes: .end, citations: .inText(["<a>A</a>", "<a>B</a>"].map { Array($0.utf8) }))
    options.citationWords = { ["A & Co.", "B"][$0] }
    let html = document.html(options)
    let body = String(decoding: html.body, as: UTF8.self)
    #expect(body.contains("alt=\"map of A &amp; Co.\""))
    #expect(body.contains("<a href=\"u\">it B</a>"))
    // The note stays within reach.
    #expect(body.contains("loading=\"lazy\"><sup class=\"fnref\" id=\"fnref-1\">"))
    #expect(document.noteNumbers(citationsAreNotes: true).citations == [nil, 2])
  }

  @Test func printsTheTitleOfACalloutOverItsText() {
    #expect(
      TreePrinter.print("::: {.callout-note title=\"Mind\"}\nThe gap.\n:::\n", .scholarly)
        == """
        div {.callout-note}
          paragraph
            strong
              "Mind"
          paragraph
            "The gap."
        """)
  }

  @Test func endsAKeyBeforeADash() {
    #expect(citations("See @petrie1899---and others.") == ["+@petrie1899"])
    #expect(TreePrinter.print("@a---b", .scholarly) == "paragraph\n  citation +@a\n  \"—b\"")
  }

  @Test func keepsEmphasisNextToACitation() {
    #expect(
      TreePrinter.print("*so.*[@a] and **@b**") == """
        paragraph
          emphasis
            "so."
          citation @a
          " and "
          strong
            citation +@b
        """)
  }

  @Test func readsCitationsInCellsCaptionsAndNotes() {
    #expect(citations("|a|\n|-|\n|[@b]|\n") == ["@b"])
    #expect(citations("![Map [@b]](map.png)\n") == ["@b"])
    #expect(citations("x[^1] @c\n\n[^1]: See [@b].\n") == ["@b", "+@c"])
  }

  @Test func knowsInWhichNoteACitationStands() {
    var report = Report()
    let text = "a @x[^1] b[^2]\n\n[^1]: @y\n[^2]: z\n"
    let document = Document(reading: Array(text.utf8), path: "a.md", report: &report)
    #expect(document.citations.map(\.footnote) == [nil, 0])
    #expect(document.noteNumbers(citationsAreNotes: true).citations == [1, 2])
    #expect(document.noteNumbers(citationsAreNotes: true).footnotes == [2, 3])
    #expect(document.noteNumbers(citationsAreNotes: false).footnotes == [1, 2])
  }

  @Test func givesPlacesInTheSource() throws {
    let text = "---\na: b\n---\n*c* ^2^ [see @key1, p. 3] $x$ -@k"
    var report = Report()
    let bytes = Array(text.utf8)
    let document = Document(reading: bytes, from: 13, path: "a.md", report: &report)
    let places = document.citations.flatMap { [$0.range] + $0.cites.map(\.range) }
    #expect(
      places.map { String(decoding: bytes[$0], as: UTF8.self) } == [
        "[see @key1, p. 3]", "@key1", "-@k", "@k",
      ])
  }
}

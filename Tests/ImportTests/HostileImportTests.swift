import Import
import Reporting
import TestSupport
import Testing

/// Exports as nobody writes them by hand: each of these took minutes, ended the program, or led out
/// of the journal.
@Suite struct HostileImportTests {
  private let front =
    "<front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front>"

  private func text(ofBody body: String, back: String = "") -> String {
    var report = Report()
    let files = contentFiles(
      fromJATS: Array("<article>\(front)<body>\(body)</body><back>\(back)</back></article>".utf8),
      path: "a.xml", folder: "", resource: { _ in nil }, report: &report)
    let text = files.last.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    return text.split(separator: "---\n").dropFirst().joined(separator: "---\n").trimmed
  }

  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test func readsEachNestedElementOnce() {
    #expect(text(ofBody: "<p>\(repeated("<sup>", 60))x\(repeated("</sup>", 60))</p>").count == 121)
    let list = "<ref-list><ref id=\"a\"><mixed-citation>X</mixed-citation></ref></ref-list>"
    let nested = "<p>\(repeated("<xref rid=\"a a\">", 60))x\(repeated("</xref>", 60))</p>"
    #expect(text(ofBody: nested, back: list).count == 60 * 10 + 1)
    #expect(
      text(
        ofBody: """
          <table-wrap><table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table></table-wrap>
          """) == "| ab |\n| --- |")
  }

  @Test(arguments: [
    ("<disp-quote>", "</disp-quote>", 130), ("<list><list-item>", "</list-item></list>", 70),
    ("<def-list><def-item><def>", "</def></def-item></def-list>", 40),
  ]) func nestsNoDeeperThanAReaderFollows(start: String, end: String, count: Int) {
    let inner = repeated(start, count) + "<p>x</p><p>y</p>" + repeated(end, count)
    expectDiagnostics(
      in: [
        "a.xml": """
        <article>\(front)<body>\(repeated(start, 20))1️⃣\(inner)\(repeated(end, 20))</body></article>
        """
      ],
      .init(
        "1️⃣", "jats-nesting-too-deep",
        "Lists and quotations are nested more than 20 deep; what is deeper stands at that level",
        .warning)
    ) { files, report in
      let made = contentFiles(
        fromJATS: files["a.xml"] ?? [], path: "a.xml", folder: "", resource: { _ in nil },
        report: &report)
      let text = made.last.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
      #expect(text.utf8.count < 3_000 && text.contains("x\n") && text.contains("y\n"), "\(text)")
    }
  }

  @Test func keepsTheWordsOfSeveralReferencesOnce() {
    let list = ["a", "b"].map {
      "<ref id=\"\($0)\"><mixed-citation>X</mixed-citation></ref>"
    }.joined()
    #expect(
      text(
        ofBody: "<p>by <xref rid=\"a b\">Ek and Bo</xref> (<xref rid=\"a b\">1, 2</xref>)</p>",
        back: "<ref-list>\(list)</ref-list>")
        == "by [Ek and Bo](#ref-a) [@{a}; @{b}]")
  }

  @Test func writesEachNoteOnce() {
    #expect(
      text(
        ofBody: """
          <p>a<list><list-item><p>x<fn id="n"><p>one<fn id="m"><p>two</p></fn></p></fn></p></list-item></list>
          b<fn><p>three</p></fn></p>
          """)
        == "a\n\n- x[^n]\n\nb (three)\n\n[^n]: one[^m]\n\n[^m]: two")
  }

  @Test func fillsATableNoFurtherThanItsHead() {
    #expect(
      text(
        ofBody:
          "<table-wrap><table><tr><td colspan=\"3\">x</td></tr><tr><td>y</td></tr></table></table-wrap>"
      ) == "| x |  |  |\n| --- | --- | --- |\n| y |")
    let wide = repeated("<td colspan=\"100\" rowspan=\"100\">x</td>", 2_000)
    let table = text(
      ofBody: "<table-wrap><table><tr>\(wide)</tr>\(repeated("<tr/>", 200))</table></table-wrap>")
    #expect(table.utf8.count < 1_000_000)
  }

  @Test func takesNoLanguageForAPath() {
    expectDiagnostics(
      in: [
        "a.xml": """
        <article>\(front)<body/>2️⃣<sub-article article-type="translation" xml:lang="../../x">
        <front-stub><title-group><article-title>U</article-title></title-group></front-stub>
        </sub-article></article>
        """
      ],
      .init(
        "2️⃣", "jats-language-malformed", "'../../x' is no language, and is not taken over", .warning),
      .init("2️⃣", "jats-part-left-out", "Part 'translation' of the file is left out", .warning)
    ) { files, report in
      for (path, bytes) in files {
        let made = contentFiles(
          fromJATS: bytes, path: path, folder: "issues/1/", resource: { _ in nil }, report: &report)
        #expect(made.map(\.path) == ["issues/1/t.md"])
      }
    }
  }

  @Test func takesNoLanguageForAField() {
    let title = "<title-group><article-title>T</article-title>"
    expectDiagnostics(
      in: [
        "a.xml": """
        0️⃣<article xml:lang="en: x&#10;doi"><front><article-meta>\(title)
        1️⃣<trans-title-group xml:lang="fr: y"><trans-title>U</trans-title></trans-title-group>
        </title-group></article-meta></front></article>
        """
      ],
      .init(
        "0️⃣", "jats-language-malformed", "'en: x\ndoi' is no language, and is not taken over",
        .warning),
      .init(
        "1️⃣", "jats-language-malformed", "'fr: y' is no language, and is not taken over", .warning)
    ) { files, report in
      for (path, bytes) in files {
        let made = contentFiles(
          fromJATS: bytes, path: path, folder: "", resource: { _ in nil }, report: &report)
        #expect(
          made.map { String(decoding: $0.bytes, as: UTF8.self) }
            == ["---\ntitle: T\nlanguage: en\n---\n\n"])
      }
    }
    #expect(YAMLValue.lines(of: [.init("a: b\nc", .text("d"))]) == "\"a: b\\nc\": d\n")
  }

  private static let endless: [(html: String, greatest: Int)] = [
    (repeating("<a", 50_000), 150_000),
    (repeating("x<br>", 30_000), 90_000),
    (repeating("<ul><li>x", 3_000), 250_000),
    (repeating("<blockquote>x", 3_000), 150_000),
    (
      "<table><tr>\(repeating("<td>x</td>", 3_000))</tr>\(repeating("<tr><td>y</td>", 3_000))",
      50_000
    ),
    ("x\(repeating("<tr>", 50_000))", 2),
  ]

  @Test(arguments: endless) func growsWithTheLengthOfHTML(html: String, greatest: Int) {
    #expect(markdown(fromHTML: html + "</table>").utf8.count < greatest)
  }

  @Test(arguments: [
    ("one<br><br>two", "one\n\ntwo"), ("<br>one<br> <br>", "one"), ("one <br>two", "one\\\ntwo"),
  ]) func takesTwoBreaksForAParagraph(html: String, expected: String) {
    #expect(markdown(fromHTML: html) == expected)
  }

  @Test func survivesPlacesThatAreNoNumbers() {
    for place in ["1e300", "nan", "-inf", "2.5"] {
      var report = Report()
      let xml = """
        <issue><year>2020</year><sections><section ref="A" seq="\(place)"><title>A</title></section></sections>
        <articles><article><id>1</id><title>T</title><article_galley><seq>\(place)</seq></article_galley>
        </article></articles></issue>
        """
      let files = contentFiles(
        fromOJS: Array(xml.utf8), path: "a.xml",
        options: .init(oldURL: "x", journalTitle: "x"), report: &report)
      #expect(files.map(\.path) == ["journal.yml", "issues/2020/t.md", "issues/2020/issue.yml"])
    }
  }

  @Test func joinsATextThatCommentsDivide() {
    var report = Report()
    let divided = repeated("x<!-- --><![CDATA[&\r\n\u{1}]]>", 20_000)
    let element = MarkupElement(
      xml: Array("<a>\(divided)</a>".utf8), path: "a.xml", report: &report)
    #expect(element?.text == repeated("x&\n", 20_000))
    #expect(report.diagnostics.map(\.code.rawValue) == ["xml-control-character"])
  }

  @Test func namesThousandsOfArticlesWithOneTitle() {
    var report = Report()
    let list = (0..<3_000).map { "@article{a\($0), title={Same}, year={2000}}\n" }.joined()
    let files = contentFiles(
      fromList: Array(list.utf8), path: "a.bib", title: "T", present: .init(), report: &report)
    #expect(Set(files.map(\.path)).count == 3_002)
    #expect(files.last?.path == "issues/2000/same-3000.md")
  }

  @Test func endsAnAddressThatIsAllPunctuation() {
    var report = Report()
    let reference = "https://a" + repeated(".)", 30_000)
    let json = """
      {"type": "journal-article", "title": ["T"], "reference": [{"unstructured": "\(reference)"}]}
      """
    let files = contentFiles(
      fromCrossref: Array(json.utf8), path: "a.json", title: "T", present: .init(), report: &report)
    let text = files.last.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    #expect(text.hasSuffix("1. <https://a>\(repeated(".)", 30_000))\n"))
  }

  @Test func readsRowsOfFlags() {
    var report = Report()
    let flags = repeated("\u{1F1E6}", 40_000)
    let json = """
      {"type": "journal-article", "title": ["\(flags)"], "reference": [{"unstructured": "\(flags)"}]}
      """
    let files = contentFiles(
      fromCrossref: Array(json.utf8), path: "a.json", title: "T", present: .init(), report: &report)
    let text = files.last.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    #expect(
      text.utf8.elementsEqual(
        "---\ntitle: \"\(flags)\"\n---\n\n## References\n\n1. \(flags)\n".utf8))
    #expect(markdown(fromHTML: "<p>\(flags)").utf8.elementsEqual(flags.utf8))
  }

  @Test func takesDollarsAroundAFormulaAway() {
    let dollars = repeated("$", 50_001)
    #expect(
      text(ofBody: "<disp-formula><tex-math>\(dollars)x\(dollars)</tex-math></disp-formula>")
        == "$$\nx\n$$")
  }

  @Test func keepsBackslashesAtTheEndOfAText() {
    #expect(markdown(fromHTML: "a\\<br>") == "a\\\\")
  }

  @Test func findsTheFilesOfAPaperAmongThousands() {
    let others = (0..<3_000).map { "src/file\($0).c" }
    let text = "---\ntitle: T\n---\n![](fig/a.png) \(repeated("word ", 20_000)) ../b.bib"
    let folder = PaperFolder(files: others + ["paper.md", "fig/a.png", "x/b.bib", "c.bib"]) {
      $0 == "paper.md" ? Array(text.utf8) : []
    }
    var report = Report()
    let files = contentFiles(fromPaper: folder, into: "p/", report: &report)
    #expect(files.map(\.path) == ["p/paper.md", "p/c.bib", "p/fig/a.png", "p/x/b.bib"])
  }

  @Test func namesFilesThatWouldTakeEachOthersPlace() {
    expectDiagnostics(
      in: ["a.xml": "1️⃣x"],
      .init(
        "1️⃣", "import-name-doubled", "Two files of the import would be called 'issues/1/T.md'")
    ) { files, report in
      for path in files.keys {
        checkNames(
          of: ["t.md", "b.md", "T.md", "b.md"].map {
            ContentFile(path: "issues/1/\($0)", text: $0)
          }, from: path, report: &report)
      }
    }
  }
}

private func repeating(_ text: String, _ count: Int) -> String {
  String(repeating: text, count: count)
}

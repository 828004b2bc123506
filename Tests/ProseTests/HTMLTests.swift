import Prose
import Reporting
import TestSupport
import Testing

@Suite struct HTMLTests {
  private func render(
    _ markdown: String, _ options: HTMLOptions = HTMLOptions(),
    reading: ReadingOptions = .plainScholarly
  ) -> String {
    var report = Report()
    let document = Document(
      reading: Array(markdown.utf8), path: "a.md", options: reading, report: &report)
    let html = document.html(options)
    return String(decoding: html.body + html.notes, as: UTF8.self)
  }

  @Test func writesASideNoteAfterTheParagraphThatRefersToIt() {
    expectEqualLines(
      render("a[^1]\n\n> b[^2]\n\nc[^1]\n\n[^1]: *A*\n[^2]: B\n"),
      """
      <p>a<sup class="fnref" id="fnref-1"><a href="#fn-1" role="doc-noteref" aria-label="Note 1">1</a></sup></p>
      <aside class="note" role="doc-footnote" id="fn-1"><a href="#fnref-1" role="doc-backlink" aria-label="Back to the text: Note 1">1</a> <em>A</em></aside>
      <blockquote>
      <p>b<sup class="fnref" id="fnref-2"><a href="#fn-2" role="doc-noteref" aria-label="Note 2">2</a></sup></p>
      </blockquote>
      <aside class="note" role="doc-footnote" id="fn-2"><a href="#fnref-2" role="doc-backlink" aria-label="Back to the text: Note 2">2</a> B</aside>
      <p>c<sup class="fnref" id="fnref-1-2"><a href="#fn-1" role="doc-noteref" aria-label="Note 1">1</a></sup></p>

      """, "side notes")
  }

  /// Two notes of 100 letters want as much text as 400 letters.
  @Test(arguments: [(60, false), (600, true)])
  func setsNotesAtTheEndWhereOneWouldHoldBackItsParagraph(length: Int, isBeside: Bool) {
    let (text, note) = (String(repeating: "a", count: length), String(repeating: "b", count: 100))
    let html = render("\(text)[^1] a[^2]\n\nc[^3]\n\n[^1]: \(note)\n[^2]: \(note)\n[^3]: \(note)\n")
    #expect(html.contains("<aside") == isBeside)
    #expect(html.contains("<ol class=\"notes") != isBeside)
  }

  @Test func writesEndNotesWithALinkBackForEachReference() {
    var words = TextWords(note: "حاشية", backToText: "عودة إلى النص")
    words.zero = "٠"
    expectEqualLines(
      render("a[^1] b[^1]\n\n[^1]: A\n\n    B\n", HTMLOptions(notes: .end, words: words)),
      """
      <p>a<sup class="fnref" id="fnref-1"><a href="#fn-1" role="doc-noteref" aria-label="حاشية ١">١</a></sup> b<sup class="fnref" id="fnref-1-2"><a href="#fn-1" role="doc-noteref" aria-label="حاشية ١">١</a></sup></p>
      <ol class="notes peek">
      <li id="fn-1">
      <p>A</p>
      <p>B <a class="back" href="#fnref-1" role="doc-backlink" aria-label="عودة إلى النص: حاشية ١ (١)">↩\u{FE0E}</a> <a class="back" href="#fnref-1-2" role="doc-backlink" aria-label="عودة إلى النص: حاشية ١ (٢)">↩\u{FE0E}</a></p>
      </li>
      </ol>

      """, "end notes")
  }

  /// Texts in which the scanner meets no address are read without looking for any at first.
  @Test(arguments: [
    ("*At www.example.org*", "<em>At <a href=\"http://www.example.org\">www.example.org</a></em>"),
    ("at www.example.org...", "at <a href=\"http://www.example.org\">www.example.org</a>..."),
    (
      "](https://example.org)",
      "](<a href=\"https://example.org\">https://example.org</a>)"
    ),
    ("To \\\na.b@example.org", "To <br>\n<a href=\"mailto:a.b@example.org\">a.b@example.org</a>"),
    (
      "[A](https://a.org) awww b@c",
      "<a href=\"https://a.org\">A</a> awww b@c"
    ),
  ])
  func linksAddressesWithoutBracketsWhereverTheyStand(markdown: String, html: String) {
    #expect(render(markdown + "\n") == "<p>\(html)</p>\n")
  }

  @Test(arguments: ["\u{F0000}", "\u{F0001}", "\u{10FFFD}", "\u{A95F}"])
  func keepsCharactersThatItHidesThingsBehind(character: String) {
    let html = render(
      """
      $x$ \(character) `\(character)` [*\(character)*](a\(character)b) ![\(character)](f.png) ^\(character)^

      ```
      \(character)
      ```

      <!-- \(character) -->

      | \(character) | `\(character)` |
      |---|---|
      | \(character) | $y$ |

      \(character)
      :   \(character)

      """)
    let percent = character.utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
    let count = html.replacing(percent, with: character).count { String($0) == character }
    #expect(count == 12, "\(html)")
  }

  @Test func mergesCitationsWithTheAuthorsNotes() {
    expectEqualLines(
      render(
        "a @x[^1] b [@y]\n\n[^1]: See @z.\n",
        HTMLOptions(
          notes: .end, citations: .notes(["X.", "<i>Z</i>", "Y."].map { Array($0.utf8) }))),
      """
      <p>a <sup class="fnref" id="fnref-1"><a href="#fn-1" role="doc-noteref" aria-label="Note 1">1</a></sup><sup class="fnref" id="fnref-2"><a href="#fn-2" role="doc-noteref" aria-label="Note 2">2</a></sup> b <sup class="fnref" id="fnref-3"><a href="#fn-3" role="doc-noteref" aria-label="Note 3">3</a></sup></p>
      <ol class="notes peek">
      <li id="fn-1">X. <a class="back" href="#fnref-1" role="doc-backlink" aria-label="Back to the text: Note 1">↩\u{FE0E}</a></li>
      <li id="fn-2">See <i>Z</i>. <a class="back" href="#fnref-2" role="doc-backlink" aria-label="Back to the text: Note 2">↩\u{FE0E}</a></li>
      <li id="fn-3">Y. <a class="back" href="#fnref-3" role="doc-backlink" aria-label="Back to the text: Note 3">↩\u{FE0E}</a></li>
      </ol>

      """, "notes")
  }

  @Test func repeatsAHeadingWithoutItsAnchors() throws {
    var report = Report()
    let text = "# A [@a] [b]{#x .y} [c](u)^[d] $e$\n"
    let document = Document(reading: Array(text.utf8), path: "a.md", report: &report)
    guard case .heading(let heading)? = document.blocks.first?.kind else {
      Issue.record("no heading")
      return
    }
    let options = HTMLOptions(
      citations: .inText([Array("<a href=\"#r\" id=\"c1\">A 2020</a>".utf8)]))
    #expect(
      document.html(ofLinksTo: [heading.inlines], options).map {
        String(decoding: $0, as: UTF8.self)
      } == ["A A 2020 <span class=\"y\">b</span> c <code class=\"math\">e</code>"])
  }

  @Test func setsCitationsWhereTheyStand() {
    let citation = "(<a class=\"cite\" href=\"#ref-a\">A 2020</a>)"
    #expect(
      render(
        "x [@a], [b [@a]](u)",
        HTMLOptions(citations: .inText([citation, citation].map { Array($0.utf8) })))
        == "<p>x \(citation), <a href=\"u\">b (A 2020)</a></p>\n")
  }

  @Test func writesFiguresTablesAndFormulas() {
    expectEqualLines(
      render(
        """
        ![A & B](<a b.png>){#fig:a .wide width=50% onclick=x}

        | a | b | c |
        |---|--:|:-:|
        | 1 | 2 | 3 |

        : Sizes

        $$x$$ {#eq:x}

        @fig:a, \\ref{fig:a}, \\eqref{eq:x}
        """,
        HTMLOptions(
          image: { ResolvedImage(source: "../" + $0.address, width: 4, height: 3) },
          math: { "<math>\($0.tex)</math>" })),
      """
      <figure id="fig:a" class="wide"><img src="../a%20b.png" alt="A &amp; B" width="4" height="3" style="width:50%" loading="lazy">
      <figcaption><b>Figure 1.</b> A &amp; B</figcaption></figure>
      <figure id="table-1">
      <figcaption id="table-1-caption"><b>Table 1.</b> Sizes</figcaption>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="table-1-caption">
      <table>
      <thead>
      <tr>
      <th scope="col">a</th>
      <th class="num" scope="col">b</th>
      <th style="text-align:center" scope="col">c</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1</td>
      <td class="num">2</td>
      <td style="text-align:center">3</td>
      </tr>
      </tbody>
      </table>
      </div></figure>
      <div class="formula" id="eq:x"><math>x</math><span>(1)</span></div>
      <p><a href="#fig:a">Figure\u{A0}1</a>, <a href="#fig:a">1</a>, <a href="#eq:x">(1)</a></p>

      """,
      "floats")
  }

  @Test func shiftsHeadingsUnderTheTitleOfThePage() {
    #expect(render("### A\n#### B\n") == "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n")
    #expect(render("# A\n", HTMLOptions(topHeadingLevel: nil)) == "<h1 id=\"a\">A</h1>\n")
    #expect(render("# A\n###### B\n").contains("<h6"), "levels end at six")
  }

  @Test func asksItsCallerAboutAddresses() {
    let options = HTMLOptions(
      link: { $0.address == "gone.md" ? nil : "../\($0.address)/" },
      image: { $0.address == "gone.png" ? nil : ResolvedImage(source: "x/\($0.address)") })
    #expect(
      render("[a](b \"t\") [*c*](gone.md) ![d](gone.png) ![e](f.png)", options)
        == """
        <p><a href="../b/" title="t">a</a> <em>c</em> d <img src="x/f.png" alt="e" loading="lazy"></p>

        """)
  }

  @Test func linksWhatIsNoPicture() {
    let options = HTMLOptions(
      image: { target in
        target.address == "gone.png"
          ? nil
          : ResolvedImage(source: "x/\(target.address)", isPicture: target.address != "a/b.pdf")
      })
    #expect(
      render("![Loom](a/b.pdf)\n\n![Card](gone.png)\n", options) == """
        <figure id="fig-1"><a href="x/a/b.pdf">b.pdf</a>
        <figcaption><b>Figure 1.</b> Loom</figcaption></figure>
        <figure id="fig-2">
        <figcaption><b>Figure 2.</b> Card</figcaption></figure>

        """)
  }

  /// A title is shown by a mouse only, which no finger and no key brings up.
  @Test func printsTheTitleOfAFigureInItsCaption() {
    let options = HTMLOptions(image: { ResolvedImage(source: $0.address, bytes: 1) })
    #expect(
      render(
        "![Loom](a.png \"Photo: A. Sample\")\n\n![](b.png \"Card\")\n\n![A gate](c.png \"gate\")\n",
        options)
          == """
          <figure id="fig-1"><img src="a.png" alt="Loom">
          <figcaption><b>Figure 1.</b> Loom (Photo: A. Sample)</figcaption></figure>
          <figure id="fig-2"><img src="b.png" alt="">
          <figcaption><b>Figure 2.</b> Card</figcaption></figure>
          <figure id="fig-3"><img src="c.png" alt="A gate">
          <figcaption><b>Figure 3.</b> A gate</figcaption></figure>

          """)
  }

  /// The words in brackets tell those who cannot see it what is to be seen.
  @Test func takesATitleWithANumberForTheCaption() {
    let options = HTMLOptions(image: { ResolvedImage(source: $0.address, bytes: 1) })
    #expect(
      render("![A crescent over a line](a.png \"Figure 3. The moon\"){#fig:moon}\n", options) == """
        <figure id="fig:moon"><img src="a.png" alt="A crescent over a line">
        <figcaption>Figure 3. The moon</figcaption></figure>

        """)
  }

  @Test func namesWhatIsNoPictureByItsWordsWhereNoCaptionDoes() {
    let options = HTMLOptions(image: { ResolvedImage(source: $0.address, isPicture: false) })
    #expect(
      render("See ![the loom](l.pdf), ![](m.pdf), [![a badge](n.pdf)](o).", options) == """
        <p>See <a href="l.pdf">the loom</a>, <a href="m.pdf">m.pdf</a>, <a href="o">a badge</a>.</p>

        """)
  }

  @Test func fetchesPicturesWithThePageAsLongAsTheyCostLittle() {
    let costs = ["a": 300_000, "b": 300_000, "c": 200_000]
    let options = HTMLOptions(
      image: { ResolvedImage(source: $0.address, bytes: costs[$0.address]) })
    #expect(
      render("![](a) ![](b) ![](c) ![](of-unknown-cost) x", options) == """
        <p><img src="a" alt=""> <img src="b" alt="" loading="lazy"> <img src="c" alt=""> \
        <img src="of-unknown-cost" alt="" loading="lazy"> x</p>

        """)
  }

  @Test func writesLanguagesWithTheirDirection() {
    #expect(
      render("[متن]{lang=ur} [a]{lang=ar-Latn} [b]{.underline} [c]{.x data-y=z onclick=e}")
        == """
        <p><span lang="ur" dir="rtl">متن</span> <span lang="ar-Latn" dir="ltr">a</span> <u>b</u> \
        <span class="x" data-y="z">c</span></p>

        """)
  }

  @Test func writesListsVerseAndDefinitions() {
    expectEqualLines(
      render("3. a\n4. [x] b\n\n| c\n| *d*\n\ne\n: f\n"),
      """
      <ol start="3">
      <li>a</li>
      <li class="task">☑ b</li>
      </ol>
      <p class="verse"><span>c</span><span><em>d</em></span></p>
      <dl>
      <dt>e</dt>
      <dd>f</dd>
      </dl>

      """, "blocks")
  }
}

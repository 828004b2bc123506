import Import
import Reporting
import TestSupport
import Testing

@Suite struct ImportJATSTests {
  private let article = """
    <article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article" xml:lang="en">
    <front><article-meta>
      <article-id pub-id-type="doi">10.5555/q.1</article-id>
      <title-group><article-title>On <italic>Salix</italic>: notes</article-title>
        <trans-title-group xml:lang="fr"><trans-title>Sur le saule</trans-title></trans-title-group></title-group>
      <contrib-group>
        <contrib contrib-type="author" corresp="yes"><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
          <name><surname>Byron</surname><given-names>Ada</given-names></name><xref ref-type="aff" rid="a1"/></contrib>
        <contrib contrib-type="author"><collab>Willow Group</collab></contrib>
      </contrib-group>
      <aff id="a1"><label>1</label><institution>Here University</institution>, <country>Norway</country></aff>
      <pub-date publication-format="electronic"><day>3</day><month>2</month><year>2021</year></pub-date>
      <fpage>5</fpage><lpage>9</lpage>
      <history><date date-type="received"><year>2020</year></date></history>
      <permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>Open.</license-p></license></permissions>
      <abstract><p>Short &amp; plain.</p></abstract>
      <kwd-group><kwd>willow</kwd></kwd-group>
    </article-meta></front>
    <body>
      <sec id="s1"><title>Start</title>
        <p>Seen before (<xref ref-type="bibr" rid="r1">Ek 1999</xref>; <xref ref-type="bibr" rid="r2">Bo 2001</xref>) by
          <xref ref-type="bibr" rid="r1">Ek</xref>,<sup><xref ref-type="bibr" rid="r2">2</xref></sup> and noted.<xref ref-type="fn" rid="n1">1</xref>
          <list list-type="order"><list-item><p>one</p></list-item><list-item><p>two</p></list-item></list></p>
        <fig id="f1"><label>Figure 1</label><caption><title>A leaf</title><p>in May.</p></caption><graphic xlink:href="leaf.png"/></fig>
        <table-wrap id="t1"><caption><p>Sizes</p></caption><table><tr><th colspan="2">Both</th></tr><tr><td>1</td><td>2</td></tr></table></table-wrap>
        <disp-formula id="e1"><tex-math>x^2</tex-math></disp-formula>
      </sec>
    </body>
    <back><fn-group><fn id="n1"><p>A note.</p></fn></fn-group>
      <ref-list><ref id="r1"><element-citation publication-type="journal"><person-group person-group-type="author"><name><surname>Ek</surname><given-names>B</given-names></name></person-group>
        <article-title>Leaves</article-title><source>Trees</source><year>1999</year><fpage>1</fpage><lpage>2</lpage></element-citation></ref>
        <ref id="r2"><mixed-citation>Bo, C. Bark. 2001.</mixed-citation></ref></ref-list></back>
    </article>
    """

  private func files(_ xml: String) -> [String: String] {
    var report = Report()
    let files = contentFiles(
      fromJATS: Array(xml.utf8), path: "a.xml", folder: "issues/1/",
      resource: { $0 == "leaf.png" ? Array("image".utf8) : nil }, report: &report)
    #expect(report.diagnostics == [])
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func carriesFrontBodyAndBack() {
    let found = files(article)
    #expect(
      found.keys.sorted() == [
        "issues/1/leaf.png", "issues/1/on-salix-notes.json", "issues/1/on-salix-notes.md",
      ])
    #expect(
      found["issues/1/on-salix-notes.md"] == #"""
        ---
        title:
          en: "On *Salix*: notes"
          fr: Sur le saule
        type: research-article
        language: en
        authors:
          - given: Ada
            family: Byron
            orcid: "https://orcid.org/0000-0002-1825-0097"
            affiliations:
              - a1
            corresponding: "yes"
          - organization: Willow Group
        affiliations:
          - id: a1
            name: Here University
            country: Norway
        abstract: "Short & plain."
        keywords:
          - willow
        pages: "5-9"
        doi: "10.5555/q.1"
        date: "2021-02-03"
        dates:
          submitted: "2020"
        license: "https://creativecommons.org/licenses/by/4.0/"
        bibliography: on-salix-notes.json
        nocite: "@*"
        ---

        ## Start {#s1}

        Seen before [@{r1}; @{r2}] by [Ek](#ref-r1),[@{r2}] and noted.[^n1]

        1. one
        2. two

        ![A leaf in May.](<leaf.png>){#f1}

        | Both |  |
        | --- | --- |
        | 1 | 2 |

        Table: Sizes {#t1}

        $$
        x^2
        $$ {#e1}

        [^n1]: A note.

        """#)
    #expect(
      found["issues/1/on-salix-notes.json"]?.contains(#""title": "Bo, C. Bark. 2001.""#) == true)
  }

  @Test func namesWhatItCannotRead() {
    expectDiagnostics(
      in: ["a.xml": "1️⃣<book/>"],
      .init("1️⃣", "jats-root-unknown", "'book' is no article with a front")
    ) { read($0, &$1) }
    expectDiagnostics(
      in: ["a.xml": "<article>1️⃣<front><article-meta/></front></article>"],
      .init("1️⃣", "jats-title-missing", "Article has no title")
    ) { read($0, &$1) }
  }

  @Test func namesWhatHasNoPlace() {
    let front =
      "<front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front>"
    expectDiagnostics(
      in: [
        "a.xml": """
        <article>\(front)<body>1️⃣<media/>
        2️⃣<disp-formula/>
        <fig>4️⃣<graphic xlink:href="no.png"/></fig><p>5️⃣<ext-link xlink:href="x.pdf">x</ext-link>
        6️⃣<inline-graphic xlink:href="in.png"/></p></body>
        3️⃣<sub-article article-type="reply"/></article>
        """
      ],
      .init("1️⃣", "jats-element-left-out", "Element 'media' has no form in Markdown", .warning),
      .init(
        "2️⃣", "jats-element-left-out", "Element 'disp-formula' has no form in Markdown", .warning),
      .init("4️⃣", "jats-file-missing", "File 'no.png' is not beside the article", .warning),
      .init(
        "5️⃣", "jats-link-left-out",
        "Link to 'x.pdf' leads to no address of the web, and only its words stay", .warning),
      .init("6️⃣", "jats-file-missing", "File 'in.png' is not beside the article", .warning),
      .init("3️⃣", "jats-part-left-out", "Part 'reply' of the file is left out", .warning)
    ) { read($0, &$1) }
  }

  private func read(_ files: [String: [UInt8]], _ report: inout Report) {
    for (path, bytes) in files {
      _ = contentFiles(
        fromJATS: bytes, path: path, folder: "", resource: { _ in nil }, report: &report)
    }
  }

  private let front =
    "<front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front>"

  @Test func writesFormulasOfMathMLInLaTeX() {
    let math = """
      <math><mrow><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>
      <mfrac><msup><mi>x</mi><mn>2</mn></msup><msqrt><mi>β</mi></msqrt></mfrac><mo>−</mo><mi>sin</mi>
      <mover><mi>y</mi><mo>ˆ</mo></mover><mo>⁡</mo><mfenced><mi mathvariant="bold">z</mi><mi>max</mi></mfenced>
      <mtext>if 5%</mtext></mrow></math>
      """
    let found = files(
      "<article>\(front)<body><disp-formula id=\"e\">\(math)</disp-formula><p><inline-formula><math><msub><mi>ab</mi><mi>k</mi></msub></math></inline-formula></p></body></article>"
    )
    #expect(
      found["issues/1/t.md"]?.hasSuffix(
        #"""
        $$
        ∑_{i = 1}^{n} \frac{x^{2}}{\sqrt{β}} - \sin \hat{y} \left( \mathbf{z} , \max \right) \text{if 5\%}
        $$ {#e}

        $\mathrm{ab}_{k}$

        """#) == true, "\(found["issues/1/t.md"] ?? "")")
  }

  @Test func writesATranslationBesideTheArticle() {
    let found = files(
      """
      <article xml:lang="pt">\(front)<body><p>Texto.</p></body>
      <sub-article article-type="translation" xml:lang="en"><front-stub><title-group>
      <article-title>Wind</article-title></title-group><abstract><p>Short.</p></abstract>
      <kwd-group xml:lang="en"><kwd>air</kwd></kwd-group></front-stub>
      <body><sec id="s"><title>Start</title><p>Text, see <xref rid="s">above</xref> and <xref rid="no">there</xref>.</p></sec></body></sub-article></article>
      """)
    #expect(
      found["issues/1/t.en.md"] == """
        ---
        title: Wind
        language: en
        abstract: Short.
        keywords:
          - air
        ---

        ## Start {#s}

        Text, see [above](#s) and there.

        """)
  }

  @Test func keepsNotesOfTablesAndFilesBesideTheArticle() {
    let found = files(
      """
      <article>\(front)<body><table-wrap><table><tr><td>1<xref ref-type="fn" rid="a">a</xref></td></tr></table>
      <table-wrap-foot><fn id="a"><p>Few.</p></fn><fn id="b"><p>All.</p></fn></table-wrap-foot></table-wrap>
      <fig><caption><p>No picture</p></caption><alternatives><graphic xlink:href=""/><graphic xlink:href="leaf.png"/><graphic xlink:href="leaf.tif"/></alternatives></fig>
      <supplementary-material xlink:href="leaf.png"><caption><title>Data</title></caption></supplementary-material>
      </body></article>
      """)
    #expect(
      found["issues/1/t.md"]?.hasSuffix(
        """
        supplements:
          - title: Data
            file: leaf.png
        ---

        | 1[^a] |
        | --- |

        All.

        ![No picture](<leaf.png>)

        [^a]: Few.

        """) == true, "\(found["issues/1/t.md"] ?? "")")
  }

  @Test func keepsTitlesLabelsAndGroupsOfTheText() {
    let found = files(
      """
      <article>\(front)<body><list><title>L</title><list-item><label>a)</label><title>I</title><p>x</p></list-item></list>
      <disp-quote><title>Q</title><p>y</p></disp-quote>
      <verse-group><title>V</title><verse-group><verse-line>z</verse-line></verse-group><attrib>W</attrib></verse-group>
      <def-list><title>D</title><def-item><term>t</term><def><p>u</p></def><def><p>v</p></def></def-item></def-list>
      <disp-formula-group><disp-formula><tex-math>a</tex-math></disp-formula></disp-formula-group>
      <p>s <speech><speaker>S</speaker><p>says</p></speech></p>
      <statement><label>Lemma 1</label><p>m</p></statement></body></article>
      """)
    #expect(
      found["issues/1/t.md"]?.hasSuffix(
        """
        ---

        **L**

        - a\\) **I**

          x

        > **Q**
        >
        > y

        **V**

        | z

        W

        **D**

        t
        :   u

            v

        $$
        a
        $$

        s

        S

        says

        ::: {.statement}

        **Lemma 1**

        m

        :::

        """) == true, "\(found["issues/1/t.md"] ?? "")")
  }

  @Test func namesWhatTitlesAndAbstractsDoNotHold() {
    expectDiagnostics(
      in: [
        "a.xml": """
        <article><front><article-meta><title-group><article-title>T</article-title></title-group>
        <abstract><p>A</p>1️⃣<graphic xlink:href="no.png"/><list><list-item><p>B</p></list-item></list></abstract>
        2️⃣<abstract abstract-type="graphical"><p>C</p></abstract></article-meta></front></article>
        """
      ],
      .init("1️⃣", "jats-graphic-left-out", "A title or an abstract can show no picture", .warning),
      .init("2️⃣", "jats-abstract-left-out", "Abstract of the type 'graphical' is left out", .warning)
    ) { files, report in
      let (text, names) = importedText(
        String(decoding: files["a.xml"] ?? [], as: UTF8.self), &report)
      #expect(names == [])
      #expect(text.contains("abstract: |-\n  A\n\n  B\n---\n"), "\(text)")
    }
  }

  @Test func keepsWhatArticlesOfOursSay() throws {
    let found = files(
      """
      <article article-type="translation" xml:lang="en"><front><article-meta>
      <title-group><article-title>T</article-title></title-group>
      <contrib-group><contrib><name-alternatives><string-name>Plato</string-name>
      <name xml:lang="ur"><surname>فاروق</surname><given-names>عمر</given-names></name>
      <string-name xml:lang="zh">李明</string-name></name-alternatives>
      <xref ref-type="aff" rid="a"/></contrib></contrib-group>
      <aff id="a"><institution content-type="dept">Letters</institution>
      <institution>A University</institution></aff>
      <trans-abstract xml:lang="fr"><p>Court.</p></trans-abstract>
      <abstract abstract-type="plain-language-summary"><p>Plain.</p></abstract>
      <trans-abstract abstract-type="plain-language-summary" xml:lang="fr"><p>Simple.</p>
      </trans-abstract>
      <funding-group><award-group><funding-source><institution-wrap>
      <institution>A Fund</institution>
      <institution-id institution-id-type="ror">https://ror.org/05gq02987</institution-id>
      <institution-id institution-id-type="doi">https://doi.org/10.13039/5</institution-id>
      </institution-wrap></funding-source></award-group></funding-group>
      </article-meta></front></article>
      """)
    expectEqualLines(
      try #require(found["issues/1/t.md"]),
      #"""
      ---
      title: T
      type: translation
      language: en
      authors:
        - literal: Plato
          alternate-names:
            ur:
              given: "عمر"
              family: "فاروق"
            zh:
              literal: "李明"
          affiliations:
            - a
      affiliations:
        - id: a
          name: A University
          department: Letters
      abstract:
        fr: Court.
      plain-language-summary:
        en: Plain.
        fr: Simple.
      funding:
        - funder: A Fund
          ror: "https://ror.org/05gq02987"
          doi: "10.13039/5"
      ---


      """#, "t.md")
  }
}

import Import
import Reporting
import TestSupport
import Testing

/// What becomes a field of an article, and what stays in its text.
@Suite struct JATSFieldTests {
  @Test func namesFactsThatAreMalformedAndALicenceInWords() {
    expectDiagnostics(
      in: [
        "a.xml": jatsArticle(
          """
          0️⃣<contrib-group><contrib>1️⃣<contrib-id contrib-id-type="orcid">0</contrib-id>
          <name><surname>N</surname></name></contrib></contrib-group>
          2️⃣<pub-date><day>30</day><month>February</month><year>2020</year></pub-date>
          <permissions>3️⃣<copyright-statement>All rights reserved.</copyright-statement>
          </permissions>4️⃣<conference><conf-name>C</conf-name></conference>
          """)
      ],
      .init("1️⃣", "import-fact-malformed", "'0' is no ORCID and is left out", .warning),
      .init("2️⃣", "import-fact-malformed", "'2020-2-30' is no date and is left out", .warning),
      .init(
        "3️⃣", "jats-licence-left-out",
        "Licence in words has no place in the content: 'All rights reserved.'", .warning),
      .init(
        "4️⃣", "jats-field-left-out", "Field 'conference' has no place in the content", .warning)
    ) { files, report in
      _ = contentFiles(
        fromJATS: files["a.xml"] ?? [], path: "a.xml", folder: "", resource: { _ in nil },
        report: &report)
    }
  }

  @Test(arguments: [
    (#"<pub-date iso-8601-date="2020-12-04"><year>2020</year></pub-date>"#, "2020-12-04"),
    ("<pub-date><day>4</day><month>December</month><year>2020</year></pub-date>", "2020-12-04"),
    ("<pub-date><month>7</month><year>2020</year></pub-date>", "2020-07"),
  ]) func readsDatesAsTheyAreTagged(date: String, expected: String) throws {
    #expect(
      try importedText(jatsArticle(date))
        == "---\ntitle: T\nlanguage: en\ndate: \"\(expected)\"\n---\n\n")
  }

  @Test func givesEveryAuthorAnAffiliationThatNobodyRefersTo() throws {
    let text = try importedText(
      jatsArticle(
        """
        <contrib-group><contrib><name><surname>A</surname></name></contrib>
        <contrib><name><surname>B</surname></name></contrib><aff>Sea College</aff></contrib-group>
        """))
    #expect(text.split(separator: "name: Sea College").count == 3)
  }

  @Test(arguments: [
    (#"article-type="retraction" specific-use="removal""#, "removal"),
    (#"article-type="retraction" specific-use="web""#, "retraction"),
    (#"article-type="other" specific-use="essay""#, "essay"), (#"article-type="other""#, "other"),
  ]) func tellsTypesThatJATSHasNoWordsFor(attributes: String, type: String) throws {
    let text = try importedText(
      """
      <article \(attributes)><front><article-meta><title-group><article-title>T</article-title>
      </title-group></article-meta></front></article>
      """)
    #expect(text == "---\ntitle: T\ntype: \(type)\nlanguage: en\n---\n\n")
  }

  @Test(arguments: [
    ("<italic>a</italic><italic>b</italic>c", "*ab*c"),
    ("<italic>a</italic> <italic>b</italic>", "*a* *b*"),
    ("<italic>a</italic><bold>b</bold>", "<em>a</em>**b**"),
    ("see <italic>p.</italic>12, <italic>q.</italic> 13", "see <em>p.</em>12, *q.* 13"),
    ("x<sub>1</sub><sub>2</sub><sup>3</sup>", "x~12~^3^"),
    ("1998. A year", #"1998\. A year"#), ("3) x", #"3\) x"#), ("(iv) x", #"(iv\) x"#),
    ("- x", #"\- x"#), ("+ x", #"\+ x"#), ("::: x", #"\::: x"#), ("# x", "\\# x"),
    ("    &gt; x", #"\> x"#), ("| x", #"\| x"#), ("Table: x", #"Table\: x"#),
    ("Tableau : x", #"Tableau \: x"#),
    ("۱۔ x", "۱&#x6D4; x"),
    ("a<break/>- b", "a\\\n\\- b"), ("1.5 times", "1.5 times"),
    ("write to <email>a@b.org</email>", #"write to a\@b.org"#),
  ]) func writesParagraphsThatAreReadAsSuch(xml: String, markdown: String) throws {
    let text = try importedText(jatsArticle("", back: "<body><p>\(xml)</p></body>"))
    expectEqualLines(text, "---\ntitle: T\nlanguage: en\n---\n\n\(markdown)\n", "article")
  }

  @Test func keepsAnchorsOfOtherScriptsAlignmentsAndTheEndOfCode() throws {
    let text = try importedText(
      jatsArticle(
        "",
        back: """
          <body><sec id="b-_x0645__x062F__x062E__x0644_-2"><title>S</title>
          <p>See <xref rid="b-_x0645__x062F__x062E__x0644_-2">there</xref>.</p></sec>
          <table-wrap><table><tr><th>a</th><th align="right">b</th><th>c</th></tr>
          <tr><td>1</td><td>2</td><td align="center">3</td></tr></table></table-wrap>
          <code>x
          </code></body>
          """))
    expectEqualLines(
      text,
      """
      ---
      title: T
      language: en
      ---

      ## S {#مدخل-2}

      See [there](#مدخل-2).

      | a | b | c |
      | --- | --: | :-: |
      | 1 | 2 | 3 |

      ```
      x
      ```

      """, "article")
  }

  @Test func keepsLinesOfTitlesAndCells() throws {
    let text = try importedText(
      """
      <article><front><article-meta><title-group><article-title>T<break/></article-title>
      <subtitle>A<break/>B</subtitle></title-group></article-meta></front>
      <body><sec><title>C<break/>D</title>
      <table-wrap><table><tr><th>E<break/>F</th></tr></table></table-wrap></sec></body></article>
      """)
    expectEqualLines(
      text,
      """
      ---
      title: T
      subtitle: A B
      language: en
      ---

      ## C<br>D

      | E<br>F |
      | --- |

      """, "t.md")
  }

  @Test func readsReferencesWithAllTheirPartsOrNamesThese() throws {
    var json = ""
    expectDiagnostics(
      in: [
        "a.xml": jatsArticle(
          "<contrib-group><contrib><name><surname>L</surname>1️⃣<prefix>Dr</prefix></name>"
            + "2️⃣<degrees>PhD</degrees></contrib></contrib-group>",
          back: """
            <back><ref-list><ref id="r"><element-citation publication-type="book">
            <person-group person-group-type="author"><name><surname>A</surname>3️⃣<prefix>Sir</prefix>
            </name><etal/></person-group>
            <person-group person-group-type="guest-editor"><collab>E</collab></person-group>
            4️⃣<person-group person-group-type="curator"><collab>C</collab></person-group>
            <part-title>P</part-title><source>S</source><edition>2</edition><year>2001</year>
            <month>5</month><day>6</day><isbn>9</isbn><size units="pages">30</size>
            <conf-loc>Sea</conf-loc><comment>N</comment><uri>https://a.example/</uri>
            <date-in-citation content-type="access-date"><year>2002</year></date-in-citation>
            <pub-id pub-id-type="isbn">8</pub-id>5️⃣<pub-id pub-id-type="arxiv">7</pub-id>
            6️⃣<trans-source>T</trans-source></element-citation></ref>
            <ref id="q"><element-citation><source>S</source><trans-source>T</trans-source>
            </element-citation></ref></ref-list></back>
            """)
      ],
      .init("1️⃣", "jats-field-left-out", "Field 'prefix' has no place in the content", .warning),
      .init("2️⃣", "jats-field-left-out", "Field 'degrees' has no place in the content", .warning),
      .init("3️⃣", "jats-field-left-out", "Field 'prefix' has no place in the content", .warning),
      .init(
        "4️⃣", "jats-field-left-out", "Field 'person-group' (curator) has no place in the content",
        .warning),
      .init(
        "5️⃣", "jats-field-left-out", "Field 'pub-id' (arxiv) has no place in the content",
        .warning),
      .init(
        "6️⃣", "jats-field-left-out", "Field 'trans-source' has no place in the content", .warning)
    ) { files, report in
      let made = contentFiles(
        fromJATS: files["a.xml"] ?? [], path: "a.xml", folder: "", resource: { _ in nil },
        report: &report)
      json =
        made.first { $0.path == "t.json" }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
    expectEqualLines(
      json,
      """
      [
        {
          "id": "r",
          "type": "chapter",
          "author": [{"family": "A"}, {"literal": "others"}],
          "editor": [{"literal": "E"}],
          "accessed": {"date-parts": [[2002]]},
          "issued": {"date-parts": [[2001, 5, 6]]},
          "container-title": "S",
          "event-place": "Sea",
          "ISBN": "9",
          "note": "N",
          "title": "P",
          "URL": "https://a.example/",
          "edition": "2",
          "number-of-pages": "30"
        },
        {
          "id": "q",
          "type": "book",
          "title": "S"
        }
      ]

      """, "t.json")
  }

  @Test func readsCrossReferencesOfFilesOfOurOwn() throws {
    let text = try importedText(
      """
      <article><front><article-meta><title-group><article-title>T</article-title></title-group>
      </article-meta></front><body><p>See <xref ref-type="sec" rid="b-sec_x003A_a">Section “A”</xref>,
      (<xref ref-type="table" rid="b-tbl_x003A_t">Table 1</xref>s),
      <xref ref-type="table" rid="b-tbl_x003A_t">1</xref>, <xref rid="b-tbl_x003A_t">the table</xref>,
      <xref ref-type="table" rid="t2">Table 2</xref>.</p>
      <sec id="b-sec_x003A_a"><title>A</title>
      <table-wrap id="b-tbl_x003A_t"><table><tr><th>a</th></tr></table></table-wrap>
      <table-wrap id="t2"><table><tr><th>b</th></tr></table></table-wrap></sec></body></article>
      """)
    expectEqualLines(
      text,
      """
      ---
      title: T
      language: en
      ---

      See @{sec:a}, (@{tbl:t}s), [-@{tbl:t}], [the table](#tbl:t), [Table 2](#t2).

      ## A {#sec:a}

      | a |
      | --- |

      Table:  {#tbl:t}

      | b |
      | --- |

      Table:  {#t2}

      """, "the text")
  }

  @Test func readsKeysThatNamesOfXMLCannotHold() throws {
    var report = Report()
    let files = contentFiles(
      fromJATS: Array(
        jatsArticle(
          "",
          back: """
            <body><p><xref ref-type="bibr" rid="ref-a_b_x003A_c_x005F_x">A</xref></p></body>
            <back><ref-list><ref id="ref-a_b_x003A_c_x005F_x"><mixed-citation>A</mixed-citation></ref>
            </ref-list></back>
            """
        ).utf8), path: "a.xml", folder: "", resource: { _ in nil }, report: &report)
    let texts = files.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(texts.count == 2 && texts[0].contains("\"id\": \"a_b:c_x\""))
    #expect(texts.last?.hasSuffix("\n\n[A](#ref-a_b:c_x)\n") == true, "\(texts)")
  }

  @Test func givesOneWhoEditsAndTranslatesBothRoles() throws {
    func contributor(_ role: String, _ given: String) -> String {
      "<contrib-group><contrib contrib-type=\"\(role)\"><name><surname>Loe</surname>"
        + "<given-names>\(given)</given-names></name></contrib></contrib-group>"
    }
    let text = try importedText(
      """
      <article><front><article-meta><title-group><article-title>T</article-title></title-group>
      \(contributor("author", "Ada"))\(contributor("editor", "Bo"))\(contributor("translator", "Bo"))
      \(contributor("author", "Ada"))\(contributor("translator", "Ada"))
      </article-meta></front></article>
      """)
    expectEqualLines(
      text,
      """
      ---
      title: T
      language: en
      authors:
        - given: Ada
          family: Loe
        - given: Bo
          family: Loe
          roles:
            - editor
            - translator
        - given: Ada
          family: Loe
          roles:
            - author
            - translator
      ---


      """, "the front matter")
  }
}

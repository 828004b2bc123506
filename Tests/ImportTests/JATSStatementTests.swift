import Import
import Reporting
import TestSupport
import Testing

/// What articles in JATS declare: funding, rights, and the like.
@Suite struct JATSStatementTests {
  @Test func leavesInTheTextWhatIsMoreThanAStatement() throws {
    let text = try importedText(
      """
      <article><front><article-meta><title-group><article-title>T</article-title></title-group>
      </article-meta></front><body><p>See <xref rid="d">below</xref>.</p></body>
      <back><ack><title>Thanks</title><p>To all.</p></ack>
      <fn-group><fn fn-type="con"><p>A wrote.</p></fn><fn><p>Read aloud.</p></fn></fn-group>
      <sec sec-type="data-availability" id="d"><title>Data</title><p>Here.</p></sec>
      <sec sec-type="code-availability"><title>Code</title><p>As</p><code>a</code></sec></back>
      </article>
      """)
    expectEqualLines(
      text,
      """
      ---
      title: T
      language: en
      statements:
        acknowledgements: To all.
        contributions: A wrote.
      ---

      See [below](#d).

      ## Notes

      Read aloud.

      ## Data {#d}

      Here.

      ## Code

      As

      ```
      a
      ```

      """, "t.md")
  }

  @Test func keepsWordsAboutFundingAndThePermissionsOfFigures() throws {
    let text = try importedText(
      jatsArticle(
        """
        <author-notes><fn fn-type="financial-disclosure"><p>None was had.</p></fn></author-notes>
        <funding-group><funding-statement>None was had.</funding-statement></funding-group>
        <funding-group><award-group><funding-source>A</funding-source><funding-source>B</funding-source>
        <award-id>1</award-id></award-group><funding-statement>The <italic>fund</italic> had no
        say.</funding-statement></funding-group>
        """,
        back: """
          <body><table-wrap><caption><p>Sizes.</p></caption><table><tr><th>a</th></tr></table>
          <permissions><copyright-statement>© A Press.</copyright-statement>
          <license><license-p>With permission.</license-p></license></permissions></table-wrap></body>
          """))
    expectEqualLines(
      text,
      """
      ---
      title: T
      language: en
      funding:
        - funder: A
          awards:
            - "1"
        - funder: B
          awards:
            - "1"
      statements:
        funding: |-
          None was had.

          The *fund* had no say.
      ---

      | a |
      | --- |

      Table: Sizes. © A Press. With permission.

      """, "t.md")
  }

  @Test func namesACopyrightWithoutAHolderAndAnAwardOfNobody() {
    expectDiagnostics(
      in: [
        "a.xml": jatsArticle(
          """
          <permissions>1️⃣<copyright-statement>© A and B.</copyright-statement>
          <license xlink:href="https://creativecommons.org/licenses/by/4.0/"/></permissions>
          <funding-group>2️⃣<award-group><award-id>1</award-id></award-group></funding-group>
          """)
      ],
      .init(
        "1️⃣", "jats-field-left-out", "Field 'copyright-statement' has no place in the content",
        .warning),
      .init(
        "2️⃣", "jats-field-left-out", "Field 'award-group' has no place in the content", .warning)
    ) { files, report in
      _ = contentFiles(
        fromJATS: files["a.xml"] ?? [], path: "a.xml", folder: "", resource: { _ in nil },
        report: &report)
    }
  }

  @Test func keepsRolesAndStatementsAndNamesWhatElseAuthorsSay() {
    expectDiagnostics(
      in: [
        "a.xml": """
        <article><front><article-meta><title-group><article-title>T</article-title></title-group>
        <contrib-group><contrib><collab>A</collab><role>Software</role><role>Checked
        all</role><bio><p>Of the sea.</p></bio></contrib>
        0️⃣<contrib contrib-type="reviewer"><collab>E</collab></contrib></contrib-group>
        <author-notes><fn fn-type="conflict"><p>None.</p></fn><fn fn-type="con"><p>A wrote.</p></fn>
        <fn fn-type="con"><p>B read.</p></fn>1️⃣<fn fn-type="deceased"><p>B.</p></fn></author-notes>
        2️⃣<product>A book</product>3️⃣<related-article xlink:href="x"/></article-meta></front></article>
        """
      ],
      .init(
        "0️⃣", "jats-contributor-left-out",
        "Contributor of the type 'reviewer' is left out",
        .warning),
      .init(
        "1️⃣", "jats-note-left-out",
        "Note of the authors of the type 'deceased' has no place in the content", .warning),
      .init("2️⃣", "jats-field-left-out", "Field 'product' has no place in the content", .warning),
      .init(
        "3️⃣", "jats-field-left-out", "Field 'related-article' has no place in the content", .warning)
    ) { files, report in
      let (text, _) = importedText(String(decoding: files["a.xml"] ?? [], as: UTF8.self), &report)
      expectEqualLines(
        text,
        """
        ---
        title: T
        language: en
        authors:
          - organization: A
            roles:
              - Software
              - Checked all
            biography: Of the sea.
        statements:
          interests: None.
          contributions: |-
            A wrote.

            B read.
        ---


        """, "text")
    }
  }
}

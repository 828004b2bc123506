import Import
import Reporting
import TestSupport
import Testing

/// How works that an article in JATS cites are cited in its text here.
@Suite struct JATSCitesTests {
  /// A paragraph of an article with some references.
  private func paragraph(_ xml: String) throws -> String {
    var report = Report()
    let files = contentFiles(
      fromJATS: Array(
        """
        <article><front><article-meta><title-group><article-title>T</article-title></title-group>
        </article-meta></front><body><p>\(xml)</p></body><back><ref-list>
        \(reference("a", "Ek", "1999"))\(reference("b", "van Bo", "2001"))
        \(reference("c", "Ôno", "2010"))<ref id="d"><mixed-citation>Dee, E. 2002.</mixed-citation></ref>
        </ref-list></back></article>
        """.utf8), path: "a.xml", folder: "", resource: { _ in nil }, report: &report)
    #expect(report.diagnostics == [])
    let text = String(decoding: try #require(files.last).bytes, as: UTF8.self)
    return String(try #require(text.split(separator: "\n").last))
  }

  private func reference(_ id: String, _ family: String, _ year: String) -> String {
    """
    <ref id="\(id)"><element-citation><person-group person-group-type="author"><name>
    <surname>\(family)</surname></name></person-group><source>S</source><year>\(year)</year>
    </element-citation></ref>
    """
  }

  /// `{a Ek 1999}` is a reference to the work `a` in these words.
  private func marked(_ text: String) -> String {
    text.replacing("{", with: "<xref ref-type=\"bibr\" rid=\"").replacing("|", with: "\">")
      .replacing("}", with: "</xref>")
  }

  @Test(arguments: [
    ("(see {a|Ek 1999}, p. 3; {b|van Bo 2001})", "[see @{a}, p. 3; @{b}]"),
    (
      "({a|see Ek 1999, p. 3}; {b|also van Bo 2001a, chap. 2})",
      "[see @{a}, p. 3; also @{b}, chap. 2]"
    ),
    (
      "({a|EK et al., 1999}, 4, {b|2001}, see also {d|Dee 2002})", "[@{a}, 4; -@{b}; see also @{d}]"
    ),
    ("({a|Ek, 1999} [1975]; {c|Ôno (2010)}: 23)", #"[@{a} \[1975\]; @{c}: 23]"#),
    ("({a|Ek, 1999}, p.10; all of it; {b|2001})", #"[@{a}, p.10\; all of it; -@{b}]"#),
    ("(<italic>e.g.</italic> {a|Ek 1999}; {d|see Dee, 2002})", "[*e.g.* @{a}; see @{d}]"),
    ("Ek ({a|1999}) and Bo {b|(2001, fig. 2(a))}", "Ek [-@{a}] and Bo [-@{b}, fig. 2(a)]"),
    ("({a|Ek 12}; {b|van Bo}; {c|<italic>Ôno</italic>, n.d.})", "[@{a} 12; @{b}; @{c}]"),
    ("[see {a|1}, p. 3; {b|2}]", "[see @{a}, p. 3; @{b}]"),
    ("[{a|1}–{c|3}, {d|4}]", "[@{a}; @{b}; @{c}; @{d}]"),
    ("({a b|Ek 1999; van Bo 2001, 7})", "[@{a}; @{b}, 7]"),
    ("[{a b c|1–3}] [{a c|1–3}]", "[@{a}; @{b}; @{c}] [@{a}; @{b}; @{c}]"),
    (
      "x<sup>{a|1}–{c|3}</sup> y<sup>see {b|2}, p. 3</sup>", "x[@{a}; @{b}; @{c}] y[see @{b}, p. 3]"
    ),
  ]) func keepsWhatStandsAroundWorks(xml: String, markdown: String) throws {
    expectEqualLines(try paragraph(marked(xml)), markdown, "the paragraph")
  }

  @Test(arguments: [
    ("({a|Ek 1999}, 4, and {b|Bo})", "([Ek 1999](#ref-a), 4, and [Bo](#ref-b))"),
    ("({a|Ek and Bo 12})", "([Ek and Bo 12](#ref-a))"),
    ("({a|the same} in {d|Dee 2002})", "([the same](#ref-a) in [Dee 2002](#ref-d))"),
    ("(see (for that) {a|Ek 1999})", "(see (for that) [Ek 1999](#ref-a))"),
    (
      "(it was shown in other words by {a|Ek 1999})",
      "(it was shown in other words by [Ek 1999](#ref-a))"
    ),
    ("[{a|1}–{d|3}]", #"\[[1](#ref-a)–[3](#ref-d)\]"#),
    ("[{a|Ek} {d|Dee}", #"\[[Ek](#ref-a) [Dee](#ref-d)"#),
    ("x<sup>all but {a|1}–{d|3}</sup>", "x^all but [1](#ref-a)–[3](#ref-d)^"),
    ("({a|Ek 1999} <sub>c</sub>)", "([Ek 1999](#ref-a) ~c~)"),
  ]) func leavesTheTextAsItIsWhereThatIsNotClear(xml: String, markdown: String) throws {
    expectEqualLines(try paragraph(marked(xml)), markdown, "the paragraph")
  }

  @Test func takesTheKeysOfFilesOfOursAndOfPandoc() throws {
    var report = Report()
    let files = contentFiles(
      fromJATS: Array(
        """
        <article><front><article-meta><title-group><article-title>T</article-title></title-group>
        </article-meta></front><body><sec id="a"><title>S</title>
        <p>See <xref rid="a">above</xref> (<xref rid="ref-a">Ek 1999</xref>).</p></sec></body>
        <back><ref-list>\(reference("ref-a", "Ek", "1999"))\(reference("ref-b", "Bo", "2001"))
        </ref-list></back></article>
        """.utf8), path: "a.xml", folder: "", resource: { _ in nil }, report: &report)
    let text = String(decoding: try #require(files.last).bytes, as: UTF8.self)
    #expect(text.hasSuffix("\n## S {#a}\n\nSee [above](#a) [@{a}].\n"), "\(text)")
  }
}

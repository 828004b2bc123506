import Import
import Testing

@Suite struct MarkdownFromHTMLTests {
  @Test(arguments: [
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("<p>A <em>very </em>long <strong>way</strong></p>", "A *very* long **way**"),
    ("<p>H<sub>2</sub>O, 10<sup>3</sup></p>", "H~2~O, 10^3^"),
    ("one<br />two", "one\\\ntwo"),
    ("<ul><li>a</li><li>b</li></ul>", "- a\n\n- b"),
    ("<ol><li>a</li><li>b</li></ol>", "1. a\n\n2. b"),
    ("<blockquote><p>said</p></blockquote>", "> said"),
    (
      #"see <a href="https://example.org/a?b=1&amp;c=2">here</a>"#,
      "see [here](<https://example.org/a?b=1&c=2>)"
    ),
    (
      #"<a data-href="https://a.example/" title="href=https://b.example/ > c" href = 'https://c.example/'>x</a>y"#,
      "[x](<https://c.example/>)y"
    ),
    ("AT&amp;T &gt; 3 &nbsp;%", "AT&T \\> 3 \u{A0}%"),
    ("<i>a</i><em>b</em> <b>c</b><b>d</b>", "*ab* **cd**"),
    ("<i>a</i> <i>b</i>", "*a* *b*"),
    (
      "<p>1998. A year</p><p>- x</p><p>(1) y</p><p>| z</p>",
      "1998\\. A year\n\n\\- x\n\n(1\\) y\n\n\\| z"
    ),
    ("<ul><li><p>1. a</p><ul><li>b</li></ul></li></ul>", "- 1\\. a\n\n   - b"),
    ("$a$, @b, {c}", "\\$a\\$, \\@b, \\{c\\}"),
    ("5 * 3 = [15]", "5 \\* 3 = \\[15\\]"),
    ("<h1>One</h1><h3>Two</h3>x", "## One\n\n### Two\n\nx"),
    (
      "<table><tr><th>a</th><th>b|c</th></tr><tr><td><p>1</p></td></tr></table>",
      "| a | b\\|c |\n| --- | --- |\n| 1 |"
    ),
    ("<pre><b>x</b> &lt;y&gt;\n z</pre>", "```\nx <y>\n z\n```"),
  ]) func keepsTheMeaning(html: String, markdown expected: String) {
    #expect(markdown(fromHTML: html) == expected)
  }

  @Test(arguments: [
    ("a<script>alert(1)</script>b", "ab"),
    (#"<a href="javascript:alert(1)">x</a>"#, "x"),
    ("<p onclick=\"x()\">text</p>", "text"),
    ("1 < 2 and <unclosed", "1 \\< 2 and \\<unclosed"),
    ("<!-- hidden -->shown", "shown"),
  ]) func lets(html: String, become expected: String) {
    #expect(markdown(fromHTML: html) == expected)
  }

  @Test func namesImagesAsItIsTold() {
    #expect(
      markdown(fromHTML: #"<img alt="A [map]" src="a/map.png"><img src="b.png">"#) {
        $0 == "a/map.png" ? "map.png" : nil
      } == "![A map](<map.png>)")
  }
}

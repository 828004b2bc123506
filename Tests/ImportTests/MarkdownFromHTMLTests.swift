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
    ("AT&amp;T &gt; 3 &nbsp;%", "AT&T \\> 3 \u{A0}%"),
    ("5 * 3 = [15]", "5 \\* 3 = \\[15\\]"),
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
}

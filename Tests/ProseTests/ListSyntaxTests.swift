import Prose
import Reporting
import Testing

/// Lists that count as only pandoc does.
@Suite struct ListSyntaxTests {
  private func html(_ markdown: String) -> String {
    var report = Report()
    let document = Document(reading: Array(markdown.utf8), path: "a.md", report: &report)
    return String(decoding: document.html().body, as: UTF8.self)
  }

  @Test(arguments: [
    ("(1) x\n(2) y\n", "<ol>"), ("a) x\nb) y\n", "<ol style=\"list-style-type:lower-alpha\">"),
    ("(i) x\n(ii) y\n", "<ol style=\"list-style-type:lower-roman\">"),
    ("a. x\nb. y\n", "<ol style=\"list-style-type:lower-alpha\">"),
    ("h. x\ni. y\n", "<ol start=\"8\" style=\"list-style-type:lower-alpha\">"),
    ("IV)  x\nV)  y\n", "<ol start=\"4\" style=\"list-style-type:upper-roman\">"),
    ("A.  x\nB.  y\n", "<ol style=\"list-style-type:upper-alpha\">"),
    ("۱۔ x\n۲۔ y\n", "<ol style=\"list-style-type:persian\">"),
    ("1۔ x\n2۔ y\n", "<ol>"),
    ("۹. x\n۱۰. y\n", "<ol start=\"9\" style=\"list-style-type:persian\">"),
    ("(۱) x\n(۲) y\n", "<ol style=\"list-style-type:persian\">"),
    ("١- x\n٢- y\n", "<ol style=\"list-style-type:arabic-indic\">"),
    ("٣) x\n٤) y\n", "<ol start=\"3\" style=\"list-style-type:arabic-indic\">"),
  ])
  func countsAsTheAuthorDoes(markdown: String, begin: String) {
    #expect(html(markdown) == "\(begin)\n<li>x</li>\n<li>y</li>\n</ol>\n")
  }

  @Test(arguments: [
    "a. Only one.\n", "B. Russell and\nC. Peirce.\n", "So (1) x and\n(2) y.\n",
    "It is\n(1) x and\n(2) y.\n", "(1) x\n(3) y\n", "e.g. this\ni.e. that\n",
    "۱۹۴۷۔ میں\nآزادی\n", "۱۲-۱۵ جون\n۱۳-۱۶ جون\n", "۱۔ x\n۲. y\n", "۱۔ x\n٢۔ y\n", "a- x\nb- y\n",
  ])
  func leavesSentencesAlone(markdown: String) {
    #expect(html(markdown) == "<p>\(markdown.dropLast())</p>\n")
  }

  @Test func endsAListWithTheNextParagraph() {
    #expect(
      html("(1) x\n\n    more\n\n(2) y\n\nText\n(3) z\n") == """
        <ol>
        <li>
        <p>x</p>
        <p>more</p>
        </li>
        <li>
        <p>y</p>
        </li>
        </ol>
        <p>Text
        (3) z</p>

        """)
  }
}

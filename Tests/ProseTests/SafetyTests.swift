import Foundation
import Prose
import Reporting
import Testing

/// Nothing an author writes may run on a reader's machine, or stop the build.
@Suite struct SafetyTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpora/hostile").standardized

  private static var isThere: Bool { FileManager.default.fileExists(atPath: corpus.path) }

  private func render(_ markdown: [UInt8]) -> String {
    var report = Report()
    let document = Document(reading: markdown, path: "a.md", report: &report)
    let html = document.html()
    return String(decoding: html.body + html.notes, as: UTF8.self)
  }

  /// What in some HTML could run: tags that are not ours, attributes that are not, addresses.
  private func dangers(in html: String) -> [String] {
    var dangers: [String] = []
    var rest = Array(html.utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(open + 1)...]
      let tag = rest.prefix { $0 != UInt8(ascii: ">") }
      let begin = tag.drop { $0 == UInt8(ascii: "/") }
      let name = begin.prefix { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
      if !Self.tags.contains(text(name)) { dangers.append("<\(text(tag))>") }
      dangers += attributes(of: begin.dropFirst(name.count)).compactMap { key, value in
        if !Self.attributes.contains(key) { return "\(key) in <\(text(tag))>" }
        guard key == "href" || key == "src" else { return nil }
        return isSafe(value, isImage: key == "src") ? nil : value
      }
    }
    return dangers
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Reads `a="b" c` as a browser does; values of ours are always in quotation marks.
  private func attributes(of tag: ArraySlice<UInt8>) -> [(String, String)] {
    var attributes: [(String, String)] = []
    var rest = tag
    while true {
      rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      let key = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") }
      guard !key.isEmpty else { return attributes }
      rest = rest.dropFirst(key.count)
      guard rest.starts(with: "=\"".utf8) else {
        attributes.append((text(key), ""))
        continue
      }
      let value = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
      attributes.append((text(key), text(value)))
      rest = rest.dropFirst(value.count + 3)
    }
  }

  private func isSafe(_ address: String, isImage: Bool) -> Bool {
    let text = address.replacing("&amp;", with: "&").lowercased()
    // Anything that cannot stand in a scheme makes what is before the colon a path.
    guard let colon = text.firstIndex(of: ":") else { return true }
    return switch text[..<colon] {
    case "javascript", "vbscript", "livescript", "file", "blob": false
    case "data": isImage && text.hasPrefix("data:image/") && !text.contains("svg")
    default: true
    }
  }

  private static let tags: Set<String> = [
    "a", "abbr", "aside", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em",
    "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "mark", "ol", "p",
    "pre", "q", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead",
    "tr", "u", "ul",
  ]

  private static let attributes: Set<String> = [
    "alt", "aria-label", "aria-labelledby", "class", "dir", "height", "href", "id", "lang",
    "loading", "role", "scope", "src", "start", "style", "tabindex", "title", "translate", "width",
  ]

  private func payloads() throws -> [String] {
    struct Payload: Decodable { var payload: String }
    let decoder = JSONDecoder()
    let purify = try decoder.decode(
      [Payload].self, from: Data(contentsOf: Self.corpus.appending(path: "dompurify-payloads.json"))
    )
    let strings = try decoder.decode(
      [String].self, from: Data(contentsOf: Self.corpus.appending(path: "blns.json")))
    let list = try String(
      decoding: Data(contentsOf: Self.corpus.appending(path: "payloadbox-xss-payload-list.txt")),
      as: UTF8.self)
    return purify.map(\.payload) + strings + list.split(separator: "\n").map(String.init)
  }

  @Test(.enabled(if: isThere))
  func letsNoPayloadRun() throws {
    let payloads = try payloads()
    try #require(payloads.count > 7_000)
    for payload in payloads {
      let line = payload.replacing("\n", with: " ")
      let html = render(
        Array(
          """
          \(payload)

          ![\(line)](x.png)

          [a](\(line) "\(line)")

          [b]{title="\(line)"} [@c, \(line)]

          - \(line)
          """.utf8))
      #expect(dangers(in: html) == [], "\(payload)")
    }
  }

  @Test(.enabled(if: isThere))
  func letsNothingInTheCheatSheetRun() throws {
    let sheet = try Data(contentsOf: Self.corpus.appending(path: "owasp-xss-filter-evasion.md"))
    #expect(dangers(in: render(Array(sheet))) == [])
  }

  @Test func findsDangersItself() {
    #expect(dangers(in: "<script>") == ["<script>"])
    #expect(dangers(in: "<p onclick=\"x\">") == ["onclick in <p onclick=\"x\">"])
    #expect(dangers(in: "<a href=\"javascript:x\">") == ["javascript:x"])
  }

  @Test func keepsTrustedHTML() {
    var report = Report()
    let text = Array("<div class=\"x\">\n{{ y }}</div>\n\na <b onclick=\"z\">c</b>\n".utf8)
    let document = Document(
      reading: text, path: "a.md", options: ReadingOptions(trustsHTML: true), report: &report)
    #expect(
      String(decoding: document.html().body, as: UTF8.self)
        == "<div class=\"x\">\n</div>\n<p>a <b onclick=\"z\">c</b></p>\n")
    #expect(report.diagnostics.map(\.code) == ["template-syntax-foreign"])
  }

  @Test func namesPlacesInsideATextThatIsNoUTF8() {
    let text = [UInt8](repeating: 0xF0, count: 5) + Array("```e```{=latex}\n".utf8)
    var report = Report()
    _ = Document(reading: text, path: "a.md", report: &report)
    #expect(report.diagnostics.map(\.code) == ["raw-format-left-out"])
    #expect(report.diagnostics.allSatisfy { $0.range.bytes.upperBound <= text.count })
  }

  @Test func takesDeclarationsWithoutAnEndForText() {
    #expect(
      render(Array("a <![CDATA[ b <!X c <? d".utf8))
        == "<p>a &lt;![CDATA[ b &lt;!X c &lt;? d</p>\n")
    // Whoever looks for the end of each takes a minute for this.
    for opening in ["<!A", "<?A"] {
      let many = render(Array(String(repeating: "a \(opening) ", count: 50_000).utf8))
      #expect(many.hasSuffix("a &lt;\(opening.dropFirst())</p>\n"))
    }
  }

  @Test func leavesOutEnvironmentsWithoutAnEnd() {
    // Whoever looks for the end of each takes a minute for this.
    let many = String(repeating: "\\begin{itemize}\n", count: 50_000)
    #expect(render(Array("\(many)a\n".utf8)).hasSuffix("a</p>\n"))
  }

  @Test func endsListsOfLaTeXThatAreTooDeep() {
    let text =
      String(repeating: "\\begin{quote}\na\n", count: 8)
      + String(repeating: "\\end{quote}\n", count: 8)
    let html = render(Array(text.utf8))
    #expect(html.components(separatedBy: "<blockquote>").count == 7, "six, as deep as LaTeX goes")
  }

  /// Cuts, doubles and swaps pieces of a text that holds all the syntax there is.
  @Test func survivesMutations() {
    let seed = Array(
      """
      # A {#a .b} *c* [@d, p. 3; -@e] @f [p. 1] `g` ``h'' $i$ ^j^ ~k~ [l]{.m} {{n}} {% o %} \\p{q}

      ::: {.r}
      s^[t [u](v){w=x}] ![y](z.png){#fig:1}
      : 2

      | 3 | 4 |
      |---|--:|
      | $5$ | @fig:1 |

      : 6 {#tbl:7}

      +---+---+
      | 8 | 9 |
      +---+---+

      $$a$$ {#eq:b}

      \\begin{align} c \\end{align} <sub>d</sub> <!-- e --> **f [^1]
      :::

      [^1]: g @h
      | i
      | j

      \\begin{itemize}
      \\item[k] \\"l {\\em m}
      \\begin{quote}n\\end{quote}
      \\end{itemize}
      """.utf8)
    var generator = Generator(state: 2024)
    for _ in 0..<500 {
      var text = seed
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let from = Int.random(in: 0..<text.count, using: &generator)
        let to = min(text.count, from + Int.random(in: 1...30, using: &generator))
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: text.removeSubrange(from..<to)
        case 1:
          text.insert(
            contentsOf: text[from..<to], at: Int.random(in: 0..<text.count, using: &generator))
        case 2: text[from] = UInt8.random(in: .min ... .max, using: &generator)
        default:
          text.insert("`[]{}()<>$@:|\\^~*_\n".utf8.randomElement(using: &generator) ?? 0, at: from)
        }
        if text.isEmpty { text = seed }
      }
      #expect(dangers(in: render(text)) == [])
    }
  }

  /// The same numbers in every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}

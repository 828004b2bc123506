import Reporting
import TestSupport
import Testing

@testable import SitePipeline

/// Templates of a site, read with the theme's behind them.
@Suite struct TemplateCompilerTests {
  private func expect(
    _ files: [String: String], _ expected: ExpectedDiagnostic...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectDiagnostics(in: files, expected, sourceLocation: sourceLocation) { files, report in
      let own = files.sorted { $0.key < $1.key }.map { (path: $0.key, bytes: $0.value) }
      _ = TemplateLibrary(own: own, report: &report)
    }
  }

  @Test func takesTheTemplatesOfTheTheme() {
    expect([:])
  }

  @Test func findsANameThatNothingHas() {
    expect(
      ["Templates/keywords.mustache": "{{#keywordGroups}}{{1️⃣heding}}{{/keywordGroups}}\n"],
      .init(
        "1️⃣", "template-name-unknown", "Nothing here has the name 'heding'; did you mean 'heading'?")
    )
  }

  @Test func findsANameThatTheRecordDoesNotHave() {
    expect(
      ["Templates/footer.mustache": "<footer>{{1️⃣page.jurnal}}</footer>\n"],
      .init(
        "1️⃣", "template-name-unknown",
        "Nothing here has the name 'page.jurnal'; did you mean 'journal'?"))
  }

  @Test func findsAPartialThatIsNotThere() {
    expect(
      ["Templates/footer.mustache": "{{> 1️⃣fakts}}\n"],
      .init(
        "1️⃣", "template-partial-missing", "Partial 'fakts' does not exist; did you mean 'facts'?"))
  }

  @Test func refusesAPartialInItself() {
    expect(
      ["Templates/footer.mustache": "{{> 1️⃣footer}}\n"],
      .init("1️⃣", "template-partial-in-itself", "Partial 'footer' takes in itself"))
  }

  @Test func wantsMarkupInThreeBracesAndTextInTwo() {
    expect(
      ["Templates/article-header.mustache": "<h1>{{1️⃣title}}</h1>{{{2️⃣extent}}}\n"],
      .init(
        "1️⃣", "template-markup-escaped", "'title' is markup, which two braces print as text"),
      .init(
        "2️⃣", "template-text-unescaped",
        "'extent' is text, which three braces would print as markup"))
  }

  @Test func wantsASectionForWhatHasNoText() {
    expect(
      ["Templates/article-header.mustache": "{{1️⃣authors}}\n"],
      .init("1️⃣", "template-name-without-text", "'authors' has no text of its own"))
  }

  @Test func findsWhatIsNotClosed() {
    expect(
      ["Templates/footer.mustache": "{{#1️⃣page}}<p>\n"],
      .init("1️⃣", "template-section-unclosed", "Section 'page' is not closed"))
    expect(
      ["Templates/footer.mustache": "1️⃣{{page.journal\n"],
      .init("1️⃣", "template-tag-unclosed", "Tag is not closed"))
    expect(
      ["Templates/footer.mustache": "{{#1️⃣page}}{{/2️⃣pages}}\n"],
      .init(
        "2️⃣", "template-section-mismatched", "'pages' closes a section that is not open",
        notes: [("1️⃣", "'page' is open")]))
  }

  @Test func refusesTagsThatChangeTheSyntax() {
    expect(
      ["Templates/footer.mustache": "1️⃣{{=<% %>=}}2️⃣ <% x %>\n"],
      .init(
        "1️⃣", "template-tag-unknown", "'{{=<% %>=}}' is a tag that templates here do not have"))
  }

  @Test func warnsOfATemplateThatNoPageTakesIn() {
    expect(
      ["Templates/foter.mustache": "1️⃣<footer></footer>\n"],
      .init(
        "1️⃣", "template-unused",
        "No page takes in 'foter.mustache'; did you mean 'footer.mustache'?",
        .warning))
  }

  @Test func knowsFirstAndLastInsideAListOnly() {
    expect(
      ["Templates/footer.mustache": "{{#1️⃣first()}}x{{/first()}}\n"],
      .init("1️⃣", "template-name-unknown", "Nothing here has the name 'first()'"))
  }

  @Test func refusesSectionsWithoutEnd() {
    let open = String(repeating: "{{#page}}", count: 64)
    let close = String(repeating: "{{/page}}", count: 64)
    expect(["Templates/footer.mustache": open + close + "\n"])
    expect(
      ["Templates/footer.mustache": open + "{{#1️⃣page}}{{/page}}" + close + "\n"],
      .init("1️⃣", "template-too-deep", "Section stands in 64 others, more than are read"))
  }

  @Test func refusesAChainOfPartialsWithoutEnd() {
    // The chain begins with the template of the page.
    var files = [
      "Templates/p64.mustache": "\n", "Templates/not-found.mustache": "{{> p1}}{{> p2}}\n",
    ]
    for index in 1..<64 {
      let mark = index == 63 ? "1️⃣" : ""
      files["Templates/p\(index).mustache"] = "{{> \(mark)p\(index + 1)}}\n"
    }
    expect(
      files,
      .init("1️⃣", "template-too-deep", "Partial 'p64' stands in 64 others, more than are read"))
  }

  /// A thousand lines, each moved in by ten thousand spaces.
  @Test func refusesIndentationThatMultiplies() {
    expect(
      [
        "Templates/not-found.mustache":
          "1️⃣" + String(repeating: " ", count: 10_000) + "{{> lines}}\n",
        "Templates/lines.mustache": String(repeating: "x\n", count: 1000),
      ],
      .init(
        "1️⃣", "template-too-large",
        "'not-found' has more than 4000000 bytes of text with its partials"))
  }

  @Test func refusesTwoFilesForOneTemplate() {
    expect(
      ["Templates/footer.mustache": "x\n", "Templates/parts/footer.mustache": "1️⃣y\n"],
      .init(
        "1️⃣", "template-repeated", "'Templates/footer.mustache' is the template 'footer' too"))
  }

  @Test func refusesWhatIsNotUTF8() throws {
    var report = Report()
    _ = TemplateLibrary(own: [("Templates/footer.mustache", [0x78, 0xFF])], report: &report)
    let found = try #require(report.diagnostics.first)
    #expect(found.message == "Byte that is not UTF-8")
    #expect(found.range == SourceRange(path: "Templates/footer.mustache", bytes: 1..<2))
  }

  /// Thirty files that take in the next one twice would be a billion partials.
  @Test func refusesPartialsThatGrowWithoutEnd() {
    var files = ["Templates/p30.mustache": "\n", "Templates/not-found.mustache": "1️⃣{{> p1}}\n"]
    for index in 1..<30 {
      files["Templates/p\(index).mustache"] = "{{> p\(index + 1)}}{{> p\(index + 1)}}\n"
    }
    expect(
      files,
      .init(
        "1️⃣", "template-too-large", "'not-found' has more than 20000 parts with its partials"))
  }
}

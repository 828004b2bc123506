import Reporting
import Testing

/// Mistakes of YAML: nothing that an author wrote may be lost without a word.
@Suite struct YAMLFaultTests {
  @Test func acceptsTheJournalWithoutFault() async {
    #expect(await findings(in: Fault.base).diagnostics == [])
  }

  @Test(arguments: faults) func givesOneMessage(_ fault: Fault) async {
    await fault.check()
  }

  static let faults: [Fault] = [
    .article(
      "title: 20241️⃣: A Review", "yaml-colon-in-text", "': ' in a value without quotes"),
    .article(
      "title: Engine\n1️⃣doi:10.1234/a\npages: 1-2", "yaml-colon-without-space",
      "No space behind the colon of 'doi'"),
    .article(
      "title: 1️⃣\"Engine\nsubtitle: \"Loom\"\ndoi: \"10.1234/a\"\npages: \"1-2\"",
      "yaml-unclosed-quote",
      "Quote that begins here is not closed"),
    .article(
      "title: Engine\nkeywords:\n  - 1️⃣'C\n  - 'D'\n  - 'E'", "yaml-unclosed-quote",
      "Quote that begins here is not closed"),
    .article(
      "title: A Review 1️⃣#2", "yaml-comment-in-text",
      "Text of 'title' ends at ' #', where a comment begins in YAML"),
    .article(
      "title: A Review 1️⃣# 2", "yaml-comment-in-text",
      "Text of 'title' ends at ' #', where a comment begins in YAML"),
    .article(
      "title: A Review 1️⃣# my favourite", "yaml-comment-in-text",
      "Text of 'title' ends at ' #', where a comment begins in YAML", .warning),
    .article(
      "title: A Review\n  of two lines 1️⃣#2", "yaml-comment-in-text",
      "Text of 'title' ends at ' #', where a comment begins in YAML"),
    .article(
      "title: Engine\nkeywords:\n  - C\n  - Ünï 1️⃣#1", "yaml-comment-in-text",
      "Text of 'keywords' ends at ' #', where a comment begins in YAML"),
    .article(
      "title: 1️⃣&Rights of Man", "yaml-anchor",
      "'&Rights' is an anchor in YAML and would be left out of the text"),
    .article(
      "title: 1️⃣!important news", "yaml-tag",
      "'!important' is a tag in YAML and would be left out of the text"),
    .article(
      "title: 1️⃣*Emphasis* first", "yaml-special-character",
      "'*Emphasis*' cannot begin a value without quotes"),
    .article(
      "title: 1️⃣@home", "yaml-special-character", "'@home' cannot begin a value without quotes"),
    .article(
      "title: 1️⃣`code` and more", "yaml-special-character",
      "'`code`' cannot begin a value without quotes"),
    .article(
      "title: 1️⃣%percent", "yaml-special-character",
      "'%percent' cannot begin a value without quotes"),
    .article(
      "title: \"On 1️⃣\\mu\"", "yaml-escape",
      "Backslash in double quotes begins no character that YAML knows"),
    .article(
      "title: \"On 1️⃣\\xi\"", "yaml-escape",
      "Backslash in double quotes begins no character that YAML knows"),
    .article(
      "title: \"On 1️⃣\\alpha1️⃣ rays\"", "yaml-latex-in-quotes",
      "'\\alpha' in double quotes is a control character in YAML; read as LaTeX", .warning),
    .article(
      "title: \"On\\tthe 1️⃣\\nu1️⃣ rays\\nof \\\\rho\"", "yaml-latex-in-quotes",
      "'\\nu' in double quotes is a control character in YAML; read as LaTeX", .warning),
    .article(
      "title: 1️⃣\"Engine", "yaml-unclosed-quote", "Quote that begins here is not closed"),
    .article(
      "title: 1️⃣'It isn''t so", "yaml-unclosed-quote", "Quote that begins here is not closed"),
    .article(
      "title: Engine\n2️⃣doi: 10.1234/a\n1️⃣doi: 10.1234/b", "yaml-duplicate-key",
      "Field 'doi' stands twice", note: "First given here"),
    .article(
      "title: Engine\nauthors:\n  - family: A\n    2️⃣given: B\n    1️⃣given: C",
      "yaml-duplicate-key", "Field 'given' stands twice", note: "First given here"),
    .article(
      "title: Engine\n2️⃣\"doi\": 10.1234/a\n1️⃣doi: 10.1234/b", "yaml-duplicate-key",
      "Field 'doi' stands twice", note: "First given here"),
    .article(
      "title: Engine\nauthors: [{2️⃣family: A, 1️⃣family: B}]", "yaml-duplicate-key",
      "Field 'family' stands twice", note: "First given here"),
    .article(
      "title: Engine\n2️⃣doi: 10.1234/a\n1️⃣DOI: 10.1234/b", "field-given-twice",
      "Field 'DOI' is given a second time", note: "First given here as 'doi'"),
    .article(
      "title: Engine\nauthors:\n1️⃣\t- Ada", "yaml-tab", "Tab in the indentation"),
    .article(
      "title: Engine\nauthor: Ada\n1️⃣\u{A0}\u{A0}doi: 10.1234/a", "yaml-foreign-blank",
      "Indented with a blank that YAML takes for text"),
    .article(
      "title: Engine\nauthors:\n1️⃣\u{A0}\u{A0}- Ada\nlanguage: en", "yaml-foreign-blank",
      "Indented with a blank that YAML takes for text"),
    .article(
      "title: Engine\nabstract: a 1️⃣\u{8} b", "yaml-control-character",
      "Control character in the fields"),
    .article(
      "title: Engine\nauthors:\n  - Ada\n 1️⃣doi: 10.1234/a", "yaml-indentation",
      "Line does not go on with what stands above it"),
    .article(
      "title: Engine\nkeywords:\n  - looms\n  1️⃣engines: x", "yaml-indentation",
      "Line does not go on with what stands above it"),
    .article(
      "title: Engine\nabstract: >\n  It weaves.\n1️⃣It counts.1️⃣\nIt plays.", "yaml-colon-missing",
      "Line without the colon that a field has"),
    .article(
      "title: Engine\nauthors:\n  - 1️⃣family Lovelace1️⃣\n    given: Ada", "yaml-colon-missing",
      "Line without the colon that a field has"),
    .article(
      "1️⃣title Engine1️⃣\nauthor: Ada", "yaml-colon-missing",
      "Line without the colon that a field has"),
    .article(
      "title: “Engine1️⃣: a history”", "yaml-colon-in-text", "': ' in a value without quotes"),
    .article(
      "title: Engine\nkeywords: 1️⃣- looms", "yaml-syntax",
      "Not readable as YAML: block sequence entries are not allowed in this context"),
    .article(
      "title: 'It1️⃣'1️⃣s so'", "yaml-quote-in-quotes",
      "Quote or apostrophe inside the quotes ends the value"),
    .article(
      "title: \"The 1️⃣\"1️⃣Engine\"\"", "yaml-quote-in-quotes",
      "Quote or apostrophe inside the quotes ends the value"),
    .article(
      "title: Engine\nkeywords: 1️⃣[looms, engines\nlanguage: en", "yaml-unclosed-bracket",
      "Bracket that begins here is not closed"),
    .article(
      "title: Engine\nkeywords: 1️⃣[looms, engines", "yaml-unclosed-bracket",
      "Bracket that begins here is not closed"),
    .article(
      "title: Engine\n1️⃣[a, b]: c", "yaml-key-not-text", "Field name is no text"),
    .article(
      "title: [Draft] 1️⃣Engine", "yaml-text-after-bracket",
      "Text behind a closing bracket or quote is no part of the value"),
    .article(
      "title: \"Engine\" 1️⃣and more", "yaml-text-after-bracket",
      "Text behind a closing bracket or quote is no part of the value"),
    .article(
      "title: 1️⃣[Draft]", "field-wrong-kind", "'title' takes text, not a list"),
    .article(
      "title: A\nauthor: B\nlanguage: 1️⃣[en]", "field-wrong-kind",
      "'language' takes one value, not a list"),
    .article(
      "title: A\nauthor: B\ncopyright: 1️⃣{year: 2024}", "copyright-holder-missing",
      "Copyright has no holder"),
    .article(
      "title: A\nauthors: [B, 1️⃣\" \"]", "field-empty", "A text of 'authors' is empty", .warning),
    .article(
      "title: Engine\nkeywords:\n  - 1️⃣Pakistan: history", "field-wrong-kind",
      "'keywords' takes text, not a set of fields"),
    .files(
      ["issues/1/a.md": "1️⃣+++\ntitle = \"Engine\"\n+++\n"], "front-matter-foreign",
      "Fields stand in TOML, which is not read"),
    .files(
      ["issues/1/a.md": "1️⃣# Engine\n\nText.\n"], "front-matter-missing",
      "File does not begin with its fields between two lines '---'"),
    .files(
      ["issues/1/a.md": "1️⃣---\ntitle: Engine\n\nText.\n"], "front-matter-unclosed",
      "Fields that begin here have no closing line '---'"),
    .files(
      ["issues/1/a.md": "---\n1️⃣Engine by an author\n---\n"], "front-matter-no-fields",
      "No fields of the form 'name: value' between the lines '---'"),
    .files(
      ["journal.yml": "title: Journal\n", "issues/1/issue.yml": "1️⃣- 2024\n"],
      "file-without-fields", "File has no fields of the form 'name: value'"),
  ]

  @Test(arguments: [
    (
      "title: “Engine: a history”",
      "Put straight quotes (\") round the value: curly ones are part of the text"
    ),
    (
      "title: Engine: a history",
      "Put the value in quotes, or begin the line where the one above begins"
    ),
    ("title: \"Engine\" and loom", "Put the whole value in single quotes"),
    ("title: 'Engine' and loom", "Put the whole value in double quotes"),
    ("title: [Engine] and loom", "Put the whole value in quotes"),
  ])
  func saysWhichQuotesHelp(_ field: String, hint: String) async {
    let report = await findings(
      in: Fault.base.merging(["issues/1/a.md": "---\n\(field)\n---\n"]) { $1 })
    #expect(report.diagnostics.map(\.hint) == [hint])
  }

  @Test func namesTheByteThatIsNotUTF8() async {
    var files = Fault.base.mapValues { Array($0.utf8) }
    files["issues/1/a.md"] = Array("---\ntitle: caf".utf8) + [0xE9] + Array("\n---\n".utf8)
    let report = await findings(in: files)
    #expect(report.diagnostics.map(\.code) == ["file-not-utf8"])
    #expect(report.diagnostics.map(\.range.bytes) == [14..<15])
  }

  @Test func reportsEveryDuplicateOfAFile() async {
    let report = await findings(
      in: Fault.base.merging([
        "issues/1/a.md":
          "---\ntitle: A\ntitle: B\ndoi: 10.1234/a\ndoi: 10.1234/b\npages: 9-3\n---\n"
      ]) { $1 })
    #expect(
      report.sorted.map(\.code)
        == ["yaml-duplicate-key", "yaml-duplicate-key", "page-range-reversed"])
  }

  @Test func reportsEachPlaceOfAFieldAfterItsFirst() async {
    let text = "---\ntitle: A\ntitle: B\nauthor: Ada\ntitle: C\n---\n"
    let report = await findings(in: Fault.base.merging(["issues/1/a.md": text]) { $1 })
    #expect(report.diagnostics.map(\.code) == ["yaml-duplicate-key", "yaml-duplicate-key"])
    #expect(report.diagnostics.map(\.range.bytes) == [13..<18, 34..<39])
    #expect(report.diagnostics.flatMap(\.notes).map(\.range.bytes) == [4..<9, 4..<9])
  }

  @Test func reportsEveryFieldOfAFileThatYAMLRefuses() async {
    let report = await findings(
      in: Fault.base.merging([
        "issues/1/a.md": """
        ---
        title: Engine: a history
        subtitle: 'It's so'
        authors: &a
          - family: Lovelace
           given: Ada
        editors: *a
        keywords: [looms
        license: !free
        doi:10.1234/a
        pages: 9-3
        pages: 1-2
        ---
        """
      ]) { $1 })
    #expect(
      report.sorted.map(\.code) == [
        "yaml-colon-in-text", "yaml-quote-in-quotes", "yaml-indentation", "yaml-unclosed-bracket",
        "yaml-tag", "yaml-colon-without-space", "yaml-duplicate-key",
      ])
  }

  @Test func refusesAliasesThatGrowWithoutBound() async {
    var text = "title: Engine\na: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (name, next) in zip("abcdefgh", "bcdefghi") {
      text +=
        "\(next): &\(next) [" + Array(repeating: "*\(name)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    let report = await findings(
      in: Fault.base.merging(["issues/1/a.md": "---\n\(text)---\n"]) { $1 })
    #expect(report.diagnostics.map(\.code) == ["yaml-too-many-values"])
  }

  @Test func refusesAliasesThatNestWithoutBound() async {
    let (open, close) = (String(repeating: "[", count: 900), String(repeating: "]", count: 900))
    let text = "title: Engine\na: &a \(open)x\(close)\nb: \(open)*a\(close)\n"
    let report = await findings(
      in: Fault.base.merging(["issues/1/a.md": "---\n\(text)---\n"]) { $1 })
    #expect(report.diagnostics.map(\.code) == ["yaml-too-many-values"])
  }

  @Test func countsWhatAliasesRepeat() async {
    let text = (1...20).map { "  &a\($0) Loom \($0), *a\($0), *a\($0)" }
    let fields = "title: Engine\nauthor: Ada\nkeywords: [\n\(text.joined(separator: ",\n"))]\n"
    let report = await findings(
      in: Fault.base.merging(["issues/1/a.md": "---\n\(fields)---\n"]) { $1 })
    #expect(report.diagnostics.filter { $0.code == "yaml-too-many-values" } == [])
  }

  @Test func refusesMetadataOfMoreThanAMegabyte() async {
    let text = "title: Engine\nabstract: \(String(repeating: "word ", count: 1 << 18))\n"
    let report = await findings(
      in: Fault.base.merging(["issues/1/a.md": "---\n\(text)---\n"]) { $1 })
    #expect(report.diagnostics.map(\.code) == ["yaml-too-large"])
  }

  @Test func refusesBracketsWithoutEnd() async {
    let brackets = String(repeating: "[", count: 20_000)
    let report = await findings(
      in: Fault.base.merging(["issues/1/a.md": "---\ntitle: \(brackets)\n---\n"]) { $1 })
    #expect(report.diagnostics.map(\.code) == ["yaml-too-deep"])
  }

  @Test func placesAnEscapeThatTheFileCutsOff() async {
    let text = "title: \"Acta \\"
    let report = await findings(in: Fault.base.merging(["journal.yml": text]) { $1 })
    #expect(report.diagnostics.map(\.code) == ["yaml-escape"])
    #expect(report.diagnostics.map(\.range.bytes.upperBound) == [text.utf8.count])
  }
}

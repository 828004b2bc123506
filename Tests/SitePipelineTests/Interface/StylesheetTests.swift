import Bibliography
import CSL
import Foundation
import JournalModel
import Testing
import Theme

@testable import SitePipeline

@Suite struct StylesheetTests {
  @Test func leavesOutCommentsAndNeedlessSpace() {
    let source = """
      /* a comment; with } marks */
      a :hover , b > i { margin : 0 auto ; width: calc(1em + 2px) }
      @media (width >= 56em) { p::after { content: "a  /* b */ \\" }" ; } }
      """
    #expect(
      minified(source)
        == #"a :hover,b>i{margin :0 auto;width:calc(1em + 2px)}"#
        + #"@media (width>=56em){p::after{content:"a  /* b */ \" }"}}"# + "\n")
  }

  @Test func putsTheHueOfTheJournalLast() {
    let sheet = Stylesheet(theme: Array(":root{--hue:28}".utf8), rules: Array("a{}".utf8), hue: 200)
    #expect(String(decoding: sheet.bytes, as: UTF8.self) == ":root{--hue:28}a{}:root{--hue:200}\n")
  }

  @Test func staysSmall() throws {
    let rules = try #require(Theme.assets.first { $0.name == "style.css" }).bytes
    let sheet = Stylesheet(theme: try asset("themes/rubric.css"), rules: rules, hue: 28)
    #expect(sheet.bytes.count <= 17 * 1024)
  }

  /// Directions are logical, so that one stylesheet serves both directions of script; numbers in
  /// tables end at the right in both.
  @Test(arguments: styles) func namesNoPhysicalSide(path: String) throws {
    let sheet = String(decoding: try asset(path), as: UTF8.self)
    let words = minified(sheet).replacing(".num{text-align:right", with: "")
      .split { !$0.isLetter && $0 != "-" }
    let physical = words.filter { word in
      !word.starts(with: "--") && !word.starts(with: "csl-")
        && word.split(separator: "-").contains { ["left", "right"].contains($0) }
    }
    #expect(physical.isEmpty)
  }

  /// WeasyPrint stops at the logical values of `float`, which browsers know.
  @Test func paperHasNoLogicalFloats() throws {
    let sheet = String(decoding: try asset("galley/paper.css"), as: UTF8.self)
    #expect(sheet.contains(".formula > span"))
    #expect(!sheet.contains("float: inline"))
  }

  @Test(arguments: styles) func fetchesNothing(path: String) throws {
    let sheet = String(decoding: try asset(path), as: UTF8.self)
    #expect(!sheet.contains("url("))
    #expect(!sheet.contains("@import"))
    #expect(!sheet.contains("@font-face"))
  }

  @Test(arguments: [
    (Journal.Theme(), "--hue:28;"), (Journal.Theme(preset: .lapis), "--hue:258;"),
    (Journal.Theme(preset: .cypress, hue: 320), ":root{--hue:320}\n"),
  ])
  func takesTheThemeThatTheJournalNames(theme: Journal.Theme, token: String) throws {
    var journal = Journal(title: Localized("Acta", in: .english), languages: [.english])
    journal.facts.theme = theme
    let assets = Asset.all(for: journal, own: [])
    let sheet = try #require(assets.first { $0.name.hasPrefix("style.") })
    #expect(String(decoding: sheet.bytes, as: UTF8.self).contains(token))
    let own = Array(":root{--hue:1}".utf8)
    let mine = Asset.all(for: journal, own: [(path: "Templates/assets/theme.css", bytes: own)])
    #expect(
      mine.first { $0.name.hasPrefix("style.") }?.bytes.starts(with: own) == true)
  }

  /// One preset stands for another, so all set the same.
  @Test(arguments: styles.filter { $0.hasPrefix("themes/") })
  func presetsSetEveryTokenOfTheTheme(path: String) throws {
    #expect(tokens(try asset(path)) == tokens(try asset("themes/rubric.css")))
  }

  @Test(arguments: ["article.js", "moved.js", "search.js"])
  func scriptsNeedNoneOfTheRightsOfInlineCode(
    name: String
  ) throws {
    let script = String(decoding: try asset("assets/\(name)"), as: UTF8.self)
    for forbidden in ["eval(", "new Function", "innerHTML =", ".style.", "http://", "https://"] {
      #expect(!script.contains(forbidden))
    }
  }

  /// What a citation style asks for would be lost on a page without rules for it.
  @Test(arguments: [
    Theme.assets.first { $0.name == "style.css" }?.bytes, Theme.bookStylesheet,
    Theme.paperStylesheet,
  ])
  func hasARuleForWhateverCitationStylesAskFor(bytes: [UInt8]?) throws {
    let formats =
      FormattedText.Style.allCases.map { FormattedText.Format.styled($0) }
      + FormattedText.Display.allCases.map { .display($0) }
    let text = FormattedText(
      [],
      marks: formats.flatMap { format in
        [true, false].map { .init(format, opens: $0, at: 0) }
      })
    let classes = text.html.matches(of: /class="([^"]*)"/).map { String($0.1) }
    #expect(classes.count == 12)
    let sheet = String(decoding: try #require(bytes), as: UTF8.self)
    // What stands in the margin, and beside it, stays in its line.
    for name in classes where !["csl-left-margin", "csl-right-inline"].contains(name) {
      #expect(sheet.contains(".\(name)"))
    }
  }

  private static let styles = [
    "assets/style.css", "assets/citations.css", "themes/rubric.css", "themes/lapis.css",
    "themes/cypress.css",
  ]

  private func tokens(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let name = line.split(separator: ":").first.map { $0.trimmingCharacters(in: .whitespaces) }
      return name.flatMap { $0.hasPrefix("--") ? $0 : nil }
    }
  }

  private func minified(_ source: String) -> String {
    String(
      decoding: Stylesheet(theme: [], rules: Array(source.utf8), hue: nil).bytes, as: UTF8.self)
  }

  private func asset(_ path: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: "Templates/\(path)")))
  }
}

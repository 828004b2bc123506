import Reporting
import TestSupport
import Testing

@testable import SitePipeline

@Suite struct LocaleShelfTests {
  @Test(.enabled(if: TestSite.hasStyles, "needs the package citation-style-language-styles"))
  func hasAnUrduTermForEachOneInEnglish() throws {
    let files = StyleFiles(tree: SourceTree([:]), prefix: "", folders: [])
    func names(_ language: String) throws -> Set<String> {
      let file = try #require(files.locale(language))
      let text = String(decoding: file.bytes, as: UTF8.self)
      return Set(text.matches(of: /<term name="([^"]+)"/).map { String($0.1) })
    }
    // Ordinals each language has for other numbers; a time in a film has no word in English.
    let missing = try names("en-US").subtracting(names("ur")).filter {
      !$0.hasPrefix("ordinal-")
    }
    #expect(missing.sorted() == ["timestamp"])
  }

  @Test func saysOnceThatNoLocaleCanBeFound() {
    let files = StyleFiles(tree: SourceTree([:]), prefix: "", folders: [], system: "nowhere")
    var shelf = LocaleShelf(files: files)
    var report = Report()
    for language in ["en-US", "de"] {
      let found = shelf.locales(
        for: language, at: SourceRange(startOf: "journal.yml"), &report)
      #expect(found.isEmpty)
    }
    #expect(report.diagnostics.map(\.code) == ["citation-locales-missing"])
    #expect(report.diagnostics.map(\.message) == ["No locale of citation styles can be found"])
    #expect(
      report.diagnostics.map(\.hint) == ["Install the package 'citation-style-language-locales'"])
  }
}

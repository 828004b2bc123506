import Reporting
import Testing

@testable import SitePipeline

@Suite struct LocaleShelfTests {
  @Test func saysOnceThatNoLocaleCanBeFound() {
    let files = StyleFiles(tree: SourceTree([:]), prefix: "", folders: [], system: "nowhere")
    var shelf = LocaleShelf(files: files)
    var report = Report()
    for language in ["en-US", "ur"] {
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

import JournalModel
import Reporting
import SitePipeline
import TestSupport
import Testing

@Suite struct FormerRecordTests {
  @Test func readsTheNumbersOfAnImport() async throws {
    let tree = SourceTree([
      "journal.yml": "title: Acta\nlegacy: {ojs-url: 'https://example.org/index.php/acta'}\n",
      "issues/1/issue.yml": "date: 2020\nlegacy: {ojs-id: 7, url-path: first}\n",
      "issues/1/signal.md": """
      ---
      title: Signal
      authors: [A B]
      legacy:
        ojs-id: "17"
        versions: ["18"]
        galleys:
          - id: "3"
            file-id: "4"
            file: signal.pdf
      ---
      """,
    ])
    var report = Report()
    let resolved = try #require(resolve(await load(tree, report: &report), report: &report))
    #expect(report.diagnostics == [])
    #expect(resolved.journal.formerURL == "https://example.org/index.php/acta")
    #expect(resolved.issues.first?.former == FormerRecord(id: "7", urlPath: "first"))
    #expect(
      resolved.articles.first?.former
        == FormerRecord(
          id: "17", versions: ["18"],
          galleys: [.init(id: "3", fileID: "4", fileName: "signal.pdf")]))
  }

  @Test func asksForTheNumber() async {
    let matter = MarkedText(
      "---\ntitle: Signal\nauthors: [A B]\nlegacy: 1️⃣{url-path: signal}\n---\n")
    var report = Report()
    _ = await load(
      SourceTree(["journal.yml": "title: Acta\n", "issues/1/signal.md": matter.text]),
      report: &report)
    let found = report.diagnostics.filter { $0.code == "former-identifier-missing" }
    #expect(found.map(\.range.bytes.lowerBound) == matter.offsets["1️⃣"])
  }
}

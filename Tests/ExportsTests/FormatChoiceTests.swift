import Exports
import JournalModel
import Reporting
import Testing

@Suite struct FormatChoiceTests {
  private func choice(
    _ asked: [String]?, _ change: (inout Journal.Facts) -> Void = { _ in }
  ) throws -> (formats: Set<ExportFormat>, report: [String]) {
    var journal = try SampleJournal().resolved.journal
    change(&journal.facts)
    var report = Report()
    let range = SourceRange(startOf: "journal.yml")
    let formats = journal.exportFormats(
      asked: asked?.map { Located($0, at: range) }, at: range, report: &report)
    return (formats, report.diagnostics.map { "\($0.severity) \($0.code.rawValue) \($0.message)" })
  }

  @Test func takesAllThatCanBe() throws {
    let all = try choice(nil)
    #expect(all.formats == Set(ExportFormat.allCases))
    #expect(all.report.isEmpty)
  }

  @Test func takesThoseAskedFor() throws {
    #expect(try choice(["bib", "jats"]).formats == [.bib, .jats])
  }

  @Test func reportsAnUnknownName() throws {
    let choice = try choice(["bib", "endnote"])
    #expect(choice.formats == [.bib])
    #expect(choice.report == ["error format-unknown No format has the name 'endnote'"])
  }

  @Test func leavesOutWhatNeedsAnISSNWithOneMessage() throws {
    let choice = try choice(["bib", "jats", "doaj", "crossref"]) { $0.issn = .init() }
    #expect(choice.formats == [.bib])
    #expect(
      choice.report == [
        "warning issn-missing Without an ISSN there are no JATS, Crossref deposits and DOAJ records"
      ])
  }

  @Test func leavesOutQuietlyWhatNobodyNamed() throws {
    let choice = try choice(nil) { journal in
      journal.issn = .init()
      journal.url = nil
    }
    #expect(choice.formats == [.html, .bib, .ris, .enw, .cslJSON, .lockss, .manifest])
    #expect(choice.report.isEmpty)
  }

  @Test func leavesOutWhatNeedsAnAddressWithOneMessage() throws {
    let choice = try choice(["bib", "sitemap", "feeds", "jats"]) { $0.url = nil }
    #expect(choice.formats == [.bib, .jats])
    #expect(
      choice.report == [
        "warning url-missing Without the journal's address there are no sitemap and feeds"
      ])
  }
}

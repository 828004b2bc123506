import ArgumentParser
import Testing

@testable import SitePipeline
@testable import fascicle

@Suite struct CheckCommandTests {
  @Test func setsTheMarksUnderEachOther() {
    let rows: [CheckOutcome.Row] = [
      .init(title: "Google Scholar", status: "✓"), .init(title: "JATS", status: "– no ISSN"),
    ]
    #expect(CheckCommand.table(rows) == "Google Scholar  ✓\nJATS            – no ISSN\n")
    #expect(CheckCommand.table([]).isEmpty)
  }

  @Test func refusesWhatCannotBeChecked() {
    #expect(throws: (any Error).self) { try CheckCommand.parse(["--only", "links,moons"]) }
  }
}

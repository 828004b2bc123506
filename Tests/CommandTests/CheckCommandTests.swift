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

  @Test(arguments: [
    (["--only", "links,moons"], "'moons' cannot be checked; what can is "),
    (["--only", ""], "--only names nothing; what can be checked is "),
    (["--csl-path", "/no/such"], "--csl-path '/no/such' is no folder: check its name."),
  ]) func refusesWhatCannotBeChecked(arguments: [String], message: String) {
    let error = #expect(throws: (any Error).self) { try CheckCommand.parse(arguments) }
    #expect(error.map { CheckCommand.message(for: $0).hasPrefix(message) } == true)
  }

  @Test(arguments: ["", ","]) func refusesABuildInNoFormat(formats: String) {
    let error = #expect(throws: (any Error).self) {
      try BuildCommand.parse(["--formats", formats])
    }
    #expect(
      error.map { BuildCommand.message(for: $0) }
        == "--formats names none; write --formats bib,ris,jats.")
  }

  @Test func refusesABuildInAFormatThatIsNone() {
    let error = #expect(throws: (any Error).self) {
      try BuildCommand.parse(["--formats", "bib,endnote"])
    }
    #expect(
      error.map { BuildCommand.message(for: $0) }?
        .hasPrefix("No format has the name 'endnote'; choose from html, bib, ris, enw, ") == true)
  }
}

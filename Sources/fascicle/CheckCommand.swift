import Foundation
import ArgumentParser
import Reporting
import SitePipeline

/// `fascicle check`: a build that writes nothing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks for everything that is wrong, and writes nothing.",
    discussion: """
      A table says for each reader of the journal (Google Scholar, DOAJ, Crossref and others) \
      whether it will be content; what is wrong follows with its place.
      """)

  @OptionGroup var journal: JournalOptions
  @OptionGroup var report: ReportOptions

  @Option(
    help: ArgumentHelp(
      "The lines of the table to look at, separated by commas, such as doaj,crossref.",
      discussion: "One or more of: \(CheckOutcome.subjects.joined(separator: ", ")).",
      valueName: "list"))
  var only: String?

  private var subjects: [String]? {
    only?.split(separator: ",").map { String($0.filter { $0 != " " }) }
  }

  func validate() throws {
    for name in subjects ?? [] where !CheckOutcome.subjects.contains(name) {
      throw ValidationError(
        "No line has the name '\(name)'. There are: "
          + CheckOutcome.subjects.joined(separator: ", ") + ".")
    }
  }

  func run() async throws {
    throw await result(on: .current)
  }

  func result(on terminal: Terminal) async -> CommandResult {
    let options = journal.buildOptions(strict: report.strict, writes: false)
    let subjects = subjects
    let outcome = await terminal.showingProgress("Checking") {
      await check(options, only: subjects)
    }
    let printed = PrintedReport(outcome.report, source: journal.source, options: report)
    return printed.result(saying: Self.table(outcome.rows), on: terminal)
  }

  /// One line for each reader, the marks under each other.
  static func table(_ rows: [CheckOutcome.Row]) -> String {
    let width = rows.map(\.title.count).max() ?? 0
    return rows.map { row in
      row.title + String(repeating: " ", count: width + 2 - row.title.count) + row.status + "\n"
    }.joined()
  }
}

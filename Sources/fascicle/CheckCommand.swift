import ArgumentParser
import Reporting
import SitePipeline

/// `fascicle check`: a build that writes nothing, and what the readers of a journal ask of it.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks for everything that is wrong, and writes nothing.",
    discussion: """
      The table has a line for each reader of the journal: Google Scholar, DOAJ, Crossref and \
      others. ✓ is well, ⚠ can be published, ✗ has to be mended, – cannot be had, and why. What is \
      missed is named above the table, with its place and cure.
      """)

  @OptionGroup var journal: JournalOptions
  @OptionGroup var report: ReportOptions

  @Option(
    help: ArgumentHelp(
      "Look only at these: \(CheckOutcome.subjects.joined(separator: ", ")).",
      valueName: "list"))
  var only: String?

  func validate() throws {
    let subjects = CheckOutcome.subjects.joined(separator: ", ")
    if names?.isEmpty == true {
      throw ValidationError("--only names nothing; what can be checked is \(subjects).")
    }
    for name in names ?? [] where !CheckOutcome.subjects.contains(name) {
      throw ValidationError("'\(name)' cannot be checked; what can is \(subjects).")
    }
  }

  func run() async throws {
    throw await result(on: .current)
  }

  func result(on terminal: Terminal) async -> CommandResult {
    let options = journal.buildOptions(strict: report.strict, writes: false)
    let names = names
    let outcome = await terminal.showingProgress("Checking") {
      await SitePipeline.check(options, only: names)
    }
    let printed = PrintedReport(outcome.report, source: journal.source, options: report)
    return printed.result(saying: Self.table(outcome.rows), on: terminal)
  }

  private var names: [String]? {
    only?.split(separator: ",").map { String($0.filter { $0 != " " }) }
  }

  static func table(_ rows: [CheckOutcome.Row]) -> String {
    let width = rows.map(\.title.count).max() ?? 0
    return rows.map { row in
      let blanks = String(repeating: " ", count: width - row.title.count)
      return "\(row.title)\(blanks)  \(row.status)\n"
    }.joined()
  }
}

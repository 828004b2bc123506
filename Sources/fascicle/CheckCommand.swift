import Foundation
import ArgumentParser
import Reporting
import SitePipeline

/// `fascicle check`: a build that writes nothing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks for everything that is wrong, and writes nothing.")

  @OptionGroup var journal: JournalOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    throw await result(on: .current)
  }

  func result(on terminal: Terminal) async -> CommandResult {
    let options = journal.buildOptions(strict: report.strict, writes: false)
    let outcome = await terminal.showingProgress("Checking") { await build(options) }
    let printed = PrintedReport(outcome.report, source: journal.source, options: report)
    return printed.result(
      saying: outcome.report.isEmpty ? "No problems found.\n" : "", on: terminal)
  }
}

import Foundation
import ArgumentParser
import SitePipeline

/// `fascicle build`: writes the site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Writes the journal's site into the folder Output.",
    discussion: """
      Only files that differ are written. When something is wrong, nothing is written and the \
      site stays as it was.
      """)

  enum Links: String, ExpressibleByArgument, CaseIterable { case folders, files }

  @OptionGroup var journal: JournalOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var galleys: GalleyFlags

  @Option(
    help: """
      'folders' for a web host (links end in /), 'files' for a copy that is read from disk (links \
      end in index.html).
      """)
  var links = Links.folders

  @Option(
    help: ArgumentHelp(
      "The machine-readable formats to write, separated by commas, such as bib,ris,jats.",
      valueName: "list"))
  var formats: String?

  @Flag(
    help: """
      Note the pages of this build in Content/published.txt, as what the world has seen. Do it \
      when you publish.
      """)
  var record = false

  func run() async throws {
    throw await result(on: .current)
  }

  func result(on terminal: Terminal) async -> CommandResult {
    let options = options
    let outcome = await terminal.showingProgress("Building") { await build(options) }
    let printed = PrintedReport(outcome.report, source: journal.source, options: report)
    return printed.result(
      saying: outcome.isWritten ? BuildWords(outcome, folder: journal.outputFolder).text : "",
      fails: !outcome.isWritten, on: terminal)
  }

  private var options: BuildOptions {
    var options = journal.buildOptions(strict: report.strict)
    options.links = links == .files ? .files : .folders
    options.formats = formats.map { list in
      Set(list.split(separator: ",").map { String($0.filter { $0 != " " }) })
    }
    options.records = record
    options.galleys = galleys.options
    return options
  }
}

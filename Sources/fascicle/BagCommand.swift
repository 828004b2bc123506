import ArgumentParser
import Foundation
import Reporting
import SitePipeline

/// `fascicle bag`: the site as a package for archives.
struct BagCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bag",
    abstract: "Builds the site and packs it for an archive.",
    discussion: """
      The package is a folder in the form of BagIt (RFC 8493), which libraries and archives take: \
      the whole site, with a checksum for every file. For instance: fascicle bag moon-studies-2025
      """)

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "folder"))
  var folder: String

  @OptionGroup var journal: JournalOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    throw await result(on: .current)
  }

  /// Where a build would take the package for content.
  private var contentFolders: [String] {
    let prefix = ContentFolder(in: journal.source)?.prefix ?? ""
    return prefix.isEmpty
      ? ["issues", "pages", "announcements"].map { "\(journal.source)/\($0)" }
      : ["\(journal.source)/\(prefix)"]
  }

  func result(on terminal: Terminal) async -> CommandResult {
    let options = journal.buildOptions(strict: report.strict)
    let outcome = await terminal.showingProgress("Building") { await build(options) }
    var found = outcome.report
    let count =
      outcome.isWritten
      ? writeBag(
        of: journal.outputFolder, to: folder, outside: contentFolders,
        program: "fascicle \(Fascicle.configuration.version)", report: &found) : nil
    let printed = PrintedReport(found, source: journal.source, options: report)
    return printed.result(
      saying: count.map { "\(folder): \($0) files\n" } ?? "", fails: count == nil, on: terminal)
  }
}

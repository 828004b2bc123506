import ArgumentParser
import Foundation
import Preview
import SitePipeline

/// `fascicle serve`: builds, shows the site in the browser and follows changes.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows the journal in your browser and follows every change.",
    discussion: """
      The site is built and shown on this computer alone. Whenever you save a file, it is built \
      again and the open pages load anew. When something is wrong, it is said over the page, and \
      the last good site stays. Stop with Control-C.
      """)

  @OptionGroup var journal: JournalOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var galleys: GalleyFlags

  @Option(help: "The port of the address; without it, the first free one from 8000.")
  var port: UInt16?

  func run() async throws {
    // Whatever else lies in a folder is not to be watched.
    guard ContentFolder(in: journal.source) != nil else {
      throw ContentFolder.missing(in: journal.source)
    }
    let server = PreviewServer(
      site: URL(filePath: journal.outputFolder), sources: watchedFolders,
      passedOver: [URL(filePath: BuiltFolder.deposits.path(in: journal.source))],
      ports: port.map { [$0] } ?? Array(8000..<8020))
    let (journal, report) = (journal, report)
    var options = journal.buildOptions(strict: report.strict)
    options.galleys = galleys.options
    let asked = options
    do {
      try await server.run {
        let outcome = await SitePipeline.build(asked)
        let printed = PrintedReport(outcome.report, source: journal.source, options: report)
        Terminal.print(printed.text(colored: Terminal.current.isWatched), to: .standardError)
        guard outcome.isWritten else { return .failed(report: printed.text(colored: false)) }
        return .built
      } tell: {
        Terminal.print(words(for: $0), to: .standardOutput)
      }
    } catch PreviewServer.Failure.forbiddenPort {
      throw CommandResult(
        errors: "You may not open port \(port ?? 8000): choose one above 1023 with --port.\n",
        code: .usage)
    } catch PreviewServer.Failure.noFreePort {
      throw CommandResult(
        errors: port.map { "Port \($0) is taken: choose another with --port.\n" }
          ?? "All ports from 8000 to 8019 are taken: choose another with --port.\n",
        code: .usage)
    }
  }

  /// What a build reads.
  private var watchedFolders: [URL] {
    [URL(filePath: journal.source)] + journal.cslPaths.map { URL(filePath: $0) }
  }
}

private func words(for event: PreviewServer.Event) -> String {
  switch event {
  case .listening(let url):
    "Open \(url) in your browser. Stop with Control-C.\n"
  case .changed: "A file has changed.\n"
  case .finished(.built): "Built.\n"
  case .finished(.failed): "Not built: the last good site stays.\n"
  }
}

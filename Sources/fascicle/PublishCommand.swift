import ArgumentParser
import Foundation
import Programs
import Publishing
import Reporting
import SitePipeline

/// `fascicle publish`: brings the site to its host.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Builds the site and brings it to its host.",
    discussion: """
      The destination is one of

        rsync:user@host:/var/www/journal   a folder on a machine reached by ssh
        rclone:name:path                   what rclone knows (S3, WebDAV, SFTP …)
        git:REPOSITORY#BRANCH              a branch from which a host serves pages

      What would change is shown first, and you are asked. New files are brought first, then changed \
      ones, and old ones go last, so that readers find whole pages at every moment. When something \
      is wrong, or an address that was published would vanish, nothing is brought.
      """)

  @Argument(help: ArgumentHelp("Where the site goes.", valueName: "destination"))
  var destination: String

  @OptionGroup var journal: JournalOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var galleys: GalleyFlags

  @Flag(help: "Show what would change and stop.")
  var dryRun = false

  @Flag(help: "Do not ask.")
  var yes = false

  func validate() throws { _ = try target }

  func run() async throws {
    throw try await result(on: .current, run: runProgram) { changes in
      // What is printed for programs stays whole.
      let stream: FileHandle = report.format == .json ? .standardError : .standardOutput
      Terminal.print(changes + "Publish this? [y/N] ", to: stream)
      return readLine()?.lowercased().hasPrefix("y") == true
    }
  }

  func result(
    on terminal: Terminal, run: Runner, agrees: (_ changes: String) -> Bool
  ) async throws -> CommandResult {
    let target = try target
    let built = await build(options)
    let printed = PrintedReport(built.report, source: journal.source, options: report)
    guard built.isWritten else { return printed.result(saying: "", fails: true, on: terminal) }
    do throws(ProgramFailure) {
      let words = try publish(to: target, run: run, agrees: agrees)
      let lists: KeyValuePairs = [
        "added": words.changes.added.sorted(), "changed": words.changes.changed.sorted(),
        "removed": words.changes.removed.sorted(),
      ]
      guard words.isPublished else {
        return printed.result(saying: words.text, listing: lists, on: terminal)
      }
      var options = options
      options.records = true
      let recorded = await build(options)
      return PrintedReport(recorded.report, source: journal.source, options: report)
        .result(
          saying: words.text, listing: lists, fails: !recorded.isWritten, on: terminal)
    } catch {
      return CommandResult(
        errors: printed.text(colored: terminal.isWatched) + words(for: error), code: .findings)
    }
  }

  private var target: Destination {
    get throws {
      guard let target = Destination(destination) else {
        throw ValidationError(
          "'\(destination)' is no destination: begin it with rsync:, rclone: or git:.")
      }
      return target
    }
  }

  private var options: BuildOptions {
    var options = journal.buildOptions(strict: report.strict)
    options.galleys = galleys.options
    return options
  }

  private func publish(
    to target: Destination, run: Runner, agrees: (String) -> Bool
  ) throws(ProgramFailure) -> (text: String, changes: UploadChanges, isPublished: Bool) {
    let folder = URL(filePath: journal.outputFolder).standardizedFileURL.path
    let upload = SiteUpload(
      of: folder, to: target,
      cache: URL(filePath: BuiltFolder.cache.path(in: journal.source)).standardizedFileURL.path)
    let changes = try upload.changes(run)
    if changes.isEmpty { return ("Nothing has changed at \(destination).\n", changes, true) }
    if dryRun { return (changes.lines, changes, false) }
    guard yes || agrees(changes.lines) else { return ("Nothing was published.\n", changes, false) }
    try upload.publish(changes, run)
    return ("Published to \(destination).\n", changes, true)
  }
}

private func words(for failure: ProgramFailure) -> String {
  switch failure {
  case .missing(let program):
    "The program '\(program)' is missing: install it and publish again.\n"
  case .refused(let program, let status, let words):
    """
    '\(program)' ended with \(status):
    \(words)
    What stands there is whole. Mend this, and publish again.

    """
  }
}

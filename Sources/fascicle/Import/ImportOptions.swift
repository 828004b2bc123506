import ArgumentParser
import Foundation
import Import
import Reporting
import SitePipeline

/// Where an import goes.
struct ImportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The journal's folder; without it, the one you are in.", valueName: "folder"))
  var source = "."

  @Flag(help: "Replace files that are there already.")
  var overwrite = false

  /// What the journal holds already.
  var present: PresentContent { ContentFolder(in: source)?.present(in: source) ?? .init() }

  /// Writes the files unless the report has an error, and prints both.
  func finish(
    _ files: [ContentFile], from path: String, _ report: Report, options: ReportOptions,
    on terminal: Terminal
  ) -> CommandResult {
    var report = report
    checkNames(of: files, from: path, report: &report)
    let printed = PrintedReport(report, source: ".", options: options)
    guard !printed.hasErrors, !files.isEmpty else {
      return printed.result(saying: "", fails: true, on: terminal)
    }
    let content = ContentFolder(in: source)
    // A journal keeps its own journal.yml: the import knows less about it.
    let files = content == nil ? files : files.filter { $0.path != "journal.yml" }
    let written = ImportedFiles(
      files: files, folder: URL(filePath: source).appending(path: content?.prefix ?? "Content/"),
      overwrites: overwrite
    ).write()
    var result = printed.result(
      saying: written.output, fails: written.code != .success, on: terminal)
    result.errors += written.errors
    return result
  }
}

extension CommandResult {
  /// The file that an import was to read.
  static func unreadable(_ failure: Disk.Failure) -> CommandResult {
    CommandResult(
      errors: """
        \(failure.path) cannot be read: \(failure.reason).
        Name a file that you may read.

        """, code: .findings)
  }
}

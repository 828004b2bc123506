import ArgumentParser
import Foundation
import Reporting
import SitePipeline

/// The findings of a command, ready to be printed.
struct PrintedReport {
  private let report: Report
  private let source: String
  private let format: ReportOptions.Format

  /// The findings of the journal in the folder `source`.
  init(_ report: Report, source: String, options: ReportOptions) {
    self.report = options.strict ? report.strict : report
    self.source = source
    format = options.format
  }

  /// Findings whose paths are seen from the folder the command was called in.
  init(_ report: Report) {
    self.report = report
    source = "."
    format = .text
  }

  var hasErrors: Bool { report.hasErrors }
  var summary: String { report.summary }

  /// The result of a command that has found this and has `words` to say to people, `lists` to
  /// programs.
  func result(
    saying words: String, listing lists: KeyValuePairs<String, [String]> = [:],
    fails: Bool = false, on terminal: Terminal
  ) -> CommandResult {
    let code: ExitCode = hasErrors || fails ? .findings : .success
    switch format {
    case .json:
      return CommandResult(output: relocated.json(with: lists, source: bytes), code: code)
    case .text:
      return CommandResult(output: words, errors: text(colored: terminal.isWatched), code: code)
    }
  }

  /// The findings and how many they are; nothing when there are none.
  func text(colored: Bool) -> String {
    guard !report.isEmpty else { return "" }
    return relocated.text(colored: colored, source: bytes) + summary + "\n"
  }

  /// The same findings with paths as seen from the folder the command was called in.
  private var relocated: Report {
    guard source != "." else { return report }
    return Report(
      report.diagnostics.map {
        var diagnostic = $0
        diagnostic.range.path = path($0.range.path)
        diagnostic.notes = $0.notes.map { .init($0.message, at: relocated($0.range)) }
        return diagnostic
      })
  }

  private func relocated(_ range: SourceRange) -> SourceRange {
    SourceRange(path: path(range.path), bytes: range.bytes)
  }

  private func path(_ path: String) -> String {
    path.hasPrefix("/") ? path : (source.hasSuffix("/") ? source : source + "/") + path
  }

  private func bytes(of path: String) -> [UInt8]? {
    // What came through a pipe is gone.
    let file = URL(filePath: path).resolvingSymlinksInPath()
    guard PlacedFiles.type(of: file) == .typeRegular else { return nil }
    return try? Disk.read(file.path)
  }
}

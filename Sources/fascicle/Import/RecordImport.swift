import ArgumentParser
import Import
import Reporting

/// What every import of a whole record asks for.
struct RecordImport: ParsableArguments {
  @Argument(help: ArgumentHelp("The file to bring in.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The title of the journal, where the file does not tell it.", valueName: "title"))
  var title: String?

  @OptionGroup var target: ImportOptions
  @OptionGroup var report: ReportOptions

  /// Reads the file, writes what `read` makes of it, and prints what was found.
  func result(
    on terminal: Terminal, _ read: ([UInt8], inout Report) -> [ContentFile]
  ) -> CommandResult {
    guard let bytes = bytes(of: file) else { return unreadable(file) }
    var found = Report()
    let files = read(bytes, &found)
    return target.finish(files, from: file, found, options: report, on: terminal)
  }
}

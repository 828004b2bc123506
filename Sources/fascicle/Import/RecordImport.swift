import ArgumentParser
import Import
import Reporting
import SitePipeline

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
    do throws(Disk.Failure) {
      var found = Report()
      let files = read(try Disk.read(file), &found)
      return target.finish(files, from: file, found, options: report, on: terminal)
    } catch {
      return .unreadable(error)
    }
  }
}

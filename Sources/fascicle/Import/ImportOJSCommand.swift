import ArgumentParser
import Import

/// `fascicle import ojs`: an export of Open Journal Systems.
struct ImportOJSCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ojs",
    abstract: "Brings in issues and articles from an export of Open Journal Systems.",
    discussion: """
      In OJS: Tools, Import/Export, Native XML Plugin, Export Issues; all at once or one file after \
      the other. E-mail addresses are left out. For instance: fascicle import ojs export.xml \
      --title "Moon Studies" --old-url https://example.org/index.php/moon

      Save the sitemap of the old site as Content/old-addresses.txt, and every address in it that \
      would lead nowhere is an error.
      """)

  @OptionGroup var record: RecordImport

  @Option(
    help: ArgumentHelp(
      "The journal's address on the old site, so that old links keep working.", valueName: "url"))
  var oldUrl: String?

  func run() async throws {
    throw result(on: .current)
  }

  func result(on terminal: Terminal) -> CommandResult {
    record.result(on: terminal) { bytes, report in
      contentFiles(
        fromOJS: bytes, path: record.file,
        options: OJSImportOptions(
          oldURL: oldUrl, journalTitle: record.title, present: record.target.present),
        report: &report)
    }
  }
}

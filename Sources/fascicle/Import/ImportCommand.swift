import ArgumentParser
import Foundation
import Import
import Reporting

/// `fascicle import`: brings in what another system has exported.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Brings in a journal or an article from another system.",
    subcommands: [
      ImportOJSCommand.self, ImportJATSCommand.self, ImportCrossrefCommand.self,
      ImportListCommand.self, ImportDocumentCommand.self, ImportPaperCommand.self,
    ])
}

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
    _ files: [ContentFile], _ report: Report, options: ReportOptions, on terminal: Terminal
  ) -> CommandResult {
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

/// `fascicle import jats`: one article as JATS XML.
struct ImportJATSCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jats",
    abstract: "Brings in an article from a JATS XML file.",
    discussion: """
      Figures are taken from the folder of the file. For instance: fascicle import jats article.xml \
      --issue 2025-2
      """)

  @Argument(help: ArgumentHelp("The XML file.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The folder name of its issue, such as 2025-2.", valueName: "issue"))
  var issue: String

  @OptionGroup var target: ImportOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    throw result(on: .current)
  }

  func result(on terminal: Terminal) -> CommandResult {
    if let refusal = ContentFolder.refusal(ofIssue: issue, in: target.source) { return refusal }
    guard let bytes = bytes(of: file) else { return unreadable(file) }
    let beside = URL(filePath: file).deletingLastPathComponent()
    var found = Report()
    let files = contentFiles(
      fromJATS: bytes, path: file, folder: "issues/\(issue)/",
      resource: { name in
        guard !name.contains("..") else { return nil }
        return fascicle.bytes(of: beside.appending(path: name).path)
      }, report: &found)
    return target.finish(files, found, options: report, on: terminal)
  }
}

/// The bytes of a file that an import reads.
func bytes(of file: String) -> [UInt8]? {
  (try? Data(contentsOf: URL(filePath: file))).map(Array.init)
}

func unreadable(_ file: String) -> CommandResult {
  CommandResult(errors: "\(file) cannot be read: check its name.\n", code: .findings)
}

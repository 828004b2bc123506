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

  @Option(
    help: ArgumentHelp(
      "Make the pages and downloads of this issue alone, into one file for --parts.",
      discussion: """
        May be given several times. --output names the file, which ends in .part. Parts can be \
        made at the same time, on other machines too.
        """,
      valueName: "issue/folder"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take what stands in the parts of this folder from there, and make the rest.",
      discussion: "The site is the same as without them.", valueName: "folder"))
  var parts: String?

  func validate() throws {
    if formatNames?.isEmpty == true {
      throw ValidationError("--formats names none; write --formats bib,ris,jats.")
    }
    if let unknown = formatNames?.subtracting(BuildOptions.formatNames).min() {
      let names = BuildOptions.formatNames.joined(separator: ", ")
      throw ValidationError("No format has the name '\(unknown)'; choose from \(names).")
    }
    for name in only where !name.hasPrefix(Self.issue) || name == Self.issue {
      throw ValidationError("'\(name)' is no issue; write --only issue/2024-06.")
    }
    guard only.isEmpty || journal.output?.hasSuffix(".part") == true else {
      throw ValidationError("--only needs a file to write: --output parts/2024-06.part.")
    }
    guard only.isEmpty || parts == nil && !record else {
      throw ValidationError("--parts and --record are for the build that joins parts.")
    }
    // They would change pages after their parts were made.
    guard only.isEmpty && parts == nil || !galleys.pdf && !galleys.epub else {
      throw ValidationError("--pdf and --epub do not go with parts.")
    }
  }

  private static let issue = "issue/"

  func run() async throws {
    throw await result(on: .current)
  }

  func result(on terminal: Terminal) async -> CommandResult {
    only.isEmpty ? await siteResult(on: terminal) : await partResult(on: terminal)
  }

  private func partResult(on terminal: Terminal) async -> CommandResult {
    let (options, issues) = (options, only.map { String($0.dropFirst(Self.issue.count)) })
    let outcome = await terminal.showingProgress("Building") {
      await buildPart(options, of: issues)
    }
    let printed = PrintedReport(outcome.report, source: journal.source, options: report)
    let words = outcome.articleCount.map {
      "\(journal.outputFolder): \($0) \($0 == 1 ? "article" : "articles")\n"
    }
    return printed.result(saying: words ?? "", fails: words == nil, on: terminal)
  }

  private func siteResult(on terminal: Terminal) async -> CommandResult {
    let options = options
    let outcome = await terminal.showingProgress("Building") { await build(options) }
    let printed = PrintedReport(outcome.report, source: journal.source, options: report)
    return printed.result(
      saying: outcome.isWritten ? BuildWords(outcome, folder: journal.outputFolder).text : "",
      fails: !outcome.isWritten, on: terminal)
  }

  private var formatNames: Set<String>? {
    formats.map { list in
      Set(list.split(separator: ",").map { String($0.filter { $0 != " " }) })
    }
  }

  private var options: BuildOptions {
    var options = journal.buildOptions(strict: report.strict)
    options.links = links == .files ? .files : .folders
    options.formats = formatNames
    options.records = record
    options.parts = parts
    options.galleys = galleys.options
    return options
  }
}

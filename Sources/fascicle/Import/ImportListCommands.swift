import ArgumentParser
import Foundation
import Import
import Reporting

/// `fascicle import bib`: a list of articles as a bibliography.
struct ImportListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bib",
    abstract: "Brings in the record of a journal from a bibliography of its articles.",
    discussion: """
      BibTeX (.bib), RIS (.ris), CSL-JSON (.json) or EndNote XML (.xml); each volume and number \
      becomes an issue. Texts and PDFs are put beside the articles afterwards. For instance: \
      fascicle import bib articles.ris --title "Moon Studies"
      """)

  @Argument(help: ArgumentHelp("The bibliography.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The title of the journal.", valueName: "title"))
  var title: String?

  @OptionGroup var target: ImportOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    throw result(on: .current)
  }

  func result(on terminal: Terminal) -> CommandResult {
    guard let bytes = bytes(of: file) else { return unreadable(file) }
    var found = Report()
    let files = contentFiles(
      fromList: bytes, path: file, title: title, present: target.present, report: &found)
    return target.finish(files, found, options: report, on: terminal)
  }
}

/// `fascicle import crossref`: a list of articles as Crossref has them.
struct ImportCrossrefCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crossref",
    abstract: "Brings in the record of a journal from Crossref.",
    discussion: """
      Save what Crossref answers to https://api.crossref.org/journals/ISSN/works?rows=1000 (or to \
      .../works/DOI, for one article) as a file. Old addresses of Open Journal Systems are kept. \
      For instance: fascicle import crossref works.json
      """)

  @Argument(help: ArgumentHelp("The saved answer.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The title of the journal.", valueName: "title"))
  var title: String?

  @OptionGroup var target: ImportOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    throw result(on: .current)
  }

  func result(on terminal: Terminal) -> CommandResult {
    guard let bytes = bytes(of: file) else { return unreadable(file) }
    var found = Report()
    let files = contentFiles(
      fromCrossref: bytes, path: file, title: title, present: target.present, report: &found)
    return target.finish(files, found, options: report, on: terminal)
  }
}

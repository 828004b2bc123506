import ArgumentParser
import Foundation
import Import
import Reporting
import SitePipeline

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
    let beside = URL(filePath: file).deletingLastPathComponent()
    do throws(Disk.Failure) {
      var found = Report()
      let files = contentFiles(
        fromJATS: try Disk.read(file), path: file, folder: "issues/\(issue)/",
        present: target.present,
        resource: { name in
          // A link may lead to a file that is no part of the article.
          let place = beside.appending(path: name)
          guard !name.contains(".."), PlacedFiles.type(of: place) == .typeRegular else {
            return nil
          }
          return try? Disk.read(place.path)
        }, report: &found)
      return target.finish(files, from: file, found, options: report, on: terminal)
    } catch {
      return .unreadable(error)
    }
  }
}

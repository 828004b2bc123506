import ArgumentParser
import Foundation
import Import
import Reporting
import SitePipeline

/// `fascicle import paper`: a paper in Markdown with its bibliography and figures.
struct ImportPaperCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paper",
    abstract: "Copies a paper in Markdown with its bibliography and figures into an issue.",
    discussion: """
      The folder is one as authors of JOSS, pandoc, Quarto or R Markdown keep it; only what the \
      paper names is copied. For instance: fascicle import paper ~/engine/paper --issue 2025-2
      """)

  @Argument(
    help: ArgumentHelp("The folder of the paper, or its Markdown file.", valueName: "folder"))
  var paper: String

  @Option(help: ArgumentHelp("The folder name of its issue, such as 2025-2.", valueName: "issue"))
  var issue: String

  @Option(
    help: ArgumentHelp(
      "What the article is called in addresses; without it, after the folder.", valueName: "name"))
  var name: String?

  @OptionGroup var target: ImportOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    throw result(on: .current)
  }

  /// - Parameters:
  ///   - terminal: where it is printed.
  ///   - greatestCount: as many files as may stand in the folder; a home folder or a disk has more.
  /// - Returns: what it says.
  func result(on terminal: Terminal, greatestCount: Int = 100_000) -> CommandResult {
    if let refusal = ContentFolder.refusal(ofIssue: issue, in: target.source) { return refusal }
    let given = URL(filePath: paper).standardizedFileURL
    let isFile = given.pathExtension == "md"
    let folder = isFile ? given.deletingLastPathComponent() : given
    guard let files = Self.files(in: folder, atMost: greatestCount + 1) else {
      return CommandResult(errors: "\(paper) is no folder: check its name.\n", code: .findings)
    }
    guard files.count <= greatestCount else {
      return CommandResult(
        errors: """
          \(folder.path) holds more than \(greatestCount) files.
          Name a folder that holds the paper alone.

          """, code: .findings)
    }
    let name = name ?? Self.name(of: folder)
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) })
    else {
      return CommandResult(
        errors: """
          '\(name)' cannot be part of an address: give a name in letters, digits and hyphens \
          with --name.

          """, code: .usage)
    }
    var found = Report()
    let copied = contentFiles(
      fromPaper: PaperFolder(files: files) { try? Disk.read(folder.appending(path: $0).path) },
      paper: isFile ? given.lastPathComponent : nil,
      into: "issues/\(issue)/\(name)/", report: &found)
    return target.finish(copied, from: paper, found, options: report, on: terminal)
  }

  /// The ordinary files below a folder that are not hidden; nil when it is none.
  private static func files(in folder: URL, atMost count: Int) -> [String]? {
    guard (try? folder.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true,
      let all = FileManager.default.enumerator(
        at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    else { return nil }
    let depth = folder.pathComponents.count
    let found = all.lazy.compactMap { $0 as? URL }.filter { url in
      (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false
    }.map { $0.pathComponents.dropFirst(depth).joined(separator: "/") }
    return Array(found.prefix(count))
  }

  /// The folder's name, or that of the project it belongs to.
  private static func name(of folder: URL) -> String {
    let own = folder.lastPathComponent
    let isCommon = ["paper", "papers", "joss", "jose", "doc", "docs", "article", "manuscript"]
      .contains(own.lowercased())
    let name = isCommon ? folder.deletingLastPathComponent().lastPathComponent : own
    return name.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
      .split(separator: "-").joined(separator: "-")
  }
}

import ArgumentParser
import Foundation
import SitePipeline

/// Where the journal is and where its site goes.
struct JournalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The journal's folder: the one that holds journal.yml or Content/journal.yml.",
      discussion: "Without it, the folder you are in.", valueName: "folder"))
  var source = "."

  @Option(
    help: ArgumentHelp(
      "The folder for the finished site.",
      discussion: "Without it, the folder Output in the journal's folder.", valueName: "folder"))
  var output: String?

  @Option(
    name: .customLong("csl-path"),
    help: ArgumentHelp(
      "A folder with citation styles and locales (.csl and .xml files).",
      discussion: "May be given several times. Such folders are searched before the system's.",
      valueName: "folder"))
  var cslPaths: [String] = []

  func validate() throws { try Self.check(cslPaths: cslPaths) }

  /// Refuses what is no folder: its styles would be looked for in vain, and others found instead.
  static func check(cslPaths: [String]) throws {
    for path in cslPaths {
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        throw ValidationError("--csl-path '\(path)' is no folder: check its name.")
      }
    }
  }

  /// What the pipeline is asked for; dates are compared with the day of the call.
  func buildOptions(strict: Bool, writes: Bool = true) -> BuildOptions {
    BuildOptions(
      source: source, output: outputFolder, cslPaths: cslPaths + InstalledFiles.folders,
      isStrict: strict, writes: writes,
      now: .now)
  }

  var outputFolder: String {
    output ?? (source == "." ? BuiltFolder.site.rawValue : BuiltFolder.site.path(in: source))
  }
}

/// What counts as wrong and how it is told.
struct ReportOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Option(help: "How findings are printed: as text for people, or as JSON for programs.")
  var format = Format.text
}

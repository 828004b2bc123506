import ArgumentParser
import Foundation
import SitePipeline

/// The files of whole texts that a command makes beside the pages.
struct GalleyFlags: ParsableArguments {
  @Flag(help: "Make a PDF of each article that has none (needs WeasyPrint and ziamath).")
  var pdf = false

  @Flag(help: "Make an EPUB of each issue.")
  var epub = false

  var options: GalleyOptions {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return GalleyOptions(
      pdf: pdf, epub: epub, searchPath: path.split(separator: ":").map(String.init))
  }
}

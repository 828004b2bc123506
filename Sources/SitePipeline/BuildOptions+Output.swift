import Foundation
import Reporting

extension BuildOptions {
  /// What builds write below the source, as the source tree names it.
  var foldersBelowSource: Set<String> {
    Set(
      [BuiltFolder.deposits.rawValue] + [output, parts].compactMap { $0.flatMap(pathBelowSource) })
  }

  /// What is wrong when the site would stand around the content or among it.
  var misplacedOutput: Diagnostic? {
    let (source, output) = (Self.real(source), Self.real(output))
    let first = pathBelowSource(output)?.split(separator: "/").first
    let holdsSource = (source + "/").hasPrefix(output == "/" ? output : output + "/")
    let isAmongContent = first.map {
      ["Content", "Templates", "issues", "pages", "announcements", "styles"].contains($0)
    }
    return holdsSource || isAmongContent == true ? .outputHoldsContent(output) : nil
  }

  private func pathBelowSource(_ path: String) -> String? {
    let (source, path) = (Self.real(source) + "/", Self.real(path))
    return path.hasPrefix(source) ? String(path.dropFirst(source.count)) : nil
  }

  /// Without `.`, `..` and links.
  private static func real(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}

extension Diagnostic {
  fileprivate static func outputHoldsContent(_ output: String) -> Diagnostic {
    Diagnostic(
      .error, "output-holds-content", "The site would stand among the files it is made from",
      at: SourceRange(startOf: output), hint: "Name a folder of its own with --output")
  }
}

import Foundation
import TestSupport

/// A Swift file of the project as the house tests read it.
struct SourceFile {
  /// The path below the project folder.
  var path: String
  var text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  var name: String { String(path.split(separator: "/").last ?? "") }
  /// The module a file below `Sources` belongs to.
  var module: String { String(path.split(separator: "/").dropFirst().first ?? "") }

  /// What the first group of a regular expression matches.
  func matches(of pattern: String) throws -> [String] {
    try places(of: pattern).map { String(text[$0]) }
  }

  /// Where the first group of a regular expression matches.
  func places(of pattern: String) throws -> [Range<String.Index>] {
    let expression = try NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines])
    let range = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: range).compactMap {
      Range($0.range(at: 1), in: text)
    }
  }

  /// Every file below the folder whose name ends so.
  static func all(in folder: String, endings: [String] = [".swift"]) throws -> [SourceFile] {
    let top = projectFolder()
    guard FileManager.default.fileExists(atPath: top.appending(path: folder).path) else {
      return []
    }
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: top.appending(path: folder).path)
    return try paths.sorted().compactMap { path in
      guard endings.contains(where: path.hasSuffix) else { return nil }
      let data = try Data(contentsOf: top.appending(path: "\(folder)/\(path)"))
      return SourceFile(path: "\(folder)/\(path)", text: String(decoding: data, as: UTF8.self))
    }
  }
}

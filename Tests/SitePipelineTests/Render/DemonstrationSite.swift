import Foundation
import Testing

@testable import SitePipeline

/// The demonstration journal, built once for all tests.
enum DemonstrationSite {
  struct Page: Sendable {
    var path: String
    var html: String

    func text(between start: String, and end: String) -> [String] {
      html.components(separatedBy: start).dropFirst().compactMap {
        $0.components(separatedBy: end).first
      }
    }

    func count(of part: String) -> Int { html.components(separatedBy: part).count - 1 }

    /// The names of all attributes.
    var attributes: Set<String> {
      Set(
        html.components(separatedBy: "<").dropFirst().flatMap { element in
          let tag = element.prefix { $0 != ">" }
          return tag.components(separatedBy: "=\"").dropLast().compactMap {
            $0.split(separator: " ").last.map(String.init)
          }
        })
    }
  }

  struct File: Sendable {
    var path: String
    var bytes: [UInt8]

    var size: Int { bytes.count }
  }

  static var canBeBuilt: Bool {
    FileManager.default.fileExists(atPath: "/usr/share/citation-style-language/styles")
  }

  static func pages() async throws -> [Page] { try await built.value.pages }

  static func files() async throws -> [File] { try await built.value.files }

  private static let built = Task { () throws -> (pages: [Page], files: [File]) in
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "source")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: tests.appending(path: "Fixtures/demonstration"), to: source)
    let output = folder.appending(path: "site")
    let outcome = await build(BuildOptions(source: source.path(), output: output.path()))
    #expect(outcome.isWritten)
    var (pages, files): ([Page], [File]) = ([], [])
    let paths = try FileManager.default.subpathsOfDirectory(atPath: output.path()).sorted()
    for path in paths {
      guard let bytes = try? Data(contentsOf: output.appending(path: path)) else { continue }
      files.append(File(path: path, bytes: Array(bytes)))
      guard path.hasSuffix(".html") else { continue }
      pages.append(Page(path: path, html: String(decoding: bytes, as: UTF8.self)))
    }
    return (pages, files)
  }
}

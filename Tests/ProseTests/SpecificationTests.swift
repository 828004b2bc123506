import Foundation
import Prose
import Reporting
import Testing

/// The examples of GitHub's specification, read from beside the project where they are.
@Suite struct SpecificationTests {
  struct Example {
    var number: Int
    var markdown: String
    var html: String
    /// The word after `example`: the extension it shows, or `disabled`.
    var mark: String

    var isDisabled: Bool { mark == "disabled" }
  }

  /// GitHub's Markdown and nothing else, as its specification prints it.
  private static let gitHub = ReadingOptions(
    readsScholarlySyntax: false, usesTypographicPunctuation: false, makesFigures: false,
    makesAnchors: false, trustsHTML: true)

  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpora/markdown/cmark-gfm/spec.txt").standardized

  private static var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

  /// Examples stand between fences of 32 backticks, Markdown before a full stop, HTML after it.
  private static func examples() throws -> [Example] {
    let text = try String(contentsOf: file, encoding: .utf8)
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      guard line.hasPrefix(fence + " example") else { continue }
      let body = lines.prefix { $0 != fence }
      lines = lines.dropFirst(body.count)
      let parts = body.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let written = parts.map { part in
        part.map { $0.replacing("→", with: "\t") + "\n" }.joined()
      }
      examples.append(
        Example(
          number: examples.count + 1, markdown: written[0], html: written[1],
          mark: line.dropFirst(fence.count + 8).trimmingCharacters(in: .whitespaces)))
    }
    return examples
  }

  /// Renders an example with the extension it asks for and no other.
  private static func render(_ example: Example, _ options: ReadingOptions) -> String {
    var report = Report()
    var options = options
    options.extensions = options.extensions.filter { $0.rawValue == example.mark }
    let document = Document(
      reading: Array(example.markdown.utf8), path: "example.md", options: options, report: &report)
    let html = document.html(
      HTMLOptions(
        form: .specification, filtersTags: example.mark == "tagfilter", topHeadingLevel: nil))
    return String(decoding: html.body, as: UTF8.self)
  }

  @Test(.enabled(if: isThere))
  func printsEveryExampleAsTheSpecificationDoes() throws {
    let examples = try Self.examples()
    try #require(examples.count > 600)
    let failures = examples.filter { example in
      !example.isDisabled && Self.render(example, Self.gitHub) != example.html
    }
    for failure in failures {
      Issue.record("\(failure.number): \(failure.markdown)\(Self.render(failure, Self.gitHub))")
    }
  }

  @Test(.enabled(if: isThere))
  func printsThemTheSameWithScholarlySyntaxOn() throws {
    let options = ReadingOptions(
      usesTypographicPunctuation: false, makesFigures: false, makesAnchors: false, trustsHTML: true)
    let failures = try Self.examples().filter { example in
      !example.isDisabled && !["@", "$", ":::"].contains { example.markdown.contains($0) }
        && Self.render(example, options) != example.html
    }
    for failure in failures {
      Issue.record("\(failure.number): \(failure.markdown)\(Self.render(failure, options))")
    }
  }
}

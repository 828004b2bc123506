import Foundation
import Prose
import Reporting
import Testing

/// Papers as authors wrote them, read from beside the project where they are.
@Suite struct PaperTests {
  private static let corpora = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpora").standardized

  private static var isThere: Bool {
    FileManager.default.fileExists(atPath: corpora.appending(path: "joss").path)
  }

  private static func papers() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: corpora.appending(path: "joss"), includingPropertiesForKeys: nil
    )
    .sorted { $0.path < $1.path }
    .filter { FileManager.default.fileExists(atPath: $0.appending(path: "paper.md").path) }
  }

  private func read(_ file: URL) throws -> (Document, Report) {
    let bytes = Array(try Data(contentsOf: file))
    var report = Report()
    let document = Document(
      reading: bytes, from: bodyOffset(bytes), path: file.lastPathComponent, report: &report)
    return (document, report)
  }

  /// The offset after the front matter.
  private func bodyOffset(_ bytes: [UInt8]) -> Int {
    guard bytes.starts(with: "---".utf8) else { return 0 }
    var offset = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let isEnd = ["---", "..."].contains { line.starts(with: $0.utf8) && line.count <= 4 }
      let isFirst = offset == 0
      offset += line.count + 1
      if isEnd, !isFirst { return min(offset, bytes.count) }
    }
    return 0
  }

  /// The keys that pandoc found, in order: the second column of its table.
  private func expectedKeys(_ paper: URL) throws -> [String] {
    let table = try String(
      contentsOf: paper.appending(path: "expected/citations.apa.tsv"), encoding: .utf8)
    return table.split(separator: "\n").dropFirst().flatMap { row in
      row.split(separator: "\t", omittingEmptySubsequences: false)[1].split(separator: ";")
        .map(String.init)
    }
  }

  @Test(.enabled(if: isThere))
  func findsTheKeysThatPandocFinds() throws {
    let papers = try Self.papers()
    try #require(papers.count > 25)
    for paper in papers {
      var expected = try expectedKeys(paper)
      // pandoc prints a caption twice, as caption and as alternative text.
      if paper.lastPathComponent == "textnets", let twice = expected.firstIndex(of: "Boy2020") {
        expected.remove(at: twice)
      }
      let (document, _) = try read(paper.appending(path: "paper.md"))
      #expect(
        document.citations.flatMap { $0.cites.map(\.key) } == expected, "\(paper.lastPathComponent)"
      )
    }
  }

  @Test(.enabled(if: isThere))
  func leavesNoSyntaxInThePage() throws {
    let journals = Self.corpora.appending(path: "journals")
    var files = try Self.papers().map { $0.appending(path: "paper.md") }
    let all = FileManager.default.enumerator(at: journals, includingPropertiesForKeys: nil)
    files += (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "md" }
      .sorted { $0.path < $1.path }
    try #require(files.count > 90)
    for file in files {
      let (document, report) = try read(file)
      #expect(!report.hasErrors, "\(file.path)")
      for text in Self.texts(of: document.blocks + document.footnotes.flatMap(\.blocks)) {
        for syntax in ["[@", "{{", "{%", "{#", ":::", "\\begin", "\\ref", "\\label", "+---", "$$"] {
          #expect(!text.contains(syntax), "\(file.path): \(text)")
        }
        #expect(!text.unicodeScalars.contains { $0.value >= 0xF0000 }, "\(file.path): \(text)")
      }
    }
  }

  /// Every text of some blocks, but for code and formulas.
  private static func texts(of blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block.kind {
      case .heading(let heading): texts(of: heading.inlines)
      case .paragraph(let inlines): texts(of: inlines)
      case .list(let list): list.items.flatMap { texts(of: $0.blocks) }
      case .blockQuote(let blocks), .div(_, let blocks): texts(of: blocks)
      case .table(let table):
        ([table.header] + table.rows).joined().flatMap { texts(of: $0.inlines) }
          + texts(of: table.caption?.inlines ?? [])
      case .figure(let figure): texts(of: figure.caption?.inlines ?? [])
      case .definitionList(let definitions):
        definitions.flatMap { definition in
          texts(of: definition.term) + definition.definitions.flatMap { texts(of: $0) }
        }
      case .lineBlock(let lines): lines.flatMap { texts(of: $0) }
      case .codeBlock, .thematicBreak, .html, .mathBlock: []
      }
    }
  }

  private static func texts(of inlines: [Inline]) -> [String] {
    inlines.flatMap { inline -> [String] in
      switch inline.kind {
      case .text(let text): [text]
      case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
        .superscript(let inlines), .subscript(let inlines), .smallCaps(let inlines),
        .span(_, let inlines):
        texts(of: inlines)
      case .link(let link): texts(of: link.inlines)
      case .image(let image): texts(of: image.alternative)
      default: []
      }
    }
  }
}

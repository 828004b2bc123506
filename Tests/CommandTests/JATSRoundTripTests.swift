import ArgumentParser
import Foundation
import Import
import Reporting
import TestSupport
import Testing

@testable import fascicle

private let corpus = projectFolder().appending(path: "../shared/corpora/jats").standardizedFileURL

/// Articles of four publishers through content and site and out again as JATS, where they are at
/// hand.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: corpus.path)
      && FileManager.default.fileExists(atPath: "/usr/share/citation-style-language/styles")))
struct JATSRoundTripTests {
  private let quiet = Terminal(isWatched: false)

  @Test(arguments: [
    "elife-kitchen-sink", "jose-00173.jats", "jose-00180.jats", "jose-00267.jats",
    "plos-journal.pbio.1001044", "plos-journal.pmed.0020007", "plos-journal.pone.0040259",
    "scielo-0034-7094-rba-69-03-0227", "scielo-2176-4573-bak-p59099", "scielo-sub-articles-pt-es",
  ]) func comesOutAsItWentIn(name: String) async throws {
    try await withTemporaryFolder { folder in
      try write(
        [
          "Content/journal.yml":
            "title: J\nurl: 'https://j.example.org/'\nissn: {online: 2049-3630}\npublisher: P\n",
          "Content/issues/1/issue.yml": "date: 2020\n",
        ], into: folder)
      let source = corpus.appending(path: name + ".xml")
      let imported = try ImportJATSCommand.parse([
        source.path, "--issue", "1", "--source", folder.path,
      ]).result(on: quiet)
      #expect(imported.code == .success)
      let built = try await BuildCommand.parse(["--source", folder.path]).result(on: quiet)
      #expect(built.code == .success, "\(built.errors)")
      let site = try contents(ofFolder: folder.appending(path: "Output"))
      let file = try #require(site.first { $0.key.hasSuffix("/jats.xml") }?.value)
      let before = try JATSFacts(Array(try Data(contentsOf: source)))
      let after = try JATSFacts(file)
      #expect(before.title == after.title)
      #expect(before.people == after.people)
      #expect(before.pages == after.pages)
      #expect(before.licence == after.licence)
      #expect(before.references == after.references)
      // What stands in the back, such as notes, comes out as further sections.
      #expect(before.sections == after.sections.filter(before.sections.contains))
      #expect(before.figures == after.figures)
      #expect(before.notes == after.notes)
    }
  }
}

/// What an article in JATS says of itself, without what publishers write differently.
private struct JATSFacts {
  var title: String
  var people: [String]
  var pages: [String?]
  var licence: String
  /// The DOIs of the references that have one, and how many there are.
  var references: [String]
  var sections: [String]
  var figures: Int
  /// How many notes the text refers to.
  var notes: Int

  init(_ bytes: [UInt8]) throws {
    var report = Report()
    let root = try #require(MarkupElement(xml: bytes, path: "a.xml", report: &report))
    let metadata = try #require(root.first("front")?.first("article-meta"))
    title = metadata.first("title-group")?.first("article-title")?.text.plain ?? ""
    people = metadata.elements(named: "contrib-group").flatMap { $0.elements(named: "contrib") }
      .filter { $0.attribute("contrib-type") ?? "author" == "author" }.map(Self.name)
    pages = [metadata.first("fpage")?.content, metadata.first("elocation-id")?.content]
    let licence = metadata.first("permissions")?.first("license")
    let link =
      licence?.attribute("xlink:href") ?? licence?.first("license_ref")?.content
      ?? licence.flatMap { $0.all("ext-link").compactMap { $0.attribute("xlink:href") }.first }
    self.licence = (link ?? "").replacing("http:", with: "https:").filter { $0 != "/" }
    let back = root.elements(named: "back")
    let list = back.flatMap { $0.all("ref-list") }.flatMap { $0.elements(named: "ref") }
    references =
      list.compactMap { reference in
        reference.all("pub-id").first { $0.attribute("pub-id-type") == "doi" }?.content?
          .lowercased()
      }.filter { $0.hasPrefix("10.") && $0.prefix { $0 != "/" }.count > 6 }.sorted()
      + ["\(list.count)"]
    let texts = root.elements(named: "body") + back
    // Thanks and other statements become fields, under headings of the site.
    sections = texts.flatMap { $0.all("sec") + $0.all("app") }
      .filter { $0.attribute("sec-type") != "data-availability" }
      .compactMap { $0.first("title")?.text.plain }.filter { !$0.isEmpty }.sorted()
    figures = texts.flatMap { $0.all("fig") }.filter { !$0.all("graphic").isEmpty }.count
    let targets = Set(
      texts.flatMap { $0.all("xref") }.compactMap { reference in
        reference.attribute("ref-type").flatMap { type in
          ["fn", "table-fn"].contains(type) ? reference.attribute("rid") : nil
        }
      })
    notes = targets.count
  }

  private static func name(_ contrib: MarkupElement) -> String {
    let holder = contrib.first("name-alternatives") ?? contrib
    if let name = holder.first("name") {
      return [name.first("surname"), name.first("given-names")].compactMap { $0?.text.plain }
        .joined(separator: ",")
    }
    let other = contrib.first("collab") ?? holder.first("string-name")
    return other?.children.compactMap { if case .text(let text) = $0 { text } else { nil } }
      .joined().plain ?? ""
  }
}

extension MarkupElement {
  fileprivate func all(_ name: String) -> [MarkupElement] {
    elements.flatMap { child in
      (child.name == name ? [child] : []) + child.all(name)
    }
  }
}

extension String {
  /// Without spaces and the kinds of quotes.
  fileprivate var plain: String {
    String(lowercased().filter { !$0.isWhitespace && !"'’‘\"“”".contains($0) })
  }
}

import Foundation
import FoundationXML
import Reporting
import SitePipeline
import TestSupport
import Testing

/// Papers of the Journal of Open Source Education, whose deposits at Crossref and JATS were made by
/// their publisher: what we make of the same metadata names the same persons and works.
@Suite struct PublishedPaperTests {
  static let folder = TestSite.project.appending(path: "../shared/corpora/joss").standardizedFileURL
  static let isPresent =
    TestSite.hasStyles && FileManager.default.fileExists(atPath: folder.path)

  /// What the publisher decided and the authors could not write into their papers.
  struct Decision {
    var doi: String
    var page: String
    var date: String
    var body: String?
    /// Names that the publisher's program of that year cut, and what it left of them.
    var cutNames: [String: String] = [:]
  }

  static let decisions = [
    "arc4cfd": Decision(doi: "10.21105/jose.00252", page: "252", date: "2025-05-05"),
    "manim-slides": Decision(doi: "10.21105/jose.00206", page: "206", date: "2023-08-29"),
    "neon-forecast": Decision(doi: "10.21105/jose.00259", page: "259", date: "2024-12-05"),
    "lorentz": Decision(doi: "10.21105/jose.00196", page: "196", date: "2025-06-02"),
    "l96-demo": Decision(doi: "10.21105/jose.00241", page: "241", date: "2024-12-03"),
    // The paper has no word for a body, so that its publisher took this one for a person.
    "nbgrader": Decision(
      doi: "10.21105/jose.00032", page: "32", date: "2019-01-01", body: "Project Jupyter",
      cutNames: ["Thomas L.": "Thomas", "Jordan W.": "Jordan"]),
  ]

  private static func source(_ slug: String, _ decision: Decision) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for (path, bytes) in try contents(ofFolder: folder.appending(path: slug))
    where !path.hasPrefix("expected/") {
      files["Content/issues/1/\(slug)/\(path)"] = Data(bytes)
    }
    let path = "Content/issues/1/\(slug)/paper.md"
    var paper = String(decoding: try #require(files[path]), as: UTF8.self)
    let lines = paper.split(separator: "\n", omittingEmptySubsequences: false)
    paper = lines.filter { !$0.hasPrefix("date:") }.joined(separator: "\n")
    if let body = decision.body {
      paper = paper.replacing("- name: \(body)", with: "- organization: \(body)")
    }
    let facts = "doi: \(decision.doi)\npages: \(decision.page)\ndate: \(decision.date)\n"
    paper = paper.replacing("---\n", with: "---\n" + facts, maxReplacements: 1)
    files[path] = Data(paper.utf8)
    return files
  }

  @Test(.enabled(if: isPresent, "needs the corpora beside the project"))
  func depositsAndJATSNameWhatTheirPublisherNamed() async throws {
    try await withTemporaryFolder { folder in
      try write(
        [
          "Content/journal.yml": """
          title: Journal of Open Source Education
          abbrev: JOSE
          url: https://jose.example.org/
          languages: [en]
          issn: {online: 2577-3569}
          publisher: {name: Open Journals}
          license: CC-BY-4.0
          deposits:
            crossref: {depositor: Example, email: doi@example.org, registrant: Example}
          citation: {style: apa}

          """, "Content/issues/1/issue.yml": "year: 2025\ndate: 2025\n",
        ], into: folder)
      for (slug, decision) in Self.decisions {
        for (path, data) in try Self.source(slug, decision) {
          let file = folder.appending(path: path)
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try data.write(to: file)
        }
      }
      let outcome = await build(
        BuildOptions(source: folder.path, output: folder.appending(path: "Output").path))
      #expect(outcome.report.diagnostics.filter { $0.severity == .error } == [])
      let deposit = try XMLDocument(
        data: Data(contentsOf: folder.appending(path: "Deposits/crossref-1.xml")))
      for slug in Self.decisions.keys.sorted() {
        try compareDeposit(of: slug, in: deposit)
        let jats = try XMLDocument(
          data: Data(contentsOf: folder.appending(path: "Output/articles/\(slug)/jats.xml")))
        try compareJATS(of: slug, jats)
      }
    }
  }

  private func compareDeposit(of slug: String, in deposit: XMLDocument) throws {
    let published = try published("crossref", of: slug)
    let decision = try #require(Self.decisions[slug])
    let own = "//*[local-name()='journal_article'][.//*[local-name()='doi']='\(decision.doi)']"
    var ours = try PaperFacts(deposit: deposit, at: own, body: decision.body)
    var theirs = try PaperFacts(
      deposit: published, at: "//*[local-name()='journal_article']", body: decision.body)
    for (name, left) in decision.cutNames {
      ours.persons = ours.persons.map { $0.replacing(name, with: left) }
    }
    if !decision.cutNames.isEmpty {
      // That program gave works without DOI as plain text only.
      #expect(ours.references.count == theirs.references.count)
      ours.references.removeAll { !$0.hasPrefix("10.") }
      theirs.references.removeAll { !$0.hasPrefix("10.") }
    }
    #expect(ours == theirs, "\(slug)")
  }

  private func compareJATS(of slug: String, _ jats: XMLDocument) throws {
    let path = Self.folder.appending(path: "\(slug)/expected/published.jats.xml").path
    guard FileManager.default.fileExists(atPath: path) else { return }
    let theirs = try PaperFacts(jats: published("jats", of: slug))
    #expect(try PaperFacts(jats: jats) == theirs, "\(slug)")
  }

  private func published(_ format: String, of slug: String) throws -> XMLDocument {
    let file = Self.folder.appending(path: "\(slug)/expected/published.\(format).xml")
    var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    // The parser would look for the document type on the network.
    if let start = text.firstRange(of: "<!DOCTYPE"), let end = text.firstRange(of: ".dtd\">") {
      text.removeSubrange(start.lowerBound..<end.upperBound)
    }
    return try XMLDocument(data: Data(text.utf8))
  }
}

import Bibliography
import Foundation
import JournalModel
import Reporting
import SitePipeline
import Testing

/// Papers of two journals as their authors wrote them, where the corpus is beside the project.
@Suite struct PaperCorpusTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/corpora/joss").standardizedFileURL
  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  struct Facts: Decodable {
    var title: String
    var authors: [String]
    var n_affiliations: Int
    var n_tags: Int
    var date: String?
  }

  @Test(.enabled(if: isPresent)) func readsTheFrontMatterOfEveryPaper() async throws {
    var listing = Report()
    let disk = SourceTree(folder: Self.folder.path, report: &listing)
    #expect(listing.diagnostics == [])
    let papers = disk.files.map(\.path).filter {
      $0.hasSuffix(".md") && $0.split(separator: "/").count == 2
    }
    #expect(papers.count == 31)
    var files = [
      "journal.yml": Array("title: Papers\n".utf8),
      "issues/1/issue.yml": Array("date: 2024\n".utf8),
    ]
    for file in disk.files
    where !file.path.contains("/expected/") && file.path.contains("/") {
      files["issues/1/" + file.path] = try disk.bytes(of: file.path)
    }
    var report = Report()
    let loaded = await load(SourceTree(bytes: files), report: &report)
    let journal = try #require(resolve(loaded, report: &report))
    let errors = report.sorted.filter { $0.severity == .error }
    #expect(errors.map { "\($0.range.path): \($0.message)" } == [])
    for paper in papers {
      let slug = String(paper.split(separator: "/")[0])
      let data = try Data(contentsOf: Self.folder.appending(path: "\(slug)/expected/facts.json"))
      let facts = try JSONDecoder().decode(Facts.self, from: data)
      let article = try #require(journal.article(slug), "\(slug)")
      #expect(article.title[.english].plain == facts.title.trimmingCharacters(in: .whitespaces))
      // Pandoc, which counted, leaves the text of a note in the name and makes quotes round.
      let names = facts.authors.map {
        $0.replacing("corresponding author", with: "").replacing("’", with: "'")
      }
      #expect(
        article.contributors.map { $0.name.readingOrder.replacing("’", with: "'") } == names,
        "\(slug)")
      let affiliations = Set(article.contributors.flatMap(\.affiliations))
      let unused = report.diagnostics.count {
        $0.code == "affiliation-unused" && $0.range.path == "issues/1/\(paper)"
      }
      #expect(affiliations.count + unused == facts.n_affiliations, "\(slug)")
      #expect(article.keywords.flatMap(\.value).count == facts.n_tags, "\(slug)")
      #expect(article.dates.published.day != nil || facts.date?.isEmpty != false, "\(slug)")
    }
  }
}

extension PersonName {
  var readingOrder: String {
    if isUnspaced { return family + given }
    return literal.isEmpty
      ? [given, droppingParticle, nonDroppingParticle, family, suffix].filter { !$0.isEmpty }
        .joined(separator: " ") : literal
  }
}

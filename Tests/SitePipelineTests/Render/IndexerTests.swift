import Exports
import Foundation
import Testing

/// What Google Scholar, Zotero and harvesters ask of a site, looked for in the finished files of the
/// demonstration journal.
@Suite(.enabled(if: DemonstrationSite.canBeBuilt, "citation styles are not installed"))
struct IndexerTests {
  private typealias Page = DemonstrationSite.Page

  private let address = "https://philology.example.org/"

  private func articles() async throws -> [Page] {
    try await DemonstrationSite.pages().filter {
      // The pages of articles and of their older versions.
      $0.path.firstMatch(of: #/(^|\/)articles\/[^\/]+\/(v\d+\/)?index\.html$/#) != nil
        && !$0.html.contains("http-equiv=\"refresh\"")
    }
  }

  private func file(_ url: String) -> String {
    let path = String(url.dropFirst(address.count))
    return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }

  @Test func everyArticleSaysWhatScholarNeedsOnce() async throws {
    let articles = try await articles()
    #expect(articles.count >= 21)
    for page in articles {
      #expect(page.tags("citation_title").count == 1, "\(page.path)")
      let dates = page.tags("citation_publication_date")
      #expect(dates.count == 1, "\(page.path)")
      let isDocumented = dates.allSatisfy { $0.wholeMatch(of: #/\d{4}(/\d{1,2}/\d{1,2})?/#) != nil }
      #expect(isDocumented, "\(page.path): \(dates)")
      #expect(
        page.tags("citation_author").count == page.tags("DC.Creator.PersonalName").count
          + page.tags("DC.Creator.CorporateName").count, "\(page.path)")
      #expect(!page.tags("citation_author").isEmpty, "\(page.path)")
      #expect(page.tags("citation_author").allSatisfy { !$0.contains(";") }, "\(page.path)")
      #expect(!page.html.contains("content=\"\""), "\(page.path)")
      for date in page.tags("citation_date") { #expect([date] == dates, "\(page.path)") }
    }
  }

  @Test func thePDFStandsInTheFolderOfItsPage() async throws {
    let files = try await DemonstrationSite.files()
    var count = 0
    for page in try await articles() {
      for url in page.tags("citation_pdf_url") {
        count += 1
        let folder = page.path.dropLast("index.html".count)
        #expect(url.hasPrefix(address + folder) && url.hasSuffix(".pdf"), "\(page.path)")
        let pdf = try #require(files.first { $0.path == file(url) }, "\(url)")
        let found = CheckedJournal.File(pdf: pdf.bytes)
        #expect(found.isPDF && found.hasText == true && pdf.size <= 5_000_000, "\(url)")
      }
    }
    #expect(count >= 2)
  }

  @Test func tagsOfArticlesStandOnNoOtherPage() async throws {
    let articles = Set(try await articles().map(\.path))
    for page in try await DemonstrationSite.pages() where !articles.contains(page.path) {
      #expect(!page.html.contains("\"citation_"), "\(page.path)")
    }
  }

  @Test func everyArticleIsThreeLinksFromTheHomePage() async throws {
    let pages = Dictionary(
      try await DemonstrationSite.pages().map { ($0.path, $0) }, uniquingKeysWith: { a, _ in a })
    var distance = ["index.html": 0]
    var queue = ["index.html"]
    while let path = queue.first {
      queue.removeFirst()
      guard let page = pages[path], let steps = distance[path] else { continue }
      let base = try #require(URL(string: address + path))
      for link in page.text(between: "<a ", and: ">").compactMap({ $0.attribute("href") }) {
        guard let url = URL(string: link, relativeTo: base)?.absoluteString,
          url.hasPrefix(address)
        else { continue }
        let target = file(String(url.prefix { $0 != "#" && $0 != "?" }))
        if distance[target] == nil {
          distance[target] = steps + 1
          queue.append(target)
        }
      }
    }
    for page in try await articles() where page.path.hasPrefix("articles/") {
      #expect(distance[page.path].map { $0 <= 3 } == true, "\(page.path)")
    }
  }

  @Test func showsEveryAbstractBeforeTheReferences() async throws {
    var count = 0
    for page in try await articles() {
      let unfolded = page.html.replacing(#/(?s)^.*<\/head>|<details.*?<\/details>/#, with: "")
      let text = unfolded.firstRange(of: "id=\"references\"").map { unfolded[..<$0.lowerBound] }
      for abstract in page.tags("citation_abstract") {
        count += 1
        #expect((text ?? unfolded[...]).contains(abstract.prefix(20)), "\(page.path): \(abstract)")
      }
    }
    #expect(count > 5)
  }

  @Test func listsReferencesAsTheTagsDo() async throws {
    var count = 0
    for page in try await articles() {
      let references = page.count(of: "<li id=\"ref-")
      #expect(page.tags("citation_reference").count == references, "\(page.path)")
      count += references
    }
    #expect(count > 20)
  }

  @Test func offersContentsPagesAndNoArticleToZotero() async throws {
    for page in try await DemonstrationSite.pages() {
      let spans = page.text(between: "class=\"Z3988\" title=\"", and: "\"")
      if page.path.hasPrefix("issues/20"), page.path.split(separator: "/").count == 3 {
        #expect(spans.count >= 2, "\(page.path)")
        #expect(spans.allSatisfy { $0.contains("rft.atitle=") && !$0.contains(" ") })
      }
      if page.path.contains("articles/") { #expect(spans.isEmpty, "\(page.path)") }
      #expect(!page.html.contains("content=\"Open Journal Systems"), "\(page.path)")
    }
  }

  @Test func linkSetsNameFilesThatAreThereAndLeadBack() async throws {
    let files = Set(try await DemonstrationSite.files().map(\.path))
    for file in try await DemonstrationSite.files() where file.path.hasSuffix("/linkset.json") {
      let object = try JSONSerialization.jsonObject(with: Data(file.bytes))
      let sets = try #require((object as? [String: Any])?["linkset"] as? [[String: Any]])
      let page = try #require(sets.first?["anchor"] as? String)
      func targets(_ relation: String) -> [String] {
        (sets[0][relation] as? [[String: String]] ?? []).compactMap { $0["href"] }
      }
      for relation in ["cite-as", "type", "describedby"] {
        #expect(!targets(relation).isEmpty, "\(file.path) \(relation)")
      }
      let parts = targets("describedby") + targets("item")
      #expect(parts.allSatisfy { files.contains(self.file($0)) }, "\(file.path)")
      for (part, relation) in targets("describedby").map({ ($0, "describes") })
        + targets("item").map({ ($0, "collection") })
      {
        let back = sets.first { $0["anchor"] as? String == part }?[relation]
        #expect((back as? [[String: String]])?.first?["href"] == page, "\(part)")
      }
    }
  }

  @Test func theManifestHoldsForEveryFile() async throws {
    let files = try await DemonstrationSite.files()
    let manifest = try #require(files.first { $0.path == "manifest-sha256.txt" })
    let lines = String(decoding: manifest.bytes, as: UTF8.self).split(separator: "\n")
    let listed = Dictionary(
      lines.map { (String($0.dropFirst(66)), String($0.prefix(64))) },
      uniquingKeysWith: { first, _ in first })
    for file in files where file.path != manifest.path {
      #expect(listed[file.path] == SHA256.hexDigest(of: file.bytes), "\(file.path)")
    }
    #expect(listed.count == files.count - 1)
  }

  @Test func noAddressOfAPersonIsInTheSite() async throws {
    let address = #/[^\s@"<>:;,()/]+@[^\s@"<>]+\.[a-z]+/#
    for file in try await DemonstrationSite.files() where !file.path.hasSuffix(".pdf") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let found = Set(text.matches(of: address).map { String($0.0) })
      // The journal's own, and that of an author who has it published.
      let allowed = ["editors@philology.example.org", "johanna@examples.example.org"]
      #expect(found.subtracting(allowed) == [], "\(file.path)")
    }
  }
}

extension DemonstrationSite.Page {
  /// The values of all tags of a name.
  fileprivate func tags(_ name: String) -> [String] {
    text(between: "<meta name=\"\(name)\" content=\"", and: "\"")
  }
}

extension String {
  fileprivate func attribute(_ name: String) -> String? {
    components(separatedBy: name + "=\"").dropFirst().first?.components(separatedBy: "\"").first
  }
}

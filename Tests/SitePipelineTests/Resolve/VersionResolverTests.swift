import JournalModel
import Reporting
import Testing

/// Older versions of articles, by the names of their files.
@Suite struct VersionResolverTests {
  private func text(_ fields: String) -> String { "---\n\(fields)\n---\nText.\n" }

  @Test func findsOlderVersionsByTheNamesOfTheirFiles() async throws {
    let journal = try await resolved([
      "journal.yml": "title: Journal\nlanguages: [en, ur]\n",
      "issues/1/issue.yml": "date: 2024-06\n",
      "issues/1/a.md": text("title: A3\nslug: engine\ndate: 2024-09-01\nchanges: All of it."),
      "issues/1/a.v1.md": text("title: A1\nslug: engine\ndoi: 10.1234/a"),
      "issues/1/a.v2.md": text("title: A2\ndate: 2024-07-01\nchanges: {en: Some, ur: کچھ}"),
      "issues/1/a.v2.ur.md": text("title: دو"),
      "issues/1/a.pdf": "%PDF", "issues/1/a.v1.pdf": "%PDF-1", "issues/1/a.v2.ur.pdf": "%PDF-2",
      "issues/1/b/article.md": text("title: B2\ndate: 2024-06-30\nversion: 2\ndoi: 10.1234/b"),
      "issues/1/b/article.v1.md": text("title: B1\ndoi: 10.1234/B"),
    ])
    #expect(journal.issues.map(\.articles) == [["b", "engine"]])
    #expect(journal.articles.map(\.slug) == ["b", "engine"])
    #expect(journal.olderVersions.map(\.slug).sorted() == ["b/v1", "engine/v1", "engine/v2"])
    let engine = try #require(journal.article("engine"))
    #expect(engine.version?.number == 3)
    #expect(engine.version?.changes?[.english] == "All of it.")
    #expect(journal.versions(of: engine).map(\.slug) == ["engine/v1", "engine/v2", "engine"])
    #expect(engine.galleys.map(\.fileName) == ["engine.pdf"])
    let second = try #require(journal.article("engine/v2"))
    #expect(second.title.entries.map(\.value.plain) == ["A2", "دو"])
    #expect(second.galleys.map(\.fileName) == ["a-v2.ur.pdf"])
    #expect(journal.currentVersion(insteadOf: second)?.slug == "engine")
    #expect(journal.neighbours(ofVersion: second).previous?.slug == "engine/v1")
    #expect(SitePath.version(engine).text == "articles/engine/v3/")
    #expect(SitePath.version(second).text == "articles/engine/v2/")
    let older = try #require(journal.article("b/v1"))
    #expect(journal.article("b")?.version?.number == 2)
    // A DOI that both have leads to the current one.
    #expect(journal.ownDOI(of: older) == nil)
    #expect(try journal.ownDOI(of: #require(journal.article("engine/v1"))) == DOI("10.1234/a"))
  }

  @Test(arguments: faults) func givesOneMessage(_ fault: Fault) async {
    await fault.check()
  }

  static let faults: [Fault] = [
    .files(
      ["issues/1/b.v1.md": "---\n1️⃣title: B\n---\n"], "version-without-article",
      "Version 1 stands alone: there is no 'b.md'"),
    .article(
      "title: A\ndate: 2024-07-01", "version-number-differs",
      "Version 2 stands in a file with the name of version 1",
      with: ["issues/1/a.v1.md": "---\ntitle: A\nversion: 1️⃣2\n---\n"]),
    .article(
      "title: A\ndate: 2024-07-01\nversion: 1️⃣2", "version-number-order",
      "Two versions have the number 2", note: "Version 2 is here",
      with: [
        "issues/1/a.v1.md": "---\ntitle: A\n---\n",
        "issues/1/a.v2.md": "---\n2️⃣title: A\ndate: 2024-06-30\n---\n",
      ]),
    .article(
      "title: A\ndate: 2024-07-01\nversion: 1️⃣1", "version-number-order",
      "Current version 1 comes before version 2", note: "Version 2 is here",
      with: [
        "issues/1/a.v1.md": "---\ntitle: A\n---\n",
        "issues/1/a.v2.md": "---\n2️⃣title: A\ndate: 2024-06-30\n---\n",
      ]),
    .article(
      "title: A\ndate: 2024-07-01", "version-missing",
      "Version 2 is missing: there is no 'a.v2.md'", .warning,
      with: [
        "issues/1/a.v1.md": "---\ntitle: A\n---\n",
        "issues/1/a.v3.md": "---\n1️⃣title: A\ndate: 2024-06-30\n---\n",
      ]),
    .article(
      "1️⃣title: A\nversion: 2", "version-missing", "Version 1 is missing: there is no 'a.v1.md'",
      .warning),
    .article(
      "1️⃣title: A", "version-without-date", "New version of an article has no date of its own",
      .warning, with: ["issues/1/a.v1.md": "---\ntitle: A\n---\n"]),
    .article(
      "title: A\ndate: 1️⃣2024-05-01", "versions-out-of-order",
      "Version of 2024-05-01 is older than the one before it",
      note: "The version before it is of 2024-05-02",
      with: ["issues/1/a.v1.md": "---\ntitle: A\ndate: 2️⃣2024-05-02\n---\n"]),
    .article(
      "title: A\nversion: 1️⃣1.2", "version-form", "Version '1.2' is no whole number from 1",
      .warning),
  ]
}

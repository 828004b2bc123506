import Reporting
import Testing

/// Contradictions between files, and keys that lead nowhere.
@Suite struct ResolveFaultTests {
  @Test(arguments: faults) func givesOneMessage(_ fault: Fault) async {
    await fault.check()
  }

  static let faults: [Fault] = [
    .article(
      "1️⃣title: A", "article-slug-duplicate", "Two articles would stand at 'articles/a/'",
      note: "The first is here",
      with: [
        "issues/1/a.md": "---\n2️⃣title: A\n---\n", "issues/2/issue.yml": "date: 2024\n",
        "issues/2/a.md": "---\n1️⃣title: B\n---\n",
      ]),
    .article(
      "title: A\nauthors:\n  - 2️⃣family: B\n  - 1️⃣family: B", "contributor-twice",
      "Contributor is named twice", .warning, note: "First named here"),
    .article(
      "title: A\nauthors:\n  - 2️⃣family: B\n    orcid: 0000-0002-1825-0097\n"
        + "  - 1️⃣family: C\n    orcid: 0000-0002-1825-0097",
      "orcid-shared", "ORCID '0000-0002-1825-0097' is given to two contributors", .warning,
      note: "The first is here"),
    .files(
      [
        "issues/1/issue.yml": "2️⃣date: 2024-03\nvolume: 3\nnumber: 1\n",
        "issues/2/issue.yml": "1️⃣date: 2024-06\nvolume: 3\nnumber: 1\n",
      ], "issue-number-duplicate", "Two issues are volume 3, number 1", .warning,
      note: "The first is here"),
    .article(
      "title: A", "doi-duplicate", "DOI '10.1234/A' is given to two articles",
      note: "The first is here",
      with: [
        "issues/1/a.md": "---\ntitle: A\ndoi: 2️⃣10.1234/a\n---\n",
        "issues/1/b.md": "---\ntitle: B\ndoi: 1️⃣10.1234/A\n---\n",
      ]),
    .article(
      "title: A\ndoi: 1️⃣10.1234/a", "doi-prefix", "DOI '10.1234/a' does not begin with '10.5555/'",
      .warning,
      with: ["journal.yml": "title: Journal\nidentifiers: {doi-prefix: 10.5555}\n"]),
    .article(
      "title: A\nsection: 1️⃣Artikles", "section-unknown",
      "Issue has no section 'Artikles'; did you mean 'Articles'?", .warning,
      with: ["issues/1/issue.yml": "date: 2024-06\nsections: [Articles, Reviews]\n"]),
    .article(
      "title: A\nauthors: [{family: B, affiliations: [1️⃣2]}]\naffiliations: [{id: 1, name: C}]",
      "affiliation-unknown", "Article has no affiliation '2'"),
    .article(
      "title: A\nauthors: [{family: B, affiliation: 1️⃣\"1, 3\"}]\n"
        + "affiliations: [{index: 1, name: C}]",
      "affiliation-unknown", "Article has no affiliation '3'"),
    .article(
      "title: A\nauthors: [{family: B, affiliations: [1]}]\n"
        + "affiliations: [{id: 1, name: C}, {id: 1️⃣2, name: D}]",
      "affiliation-unused", "No author has the affiliation '2'", .warning),
    .article(
      "title: R\ntype: retraction\nabout: 1️⃣engin", "about-unknown-article",
      "Journal has no article 'engin'; did you mean 'engine'?",
      with: ["issues/1/engine.md": "---\ntitle: Engine\n---\n"]),
    .article(
      "1️⃣title: R\ntype: retraction", "about-missing",
      "Notice of the type 'retraction' names no article"),
    .article(
      "title: R\ntype: correction\nabout: 1️⃣a", "about-itself", "Notice is about itself"),
    .article(
      "title: R\nabout: 1️⃣engine", "about-without-notice",
      "'about' belongs to a notice, not to the type 'research-article'",
      with: ["issues/1/engine.md": "---\ntitle: Engine\n---\n"]),
    .article(
      "title: A\ndate: 1️⃣2024-07-02", "date-in-future",
      "Date of publication '2024-07-02' lies in the future", .warning),
    .article(
      "title: A\ndate: 1️⃣۱۴۴۵-۱۲", "date-before-journals",
      "Date of publication '1445-12' lies before the first journals", .warning),
    .article(
      "title: A\ndate: 2024-06-30\ndates:\n  submitted: 2️⃣2024-03-01\n  accepted: 1️⃣2024-02-01",
      "dates-out-of-order", "'accepted' (2024-02-01) lies before 'submitted' (2024-03-01)",
      .warning, note: "'submitted' is given here"),
    .files(
      ["articles/early.md": "---\n1️⃣title: Early\n---\n"], "article-date-missing",
      "Article without an issue has no date"),
    .article(
      "title: A\nlanguage: en", "translation-duplicate", "Article 'a' has two texts in 'ur'",
      with: [
        "issues/1/a.md": "---\ntitle: A\nlanguage: ur\n---\nText.\n",
        "issues/1/a.ur.md": "---\n1️⃣title: B\n---\nText.\n",
      ]),
    .article(
      "title: A\nbibliography: a.json", "reference-duplicate-key",
      "Key 'one' is given twice; the first counts", .warning, note: "First given here",
      with: [
        "issues/1/a.json": #"[{"id": 2️⃣"one", "type": "book"}, {"id": 1️⃣"one", "type": "book"}]"#
      ]),
  ]

  @Test func doesNotReportWhatPointsToABrokenFile() async {
    let report = await findings(
      in: Fault.base.merging([
        "issues/1/issue.yml": "date: 2024-06\norder: [a, engine]\n",
        "issues/1/engine.md": "---\ntitle: 2024: Engine\n---\n",
        "issues/1/notice.md": "---\ntitle: R\ntype: retraction\nabout: engine\n---\n",
      ]) { $1 })
    #expect(report.diagnostics.map(\.code) == ["yaml-colon-in-text"])
  }
}

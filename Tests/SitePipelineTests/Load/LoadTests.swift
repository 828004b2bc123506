import JournalModel
import Reporting
import SitePipeline
import Testing

@Suite struct LoadTests {
  @Test func readsAnArticleOfEightLines() async throws {
    let tree = SourceTree([
      "Content/journal.yml": """
      title: Al-Qamar
      languages: [en, ur]
      citation: {style: chicago-author-date, compat: ojs}
      """,
      "Content/issues/2024-06/issue.yml": "date: 2024-06\n",
      "Content/issues/2024-06/us-withdrawal-afghanistan.md": """
      ---
      title: "The U.S. Withdrawal from Afghanistan: Analyzing Causes"
      authors:
        - literal: Mati -Ur- Rehman Bajwa
          affiliation: National Defence University Islamabad
      pages: 30-54
      keywords: [U.S. Afghanistan, Escalation]
      abstract: What the author found.
      ---
      Text.
      """,
      "Content/issues/2024-06/us-withdrawal-afghanistan.pdf": "%PDF-1.4",
    ])
    var report = Report()
    let loaded = await load(tree, report: &report)
    let resolved = try #require(resolve(loaded, report: &report))
    #expect(report.diagnostics == [])
    #expect(resolved.journal.citation.compatibility == .ojs)
    let issue = try #require(resolved.issues.first)
    #expect(issue.date.text == "2024-06")
    #expect(issue.articles == ["us-withdrawal-afghanistan"])
    let article = try #require(resolved.article("us-withdrawal-afghanistan"))
    #expect(
      article.title[.english].plain == "The U.S. Withdrawal from Afghanistan: Analyzing Causes")
    #expect(article.authors.map(\.slug) == ["bajwa-mati-ur-rehman"])
    #expect(
      article.authors[0].affiliations.map { $0.name[.english] }
        == ["National Defence University Islamabad"])
    #expect(article.dates.published.text == "2024-06")
    #expect(article.keywords.first?.value == ["U.S. Afghanistan", "Escalation"])
    #expect(article.galleys.map(\.fileName) == ["us-withdrawal-afghanistan.pdf"])
    #expect(article.bodies.map(\.value.offset) == [259])
  }

  @Test func namesAMisspeltFieldOnceAndNotAsMissingToo() async {
    let text = "---\ntitle: Engine\nautors: Ada Lovelace\n---\nText.\n"
    let report = await findings(in: Fault.base.merging(["issues/1/a.md": text]) { $1 })
    #expect(
      report.diagnostics.map(\.message)
        == ["Field 'autors' is not known in an article; did you mean 'authors'?"])
    #expect(report.diagnostics.map(\.severity) == [.warning])
  }

  @Test func readsWhatDepositsAtCrossrefNeed() async throws {
    let tree = SourceTree([
      "journal.yml": """
      title: Acta
      deposits:
        crossref:
          depositor: Example Press
          email: deposits@example.org
          registrant: Example Press
          schema: 5.4.0
          crossmark-policy: 10.5555/acta.policy
      """
    ])
    var report = Report()
    let loaded = await load(tree, report: &report)
    let resolved = try #require(resolve(loaded, report: &report))
    #expect(report.diagnostics == [])
    #expect(
      resolved.journal.deposits
        == Journal.Deposits(
          depositor: "Example Press", email: "deposits@example.org",
          registrant: "Example Press", crossrefSchema: .v540,
          crossmarkPolicy: DOI("10.5555/acta.policy")))
  }
}

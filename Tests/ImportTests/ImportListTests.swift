import Import
import Reporting
import TestSupport
import Testing

@Suite struct ImportListTests {
  private func read(
    crossref json: String
  ) -> (files: [String: String], codes: [String]) {
    var report = Report()
    let files = contentFiles(
      fromCrossref: Array(json.utf8), path: "works.json", title: nil, present: .init(),
      report: &report)
    return (texts(files), report.diagnostics.map(\.code.rawValue))
  }

  private func texts(_ files: [ContentFile]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private let work = #"""
    {"type": "journal-article", "DOI": "10.5555/q.1", "title": ["On <i>Salix</i>"],
     "container-title": ["Quarterly"], "ISSN": ["2049-3630"], "publisher": "Press",
     "volume": "3", "issue": "2", "page": "5-9", "language": "en",
     "published-online": {"date-parts": [[2021, 2, 3]]},
     "author": [{"given": "Ada", "family": "Byron", "ORCID": "https://orcid.org/0000-0002-1825-0097",
       "affiliation": [{"name": "Brown", "id": [{"id": "https://ror.org/05gq02987", "id-type": "ROR"}]}]},
       {"name": "Willow Group"}],
     "abstract": "<jats:title>Abstract</jats:title><jats:p>It <jats:italic>works</jats:italic> &amp; lasts.</jats:p>",
     "license": [{"URL": "https://creativecommons.org/licenses/by/4.0/", "content-version": "vor"}],
     "funder": [{"name": "Fund", "DOI": "10.13039/501100000001", "award": ["7"]}],
     "resource": {"primary": {"URL": "https://old.example.org/index.php/q/article/view/17"}},
     "reference": [{"key": "1", "unstructured": "Ek, B. Leaves. 1999."}]}
    """#

  @Test func readsAWorkOfCrossref() {
    let (found, codes) = read(crossref: #"{"status": "ok", "message": \#(work)}"#)
    #expect(codes == [])
    #expect(
      found["journal.yml"] == """
        title: Quarterly
        issn:
          online: "2049-3630"
        publisher: Press
        languages:
          - en
        legacy:
          ojs-url: "https://old.example.org/index.php/q"

        """)
    #expect(
      found["issues/3-2/issue.yml"] == """
        volume: "3"
        number: "2"
        year: "2021"
        date: "2021-02-03"
        order:
          - on-salix

        """)
    #expect(
      found["issues/3-2/on-salix.md"] == """
        ---
        title: "On *Salix*"
        language: en
        authors:
          - given: Ada
            family: Byron
            orcid: "https://orcid.org/0000-0002-1825-0097"
            affiliations:
              - name: Brown
                ror: "https://ror.org/05gq02987"
          - organization: Willow Group
        abstract: "It *works* & lasts."
        pages: "5-9"
        doi: "10.5555/q.1"
        date: "2021-02-03"
        license: "https://creativecommons.org/licenses/by/4.0/"
        funding:
          - funder: Fund
            doi: "10.13039/501100000001"
            awards:
              - "7"
        legacy:
          ojs-id: "17"
        ---

        ## References

        1. Ek, B. Leaves. 1999.

        """)
  }

  @Test func namesFactsThatAreMalformed() {
    expectDiagnostics(
      in: [
        "w.json": #"""
        0️⃣[1️⃣{"type": "journal-article", "title": ["T"], "container-title": ["Q"],
        "ISSN": ["2049-3631"], "language": "en_GB!", "issued": {"date-parts": [[2021, 13]]},
        "funder": [{"name": "Fund", "DOI": "13039"}]}]
        """#,
        "l.bib": "@article{2️⃣a, title = {T}, journal = {Q}, year = {2021}, langid = {l%e}}",
      ],
      .init("2️⃣", "import-fact-malformed", "'l%e' is no language and is left out", .warning),
      .init("0️⃣", "import-fact-malformed", "'2049-3631' is no ISSN and is left out", .warning),
      .init("1️⃣", "import-fact-malformed", "'en_GB!' is no language and is left out", .warning),
      .init("1️⃣", "import-fact-malformed", "'2021-13' is no date and is left out", .warning),
      .init("1️⃣", "import-fact-malformed", "'13039' is no DOI and is left out", .warning)
    ) { files, report in
      _ = contentFiles(
        fromCrossref: files["w.json"] ?? [], path: "w.json", title: nil, present: .init(),
        report: &report)
      _ = contentFiles(
        fromList: files["l.bib"] ?? [], path: "l.bib", title: nil, present: .init(),
        report: &report)
    }
  }

  @Test func makesNoticesOfUpdatesAndReferencesOfParts() throws {
    let (found, codes) = read(
      crossref: #"""
        {"message": {"items": [\#(work),
         {"type": "journal-article", "title": ["Retraction"], "volume": "3", "issue": "3",
          "issued": {"date-parts": [[2022]]}, "update-to": [{"DOI": "10.5555/Q.1", "type": "retraction"}],
          "reference": [{"key": "a", "article-title": "Leaves", "journal-title": "Trees", "year": "1999", "author": "Ek"},
            {"key": "b", "unstructured": "Bo. Bark."}]}]}}
        """#)
    #expect(codes == [])
    let notice = try #require(found["issues/3-3/retraction.md"])
    #expect(notice.hasPrefix("---\ntitle: Retraction\ntype: retraction\nabout:\n  - on-salix\n"))
    let list = try #require(found["issues/3-3/retraction.json"])
    #expect(list.contains(#""container-title": "Trees""#))
    #expect(list.contains(#""title": "Bo. Bark.""#))
  }

  @Test func missesNoKeysInAListThatNobodyCites() {
    var report = Report()
    let files = contentFiles(
      fromList: Array(
        "TY  - JOUR\nAU  - Ek, B\nTI  - Leaves\nJO  - Acta\nVL  - 4\nPY  - 2019\nER  - \n".utf8),
      path: "acta.ris", title: nil, present: .init(), report: &report)
    #expect(report.diagnostics == [])
    #expect(
      files.map(\.path).sorted() == ["issues/4/issue.yml", "issues/4/leaves.md", "journal.yml"])
  }

  @Test func readsABibliographyOfArticles() {
    var report = Report()
    let files = texts(
      contentFiles(
        fromList: Array(
          """
          @article{a, author = {de Vries, Jan and {Willow Group}}, title = {On {DNA} \\& Ice}, journal = {Acta},
            volume = 4, year = 2019, month = mar, pages = {1--9}, doi = {10.5555/a.4},
            url = {https://old.example.org/articles/4.html}}
          """.utf8), path: "acta.bib", title: nil, present: .init(), report: &report))
    #expect(report.diagnostics == [])
    #expect(files.keys.sorted() == ["issues/4/issue.yml", "issues/4/on-dna-ice.md", "journal.yml"])
    #expect(
      files["issues/4/on-dna-ice.md"] == """
        ---
        title: "On DNA & Ice"
        authors:
          - given: Jan
            dropping-particle: de
            family: Vries
          - literal: Willow Group
        pages: "1-9"
        doi: "10.5555/a.4"
        date: "2019-03"
        redirects:
          - "/articles/4.html"
        ---

        """)
  }

  private func expect(
    _ json: String, gives expected: ExpectedDiagnostic...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectDiagnostics(in: ["w.json": json], expected, sourceLocation: sourceLocation) {
      files, report in
      for (path, bytes) in files {
        _ = contentFiles(
          fromCrossref: bytes, path: path, title: "Q", present: .init(), report: &report)
      }
    }
  }

  @Test func namesWhatIsNoArticle() {
    expect(
      """
      0️⃣[1️⃣{"type": "book", "title": ["B"]}, 2️⃣{"type": "journal-article", "DOI": "10.5555/x"}]
      """,
      gives: .init("0️⃣", "list-empty", "List holds no article of a journal"),
      .init("1️⃣", "crossref-type-other", "Work of the type 'book' is left out", .warning),
      .init(
        "2️⃣", "crossref-title-missing", "Work '10.5555/x' has no title and is left out", .warning))
    expect(
      """
      1️⃣{"title": ["R"], "update-to": [{"DOI": "10.5555/y", "type": "removal"}]}
      """,
      gives: .init(
        "1️⃣", "list-notice-about-unknown", "Notice is about '10.5555/y', which is not in the list",
        .warning))
  }

  @Test func namesEntriesAndListsWithoutNames() {
    expectDiagnostics(
      in: ["a.bib": "0️⃣@article{1️⃣k, year = 2019}\n@article{l, title = {T}, year = 2019}"],
      .init("0️⃣", "list-journal-unnamed", "List does not name the journal", .warning),
      .init("1️⃣", "list-item-untitled", "Entry 'k' has no title and is left out", .warning)
    ) { files, report in
      for (path, bytes) in files {
        _ = contentFiles(
          fromList: bytes, path: path, title: nil, present: .init(), report: &report)
      }
    }
  }
}

import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import fascicle

/// Articles of ours through JATS and back.
@Suite struct JATSReturnTests {
  private let quiet = Terminal(isWatched: false)

  /// What `build` writes as JATS of the only article in a folder.
  private func jats(of folder: URL) async throws -> String {
    let built = try await BuildCommand.parse(["--source", folder.path, "--strict"])
      .result(on: quiet)
    #expect(built.code == .success, "\(built.errors)")
    let site = try contents(ofFolder: folder.appending(path: "Output"))
    let file = try #require(site.first { $0.key.hasSuffix("/jats.xml") }?.value)
    return String(decoding: file, as: UTF8.self)
  }

  @Test(arguments: ["essay", "interview", "research-article"])
  func comesBackAsItWas(kind: String) async throws {
    try await withTemporaryFolder { folder in
      let first = folder.appending(path: "first")
      let second = folder.appending(path: "second")
      for journal in [first, second] { try write(self.journal, into: journal) }
      try write(
        [
          "Content/issues/1/on-engines.md": article.replacing("KIND", with: kind),
          "Content/issues/1/all data.csv": "1", "Content/issues/1/refs.bib": references,
        ], into: first)
      let before = try await jats(of: first)
      try write(["a.xml": before, "all data.csv": "1"], into: second)
      let imported = try ImportJATSCommand.parse([
        second.appending(path: "a.xml").path, "--issue", "1", "--source", second.path, "--strict",
      ]).result(on: quiet)
      #expect(imported.code == .success, "\(imported.errors)")
      expectEqualLines(try await jats(of: second), before, "jats.xml")
    }
  }

  private let journal = [
    "Content/journal.yml":
      "title: J\nurl: 'https://j.example.org/'\nissn: {online: 2049-3630}\npublisher: P\n",
    "Content/issues/1/issue.yml": "date: 2020\n",
  ]

  private let references = """
    @book{ek, author={Ek, Bo}, title={Leaves}, publisher={Press}, address={Oslo}, date={1999-05-06}}
    @article{dee, author={Dee, Cy}, title={Bark of oaks}, journal={Trees}, date={2001-21}, pages={1--9}}

    """

  private let article = #"""
    ---
    title: {en: "On [Engines]{.smallcaps}", ur: انجن}
    type: KIND
    doi: 10.5555/a1
    pages: 5-9
    date: 2020-06-30
    dates: {submitted: 2019-01-02, accepted: 2019-03-04}
    authors:
      - given: Ada
        family: Lovelace
        orcid: 0000-0002-1825-0097
        email: ada@example.org
        corresponding: yes
        affiliations: [a]
        roles: [Software]
        alternate-names: {ur: {given: عمر, family: فاروق}}
      - organization: Loom Group
      - literal: Plato
      - {given: Ed, family: Itor, roles: [editor], affiliations: [b]}
      - {given: Tran, family: Slator, roles: [translator]}
    affiliations:
      - {id: a, name: A University, department: Letters, city: Oslo, country: NO, ror: 05gq02987}
      - {id: b, name: B University}
    abstract: {en: "One.\n\nTwo & *three*.", ur: ایک}
    plain-language-summary: Plain.
    keywords: {en: [looms, engines], ur: [ایک]}
    license: CC-BY-4.0
    copyright: {holder: The Authors, year: 2019}
    funding:
      - {funder: A Fund, ror: 05gq02987, doi: 10.13039/5, awards: [X1, X2]}
    statements:
      data: "Data are *open*."
      code: Code is at <https://example.org/>.
      interests: None.
      ethics: Approved.
      funding: Paid.
      acknowledgements: Thanks.
      contributions: A wrote.
      ai-use: None used.
    bibliography: refs.bib
    supplements: [{title: Data, url: "https://example.org/d.csv"}, {title: All, file: all data.csv}]
    ---

    ## Two

    Text *a* **b** `c` [link](https://example.org/) H~2~O x^2^ [S]{.smallcaps}.[^1] See [above](#two).

    Others say so [see @ek, p. 3; @dee, chap. 2], and more [@ek].

    > Quote\
    > in lines

    - a
    - b

    1. c
    2. d

    Term
    :   Definition

    ### Three

    | a | b |
    |---|---|
    | 1 | 2 |

    Table: Caption {#tbl:t}

    [^1]: A note.
    """#
}

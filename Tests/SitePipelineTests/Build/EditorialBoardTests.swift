import Reporting
import SitePipeline
import TestSupport
import Testing

@Suite(.enabled(if: TestSite.hasStyles, "needs the package citation-style-language-styles"))
struct EditorialBoardTests {
  @Test func showsThePeopleByRoleWithTheirCountriesAndTerms() async throws {
    var files = TestSite.small
    files["Content/people.yml"] = """
      - family: Sample
        given: Ada
        role: Editor
        affiliation: {name: University of Examples, country: GB}
        from: 2024
      - {literal: Aisha bint Yusuf, role: Reader, from: 2023, until: 2025-03}
      - {literal: Bilal Ashraf, role: Editor}

      """
    files["Content/pages/editorial-board.md"] = "---\ntitle: Board\n---\n\nThey are chosen.\n"
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().report.diagnostics == [])
      let page = try site.text("Output/about/editorial-board/index.html")
      let start = try #require(page.firstRange(of: "<p>They are chosen.</p>"))
      let end = try #require(page.firstRange(of: "</article>"))
      #expect(
        page[start.upperBound..<end.lowerBound].split(separator: "\n").joined(separator: "\n")
          == """
          </div>
          <div class="prose">
          <h2 id="role-1">Editor</h2>
          <ul class="authors" role="list">
          <li><b><bdi>Ada Sample</bdi></b><span>University of Examples, United Kingdom</span>\
          <span>2024–</span></li>
          <li><b><bdi>Bilal Ashraf</bdi></b></li>
          </ul>
          <h2 id="role-2">Reader</h2>
          <ul class="authors" role="list">
          <li><b><bdi>Aisha bint Yusuf</bdi></b><span>2023 – March 2025</span></li>
          </ul>
          </div>
          </div>
          """)
    }
  }
}

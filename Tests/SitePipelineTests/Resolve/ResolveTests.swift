import Bibliography
import JournalModel
import Testing

/// What articles, issues and people become when their files are looked at together.
@Suite struct ResolveTests {
  private func text(_ fields: String) -> String { "---\n\(fields)\n---\nText.\n" }

  @Test func ordersArticlesByListThenSectionThenPages() async throws {
    let journal = try await resolved([
      "issues/1/issue.yml": """
      date: 2024-06
      sections: [{id: editorial, title: Editorial}, {id: articles, title: {en: Articles}}]
      order: [z]
      """,
      "issues/1/a.md": text("title: A\nsection: articles\npages: 30-40"),
      "issues/1/b.md": text("title: B\nsection: Articles\npages: 9-29"),
      "issues/1/c.md": text("title: C\nsection: editorial\npages: 50"),
      "issues/1/z.md": text("title: Z\nsection: articles\npages: 99"),
    ])
    #expect(journal.issues.map(\.articles) == [["z", "c", "b", "a"]])
    #expect(journal.articles.map(\.slug) == ["z", "c", "b", "a"])
    #expect(journal.article("b")?.section == "articles")
  }

  @Test func ordersIssuesFromTheNewest() async throws {
    let journal = try await resolved([
      "issues/1/issue.yml": "date: 2023-12\nvolume: 1\nnumber: 2\n",
      "issues/2/issue.yml": "date: 2024\n",
      "issues/2024-03/issue.yml": "volume: 2\n",
      "articles/early.md": text("title: Early\ndate: 2024-05-01"),
    ])
    #expect(journal.issues.map(\.folder) == ["2024-03", "2", "1"])
    #expect(journal.issues.map(\.date.text) == ["2024-03", "2024", "2023-12"])
    #expect(journal.articles.map(\.slug) == ["early", "a"])
  }

  @Test func inheritsLicenceAndDate() async throws {
    let journal = try await resolved([
      "journal.yml": "title: Journal\nlicense: CC-BY-4.0\n",
      "issues/1/issue.yml": "date: 2024-06\n",
      "issues/2/issue.yml": "date: 2024-09\nlicence: CC0\n",
      "issues/2/b.md": text("title: B"),
      "issues/2/c.md": text("title: C\nlicense: MIT\ndate: 2024-08-01"),
    ])
    #expect(journal.articles.map(\.slug) == ["b", "c", "a"])
    #expect(journal.articles.map(\.licence?.spdx) == ["CC0-1.0", "MIT", "CC-BY-4.0"])
    #expect(journal.articles.map(\.dates.published.text) == ["2024-09", "2024-08-01", "2024-06"])
  }

  @Test func joinsTranslations() async throws {
    let journal = try await resolved([
      "journal.yml": "title: Journal\nlanguages: [en, ur]\n",
      "issues/1/a.md": text("title: Engine\nabstract: One"),
      "issues/1/a.ur.md": text("title: انجن\nabstract: ایک\nkeywords: [دو]"),
      "issues/1/a.pdf": "%PDF", "issues/1/a.ur.pdf": "%PDF-",
      "issues/1/b/index.en.md": text("title: B"), "issues/1/b/index.es.md": text("title: BB"),
      "pages/aims.md": text("title: Aims"), "pages/aims.ur.md": text("title: مقاصد"),
    ])
    let article = try #require(journal.article("a"))
    #expect(article.title.entries.map(\.value.plain) == ["Engine", "انجن"])
    #expect(article.bodies.map(\.value.path) == ["issues/1/a.md", "issues/1/a.ur.md"])
    #expect(article.bodies.map(\.language.text) == ["en", "ur"])
    #expect(article.abstracts.map(\.value.markdown) == ["One", "ایک"])
    #expect(article.galleys.map(\.fileName) == ["a.pdf", "a.ur.pdf"])
    #expect(article.galleys.map(\.size) == [4, 5])
    #expect(journal.article("b")?.bodies.map(\.language.text) == ["en", "es"])
    #expect(journal.pages.map(\.slug) == ["aims"])
    #expect(journal.pages.first?.bodies.map(\.language.text) == ["en", "ur"])
    #expect(journal.pages.first?.title.entries.map(\.value.plain) == ["Aims", "مقاصد"])
  }

  @Test func joinsNoticesWithTheirArticles() async throws {
    let journal = try await resolved([
      "notices/late.md": text("title: L\ntype: retraction\nabout: a\ndate: 2024-09-01"),
      "notices/first.md": text("title: F\ntype: correction\nabout: [a]\ndate: 2024-07-01"),
    ])
    #expect(journal.article("a")?.notices == ["first", "late"])
    #expect(journal.article("late")?.about == ["a"])
    #expect(journal.article("late")?.kind == .retraction)
  }

  @Test func readsAnArticleFolderAsAuthorsHaveIt() async throws {
    let files = [
      "issues/1/engine/paper.md": text("title: Engine\nbibliography: paper.json"),
      "issues/1/engine/paper.json": #"[{"id": "one", "type": "book"}]"#,
      "issues/1/engine/paper.pdf": "%PDF", "issues/1/engine/figure.pdf": "%PDF",
    ]
    let article = try #require(try await resolved(files).article("engine"))
    #expect(try await references(of: "engine", files).map(\.id) == ["one"])
    #expect(article.galleys.map(\.fileName) == ["engine.pdf"])
  }

  @Test(arguments: [
    ("{family: Bajwa, given: Mati-ur-Rehman}", "bajwa-mati-ur-rehman"),
    ("{literal: Mati -Ur- Rehman Bajwa}", "bajwa-mati-ur-rehman"),
    ("{family: Müller, given: Jörg}", "muller-jorg"),
    ("{family: Łukasiewicz, given: Jan}", "lukasiewicz-jan"),
    ("{family: Leeuwen, given: Robbie, particle: van}", "van-leeuwen-robbie"),
    ("{organization: Project Jupyter}", "project-jupyter"),
    ("{literal: 王小明}", "author-2b4cfee3"),
  ]) func givesAuthorsAnAddress(_ author: String, _ slug: String) async throws {
    let journal = try await resolved(["issues/1/a.md": text("title: A\nauthors: [\(author)]")])
    #expect(journal.article("a")?.contributors.map(\.slug) == [slug])
  }

  @Test func knowsTheSamePersonByORCIDOrName() async throws {
    let journal = try await resolved([
      "issues/1/a.md": text(
        "title: A\nauthors: [{family: Lovelace, given: Ada, orcid: 0000-0002-1825-0097}]"),
      "issues/1/b.md": text(
        "title: B\nauthors: [{family: Lovelace, given: A., orcid: 0000-0002-1825-0097}]"),
      "issues/1/c.md": text("title: C\nauthors: [Ada Lovelace]"),
      "issues/1/d.md": text(
        "title: D\nauthors: [{family: Smith, given: John, orcid: 0000-0001-5109-3700}]"),
      "issues/1/e.md": text(
        "title: E\nauthors: [{family: Smith, given: John, orcid: 0000-0002-1694-233X}]"),
    ])
    #expect(
      journal.articles.map { $0.contributors.map(\.slug) } == [
        ["lovelace-ada"], ["lovelace-ada"], ["lovelace-ada"], ["smith-john-3700"],
        ["smith-john-233x"],
      ])
  }

  @Test func looksUpAuthorsAmongThePeople() async throws {
    let journal = try await resolved([
      "people.yml": """
      - {id: khan, family: Khan, given: Amina, role: {en: Editor, ur: مدیر}, from: 2020}
      - {id: klein, family: Klein, given: Lauren, affiliation: Emory University}
      """,
      "issues/1/a.md": text("title: A\nauthors: [klein]"),
    ])
    #expect(journal.article("a")?.contributors.map(\.name.family) == ["Klein"])
    #expect(
      journal.article("a")?.contributors.first?.affiliations.map { $0.name[.english] }
        == ["Emory University"])
    #expect(journal.journal.people.map(\.person.slug) == ["khan-amina"])
    #expect(journal.journal.people.first?.role[.english] == "Editor")
  }
}

import Publishing
import Testing

@Suite struct UploadOrderTests {
  @Test func bringsWhatPagesLeadToFirst() {
    let paths = [
      "404.html", "articles/a/a.pdf", "articles/a/index.html", "articles/a/jats.xml",
      "assets/style.css", "feed.xml", "index.html", "issues/1/index.html", "issues/1/issue.bib",
      "ur/articles/a/index.html", "ur/index.html",
    ]
    #expect(
      uploadBatches(of: paths) == [
        ["articles/a/a.pdf", "articles/a/jats.xml", "assets/style.css", "issues/1/issue.bib"],
        ["articles/a/index.html", "ur/articles/a/index.html"],
        ["issues/1/index.html"],
        ["404.html", "index.html", "ur/index.html"],
        ["feed.xml"],
      ])
  }
}

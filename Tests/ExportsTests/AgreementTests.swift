import Bibliography
import Exports
import JournalModel
import Reporting
import Testing

/// Whatever an article is called, whoever wrote it and wherever it stands: every format says the
/// same of it.
@Suite struct AgreementTests {
  static let titles = [
    "Plain", "Ends with a question?", "Quotes \"double\" and 'single' and “curly”",
    "Signs & <tags> </script> <!-- ]]> --> % _ # $ ~ ^ \\ { }", "Two\nlines\tand a tab",
    "اردو غزل: ایک جائزہ", "العنوان (الأول)", "Über Straße, naïve façade, Œuvre",
    "2024: A Review #2", "Emoji 🎉 and math 𝛼 ≤ β", "  Spaces   everywhere  ",
    "RETRACTION that is none", "null", "10.5555/5",
  ]

  static let names = [
    [PersonName(literal: "Mati -Ur- Rehman Bajwa")],
    [PersonName(family: "Gogh", given: "Vincent", nonDroppingParticle: "van")],
    [PersonName(family: "Fontaine", given: "Jean", droppingParticle: "de La", suffix: "Jr.")],
    [PersonName(family: "احمد", given: "سارہ"), PersonName(family: "O’Neill", given: "Seán-Óg")],
    [PersonName(family: "毛", given: "澤東", isStaticallyOrdered: true)],
    [PersonName(given: "Plato"), PersonName(family: "D'Arcy-Smith & Co", given: "A. B.")],
  ]

  @Test(arguments: titles, names)
  func allFormatsAgree(title: String, names: [PersonName]) throws {
    for extent in [Article.Extent.pages(try PageRange("30-54")), .pages(try PageRange("xii"))] {
      for doi in [DOI("10.5555/acta.7.1.30"), nil] {
        let record = try record(title: title, names: names, extent: extent, doi: doi)
        let facts = try facts(of: record)
        let expected = try #require(facts.first { $0.format == "head" }).facts
        for (format, found) in facts { #expect(found == expected, "\(format)") }
      }
    }
  }

  private func record(
    title: String, names: [PersonName], extent: Article.Extent, doi: DOI?
  ) throws -> ArticleRecord {
    let sample = try SampleJournal()
    var article = try #require(sample.resolved.article("engine"))
    article.facts.title = Localized(RichText(title), in: .english)
    article.facts.subtitle = nil
    article.facts.contributors = names.map { Contributor(name: $0, slug: "somebody") }
    article.facts.extent = extent
    article.facts.doi = doi
    let resolved = ResolvedJournal(
      journal: sample.resolved.journal, issues: sample.resolved.issues, articles: [article])
    return ArticleRecord(article, in: resolved)
  }

  private func facts(of record: ArticleRecord) throws -> [(format: String, facts: ArticleFacts)] {
    let downloads = Downloads(record.resolved)
    func download(_ format: DownloadFormat) -> [UInt8] {
      downloads.list(of: [record.article]) { _ in ArticleText() }.bytes(as: format)
    }
    var report = Report()
    let bib = try #require(
      Item.readBibTeX(download(.bibTeX), path: "cite.bib", report: &report).first)
    let csl = try #require(
      Item.readCSLJSON(download(.cslJSON), path: "cite.csl.json", report: &report).first)
    #expect(report.isEmpty)
    var facts: [(String, ArticleFacts)] = [
      ("head", ArticleFacts(tags: record.highwireTags(in: .english))),
      ("JSON-LD", try ArticleFacts(jsonLD: record.jsonLD)),
      ("JATS", try jats(record)), ("DOAJ XML", try doaj(record)),
      ("DOAJ JSON", try ArticleFacts(doajJSON: record.doajJSON)),
      (
        "RIS",
        ArticleFacts(
          lines: download(.ris), title: "TI  - ", author: "AU  - ", year: "PY  - ",
          pages: "SP  - ", last: record.isOnOnePage ? "SP  - " : "EP  - ", journal: "T2  - ")
      ),
      (
        "EndNote",
        ArticleFacts(
          lines: download(.endNote), title: "%T ", author: "%A ", year: "%D ", pages: "%P ",
          last: nil, journal: "%J ")
      ),
      ("BibTeX", ArticleFacts(item: bib)), ("CSL-JSON", ArticleFacts(item: csl)),
    ]
    if record.article.doi != nil { facts.append(("Crossref", try crossref(record))) }
    return facts
  }

  private func jats(_ record: ArticleRecord) throws -> ArticleFacts {
    try ArticleFacts(
      xml: try #require(record.jats()), at: "//front",
      title: "/article-meta/title-group/article-title",
      authors: "/article-meta/contrib-group[1]/contrib/*[self::name or self::string-name]",
      year: "/article-meta/pub-date[1]/year", first: "/article-meta/fpage",
      last: "/article-meta/lpage", journal: "/journal-meta/journal-title-group/journal-title")
  }

  private func doaj(_ record: ArticleRecord) throws -> ArticleFacts {
    try ArticleFacts(
      xml: try #require(doajXML(of: [record.doajRecord])), at: "//record",
      title: "/title", authors: "/authors/author/name", year: "/publicationDate",
      first: "/startPage", last: "/endPage", journal: "/journalTitle")
  }

  private func crossref(_ record: ArticleRecord) throws -> ArticleFacts {
    let bytes = try #require(
      record.resolved.crossrefDeposit(of: record.issue, articles: [record.crossrefArticle]))
    func path(_ names: String...) -> String {
      names.map { "/*[local-name()='\($0)']" }.joined()
    }
    return try ArticleFacts(
      xml: bytes, at: "//*[local-name()='journal']",
      title: path("journal_article", "titles", "title"),
      authors: path("journal_article", "contributors", "person_name"),
      year: path("journal_article", "publication_date", "year"),
      first: path("journal_article", "pages", "first_page"),
      last: path("journal_article", "pages", "last_page"),
      journal: path("journal_metadata", "full_title"))
  }
}

extension ArticleRecord {
  fileprivate var isOnOnePage: Bool {
    if case .pages(let range) = article.extent { range.last == nil } else { false }
  }
}

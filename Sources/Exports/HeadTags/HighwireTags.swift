package import JournalModel

extension ArticleRecord {
  /// The `citation_*` tags that Google Scholar and Zotero read, in the order in which Open Journal
  /// Systems prints them.
  ///
  /// Scholar wants the PDF in the folder of the page that names it, so only the page in the language
  /// of the PDF does.
  ///
  /// A text that nobody has signed has none: without an author Scholar ignores them, and a made-up
  /// one would be cited.
  package func highwireTags(in pageLanguage: LanguageTag) -> [HeadTag] {
    guard !isUnsigned else { return [] }
    var tags: [HeadTag] = []
    tags.reserveCapacity(64 + text.references.count)
    tags.add("gs_meta_revision", "1.1")
    tags.add("citation_journal_title", journal.title[language])
    tags.add("citation_journal_abbrev", journal.abbreviation)
    tags.add("citation_issn", journal.issn.online?.text)
    tags.add("citation_issn", journal.issn.print?.text)
    tags.add("citation_publisher", journal.publisher?.name[language])
    for author in authors {
      tags.add("citation_author", author.name.inverted)
      for affiliation in author.affiliations {
        tags.add("citation_author_institution", affiliation.line(in: language))
      }
      tags.add("citation_author_orcid", author.orcid?.url)
    }
    tags.add("citation_title", plainTitle)
    tags.add("citation_language", language.text)
    tags += highwireDates
    tags.add("citation_volume", issue?.volume)
    tags.add("citation_issue", issue?.number)
    switch article.extent {
    case .pages(let range):
      tags.add("citation_firstpage", range.first)
      tags.add("citation_lastpage", range.last ?? range.first)
    case .articleNumber(let number): tags.add("citation_article_number", number)
    case nil: break
    }
    tags.add("citation_doi", article.doi?.text)
    tags.add("citation_abstract_html_url", url)
    for abstract in abstracts {
      tags.add("citation_abstract", abstract.line, in: abstract.language)
    }
    for keyword in keywords { tags.add("citation_keywords", keyword.text, in: keyword.language) }
    if let pdf {
      let file = SitePath.galley(pdf, of: article, in: journal)
      let page = SitePath.article(article.slug).translated(into: pageLanguage, of: journal)
      if file == page.file(pdf.fileName) { tags.add("citation_pdf_url", addresses[file]) }
    }
    if text.body != nil { tags.add("citation_fulltext_html_url", url) }
    for reference in text.references(for: pageLanguage) {
      tags.add("citation_reference", reference)
    }
    return tags
  }

  /// Dates in the forms their readers document.
  ///
  /// Scholar knows the full date or the year alone; a month without a day stands in
  /// `citation_cover_date`, where Zotero looks. `citation_date` beats the others in Zotero, so it
  /// is written only where it is known to the day and the same.
  private var highwireDates: [HeadTag] {
    var tags: [HeadTag] = []
    let date = citedDate
    if date.day != nil {
      tags.add("citation_date", date.slashed)
      tags.add("citation_publication_date", date.slashed)
    } else {
      tags.add("citation_publication_date", String(date.year))
      if date.month != nil { tags.add("citation_cover_date", date.slashed) }
    }
    if date != article.dates.published, article.dates.published.day != nil {
      tags.add("citation_online_date", article.dates.published.slashed)
    }
    return tags
  }
}

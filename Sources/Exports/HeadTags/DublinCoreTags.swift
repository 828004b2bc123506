import JournalModel

extension ArticleRecord {
  /// The Dublin Core tags in the order in which Open Journal Systems prints them.
  ///
  /// The schemes it names (ISO8601, IMT, RFC5646) are left out: HTML no longer has the attribute.
  package var dublinCoreTags: [HeadTag] {
    var tags: [HeadTag] = [
      .link("schema.DC", "http://purl.org/dc/elements/1.1/"),
      .link("schema.DCTERMS", "http://purl.org/dc/terms/"),
    ]
    for funding in article.funding { tags.add("DC.Contributor.Sponsor", funding.funder) }
    for author in authors {
      let name = author.isOrganization ? "DC.Creator.CorporateName" : "DC.Creator.PersonalName"
      tags.add(name, author.name.inverted)
    }
    tags.add("DC.Date.created", article.dates.published.text)
    tags.add("DC.Date.dateSubmitted", article.dates.submitted?.text)
    tags.add("DC.Date.issued", citedDate.text)
    tags.add("DC.Date.modified", article.dates.updated?.text)
    for abstract in text.abstracts {
      tags.add("DC.Description", abstract.line, in: abstract.language)
    }
    for galley in article.galleys { tags.add("DC.Format", galley.mediaType) }
    tags.add("DC.Identifier", article.slug)
    if case .pages(let range) = article.extent {
      tags.add("DC.Identifier.pageNumber", range.text)
    }
    tags.add("DC.Identifier.DOI", article.doi?.text)
    tags.add("DC.Identifier.URI", url)
    tags.add("DC.Language", language.text)
    tags.add("DC.Publisher", journal.publisher?.name[language])
    for right in rights { tags.add("DC.Rights", right) }
    tags.add("DC.Source", journal.title[language])
    tags.add("DC.Source.ISSN", journal.issn.preferred?.text)
    tags.add("DC.Source.Issue", issue?.number)
    tags.add("DC.Source.Volume", issue?.volume)
    tags.add("DC.Source.URI", addresses[.home])
    for keyword in keywords { tags.add("DC.Subject", keyword.text, in: keyword.language) }
    tags.add("DC.Title", plainTitle)
    let own = article.title.entry(for: language).language
    for entry in article.title.entries where entry.language != own {
      tags.add(
        "DC.Title.Alternative", resolved.fullTitle(of: article, in: entry.language).plain,
        in: entry.language)
    }
    tags.add("DC.Type", "Text.Serial.Journal")
    tags.add("DC.Type.articleType", sectionTitle)
    for notice in related { tags.add("DC.Relation", addresses[.article(notice.slug)]) }
    let versions = resolved.neighbours(ofVersion: article)
    tags.add("DCTERMS.replaces", versions.previous.flatMap { addresses[.article($0.slug)] })
    tags.add("DCTERMS.isReplacedBy", versions.next.flatMap { addresses[.article($0.slug)] })
    tags.add("DCTERMS.bibliographicCitation", text.citation)
    return tags
  }

  /// Who holds the copyright, then the address of the licence.
  package var rights: [String] {
    var rights: [String] = []
    if let copyright = article.copyright {
      let year = copyright.year.map { "\($0) " } ?? ""
      rights.append("Copyright (c) \(year)\(copyright.holder)")
    }
    if let licence = article.licence { rights.append(licence.url) }
    return rights
  }

  /// The name of the section in which the contents page lists the article.
  package var sectionTitle: String? {
    issue?.sections.first { $0.id == article.section }?.title[language]
  }
}

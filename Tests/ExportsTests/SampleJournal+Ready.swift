import Bibliography
import JournalModel
import Reporting

extension SampleJournal {
  /// The journal as its registries want it: every page, fact and file there.
  var ready: ResolvedJournal {
    let range = SourceRange(startOf: "sample.md")
    var journal = resolved.journal
    journal.facts.deposits?.crossmarkPolicy = DOI("10.5555/acta.policy")
    journal.facts.people = [
      .init(
        person: Contributor(
          name: PersonName(family: "Editor", given: "Edda"),
          affiliations: [Affiliation(name: Localized("Example University", in: english))],
          slug: "editor-edda"), role: Localized("Editor", in: english))
    ]
    let slugs = [
      "open-access", "about", "for-authors", "peer-review", "licensing", "copyright", "fees",
      "contact", "ethics", "archiving", "ownership", "revenue", "advertising", "direct-marketing",
    ]
    let pages = slugs.map { slug in
      StaticPage(
        kind: .page, slug: slug, title: Localized(RichText(slug), in: english), bodies: [],
        range: range)
    }
    let articles = resolved.articles.enumerated().map { index, article in
      var article = article
      article.facts.licence = journal.licence
      article.facts.doi = article.doi ?? DOI("10.5555/acta.\(index)")
      article.facts.bodies = [.init(language: english, value: .init(path: "a.md", offset: 0))]
      if article.galleys.isEmpty {
        article.facts.galleys = [
          .init(
            label: "PDF", language: english, path: "\(article.slug).pdf",
            fileName: "\(article.slug).pdf", mediaType: "application/pdf", size: 1)
        ]
      }
      return article
    }
    return ResolvedJournal(
      journal: journal, issues: resolved.issues, articles: articles, pages: pages)
  }
}

import Bibliography
import CSL
import Exports
import JournalModel

extension PageContext {
  func citationView(_ article: Article, citations: [CitationView]) -> CitationPageView {
    let title = title(of: article)
    return CitationPageView(
      back: LinkView(label: text.label(.backToArticle), url: link(to: .article(article.slug))),
      heading: text.label(.citeThisArticle),
      title: title.html + HTML.escaped(mark(ofVersion: article)),
      titleLanguage: attributes(title.language),
      styleCount: text.count(citations.count, .style), citations: citations, styleName: "",
      entries: [],
      downloads: references(of: .article(article.slug)) { $0.articleFile.name })
  }

  /// What reference managers take of an issue; there are files only where there are articles.
  func issueReferences(_ issue: Issue) -> [LinkView] {
    issue.articles.isEmpty
      ? [] : references(of: .issue(issue.folder)) { $0.issueFileName }
  }

  /// All articles of an issue in the style of the journal.
  func issueCitationView(_ issue: Issue) -> CitationPageView {
    let style = options.citation.style
    let articles = issue.articles.compactMap(journal.article)
    let entries = articles.compactMap { article -> MarkupView? in
      let citationLanguage = citationLanguage(of: article)
      guard
        let processor = site.citations.processor(
          style: style, language: citationLanguage, for: .articles)
      else { return nil }
      let itemLanguage = article.title.entry(for: citationLanguage).language
      return MarkupView(
        html: processor.reference(
          citedItem(article, title: itemLanguage, in: citationLanguage)
        ).isolating(in: itemLanguage.direction, by: processor).html,
        language: attributes(itemLanguage))
    }
    let title = issue.title?.entry(for: language)
    return CitationPageView(
      back: link(issue), heading: text.label(.citeThisIssue), title: title?.value.html,
      titleLanguage: title.map { attributes($0.language) } ?? "", styleCount: "", citations: [],
      styleName: site.citations.title(of: style), entries: entries,
      downloads: issueReferences(issue))
  }
}

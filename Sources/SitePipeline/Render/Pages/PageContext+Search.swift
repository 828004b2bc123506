import Bibliography
import JournalModel

extension PageContext {
  func searchView() -> SearchView {
    SearchView(
      page: link(to: .search), index: folder(of: links.link(to: .searchIndex)),
      root: folder(of: link(to: .home)),
      file: site.plan.options.links == .files ? "index.html" : "",
      digits: text.digits("0123456789"),
      comma: text.comma,
      counts: text.forms(of: .result).map { TextView(text: $0.text, language: $0.form.rawValue) },
      groups: browseGroups)
  }

  /// The folder of a link, for a script to put names of files after.
  private func folder(of link: String) -> String {
    String(link[..<(link.lastIndex(of: "/").map(link.index(after:)) ?? link.startIndex)])
  }

  /// Years of issues, and the letters of the authors and keywords.
  private var browseGroups: [ListView.Group] {
    let archive = link(to: .issues)
    let years = archiveView().years.map { LinkView(label: $0.heading, url: "\(archive)#\($0.id)") }
    let letters = { (list: ListView, path: SitePath) in
      list.groups.map { LinkView(label: $0.heading, url: "\(link(to: path))#\($0.id)") }
    }
    return [
      .init(id: "years", heading: text.label(.years), links: years),
      .init(
        id: "authors", heading: text.label(.authors), links: letters(authorsView(), .authors)),
      .init(
        id: "keywords", heading: text.label(.keywords), links: letters(keywordsView(), .keywords)),
    ].filter { !$0.links.isEmpty }
  }
}

extension RenderContext {
  /// The index of all articles, the oldest first.
  func searchIndex() -> SearchIndex {
    let page = PageContext(self, path: .search, language: options.defaultLanguage)
    var index = SearchIndex()
    let byIssue = journal.issues.reversed().flatMap { $0.articles.compactMap(journal.article) }
    let ahead = journal.articles.filter { $0.issueFolder == nil }
    for article in byIssue + ahead {
      let document = page.searchDocument(of: article)
      // A text that cannot be read is reported where its page is made.
      let bodies = article.bodies.map { entry in
        (try? tree.bytes(of: entry.value.path)).map { Array($0[entry.value.offset...]) } ?? []
      }
      index.add(document, terms: SearchTerms(document, bodies: bodies))
    }
    return index
  }
}

extension PageContext {
  fileprivate func searchDocument(of article: Article) -> SearchDocument {
    let issue = journal.issue(of: article)
    let label = journal.titleLabel(of: article).map { $0 + ": " } ?? ""
    let titles = article.title.entries.map { entry in
      let subtitle = article.subtitle?.exactEntry(for: entry.language).map { ": " + $0.value.plain }
      return Localized<String>.Entry(
        language: entry.language, value: label + entry.value.plain + (subtitle ?? ""))
    }
    let names = article.contributors.flatMap { contributor in
      [contributor.name.displayName] + contributor.alternateNames.map(\.value.displayName)
    }
    return SearchDocument(
      url: SitePath.article(article.slug).encoded, titles: titles, names: names,
      byline: article.authors.map(\.name.displayName), keywords: article.keywords.flatMap(\.value),
      abstracts: article.abstracts.map { .init(language: $0.language, value: $0.value.markdown) },
      extent: extent(of: article) ?? "",
      doi: article.doi?.text, year: issue?.year ?? article.dates.published.year,
      section: issue?.sections.first { $0.id == article.section }?.title)
  }
}

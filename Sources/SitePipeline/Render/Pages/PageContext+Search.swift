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
  ///
  /// It is made from that of the last build when few articles differ, and stored for the next.
  func searchFiles() -> [SearchIndex.File] {
    let page = PageContext(self, path: .search, language: options.defaultLanguage)
    let byIssue = journal.issues.reversed().flatMap { $0.articles.compactMap(journal.article) }
    let articles = byIssue + journal.articles.filter { $0.issueFolder == nil }
    let documents = articles.map(page.searchDocument)
    guard let cache = searchCache else {
      var index = SearchIndex()
      for (article, document) in zip(articles, documents) {
        index.add(document, terms: terms(of: article, document, in: tree))
      }
      return index.files()
    }
    let time = Disk.now()
    var sources: [StoredSearchIndex.Source] = []
    var index = SearchIndex()
    if let stored = CacheFile.read(StoredSearchIndex.self, at: cache) {
      sources = zip(articles, documents).enumerated().map { place, article in
        StoredSearchIndex.Source(
          article.1, of: article.0, in: tree,
          known: place < stored.sources.count ? stored.sources[place] : nil, time: stored.time)
      }
      index = searchIndex(articles, documents, sources, stored)
    } else {
      for (article, document) in zip(articles, documents) {
        let texts = tree.holding(article.bodies.map(\.value.path))
        sources.append(.init(document, of: article, in: texts, known: nil, time: 0))
        index.add(document, terms: terms(of: article, document, in: texts))
      }
    }
    let details = index.details
    let outline = index.outline(with: details)
    // The next build does without when this cannot be written.
    _ = try? CacheFile.write(
      StoredSearchIndex(index, sources: sources, outline: outline, time: time), to: cache)
    return index.files(outline, details: details)
  }

  private func searchIndex(
    _ articles: [Article], _ documents: [SearchDocument], _ sources: [StoredSearchIndex.Source],
    _ stored: StoredSearchIndex
  ) -> SearchIndex {
    var index = SearchIndex()
    var known = 0
    if stored.sources.count <= articles.count {
      let changed = stored.sources.indices.filter {
        !sources[$0].saysTheSame(as: stored.sources[$0])
      }
      // Beyond some share of the articles it is less work to begin anew.
      if changed.count * 4 <= articles.count {
        known = stored.sources.count
        index = stored.index(of: Array(documents[..<known]))
        index.replace(
          Dictionary(
            uniqueKeysWithValues: changed.map {
              (Int32($0), terms(of: articles[$0], documents[$0], in: tree))
            }))
      }
    }
    for place in known..<articles.count {
      index.add(
        documents[place], terms: terms(of: articles[place], documents[place], in: tree))
    }
    return index
  }

  func terms(
    of article: Article, _ document: SearchDocument, in tree: SourceTree
  ) -> SearchTerms {
    // A text that cannot be read is reported where its page is made.
    let bodies = article.bodies.map { entry in
      (try? tree.bytes(of: entry.value.path)).map { Array($0.dropFirst(entry.value.offset)) } ?? []
    }
    return SearchTerms(document, bodies: bodies)
  }
}

extension PageContext {
  func searchDocument(of article: Article) -> SearchDocument {
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
      byline: article.authors.map(\.name.displayName),
      nameLanguage: article.language.direction == .rightToLeft ? article.language : nil,
      keywords: article.keywords.flatMap(\.value),
      abstracts: article.abstracts.map { .init(language: $0.language, value: $0.value.markdown) },
      extent: extent(of: article) ?? "",
      doi: article.doi?.text, year: issue?.year ?? article.dates.published.year,
      section: issue?.sections.first { $0.id == article.section }?.title)
  }
}

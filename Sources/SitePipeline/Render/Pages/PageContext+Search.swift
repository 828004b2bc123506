import Bibliography
import Exports
import JournalModel
import Reporting

extension PageContext {
  func searchView() -> SearchView {
    SearchView(
      page: link(to: .search), index: folder(of: links.link(to: .searchIndex)),
      root: folder(of: link(to: .home)),
      file: site.plan.options.links == .files ? "index.html" : "",
      digits: text.digits("0123456789"),
      comma: text.comma,
      wordsLanguage: attributes(text.language),
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
    func letters(_ groups: [ListView.Group], _ path: SitePath) -> [LinkView] {
      groups.map { LinkView(label: $0.heading, url: "\(link(to: path))#\($0.id)") }
    }
    return [
      .init(id: "years", heading: text.label(.years), links: years),
      .init(
        id: "authors", heading: text.label(.authors), links: letters(authorLetters, .authors)),
      .init(
        id: "keywords", heading: text.label(.keywords), links: letters(keywordLetters, .keywords)),
    ].filter { !$0.links.isEmpty }
  }
}

extension RenderContext {
  /// The files of the index of all articles, the oldest first, as they are made.
  ///
  /// It is made from that of the last build when few articles differ, and stored for the next.
  ///
  /// - Returns: the texts of the articles.
  func makeSearchFiles(_ take: (SearchIndex.File) -> Void) -> [PieceRecord.Source] {
    let page = PageContext(self, path: .search, language: options.defaultLanguage)
    let places = searchedPlaces
    let time = Disk.now()
    let stored = searchCache.flatMap { StoredSearchIndex(at: $0) }
    var (index, outline) = (SearchIndex(), SearchIndex.Outline())
    var sources: [StoredSearchIndex.Source] = []
    let size = SearchIndex.documentsPerPart
    for start in stride(from: 0, to: places.count, by: size) {
      let articles = places[start...].prefix(size).map { journal.articles[$0] }
      let documents = articles.map(page.searchDocument)
      let file = SearchIndex.part(start / size, showing: documents)
      outline.add(documents, shownIn: file)
      take(file)
      for (article, document) in zip(articles, documents) {
        let texts = stored == nil ? tree.fixing(article.bodies.map(\.value.path)) : tree
        let known = stored.flatMap {
          sources.count < $0.sources.count ? $0.sources[sources.count] : nil
        }
        sources.append(
          .init(document, of: article, in: texts, known: known, time: stored?.time ?? 0))
        if stored == nil { index.add(terms(of: article, document, in: texts)) }
      }
    }
    if let stored { index = searchIndex(of: places, &sources, stored) }
    index.makeFiles(outline, take)
    let texts = sources.flatMap(\.texts).map {
      PieceRecord.Source(path: $0.path, content: $0.content)
    }
    guard let searchCache else { return texts }
    let made = StoredSearchIndex(time: time, sources: sources, outline: outline, index: index)
    // The next build does without when this cannot be written.
    _ = try? made.write(to: searchCache)
    return texts
  }

  /// The places of the articles in the journal.
  private var searchedPlaces: [Int] {
    let byIssue = journal.issues.reversed().flatMap {
      $0.articles.compactMap(journal.position(ofArticle:))
    }
    return byIssue + journal.articles.indices.filter { journal.articles[$0].issueFolder == nil }
  }

  private func searchIndex(
    of places: [Int], _ sources: inout [StoredSearchIndex.Source], _ stored: StoredSearchIndex
  ) -> SearchIndex {
    let page = PageContext(self, path: .search, language: options.defaultLanguage)
    func found(_ number: Int) -> SearchTerms {
      let article = journal.articles[places[number]]
      let document = page.searchDocument(of: article)
      // Read once: the file may have changed or gone since it was compared.
      let texts = tree.fixing(article.bodies.map(\.value.path))
      sources[number] = .init(document, of: article, in: texts, known: nil, time: 0)
      return terms(of: article, document, in: texts)
    }
    var index = SearchIndex()
    var known = 0
    if stored.sources.count <= places.count {
      let changed = stored.sources.indices.filter {
        !sources[$0].saysTheSame(as: stored.sources[$0])
      }
      // Beyond some share of the articles it is less work to begin anew.
      if changed.count * 4 <= places.count {
        known = stored.sources.count
        index = stored.index
        index.replace(
          Dictionary(uniqueKeysWithValues: changed.map { (Int32($0), found($0)) }))
      }
    }
    for number in known..<places.count { index.add(found(number)) }
    return index
  }

  func terms(
    of article: Article, _ document: SearchDocument, in tree: SourceTree
  ) -> SearchTerms {
    // A text that cannot be read is reported with the search as a whole.
    let bodies = article.bodies.map { entry in
      ((try? tree.bytes(of: entry.value.path)) ?? []).dropFirst(entry.value.offset)
    }
    return SearchTerms(document, bodies: bodies)
  }
}

extension PageContext {
  /// The words of the abstracts; most have no markup.
  private func abstracts(of article: Article) -> [Localized<String>.Entry] {
    if article.abstracts.allSatisfy({ !Self.holdsMarks($0.value.markdown) }) {
      return article.abstracts.map { .init(language: $0.language, value: $0.value.markdown) }
    }
    return ArticleText(abstractsOf: article).abstracts.map {
      .init(language: $0.language, value: $0.plain)
    }
  }

  /// Whether a text may say something else in Markdown than letter by letter.
  private static func holdsMarks(_ text: String) -> Bool {
    let text = text.utf8.span
    return text.holds(UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"))
      || text.holds(UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "["), UInt8(ascii: "<"))
      || text.holds(UInt8(ascii: "&"), UInt8(ascii: "$"))
  }

  /// Of many authors the first, as in contents; in no language, since all of them share the index.
  private func byline(of article: Article) -> [String] {
    let authors = article.authors
    let shown = authors.prefix(Self.shown(of: authors.count)).map(\.name.displayName)
    return shown.count < authors.count ? shown + ["…"] : shown
  }

  func searchDocument(of article: Article) -> SearchDocument {
    let issue = journal.issue(of: article)
    let titles = article.title.entries.map { entry in
      Localized<String>.Entry(
        language: entry.language,
        value: journal.fullTitle(of: article, in: entry.language).plain)
    }
    let names = article.contributors.flatMap { contributor in
      [contributor.name.displayName] + contributor.alternateNames.map(\.value.displayName)
    }
    return SearchDocument(
      url: SitePath.article(article.slug).encoded, titles: titles, names: names,
      byline: byline(of: article),
      nameLanguage: article.language.direction == .rightToLeft ? article.language : nil,
      keywords: article.keywords.flatMap(\.value),
      abstracts: abstracts(of: article),
      extent: extent(of: article) ?? "",
      doi: article.doi?.text, year: issue?.year ?? article.dates.published.year,
      section: issue?.sections.first { $0.id == article.section }?.title)
  }
}

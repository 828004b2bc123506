import Bibliography
import Exports
import JournalModel
import Reporting

extension PageContext {
  /// The page of an article, and the files that its text shows or offers.
  func articleView(
    _ material: ArticleMaterial, citations: [CitationView], _ report: inout Report
  ) -> (view: ArticleView, finds: LinkResolver.Finds) {
    let article = material.article
    let title = title(of: article)
    let issue = journal.issue(of: article)
    let ofTitle = text.phrase(.ofTitle(title.plain))
    let neighbours = neighbours(of: article, in: issue)
    let pdfs = article.galleys.filter { $0.mediaType == "application/pdf" }
    let main = pdfs.first { $0.language == language } ?? article.pdf
    let body = material.body(for: self)
    let references = body?.references ?? []
    let printed = body.map { self.printed($0, of: article, &report) } ?? PrintedBody()
    let bodyLanguage = body.map { attributes($0.language) } ?? ""
    let view = ArticleView(
      issue: issue.map(link), section: section(of: article, in: issue),
      extent: extent(of: article), title: title.html, titleLanguage: attributes(title.language),
      subtitle: article.subtitle?.exactEntry(for: title.language)?.value.html,
      parallelTitles: parallelTitles(of: article, besides: title.language),
      authors: authors(of: article), contributors: roles(of: article),
      dates: dates(of: article), doi: doi(article.doi),
      mainGalley: main.map { galley($0, of: article, ofTitle: ofTitle) }, citations: citations,
      notices: notices(about: article) + [replacement(of: article)].compactMap(\.self),
      about: article.about.compactMap(journal.article).map(link), abstracts: abstracts(material),
      keywordGroups: keywordGroups(of: article), body: printed.html,
      bodyLanguage: bodyLanguage, notes: printed.notes,
      outline: outline(of: article, printed, bodyLanguage, references: references),
      references: views(of: references, in: (body?.language ?? language).direction),
      referenceCount: references.isEmpty ? nil : text.count(references.count, .reference),
      referencesLanguage: bodyLanguage,
      areReferencesLabelled: references.contains(where: \.isLabelled),
      citeURL: link(to: .citing(article.slug)),
      downloads: downloads(of: article, ofTitle: ofTitle),
      versions: versions(of: article), facts: facts(of: material, in: issue),
      previous: neighbours.previous.map(link), next: neighbours.next.map(link),
      coins: article.authors.isEmpty ? coins(of: ArticleRecord(article, in: journal)) : "")
    return (view, printed.finds)
  }

  private func views(
    of references: [Body.Reference], in list: TextDirection
  ) -> [ReferenceView] {
    var number = 0
    // By their places, since a reference is much to copy.
    return references.indices.map { place in
      number = references[place].number ?? number + 1
      let citations = references[place].citations
      let own = references[place].direction
      return ReferenceView(
        id: references[place].anchor, number: references[place].number,
        html: references[place].html,
        direction: own == list ? nil : own?.rawValue,
        backlinks: citations.enumerated().map { index, target in
          let of = citations.count == 1 ? "" : " (\(text.number(index + 1)))"
          return BacklinkView(
            target: target, label: text.phrase(.backToCitation(text.number(number) + of)))
        })
    }
  }

  /// `isIndexed` says whether the person has a page.
  func person(_ contributor: Contributor, isIndexed: Bool = true) -> AuthorView {
    AuthorView(
      name: contributor.name.displayName,
      url: isIndexed ? link(to: .author(contributor.slug)) : nil,
      alternateNames: contributor.alternateNames.map {
        TextView(text: $0.value.displayName, language: attributes($0.language))
      },
      affiliations: contributor.affiliations.map(affiliation),
      orcid: contributor.orcid.map {
        LinkView(label: $0.text, url: "https://orcid.org/\($0.text)")
      },
      isCorresponding: contributor.isCorresponding, email: contributor.email,
      biography: contributor.biography.map(localized))
  }

  private func link(_ article: Article) -> LinkView {
    let title = title(of: article)
    return LinkView(
      label: title.plain, url: link(to: .article(article.slug)),
      language: attributes(title.language))
  }

  private func section(of article: Article, in issue: Issue?) -> TextView? {
    guard let id = article.section else { return nil }
    guard let title = issue?.sections.first(where: { $0.id == id })?.title else {
      return TextView(text: id)
    }
    return localized(title)
  }

  private func parallelTitles(of article: Article, besides shown: LanguageTag) -> [MarkupView] {
    article.title.entries.filter { $0.language != shown }.map { entry in
      var html = entry.value.html
      if let subtitle = article.subtitle?.exactEntry(for: entry.language) {
        html += ": " + subtitle.value.html
      }
      return MarkupView(html: html, language: attributes(entry.language))
    }
  }

  /// Everyone who is no author, by role.
  private func roles(of article: Article) -> [RoleView] {
    let roles: [(Contributor.Role, InterfaceText.Label)] = [
      (.editor, .editors), (.translator, .translators),
    ]
    let views = roles.compactMap { role, label -> RoleView? in
      let names = article.contributors.filter { $0.roles.contains(role) }.map(\.name.displayName)
      return names.isEmpty ? nil : RoleView(role: text.label(label), people: people(names))
    }
    var others: [(role: String, names: [String])] = []
    for contributor in article.contributors {
      for case .other(let role) in contributor.roles {
        let role = text.contribution(role)
        if !others.contains(where: { $0.role == role }) { others.append((role, [])) }
        for place in others.indices where others[place].role == role {
          others[place].names.append(contributor.name.displayName)
        }
      }
    }
    return views + others.map { RoleView(role: $0.role, people: people($0.names)) }
  }

  private func notices(about article: Article) -> [NoticeView] {
    article.notices.compactMap(journal.article).compactMap { notice in
      let date = text.date(notice.dates.published)
      let (heading, when): (InterfaceText.Label, String)
      switch notice.kind {
      case .retraction: (heading, when) = (.isRetracted, text.phrase(.retractedOn(date)))
      case .correction: (heading, when) = (.isCorrected, text.phrase(.correctedOn(date)))
      case .expressionOfConcern: (heading, when) = (.isOfConcern, text.phrase(.concernOn(date)))
      case .removal: (heading, when) = (.isRemoved, text.phrase(.removedOn(date)))
      default: return nil
      }
      return NoticeView(
        heading: text.label(heading), date: when,
        address: notice.doi?.url ?? SiteAddresses(options)[.article(notice.slug)],
        link: LinkView(label: text.label(.readNotice), url: link(to: .article(notice.slug))))
    }
  }

  /// What is in the language of the page, then the others.
  private func ownFirst<Entry>(_ entries: [Entry], _ tag: (Entry) -> LanguageTag) -> [Entry] {
    entries.filter { tag($0) == language } + entries.filter { tag($0) != language }
  }

  private func abstracts(_ material: ArticleMaterial) -> [AbstractView] {
    ownFirst(material.abstracts, \.language).enumerated().map { index, entry in
      let words = InterfaceText(language: entry.language)
      let label: InterfaceText.Label =
        entry.value.isPlainLanguage ? .plainSummary : entry.value.isSummary ? .summary : .abstract
      let isKnown = words.language.language == entry.language.language
      return AbstractView(
        id: index == 0 ? "abstract" : "abstract-\(index + 1)",
        heading: isKnown ? words.label(label) : text.label(label),
        html: entry.text.html, language: attributes(entry.language))
    }
  }

  private func keywordGroups(of article: Article) -> [KeywordGroupView] {
    // Lists have the keywords of current versions.
    let listed = journal.currentVersion(insteadOf: article).map {
      Set($0.keywords.flatMap(\.value).map(KeywordEntry.slug))
    }
    return ownFirst(article.keywords, \.language).enumerated().map { index, group in
      let words = InterfaceText(language: group.language)
      let isKnown = words.language.language == group.language.language
      return KeywordGroupView(
        id: index == 0 ? "keywords" : "keywords-\(index + 1)",
        heading: isKnown ? words.label(.keywords) : text.label(.keywords),
        language: attributes(group.language), separator: words.semicolon,
        keywords: group.value.map { keyword in
          let slug = KeywordEntry.slug(of: keyword)
          // One of signs alone has no page.
          let hasPage = !slug.isEmpty && listed?.contains(slug) ?? true
          return KeywordView(label: keyword, url: hasPage ? link(to: .keyword(slug)) : nil)
        })
    }
  }

  private func outline(
    of article: Article, _ body: PrintedBody, _ language: String, references: [Body.Reference]
  ) -> [OutlineView] {
    var outline: [OutlineView] = []
    if !article.abstracts.isEmpty {
      outline.append(OutlineView(id: "abstract", html: HTML.escaped(text.label(.abstract))))
    }
    outline += body.outline.map { OutlineView(id: $0.id, html: $0.html, language: language) }
    if !references.isEmpty {
      outline.append(OutlineView(id: "references", html: HTML.escaped(text.label(.references))))
    }
    outline.append(OutlineView(id: "how-to-cite", html: HTML.escaped(text.label(.howToCite))))
    if article.version != nil {
      outline.append(OutlineView(id: "versions", html: HTML.escaped(text.label(.versions))))
    }
    outline.append(OutlineView(id: "about-article", html: HTML.escaped(text.label(.aboutArticle))))
    return outline
  }

  func downloads(of article: Article, ofTitle: String) -> [LinkView] {
    let page = SitePath.article(article.slug)
    let galleys = article.galleys.map { galley($0, of: article, ofTitle: ofTitle) }
    let supplements = article.supplements.map { supplement in
      let title = localized(supplement.title)
      switch supplement.target {
      case .file(_, let fileName, _, let size):
        return LinkView(
          label: title.text, url: link(toFile: page.file(fileName)), language: title.language,
          note: text.fileSize(size))
      case .url(let url): return LinkView(label: title.text, url: url, language: title.language)
      }
    }
    return galleys + supplements + references(of: page) { $0.articleFile.name }
  }

  /// What reference managers take, from the folder of a page.
  func references(of page: SitePath, name: (DownloadFormat) -> String) -> [LinkView] {
    let formats = site.plan.options.formats
    return DownloadFormat.allCases.filter { formats.contains($0.format) }.map { format in
      LinkView(
        label: format.title, url: link(toFile: page.file(name(format))),
        note: format.articleFile.ending, isDownload: true)
    }
  }

  private func neighbours(of article: Article, in issue: Issue?) -> (
    previous: Article?, next: Article?
  ) {
    guard let issue, let place = issue.articles.firstIndex(of: article.slug) else {
      return (nil, nil)
    }
    let previous = place > 0 ? journal.article(issue.articles[place - 1]) : nil
    let next =
      place + 1 < issue.articles.count ? journal.article(issue.articles[place + 1]) : nil
    return (previous, next)
  }
}

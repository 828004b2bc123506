import JournalModel

// The pages that lead to others.

extension PageContext {
  func homeView() -> HomeView {
    let titles = options.title.entries.filter { $0.language != title.language }
    let ahead = journal.articles.filter { $0.issueFolder == nil && !$0.kind.isNotice }
    return HomeView(
      otherTitles: titles.map { TextView(text: $0.value, language: attributes($0.language)) },
      subtitle: options.subtitle.map(localized), description: options.description.map(localized),
      ahead: ahead.map { entry($0, isInContents: true) },
      issue: journal.issues.first.map { issueView($0) },
      news: journal.announcements.prefix(3).map(news), facts: journalFacts)
  }

  private func news(_ page: StaticPage) -> NewsView {
    let title = page.title.entry(for: language)
    return NewsView(
      date: page.date.map { date($0) } ?? DateView(text: "", iso: ""),
      url: link(to: .page(page)), label: title.value.plain,
      language: attributes(title.language))
  }

  private var journalFacts: [FactView] {
    let notStated = HTML.escaped(text.label(.notStated))
    var facts = [
      FactView(
        term: text.label(.languages),
        html: HTML.escaped(text.list(options.languages.map { text.name(of: $0) })))
    ]
    if let frequency = options.frequency.map(localized) {
      facts.append(
        FactView(
          term: text.label(.frequency), html: HTML.escaped(frequency.text),
          language: frequency.language))
    }
    if let founded = options.founded {
      facts.append(FactView(term: text.label(.founded), html: text.number(founded)))
    }
    facts.append(
      FactView(
        term: text.label(.licence), html: options.licence?.html ?? notStated))
    let numbers: [(InterfaceText.Label, ISSN?)] = [
      (.issnOnline, options.issn.online), (.issnPrint, options.issn.print),
    ]
    let known = numbers.compactMap { label, issn in
      // Never parted at its hyphen.
      issn.map { FactView(term: text.label(label), html: "<bdi class=\"num\">\($0.text)</bdi>") }
    }
    return facts + (known.isEmpty ? [FactView(term: "ISSN", html: notStated)] : known)
  }

  func archiveView() -> ArchiveView {
    var years: [YearView] = []
    for issue in journal.issues {
      let year = text.number(issue.year)
      if years.last?.heading != year {
        var id = "year-\(issue.year)"
        while years.contains(where: { $0.id == id }) { id += "-2" }
        years.append(YearView(id: id, heading: year, issues: []))
      }
      years[years.count - 1].issues.append(issueView(issue, listsArticles: false))
    }
    return ArchiveView(heading: text.label(.archive), years: years)
  }

  func authorsView() -> ListView {
    ListView(
      heading: text.label(.authors),
      groups: authorGroups { author in
        let name = author.name(in: journal)
        return LinkView(
          label: name.invertedName, url: link(to: .author(author.slug)),
          language: attributes(
            ofName: name.displayName,
            in: journal.articles[author.articles[0]].language),
          note: text.count(author.articles.count, .article))
      })
  }

  func keywordsView() -> ListView {
    ListView(
      heading: text.label(.keywords),
      groups: groups(site.plan.keywords, by: \.text) { keyword in
        LinkView(
          label: keyword.text, url: link(to: .keyword(keyword.slug)),
          language: attributes(keyword.language),
          note: text.count(keyword.articles.count, .article))
      })
  }

  /// The letters of the list of authors, without their names.
  var authorLetters: [ListView.Group] { authorGroups { _ in nil } }

  private func authorGroups(link: (AuthorEntry) -> LinkView?) -> [ListView.Group] {
    groups(
      site.plan.authors, by: { $0.name(in: journal).sortName }, link: link)
  }

  /// The letters of the list of keywords, without these.
  var keywordLetters: [ListView.Group] {
    groups(site.plan.keywords, by: \.text) { _ in nil }
  }

  /// By first letter, as sorted.
  private func groups<Entry>(
    _ entries: [Entry], by name: (Entry) -> String, link: (Entry) -> LinkView?
  ) -> [ListView.Group] {
    var groups: [ListView.Group] = []
    var last: String?
    for entry in entries {
      let letter = ReaderOrder.letter(of: name(entry)) ?? "#"
      let key = ReaderOrder.key(of: letter)
      if last != key {
        groups.append(.init(id: "group-\(groups.count + 1)", heading: letter, links: []))
        last = key
      }
      if let link = link(entry) { groups[groups.count - 1].links.append(link) }
    }
    return groups
  }

  func authorView(_ author: AuthorEntry) -> EntriesView {
    let contributor = author.contributor(in: journal)
    let name = contributor.name.displayName
    return EntriesView(
      back: LinkView(label: text.label(.authors), url: link(to: .authors)), heading: name,
      headingLanguage: "", person: person(contributor),
      caption: text.count(author.articles.count, .article),
      entries: datedEntries(author.articles))
  }

  func keywordView(_ keyword: KeywordEntry) -> EntriesView {
    EntriesView(
      back: LinkView(label: text.label(.keywords), url: link(to: .keywords)),
      heading: keyword.text, headingLanguage: attributes(keyword.language), person: nil,
      caption: text.count(keyword.articles.count, .article),
      entries: datedEntries(keyword.articles))
  }

  private func datedEntries(_ articles: [Int]) -> [EntryView] {
    articles.map { entry(journal.articles[$0], isDated: true) }
  }

  func announcementsView() -> ListView {
    var groups: [ListView.Group] = []
    for page in journal.announcements {
      let year = page.date.map { text.number($0.year) } ?? ""
      if groups.last?.heading != year {
        groups.append(.init(id: "group-\(groups.count + 1)", heading: year, links: []))
      }
      let title = page.title.entry(for: language)
      groups[groups.count - 1].links.append(
        LinkView(
          label: title.value.plain, url: link(to: .page(page)),
          language: attributes(title.language), note: page.date.map(text.date)))
    }
    return ListView(heading: text.label(.news), groups: groups)
  }

  func notFoundView() -> NotFoundView {
    NotFoundView(links: [
      LinkView(label: text.label(.currentIssue), url: link(to: .home)),
      LinkView(label: text.label(.archive), url: link(to: .issues)),
      LinkView(label: text.label(.search), url: link(to: .search)),
    ])
  }
}

extension StaticPage {
  /// The day of an announcement.
  var date: CalendarDate? {
    if case .announcement(let date) = kind { date } else { nil }
  }
}

import JournalModel

/// One page in one language: how it links, which words it uses, what stands around its content.
struct PageContext: Sendable {
  let site: RenderContext
  /// Without the prefix of its language.
  let path: SitePath
  let language: LanguageTag
  let text: InterfaceText
  let links: PageLinks

  init(_ site: RenderContext, path: SitePath, language: LanguageTag) {
    self.site = site
    self.path = path
    self.language = language
    text = InterfaceText(language: language)
    links = PageLinks(
      of: path == .notFound ? path : path.translated(into: language, of: site.options),
      form: site.plan.options.links, journal: site.options)
  }

  var journal: ResolvedJournal { site.journal }
  var options: Journal { site.options }

  /// To a page in the language of this one.
  func link(to page: SitePath) -> String {
    links.link(to: page.translated(into: language, of: options))
  }

  /// To something that stands once in the site.
  func link(toFile file: SitePath) -> String { links.link(to: file) }

  /// `lang` and `dir` of a part.
  func attributes(_ part: LanguageTag) -> String { HTML.language(part, in: language) }

  func localized(_ text: Localized<String>) -> TextView {
    let entry = text.entry(for: language)
    return TextView(text: entry.value, language: attributes(entry.language))
  }

  func date(_ date: CalendarDate, _ label: String = "") -> DateView {
    DateView(label: label, text: text.date(date), iso: date.text)
  }

  /// The journal's title, in the language of the page or the first.
  var title: Localized<String>.Entry { options.title.entry(for: language) }

  /// What stands around the content; scripts are named by their assets.
  func frame(
    title: String, description: String, metadata: String = "", scripts: [String] = []
  ) -> PageRecord {
    let journal = self.title
    let isHome = path == .home
    let frame = PageFrame(
      language: language,
      title: isHome || title.isEmpty ? journal.value : "\(title) · \(journal.value)",
      description: description, stylesheet: link(toFile: site.asset("style.css")),
      icon: link(toFile: site.asset("icon.svg")),
      scripts: scripts.map { link(toFile: site.asset($0)) }, metadata: metadata,
      journal: journal.value, journalLanguage: journal.language, home: link(to: .home),
      menu: menu, languages: languages, policies: policies, imprint: imprint)
    return PageRecord(page: frame, words: InterfaceWords(text: text))
  }

  private var menu: [LinkView] {
    var menu = [
      item(text.label(.currentIssue), .home), item(text.label(.archive), .issues),
    ]
    let pages = journal.pages.filter { $0.menuOrder != nil }
    menu += pages.enumerated().sorted {
      ($0.element.menuOrder ?? 0, $0.offset) < ($1.element.menuOrder ?? 0, $1.offset)
    }.map { item($0.element) }
    if !journal.announcements.isEmpty {
      menu.append(item(text.label(.news), .announcements))
    }
    menu.append(item(text.label(.search), .search))
    return menu
  }

  private var policies: [LinkView] {
    var links = journal.pages.filter { $0.menuOrder == nil }.map(item)
    if !site.plan.authors.isEmpty { links.append(item(text.label(.authors), .authors)) }
    if !site.plan.keywords.isEmpty { links.append(item(text.label(.keywords), .keywords)) }
    return links
  }

  private func item(_ page: StaticPage) -> LinkView {
    let title = page.title.entry(for: language)
    return item(title.value.plain, .page(page), attributes(title.language))
  }

  private func item(_ label: String, _ page: SitePath, _ attributes: String = "") -> LinkView {
    LinkView(
      label: label, url: link(to: page), language: attributes, isCurrent: page == path)
  }

  private var languages: [LanguageLink] {
    guard isTranslated else { return [] }
    return options.languages.map { other in
      LanguageLink(
        language: other, name: InterfaceText.ownName(of: other),
        url: links.link(to: path.translated(into: other, of: options)),
        isCurrent: other == language)
    }
  }

  /// Whether the page stands in every language of the interface, and not once in the site.
  var isTranslated: Bool {
    options.languages.allSatisfy {
      site.plan.contains(path.translated(into: $0, of: options))
    } && path != .notFound
  }

  /// What the foot says of the journal.
  private var imprint: [FactView] {
    var facts: [FactView] = []
    if let online = options.issn.online {
      facts.append(FactView(term: text.label(.issnOnline), html: HTML.escaped(online.text)))
    }
    if let print = options.issn.print {
      facts.append(FactView(term: text.label(.issnPrint), html: HTML.escaped(print.text)))
    }
    if let publisher = options.publisher {
      let name = localized(publisher.name)
      facts.append(
        FactView(
          term: text.label(.publisher), html: HTML.escaped(name.text), language: name.language))
    }
    if let licence = options.licence {
      facts.append(FactView(term: text.label(.licence), html: html(licence)))
    }
    return facts
  }

  func html(_ licence: Licence) -> String {
    "<a href=\"\(HTML.escaped(licence.url))\" rel=\"license\">\(HTML.escaped(licence.name))</a>"
  }
}

import JournalModel

/// One page in one language: how it links, which words it uses, what stands around its content.
///
/// A class, since all that is made for the page holds it.
final class PageContext: Sendable {
  let site: RenderContext
  /// Without the prefix of its language.
  let path: SitePath
  let language: LanguageTag
  let links: PageLinks
  let shared: SiteFrame

  init(_ site: RenderContext, path: SitePath, language: LanguageTag) {
    self.site = site
    self.path = path
    self.language = language
    shared = site.frame(in: language)
    links = PageLinks(
      of: path == .notFound ? path : path.below(shared.prefix),
      form: site.plan.options.links, journal: site.options)
  }

  var journal: ResolvedJournal { site.journal }
  var options: Journal { site.options }
  var text: InterfaceText { shared.text }

  /// To a page in the language of this one.
  func link(to page: SitePath) -> String {
    links.link(to: page.below(shared.prefix))
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
  var title: Localized<String>.Entry { shared.title }

  /// What stands around the content; scripts are named by their assets.
  func frame(
    title: String, description: String, metadata: [UInt8], scripts: [String] = []
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
      menu: shared.menu.map(link), languages: languages, policies: shared.policies.map(link),
      imprint: shared.imprint)
    return PageRecord(page: frame, words: InterfaceWords(text: text))
  }

  private func link(_ item: SiteFrame.Item) -> LinkView {
    LinkView(
      label: item.label, url: links.link(to: item.target), language: item.attributes,
      isCurrent: item.page == path)
  }

  private var languages: [LanguageLink] {
    guard options.languages.count > 1, isTranslated else { return [] }
    return options.languages.map { other in
      LanguageLink(
        language: other, name: InterfaceText.ownName(of: other),
        url: links.link(to: path.translated(into: other, of: options)),
        isCurrent: other == language)
    }
  }

  /// Whether the page stands in every language of the interface, and not once in the site.
  var isTranslated: Bool {
    path != .notFound
      && shared.prefixes.allSatisfy { site.plan.contains(path.below($0)) }
  }
}

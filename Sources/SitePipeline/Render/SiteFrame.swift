import Exports
import JournalModel

/// What the pages of a language share: the words of the interface, the menu, the foot.
///
/// Only their links differ from page to page.
struct SiteFrame: Sendable {
  let text: InterfaceText
  /// The folder of the pages in this language, and those of all languages.
  let prefix: String
  let prefixes: [String]
  /// The feeds and the search, which every page names in its head: finished elements.
  let siteLinks: [UInt8]
  /// The journal's title, in this language or the first.
  let title: Localized<String>.Entry
  let menu: [Item]
  let policies: [Item]
  /// What the foot says of the journal.
  let imprint: [FactView]

  struct Item: Sendable {
    var label: String
    /// `lang` and `dir` of the label.
    var attributes: String
    /// Without the prefix of the language.
    var page: SitePath
    /// With it.
    var target: SitePath
  }

  init(_ plan: SitePlan, language: LanguageTag) {
    let words = Words(plan: plan, language: language)
    text = words.text
    prefix = SitePath.prefix(of: language, in: plan.journal.journal)
    prefixes = plan.journal.journal.languages.map {
      SitePath.prefix(of: $0, in: plan.journal.journal)
    }
    siteLinks =
      HeadMetadata(
        tags: plan.journal.journal.siteLinks(in: language, formats: plan.options.formats)
      ).html
    title = plan.journal.journal.title.entry(for: language)
    menu = words.menu
    policies = words.policies
    imprint = words.imprint
  }

  private struct Words {
    let plan: SitePlan
    let language: LanguageTag
    let text: InterfaceText

    init(plan: SitePlan, language: LanguageTag) {
      self.plan = plan
      self.language = language
      text = InterfaceText(language: language)
    }

    private var journal: ResolvedJournal { plan.journal }
    private var options: Journal { plan.journal.journal }

    var menu: [Item] {
      var menu = [
        item(text.label(.currentIssue), .home), item(text.label(.archive), .issues),
      ]
      let pages = journal.pages.filter { $0.menuOrder != nil }
      menu += pages.enumerated().sorted {
        ($0.element.menuOrder ?? 0, $0.offset) < ($1.element.menuOrder ?? 0, $1.offset)
      }.map { item($0.element) }
      if plan.lists.hasNews {
        menu.append(item(text.label(.news), .announcements))
      }
      menu.append(item(text.label(.search), .search))
      return menu
    }

    var policies: [Item] {
      var links = journal.pages.filter { $0.menuOrder == nil }.map(item)
      if plan.lists.hasAuthors { links.append(item(text.label(.authors), .authors)) }
      if plan.lists.hasKeywords { links.append(item(text.label(.keywords), .keywords)) }
      return links
    }

    private func item(_ page: StaticPage) -> Item {
      let title = page.title.entry(for: language)
      return item(title.value.plain, .page(page), HTML.language(title.language, in: language))
    }

    private func item(_ label: String, _ page: SitePath, _ attributes: String = "") -> Item {
      Item(
        label: label, attributes: attributes, page: page,
        target: page.translated(into: language, of: options))
    }

    var imprint: [FactView] {
      var facts: [FactView] = []
      if let online = options.issn.online {
        facts.append(FactView(term: text.label(.issnOnline), html: HTML.escaped(online.text)))
      }
      if let print = options.issn.print {
        facts.append(FactView(term: text.label(.issnPrint), html: HTML.escaped(print.text)))
      }
      if let publisher = options.publisher {
        let name = publisher.name.entry(for: language)
        facts.append(
          FactView(
            term: text.label(.publisher), html: HTML.escaped(name.value),
            language: HTML.language(name.language, in: language)))
      }
      if let licence = options.licence {
        facts.append(FactView(term: text.label(.licence), html: licence.html))
      }
      return facts
    }
  }
}

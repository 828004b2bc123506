package import Bibliography

extension Article {
  /// What an article is to citation styles.
  package static let itemType = ItemType.articleJournal

  /// The article as a reference: what citation styles and downloads are made from.
  ///
  /// `language` chooses among the titles and the names of journal and publisher; nil is the
  /// article's own. The identifier is the slug: a download gives it a citation key.
  package func item(in resolved: ResolvedJournal, language: LanguageTag? = nil) -> Item {
    let journal = resolved.journal
    let language = language ?? self.language
    var item = Item(id: slug, type: Self.itemType)
    item[.title] = resolved.fullTitle(of: self, in: language).markup
    item[.author] = authors.map(\.name)
    item[.editor] = contributors.filter { $0.roles.contains(.editor) }.map(\.name)
    item[.translator] = contributors.filter { $0.roles.contains(.translator) }.map(\.name)
    let date = resolved.citedDate(of: self)
    item[.issued] = ItemDate(PartialDate(year: date.year, month: date.month, day: date.day))
    item[.containerTitle] = journal.title[language].markup
    item[.containerTitleShort] = journal.abbreviation?.markup
    item[.issn] = journal.issn.preferred?.text
    item[.publisher] = journal.publisher?.name[language].markup
    if let issue = resolved.issue(of: self) {
      item[.volume] = issue.volume
      item[.issue] = issue.number
    }
    switch extent {
    case .pages(let range): item[.page] = range.text
    case .articleNumber(let number): item[.number] = number
    case nil: break
    }
    item[.doi] = doi?.text
    item[.url] = SiteAddresses(journal)[.version(self)]
    item[.language] = self.language.text
    let keywords = keywords.first { $0.language == language } ?? self.keywords.first
    item[.keyword] = keywords.map { $0.value.joined(separator: "; ").markup }
    return item
  }
}

extension RichText {
  /// The text in the markup of CSL-JSON's rich text.
  package var markup: String {
    runs.map { run in
      switch run.style {
      case .plain: run.text.markup
      case .italic: "<i>\(run.text.markup)</i>"
      case .bold: "<b>\(run.text.markup)</b>"
      case .superscript: "<sup>\(run.text.markup)</sup>"
      case .subscript: "<sub>\(run.text.markup)</sub>"
      case .smallCaps: "<sc>\(run.text.markup)</sc>"
      }
    }.joined()
  }
}

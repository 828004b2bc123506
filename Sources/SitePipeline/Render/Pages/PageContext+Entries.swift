import Bibliography
import Exports
import JournalModel

// Articles and issues as other pages show them.

extension PageContext {
  /// The title with the label of a notice or of what notices made of the article.
  func title(of article: Article) -> (html: String, plain: String, language: LanguageTag) {
    let entry = article.title.entry(for: language)
    let (html, plain) = (entry.value.html, entry.value.plain)
    guard let label = journal.titleLabel(of: article), !article.bears(label, in: plain) else {
      return (html, plain, entry.language)
    }
    return ("\(HTML.escaped(label)): \(html)", "\(label): \(plain)", entry.language)
  }

  func people(_ names: [String]) -> [PersonView] {
    zip(names, text.separators(of: names)).map { PersonView(name: $0, separator: $1) }
  }

  /// How many names of a list are shown: twenty of more than thirty.
  static func shown(of count: Int) -> Int { count > 30 ? 20 : count }

  /// The authors of an article, each name in its language; of many the first, and how many others
  /// there are: each of them has a page that lists the article.
  func people(by article: Article) -> [PersonView] {
    let authors = article.authors
    let shown = authors.indices.prefix(Self.shown(of: authors.count))
    let others = authors.count - shown.count
    // By their places, since a contributor is much to copy.
    let names = shown.map { authors[$0].name.displayName }
    var people = people(names + (others > 0 ? [text.count(others, .otherAuthor)] : []))
    for place in shown {
      people[place].language = attributes(ofName: people[place].name, in: article.language)
    }
    return people
  }

  /// `lang` and `dir` of a name in Arabic script in an article in a language of that script, so that
  /// it gets its letters; others look right anywhere.
  func attributes(ofName name: String, in language: LanguageTag) -> String {
    language.direction == .rightToLeft && name.unicodeScalars.contains(where: \.isArabic)
      ? attributes(language) : ""
  }

  func extent(of article: Article) -> String? {
    switch article.extent {
    case .pages(let range): text.pages(range)
    case .articleNumber(let number): number
    case nil: nil
    }
  }

  /// What its extent is called: the only page of a text is no range.
  func extentTerm(of article: Article) -> String {
    switch article.extent {
    case .pages(let range): text.label(range.last == nil ? .page : .pages)
    case .articleNumber: text.label(.articleNumber)
    case nil: ""
    }
  }

  /// On contents pages with its metadata for reference managers; where articles of many issues stand
  /// together, with its year in the place of its pages.
  func entry(_ article: Article, isInContents: Bool = false, isDated: Bool = false) -> EntryView {
    let title = title(of: article)
    let ofTitle = text.phrase(.ofTitle(title.plain))
    var files = article.galleys.map { galley($0, of: article, ofTitle: ofTitle) }
    let page = SitePath.article(article.slug)
    if article.bodies.contains(where: { !$0.value.isReferences }) {
      files.append(
        LinkView(label: text.label(.fullText), url: link(to: page), note: "HTML", ofTitle: ofTitle))
    } else if !article.abstracts.isEmpty {
      files.append(
        LinkView(label: text.label(.abstract), url: link(to: page), ofTitle: ofTitle))
    }
    files.append(
      LinkView(
        label: text.label(.cite), url: link(to: .citing(article.slug)), ofTitle: ofTitle))
    return EntryView(
      url: link(to: page), title: title.html, language: attributes(title.language),
      extentTerm: extentTerm(of: article), extent: isDated ? nil : extent(of: article),
      year: isDated ? text.number(article.dates.published.year) : nil, authors: people(by: article),
      files: files, coins: isInContents ? coins(of: ArticleRecord(article, in: journal)) : "")
  }

  /// What Zotero reads where a page has no tags for an article.
  func coins(of record: ArticleRecord) -> String {
    "<span class=\"Z3988\" title=\"\(HTML.escaped(record.coins))\"></span>"
  }

  func galley(_ galley: Article.Galley, of article: Article, ofTitle: String) -> LinkView {
    let file = SitePath.galley(galley, of: article, in: options)
    // Who opens the file sees no banner, so that the link says what was made of the article.
    let mark = article.kind.isNotice ? nil : journal.titleLabel(of: article)
    return LinkView(
      label: [mark, galley.label].compactMap(\.self).joined(separator: " "),
      url: link(toFile: file), note: note(galley), ofTitle: ofTitle)
  }

  /// Such as "209 KB, English".
  func note(_ galley: Article.Galley) -> String {
    [text.fileSize(galley.size), text.name(of: galley.language)].joined(separator: text.comma)
  }

  /// "Volume 7, number 1 (2024)", or what else names the issue.
  func label(of issue: Issue) -> String {
    let year = text.number(issue.year)
    let time =
      issue.season.map { "\($0[language]) \(year)" }
      ?? (issue.date.year == issue.year
        ? CalendarDate(year: issue.year, month: issue.date.month).map(text.date) ?? year : year)
    return switch (issue.volume, issue.number) {
    case (let volume?, let number?):
      text.isolated("\(text.phrase(.volumeAndNumber(volume, number))) (\(time))")
    case (let volume?, nil): text.isolated("\(text.phrase(.volume(volume))) (\(time))")
    case (nil, let number?): text.isolated("\(text.phrase(.number(number))) (\(time))")
    case (nil, nil): time
    }
  }

  func link(_ issue: Issue) -> LinkView {
    LinkView(label: label(of: issue), url: link(to: .issue(issue.folder)))
  }

  func doi(_ doi: DOI?) -> LinkView? {
    doi.map { LinkView(label: $0.text, url: $0.url) }
  }
}

extension Unicode.Scalar {
  fileprivate var isArabic: Bool {
    switch value {
    case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
  }
}

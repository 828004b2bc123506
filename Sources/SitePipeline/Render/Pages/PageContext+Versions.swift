import JournalModel

// The versions of an article.

extension PageContext {
  /// All versions, the newest first.
  func versions(of article: Article) -> [VersionView] {
    journal.versions(of: article).reversed().compactMap { version in
      guard let facts = version.version else { return nil }
      let name = text.phrase(.version(text.number(facts.number)))
      return VersionView(
        link: LinkView(label: name, url: link(to: .article(version.slug))),
        isShown: version.slug == article.slug,
        date: date(version.dates.published, text.label(.published)),
        changes: facts.changes.map(localized))
    }
  }

  /// What tells the pages of an older version from those of the current one: " [Version 1]".
  func mark(ofVersion article: Article) -> String {
    guard let version = article.version, article.isSuperseded else { return "" }
    return " [\(text.phrase(.version(text.number(version.number))))]"
  }

  /// What stands in the place of an older version.
  func replacement(of article: Article) -> NoticeView? {
    guard let current = journal.currentVersion(insteadOf: article) else { return nil }
    return NoticeView(
      heading: text.label(.isOlderVersion),
      date: text.phrase(.replacedOn(text.date(current.dates.published))),
      link: LinkView(
        label: text.label(.readCurrentVersion), url: link(to: .article(current.slug))))
  }

  /// When the article was first published, and when this version of it.
  func dates(of article: Article) -> [DateView] {
    let first = journal.versions(of: article).first ?? article
    var dates = [date(first.dates.published, text.label(.published))]
    if let version = article.version, first.slug != article.slug {
      dates.append(
        date(article.dates.published, text.phrase(.versionDated(text.number(version.number)))))
    }
    return dates
  }

  /// The authors, with links to the pages of those whom current versions name.
  func authors(of article: Article) -> [AuthorView] {
    let current = journal.currentVersion(insteadOf: article) ?? article
    let indexed = Set(current.authors.map(\.slug))
    return article.authors.map { author in
      var view = person(author, isIndexed: indexed.contains(author.slug))
      view.language = attributes(ofName: author.name.displayName, in: article.language)
      return view
    }
  }
}

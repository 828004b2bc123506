package import JournalModel

/// What a feed tells of: an article or an announcement.
package enum FeedEntry: Sendable {
  case article(ArticleRecord)
  case announcement(StaticPage, CalendarDate)

  /// How many a reader is given.
  package static let mostOfAFeed = 50

  var date: CalendarDate {
    switch self {
    case .article(let record): record.article.dates.published
    case .announcement(_, let date): date
    }
  }
}

extension ResolvedJournal {
  /// The numbers of the newest articles, newest first; those of one day keep the order of the
  /// journal.
  package func newestArticles(_ limit: Int) -> [Int] {
    let dates = articles.map(\.dates.published)
    return dates.indices.sorted { a, b in
      dates[a] == dates[b] ? a < b : dates[a] > dates[b]
    }.prefix(limit).map(\.self)
  }

  /// The newest articles and announcements, newest first, no more than `limit`.
  ///
  /// - Parameters:
  ///   - limit: How many entries a reader is given.
  ///   - text: What is known of an article from its page; asked only for those in the feed.
  /// - Returns: Entries by date; those of one day keep the order of the journal.
  package func feedEntries(
    limit: Int = FeedEntry.mostOfAFeed, text: (Article) -> ArticleText
  ) -> [FeedEntry] {
    enum Source {
      case article(Article)
      case announcement(StaticPage, CalendarDate)
    }
    var sources: [(date: CalendarDate, source: Source)] = newestArticles(limit).map {
      (articles[$0].dates.published, .article(articles[$0]))
    }
    for page in announcements {
      if case .announcement(let date) = page.kind {
        sources.append((date, .announcement(page, date)))
      }
    }
    let newest = sources.enumerated().sorted { a, b in
      a.element.date == b.element.date
        ? a.offset < b.offset : a.element.date > b.element.date
    }.prefix(limit)
    return newest.map { entry in
      switch entry.element.source {
      case .article(let article):
        .article(ArticleRecord(article, in: self, text: text(article)))
      case .announcement(let page, let date): .announcement(page, date)
      }
    }
  }
}

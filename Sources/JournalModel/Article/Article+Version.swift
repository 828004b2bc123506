extension Article {
  /// Which of the versions of an article this is.
  package struct Version: Sendable, Hashable, Codable {
    /// From 1.
    package var number: Int
    /// What is not as in the version before.
    package var changes: Localized<String>?
    /// The slugs of all versions, the oldest first; the last is the current one.
    package var slugs: [String]

    package init(number: Int, changes: Localized<String>? = nil, slugs: [String]) {
      self.number = number
      self.changes = changes
      self.slugs = slugs
    }
  }

  /// Whether a newer version stands in its place.
  package var isSuperseded: Bool { version.map { $0.slugs.last != slug } ?? false }

  /// Its slug as a part of file names: that of an older version has a slash.
  package var fileStem: String {
    isSuperseded ? slug.split(separator: "/").joined(separator: "-") : slug
  }
}

/// How the versions of an article stand to each other.
extension ResolvedJournal {
  /// All versions of an article, the oldest first; none where there is only one.
  package func versions(of article: Article) -> [Article] {
    article.version?.slugs.compactMap(self.article) ?? []
  }

  /// The version that has taken the place of this one; nil for the current one.
  package func currentVersion(insteadOf article: Article) -> Article? {
    article.isSuperseded ? article.version?.slugs.last.flatMap(self.article) : nil
  }

  /// The versions right before and after this one.
  package func neighbours(ofVersion article: Article) -> (previous: Article?, next: Article?) {
    let versions = versions(of: article)
    guard let place = versions.firstIndex(where: { $0.slug == article.slug }) else {
      return (nil, nil)
    }
    return (
      place > 0 ? versions[place - 1] : nil,
      place + 1 < versions.count ? versions[place + 1] : nil
    )
  }

  /// The DOI that leads to this version; an older one may share that of the current.
  package func ownDOI(of article: Article) -> DOI? {
    let current = currentVersion(insteadOf: article)?.doi
    // A DOI has no case (ISO 26324).
    return current?.text.lowercased() == article.doi?.text.lowercased() ? nil : article.doi
  }
}

extension SitePath {
  /// The address at which this version stands for good.
  ///
  /// At that of the current one a page leads on, until a newer version comes and this one moves
  /// there.
  package static func version(_ article: Article) -> SitePath {
    guard let version = article.version, !article.isSuperseded else {
      return .article(article.slug)
    }
    return .article(version.slug(of: article.slug))
  }
}

extension Article.Version {
  /// The slug of this version when it is no longer current.
  package func slug(of current: String) -> String { "\(current)/v\(number)" }
}

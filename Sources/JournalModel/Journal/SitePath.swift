/// Where a page or file stands in the site: a path from the site's root, without a leading `/`.
///
/// The constructors below are the layout of the site; nothing else writes a path out. A page's
/// path is empty or ends in `/`. Paths are plain text: `encoded` is their form in an address,
/// `file` their form in the output folder.
package struct SitePath: Sendable, Hashable, Codable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// A file in the folder of this page: `articles/engine/` and `jats.xml`.
  package func file(_ name: String) -> SitePath { SitePath(text + name) }

  /// The same place under the prefix of a language; the journal's first language has none.
  package func translated(into language: LanguageTag, of journal: Journal) -> SitePath {
    below(Self.prefix(of: language, in: journal))
  }

  /// The folder of a language, empty for the journal's first.
  package static func prefix(of language: LanguageTag, in journal: Journal) -> String {
    language == journal.defaultLanguage ? "" : language.text + "/"
  }

  package func below(_ prefix: String) -> SitePath {
    prefix.isEmpty ? self : SitePath(prefix + text)
  }

  /// The file to write: a page is the `index.html` of its folder.
  package var file: String {
    text.isEmpty || text.utf8.last == UInt8(ascii: "/") ? text + "index.html" : text
  }

  /// As it stands in an address: what RFC 3986 does not allow in a path is percent-encoded.
  package var encoded: String {
    let span = text.utf8.span
    guard !span.indices.allSatisfy({ Self.standsInAddress(span[$0]) }) else { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if Self.standsInAddress(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Letters, digits and `+,-./@_~`: bits of two words, since every link asks for all its bytes.
  private static func standsInAddress(_ byte: UInt8) -> Bool {
    let low: UInt64 = 0x03FF << 0x30 | 0x1F << 0x2B
    let high: UInt64 = 0x07FF_FFFE << 0x20 | 1 << 0x3E | 1 << 0x1F | 0x07FF_FFFF
    return byte < 128 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }
}

/// Pages; each stands once for every language of the interface.
extension SitePath {
  package static let home = SitePath("")
  /// The archive: all issues, newest first.
  package static let issues = SitePath("issues/")
  package static let authors = SitePath("authors/")
  package static let keywords = SitePath("keywords/")
  package static let announcements = SitePath("announcements/")
  package static let notices = SitePath("notices/")
  package static let search = SitePath("search/")

  package static func issue(_ folder: String) -> SitePath { SitePath("issues/\(folder)/") }
  package static func article(_ slug: String) -> SitePath { SitePath("articles/\(slug)/") }
  /// The page with all citation styles and downloads of an article.
  package static func citing(_ slug: String) -> SitePath { SitePath("articles/\(slug)/cite/") }
  /// A file in which the whole article can be read: beside the article's page in its own language,
  /// where the site has one, so that who comes upon either finds the other.
  package static func galley(
    _ galley: Article.Galley, of article: Article, in journal: Journal
  ) -> SitePath {
    let page = SitePath.article(article.slug)
    let hasPage = journal.languages.contains(galley.language)
    return (hasPage ? page.translated(into: galley.language, of: journal) : page)
      .file(galley.fileName)
  }
  package static func author(_ slug: String) -> SitePath { SitePath("authors/\(slug)/") }
  package static func keyword(_ slug: String) -> SitePath { SitePath("keywords/\(slug)/") }

  package static func page(_ page: StaticPage) -> SitePath {
    switch page.kind {
    case .page: SitePath("about/\(page.slug)/")
    case .announcement: SitePath("announcements/\(page.slug)/")
    }
  }
}

/// Files and pages that stand once in the site, whatever its languages.
extension SitePath {
  package static let notFound = SitePath("404.html")
  /// The folder of the search index, which serves all languages.
  package static let searchParts = SitePath("search/parts/")
  package static let searchIndex = searchParts.file("index.js")
  package static let atomFeed = SitePath("feed.xml")
  package static let rssFeed = SitePath("rss.xml")
  package static let sitemap = SitePath("sitemap.xml")
  package static let robots = SitePath("robots.txt")
  package static let openSearch = SitePath("opensearch.xml")
  package static let oaiRepository = SitePath("oai.xml")
  package static let headers = SitePath("_headers")
  package static let manifest = SitePath("manifest-sha256.txt")
  package static let lockss = SitePath("lockss/")
  package static let clockss = SitePath("clockss/")

  /// The permission page of one year's issues.
  package static func lockss(year: Int) -> SitePath { SitePath("lockss/\(year)/") }
  package static func clockss(year: Int) -> SitePath { SitePath("clockss/\(year)/") }
}

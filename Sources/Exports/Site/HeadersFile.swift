package import JournalModel

extension Journal {
  /// `_headers` for hosts that read it (Netlify, Cloudflare Pages): the media types of the files
  /// whose endings a server does not know.
  package var headersFile: [UInt8] {
    var lines = ["/*", "  X-Content-Type-Options: nosniff", ""]
    for (pattern, mediaType) in Self.mediaTypes {
      lines += [pattern, "  Content-Type: \(mediaType)", ""]
    }
    for (path, mediaType) in [
      (SitePath.atomFeed, "application/atom+xml; charset=utf-8"),
      (.rssFeed, "application/rdf+xml; charset=utf-8"),
      (.openSearch, "application/opensearchdescription+xml"),
    ] {
      lines += [hostPath + path.text, "  Content-Type: \(mediaType)", ""]
    }
    // Names of assets change with what they hold.
    lines += [
      hostPath + "assets/*", "  Cache-Control: public, max-age=31536000, immutable", "",
    ]
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static var mediaTypes: [(String, String)] {
    [ArticleFile.bibTeX, .ris, .endNote].map {
      ("/*" + $0.ending, $0.mediaType + "; charset=utf-8")
    } + [("/*" + ArticleFile.cslJSON.ending, ArticleFile.cslJSON.mediaType)]
      + [ArticleFile.linkset, .jats].map { ("/*/" + $0.name, $0.mediaType) }
  }

  /// The path of the site on its host, from `/` to `/`.
  private var hostPath: String {
    guard let root = SiteAddresses(self).root, let scheme = root.firstRange(of: "://") else {
      return "/"
    }
    let rest = root[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }
}

extension ArticleFile {
  /// The name from its first full stop.
  package var ending: String {
    String(name.drop { $0 != "." })
  }
}

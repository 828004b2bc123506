package import JournalModel

/// A page as the sitemap lists it.
package struct SitemapPage: Sendable, Hashable {
  /// In the journal's first language.
  package var path: SitePath
  package var lastChange: CalendarDate?

  package init(path: SitePath, lastChange: CalendarDate? = nil) {
    self.path = path
    self.lastChange = lastChange
  }
}

extension Journal {
  /// A sitemap holds no more than 50,000 addresses and 50 MB (sitemaps.org); half of it leaves
  /// room for the translations that every address names.
  private static let addressesPerFile = 25_000

  /// The sitemap, and where it would grow too long an index and its parts.
  ///
  /// Every page stands there once for each language and names its translations. Empty where the
  /// journal has no address.
  package func sitemaps(
    of pages: some RandomAccessCollection<SitemapPage>
  ) -> [(path: SitePath, bytes: [UInt8])] {
    let addresses = SiteAddresses(self)
    guard addresses.root != nil, !pages.isEmpty else { return [] }
    let pagesPerFile = max(1, Self.addressesPerFile / max(1, languages.count))
    guard pages.count > pagesPerFile else {
      return [(.sitemap, sitemap(of: pages, addresses))]
    }
    let parts = stride(from: 0, to: pages.count, by: pagesPerFile).map {
      pages.dropFirst($0).prefix(pagesPerFile)
    }
    let files = parts.enumerated().map { index, part in
      (path: SitePath("sitemap-\(index + 1).xml"), bytes: sitemap(of: part, addresses))
    }
    return [(.sitemap, sitemapIndex(of: files.map(\.path), addresses))] + files
  }

  private func sitemap(
    of pages: some Sequence<SitemapPage>, _ addresses: SiteAddresses
  ) -> [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "urlset",
      [
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", languages.count > 1 ? "http://www.w3.org/1999/xhtml" : nil),
      ]
    ) { xml in
      for page in pages {
        let translations = languages.map { language in
          (language.text, addresses[page.path.translated(into: language, of: self)])
        }
        for (_, address) in translations {
          xml.element("url") { xml in
            xml.element("loc", [], address)
            xml.element("lastmod", [], page.lastChange?.firstDay.text)
            guard translations.count > 1 else { return }
            for (language, address) in translations + [("x-default", addresses[page.path])] {
              xml.empty(
                "xhtml:link", [("rel", "alternate"), ("hreflang", language), ("href", address)])
            }
          }
        }
      }
    }
    return xml.bytes
  }

  private func sitemapIndex(of paths: [SitePath], _ addresses: SiteAddresses) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("sitemapindex", [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]) { xml in
      for path in paths {
        xml.element("sitemap") { $0.element("loc", [], addresses[path]) }
      }
    }
    return xml.bytes
  }

  /// Lets everybody read everything and says where the sitemap is.
  package var robots: [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if let sitemap = SiteAddresses(self)[.sitemap] { text += "\nSitemap: \(sitemap)\n" }
    return Array(text.utf8)
  }
}

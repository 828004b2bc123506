package import JournalModel

extension Journal {
  /// The OpenSearch 1.1 description of the site's search page; nil where the journal has no
  /// address.
  package var openSearchDescription: [UInt8]? {
    guard let search = SiteAddresses(self)[.search] else { return nil }
    let name = title[defaultLanguage]
    var xml = XMLWriter()
    xml.element("OpenSearchDescription", [("xmlns", "http://a9.com/-/spec/opensearch/1.1/")]) {
      xml in
      // The specification allows 16 characters.
      let short = [abbreviation, name].compactMap(\.self).first { $0.count <= 16 }
      xml.element("ShortName", [], short ?? String(name.prefix(16)))
      xml.element("Description", [], "Search \(name)")
      xml.empty(
        "Url", [("type", "text/html"), ("template", search + "?q={searchTerms}")])
      for language in languages { xml.element("Language", [], language.text) }
      xml.element("InputEncoding", [], "UTF-8")
    }
    return xml.bytes
  }
}

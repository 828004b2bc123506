import JournalModel
import Reporting

// The articles that a retraction, a correction or another notice is about.

extension JATSFront {
  /// Their names in the journal, as far as it holds them.
  func about(report: inout Report) -> YAMLValue? {
    var slugs: [String] = []
    for element in metadata.elements where namesSubject(element) {
      if let slug = slug(of: element) {
        if !slugs.contains(slug) { slugs.append(slug) }
      } else {
        report.add(.jatsSubjectUnknown(element))
      }
    }
    return slugs.isEmpty ? nil : .list(slugs.map(YAMLValue.text))
  }

  /// Whether the article is a notice, and the element names what it is about.
  func namesSubject(_ element: MarkupElement) -> Bool {
    element.name == "related-article"
      && ["retracted-article", "corrected-article", "object-of-concern"].contains(
        element.attribute("related-article-type"))
      && kind.flatMap(Article.Kind.init)?.isNotice == true
  }

  private func slug(of related: MarkupElement) -> String? {
    guard let target = related.attribute("xlink:href") else { return nil }
    if let doi = DOI(target) { return present.slug(of: doi) }
    // A file of ours names an article without a DOI by its page, which stands beside its own.
    guard let own = metadata.ownAddress, let end = own.dropLast().lastIndex(of: "/"),
      target.hasPrefix(own[...end]), target.hasSuffix("/")
    else { return nil }
    let slug = String(target.dropFirst(own[...end].count).dropLast())
    return present.hasArticle(at: slug) ? slug : nil
  }
}

extension MarkupElement {
  /// The address of the article's page, as the metadata of our own files name it.
  var ownAddress: String? {
    let pages = elements(named: "self-uri").filter { $0.attribute("content-type") == "text/html" }
    return pages.first?.attribute("xlink:href").flatMap { $0.hasSuffix("/") ? $0 : nil }
  }
}

extension Diagnostic {
  fileprivate static func jatsSubjectUnknown(_ element: MarkupElement) -> Diagnostic {
    Diagnostic(
      .warning, "jats-field-left-out",
      "Field \(element.kindOfField) names '\(element.attribute("xlink:href") ?? "")', which is no "
        + "article of the journal", at: element.range,
      hint: "Import that article first, or write its file name as 'about' into the imported file")
  }
}

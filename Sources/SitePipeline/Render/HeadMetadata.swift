import Exports
import JournalModel
import Reporting

/// The metadata of a page, as elements of its head.
struct HeadMetadata: Sendable {
  var tags: [HeadTag] = []
  /// Finished elements behind those, which many pages share.
  var shared: [UInt8] = []
  /// For a script of the type `application/ld+json`.
  var linkedData: [UInt8]?

  /// What the tags say of the page in a sentence.
  var description: String? {
    tags.first { $0.kind == .meta && $0.name == "description" }?.value
  }

  /// Finished elements; the description has one of its own.
  var html: [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(tags.count * 128 + shared.count + (linkedData?.count ?? 0) + 64)
    let tags = tags.span
    for place in tags.indices where tags[place].name != "description" {
      if !html.isEmpty { html.append(UInt8(ascii: "\n")) }
      Self.append(tags[place], to: &html)
    }
    if !shared.isEmpty {
      if !html.isEmpty { html.append(UInt8(ascii: "\n")) }
      html += shared
    }
    if let linkedData {
      if !html.isEmpty { html.append(UInt8(ascii: "\n")) }
      html.append(contentsOf: "<script type=\"application/ld+json\">".utf8.span)
      html += linkedData
      html.append(contentsOf: "</script>".utf8.span)
    }
    return html
  }

  private static func append(_ tag: HeadTag, to html: inout [UInt8]) {
    let markup = tag.kind.markup
    html.append(contentsOf: markup.opening.utf8.span)
    html.append(contentsOf: tag.name.utf8.span)
    html.append(contentsOf: markup.joint.utf8.span)
    HTML.append(escaping: tag.value, to: &html)
    tag.forEachFurtherAttribute { name, value in
      html.append(contentsOf: "\" ".utf8.span)
      html.append(contentsOf: name.utf8.span)
      html.append(contentsOf: "=\"".utf8.span)
      HTML.append(escaping: value, to: &html)
    }
    html.append(contentsOf: "\">".utf8.span)
  }
}

extension PageContext {
  /// What every page says: its own address, those of its translations, and the feeds.
  func metadata(linkedData: [UInt8]? = nil) -> HeadMetadata {
    let links =
      path == .notFound
      ? []
      : options.languageLinks(for: path, in: language).filter {
        isTranslated || $0.name == "canonical"
      }
    return HeadMetadata(
      tags: links, shared: shared.siteLinks,
      linkedData: options.url == nil ? nil : linkedData)
  }

  func metadata(of record: ArticleRecord) -> HeadMetadata {
    HeadMetadata(
      tags: record.headTags(in: language, formats: site.plan.options.formats),
      linkedData: record.jsonLD)
  }
}

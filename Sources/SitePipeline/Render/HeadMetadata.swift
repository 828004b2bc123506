import Exports
import JournalModel

/// The metadata of a page, as elements of its head.
struct HeadMetadata: Sendable {
  var tags: [HeadTag] = []
  /// For a script of the type `application/ld+json`.
  var linkedData: [UInt8]?

  /// What the tags say of the page in a sentence.
  var description: String? {
    tags.first { $0["name"] == "description" }?["content"]
  }

  /// Finished elements; the description has one of its own.
  var html: String {
    var lines = tags.filter { $0["name"] != "description" }.map { tag in
      let attributes = tag.attributes.map { " \($0.name)=\"\(HTML.escaped($0.value))\"" }
      return "<\(tag.element.rawValue)\(attributes.joined())>"
    }
    if let linkedData {
      lines.append(
        "<script type=\"application/ld+json\">\(String(decoding: linkedData, as: UTF8.self))</script>"
      )
    }
    return lines.joined(separator: "\n")
  }
}

extension PageContext {
  /// What every page says: its own address, those of its translations, and the feeds.
  func metadata(linkedData: [UInt8]? = nil) -> HeadMetadata {
    let formats = site.plan.options.formats
    let links =
      path == .notFound
      ? []
      : options.languageLinks(for: path, in: language).filter {
        isTranslated || $0["rel"] == "canonical"
      }
    return HeadMetadata(
      tags: links + options.siteLinks(in: language, formats: formats),
      linkedData: options.url == nil ? nil : linkedData)
  }

  func metadata(of record: ArticleRecord) -> HeadMetadata {
    HeadMetadata(
      tags: record.headTags(in: language, formats: site.plan.options.formats),
      linkedData: record.jsonLD)
  }
}

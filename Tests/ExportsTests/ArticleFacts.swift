import Bibliography
import Exports
import Foundation
import FoundationXML
import JournalModel
import Testing

/// What every format says of an article, read back from its bytes and brought to one form.
struct ArticleFacts: Equatable, CustomStringConvertible {
  var title: String
  var authors: [String]
  var year: String
  var first: String
  var last: String
  var journal: String

  init(
    title: String?, authors: [String], year: String?, first: String?, last: String?,
    journal: String?
  ) {
    self.title = Self.letters(title ?? "")
    self.authors = authors.map { name in
      name.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }.sorted()
        // Chinese names have no blank where they are said.
        .joined(separator: name.unicodeScalars.contains { $0.value >= 0x4E00 } ? "" : " ")
    }
    self.year = String((year ?? "").prefix(4))
    self.first = first ?? ""
    self.last = last ?? first ?? ""
    self.journal = Self.letters(journal ?? "")
  }

  var description: String {
    "\(title) | \(authors) | \(year) | \(first)-\(last) | \(journal)"
  }

  private static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension ArticleFacts {
  init(tags: [HeadTag]) {
    func all(_ name: String) -> [String] {
      tags.filter { $0["name"] == name }.compactMap { $0["content"] }
    }
    self.init(
      title: all("citation_title").first, authors: all("citation_author"),
      year: all("citation_publication_date").first, first: all("citation_firstpage").first,
      last: all("citation_lastpage").first, journal: all("citation_journal_title").first)
  }

  /// Reads XML whose elements are found by XPath.
  init(
    xml bytes: [UInt8], at root: String, title: String, authors: String, year: String,
    first: String, last: String, journal: String
  ) throws {
    let document = try XMLDocument(data: Data(bytes))
    func all(_ path: String) throws -> [String] {
      try document.nodes(forXPath: root + path).map { node in
        // The parts of a name are elements, with no space between them.
        let isOfElements = node.children?.contains { $0.kind == .element } ?? false
        return isOfElements
          ? (node.children ?? []).compactMap(\.stringValue).joined(separator: " ")
          : node.stringValue ?? ""
      }
    }
    self.init(
      title: try all(title).first, authors: try all(authors), year: try all(year).first,
      first: try all(first).first, last: try all(last).first, journal: try all(journal).first)
  }

  init(jsonLD bytes: [UInt8]) throws {
    let object = try Self.object(bytes)
    var container = object["isPartOf"] as? [String: Any]
    while let inner = container?["isPartOf"] as? [String: Any] { container = inner }
    let authors = object["author"] as? [[String: Any]] ?? []
    self.init(
      title: object["headline"] as? String, authors: authors.compactMap { $0["name"] as? String },
      year: object["datePublished"] as? String, first: object["pageStart"] as? String,
      last: object["pageEnd"] as? String, journal: container?["name"] as? String)
  }

  init(doajJSON bytes: [UInt8]) throws {
    let object = try #require(try Self.object(bytes)["bibjson"] as? [String: Any])
    let journal = object["journal"] as? [String: Any]
    let authors = object["author"] as? [[String: Any]] ?? []
    self.init(
      title: object["title"] as? String, authors: authors.compactMap { $0["name"] as? String },
      year: object["year"] as? String, first: journal?["start_page"] as? String,
      last: journal?["end_page"] as? String, journal: journal?["title"] as? String)
  }

  /// Lines of a key and a value, such as those of RIS and EndNote.
  init(
    lines bytes: [UInt8], title: String, author: String, year: String, pages: String, last: String?,
    journal: String
  ) {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    func all(_ key: String) -> [String] {
      lines.filter { $0.hasPrefix(key) }.map { String($0.dropFirst(key.count)) }
    }
    let range = all(pages).first?.split(separator: "-").map(String.init) ?? []
    self.init(
      title: all(title).first, authors: all(author), year: all(year).first, first: range.first,
      last: last.map { all($0).first } ?? range.last, journal: all(journal).first)
  }

  init(item: Item) {
    let range = item[.page]?.split { "-–".contains($0) }.map(String.init) ?? []
    self.init(
      title: item[.title].map(Markup.plain), authors: item[.author].map(\.spoken),
      year: (item[.issued]?.start?.year).map(String.init), first: range.first, last: range.last,
      journal: item[.containerTitle].map(Markup.plain))
  }

  private static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}

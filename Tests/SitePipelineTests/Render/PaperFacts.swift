import Foundation
import FoundationXML

/// What a deposit or JATS says of an article, as far as its author and publisher decide it.
struct PaperFacts: Equatable, CustomStringConvertible {
  var title: String
  /// Family and given name, or a body, and the ORCID.
  var persons: [String]
  /// The DOI of a reference, else its year and the letters of its title, sorted.
  var references: [String]
  var pages: [String]
  var licence: String

  var description: String {
    "\(title)\n  \(persons)\n  \(references)\n  \(pages) \(licence)"
  }

  /// Reads the article at a path of a file for Crossref, where `body` may stand as a person.
  init(deposit: XMLDocument, at root: String, body: String?) throws {
    let article = Node(try deposit.nodes(forXPath: root).first)
    title = article.first("titles", "title").letters
    persons = article.all("contributors", "*").map { person in
      let parts = ["given_name", "surname"].compactMap { person.first($0)?.text }
      if person.text == body || parts.joined(separator: " ") == body { return "body \(body ?? "")" }
      return
        ([
          person.first("surname")?.text, person.first("given_name")?.text,
          person.first("ORCID")?.text,
        ].compactMap(\.self)).joined(separator: "|")
    }
    references = article.all("citation_list", "citation").map { citation in
      let title = citation.first("article_title") ?? citation.first("volume_title")
      return citation.first("doi")?.text.lowercased()
        ?? (citation.first("cYear")?.text ?? "") + title.letters
    }.sorted()
    pages = [article.first("pages", "first_page")?.text ?? ""]
    licence = article.all("program", "license_ref").first?.text.licence ?? ""
  }

  init(jats: XMLDocument) throws {
    let front = Node(try jats.nodes(forXPath: "/article/front/article-meta").first)
    title = front.first("title-group", "article-title").letters
    persons = front.all("contrib-group", "contrib").map { person in
      [
        person.first("name", "surname")?.text, person.first("name", "given-names")?.text,
        person.first("string-name")?.text, person.first("collab")?.text,
        person.first("contrib-id")?.text,
      ].compactMap(\.self).joined(separator: "|")
    }
    references = try jats.nodes(forXPath: "/article/back/ref-list/ref").map { node in
      func one(_ path: String) throws -> String? {
        try node.nodes(forXPath: path).first?.stringValue
      }
      let title = try one(".//article-title") ?? one(".//chapter-title") ?? one(".//source")
      return try one(".//pub-id[@pub-id-type='doi']")?.lowercased()
        ?? (one(".//year") ?? "") + (title ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
    }.sorted()
    pages = [front.first("fpage")?.text ?? ""]
    licence =
      try jats.nodes(forXPath: "//license/@*[local-name()='href']").first?.stringValue?
      .licence ?? ""
  }
}

/// An element by its local name, whatever its namespace.
private struct Node {
  private let node: XMLNode?

  init(_ node: XMLNode?) { self.node = node }

  var text: String {
    // Pandoc, with which the publisher works, makes quotes round; older deposits wrote "http".
    (node?.stringValue ?? "").replacing("’", with: "'")
      .replacing("http://orcid", with: "https://orcid")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func all(_ names: String...) -> [Node] {
    var found = [node].compactMap(\.self)
    for name in names {
      found = found.flatMap { $0.children ?? [] }.filter {
        $0.kind == .element && (name == "*" || $0.localName == name)
      }
    }
    return found.map { Node($0) }
  }

  func first(_ names: String...) -> Node? {
    var found = [node].compactMap(\.self)
    for name in names {
      found = found.flatMap { $0.children ?? [] }.filter {
        $0.kind == .element && $0.localName == name
      }
    }
    return found.first.map { Node($0) }
  }
}

extension Node? {
  /// Letters and digits alone.
  fileprivate var letters: String {
    (self?.text ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension String {
  fileprivate var licence: String { replacing("http://", with: "https://") }
}

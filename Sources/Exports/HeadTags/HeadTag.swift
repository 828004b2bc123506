import JournalModel

/// An element of a page's head that carries metadata.
///
/// Whoever prints it escapes the values.
package struct HeadTag: Sendable, Hashable {
  /// What the element is, and the attribute that names it.
  package enum Kind: Sendable, Hashable { case meta, property, pragma, link }

  package let kind: Kind
  /// The name of the fact, or the relation of a link.
  package let name: String
  /// The fact itself, or the address of a link.
  package let value: String
  let language: String?
  let type: String?
  let title: String?

  private init(
    _ kind: Kind, _ name: String, _ value: String, language: String? = nil, type: String? = nil,
    title: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.value = value
    self.language = language
    self.type = type
    self.title = title
  }

  /// A named fact; runs of white space become one space, since an attribute is one line.
  static func meta(_ name: String, _ content: String, in language: LanguageTag? = nil) -> HeadTag {
    HeadTag(.meta, name, content.inOneLine, language: language?.text)
  }

  /// A fact of the Open Graph protocol.
  static func property(_ name: String, _ content: String) -> HeadTag {
    HeadTag(.property, name, content.inOneLine)
  }

  /// Leads on to another address.
  static func refresh(to link: String) -> HeadTag {
    HeadTag(.pragma, "refresh", "0; url=" + link)
  }

  static func link(
    _ relation: String, _ address: String, type: String? = nil, language: String? = nil,
    title: String? = nil
  ) -> HeadTag {
    HeadTag(
      .link, relation, address, language: language, type: type, title: title?.inOneLine)
  }
}

extension HeadTag {
  /// Gives every attribute by its name, in order.
  package func forEachAttribute(_ body: (_ name: String, _ value: String) -> Void) {
    body(kind.nameAttribute, name)
    body(kind.valueAttribute, value)
    forEachFurtherAttribute(body)
  }

  /// Gives those that not every tag has.
  package func forEachFurtherAttribute(_ body: (_ name: String, _ value: String) -> Void) {
    if let type { body("type", type) }
    if let language { body(kind == .link ? "hreflang" : "lang", language) }
    if let title { body("title", title) }
  }

  package subscript(wanted: String) -> String? {
    var found: String?
    forEachAttribute { name, value in if name == wanted { found = value } }
    return found
  }
}

extension HeadTag.Kind {
  fileprivate var nameAttribute: String {
    switch self {
    case .meta: "name"
    case .property: "property"
    case .pragma: "http-equiv"
    case .link: "rel"
    }
  }

  fileprivate var valueAttribute: String { self == .link ? "href" : "content" }

  /// The markup of a tag before its name, and between its name and its value.
  package var markup: (opening: String, joint: String) {
    switch self {
    case .meta: ("<meta name=\"", "\" content=\"")
    case .property: ("<meta property=\"", "\" content=\"")
    case .pragma: ("<meta http-equiv=\"", "\" content=\"")
    case .link: ("<link rel=\"", "\" href=\"")
    }
  }
}

extension [HeadTag] {
  /// Of a page at an old address: browsers go on at once, and search engines take a refresh without
  /// delay for a lasting move.
  package static func moved(to link: String) -> [HeadTag] { [.refresh(to: link)] }

  /// Adds a named fact, if there is one: nothing is ever written empty.
  mutating func add(_ name: String, _ content: String?, in language: LanguageTag? = nil) {
    guard let content, !content.isEmpty else { return }
    append(.meta(name, content, in: language))
  }
}

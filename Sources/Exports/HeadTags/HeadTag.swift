import JournalModel

/// An element of a page's head that carries metadata: its name and attributes, in order.
///
/// Whoever prints it escapes the values.
package struct HeadTag: Sendable, Hashable {
  package enum Element: String, Sendable, Hashable { case meta, link }

  package struct Attribute: Sendable, Hashable {
    package var name: String
    package var value: String
  }

  package var element: Element
  package var attributes: [Attribute]

  private init(_ element: Element, _ attributes: [(String, String?)]) {
    self.element = element
    self.attributes = attributes.compactMap { name, value in
      value.map { Attribute(name: name, value: $0) }
    }
  }

  /// A named fact; runs of white space become one space, since an attribute is one line.
  static func meta(_ name: String, _ content: String, in language: LanguageTag? = nil) -> HeadTag {
    HeadTag(
      .meta, [("name", name), ("content", content.inOneLine), ("lang", language?.text)])
  }

  /// A fact of the Open Graph protocol.
  static func property(_ name: String, _ content: String) -> HeadTag {
    HeadTag(.meta, [("property", name), ("content", content.inOneLine)])
  }

  /// Leads on to another address.
  static func refresh(to link: String) -> HeadTag {
    HeadTag(.meta, [("http-equiv", "refresh"), ("content", "0; url=" + link)])
  }

  static func link(
    _ relation: String, _ address: String, type: String? = nil, language: String? = nil,
    title: String? = nil
  ) -> HeadTag {
    HeadTag(
      .link,
      [
        ("rel", relation), ("href", address), ("type", type), ("hreflang", language),
        ("title", title?.inOneLine),
      ])
  }

  package subscript(name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}

extension [HeadTag] {
  /// Of a page at an old address: browsers go on at once, search engines keep the new one.
  ///
  /// - Parameters:
  ///   - link: the new address as it stands in a link from the page.
  ///   - canonical: the absolute new address, if the site has one.
  /// - Returns: the elements of the head.
  package static func moved(to link: String, canonical: String?) -> [HeadTag] {
    [.refresh(to: link), .meta("robots", "noindex")]
      + (canonical.map { [.link("canonical", $0)] } ?? [])
  }

  /// Adds a named fact, if there is one: nothing is ever written empty.
  mutating func add(_ name: String, _ content: String?, in language: LanguageTag? = nil) {
    guard let content, !content.isEmpty else { return }
    append(.meta(name, content, in: language))
  }
}

extension String {
  /// With one space for every run of white space, and none at the ends.
  var inOneLine: String {
    let isClean =
      !utf8.contains { $0 < 0x20 } && !contains("  ") && first != " " && last != " "
    if isClean { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

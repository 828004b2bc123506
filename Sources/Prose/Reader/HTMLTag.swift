/// A tag of HTML inside running text.
struct HTMLTag: Sendable {
  var name: String
  var isClosing: Bool
  var attributes: Attributes

  /// Reads `<name key="value">` or `</name>`; nil for comments and declarations.
  init?(_ html: String) {
    let bytes = Array(html.utf8)
    var index = 1
    guard bytes.count > 2, bytes[0] == UInt8(ascii: "<") else { return nil }
    isClosing = bytes[1] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let start = index
    while index < bytes.count, isASCIILetter(bytes[index]) || isASCIIDigit(bytes[index]) {
      index += 1
    }
    guard index > start else { return nil }
    name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    attributes = Self.attributes(of: bytes, from: index)
  }

  private static func attributes(of bytes: [UInt8], from start: Int) -> Attributes {
    var attributes = Attributes()
    var index = start
    while index < bytes.count {
      while index < bytes.count, isBlank(bytes[index]) { index += 1 }
      let nameStart = index
      while index < bytes.count, !isBlank(bytes[index]), !"=>/".utf8.contains(bytes[index]) {
        index += 1
      }
      guard index > nameStart else {
        index += 1
        continue
      }
      let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
      while index < bytes.count, isBlank(bytes[index]) { index += 1 }
      var value = ""
      if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
        index += 1
        value = self.value(in: bytes, at: &index)
      }
      switch name {
      case "id", "name": attributes.id = attributes.id ?? (value.isEmpty ? nil : value)
      case "class":
        attributes.classes = value.split(whereSeparator: \.isWhitespace).map(String.init)
      default: attributes.pairs.append(Attributes.Pair(key: name, value: value))
      }
    }
    return attributes
  }

  private static func value(in bytes: [UInt8], at index: inout Int) -> String {
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count else { return "" }
    let quote = bytes[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let start = index
    while index < bytes.count,
      isQuoted ? bytes[index] != quote : !isBlank(bytes[index]) && bytes[index] != 0x3E
    {
      index += 1
    }
    defer { if isQuoted { index += 1 } }
    return decoded(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  /// The text with the five entities that everybody writes replaced.
  static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return ["&quot;": "\"", "&#39;": "'", "&lt;": "<", "&gt;": ">"]
      .reduce(text) { $0.replacing($1.key, with: $1.value) }
      .replacing("&amp;", with: "&")
  }

  /// Whether the tree has a node that says the same.
  var isKnown: Bool { Self.isKnown(name) }

  /// Whether it has code of its own, which nobody wants to run.
  var runsScripts: Bool { attributes.pairs.contains { $0.key.hasPrefix("on") } }

  /// Elements that hold blocks and say little else.
  static let containers: Set<String> = [
    "address", "article", "aside", "center", "details", "div", "figcaption", "figure", "footer",
    "header", "main", "nav", "p", "section", "summary", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  /// The level of a heading by the name of its element.
  static func headingLevel(_ name: String) -> Int? {
    ["h1", "h2", "h3", "h4", "h5", "h6"].firstIndex(of: name).map { $0 + 1 }
  }

  static func isKnown(_ name: String) -> Bool {
    switch name {
    case "sup", "sub", "i", "em", "cite", "dfn", "var", "b", "strong", "s", "del", "strike", "u",
      "ins", "small", "mark", "abbr", "q", "bdi", "bdo", "span", "font", "kbd", "samp", "code",
      "tt", "a", "br", "img":
      true
    default: false
    }
  }

  /// What the tree says instead of the tag; nil if its content says it all.
  func kind(around inlines: [Inline], _ state: inout ReadingState, at range: Range<Int>)
    -> Inline.Kind?
  {
    switch name {
    case "sup": return .superscript(inlines)
    case "sub": return .subscript(inlines)
    case "i", "em", "cite", "dfn", "var": return .emphasis(inlines)
    case "b", "strong": return .strong(inlines)
    case "s", "del", "strike": return .strikethrough(inlines)
    case "kbd", "samp", "code", "tt": return .code(inlines.plainText)
    case "u", "ins", "small", "mark", "abbr", "q":
      var attributes = attributes
      attributes.classes.append(name == "u" || name == "ins" ? "underline" : name)
      return .span(attributes, inlines)
    case "a":
      guard let destination = attributes[key: "href"] else {
        return attributes.id == nil ? nil : .span(attributes, inlines)
      }
      let link = Link(
        destination: destination, title: attributes[key: "title"] ?? "", inlines: inlines)
      guard state.isSafe(link.destination, at: range) else { return nil }
      state.place(inlines.citations, in: .link)
      return .link(link)
    default: return attributes.isEmpty ? nil : .span(attributes, inlines)
    }
  }
}

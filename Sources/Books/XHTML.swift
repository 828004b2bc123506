/// A finished page of HTML in the syntax of XML, as e-books need it.
///
/// The page is one that this program has made: it is well formed but for what HTML allows to be
/// left out. Scripts and comments are dropped; what is not closed is closed.
package struct XHTML: Sendable {
  package private(set) var bytes: [UInt8]
  /// Whether there are formulas in it.
  package private(set) var hasMathematics = false

  /// Reads a whole page; `address` says what stands for each address of a link or an image, and
  /// nil where it leads nowhere.
  package init(html: [UInt8], address: (Reference) -> String?) {
    var writer = Writer(html)
    while let token = writer.scanner.next() { writer.write(token, address) }
    writer.closeAll()
    bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n".utf8)
    bytes += writer.result
    hasMathematics = writer.hasMathematics
  }

  /// An address in a page.
  package struct Reference: Sendable, Hashable {
    /// Such as `a` or `img`.
    package var element: String
    package var address: String
  }

  private struct Writer {
    var scanner: HTMLScanner
    var result: [UInt8] = []
    var hasMathematics = false
    /// The elements that are open: as the page calls them, and as they are written.
    private var open: [(name: String, written: String)] = []

    init(_ html: [UInt8]) { scanner = HTMLScanner(html) }

    mutating func write(_ token: HTMLScanner.Token, _ address: (Reference) -> String?) {
      switch token {
      case .text(let text): result += XHTML.wellFormed(text)
      case .start(let element): start(element, address)
      case .end(let name): end(name)
      }
    }

    private mutating func start(
      _ element: HTMLScanner.Element, _ address: (Reference) -> String?
    ) {
      if element.name == "script" { return scanner.skipContent(of: element.name) }
      if element.name == "math" { hasMathematics = true }
      var attributes = element.attributes.filter { XHTML.isName($0.name) }
      for index in attributes.indices.reversed()
      where XHTML.addresses.contains(attributes[index].name) {
        let reference = Reference(
          element: element.name, address: XHTML.decoded(attributes[index].value))
        if let target = address(reference) {
          attributes[index].value = XHTML.escaped(target)
        } else if element.name == "link" {
          return
        } else if element.name == "img" {
          return writeWords(of: element)
        } else {
          attributes.remove(at: index)
        }
      }
      XHTML.complete(&attributes, of: element.name)
      // An element of Office or the like has no meaning here.
      let name = element.name.contains(":") ? "span" : element.name
      result += "<\(name)".utf8
      for attribute in attributes {
        result += " \(attribute.name)=\"".utf8
        result += XHTML.wellFormed(Array(attribute.value.utf8)) + [UInt8(ascii: "\"")]
      }
      if XHTML.void.contains(element.name) || element.isClosed {
        result += "/>".utf8
      } else {
        result.append(UInt8(ascii: ">"))
        open.append((element.name, name))
      }
    }

    /// Where a picture cannot be shown, what it says.
    private mutating func writeWords(of picture: HTMLScanner.Element) {
      let words = picture.attributes.first { $0.name == "alt" }?.value ?? ""
      result += "<span>".utf8
      result += XHTML.wellFormed(Array(words.utf8))
      result += "</span>".utf8
    }

    private mutating func end(_ name: String) {
      guard let place = open.lastIndex(where: { $0.name == name }) else { return }
      while open.count > place { result += "</\(open.removeLast().written)>".utf8 }
    }

    mutating func closeAll() {
      while let element = open.popLast() { result += "</\(element.written)>".utf8 }
    }
  }
}

extension XHTML {
  private static let addresses: Set<String> = ["href", "src"]
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  /// Adds what the syntax of XML and the reading systems of e-books ask for.
  private static func complete(_ attributes: inout [HTMLScanner.Attribute], of element: String) {
    if element == "html" {
      attributes.insert(.init(name: "xmlns", value: "http://www.w3.org/1999/xhtml"), at: 0)
      attributes.insert(
        .init(name: "xmlns:epub", value: "http://www.idpf.org/2007/ops"), at: 1)
    }
    if let language = attributes.first(where: { $0.name == "lang" }),
      !attributes.contains(where: { $0.name == "xml:lang" })
    {
      attributes.append(.init(name: "xml:lang", value: language.value))
    }
    if attributes.contains(where: { $0.name.hasPrefix("xlink:") }) {
      attributes.append(.init(name: "xmlns:xlink", value: "http://www.w3.org/1999/xlink"))
    }
    let types = ["doc-noteref": "noteref", "doc-footnote": "footnote"]
    if let role = attributes.first(where: { $0.name == "role" }), let type = types[role.value] {
      attributes.append(.init(name: "epub:type", value: type))
    }
  }

  /// Whether XML takes the name of an attribute, and knows its prefix.
  private static func isName(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter || first == "_" else { return false }
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 1
      || parts.count == 2 && ["xml", "epub", "xlink"].contains(parts[0]) && !parts[1].isEmpty
  }

  /// Text as XML takes it: without the characters that it forbids (XML 1.0 §2.2).
  private static func wellFormed(_ text: [UInt8]) -> [UInt8] {
    let isPlain = text.allSatisfy { $0 != 0xEF && ($0 >= 0x20 || $0 == 0x0A || $0 == 0x09) }
    return withoutNamedEntities(
      isPlain ? text : Array(allowed(String(decoding: text, as: UTF8.self)).utf8))
  }

  private static func allowed(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isAllowed($0) ? $0 : "\u{FFFD}" }))
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// A reference by number as XML takes it; nil for what is none.
  private static func reference(_ name: String) -> String? {
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value else { return nil }
    guard let scalar = Unicode.Scalar(value), isAllowed(scalar) else { return "\u{FFFD}" }
    return "&#\(value);"
  }

  /// XML knows five names; others stand for their characters, and unknown ones for themselves.
  private static func withoutNamedEntities(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "&") else {
        result.append(text[index])
        index += 1
        continue
      }
      let rest = text[(index + 1)...].prefix(12)
      if let end = rest.firstIndex(of: UInt8(ascii: ";")) {
        let name = String(decoding: text[(index + 1)..<end], as: UTF8.self)
        if ["amp", "lt", "gt", "quot", "apos"].contains(name) {
          result += text[index...end]
          index = end + 1
          continue
        }
        if let character = name.first == "#" ? reference(name) : entities[name] {
          result += character.utf8
          index = end + 1
          continue
        }
      }
      result += "&amp;".utf8
      index += 1
    }
    return result
  }

  private static let entities: [String: String] = [
    "nbsp": "\u{A0}", "shy": "\u{AD}", "ndash": "–", "mdash": "—", "hellip": "…",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»",
    "copy": "©", "reg": "®", "times": "×", "deg": "°", "sect": "§", "para": "¶", "middot": "·",
    "zwnj": "\u{200C}", "zwj": "\u{200D}", "lrm": "\u{200E}", "rlm": "\u{200F}",
    "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}",
  ]

  private static func decoded(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
    var text = value
    for (name, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.split(separator: name, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return text
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in allowed(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

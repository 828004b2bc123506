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
    private var open: [String] = []

    init(_ html: [UInt8]) { scanner = HTMLScanner(html) }

    mutating func write(_ token: HTMLScanner.Token, _ address: (Reference) -> String?) {
      switch token {
      case .text(let text): result += XHTML.withoutNamedEntities(text)
      case .start(let element): start(element, address)
      case .end(let name): end(name)
      }
    }

    private mutating func start(
      _ element: HTMLScanner.Element, _ address: (Reference) -> String?
    ) {
      if element.name == "script" { return scanner.skipContent(of: element.name) }
      if element.name == "math" { hasMathematics = true }
      var attributes = element.attributes
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
      result += "<\(element.name)".utf8
      for attribute in attributes {
        result += " \(attribute.name)=\"".utf8
        result += XHTML.withoutNamedEntities(Array(attribute.value.utf8)) + [UInt8(ascii: "\"")]
      }
      if XHTML.void.contains(element.name) || element.isClosed {
        result += "/>".utf8
      } else {
        result.append(UInt8(ascii: ">"))
        open.append(element.name)
      }
    }

    /// Where a picture cannot be shown, what it says.
    private mutating func writeWords(of picture: HTMLScanner.Element) {
      let words = picture.attributes.first { $0.name == "alt" }?.value ?? ""
      result += "<span>".utf8
      result += XHTML.withoutNamedEntities(Array(words.utf8))
      result += "</span>".utf8
    }

    private mutating func end(_ name: String) {
      guard let place = open.lastIndex(of: name) else { return }
      while open.count > place { result += "</\(open.removeLast())>".utf8 }
    }

    mutating func closeAll() {
      while let name = open.popLast() { result += "</\(name)>".utf8 }
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
    let types = ["doc-noteref": "noteref", "doc-footnote": "footnote"]
    if let role = attributes.first(where: { $0.name == "role" }), let type = types[role.value] {
      attributes.append(.init(name: "epub:type", value: type))
    }
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
        if name.first == "#" || ["amp", "lt", "gt", "quot", "apos"].contains(name) {
          result += text[index...end]
          index = end + 1
          continue
        }
        if let character = entities[name] {
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
    for scalar in text.unicodeScalars {
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

import Bibliography
import Reporting

/// Writes XML as bytes: the one place where text is escaped for it.
///
/// `element` puts each element on a line of its own; inside `mixed` nothing but what is written
/// stands, so that running text keeps its spaces. An element without content is left out, since
/// several schemas refuse empty ones; `empty` writes one on purpose.
package struct XMLWriter: Sendable {
  package typealias Attribute = (name: String, value: String?)

  package private(set) var bytes: [UInt8]
  private var depth = 0
  private var isMixed = false

  package init(declaration: Bool = true) {
    bytes = []
    if declaration { append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
  }

  /// A document type declaration.
  package mutating func doctype(_ name: String, publicID: String, systemID: String) {
    append("<!DOCTYPE ")
    append(name)
    append(" PUBLIC \"")
    append(publicID)
    append("\" \"")
    append(systemID)
    append("\">\n")
  }

  /// An element with elements in it; left out when `content` writes nothing.
  package mutating func element(
    _ name: String, _ attributes: [Attribute] = [], _ content: (inout XMLWriter) -> Void
  ) {
    let element = begin(name, attributes)
    content(&self)
    end(element)
  }

  /// An element with text in it; left out when there is none.
  package mutating func element(
    _ name: String, _ attributes: [Attribute] = [], _ text: String?
  ) {
    guard let text, !text.isEmpty else { return }
    indent()
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// An element with running text, in which elements and text follow each other without spaces;
  /// left out when `content` writes nothing.
  package mutating func mixed(
    _ name: String, _ attributes: [Attribute] = [], _ content: (inout XMLWriter) -> Void
  ) {
    let element = beginMixed(name, attributes)
    content(&self)
    end(element)
  }

  /// An element that has been begun.
  package struct Element {
    fileprivate var name: String
    fileprivate var start: Int
    fileprivate var contentStart: Int
    fileprivate var isRunningText: Bool
    fileprivate var outerIsMixed: Bool
  }

  /// Begins what `element` writes, where a closure would copy much.
  package mutating func begin(_ name: String, _ attributes: [Attribute] = []) -> Element {
    let start = bytes.count
    indent()
    open(name, attributes)
    if !isMixed { append(0x0A) }
    depth += 1
    return Element(
      name: name, start: start, contentStart: bytes.count, isRunningText: false,
      outerIsMixed: isMixed)
  }

  /// Begins what `mixed` writes.
  package mutating func beginMixed(_ name: String, _ attributes: [Attribute] = []) -> Element {
    let start = bytes.count
    indent()
    open(name, attributes)
    let element = Element(
      name: name, start: start, contentStart: bytes.count, isRunningText: true,
      outerIsMixed: isMixed)
    isMixed = true
    return element
  }

  package mutating func end(_ element: Element) {
    if element.isRunningText { isMixed = element.outerIsMixed } else { depth -= 1 }
    guard bytes.count > element.contentStart else {
      bytes.removeSubrange(element.start...)
      return
    }
    if !element.isRunningText { indent() }
    close(element.name)
  }

  /// An element without content.
  package mutating func empty(_ name: String, _ attributes: [Attribute] = []) {
    indent()
    append(UInt8(ascii: "<"))
    append(name)
    write(attributes)
    append("/>")
    if !isMixed { append(0x0A) }
  }

  /// Elements written before by a writer without declaration.
  package mutating func fragment(_ bytes: [UInt8]) {
    self.bytes += bytes
  }

  /// Text between tags.
  package mutating func text(_ text: String) {
    escape(text, inAttribute: false)
  }

  /// Text between tags in which the end of a line is a blank.
  package mutating func runningText(_ text: String) {
    escape(text, inAttribute: false, joinsLines: true)
  }

  private mutating func open(_ name: String, _ attributes: [Attribute]) {
    append(UInt8(ascii: "<"))
    append(name)
    write(attributes)
    append(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: String) {
    append("</")
    append(name)
    append(UInt8(ascii: ">"))
    if !isMixed { append(0x0A) }
  }

  private mutating func write(_ attributes: [Attribute]) {
    for (name, value) in attributes {
      guard let value else { continue }
      append(UInt8(ascii: " "))
      append(name)
      append("=\"")
      escape(value, inAttribute: true)
      append(UInt8(ascii: "\""))
    }
  }

  private mutating func indent() {
    guard !isMixed else { return }
    for _ in 0..<depth { append(UInt8(ascii: " ")) }
  }

  /// Puts the text in place and rewrites it where something in it means markup; most texts hold
  /// nothing of that kind.
  ///
  /// Characters that XML 1.0 does not know (§2.2) become U+FFFD.
  private mutating func escape(_ text: String, inAttribute: Bool, joinsLines: Bool = false) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8.span)
    if joinsLines { joinLines(from: start) }
    guard Self.mayHoldSpecial(bytes.span.extracting(start...), inAttribute) else { return }
    let special = inAttribute ? Self.specialInAttribute : Self.specialInText
    guard let found = special.firstIndex(in: bytes, from: start) else { return }
    let rest = Array(bytes[found...])
    bytes.removeSubrange(found...)
    var clean = 0
    var next: Int? = 0
    while let index = next {
      if let escaped = Self.escaped(rest[index], at: index, in: rest) {
        bytes += rest[clean..<index]
        append(escaped)
        clean = rest[index] == 0xEF ? index + 3 : index + 1
      }
      next = special.firstIndex(in: rest, from: index + 1)
    }
    bytes += rest[clean...]
  }

  /// Every byte is written, since that goes for many at once.
  private mutating func joinLines(from start: Int) {
    var text = bytes.mutableSpan
    for index in start..<text.count {
      text[index] = text[index] == 0x0A ? 0x20 : text[index]
    }
  }

  /// A look at all bytes of a text, quicker than one at each.
  private static func mayHoldSpecial(_ text: Span<UInt8>, _ inAttribute: Bool) -> Bool {
    text.holds(UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0xEF)
      || text.least < 0x20
      || inAttribute && text.holds(UInt8(ascii: "\""), UInt8(ascii: "\""))
  }

  /// What stands for a byte; nil where it stands for itself.
  private static func escaped(_ byte: UInt8, at index: Int, in text: [UInt8]) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case 0x0A: "&#10;"
    case 0x09: "&#9;"
    case 0x0D: "&#13;"
    // U+FFFE and U+FFFF.
    case 0xEF: text[index + 1] == 0xBF && text[index + 2] >= 0xBE ? "\u{FFFD}" : nil
    default: "\u{FFFD}"
    }
  }

  private static let specialInText = ByteSet("&<>", controls: true, lead: 0xEF)
    .subtracting("\t\n")
  private static let specialInAttribute = ByteSet("&<>\"", controls: true, lead: 0xEF)

  private mutating func append(_ byte: UInt8) { bytes.append(byte) }
  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8.span) }
}

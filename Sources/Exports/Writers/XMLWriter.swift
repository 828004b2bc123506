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
    let start = bytes.count
    indent()
    open(name, attributes)
    if !isMixed { append(0x0A) }
    depth += 1
    let before = bytes.count
    content(&self)
    depth -= 1
    guard bytes.count > before else {
      bytes.removeSubrange(start...)
      return
    }
    indent()
    close(name)
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
    let start = bytes.count
    indent()
    open(name, attributes)
    let before = bytes.count
    let outer = isMixed
    isMixed = true
    content(&self)
    isMixed = outer
    guard bytes.count > before else {
      bytes.removeSubrange(start...)
      return
    }
    close(name)
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

  /// Characters that XML 1.0 does not know (§2.2) become U+FFFD.
  private mutating func escape(_ text: String, inAttribute: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\"") where inAttribute: append("&quot;")
      case 0x0A where inAttribute: append("&#10;")
      case 0x09 where inAttribute: append("&#9;")
      case 0x0D: append("&#13;")
      case 0x09, 0x0A: append(byte)
      case 0..<0x20: append("\u{FFFD}")
      case 0xBE, 0xBF:
        append(byte)
        if bytes.suffix(3).elementsEqual([0xEF, 0xBF, byte]) {
          bytes.removeLast(3)
          append("\u{FFFD}")
        }
      default: append(byte)
      }
    }
  }

  private mutating func append(_ byte: UInt8) { bytes.append(byte) }
  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
